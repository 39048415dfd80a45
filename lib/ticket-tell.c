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

enum status
ticket_tell_added(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket *t = rec;

	(void)input;
	if (notice_add(w, t->handler, "contact", t->base.id, e) != OK)
		return e->status;
	return notice_add(w, t->first_responder, "contact", t->base.id, e);
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
