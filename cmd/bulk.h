/* SPDX-License-Identifier: ISC */
/*
 * bulk.h: log-call --from: many calls at once, from standard input.
 */
#ifndef BULK_H
#define BULK_H

#include "cli.h"
#include "reception.h"

struct bulk_args {
	struct call call;	/* must come first: defaults for every row */
	int from;		/* of word_formats */
	const char *map;	/* the last --map; all are in options.given */
};

extern const struct table bulk_table;	/* --from and --map */

enum status bulk_check(struct cli *, struct error *);
enum status bulk_run(struct cli *, struct error *);

#endif
