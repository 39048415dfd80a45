/* SPDX-License-Identifier: ISC */
/*
 * intake-tsv.c: a line of TSV.  An empty value is absent.  Control characters
 * that mean nothing here are left to whoever takes the value.
 */
#include <string.h>

#include "intake-row.h"

/* What lies at row->at and is not plain text, at least not at first sight. */
static enum status
odd_character(struct row *row, char **to)
{
	static const char letter[] = "tnr\\", means[] = "\t\n\r\\";
	const char *p = row->at, *found;

	if (*p == '\0')
		return row_wrong(row, p,
		    _("an invisible zero character stands here"),
		    _("Save the file as UTF-8 text"));
	if (*p == '\r')
		return row_wrong(row, p,
		    _("a carriage return stands within the line"),
		    _("Write it as \\r"));
	if (*p != '\\') {
		*(*to)++ = *row->at++;
		return OK;
	}
	found = memchr(letter, p[1], sizeof(letter) - 1);
	if (found == NULL)
		return row_wrong(row, p,
		    _("this backslash begins none of \\t \\n \\r \\\\"),
		    _("Write a backslash as \\\\"));
	*(*to)++ = means[found - letter];
	row->at += 2;
	return OK;
}

static enum status
value(struct row *row)
{
	const char *from = row->at, *p = from;
	char *to = row->to;
	struct value v;
	enum status st;

	for (;;) {
		while ((unsigned char)*p > '\r' && *p != '\\')
			*to++ = *p++;
		row->at = p;
		if (*p == '\t' || *p == '\n' || (*p == '\r' && p[1] == '\n'))
			break;
		if ((st = odd_character(row, &to)) != OK)
			return st;
		p = row->at;
	}
	st = row_text(row, from, to, &v);
	if (v.len == 0)
		v.text = NULL;
	row_add(row, from, v);
	return st;
}

enum status
row_tsv(struct row *row)
{
	enum status st;

	while ((st = value(row)) == OK && *row->at == '\t')
		row->at++;
	return st;
}
