/* SPDX-License-Identifier: ISC */
/*
 * intake-row.h: one row as it was read, and what its format makes of it.
 * Between intake.c and the formats; nobody else includes it.
 */
#ifndef INTAKE_ROW_H
#define INTAKE_ROW_H

#include <stddef.h>

#include "buf.h"
#include "error.h"

enum {
	NAMES_MAX = 64,
	VALUE_MAX = 1 << 20,	/* bytes of one value, escapes undone */
	ROW_MAX = 8 << 20,	/* bytes of one row, as given */
};

struct value {
	const char *text;	/* NULL: absent */
	size_t len;
};

struct row {
	/* As read, with its line end; where it has none *end is one. */
	const char *raw, *end;
	const char *place;	/* the source's name */
	size_t line;		/* on which raw begins */
	int cut;		/* longer than ROW_MAX: raw is not all of it */

	const char *at;		/* how far raw was understood */
	char *to;		/* room for the values: as long as raw, and 1 */

	/* Names stay from row to row.  names_n is 0 as long as the line of
	 * names is the one being read; JSON's are those of the row before. */
	struct buf names[NAMES_MAX];
	size_t names_n;
	struct value values[NAMES_MAX];
	size_t count;		/* may be more than NAMES_MAX in a wrong row */
	const char *extra;	/* where the first value without a name began */

	int nested;		/* JSON: lists and objects are absent values */
	int fatal;		/* the beginning of the next row is not known */
	struct error *e;
};

/* Give the error the place of `at' in raw; its status comes back. */
enum status row_place(const struct row *, const char *at);
/* MISREAD with what is wrong there, and what to do. */
enum status row_wrong(struct row *, const char *at, const char *fact,
	    const char *advice);

/* What lies between row->to and end is the text that began at `at': close it
 * with a NUL, and go on behind it.  MISREAD when it is too long. */
enum status row_text(struct row *, const char *at, char *end, struct value *);
void	row_add(struct row *, const char *at, struct value);

/* Take a row apart.  TSV and JSON need the line feed, CSV does not. */
enum status row_csv(struct row *);
enum status row_tsv(struct row *);
enum status row_json(struct row *);

#endif
