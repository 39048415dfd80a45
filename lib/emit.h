/* SPDX-License-Identifier: ISC */
/*
 * emit.h: writing rows out as data: TSV, JSON Lines, CSV.
 *
 * A row is a sequence of named values, in the same order for each row.
 * TSV escapes TAB, LF, CR and backslash as \t \n \r \\; CSV is RFC 4180 with
 * CRLF and guards what a spreadsheet would run as a formula; JSON is one
 * object a line.  Absent is null in JSON and empty in the others.
 */
#ifndef EMIT_H
#define EMIT_H

#include <stdint.h>
#include <stdio.h>

enum format { FORMAT_TSV, FORMAT_JSON, FORMAT_CSV, FORMAT_TABLE };

struct emit {
	FILE *out;
	enum format format;
	int header;	/* TSV: names first; CSV always has them */
	int bom;	/* CSV: a byte order mark first, for Excel */
	/* the rest is emit.c's own */
	int rows, column;
};

/* The names go out once, before the first row, where the format has any.
 * Call it before the first row, or alone when there are no rows. */
void	emit_header(struct emit *, const char *const *names, int n);
void	emit_text(struct emit *, const char *name, const char *); /* NULL: absent */
void	emit_number(struct emit *, const char *name, int64_t);
void	emit_time(struct emit *, const char *name, int64_t at);	/* 0: absent */
void	emit_flag(struct emit *, const char *name, int);	/* JSON true, TSV 1 */
void	emit_absent(struct emit *, const char *name);
/* Text that is JSON already (an array, an object); quoted as text elsewhere. */
void	emit_json(struct emit *, const char *name, const char *json);
void	emit_end(struct emit *);	/* of the row */

struct buf;
/* "text" with quotes and escapes, appended. */
void	json_quote(struct buf *, const char *text);

#endif
