/* SPDX-License-Identifier: ISC */
/*
 * cabinet.c: the cabinet of keys.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cabinet.h"
#include "called.h"
#include "row.h"

const struct word word_key_states[] = {
	{ "in", "in", "在柜", NULL },
	{ "out", "out", "借出", NULL },
	{ "lost", "lost", "遗失", NULL },
	{ "withdrawn", "withdrawn", "停用", NULL },
	{ 0 }
};

static enum status
load_loans(struct work *w, struct cabinet *c, struct error *e)
{
	const struct table *t = &loan_record.table;
	struct open_loan **last = &c->loans, *one;
	struct buf b = { 0 };
	const char *sql;
	struct query *q;
	int row;

	buf_puts(&b, "SELECT ");
	row_columns(t, &b);
	buf_puts(&b, " FROM loan WHERE office = $1 AND ended IS NULL "
	    "ORDER BY id");
	sql = store_keep(w->store, b.text);
	buf_free(&b);
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office)), &q,
	    e) != OK)
		return e->status;
	for (;; last = &(*last)->next) {
		*last = NULL;
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		one = arena_alloc(w->arena, sizeof(*one));
		if (row_read(q, t, w->arena, &one->loan, e) != OK)
			return e->status;
		*last = one;
	}
}

/* The only copy and the first of several are one key: there may have been
 * more, or fewer, when it was lent. */
static int
is_of(struct arena *a, const struct loan *l, const struct hook *h)
{
	const char *names = l->tags != NULL ? l->tags : l->key;

	return field_among(names, h->name) || (h->copy == 1 &&
	    (field_among(names, h->key->tag) || field_among(names,
	    arena_printf(a, "%s/1", h->key->tag))));
}

static const char *
name_of(struct arena *a, const struct key *k, const char *name, int64_t copy)
{
	if (k->copies == 1)
		return name;
	return arena_printf(a, "%s/%" PRId64, name, copy);
}

static void
hang(struct work *w, struct cabinet *c, const struct key *k)
{
	for (int64_t copy = 1; copy <= k->copies; copy++) {
		struct hook *h = &c->hooks[c->n++];

		h->key = k;
		h->copy = copy;
		h->name = name_of(w->arena, k, k->tag, copy);
		h->unit = k->bundle == NULL ? h->name :
		    name_of(w->arena, k, k->bundle, copy);
		for (struct open_loan *o = c->loans; o; o = o->next)
			if (h->loan == NULL && is_of(w->arena, &o->loan, h)) {
				h->loan = &o->loan;
				o->hung = 1;
			}
	}
}

/* A key that went out, and is gone from keys.yaml by now. */
static void
hang_gone(struct work *w, struct cabinet *c, const struct loan *l)
{
	struct key *k = arena_alloc(w->arena, sizeof(*k));
	struct hook *h = &c->hooks[c->n++];

	k->tag = l->key;
	k->label = (struct label){ l->key, l->key };
	k->class = word_key_classes[0].code;
	k->copies = 1;
	*h = (struct hook){ k, l->key, l->key, 1, l };
}

enum status
cabinet_load(struct work *w, struct cabinet *c, struct error *e)
{
	const struct keys *keys;
	size_t n = 0;

	memset(c, 0, sizeof(*c));
	if (work_keys(w, &keys, e) != OK || load_loans(w, c, e) != OK)
		return e->status;
	for (size_t i = 0; i < keys->nkeys; i++)
		n += (size_t)keys->keys[i].copies;
	for (const struct open_loan *o = c->loans; o != NULL; o = o->next)
		n++;
	c->hooks = arena_alloc(w->arena, (n + 1) * sizeof(*c->hooks));
	for (size_t i = 0; i < keys->nkeys; i++)
		hang(w, c, &keys->keys[i]);
	for (const struct open_loan *o = c->loans; o != NULL; o = o->next)
		if (!o->hung)
			hang_gone(w, c, &o->loan);
	return OK;
}

/* Which copy a number behind the tag means; 0: there is no such one. */
static int64_t
copy_of(const char *number, const struct key *k)
{
	char *end;
	long n = strtol(number, &end, 10);

	return *end == '\0' && *number >= '1' && *number <= '9' &&
	    n <= k->copies ? n : 0;
}

static enum status
key_called(struct work *w, const struct keys *keys, const char *name,
    struct pick *p, struct error *e)
{
	struct called all = called_new(w->arena, keys->nkeys);
	const struct key *k;
	size_t at;

	for (k = keys->keys; k < keys->keys + keys->nkeys; k++) {
		*p = (struct pick){ k, 0, 1 };
		if (k->bundle != NULL && strcmp(k->bundle, name) == 0)
			return OK;
		all.v[all.n++] = (struct named){ k->tag, &k->label, NULL,
			NULL };
	}
	if (called_find(w->arena, &all, name, &at, e) != OK)
		return e->advice[0] != '\0' ? e->status :
		    advise(e, _("All keys: list keys"));
	*p = (struct pick){ &keys->keys[at], 0, 0 };
	return OK;
}

enum status
cabinet_find(struct work *w, const char *typed, struct pick *p,
    struct error *e)
{
	char *name = arena_copy(w->arena, typed);
	char *slash = strrchr(name, '/');
	const struct keys *keys;

	if (slash != NULL)
		*slash = '\0';
	if (work_keys(w, &keys, e) != OK ||
	    key_called(w, keys, name, p, e) != OK)
		return e->status;
	if (slash == NULL || (p->copy = copy_of(slash + 1, p->key)) > 0)
		return OK;
	fail(e, REFUSED, "E4", _("of %s there are copies 1 to %lld"), name,
	    (long long)p->key->copies);
	return advise(e, _("All keys: list keys"));
}

enum status
cabinet_find_one(struct work *w, const char *typed, struct pick *p,
    struct error *e)
{
	if (cabinet_find(w, typed, p, e) != OK)
		return e->status;
	if (p->copy == 0 && p->key->copies == 1)
		p->copy = 1;
	if (p->copy != 0)
		return OK;
	fail(e, REFUSED, "E4", _("of %s there are copies 1 to %lld"), typed,
	    (long long)p->key->copies);
	return advise(e, _("Say which, as in %s/1"), typed);
}

const char *
pick_unit(struct work *w, const struct pick *p)
{
	const char *name = p->key->bundle ? p->key->bundle : p->key->tag;

	return p->copy == 0 ? name : name_of(w->arena, p->key, name,
	    p->copy);
}

int
hook_picked(const struct hook *h, const struct pick *p)
{
	if (p->copy != 0 && h->copy != p->copy)
		return 0;
	return h->key == p->key || (p->ring && h->key->bundle != NULL &&
	    strcmp(h->key->bundle, p->key->bundle) == 0);
}

const char *
hook_state(const struct hook *h)
{
	if (h->loan == NULL)
		return "in";
	return word_loan_states[h->loan->base.state - 1].code;
}

const struct hook *
hook_obstacle(const struct cabinet *c, const struct hook *h)
{
	for (const struct hook *o = c->hooks; o < c->hooks + c->n; o++)
		if (o->loan != NULL && strcmp(o->unit, h->unit) == 0)
			return o;
	return NULL;
}

const struct loan *
cabinet_loan(const struct cabinet *c, const char *typed)
{
	for (const struct open_loan *o = c->loans; o != NULL; o = o->next)
		if (strcmp(o->loan.key, typed) == 0 ||
		    field_among(o->loan.tags, typed))
			return &o->loan;
	return NULL;
}

void
cabinet_shown(struct work *w, const struct loan *l, struct buf *out)
{
	struct error ignored;
	struct pick p;

	buf_puts(out, l->key);
	if (l->tags != NULL)
		buf_printf(out, " (%s)", l->tags);
	else if (cabinet_find(w, l->key, &p, &ignored) == OK)
		buf_printf(out, " %s", label_of(&p.key->label));
}

enum status
hook_refuse(struct work *w, const struct hook *h, struct error *e)
{
	const struct loan *l = h->loan;
	char when[CLOCK_ROOM];

	clock_sentence(l->opened, w->now, when);
	if (l->base.state == LOAN_OUT) {
		fail(e, REFUSED, "E4", _("%s is lent to %s since %s"),
		    h->unit, loan_borrower(w, l), when);
		return advise(e, _("Take it back first: return-key %s"),
		    h->unit);
	}
	if (l->base.state == LOAN_WITHDRAWN) {
		fail(e, REFUSED, "E4", _("%s is withdrawn"), h->unit);
		return advise(e, _("When it may be lent again: return-key "
		    "%s"), h->unit);
	}
	fail(e, REFUSED, "E4", _("%s is lost, and its lock has to be "
	    "changed"), h->unit);
	return advise(e, _("When that is done: mark-key --lock-changed %s; "
	    "if it was found: return-key %s"), h->unit, h->unit);
}

void
cabinet_take_off(struct work *w, const struct cabinet *c, const struct hook *h,
    struct loan *l)
{
	struct buf tags = { 0 };

	l->key = h->unit;
	if (h->key->bundle == NULL)
		return;
	for (const struct hook *o = c->hooks; o < c->hooks + c->n; o++)
		if (strcmp(o->unit, h->unit) == 0)
			buf_printf(&tags, "%s%s", tags.len ? " " : "",
			    o->name);
	l->tags = arena_copy(w->arena, tags.text);
	buf_free(&tags);
}
