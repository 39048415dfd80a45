/* SPDX-License-Identifier: ISC */
/*
 * row.h: moving structs in and out of the store through their field tables.
 */
#ifndef ROW_H
#define ROW_H

#include "emit.h"
#include "error.h"
#include "field.h"
#include "store.h"
#include "xalloc.h"

enum status row_insert(struct store *, const struct table *, const void *rec,
	    struct error *);
/*
 * Write rec over the row of its key, if that still has revision rec->rev - 1;
 * *done is 0 when somebody was first.
 */
enum status row_update(struct store *, const struct table *, const void *rec,
	    int *done, struct error *);
/* Load by the F_KEY members that rec already holds. */
enum status row_load(struct store *, const struct table *, struct arena *,
	    void *rec, int *found, struct error *);
/* The names of its columns, separated by commas, appended. */
void	row_columns(const struct table *, struct buf *);
/* The row a query stands on, its columns being the table's, in order. */
enum status row_read(struct query *, const struct table *, struct arena *,
	    void *rec, struct error *);
/* One column of the row a query stands on, as f says it is to be read. */
void	row_emit(struct emit *, struct query *, int column,
	    const struct field *f);

#endif
