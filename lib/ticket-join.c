/* SPDX-License-Identifier: ISC */
/*
 * ticket-join.c: tickets that are one matter: those that were joined go with
 * the one they were joined to, and inherit its answers and its outcome.
 */
#include <string.h>

#include "ticket-owe.h"

/* The ticket they go with; none that goes with this one. */
static enum status
load_main(struct work *w, const struct ticket *t, const char *typed,
    struct ticket *main, struct error *e)
{
	struct ticket above = { 0 };
	const char *id;

	if (id_check(w->arena, w->office, typed, &id, e) != OK ||
	    record_load(w, &ticket_record, id, main, e) != OK)
		return e->status;
	for (above = *main; strcmp(above.base.id, t->base.id) != 0; ) {
		if (above.joined == NULL)
			return OK;
		if (record_load(w, &ticket_record, above.joined, &above,
		    e) != OK)
			return e->status;
	}
	fail(e, REFUSED, "F4.4", strcmp(main->base.id, t->base.id) == 0 ?
	    _("%s cannot go with itself") : _("%s goes with it already"),
	    id_told(w, main->base.id));
	return advise(e, _("Name another one after --ticket"));
}

static enum status
check_open(struct work *w, const struct ticket *main, struct error *e)
{
	if (main->base.state < TICKET_RESOLVED)
		return OK;
	fail(e, REFUSED, "F4.1", _("%s is %s"), id_told(w, main->base.id),
	    word_label(word_states, word_states[main->base.state - 1].code));
	return advise(e, _("Reopen it first, or finish this one by itself"));
}

/* What the residents of the other one were told holds for this one too. */
static enum status
inherit(struct work *w, struct ticket *t, const struct ticket *main,
    struct error *e)
{
	t->body = main->body;
	t->chased = main->chased;
	t->chases = main->chases;
	t->settled = main->settled;
	if (main->promised > w->now && t->promised != main->promised &&
	    ticket_promise(w, t, main->promised, e) != OK)
		return e->status;
	if (main->answered == 0 || t->answered != 0)
		return OK;
	t->answered = w->now;
	if (ticket_end(w, t, "answer", "met", e) != OK)
		return e->status;
	return ticket_end(w, t, "callback", "met", e);
}

enum status
ticket_join(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	struct ticket *t = rec, main;
	struct who who;

	if (load_main(w, t, in->ticket, &main, e) != OK ||
	    check_open(w, &main, e) != OK)
		return e->status;
	who = (struct who){ main.handler, main.department };
	if (ticket_may_hand(w, t, &who, e) != OK)
		return e->status;
	ticket_hand(t, &who);
	t->base.state = main.base.state;
	t->joined = main.base.id;
	return inherit(w, t, &main, e);
}

enum status
ticket_part(struct work *w, void *rec, void *input, struct error *e)
{
	struct ticket *t = rec;

	(void)input;
	if (t->joined == NULL) {
		fail(e, REFUSED, "F4.4", _("%s goes with no other"),
		    t->base.id);
		return advise(e, _("The whole story: show %s"), t->base.id);
	}
	t->joined = NULL;
	/* What was achieved for another matter is nothing to this one (C7). */
	t->chases = t->chased = t->settled = 0;
	if (t->base.state == TICKET_PENDING &&
	    ticket_owe(w, t, "hand_over", w->now, 0, e) != OK)
		return e->status;
	if (t->base.state == TICKET_ASSIGNED &&
	    ticket_owe(w, t, "accept", w->now, 0, e) != OK)
		return e->status;
	return ticket_owe(w, t, "follow_up", w->now, 0, e);
}

struct with {
	const char *id;
	struct with *next;
};

static enum status
those_with(struct work *w, const struct ticket *main, struct with **last,
    struct error *e)
{
	static const char sql[] = "SELECT id FROM ticket WHERE office = $1 AND "
	    "joined = $2 AND state IN ('pending', 'assigned', 'accepted') "
	    "ORDER BY id";
	struct query *q;
	int row;

	*last = NULL;
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(main->base.id)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		*last = arena_alloc(w->arena, sizeof(**last));
		(*last)->id = arena_copy(w->arena, query_text(q, 0));
		last = &(*last)->next;
		*last = NULL;
	}
}

enum status
ticket_spread(struct work *w, const struct step *s, void *rec, void *input,
    struct error *e)
{
	const struct ticket *main = rec;
	int same = field_among("answer promise resolve", s->name);
	struct ticket_input follow = { .ticket = main->base.id,
		.follows = 1 };
	struct too_late *late = w->late;
	struct ticket_input copy;
	struct ticket t;
	struct with *one;

	if (those_with(w, main, &one, e) != OK)
		return e->status;
	w->late = NULL;
	for (; one != NULL; one = one->next) {
		copy = same ? *(const struct ticket_input *)input : follow;
		if (step_by_id(w, &ticket_record, same ? s->name : "join",
		    one->id, &t, &copy, e) != OK)
			return e->status;
	}
	w->late = late;	/* what is said is how late the one acted on is */
	return OK;
}
