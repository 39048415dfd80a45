/* SPDX-License-Identifier: ISC */
/*
 * ticket-circle.c: closing the circle: the call-back, and what is opened
 * again on its old clock (C6).
 */
#include <string.h>

#include "text.h"
#include "ticket-owe.h"

enum status
ticket_can_call(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	const struct ticket *t = rec;
	const char *ask = t->first_responder;

	if (ticket_may_finish(w, t, e) != OK)
		return e->status;
	if (!text_blank(in->give_up) && !(w->roles & ROLES_HEADS)) {
		fail(e, FORBIDDEN, "C6", _("only a head gives it up"));
		return advise(e, _("Ask %s"), holder_full(w,
		    ticket_head(w, t)));
	}
	if (ticket_may_call(w, t, w->actor))
		return OK;
	if (!ticket_may_call(w, t, ask))
		ask = head_above(w, w->desk->centre, t->accused);
	fail(e, REFUSED, "C6", _("%s dealt with %s, and somebody else asks the "
	    "resident"), holder_full(w, w->actor), t->base.id);
	return advise(e, _("Ask %s"), holder_full(w,
	    ticket_may_call(w, t, ask) ? ask : w->desk->manager));
}

/* One kind that the resolution had ended; who finished what nobody had is
 * its handler, and owes it now. */
static enum status
resume(struct work *w, const struct ticket *t, const char *kind,
    struct error *e)
{
	const char *holder = owed_find(ticket_owes, kind)->holder;

	if (deadline_resume(w, t->base.id, kind, t->resolved, e) != OK)
		return e->status;
	return t->handler == NULL || strcmp(holder, "handler") != 0 ? OK :
	    deadline_pass(w, t->base.id, kind, t->handler, t->department, e);
}

/* What the resolution had ended runs on, on its old time: a real answer
 * stays one, a resolution that was none does not. */
static enum status
open_again(struct work *w, struct ticket *t, int64_t promise,
    struct error *e)
{
	static const char *const kinds[] = { "answer", "promise", "callback",
		"visit", NULL };

	for (const char *const *k = kinds; *k != NULL; k++)
		if (resume(w, t, *k, e) != OK)
			return e->status;
	t->reopens++;
	if (t->answered == t->resolved)
		t->answered = 0;
	t->joined = NULL;	/* what it went with is finished, or goes on */
	t->resolved = t->closed = t->settled = 0;
	t->chases = 0;
	t->base.state = t->handler != NULL ? TICKET_ACCEPTED : TICKET_PENDING;
	if (promise != 0 && ticket_promise(w, t, promise, e) != OK)
		return e->status;
	if (t->handler == NULL && ticket_owe(w, t, "hand_over", w->now, 0,
	    e) != OK)
		return e->status;
	return ticket_owe(w, t, "follow_up", w->now, 0, e);
}

enum status
ticket_reopen(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;

	return open_again(w, rec, in->promise, e);
}

static enum status
check_result(const struct ticket_input *in, struct error *e)
{
	const char *result = word_results[in->result - 1].code;

	if (in->result != RESULT_DISSATISFIED && in->promise != 0) {
		fail(e, REFUSED, "F4.6", _("a new time is told to those who "
		    "are not satisfied"));
		return advise(e, _("Leave --promise out"));
	}
	if (in->result != RESULT_UNREACHABLE && !text_blank(in->give_up)) {
		fail(e, REFUSED, "C6", _("who was reached is not given up"));
		return advise(e, _("Leave --give-up out"));
	}
	if (in->result == RESULT_UNREACHABLE && in->score.set) {
		fail(e, REFUSED, "C6", _("nobody was reached who could give a "
		    "score"));
		return advise(e, _("Leave --score out"));
	}
	if (in->result != RESULT_DISSATISFIED || !text_blank(in->text))
		return OK;
	fail(e, REFUSED, "C6", _("what they are not satisfied with is not "
	    "said"));
	return advise(e, _("Add --text TEXT to --result %s"), result);
}

enum status
ticket_call_back(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	struct ticket *t = rec;

	if (check_result(in, e) != OK)
		return e->status;
	t->result = in->result;
	t->score = in->score;
	t->called_back = w->now;
	if (in->result == RESULT_DISSATISFIED)
		return open_again(w, t, in->promise, e);
	if (in->result == RESULT_UNREACHABLE) {
		t->unreached++;
		if (text_blank(in->give_up))
			return t->base.state == TICKET_RESOLVED ?
			    ticket_owe_call(w, t, e) : OK;
	}
	t->base.state = TICKET_CLOSED;
	if (t->closed == 0)
		t->closed = w->now;
	return OK;
}
