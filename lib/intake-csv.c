/* SPDX-License-Identifier: ISC */
/*
 * intake-csv.c: a record of CSV, as in RFC 4180.  An empty value is absent,
 * in quotes or not.  A record that could not be read to its end is fatal: the
 * quotes in the rest of it would say where the next one begins.
 */
#include "intake-row.h"

static enum status
zero_character(struct row *row, const char *p)
{
	return row_wrong(row, p,
	    _("an invisible zero character stands here"),
	    _("Save the file as UTF-8 text"));
}

/* A value without quotes, up to what ends it. */
static enum status
bare(struct row *row, char **to)
{
	const char *p = row->at;

	while (*p != ',' && *p != '\n' && *p != '\r' && *p != '"' && *p != '\0')
		*(*to)++ = *p++;
	row->at = p;
	if (*p == '"')
		return row_wrong(row, p,
		    _("a quote stands inside a value without quotes"),
		    _("Put the whole value in quotes and write this one twice"));
	if (*p == '\0')
		return zero_character(row, p);
	if (*p == '\r' && p[1] != '\n')
		return row_wrong(row, p,
		    _("a carriage return stands here without a line feed"),
		    _("Save the file as CSV UTF-8"));
	return OK;
}

static enum status
never_closed(struct row *row, const char *open)
{
	if (row->end - open > VALUE_MAX)
		return row_wrong(row, open,
		    _("the value that begins here is over 1 MiB, or its quote "
		    "is never closed"),
		    _("Close it, or export the file again"));
	return row_wrong(row, open, row->cut ?
	    _("the row of the quote opened here is over 8 MiB") :
	    _("the quote opened here is never closed"),
	    _("Close it, or export the file again"));
}

/* What is in quotes, line feeds and all; a doubled quote is one. */
static enum status
quoted(struct row *row, char **to)
{
	const char *open = row->at, *p = open + 1;

	for (;; p++) {
		while (p < row->end && *p != '"' && *p != '\0')
			*(*to)++ = *p++;
		if (p == row->end)
			return never_closed(row, open);
		if (*p == '\0')
			return zero_character(row, p);
		if (*++p != '"')
			break;
		*(*to)++ = '"';
	}
	row->at = p;
	if (*p == ',' || *p == '\n' || (*p == '\r' && p[1] == '\n'))
		return OK;
	return row_wrong(row, p, _("text follows the quote that ends a value"),
	    _("Write a quote that belongs to the value twice"));
}

static enum status
value(struct row *row)
{
	const char *from = row->at;
	char *to = row->to;
	struct value v;
	enum status st;

	st = *from == '"' ? quoted(row, &to) : bare(row, &to);
	if (st != OK)
		return st;
	st = row_text(row, from, to, &v);
	if (v.len == 0)
		v.text = NULL;
	row_add(row, from, v);
	return st;
}

enum status
row_csv(struct row *row)
{
	enum status st;

	while ((st = value(row)) == OK && *row->at == ',')
		row->at++;
	row->fatal = st != OK;
	return st;
}
