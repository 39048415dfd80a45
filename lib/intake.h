/* SPDX-License-Identifier: ISC */
/*
 * intake.h: reading rows in from CSV, TSV or JSON Lines.
 *
 * CSV and TSV begin with a line of names.  A row comes back as names and
 * values; values are text, exactly as given (escapes undone), good until the
 * next row.  A number or a boolean of JSON is its own text, null is absent
 * and nested values are refused.  Every error is MISREAD and has its place,
 * "standard input:LINE:COLUMN", the line being where the row begins to be
 * wrong.  After such an error of one row intake_next() may be called again
 * where the next row's beginning is known; `fatal' tells that it is not.
 */
#ifndef INTAKE_H
#define INTAKE_H

#include <stddef.h>
#include <stdio.h>

#include "error.h"

enum intake_format { INTAKE_CSV, INTAKE_TSV, INTAKE_JSON };

struct intake;

/* place names the source in messages.  The stream stays the caller's. */
struct intake *intake_open(FILE *, enum intake_format, const char *place);
void	intake_close(struct intake *);
/*
 * The next row: OK with *more = 1, or OK with *more = 0 at the end.  A file
 * that ends in the middle of a record (no final newline in TSV and JSON, an
 * open quote in CSV) is an error, for a pipe may have been cut.
 */
enum status intake_next(struct intake *, int *more, struct error *);
int	intake_fatal(const struct intake *);
/* JSON: from here on lists and objects are passed over as absent values. */
void	intake_nested(struct intake *);
/* One object in memory instead of the next row: JSON of our own. */
enum status intake_object(struct intake *, const char *json, struct error *);

size_t	intake_count(const struct intake *);	/* values in this row */
const char *intake_name(const struct intake *, size_t i);
/* The value and its length in bytes; NULL is absent. */
const char *intake_value(const struct intake *, size_t i, size_t *len);
/* The row as it was given, with its line end. */
const char *intake_raw(const struct intake *, size_t *len);
/* Line on which the row began, for messages about what it says. */
size_t	intake_line(const struct intake *);
const char *intake_place(const struct intake *);

#endif
