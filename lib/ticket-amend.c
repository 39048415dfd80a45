/* SPDX-License-Identifier: ISC */
/*
 * ticket-amend.c: putting right what was written down wrong.  What stood
 * there stays in the journal; what the resident said is only added to (C5).
 */
#include "estate.h"
#include "text.h"
#include "ticket-owe.h"

/* The accused adds to what is said about him, and changes nothing. */
enum status
ticket_can_amend(struct work *w, void *rec, void *input, struct error *e)
{
	const struct ticket_input *in = input;
	const struct ticket *t = rec;

	if (in->room == NULL && in->kind == 0 && in->category == NULL &&
	    in->accused == NULL)
		return OK;
	if (ticket_may_finish(w, t, e) != OK)
		return e->status;
	if ((in->kind == 0 || t->kind != KIND_COMPLAINT ||
	    in->kind == KIND_COMPLAINT) && (in->accused == NULL ||
	    t->accused == NULL))
		return OK;
	if (w->roles & ROLES_HEADS)
		return OK;
	fail(e, FORBIDDEN, "C5", _("only a head says that it is no complaint, "
	    "or about somebody else"));
	return advise(e, _("Ask %s"), holder_full(w, ticket_head(w, t)));
}

static void
note(struct buf *was, const char *what, const char *before)
{
	buf_printf(was, "%s%s %s", was->len > 0 ? "; " : "", what,
	    before ? before : "-");
}

/* A clock that is another one from the contact on. */
static enum status
change_kind(struct work *w, struct ticket *t, int kind, struct error *e)
{
	int was = t->kind;

	t->kind = kind;
	if (kind == was)
		return OK;
	if (t->answered == 0 && (ticket_end(w, t, "answer", "void", e) != OK ||
	    ticket_owe_answer(w, t, e) != OK))
		return e->status;
	if (was == KIND_COMPLAINT)
		return ticket_end(w, t, "acknowledge", "void", e);
	return kind == KIND_COMPLAINT ? ticket_owe_head(w, t, e) : OK;
}

/* Whoever is complained about does not keep it (C5). */
static enum status
change_accused(struct work *w, struct ticket *t, const char *typed,
    struct error *e)
{
	const struct person *p;
	struct who who;

	if (person_need(w, typed, &p, e) != OK)
		return e->status;
	t->accused = p->login;
	if (change_kind(w, t, KIND_COMPLAINT, e) != OK ||
	    ticket_pass_accused(w, t, e) != OK)
		return e->status;
	if (!same_login(t->handler, t->accused) ||
	    t->base.state >= TICKET_RESOLVED)
		return OK;
	who = (struct who){ ticket_head(w, t), t->department };
	if (ticket_end(w, t, "accept", "void", e) != OK ||
	    (t->joined != NULL && ticket_owe(w, t, "follow_up", w->now, 0,
	    e) != OK))
		return e->status;
	t->joined = NULL;	/* he keeps what it went with */
	ticket_hand(t, &who);
	return ticket_owe(w, t, who.holder ? "accept" : "hand_over", w->now,
	    0, e);
}

static enum status
change(struct work *w, struct ticket *t, const struct ticket_input *in,
    struct buf *was, struct error *e)
{
	const struct category *c;

	if (in->room != NULL) {
		note(was, "room", t->room);
		if (room_need(w, in->room, &t->room, e) != OK)
			return e->status;
	}
	if (in->category != NULL) {
		note(was, "category", t->category);
		if (category_need(w, in->category, &c, e) != OK)
			return e->status;
		t->category = c->code;
	}
	if (in->kind != 0) {
		note(was, "kind", word_kinds[t->kind - 1].code);
		if (change_kind(w, t, in->kind, e) != OK)
			return e->status;
	}
	if (in->accused != NULL) {
		note(was, "accused", t->accused);
		if (change_accused(w, t, in->accused, e) != OK)
			return e->status;
	}
	if (in->category != NULL || in->kind != 0 || in->accused != NULL)
		ticket_take_cause(w, t);
	return OK;
}

enum status
ticket_amend(struct work *w, void *rec, void *input, struct error *e)
{
	struct ticket_input *in = input;
	struct buf was = { 0 };
	enum status status = change(w, rec, in, &was, e);

	in->was = arena_copy(w->arena, was.text);
	buf_free(&was);
	if (status != OK)
		return status;
	if (in->was != NULL || !text_blank(in->text))
		return OK;
	fail(e, REFUSED, "C5", _("nothing is put right"));
	return advise(e, _("Add what is right: --room --category --kind "
	    "--accused; or what is to be added: --text"));
}

/* Taken out of the rates, for all to see: not while others go with it. */
enum status
ticket_strike(struct work *w, void *rec, void *input, struct error *e)
{
	static const char sql[] = "SELECT count(*) FROM ticket WHERE "
	    "office = $1 AND joined = $2 AND state <> 'void'";
	struct ticket *t = rec;
	int64_t with = 0;

	(void)input;
	if (store_number(w->store, sql, VALUES(v_text(w->office),
	    v_text(t->base.id)), &with, e) != OK)
		return e->status;
	if (with > 0) {
		fail(e, REFUSED, "F4.4", _("other tickets go with %s"),
		    t->base.id);
		return advise(e, _("Part them first: join-tickets --apart"));
	}
	t->closed = 0;
	t->joined = NULL;
	return OK;
}
