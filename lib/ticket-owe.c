/* SPDX-License-Identifier: ISC */
/*
 * ticket-owe.c: what is owed about a ticket, opened and ended.
 */
#include "ticket-owe.h"

enum status
ticket_owe(struct work *w, const struct ticket *t, const char *kind,
    int64_t from, int64_t due, struct error *e)
{
	return step_owe(w, &ticket_record, t, kind, NULL, from, due, e);
}

enum status
ticket_end(struct work *w, const struct ticket *t, const char *kind,
    const char *outcome, struct error *e)
{
	return deadline_end(w, t->base.id, kind, NULL, outcome, w->now, e);
}

enum status
ticket_owe_answer(struct work *w, const struct ticket *t, struct error *e)
{
	int64_t limit = w->desk->kinds[t->kind - 1].answer;
	struct debt b = step_debt(w, &ticket_record, t, "answer");

	if (limit == 0)
		return OK;
	b.clause = t->kind == KIND_COMPLAINT ? "C6" : "house";
	b.from = t->opened;
	b.due = t->opened + limit;
	b.met = t->answered;
	return deadline_open(w, &b, e);
}

/* Owed by somebody whom no member of the ticket names. */
static enum status
owe_by(struct work *w, const struct ticket *t, const char *kind,
    const char *holder, int64_t from, struct error *e)
{
	struct debt b = { .owed = owed_find(ticket_owes, kind),
		.record = t->base.id, .holder = holder,
		.department = ticket_department(w, t),
		.first_responder = t->first_responder, .from = from };

	return deadline_open(w, &b, e);
}

enum status
ticket_owe_head(struct work *w, const struct ticket *t, struct error *e)
{
	return owe_by(w, t, "acknowledge", ticket_head(w, t), t->opened, e);
}

int
ticket_may_call(const struct work *w, const struct ticket *t,
    const char *login)
{
	return !same_login(t->handler, login) &&
	    (!same_login(t->accused, login) || w->desk->accused_may_resolve);
}

static const char *
caller_back(const struct work *w, const struct ticket *t)
{
	const char *holder = t->first_responder;

	if (!ticket_may_call(w, t, holder))
		holder = head_above(w, w->desk->centre, t->accused);
	return holder != NULL && ticket_may_call(w, t, holder) ? holder :
	    w->desk->manager;
}

enum status
ticket_owe_call(struct work *w, const struct ticket *t, struct error *e)
{
	return owe_by(w, t, "closing_call", caller_back(w, t), w->now, e);
}

enum status
ticket_pass_accused(struct work *w, const struct ticket *t, struct error *e)
{
	if (deadline_pass(w, t->base.id, "acknowledge", ticket_head(w, t),
	    ticket_department(w, t), e) != OK)
		return e->status;
	return deadline_pass(w, t->base.id, "closing_call", caller_back(w, t),
	    ticket_department(w, t), e);
}

/* What was joined is followed up with the one it goes with. */
enum status
ticket_followed(struct work *w, const struct ticket *t, struct error *e)
{
	if (t->joined != NULL || (!same_login(t->first_responder, w->actor) &&
	    !(w->roles & ROLES_HEADS)))
		return OK;
	if (ticket_end(w, t, "follow_up", "met", e) != OK)
		return e->status;
	return ticket_owe(w, t, "follow_up", w->now, 0, e);
}

enum status
ticket_promise(struct work *w, struct ticket *t, int64_t at, struct error *e)
{
	int moved;

	t->moved += t->promised != 0 && t->promised != at;
	t->promised = at;
	if (deadline_move(w, t->base.id, "promise", at, &moved, e) != OK)
		return e->status;
	return moved ? OK : ticket_owe(w, t, "promise", w->now, at, e);
}

enum status
ticket_alone(struct work *w, const struct ticket *t, struct error *e)
{
	if (t->joined == NULL)
		return OK;
	fail(e, REFUSED, "F4.4", _("%s goes with %s"), t->base.id,
	    id_told(w, t->joined));
	return advise(e, _("Do it with %s; or part them: join-tickets --apart "
	    "%s"), id_told(w, t->joined), t->base.id);
}
