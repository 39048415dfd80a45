/* SPDX-License-Identifier: ISC */
/*
 * figures.h: reports: titled sections of rows, worked out from the store.
 *
 * A report is one function here.  It hands its sections and rows to a sheet
 * and knows nothing of how they are printed.
 */
#ifndef FIGURES_H
#define FIGURES_H

#include "period.h"
#include "sheet.h"

struct figure {
	const char *name;
	const char *title;	/* N_() */
	int at_home;		/* it needs what its office has configured */
	enum { OF_DAY, OF_MONTH, OF_NOW } period;	/* unless one is said:
				 * today, this month, this moment */
	enum status (*make)(struct work *, const struct period *,
	    const struct sheet *, struct error *);
};

extern const struct figure figures[];	/* ends with a NULL name */

const struct figure *figure_find(const char *name);
/* What its rates count: numerator, denominator, what is left out; appended. */
void	figure_explain(const char *name, struct buf *out);

enum status figure_clauses(struct work *, const struct period *,
	    const struct sheet *, struct error *);
enum status figure_complaints(struct work *, const struct period *,
	    const struct sheet *, struct error *);
enum status figure_daily(struct work *, const struct period *,
	    const struct sheet *, struct error *);
enum status figure_fairness(struct work *, const struct period *,
	    const struct sheet *, struct error *);
enum status figure_overdue(struct work *, const struct period *,
	    const struct sheet *, struct error *);
enum status figure_keys(struct work *, const struct period *,
	    const struct sheet *, struct error *);
enum status figure_register(struct work *, const struct period *,
	    const struct sheet *, struct error *);
enum status figure_suggestions(struct work *, const struct period *,
	    const struct sheet *, struct error *);

#endif
