/* SPDX-License-Identifier: ISC */
/*
 * rows.h: a target for rows of one format: every row has as many names as
 * values, each with its length; every error has its place; a text that was
 * read and written again is read as the same.
 */
#ifndef ROWS_H
#define ROWS_H

#include <stdio.h>

#include "buf.h"
#include "emit.h"
#include "fuzz.h"
#include "intake.h"

/* All rows, name by value; written out to `copy' as well. */
static size_t
read_rows(FILE *in, enum intake_format format, FILE *copy, struct buf *all)
{
	struct intake *rows = intake_open(in, format, "f");
	struct emit out = { .out = copy, .format = FORMAT_JSON };
	size_t n = 0, errors = 0, len;
	struct error e;
	int more = 0;

	while (!intake_fatal(rows)) {
		if (intake_next(rows, &more, &e) != OK) {
			holds(e.status == MISREAD && *e.place != '\0');
			errors++;
			continue;
		}
		if (!more)
			break;
		for (size_t i = 0; i < intake_count(rows); i++) {
			const char *text = intake_value(rows, i, &len);

			holds(text == NULL || strlen(text) <= len);
			buf_printf(all, "%s=%s\n", intake_name(rows, i),
			    text ? text : "");
			emit_text(&out, intake_name(rows, i), text);
		}
		emit_end(&out);
		n++;
	}
	intake_close(rows);
	return errors > 0 ? 0 : n;
}

static int
try_rows(const uint8_t *data, size_t size, enum intake_format format)
{
	FILE *in = fmemopen((void *)(uintptr_t)data, size > 0 ? size : 1, "r");
	struct buf one = { 0 }, two = { 0 };
	char *text = NULL;
	size_t len = 0, n;
	FILE *copy = open_memstream(&text, &len), *again;

	if (in == NULL || copy == NULL)
		abort();
	n = size > 0 ? read_rows(in, format, copy, &one) : 0;
	fclose(in);
	fclose(copy);
	if (n > 0 && len > 0 && format == INTAKE_JSON) {
		again = fmemopen(text, len, "r");
		copy = fopen("/dev/null", "w");
		if (again == NULL || copy == NULL)
			abort();
		holds(read_rows(again, INTAKE_JSON, copy, &two) == n);
		holds(one.len == two.len && (one.len == 0 || memcmp(one.text,
		    two.text, one.len) == 0));
		fclose(again);
		fclose(copy);
	}
	free(text);
	buf_free(&one);
	buf_free(&two);
	return 0;
}

#endif
