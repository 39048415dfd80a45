/* SPDX-License-Identifier: ISC */
/*
 * import-row.h: one line of an export.  Between import.c and import-row.c;
 * nobody else includes it.
 */
#ifndef IMPORT_ROW_H
#define IMPORT_ROW_H

#include "buf.h"
#include "intake.h"
#include "store.h"
#include "tables.h"

enum { IMPORT_COLUMNS = 64 };

struct import_rows {
	struct store *store;
	const char *office, *place;
	struct intake *in;		/* stands on the line */
	struct arena *arena;
	const struct table *const *tables;
	const struct table *const *at;	/* the table of the last row; NULL */
	void *row;
	/* What the last row had, where that is part of its key. */
	struct buf texts[IMPORT_COLUMNS];
	int64_t numbers[IMPORT_COLUMNS];
};

/* What the line has under a name; "" when it has nothing. */
const char *import_value(const struct import_rows *, const char *name);
/* MISREAD, with the line's place and what to do; fail() has said why. */
enum status import_wrong(const struct import_rows *, struct error *);
/* Put the row on the line into its table. */
enum status import_row(struct import_rows *, struct error *);

#endif
