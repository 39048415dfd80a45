/* SPDX-License-Identifier: ISC */
/*
 * ticket-steps.c: the steps of a ticket, their rules, and what is owed.
 */
#include <string.h>

#include "contact.h"
#include "ticket-tell.h"
#include "text.h"
#include "ticket.h"

enum {
	BEFORE_RESOLVED = STATE(TICKET_PENDING) | STATE(TICKET_ASSIGNED) |
	    STATE(TICKET_ACCEPTED),
	HELD = STATE(TICKET_ASSIGNED) | STATE(TICKET_ACCEPTED),
	NOT_VOID = BEFORE_RESOLVED | STATE(TICKET_RESOLVED) |
	    STATE(TICKET_CLOSED),
};

const struct owed ticket_owes[] = {
	{ "answer", "C6", ELAPSED, 24 * HOUR, "handler" },
	{ "promise", "F4.6", GIVEN, 0, "handler" },
	{ "hand_over", "C1", ELAPSED, 30 * MINUTE, "first_responder" },
	{ "accept", "F4.4", ELAPSED, 2 * HOUR, "handler" },
	{ "acknowledge", "A3", ELAPSED, 2 * HOUR, "head" },
	{ "callback", "F4.8", ELAPSED, 4 * HOUR, "first_responder" },
	{ 0 }
};

static enum status
owe(struct work *w, const struct ticket *t, const char *kind, int64_t from,
    int64_t due, struct error *e)
{
	return step_owe(w, &ticket_record, t, kind, NULL, from, due, e);
}

static enum status
end(struct work *w, const struct ticket *t, const char *kind,
    const char *outcome, struct error *e)
{
	return deadline_end(w, t->base.id, kind, NULL, outcome, w->now, e);
}

/* The 24 hours are the complaint's; the other kinds' limits are the
 * office's own. */
static enum status
owe_answer(struct work *w, const struct ticket *t, struct error *e)
{
	int64_t limit = w->desk->kinds[t->kind - 1].answer;

	if (limit == 0)
		return OK;
	return step_owe(w, &ticket_record, t, "answer",
	    t->kind == KIND_COMPLAINT ? "C6" : "house", t->opened,
	    t->opened + limit, e);
}

/* By the head of its category, or above him if it is about him. */
static enum status
owe_acknowledge(struct work *w, const struct ticket *t, struct error *e)
{
	struct debt b = { .owed = owed_find(ticket_owes, "acknowledge"),
		.record = t->base.id, .holder = ticket_head(w, t),
		.department = ticket_department(w, t),
		.first_responder = t->first_responder, .from = t->opened };

	return deadline_open(w, &b, e);
}

/* What is owed from the first moment on. */
static enum status
logged(struct work *w, void *rec, void *input, struct error *e)
{
	const struct contact *c = input;
	const struct ticket *t = rec;

	if (owe_answer(w, t, e) != OK)
		return e->status;
	if (t->resolved != 0 && end(w, t, "answer", "met", e) != OK)
		return e->status;
	if (t->kind == KIND_COMPLAINT && owe_acknowledge(w, t, e) != OK)
		return e->status;
	if (t->promised != 0 &&
	    owe(w, t, "promise", t->opened, t->promised, e) != OK)
		return e->status;
	if (c->disposition == DISPOSITION_CALLBACK_OWED &&
	    owe(w, t, "callback", t->opened, 0, e) != OK)
		return e->status;
	if (t->base.state == TICKET_PENDING)
		return owe(w, t, "hand_over", t->opened, 0, e);
	if (t->base.state == TICKET_ASSIGNED)
		return owe(w, t, "accept", w->now, 0, e);
	return OK;
}

static enum status
added(struct work *w, void *rec, void *input, struct error *e)
{
	const struct contact *c = input;
	struct ticket *t = rec;

	(void)w;
	(void)e;
	t->contacts++;
	t->visits += c->channel == CHANNEL_VISIT;
	t->urges += c->disposition == DISPOSITION_URGED;
	return OK;
}

/* F4.4: to a person, who has to accept; to a department alone it is still
 * to be handed over.  After two hand-backs the head names the handler. */
static enum status
assign(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	struct ticket *t = rec;
	struct who who;

	if (t->hand_backs >= HAND_BACKS && !(w->roles & ROLES_HEADS)) {
		fail(e, FORBIDDEN, "F4.4", _("%s was handed back %lld times; "
		    "now the head names who does it"), t->base.id,
		    (long long)t->hand_backs);
		return advise(e, _("Ask %s"), holder_full(w,
		    head_of(w, t->department)));
	}
	if (in->auto_route)
		ticket_route(w, t, &who);
	else if (in->to == NULL) {
		fail(e, MISUSED, "F4.4", _("nobody is named"));
		return advise(e, _("Add --to WHO, or --auto"));
	} else if (who_need(w, in->to, t->department, &who, e) != OK)
		return e->status;
	if (ticket_may_hand(w, t, &who, e) != OK ||
	    end(w, t, "accept", "void", e) != OK)
		return e->status;
	if (who.holder == NULL && t->base.state != TICKET_PENDING &&
	    owe(w, t, "hand_over", w->now, 0, e) != OK)
		return e->status;
	ticket_hand(t, &who);
	if (who.holder == NULL)
		return OK;
	if (end(w, t, "hand_over", "met", e) != OK)
		return e->status;
	return owe(w, t, "accept", w->now, 0, e);
}

/* The handler, or a head; for a firm, which has no login, the desk. */
static enum status
is_handler(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;

	(void)input;
	if (t->handler == NULL || same_login(t->handler, w->actor) ||
	    w->roles & ROLES_HEADS || strncmp(t->handler, "firm:", 5) == 0)
		return OK;
	fail(e, REFUSED, "F4.4", _("%s was handed to %s"), t->base.id,
	    holder_full(w, t->handler));
	return advise(e, _("Only they or a head may do this"));
}

static enum status
hand_back(struct work *w, void *rec, void *input, struct error *e)
{
	struct ticket *t = rec;

	(void)w;
	(void)input;
	(void)e;
	t->handler = NULL;
	t->hand_backs++;
	return OK;
}

static enum status
set_promise(struct work *w, struct ticket *t, int64_t at, struct error *e)
{
	int moved;

	t->promised = at;
	if (deadline_move(w, t->base.id, "promise", at, &moved, e) != OK)
		return e->status;
	return moved ? OK : owe(w, t, "promise", w->now, at, e);
}

/* A time told with an answer may be another one than before: what was said
 * to the resident is its reason (F4.6). */
static enum status
answer(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	struct ticket *t = rec;

	if (t->answered == 0)
		t->answered = w->now;
	return in->promise == 0 ? OK : set_promise(w, t, in->promise, e);
}

/* F4.6: the first time is a promise; another time needs its reason. */
static enum status
promise(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	struct ticket *t = rec;

	if (t->promised != 0 && text_blank(in->why)) {
		fail(e, REFUSED, "F4.6", _("no reason why the time is another "
		    "one now"));
		return advise(e, _("Add --why WHY"));
	}
	return set_promise(w, t, in->promise, e);
}

static enum status
not_accused(struct work *w, void *rec, void *input, struct error *e)
{
	(void)input;
	return ticket_may_finish(w, rec, e);
}

static enum status
resolve(struct work *w, void *rec, void *input, struct error *e)
{
	(void)input;
	(void)e;
	ticket_finish(w, rec);
	return OK;
}

/* A16: asking the superior is always right.  A department is its head. */
static enum status
escalate(struct work *w, void *rec, void *input, struct error *e)
{
	struct ticket_input *in = input;
	struct ticket *t = rec;
	const char *code;
	struct who who = { ticket_head(w, t), t->department };

	if (in->to != NULL && who_need(w, in->to, t->department, &who,
	    e) != OK)
		return e->status;
	if (who.holder != NULL && strncmp(who.holder, "firm:", 5) == 0) {
		fail(e, REFUSED, "A16", _("%s is a contractor, and nobody's "
		    "superior"), holder_full(w, who.holder));
		return advise(e, _("Leave --to out: it goes to the head"));
	}
	in->told = who.holder ? who.holder : head_above(w, who.department,
	    t->accused);
	if (in->to == NULL && same_login(in->told, w->actor))
		in->told = w->desk->manager;
	code = in->why ? word_code(word_reasons, in->why) : NULL;
	if (code != NULL)
		in->why = code;
	t->escalated = w->now;
	return OK;
}

/* Nobody acknowledges what is said about himself. */
static enum status
not_about_him(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;

	(void)input;
	if (!same_login(t->accused, w->actor))
		return OK;
	fail(e, REFUSED, "C5", _("%s is the one complained about in %s"),
	    holder_full(w, w->actor), t->base.id);
	return advise(e, _("Ask %s"), holder_full(w, ticket_head(w, t)));
}

/* The head has seen it; until a time he names the ladder is silent, while
 * the clocks run on. */
static enum status
acknowledge(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	const struct ticket *t = rec;

	return in->until == 0 ? OK :
	    deadline_hush(w, t->base.id, in->until, e);
}

const struct step ticket_steps[] = {
	{ .name = "log", .clause = "C1", .to = STAY, .roles = ANYONE,
	  .notes = CONTACT_NOTED, .leaves = &contact_table,
	  .rule = logged, .tell = ticket_tell_logged },
	{ .name = "contact", .clause = "F4.6", .from = NOT_VOID, .to = STAY,
	  .roles = ANYONE, .notes = CONTACT_NOTED, .leaves = &contact_table,
	  .rule = added, .tell = ticket_tell_added },
	{ .name = "assign", .clause = "F4.4", .from = BEFORE_RESOLVED,
	  .to = STAY, .roles = ROLES_STAFF, .takes = "to auto",
	  .rule = assign, .tell = ticket_tell_assigned },
	{ .name = "accept", .clause = "F4.4", .from = HELD,
	  .to = TICKET_ACCEPTED, .roles = ROLES_STAFF, .takes = "text",
	  .meets = "accept", .person = is_handler },
	{ .name = "hand_back", .clause = "F4.4", .from = HELD,
	  .to = TICKET_PENDING, .roles = ROLES_STAFF, .takes = "why",
	  .needs = "why", .opens = "hand_over", .voids = "accept",
	  .person = is_handler, .rule = hand_back, .tell = ticket_tell_back },
	{ .name = "answer", .clause = "C6", .from = BEFORE_RESOLVED,
	  .to = STAY, .roles = ROLES_STAFF, .takes = "text how promise",
	  .needs = "text", .meets = "answer callback", .rule = answer },
	{ .name = "promise", .clause = "F4.6", .from = BEFORE_RESOLVED,
	  .to = STAY, .roles = ROLES_STAFF, .takes = "promise why",
	  .needs = "promise", .rule = promise },
	{ .name = "resolve", .clause = "C6", .from = BEFORE_RESOLVED,
	  .to = TICKET_RESOLVED, .roles = ROLES_STAFF, .takes = "text",
	  .needs = "text", .meets = "answer promise callback hand_over",
	  .voids = "accept", .person = not_accused, .rule = resolve,
	  .tell = ticket_tell_resolved },
	{ .name = "escalate", .clause = "A16", .from = BEFORE_RESOLVED,
	  .to = STAY, .roles = ROLES_STAFF | ROLE_SYSTEM,
	  .takes = "to why told",
	  .rule = escalate, .tell = ticket_tell_escalated },
	{ .name = "acknowledge", .clause = "A3", .from = NOT_VOID,
	  .to = STAY, .roles = ROLES_HEADS, .takes = "until text",
	  .meets = "acknowledge", .person = not_about_him,
	  .rule = acknowledge },
	{ 0 }
};
