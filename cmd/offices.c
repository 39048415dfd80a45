/* SPDX-License-Identifier: ISC */
/*
 * offices.c: reading several offices of one store, one after the other.
 */
#include <string.h>

#include "offices.h"
#include "who.h"

static enum status
may(struct cli *c, struct error *e)
{
	unsigned roles = ROLE_LEADER | ROLE_MANAGER | ROLE_AUDITOR |
	    ROLE_SYSTEM;
	struct buf who = { 0 };

	if (c->work.roles & roles)
		return OK;
	roles_shown(roles, &who);
	fail(e, FORBIDDEN, NULL, _("only these may read other offices: %s"),
	    who.text);
	buf_free(&who);
	return advise(e, _("Leave --office out, or ask %s"), holder_name(
	    &c->work, c->work.desk->manager));
}

/* What is known here of the desk of another office. */
static const struct desk *
without_labels(struct cli *c)
{
	struct desk *d = arena_alloc(c->arena, sizeof(*d));

	*d = *c->work.desk;
	d->categories = NULL;
	d->ncategories = 0;
	return d;
}

static void
add(struct cli *c, const struct office *o)
{
	struct office *more = arena_alloc(c->arena, (c->noffices + 1) *
	    sizeof(*more));

	if (c->noffices > 0)
		memcpy(more, c->offices, c->noffices * sizeof(*more));
	more[c->noffices++] = *o;
	c->offices = more;
}

/* Those wanted, and the codes of all that there are.  Practice desks and
 * real ones are not read together. */
static enum status
find(struct cli *c, const struct office *own, struct buf *there,
    struct error *e)
{
	static const struct roll nobody;
	static const struct firms no_firms;
	static const struct keys no_keys;
	static const char sql[] = "SELECT s.office FROM setting s LEFT JOIN "
	    "setting p ON p.office = s.office AND p.name = 'practice' "
	    "WHERE s.name = 'config' AND CASE WHEN p.value IS NULL THEN 0 "
	    "ELSE 1 END = $1 ORDER BY s.office";
	struct office o = { NULL, without_labels(c), &nobody, &no_firms,
		&no_keys };
	struct query *q;
	int row;

	if (store_query(c->work.store, sql, sql, VALUES(v_number(
	    c->work.practice)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		o.code = arena_copy(c->arena, query_text(q, 0));
		buf_printf(there, "%s%s", there->len ? _(", ") : "", o.code);
		if (c->all_offices || strcmp(o.code,
		    c->options.values.office) == 0)
			add(c, strcmp(o.code, own->code) ? &o : own);
	}
}

enum status
offices_open(struct cli *c, struct error *e)
{
	const char *wanted = c->options.values.office;
	struct work *w = &c->work;
	const struct office own = { w->office, w->desk, w->roll, NULL, NULL };
	struct buf there = { 0 };

	if (wanted == NULL || strcmp(wanted, own.code) == 0) {
		add(c, &own);
		return OK;
	}
	c->all_offices = strcmp(wanted, ALL_OFFICES) == 0;
	if (may(c, e) != OK || find(c, &own, &there, e) != OK)
		return e->status;
	if (c->noffices == 0) {
		fail(e, REFUSED, NULL, _("office %s is not in this store"),
		    wanted);
		advise(e, _("There are: %s"), there.text);
	}
	buf_free(&there);
	w->with_office = 1;
	return c->noffices > 0 ? OK : e->status;
}

void
offices_turn(struct cli *c, size_t i)
{
	const struct office *o = &c->offices[i];
	struct work *w = &c->work;

	if (w->office == o->code)
		return;
	w->office = o->code;
	w->desk = o->desk;
	w->roll = o->roll;
	w->firms = o->firms;
	w->keys = o->keys;
}

void
offices_turn_to(struct cli *c, const char *id)
{
	size_t n = strcspn(id, ":"), home = 0;

	for (size_t i = 0; i < c->noffices; i++) {
		const struct office *o = &c->offices[i];

		if (id[n] == ':' && strlen(o->code) == n &&
		    strncmp(o->code, id, n) == 0) {
			offices_turn(c, i);
			return;
		}
		if (strcmp(o->code, o->desk->office) == 0)
			home = i;
	}
	offices_turn(c, home);
}
