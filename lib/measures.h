/* SPDX-License-Identifier: ISC */
/*
 * measures.h: what shows how a clause was kept, and what each counts; none
 * is counted here.
 */
#ifndef MEASURES_H
#define MEASURES_H

#include "buf.h"
#include "error.h"

struct measure {
	const char *clause, *code;
	const char *english, *chinese;	/* labels */
	/* Kept of all there were; so many; a part of a whole that nobody need
	 * be ashamed of; how long it usually took. */
	enum { RATE, COUNT, SHARE, LENGTH } unit;
	const char *deadline;	/* the kind that is kept or not; NULL: what
				 * is counted is no deadline */
	const char *text;	/* N_(): what it counts and leaves out */
};

enum { MEASURES_MOST = 64 };

extern const struct measure measures[];	/* ends with a code of NULL */
extern const char *const measures_of_day[];	/* codes of the daily rates */

const struct measure *measure_find(const char *code);
const char *measure_label(const struct measure *);
/* Its clause, a tab, its label, and what it counts: a line, appended. */
void	measure_explain(const struct measure *, struct buf *);

#endif
