/* SPDX-License-Identifier: ISC */
/*
 * ticket-chase.c: what others have to do is taken up with them until they
 * have done it (C7).
 */
#include "text.h"
#include "ticket-owe.h"

/* Giving up is signed by a head, and not by one who is accused. */
enum status
ticket_can_chase(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	const struct ticket *t = rec;

	if (text_blank(in->give_up))
		return OK;
	if (!(w->roles & ROLES_HEADS)) {
		fail(e, FORBIDDEN, "C7", _("only a head gives it up"));
		return advise(e, _("Ask %s"), holder_full(w,
		    ticket_head(w, t)));
	}
	return ticket_may_finish(w, t, e);
}

static enum status
check_said(const struct ticket *t, const struct ticket_input *in, int ends,
    struct error *e)
{
	if (!text_blank(in->give_up))
		return OK;
	if (t->body == NULL && text_blank(in->body)) {
		fail(e, REFUSED, "C7", _("nobody is named whom it was taken "
		    "up with"));
		return advise(e, _("Add --body BODY, and --person PERSON"));
	}
	if (text_blank(in->reply) && text_blank(in->outcome)) {
		fail(e, REFUSED, "C7", _("what they said is not recorded"));
		return advise(e, _("Add --reply TEXT, or --outcome TEXT when "
		    "it is done"));
	}
	if (ends || in->next != 0)
		return OK;
	fail(e, REFUSED, "C7", _("no time when to ask them again"));
	return advise(e, _("Add --next TIME, or --outcome TEXT when it is "
	    "done"));
}

enum status
ticket_chase(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	struct ticket *t = rec;
	int ends = !text_blank(in->outcome) || !text_blank(in->give_up);

	if (ticket_alone(w, t, e) != OK || check_said(t, in, ends, e) != OK)
		return e->status;
	if (!text_blank(in->body))
		t->body = in->body;
	if (text_blank(in->give_up)) {
		t->chases++;
		t->chased = w->now;
	}
	if (ends)
		t->settled = w->now;
	else if (ticket_owe(w, t, "chase", w->now, in->next, e) != OK)
		return e->status;
	return ticket_followed(w, t, e);
}
