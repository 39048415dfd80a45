/* SPDX-License-Identifier: ISC */
/*
 * intake-row.c: one row as it was read; what the formats have in common.
 */
#include "intake-row.h"

/* Lines and characters are only counted when somebody needs them. */
enum status
row_place(const struct row *row, const char *at)
{
	size_t line = row->line, column = 1;
	const char *p;

	for (p = row->raw; p < at; p++)
		if (*p == '\n') {
			line++;
			column = 1;
		} else if (((unsigned char)*p & 0xC0) != 0x80)
			column++;
	return at_place(row->e, "%s:%zu:%zu", row->place, line, column);
}

enum status
row_wrong(struct row *row, const char *at, const char *fact,
    const char *advice)
{
	fail(row->e, MISREAD, NULL, "%s", fact);
	advise(row->e, "%s", advice);
	return row_place(row, at);
}

enum status
row_text(struct row *row, const char *at, char *end, struct value *v)
{
	v->text = row->to;
	v->len = (size_t)(end - row->to);
	*end = '\0';
	row->to = end + 1;
	if (v->len > VALUE_MAX)
		return row_wrong(row, at,
		    _("the value that begins here is over 1 MiB"),
		    _("Shorten it"));
	return OK;
}

void
row_add(struct row *row, const char *at, struct value v)
{
	size_t limit = row->names_n > 0 ? row->names_n : NAMES_MAX;

	if (row->count == limit)
		row->extra = at;
	if (row->count < NAMES_MAX)
		row->values[row->count] = v;
	row->count++;
}
