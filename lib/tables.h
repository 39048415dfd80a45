/* SPDX-License-Identifier: ISC */
/*
 * tables.h: the tables of the store, as schema.sql has them.
 *
 * Whatever goes over all of them needs no list of its own, so that a new one
 * is not forgotten.
 */
#ifndef TABLES_H
#define TABLES_H

#include "field.h"
#include "xalloc.h"

/*
 * The tables in the order of schema.sql, where one that refers to another
 * stands behind it; a NULL ends them.  Text is T_TEXT, a number T_INT, or
 * T_MAYBE when it may be absent; of the flags there is F_KEY alone.  What
 * holds a row is arena_alloc(arena, table->size).
 */
const struct table *const *tables_all(struct arena *);

#endif
