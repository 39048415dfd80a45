/* SPDX-License-Identifier: ISC */
/*
 * export.h: everything the store has of one office, as JSON Lines.
 *
 * A head, a line for each row of each table in the order of tables.h, rows
 * in the order of their keys, and a foot that counts them and has the sum of
 * all bytes before it.  Stores that hold the same give the same bytes.
 * desk-export(1) has the form.
 */
#ifndef EXPORT_H
#define EXPORT_H

#include <stdio.h>

#include "work.h"

enum { EXPORT_FORMAT = 1 };

/* The one row that is this computer's own, and stays here: where the
 * configuration lies. */
#define EXPORT_LOCAL "config"

struct export {
	FILE *out;
	/* So many by now; what is not OK ends it. */
	enum status (*told)(void *arg, int64_t rows, struct error *);
	void *arg;
	int64_t rows;
};

/* UNPRINTED when out takes no more. */
enum status export_office(struct work *, struct export *, struct error *);

#endif
