/* SPDX-License-Identifier: ISC */
/*
 * moving.h: what desk-export and desk-import do the same way.
 */
#ifndef MOVING_H
#define MOVING_H

#include "cli.h"

struct moving {
	const struct cli *cli;
	int64_t shown;		/* rows, by the line on the terminal */
};

/* FORBIDDEN for all but the manager and the system: it is everybody's names
 * and telephone numbers, and all at once. */
enum status moving_allowed(struct cli *, struct error *);
/* One line on standard error, rewritten as the rows grow, to be called with
 * a struct moving; and its end.  The caller sees to it that it is a terminal. */
void	moving_told(void *moving, int64_t rows);
void	moving_over(const struct moving *);

#endif
