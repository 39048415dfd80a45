/* SPDX-License-Identifier: ISC */
/*
 * ticket.c: a matter that somebody brought to the desk, until it is finished.
 */
#include <stdlib.h>
#include <string.h>

#include "ticket.h"

const char *
ticket_department(const struct work *w, const struct ticket *t)
{
	const struct category *c = category_find(w->desk, t->category);

	if (t->kind != KIND_COMPLAINT)
		return t->department;
	return c != NULL && c->department != NULL ? c->department :
	    w->desk->centre;
}

const char *
ticket_head(const struct work *w, const struct ticket *t)
{
	return head_above(w, ticket_department(w, t), t->accused);
}

void
ticket_hand(struct ticket *t, const struct who *who)
{
	t->department = who->department;
	t->handler = who->holder;
	t->base.state = who->holder ? TICKET_ASSIGNED : TICKET_PENDING;
}

void
ticket_route(struct work *w, const struct ticket *t, struct who *who)
{
	const struct category *c = category_find(w->desk, t->category);
	const struct person *p = person_find(w->roll, c ? c->handler : NULL);

	who->holder = c != NULL ? c->handler : NULL;
	who->department = c != NULL && c->department != NULL ? c->department :
	    p != NULL ? p->department : w->desk->centre;
	/* Nobody is handed a complaint about himself (C5). */
	if (same_login(who->holder, t->accused))
		who->holder = ticket_head(w, t);
}

/* A sample is drawn with the head of the journal: nobody knows it before, and
 * everybody can look it up afterwards. */
static int
wants_call_back(const struct work *w, const struct ticket *t)
{
	const char *policy = w->desk->kinds[t->kind - 1].call_back;
	char first[8 + 1] = "";

	if (strcmp(policy, "sample") != 0)
		return strcmp(policy, "always") == 0;
	memcpy(first, w->head, sizeof(first) - 1);
	return (int64_t)(strtoul(first, NULL, 16) % 100) <
	    w->desk->call_back_sample;
}

void
ticket_finish(const struct work *w, struct ticket *t)
{
	t->resolved = w->now;
	if (t->answered == 0)
		t->answered = w->now;
	if (t->handler == NULL)
		t->handler = w->actor;
	t->base.state = TICKET_RESOLVED;
	if (wants_call_back(w, t))
		return;
	t->base.state = TICKET_CLOSED;
	t->closed = w->now;
}

enum status
ticket_may_hand(struct work *w, const struct ticket *t,
    const struct who *who, struct error *e)
{
	if (!same_login(t->accused, who->holder) ||
	    w->desk->accused_may_resolve)
		return OK;
	fail(e, REFUSED, "C5", _("%s is the one complained about, and may not "
	    "finish it"), holder_full(w, who->holder));
	return advise(e, _("Hand it to %s, or to somebody else"),
	    holder_full(w, ticket_head(w, t)));
}

enum status
ticket_may_finish(struct work *w, const struct ticket *t, struct error *e)
{
	if (!same_login(t->accused, w->actor) || w->desk->accused_may_resolve)
		return OK;
	if (t->base.id == NULL)
		fail(e, REFUSED, "C5", _("%s is the one complained about"),
		    holder_full(w, w->actor));
	else
		fail(e, REFUSED, "C5", _("%s is the one complained about in "
		    "%s"), holder_full(w, w->actor), t->base.id);
	return advise(e, _("%s, or whom they name, may"),
	    holder_full(w, ticket_head(w, t)));
}

void
ticket_take_cause(const struct work *w, struct ticket *t)
{
	const struct category *c = category_find(w->desk, t->category);

	if (t->cause != 0 || c == NULL || c->cause == NULL ||
	    !field_among("complaint request", word_kinds[t->kind - 1].code))
		return;
	t->cause = word_index(word_causes, c->cause) + 1;
	t->utility = c->utility != NULL ?
	    word_index(word_utilities, c->utility) + 1 : 0;
}

enum status
ticket_may_settle(struct work *w, const struct ticket *t, struct error *e)
{
	const char *id = t->base.id != NULL ? id_told(w, t->base.id) :
	    "TICKET";

	(void)w;
	if (t->cause == 0 || t->settled != 0)
		return OK;
	if (t->chases == 0) {
		fail(e, REFUSED, "C7", _("the cause is municipal, and nobody "
		    "has taken it up with those in charge yet"));
		return advise(e, _("Ask them, then: chase %s --body BODY "
		    "--reply TEXT --next TIME; and log what they achieve with "
		    "--outcome"), id);
	}
	fail(e, REFUSED, "C7", _("what %s achieved is not recorded yet"),
	    t->body);
	return advise(e, _("chase %s --outcome TEXT; or a head: chase %s "
	    "--give-up WHY"), id, id);
}

const struct record ticket_record = {
	.table = { "ticket", sizeof(struct ticket), ticket_fields },
	.letter = 'T', .noun = N_("ticket"), .states = word_states,
	.inputs = { "ticket_input", sizeof(struct ticket_input), ticket_inputs },
	.steps = ticket_steps, .owes = ticket_owes, .spread = ticket_spread,
};
