/* SPDX-License-Identifier: ISC */
/*
 * heads.h: what a record is, in the first lines of show.
 */
#ifndef HEADS_H
#define HEADS_H

#include "cli.h"

/* Print them; *state is the record's, as base.state. */
enum status head_print(struct cli *, const char *id, int *state,
	    struct error *);

#endif
