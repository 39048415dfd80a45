/* SPDX-License-Identifier: ISC */
/*
 * sheet.h: titled sections of rows that are worked out, not read as they
 * stand: reports, and lists of what is configuration.
 *
 * Whoever makes them hands them to a sheet, and knows nothing of how they
 * are printed.
 */
#ifndef SHEET_H
#define SHEET_H

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
	/* Of these, what TSV and CSV have, and a table; NULL: all. */
	const char *standard, *table;
	/* Columns that may be added up over offices, where the texts say what
	 * is counted; NULL: none. */
	const char *adds;
};

struct sheet {
	void (*section)(const struct section *, void *arg);
	void (*row)(const struct section *, const struct cell *, int late,
	    void *arg);
	void *arg;
};

struct cell cell_text(const char *data, const char *shown);
struct cell cell_number(int64_t);
struct cell cell_flag(int, const char *shown);
struct cell cell_time(int64_t at, const char *shown);
/* A moment as people read it beside others of today; in work->arena. */
struct cell cell_when(struct work *, int64_t at);
/* How long, in seconds, as people read h:mm; in work->arena. */
struct cell cell_length(struct work *, int64_t ms);
/* What part of a whole is; absent where there is none.  In work->arena. */
struct cell cell_rate(struct work *, int64_t part, int64_t whole);
/* Numerator, denominator, rate and clause: the last columns of a rate. */
void	cells_rate(struct work *, int64_t part, int64_t whole,
	    const char *clause, struct cell out[static 4]);

/* The index of a column, -1: none. */
int	section_column(const struct section *, const char *name);

#endif
