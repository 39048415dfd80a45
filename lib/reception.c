/* SPDX-License-Identifier: ISC */
/*
 * reception.c: taking a call, visit or letter.
 */
#include <string.h>

#include "estate.h"
#include "reception.h"
#include "recurrence.h"
#include "row.h"
#include "text.h"

static const struct field fields[] = {
	{ FIELD(call, content, "content", T_TEXT),
	  .flags = F_FREE | F_OPERAND, .arg = N_("CONTENT"),
	  .help = N_("what they said") },
	{ FIELD(call, channel, "channel", T_WORD), .words = word_channels,
	  .typed = offsetof(struct call, medium), .arg = N_("CHANNEL"),
	  .help = N_("call (when not given), visit or letter") },
	{ FIELD(call, kind, "kind", T_WORD), .words = word_kinds,
	  .arg = N_("KIND"),
	  .help = N_("complaint request enquiry suggestion praise tip") },
	{ FIELD(call, caller, "caller", T_WORD), .words = word_callers,
	  .arg = N_("CALLER"), .help = N_("owner tenant visitor other") },
	{ FIELD(call, name, "name", T_TEXT), .flags = F_MASK,
	  .arg = N_("NAME"), .help = N_("their name (F4.5)") },
	{ FIELD(call, anonymous, "anonymous", T_FLAG),
	  .help = N_("they give no name") },
	{ FIELD(call, phone, "phone", T_TEXT), .flags = F_MASK,
	  .arg = N_("NUMBER"),
	  .help = N_("their number (F4.5); - reads it from standard input") },
	{ FIELD(call, no_phone, "no_phone", T_TEXT), .arg = N_("REASON"),
	  .help = N_("why there is no number") },
	{ FIELD(call, room, "room", T_TEXT), .arg = N_("ROOM"),
	  .help = N_("3-2-501, or a place") },
	{ FIELD(call, category, "category", T_TEXT), .arg = N_("CATEGORY"),
	  .help = N_("what it is about, as in desk.yaml") },
	{ FIELD(call, accused, "accused", T_TEXT), .arg = N_("STAFF"),
	  .help = N_("who is complained about (C5)") },
	{ FIELD(call, first_responder, "first_responder", T_TEXT),
	  .arg = N_("STAFF"),
	  .help = N_("who met them first (F4.2), when not you") },
	{ FIELD(call, at, "at", T_TIME), .when = WHEN_AT, .arg = N_("TIME"),
	  .help = N_("when it was, for a late entry") },
	{ FIELD(call, on_spot, "on_spot", T_TEXT), .flags = F_FREE,
	  .arg = N_("TEXT"), .help = N_("done at once: what was done (C1)") },
	{ FIELD(call, to, "to", T_TEXT), .arg = N_("WHO"),
	  .help = N_("who gets it (F4.4)") },
	{ FIELD(call, promise, "promise", T_TIME), .when = WHEN_PROMISE,
	  .arg = N_("TIME"),
	  .help = N_("the time the resident was told (F4.6)") },
	{ FIELD(call, callback_owed, "callback_owed", T_FLAG),
	  .help = N_("nobody could be reached: a reply is owed (F4.8)") },
	{ FIELD(call, tried, "tried", T_TEXT), .arg = N_("WHOM"),
	  .help = N_("with --callback-owed: whom you tried to reach") },
	{ FIELD(call, cause, "cause", T_WORD), .words = word_causes,
	  .arg = N_("CAUSE"), .help = N_("municipal: others caused it (C7)") },
	{ FIELD(call, utility, "utility", T_WORD), .words = word_utilities,
	  .arg = N_("UTILITY"),
	  .help = N_("water power gas road post telecom") },
	{ FIELD(call, ticket, "ticket", T_TEXT), .arg = N_("TICKET"),
	  .help = N_("it belongs to this ticket") },
	{ FIELD(call, urge, "urge", T_FLAG),
	  .help = N_("with --ticket: they urge it") },
	{ FIELD(call, rings, "rings", T_MAYBE), .max = 99,
	  .arg = N_("N"), .help = N_("how often it rang (A18)") },
	{ 0 }
};

const struct table call_table = { "call", sizeof(struct call), fields };

static enum status
clash(const char *one, const char *other, struct error *e)
{
	fail(e, MISUSED, NULL, _("%s and %s exclude each other"), one, other);
	return advise(e, _("Leave one of them out"));
}

enum status
call_check(const struct call *c, struct error *e)
{
	if (text_blank(c->content)) {
		fail(e, MISUSED, "F4.5", _("nothing is said"));
		return advise(e, _("Add in one argument what they said"));
	}
	if (c->on_spot != NULL && text_blank(c->on_spot)) {
		fail(e, MISUSED, "C1", _("--on-spot is empty"));
		return advise(e, _("Write what was done"));
	}
	if (c->on_spot != NULL && (c->to != NULL || c->promise != 0))
		return clash("--on-spot", c->to ? "--to" : "--promise", e);
	if (c->callback_owed && (c->on_spot != NULL || c->to != NULL))
		return clash("--callback-owed", c->to ? "--to" : "--on-spot",
		    e);
	if (c->tried != NULL && !c->callback_owed && c->ticket == NULL) {
		fail(e, MISUSED, "F4.8", _("--tried says whom you could not "
		    "reach"));
		return advise(e, _("Add --callback-owed"));
	}
	if (c->name != NULL && c->anonymous)
		return clash("--name", "--anonymous", e);
	if (c->phone != NULL && c->no_phone != NULL)
		return clash("--phone", "--no-phone", e);
	if (c->ticket == NULL && c->urge) {
		fail(e, MISUSED, NULL, _("--urge needs the ticket that they "
		    "urge"));
		return advise(e, _("Add --ticket TICKET"));
	}
	if (c->ticket != NULL && (c->kind != 0 || c->category != NULL ||
	    c->to != NULL || c->on_spot != NULL || c->callback_owed ||
	    c->promise != 0 || c->accused != NULL || c->cause != 0 ||
	    c->utility != 0)) {
		fail(e, MISUSED, NULL, _("--ticket adds to a ticket that is "
		    "there; its kind and handling stay as they are"));
		return advise(e, _("Change these with assign, answer, promise "
		    "or resolve"));
	}
	return OK;
}

/* F4.5: name and telephone, or a reason; F4.8 leaves no way round. */
static enum status
check_caller(struct work *w, const struct call *c, struct contact *n,
    struct error *e)
{
	if (c->callback_owed && (text_blank(c->name) || text_blank(c->phone))) {
		fail(e, REFUSED, "F4.8", _("a reply is owed, so name and "
		    "telephone are needed"));
		return advise(e, _("Add --name NAME and --phone NUMBER"));
	}
	if (c->callback_owed && text_blank(c->tried)) {
		fail(e, REFUSED, "F4.8", _("whom you tried to reach is not "
		    "said"));
		return advise(e, _("Add --tried WHOM"));
	}
	if (text_blank(c->name) && !c->anonymous && text_blank(c->phone) &&
	    text_blank(c->no_phone)) {
		fail(e, REFUSED, "F4.5", _("no name and no telephone"));
		return advise(e, _("Add --name NAME, or --anonymous; and "
		    "--phone NUMBER, or --no-phone REASON"));
	}
	if (text_blank(c->name) && !c->anonymous) {
		fail(e, REFUSED, "F4.5", _("no name"));
		return advise(e, _("Add --name NAME, or --anonymous"));
	}
	if (text_blank(c->phone) && text_blank(c->no_phone)) {
		fail(e, REFUSED, "F4.5", _("no telephone"));
		return advise(e, _("Add --phone NUMBER, or --no-phone REASON"));
	}
	n->name = text_blank(c->name) ? NULL : c->name;
	n->no_phone = text_blank(c->no_phone) ? NULL : c->no_phone;
	n->tried = text_blank(c->tried) ? NULL : c->tried;
	return text_blank(c->phone) ? OK :
	    text_phone(w->arena, c->phone, &n->phone, e);
}

static enum status
person_of(struct work *w, const char *typed, const char **login,
    struct error *e)
{
	const struct person *p;

	if (person_need(w, typed, &p, e) != OK)
		return e->status;
	*login = p->login;
	return OK;
}

/* The contact itself, but for what follows from the ticket. */
static enum status
fill_contact(struct work *w, const struct call *c, struct contact *n,
    struct error *e)
{
	char day[CLOCK_ROOM];

	*n = (struct contact){ .office = w->office, .content = c->content,
		.channel = c->channel ? c->channel : CHANNEL_CALL,
		.medium = c->medium, .caller = c->caller,
		.at = c->at ? c->at : w->now, .rings = c->rings,
		.first_responder = w->actor, .recorded_by = w->actor };
	n->day = arena_copy(w->arena, clock_day(n->at, day));
	if (check_caller(w, c, n, e) != OK)
		return e->status;
	if (c->first_responder != NULL && person_of(w, c->first_responder,
	    &n->first_responder, e) != OK)
		return e->status;
	/* cron's login loads books; it met nobody (F4.2). */
	if (person_find(w->roll, n->first_responder) == NULL) {
		fail(e, REFUSED, "F4.2", _("nobody of the staff is named who "
		    "met them"));
		return advise(e, _("Add --first-responder STAFF"));
	}
	return text_blank(c->room) ? OK : room_need(w, c->room, &n->room, e);
}

/* What it is about; a kind given goes before the category's own. */
static enum status
fill_subject(struct work *w, const struct call *c, struct ticket *t,
    struct error *e)
{
	const struct category *cat;
	int kind;

	if (category_need(w, text_blank(c->category) ? "other" : c->category,
	    &cat, e) != OK)
		return e->status;
	/* Who names an accused complains; else it is as its category says. */
	kind = !text_blank(c->accused) ? KIND_COMPLAINT : cat->kind != NULL ?
	    word_index(word_kinds, cat->kind) + 1 : 0;
	if (kind == 0)
		kind = word_index(word_kinds, "request") + 1;
	t->kind = c->kind ? c->kind : kind;
	t->category = cat->code;
	t->cause = c->cause == 0 && c->utility != 0 ? 1 : c->cause;
	t->utility = c->utility;
	ticket_take_cause(w, t);
	return c->accused == NULL ? OK :
	    person_of(w, c->accused, &t->accused, e);
}

/* Done by himself, unless it is about himself: then his head (C5). */
static void
keep(struct work *w, struct ticket *t)
{
	struct who who = { t->first_responder, NULL };
	const char *head = ticket_head(w, t);

	if (t->accused != NULL && strcmp(t->accused, who.holder) == 0)
		who.holder = head;
	who.department = person_find(w->roll, who.holder) != NULL ?
	    person_find(w->roll, who.holder)->department : t->department;
	ticket_hand(t, &who);
	if (who.holder != head)
		t->base.state = TICKET_ACCEPTED;
}

/* C1: on the spot, handed over, a time told, a reply owed, or still to be
 * handed over. */
static enum status
dispose(struct work *w, const struct call *c, struct ticket *t,
    struct contact *n, struct error *e)
{
	struct who who;

	ticket_route(w, t, &who);
	t->department = who.department;
	t->base.state = TICKET_PENDING;
	n->disposition = DISPOSITION_PENDING;
	if (c->on_spot != NULL) {
		n->disposition = DISPOSITION_ON_SPOT;
		n->done = c->on_spot;
		who = (struct who){ t->first_responder, NULL };
		if (ticket_may_finish(w, t, e) != OK ||
		    ticket_may_hand(w, t, &who, e) != OK ||
		    ticket_may_settle(w, t, e) != OK)
			return e->status;
		t->handler = t->first_responder;
		ticket_finish(w, t);
		return OK;
	}
	t->promised = c->promise;
	if (c->to != NULL) {
		n->disposition = DISPOSITION_HANDED_OVER;
		if (who_need(w, c->to, t->department, &who, e) != OK ||
		    ticket_may_hand(w, t, &who, e) != OK)
			return e->status;
		ticket_hand(t, &who);
		n->told_department = who.department;
	} else if (c->callback_owed || c->promise != 0) {
		n->disposition = c->callback_owed ? DISPOSITION_CALLBACK_OWED :
		    DISPOSITION_PROMISED;
		keep(w, t);
	}
	return OK;
}

static enum status
open_ticket(struct work *w, const struct call *c, struct ticket *t,
    struct contact *n, struct error *e)
{
	*t = (struct ticket){ .room = n->room, .opened = n->at,
		.first_responder = n->first_responder,
		.recorded_by = w->actor, .recorded = w->now, .contacts = 1,
		.visits = n->channel == CHANNEL_VISIT,
		.tries = n->tried != NULL };
	if (fill_subject(w, c, t, e) != OK)
		return e->status;
	t->self_taken = t->accused != NULL &&
	    strcmp(t->accused, w->actor) == 0;
	if (dispose(w, c, t, n, e) != OK)
		return e->status;
	n->no = 1;
	if (step_take(w, &ticket_record, step_find(&ticket_record, "log"),
	    t, &contact_table, n, n->at, e) != OK)
		return e->status;
	return recurrence_seen(w, t, e);
}

static enum status
add_to_ticket(struct work *w, const struct call *c, struct ticket *t,
    struct contact *n, struct error *e)
{
	const char *id;

	if (id_check(w->arena, w->office, c->ticket, &id, e) != OK ||
	    record_load(w, &ticket_record, id, t, e) != OK)
		return e->status;
	n->no = t->contacts + 1;
	n->disposition = c->urge ? DISPOSITION_URGED : DISPOSITION_ADDED;
	return step_take(w, &ticket_record, step_find(&ticket_record,
	    "contact"), t, &contact_table, n, w->now, e);
}

enum status
reception_take(struct work *w, const struct call *c, struct ticket *t,
    struct contact *n, struct error *e)
{
	enum status status = fill_contact(w, c, n, e);

	if (status == OK)
		status = c->ticket != NULL ? add_to_ticket(w, c, t, n, e) :
		    open_ticket(w, c, t, n, e);
	if (status != OK)
		return status;
	n->ticket = t->base.id;
	return row_insert(w->store, &contact_table, n, e);
}
