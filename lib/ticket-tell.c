/* SPDX-License-Identifier: ISC */
/*
 * ticket-tell.c: who is told of what happens to a ticket; the first responder
 * always is (F4.1).
 */
#include "contact.h"
#include "notice.h"
#include "ticket-tell.h"

enum status
ticket_tell_logged(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;

	(void)input;
	if ((t->kind == KIND_COMPLAINT || t->accused != NULL) &&
	    notice_add(w, ticket_head(w, t), t->self_taken ? "self_taken" :
	    "complaint", t->base.id, e) != OK)
		return e->status;
	if (!same_login(t->first_responder, w->actor) && notice_add(w,
	    t->first_responder, "first_responder", t->base.id, e) != OK)
		return e->status;
	if (t->base.state == TICKET_ASSIGNED)
		return notice_add(w, t->handler, "assigned", t->base.id, e);
	return OK;
}

/* Whoever has it, and the first responder. */
static enum status
tell_both(struct work *w, const struct ticket *t, const char *message,
    struct error *e)
{
	if (notice_add(w, t->handler, message, t->base.id, e) != OK)
		return e->status;
	return notice_add(w, t->first_responder, message, t->base.id, e);
}

enum status
ticket_tell_added(struct work *w, void *rec, void *input, struct error *e)
{
	const struct contact *c = input;

	return tell_both(w, rec, c->disposition == DISPOSITION_URGED ?
	    "urged" : "contact", e);
}

enum status
ticket_tell_promised(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;

	(void)input;
	return t->moved == 0 ? OK : tell_both(w, t, "promise_moved", e);
}

/* Of a complaint that is open again the head hears too. */
enum status
ticket_tell_reopened(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;

	(void)input;
	if (tell_both(w, t, "reopened", e) != OK)
		return e->status;
	return t->kind != KIND_COMPLAINT ? OK :
	    notice_add(w, ticket_head(w, t), "reopened", t->base.id, e);
}

enum status
ticket_tell_called(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;

	return in->result != RESULT_DISSATISFIED ? OK :
	    ticket_tell_reopened(w, rec, input, e);
}

/* One that only goes along with what happened to another tells nobody. */
enum status
ticket_tell_joined(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;

	return in->follows ? OK : tell_both(w, rec, "joined", e);
}

enum status
ticket_tell_amended(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	const struct ticket *t = rec;

	if (in->accused != NULL && notice_add(w, ticket_head(w, t),
	    "complaint", t->base.id, e) != OK)
		return e->status;
	return tell_both(w, t, t->base.state == TICKET_VOID ? "voided" :
	    "amended", e);
}

enum status
ticket_tell_assigned(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;
	const char *to = t->handler != NULL ? t->handler :
	    head_above(w, t->department,
	    t->accused);

	(void)input;
	if (notice_add(w, to, "assigned", t->base.id, e) != OK)
		return e->status;
	return notice_add(w, t->first_responder, "assigned", t->base.id, e);
}

enum status
ticket_tell_back(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;

	(void)input;
	if (notice_add(w, t->first_responder, "handed_back", t->base.id,
	    e) != OK)
		return e->status;
	if (t->hand_backs < HAND_BACKS)
		return OK;
	return notice_add(w, head_above(w, t->department,
	    t->accused), "name_handler",
	    t->base.id, e);
}

enum status
ticket_tell_resolved(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;

	(void)input;
	return notice_add(w, t->first_responder, "resolved", t->base.id, e);
}

enum status
ticket_tell_escalated(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;
	const struct ticket_input *in = input;

	if (notice_add(w, in->told, "escalated", t->base.id, e) != OK)
		return e->status;
	return notice_add(w, t->first_responder, "escalated", t->base.id, e);
}
