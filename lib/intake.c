/* SPDX-License-Identifier: ISC */
/*
 * intake.c: reading rows in: the line of names, what a row must be like, and
 * what is given out.
 *
 * A byte order mark is dropped.  Empty lines at the end are skipped; one
 * between rows is an error of its own, and with a single name it is a row
 * whose value is absent.  Values of CSV and TSV keep their bytes whatever
 * they are; names are UTF-8, and JSON is as a whole.
 */
#include <stdlib.h>
#include <string.h>

#include "intake-row.h"
#include "intake-source.h"
#include "intake.h"
#include "rune.h"
#include "xalloc.h"

enum { PLACE_MAX = 80 };

struct intake {
	enum intake_format format;
	char *place;
	struct source source;
	struct row row;
	struct buf object;	/* for intake_object() */
	struct error fatal;	/* told again each time after it */
};

/* A long path is cut in front, or it would leave no room for the line. */
static char *
short_place(const char *place)
{
	size_t len = strlen(place);
	char *copy = xstrdup(place);

	if (len <= PLACE_MAX)
		return copy;
	place += len - (PLACE_MAX - 3);
	while (((unsigned char)*place & 0xC0) == 0x80)
		place++;
	copy[0] = copy[1] = copy[2] = '.';
	memcpy(copy + 3, place, strlen(place) + 1);
	return copy;
}

struct intake *
intake_open(FILE *f, enum intake_format format, const char *place)
{
	struct intake *in = xcalloc(1, sizeof(*in));

	in->format = format;
	in->row.place = in->place = short_place(place);
	source_open(&in->source, f, format == INTAKE_CSV);
	return in;
}

void
intake_close(struct intake *in)
{
	size_t i;

	if (in == NULL)
		return;
	for (i = 0; i < NAMES_MAX; i++)
		buf_free(&in->row.names[i]);
	buf_free(&in->object);
	source_close(&in->source);
	free(in->place);
	free(in);
}

static int
is_utf8(const struct value *v)
{
	int32_t rune = 0;
	size_t i;

	for (i = 0; i < v->len && rune != RUNE_BROKEN;)
		i += rune_next(v->text + i, v->len - i, &rune);
	return rune != RUNE_BROKEN;
}

/* Whether the nth name will do; the ones before it do. */
static enum status
check_name(struct row *row, size_t n)
{
	const struct value *v = &row->values[n];
	size_t i;

	if (v->text == NULL) {
		fail(row->e, MISREAD, NULL, _("column %zu has no name"), n + 1);
		return advise(row->e, _("Give it one in the first line, or "
		    "take the column out"));
	}
	if (!is_utf8(v)) {
		fail(row->e, MISREAD, NULL, _("the names are not UTF-8 text"));
		return advise(row->e, _("Save the file as UTF-8"));
	}
	for (i = 0; i < n; i++)
		if (strcmp(row->values[i].text, v->text) == 0) {
			fail(row->e, MISREAD, NULL,
			    _("columns %zu and %zu have the same name"),
			    i + 1, n + 1);
			return advise(row->e, _("Keep one of the two"));
		}
	return OK;
}

static enum status
check_names(struct row *row)
{
	size_t n;

	if (*(row->end - 1) != '\n')
		return row_wrong(row, row->end,
		    _("the source ends within its line of names"),
		    _("Send it again"));
	if (row->count > NAMES_MAX)
		return row_wrong(row, row->extra,
		    _("the first line has more than 64 names"),
		    _("Leave some out"));
	for (n = 0; n < row->count; n++)
		if (check_name(row, n) != OK)
			return at_place(row->e, "%s:%zu:1", row->place,
			    row->line);
	return OK;
}

static enum status
parse(struct intake *in)
{
	switch (in->format) {
	case INTAKE_CSV: return row_csv(&in->row);
	case INTAKE_TSV: return row_tsv(&in->row);
	case INTAKE_JSON: break;
	}
	return row_json(&in->row);
}

/* The line of names; without a good one no row can be understood. */
static enum status
take_names(struct intake *in)
{
	struct row *row = &in->row;
	enum status st;
	size_t i;

	st = source_take(&in->source, row);
	if (st == OK && row->raw == row->end)
		return OK;
	if (st == OK)
		st = parse(in);
	if (st == OK)
		st = check_names(row);
	if (st != OK) {
		row->fatal = 1;
		return st;
	}
	for (i = 0; i < row->count; i++)
		buf_add(&row->names[i], row->values[i].text,
		    row->values[i].len);
	row->names_n = row->count;
	return OK;
}

static int
is_empty(const struct intake *in)
{
	const char *p = in->row.raw;

	if (in->format != INTAKE_JSON && in->row.names_n < 2)
		return 0;
	return p[*p == '\r'] == '\n';
}

/* The next row as it stands, past the empty lines at the end. */
static enum status
take_row(struct intake *in)
{
	struct row *row = &in->row;
	size_t line = 0;
	enum status st;

	while ((st = source_take(&in->source, row)) == OK &&
	    row->raw < row->end && is_empty(in))
		line = line > 0 ? line : row->line;
	if (st != OK || row->raw == row->end || line == 0)
		return st;
	source_back(&in->source);
	fail(row->e, MISREAD, NULL, _("there is an empty line between rows"));
	advise(row->e, _("Take it out"));
	return at_place(row->e, "%s:%zu:1", row->place, line);
}

/* A row of CSV or TSV has a value for each name. */
static enum status
check_count(struct intake *in)
{
	struct row *row = &in->row;
	size_t count = row->count, names = row->names_n;

	if (in->format == INTAKE_JSON || count == names)
		return OK;
	if (count < names) {
		fail(row->e, MISREAD, NULL,
		    _("the row has fewer values (%zu) than there are names "
		    "(%zu)"), count, names);
		advise(row->e, _("Write every value, empty ones too"));
		return row_place(row, row->raw);
	}
	fail(row->e, MISREAD, NULL,
	    _("the row has more values (%zu) than there are names (%zu)"),
	    count, names);
	advise(row->e, "%s", in->format == INTAKE_CSV ?
	    _("Put a value that has a comma in quotes") :
	    _("Write a TAB within a value as \\t"));
	return row_place(row, row->extra);
}

static enum status
next(struct intake *in, int *more)
{
	struct row *row = &in->row;
	enum status st;

	if (in->format != INTAKE_JSON && row->names_n == 0) {
		st = take_names(in);
		if (st != OK || row->names_n == 0)
			return st;
	}
	st = take_row(in);
	if (st != OK || row->raw == row->end)
		return st;
	st = parse(in);
	if (st == OK)
		st = check_count(in);
	*more = st == OK;
	return st;
}

enum status
intake_next(struct intake *in, int *more, struct error *e)
{
	enum status st;

	*more = 0;
	if (in->row.fatal) {
		*e = in->fatal;
		return MISREAD;
	}
	in->row.e = e;
	st = next(in, more);
	in->row.e = NULL;
	if (!*more)
		in->row.count = 0;
	if (in->row.fatal)
		in->fatal = *e;
	return st;
}

int
intake_fatal(const struct intake *in)
{
	return in->row.fatal;
}

size_t
intake_count(const struct intake *in)
{
	return in->row.count;
}

const char *
intake_name(const struct intake *in, size_t i)
{
	return in->row.names[i].text;
}

const char *
intake_value(const struct intake *in, size_t i, size_t *len)
{
	*len = in->row.values[i].len;
	return in->row.values[i].text;
}

const char *
intake_raw(const struct intake *in, size_t *len)
{
	*len = (size_t)(in->row.end - in->row.raw);
	return in->row.raw;
}

size_t
intake_line(const struct intake *in)
{
	return in->row.line;
}

const char *
intake_place(const struct intake *in)
{
	return in->place;
}

void
intake_nested(struct intake *in)
{
	in->row.nested = 1;
}

enum status
intake_object(struct intake *in, const char *json, struct error *e)
{
	struct row *row = &in->row;
	size_t len = strlen(json);

	buf_clear(&in->object);
	buf_add(&in->object, json, len);
	buf_putc(&in->object, '\n');
	buf_add(&in->object, json, len + 1);	/* room for the values */
	row->raw = row->at = in->object.text;
	row->end = row->raw + len + 1;
	row->to = in->object.text + len + 1;
	row->line = 1;
	row->count = 0;
	row->e = e;
	return row_json(row);
}
