/* SPDX-License-Identifier: ISC */
/*
 * ticket-steps.c: the steps of a ticket, their rules, and what is owed.
 */
#include <string.h>

#include "contact.h"
#include "phrase.h"
#include "text.h"
#include "ticket-owe.h"
#include "ticket-tell.h"

enum { VISITS = 2 };	/* no resident comes a third time (F4.6) */

enum {
	BEFORE_RESOLVED = STATE(TICKET_PENDING) | STATE(TICKET_ASSIGNED) |
	    STATE(TICKET_ACCEPTED),
	HELD = STATE(TICKET_ASSIGNED) | STATE(TICKET_ACCEPTED),
	FINISHED = STATE(TICKET_RESOLVED) | STATE(TICKET_CLOSED),
	NOT_VOID = BEFORE_RESOLVED | FINISHED,
};

const struct owed ticket_owes[] = {
	{ "answer", "C6", ELAPSED, 24 * HOUR, "handler" },
	{ "promise", "F4.6", GIVEN, 0, "handler" },
	{ "hand_over", "C1", ELAPSED, 30 * MINUTE, "first_responder" },
	{ "accept", "F4.4", ELAPSED, 2 * HOUR, "handler" },
	{ "acknowledge", "A3", ELAPSED, 2 * HOUR, NULL },
	{ "callback", "F4.8", ELAPSED, 4 * HOUR, "first_responder" },
	{ "follow_up", "F4.4", ELAPSED, 24 * HOUR, "first_responder" },
	{ "visit", "F4.6", DAY_END, 0, "handler" },
	{ "chase", "C7", GIVEN, 0, "handler" },
	{ "closing_call", "C6", ELAPSED, 24 * HOUR, NULL },
	{ 0 }
};

/* What is owed from the first moment on, until it is resolved. */
static enum status
owe_open(struct work *w, const struct ticket *t, struct error *e)
{
	if (ticket_owe(w, t, "follow_up", t->opened, 0, e) != OK)
		return e->status;
	if (t->base.state == TICKET_PENDING)
		return ticket_owe(w, t, "hand_over", t->opened, 0, e);
	if (t->base.state == TICKET_ASSIGNED)
		return ticket_owe(w, t, "accept", w->now, 0, e);
	return OK;
}

static enum status
logged(struct work *w, void *rec, void *input, struct error *e)
{
	const struct contact *c = input;
	const struct ticket *t = rec;

	if (ticket_owe_answer(w, t, e) != OK)
		return e->status;
	if (t->kind == KIND_COMPLAINT && ticket_owe_head(w, t, e) != OK)
		return e->status;
	if (t->promised != 0 && ticket_owe(w, t, "promise", t->opened,
	    t->promised, e) != OK)
		return e->status;
	if (c->disposition == DISPOSITION_CALLBACK_OWED &&
	    ticket_owe(w, t, "callback", t->opened, 0, e) != OK)
		return e->status;
	if (t->base.state == TICKET_RESOLVED)
		return ticket_owe_call(w, t, e);
	return t->closed != 0 ? OK : owe_open(w, t, e);
}

/* F4.6: what the second trip does not end that day is missed, and a third
 * is missed as soon as it is made. */
static enum status
came_again(struct work *w, const struct ticket *t, int64_t at,
    struct error *e)
{
	int moved;

	if (t->visits < VISITS)
		return OK;
	if (t->visits == VISITS)
		return t->base.state >= TICKET_RESOLVED ? OK :
		    ticket_owe(w, t, "visit", at, 0, e);
	if (deadline_move(w, t->base.id, "visit", at - 1, &moved, e) != OK)
		return e->status;
	if (!moved && ticket_owe(w, t, "visit", t->opened, at - 1, e) != OK)
		return e->status;
	return deadline_end(w, t->base.id, "visit", NULL, "void", at, e);
}

static enum status
added(struct work *w, void *rec, void *input, struct error *e)
{
	const struct contact *c = input;
	struct ticket *t = rec;

	t->contacts++;
	t->urges += c->disposition == DISPOSITION_URGED;
	if (c->channel != CHANNEL_VISIT)
		return OK;
	t->visits++;
	return came_again(w, t, c->at, e);
}

/* F4.4: to a person, who has to accept; to a department alone it is still
 * to be handed over.  After two hand-backs the head names the handler. */
static enum status
assign(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	struct ticket *t = rec;
	struct who who;

	if (ticket_alone(w, t, e) != OK)
		return e->status;
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
	    ticket_end(w, t, "accept", "void", e) != OK)
		return e->status;
	if (who.holder == NULL && t->base.state != TICKET_PENDING &&
	    ticket_owe(w, t, "hand_over", w->now, 0, e) != OK)
		return e->status;
	ticket_hand(t, &who);
	if (who.holder == NULL)
		return OK;
	if (ticket_end(w, t, "hand_over", "met", e) != OK)
		return e->status;
	return ticket_owe(w, t, "accept", w->now, 0, e);
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

/* A contractor has no login: whoever speaks for it is recorded. */
static void
note_firm(const struct ticket *t, struct ticket_input *in)
{
	in->firm = strncmp(t->handler, "firm:", 5) == 0 ? t->handler : NULL;
}

static enum status
accept(struct work *w, void *rec, void *input, struct error *e)
{
	note_firm(rec, input);
	return ticket_alone(w, rec, e);
}

static enum status
hand_back(struct work *w, void *rec, void *input, struct error *e)
{
	struct ticket *t = rec;

	note_firm(t, input);
	t->handler = NULL;
	t->hand_backs++;
	return ticket_alone(w, t, e);
}

/* A time told with an answer may be another one than before: what was said
 * to the resident is its reason (F4.6). */
static enum status
answer(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	struct ticket *t = rec;

	if (in->strict && phrase_refuse(w->desk, in->text, e) != OK)
		return e->status;
	if (t->answered == 0)
		t->answered = w->now;
	if (in->promise != 0 && ticket_promise(w, t, in->promise, e) != OK)
		return e->status;
	return ticket_followed(w, t, e);
}

/* F4.6: the first time is a promise; another time needs its reason, and
 * whom the resident heard it from. */
static enum status
promise(struct work *w, void *rec, void *input, struct error *e)
{
	struct ticket_input *in = input;
	const struct person *p;
	struct ticket *t = rec;

	if (t->promised != 0 && text_blank(in->why)) {
		fail(e, REFUSED, "F4.6", _("no reason why the time is another "
		    "one now"));
		return advise(e, _("Add --why WHY"));
	}
	if (in->told_by != NULL) {
		if (person_need(w, in->told_by, &p, e) != OK)
			return e->status;
		in->told_by = p->login;
	} else
		in->told_by = w->actor;
	return ticket_promise(w, t, in->promise, e);
}

/* F4.4: until it is solved the first responder follows it up every day. */
static enum status
follow_up(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	struct ticket *t = rec;

	t->follow_ups++;
	t->tries += !text_blank(in->tried);
	return ticket_followed(w, t, e);
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
	struct ticket *t = rec;

	(void)input;
	if (ticket_may_settle(w, t, e) != OK)
		return e->status;
	ticket_finish(w, t);
	return t->base.state != TICKET_RESOLVED ? OK :
	    ticket_owe_call(w, t, e);
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
	  .rule = assign, .tell = ticket_tell_assigned, .spreads = 1 },
	{ .name = "accept", .clause = "F4.4", .from = HELD,
	  .to = TICKET_ACCEPTED, .roles = ROLES_STAFF, .takes = "text",
	  .notes = "firm", .meets = "accept", .person = is_handler,
	  .rule = accept, .spreads = 1 },
	{ .name = "hand_back", .clause = "F4.4", .from = HELD,
	  .to = TICKET_PENDING, .roles = ROLES_STAFF, .takes = "why",
	  .needs = "why", .notes = "firm", .opens = "hand_over",
	  .voids = "accept",
	  .person = is_handler, .rule = hand_back, .tell = ticket_tell_back,
	  .spreads = 1 },
	{ .name = "answer", .clause = "C6", .from = BEFORE_RESOLVED,
	  .to = STAY, .roles = ROLES_STAFF,
	  .takes = "text how promise strict", .needs = "text",
	  .meets = "answer callback", .rule = answer, .spreads = 1 },
	{ .name = "promise", .clause = "F4.6", .from = BEFORE_RESOLVED,
	  .to = STAY, .roles = ROLES_STAFF, .takes = "promise why told_by",
	  .needs = "promise", .rule = promise, .tell = ticket_tell_promised,
	  .spreads = 1 },
	{ .name = "follow_up", .clause = "F4.4", .from = BEFORE_RESOLVED,
	  .to = STAY, .roles = ROLES_STAFF, .takes = "text tried",
	  .needs = "text", .rule = follow_up },
	{ .name = "chase", .clause = "C7", .from = BEFORE_RESOLVED,
	  .to = STAY, .roles = ROLES_STAFF,
	  .takes = "body person ref reply next outcome give_up",
	  .meets = "chase", .person = ticket_can_chase, .rule = ticket_chase,
	  .spreads = 1 },
	{ .name = "resolve", .clause = "C6", .from = BEFORE_RESOLVED,
	  .to = TICKET_RESOLVED, .roles = ROLES_STAFF, .takes = "text",
	  .needs = "text", .meets = "answer promise callback hand_over visit",
	  .voids = "accept follow_up chase", .person = not_accused,
	  .rule = resolve, .tell = ticket_tell_resolved, .spreads = 1 },
	{ .name = "call_back", .clause = "C6", .from = FINISHED, .to = STAY,
	  .roles = ROLES_STAFF, .takes = "result score text promise give_up",
	  .needs = "result", .meets = "closing_call",
	  .person = ticket_can_call, .rule = ticket_call_back,
	  .tell = ticket_tell_called },
	{ .name = "reopen", .clause = "C6", .from = FINISHED, .to = STAY,
	  .roles = ROLES_STAFF, .takes = "why promise", .needs = "why",
	  .voids = "closing_call", .rule = ticket_reopen,
	  .tell = ticket_tell_reopened },
	{ .name = "escalate", .clause = "A16", .from = BEFORE_RESOLVED,
	  .to = STAY, .roles = ROLES_STAFF | ROLE_SYSTEM,
	  .takes = "to why told",
	  .rule = escalate, .tell = ticket_tell_escalated },
	{ .name = "acknowledge", .clause = "A3", .from = NOT_VOID,
	  .to = STAY, .roles = ROLES_HEADS, .takes = "until text",
	  .meets = "acknowledge", .person = not_about_him,
	  .rule = acknowledge },
	{ .name = "join", .command = "join-tickets", .clause = "F4.4",
	  .from = BEFORE_RESOLVED, .to = STAY, .roles = ROLES_STAFF,
	  .takes = "ticket", .needs = "ticket",
	  .voids = "hand_over accept follow_up chase", .rule = ticket_join,
	  .tell = ticket_tell_joined, .spreads = 1 },
	{ .name = "part", .command = "join-tickets --apart",
	  .clause = "F4.4", .from = BEFORE_RESOLVED, .to = STAY,
	  .roles = ROLES_STAFF, .takes = "", .rule = ticket_part,
	  .tell = ticket_tell_joined },
	{ .name = "amend", .clause = "C5", .from = NOT_VOID, .to = STAY,
	  .roles = ROLES_STAFF, .takes = "room kind category accused text why",
	  .notes = "was", .needs = "why", .person = ticket_can_amend,
	  .rule = ticket_amend, .tell = ticket_tell_amended },
	{ .name = "void", .command = "amend --void", .clause = "C10",
	  .from = NOT_VOID, .to = TICKET_VOID, .roles = ROLES_HEADS,
	  .takes = "why", .needs = "why", .voids = "answer promise hand_over "
	  "accept acknowledge callback follow_up visit chase closing_call",
	  .person = not_about_him, .rule = ticket_strike,
	  .tell = ticket_tell_amended },
	{ 0 }
};
