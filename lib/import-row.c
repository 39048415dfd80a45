/* SPDX-License-Identifier: ISC */
/*
 * import-row.c: one line of an export: what it has to be like, and its row.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "import-row.h"
#include "row.h"

const char *
import_value(const struct import_rows *p, const char *name)
{
	const char *text;
	size_t len;

	for (size_t i = 0; i < intake_count(p->in); i++)
		if (strcmp(intake_name(p->in, i), name) == 0) {
			text = intake_value(p->in, i, &len);
			return text != NULL ? text : "";
		}
	return "";
}

enum status
import_wrong(const struct import_rows *p, struct error *e)
{
	e->status = MISREAD;
	advise(e, _("The file is not as it was written: export it again"));
	return at_place(e, "%s:%zu", p->place, intake_line(p->in));
}

/* The tables come in their order; each row says of which it is. */
static enum status
find_table(struct import_rows *p, struct error *e)
{
	const char *name = import_value(p, "table");
	const struct table *const *t = p->tables;

	while (*t != NULL && strcmp((*t)->name, name) != 0)
		t++;
	if (*t == NULL) {
		fail(e, MISREAD, NULL, _("the store has no table \"%s\""),
		    name);
		return import_wrong(p, e);
	}
	if (p->at != NULL && t < p->at) {
		fail(e, MISREAD, NULL, _("table \"%s\" comes before \"%s\""),
		    name, (*p->at)->name);
		return import_wrong(p, e);
	}
	if (t != p->at)
		p->row = arena_alloc(p->arena, (*t)->size);
	p->at = t;
	return OK;
}

/* The line has the table's columns, in their order and no others. */
static enum status
check_columns(const struct import_rows *p, struct error *e)
{
	const struct field *f = (*p->at)->fields;
	size_t i = 1, n = intake_count(p->in);

	while (f->name != NULL && i < n &&
	    strcmp(f->name, intake_name(p->in, i)) == 0)
		f++, i++;
	if (f->name == NULL && i == n)
		return OK;
	fail(e, MISREAD, NULL, _("these are not the columns of table \"%s\""),
	    (*p->at)->name);
	return import_wrong(p, e);
}

static enum status
take_value(struct import_rows *p, const struct field *f, const char *text,
    struct error *e)
{
	char *end = NULL;
	int64_t n = 0;

	if (f->type == T_TEXT)
		return field_put_text(f, p->row, text, e);
	errno = 0;
	if (text != NULL)
		n = strtoll(text, &end, 10);
	if (text == NULL ? f->type == T_INT : *end != '\0' || errno != 0) {
		fail(e, MISREAD, NULL, _("%s: \"%s\" is no whole number"),
		    f->name, text ? text : "");
		return import_wrong(p, e);
	}
	field_put_number(f, p->row, text == NULL, n);
	return OK;
}

/* Compare the row's key with that of the last one, which it then is. */
static enum status
take_key(struct import_rows *p, int first, struct error *e)
{
	int order = first;

	for (const struct field *f = (*p->at)->fields; f->name != NULL; f++) {
		size_t i = (size_t)(f - (*p->at)->fields);
		const char *text;
		int64_t n;

		if (!(f->flags & F_KEY))
			continue;
		if (f->type == T_TEXT) {
			text = field_text(f, p->row);
			text = text != NULL ? text : "";
			if (order == 0)
				order = strcmp(text, p->texts[i].text);
			buf_clear(&p->texts[i]);
			buf_puts(&p->texts[i], text);
		} else {
			n = field_number(f, p->row);
			if (order == 0)
				order = (n > p->numbers[i]) -
				    (n < p->numbers[i]);
			p->numbers[i] = n;
		}
	}
	if (order > 0)
		return OK;
	fail(e, MISREAD, NULL, order < 0 ?
	    _("this line comes before the one above it") :
	    _("this row is there twice"));
	return import_wrong(p, e);
}

enum status
import_row(struct import_rows *p, struct error *e)
{
	const struct table *const *was = p->at;
	size_t i = 1, len;

	if (find_table(p, e) != OK || check_columns(p, e) != OK)
		return e->status;
	for (const struct field *f = (*p->at)->fields; f->name != NULL; f++)
		if (take_value(p, f, intake_value(p->in, i++, &len), e) != OK)
			return e->status;
	if (strcmp(import_value(p, "office"), p->office) != 0) {
		fail(e, MISREAD, NULL, _("this row is of another office"));
		return import_wrong(p, e);
	}
	if (take_key(p, p->at != was, e) != OK)
		return e->status;
	if (row_insert(p->store, *p->at, p->row, e) != OK)
		return e->status == REFUSED ? import_wrong(p, e) : e->status;
	return OK;
}
