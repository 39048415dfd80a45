/* SPDX-License-Identifier: ISC */
/*
 * madelists.c: lists of what is configuration: the staff, and the keys;
 * and of what is worked out: what recurs.
 */
#include <string.h>

#include "cabinet.h"
#include "estate.h"
#include "madelists.h"
#include "recurrence.h"
#include "step.h"
#include "text.h"
#include "who.h"

/* ---- staff ---- */

const struct section staff_section = {
	.name = "staff",
	.columns = { "login", "name", "short", "department", "role",
		"on_duty" },
	.headings = { N_("Login"), N_("Name"), N_("Short"), N_("Department"),
		N_("Role"), N_("On duty") },
	.text = 4, .spare = 2,
};

static const char *
role_codes(struct work *w, unsigned roles)
{
	const char *codes = "";

	for (int i = 0; word_roles[i].code != NULL; i++)
		if (roles & 1u << i)
			codes = arena_printf(w->arena, "%s%s%s", codes,
			    *codes ? "," : "", word_roles[i].code);
	return codes;
}

static struct cell
roles_cell(struct work *w, unsigned roles)
{
	struct buf b = { 0 };
	struct cell c;

	roles_shown(roles, &b);
	c = cell_text(role_codes(w, roles),
	    b.text ? arena_copy(w->arena, b.text) : "");
	buf_free(&b);
	return c;
}

/* As data a name is the Chinese one, if there is one. */
static struct cell
label_cell(const struct label *l)
{
	return cell_text(l->chinese ? l->chinese : l->english, label_of(l));
}

enum status
staff_rows(struct work *w, const struct asked *a, const struct sheet *s,
    struct error *e)
{
	const struct person *p = w->roll->people;

	(void)a;
	(void)e;
	s->section(&staff_section, s->arg);
	for (; p < w->roll->people + w->roll->npeople; p++) {
		const struct department *d = department_find(w->roll,
		    p->department);
		int here = on_duty(w->roll, p->login, w->now);
		const struct cell cells[] = {
			cell_text(p->login, p->login), label_cell(&p->name),
			label_cell(&p->brief),
			cell_text(p->department, d ? label_of(&d->name) : ""),
			roles_cell(w, p->roles),
			cell_flag(here, here ? _("yes") : ""),
		};

		s->row(&staff_section, cells, 0, s->arg);
	}
	return OK;
}

/* ---- keys ---- */

const struct section keys_section = {
	.name = "keys",
	.columns = { "key", "name", "class", "place", "state", "ring", "loan",
		"borrower", "lent", "due" },
	.headings = { N_("Key"), N_("Label"), N_("Class"), N_("Place"),
		N_("State"), N_("Ring"), N_("Loan"), N_("Borrower"),
		N_("Lent"), N_("Due") },
	.text = 1, .spare = 2,
	.standard = "key name class place state",
	.table = "key name class place state borrower due",
};

const struct filter keys_filters[] = {
	{ "state", NULL },
	{ "room", NULL },
	{ "overdue", NULL },
	{ 0 }
};

static int
wanted(const struct work *w, const struct asked *a, const struct hook *h)
{
	if (a->state != NULL && strcmp(a->state, hook_state(h)) != 0)
		return 0;
	if (a->room != NULL && (h->key->room == NULL ||
	    strcmp(a->room, h->key->room) != 0))
		return 0;
	return !a->overdue || (h->loan != NULL &&
	    h->loan->base.state == LOAN_OUT && h->loan->due < w->now);
}

static void
put_key(struct work *w, const struct hook *h, const struct sheet *s)
{
	const struct loan *l = h->loan;
	const char *state = hook_state(h), *who = l ? loan_borrower(w, l) :
	    NULL;
	struct cell c[] = {
		cell_text(h->name, h->name), label_cell(&h->key->label),
		cell_text(h->key->class, word_label(word_key_classes,
		    h->key->class)),
		cell_text(h->key->room, h->key->room ? room_spoken(w,
		    h->key->room) : ""),
		cell_text(state, word_label(word_key_states, state)),
		cell_text(h->key->bundle ? h->unit : NULL, NULL),
		cell_text(l ? l->base.id : NULL, NULL),
		cell_text(l && l->borrower ? text_mask_name(w->arena,
		    l->borrower) : NULL, who ? who : ""),
		cell_when(w, l && l->borrower ? l->opened : 0),
		cell_when(w, l ? l->due : 0),
	};

	s->row(&keys_section, c, l != NULL && (l->base.state == LOAN_LOST ||
	    (l->base.state == LOAN_OUT && l->due < w->now)), s->arg);
}

enum status
keys_rows(struct work *w, const struct asked *a, const struct sheet *s,
    struct error *e)
{
	struct cabinet c;

	if (cabinet_load(w, &c, e) != OK)
		return e->status;
	s->section(&keys_section, s->arg);
	for (const struct hook *h = c.hooks; h < c.hooks + c.n; h++)
		if (wanted(w, a, h))
			put_key(w, h, s);
	return OK;
}

/* ---- what recurs (C9) ---- */

const struct section recurring_section = {
	.name = "recurring",
	.columns = { "category", "place", "count", "first", "last",
		"analysis", "state", "tickets" },
	.headings = { N_("Category"), N_("Place"), N_("Tickets"),
		N_("First"), N_("Last"), N_("Analysis"), N_("State"),
		N_("Which") },
	.text = 7, .spare = 3,
};

static const char *
state_shown(const struct group *g)
{
	return g->analysis == NULL ? _("not analysed") :
	    word_label(word_analysis_states,
	    word_analysis_states[g->state - 1].code);
}

enum status
recurring_rows(struct work *w, const struct asked *a, const struct sheet *s,
    struct error *e)
{
	const struct group *g;
	size_t n;

	(void)a;
	if (recurrence_groups(w, &g, &n, e) != OK)
		return e->status;
	s->section(&recurring_section, s->arg);
	for (; n > 0; n--, g++) {
		const struct category *c = category_find(w->desk,
		    g->category);
		const struct cell cells[] = {
			cell_text(g->category, c ? label_of(&c->label) :
			    g->category),
			cell_text(g->place, room_spoken(w, g->place)),
			cell_number(g->count), cell_when(w, g->first),
			cell_when(w, g->last),
			cell_text(g->analysis, g->analysis ? g->analysis :
			    "-"),
			cell_text(g->analysis ? word_analysis_states[
			    g->state - 1].code : NULL, state_shown(g)),
			cell_text(g->members, g->members),
		};

		s->row(&recurring_section, cells, g->analysis == NULL,
		    s->arg);
	}
	return OK;
}
