/* SPDX-License-Identifier: ISC */
/*
 * loan-steps.c: the steps of a loan, their rules, and what is owed (E4).
 */
#include "cabinet.h"
#include "notice.h"
#include "staff.h"
#include "who.h"

enum {
	OPEN = STATE(LOAN_OUT) | STATE(LOAN_LOST) | STATE(LOAN_WITHDRAWN),
};

static const struct owed owes[] = {
	{ "key_back", "E4", GIVEN, 0, "holder" },
	{ "lock_change", "E4", ELAPSED, 24 * HOUR, "head" },
	{ 0 }
};

static const struct field inputs[] = {
	{ FIELD(loan_input, condition, "condition", T_TEXT), .flags = F_FREE,
	  .arg = N_("TEXT"), .help = N_("how it came back") },
	{ FIELD(loan_input, why, "why", T_TEXT), .flags = F_FREE,
	  .arg = N_("WHY"), .help = N_("what happened"),
	  .lack = N_("nobody says what happened") },
	{ 0 }
};

static enum status
lent(struct work *w, void *rec, void *input, struct error *e)
{
	const struct loan *l = rec;

	(void)input;
	return step_owe(w, &loan_record, l, "key_back", NULL, l->opened,
	    l->due, e);
}

static enum status
ended(struct work *w, void *rec, void *input, struct error *e)
{
	struct loan *l = rec;

	(void)input;
	(void)e;
	l->ended = w->now;
	return OK;
}

/* Somebody out there may have the key: the head hears of it at once. */
static enum status
tell_lost(struct work *w, void *rec, void *input, struct error *e)
{
	const struct loan *l = rec;

	(void)input;
	if (notice_add(w, head_of(w, NULL), "key_lost", l->base.id, e) != OK)
		return e->status;
	return same_login(l->first_responder, w->actor) ? OK :
	    notice_add(w, l->first_responder, "key_lost", l->base.id, e);
}

/* The open loan of a key that was named. */
static enum status
called(struct work *w, const char *typed, const char **id, struct error *e)
{
	struct cabinet c;
	struct pick p;
	const struct hook *h, *first = NULL;

	if (cabinet_load(w, &c, e) != OK)
		return e->status;
	if (cabinet_loan(&c, typed) != NULL) {
		*id = cabinet_loan(&c, typed)->base.id;
		return OK;
	}
	if (cabinet_find(w, typed, &p, e) != OK)
		return e->status;
	for (h = c.hooks; h < c.hooks + c.n; h++) {
		if (!hook_picked(h, &p) || h->loan == NULL)
			continue;
		if (first != NULL && first->loan != h->loan) {
			fail(e, REFUSED, "E4", _("%s and %s are both not in "
			    "the cabinet"), first->name, h->name);
			return advise(e, _("Say which of them"));
		}
		first = h;
	}
	if (first != NULL) {
		*id = first->loan->base.id;
		return OK;
	}
	fail(e, REFUSED, "E4", _("%s is in the cabinet"), typed);
	return advise(e, _("Who had it: list loans --all --key %s"), typed);
}

/* What a head withdrew a head puts back. */
static enum status
may_return(struct work *w, void *rec, void *input, struct error *e)
{
	const struct loan *l = rec;

	(void)input;
	if (l->base.state != LOAN_WITHDRAWN || w->roles & ROLES_HEADS)
		return OK;
	fail(e, FORBIDDEN, "E4", _("%s was withdrawn, and a head says when it "
	    "may be lent again"), l->key);
	return advise(e, _("Ask %s"), holder_name(w, head_of(w, NULL)));
}

static const struct step steps[] = {
	{ .name = "lend", .clause = "E4", .to = LOAN_OUT,
	  .roles = ROLES_DESK, .rule = lent },
	{ .name = "miss", .clause = "E4", .to = LOAN_LOST,
	  .roles = ROLES_DESK, .notes = "why", .needs = "why",
	  .opens = "lock_change", .tell = tell_lost },
	{ .name = "withdraw", .clause = "E4", .to = LOAN_WITHDRAWN,
	  .roles = ROLES_HEADS, .notes = "why", .needs = "why" },
	{ .name = "return", .command = "return-key", .clause = "E4",
	  .from = OPEN, .to = LOAN_RETURNED, .roles = ROLES_DESK,
	  .takes = "condition", .meets = "key_back", .voids = "lock_change",
	  .person = may_return, .rule = ended },
	{ .name = "lose", .command = "mark-key --lost", .clause = "E4",
	  .from = STATE(LOAN_OUT) | STATE(LOAN_WITHDRAWN), .to = LOAN_LOST,
	  .roles = ROLES_DESK, .takes = "why", .needs = "why",
	  .opens = "lock_change", .voids = "key_back", .tell = tell_lost },
	{ .name = "change_lock", .command = "mark-key --lock-changed",
	  .clause = "E4", .from = STATE(LOAN_LOST), .to = LOAN_REPLACED,
	  .roles = ROLES_HEADS, .takes = "why", .meets = "lock_change",
	  .rule = ended },
	{ 0 }
};

const struct record loan_record = {
	.table = { "loan", sizeof(struct loan), loan_fields },
	.letter = 'L', .noun = N_("loan"), .states = word_loan_states,
	.inputs = { "loan_input", sizeof(struct loan_input), inputs },
	.steps = steps, .owes = owes, .called = called,
};
