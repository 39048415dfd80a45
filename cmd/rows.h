/* SPDX-License-Identifier: ISC */
/*
 * rows.h: printing a listing: a table for people, or data.
 */
#ifndef ROWS_H
#define ROWS_H

#include "cli.h"
#include "listing.h"

enum status rows_print(struct cli *, const struct listing *,
	    const struct asked *, int64_t *rows, struct error *);
/* How a late or coming time is shown: "!答复 超 0:12", "*承诺 10:30". */
void	rows_deadline(struct cli *, const char *kind, int64_t due,
	    struct buf *);

#endif
