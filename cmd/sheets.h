/* SPDX-License-Identifier: ISC */
/*
 * sheets.h: printing sections of rows: tables for people, or data.
 */
#ifndef SHEETS_H
#define SHEETS_H

#include "cli.h"
#include "sheet.h"

/* Columns that somebody chose among those of a section: MISUSED with the
 * nearest name for one that is not there. */
enum status sheets_check(const struct section *, const char *columns,
	    struct error *);
/* A sheet to hand rows to.  `named': as data each row says first of which
 * section it is, before that of which office where all are read; else the
 * user may have chosen columns. */
const struct sheet *sheets_begin(struct cli *, int named);
/* The last table goes out; how many rows there were in all. */
int64_t	sheets_end(const struct sheet *);

#endif
