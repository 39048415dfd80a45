/* SPDX-License-Identifier: ISC */
/*
 * tally.h: the sum of several reports, worked out from their rows.
 *
 * It stands between who makes them and the sheet, hands everything on, and
 * keeps what its section says may be added up, of rows whose texts are the
 * same.  Parts and wholes, and what was kept and broken, are added, and their
 * rate is worked out anew; a median of all is in none of them.
 */
#ifndef TALLY_H
#define TALLY_H

#include "sheet.h"

/* A sheet before `to'; both in work->arena, as are the sums. */
const struct sheet *tally_begin(struct work *, const struct sheet *to);
/* The sums, as sections of their own, to the sheet behind it. */
void	tally_end(const struct sheet *);

#endif
