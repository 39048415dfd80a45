/* SPDX-License-Identifier: ISC */
/*
 * figures.h: reports: titled sections of rows, worked out from the store.
 *
 * A report is one function here.  It hands its sections and rows to a sheet
 * and knows nothing of how they are printed.
 */
#ifndef FIGURES_H
#define FIGURES_H

#include "work.h"

struct cell {
	enum { CELL_ABSENT, CELL_TEXT, CELL_NUMBER, CELL_TIME, CELL_RATE,
	    CELL_FLAG } type;
	const char *text;	/* CELL_TEXT: as data */
	int64_t number;		/* a rate is in tenths of a percent */
	const char *shown;	/* for people, where that is something else */
};

enum { SECTION_COLUMNS = 16 };

struct section {
	const char *name;	/* its code in data */
	const char *title;	/* N_(); NULL: none */
	const char *columns[SECTION_COLUMNS];	/* codes, NULL-ended */
	const char *headings[SECTION_COLUMNS];	/* N_() */
	int text, spare;	/* columns that give way, as for a grid; -1 */
};

struct sheet {
	void (*section)(const struct section *, void *arg);
	void (*row)(const struct section *, const struct cell *, int late,
	    void *arg);
	void *arg;
};

struct period {
	int64_t from, to;	/* to is the first moment no longer in it */
	int one_day;
};

struct figure {
	const char *name;
	const char *title;	/* N_() */
	enum status (*make)(struct work *, const struct period *,
	    const struct sheet *, struct error *);
};

extern const struct figure figures[];	/* ends with a NULL name */

const struct figure *figure_find(const char *name);
/* What its rates count: numerator, denominator, what is left out; appended. */
void	figure_explain(const char *name, struct buf *out);

/* Between figures.c and the reports themselves. */
struct cell cell_text(const char *data, const char *shown);
struct cell cell_number(int64_t);
struct cell cell_time(int64_t at, const char *shown);
/* Numerator, denominator, rate and clause: the last columns of a rate. */
void	cells_rate(struct work *, int64_t part, int64_t whole,
	    const char *clause, struct cell out[static 4]);

enum status figure_daily(struct work *, const struct period *,
	    const struct sheet *, struct error *);
enum status figure_overdue(struct work *, const struct period *,
	    const struct sheet *, struct error *);
enum status figure_register(struct work *, const struct period *,
	    const struct sheet *, struct error *);

#endif
