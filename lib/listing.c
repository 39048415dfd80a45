/* SPDX-License-Identifier: ISC */
/*
 * listing.c: running a listing.
 */
#include <string.h>

#include "listing.h"
#include "row.h"
#include "text.h"

enum { MOST_PARAMETERS = 24, OFFICE_AND_NOW = 2 };

static const struct field fields[] = {
	{ FIELD(asked, state, "state", T_TEXT) },
	{ FIELD(asked, kind, "kind", T_TEXT) },
	{ FIELD(asked, department, "department", T_TEXT) },
	{ FIELD(asked, handler, "handler", T_TEXT) },
	{ FIELD(asked, first_responder, "first_responder", T_TEXT) },
	{ FIELD(asked, mine, "mine", T_TEXT) },
	{ FIELD(asked, room, "room", T_TEXT) },
	{ FIELD(asked, phone, "phone", T_TEXT) },
	{ FIELD(asked, text, "text", T_TEXT) },
	{ FIELD(asked, id, "id", T_TEXT) },
	{ FIELD(asked, key, "key", T_TEXT) },
	{ FIELD(asked, since, "since", T_TIME) },
	{ FIELD(asked, until, "until", T_TIME) },
	{ FIELD(asked, overdue, "overdue", T_FLAG) },
	{ FIELD(asked, all, "all", T_FLAG) },
	{ FIELD(asked, limit, "limit", T_MAYBE) },
	{ 0 }
};

const struct table asked_table = { "asked", sizeof(struct asked), fields };

struct running {
	struct work *w;
	const struct chosen *c;
	const struct asked *a;
	struct buf sql;
	struct value v[MOST_PARAMETERS];
	int n;
};

const struct listing *
listing_find(const char *name)
{
	for (const struct listing *l = listings; l->name != NULL; l++)
		if (strcmp(l->name, name) == 0)
			return l;
	return NULL;
}

const struct column *
column_find(const struct listing *l, const char *name)
{
	for (const struct column *c = l->columns; c->field.name != NULL; c++)
		if (strcmp(c->field.name, name) == 0)
			return c;
	return NULL;
}

static enum status
no_column(const struct listing *l, const char *name, struct error *e)
{
	const char *names[MOST_COLUMNS + 1];
	int n = 0;

	for (const struct column *c = l->columns; c->field.name != NULL; c++)
		names[n++] = c->field.name;
	names[n] = NULL;
	fail(e, MISUSED, NULL, _("%s have no column \"%s\""), l->name, name);
	return text_suggest(e, name, names);
}

enum status
listing_choose(const struct listing *l, const char *names, struct chosen *c,
    struct error *e)
{
	char one[64];
	size_t n;

	c->listing = l;
	c->n = 0;
	if (names == NULL)
		for (const struct column *k = l->columns; k->field.name; k++)
			c->columns[c->n++] = k;
	for (; names != NULL && *names != '\0'; names += n) {
		names += strspn(names, ", ");
		n = strcspn(names, ", ");
		if (n == 0)
			continue;
		one[0] = '\0';
		if (n < sizeof(one))
			memcpy(one, names, n);
		one[n < sizeof(one) ? n : 0] = '\0';
		if (c->n == MOST_COLUMNS)
			return fail(e, MISUSED, NULL, _("too many columns"));
		c->columns[c->n] = column_find(l, one);
		if (c->columns[c->n++] == NULL)
			return no_column(l, one, e);
	}
	if (c->n == 0)
		return fail(e, MISUSED, NULL, _("no column is named"));
	return OK;
}

/* A fragment with %s for its parameter, which has the next number. */
static void
add_filter(struct running *r, const struct filter *f)
{
	const struct field *asked = field_find(&asked_table, f->option);
	const char *p = f->sql, *at;

	if (asked->type != T_FLAG) {
		r->v[r->n++] = v_field(asked, r->a);
		for (; (at = strstr(p, "%s")) != NULL; p = at + 2) {
			buf_add(&r->sql, p, (size_t)(at - p));
			buf_printf(&r->sql, "$%d", r->n);
		}
	}
	buf_puts(&r->sql, p);
}

static int
is_asked(const struct asked *a, const char *option)
{
	const struct field *f = field_find(&asked_table, option);

	return f->type == T_FLAG ? field_number(f, a) != 0 :
	    !field_absent(f, a);
}

static void
add_where(struct running *r)
{
	const struct listing *l = r->c->listing;
	int open = l->open != NULL && !r->a->all && r->a->id == NULL;

	for (const struct filter *f = l->filters; f->option != NULL; f++) {
		if (!is_asked(r->a, f->option))
			continue;
		add_filter(r, f);
		if (field_among(l->lifts, f->option))
			open = 0;
	}
	if (open)
		buf_puts(&r->sql, l->open);
}

/* The text filter is not SQL: stores fold letters each in their own way. */
static int
wanted(const struct running *r, struct query *q)
{
	const char *text;

	if (r->a->text == NULL)
		return 1;
	text = query_text(q, r->c->n);
	return text != NULL && text_has(text, r->a->text);
}

static void
build(struct running *r)
{
	const struct listing *l = r->c->listing;
	const struct column *text = column_find(l, "content");

	buf_puts(&r->sql, "SELECT ");
	for (int i = 0; i < r->c->n; i++)
		buf_printf(&r->sql, "%s%s AS %s", i ? ", " : "",
		    r->c->columns[i]->sql, r->c->columns[i]->field.name);
	if (r->a->text != NULL && text != NULL)
		buf_printf(&r->sql, ", %s AS searched", text->sql);
	/* Both parameters are there in every query, used or not. */
	buf_printf(&r->sql, " FROM %s = $1 AND CAST($2 AS BIGINT) >= 0",
	    l->from);
	r->v[r->n++] = v_text(r->w->office);
	r->v[r->n++] = v_number(r->w->now);
	add_where(r);
	buf_printf(&r->sql, " ORDER BY %s", r->a->mine != NULL && l->mine !=
	    NULL ? l->mine : l->order);
	if (r->a->limit.set && r->a->text == NULL) {
		r->v[r->n++] = v_number(r->a->limit.v);
		buf_printf(&r->sql, " LIMIT CAST($%d AS BIGINT)", r->n);
	}
	r->v[r->n].type = VALUE_END;
}

enum status
listing_run(struct work *w, const struct chosen *c, const struct asked *a,
    listing_each *each, void *arg, int64_t *rows, struct error *e)
{
	struct running r = { .w = w, .c = c, .a = a };
	struct query *q = NULL;
	const char *sql;
	enum status status;
	int row = 1;

	*rows = 0;
	if (a->text != NULL && column_find(c->listing, "content") == NULL) {
		fail(e, MISUSED, NULL, _("%s hold no text"), c->listing->name);
		return advise(e, _("Leave --text out"));
	}
	build(&r);
	sql = store_keep(w->store, r.sql.text);
	buf_free(&r.sql);
	status = (a->id != NULL ? store_query : store_walk)(w->store, sql, sql,
	    r.v, &q, e);
	while (status == OK && (status = query_next(q, &row, e)) == OK && row) {
		if (!wanted(&r, q))
			continue;
		if (a->limit.set && *rows >= a->limit.v)
			break;
		++*rows;
		status = each(q, c, arg, e);
	}
	if (status != OK || row)
		query_end(q);
	return status;
}

const char *
listing_text(struct work *w, const struct field *f, const char *text)
{
	if (f->flags & F_ID)
		return id_told(w, text);
	return strcmp(f->name, "phone") == 0 ?
	    text_mask_phone(w->arena, text) : text_mask_name(w->arena, text);
}

void
listing_emit(struct work *w, struct emit *out, struct query *q,
    const struct chosen *c)
{
	for (int i = 0; i < c->n; i++) {
		const struct field *f = &c->columns[i]->field;

		if (!(f->flags & (F_MASK | F_ID)) || query_absent(q, i))
			row_emit(out, q, i, f);
		else
			emit_text(out, f->name, listing_text(w, f,
			    query_text(q, i)));
	}
	emit_end(out);
}
