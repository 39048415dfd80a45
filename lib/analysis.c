/* SPDX-License-Identifier: ISC */
/*
 * analysis.c: complaints that were analysed (C9).
 */
#include <string.h>

#include "analysis.h"
#include "notice.h"
#include "text.h"
#include "who.h"

const struct word word_analysis_states[] = {
	{ "owed", "still to be done", "待分析", NULL },
	{ "open", "being remedied", "整改中", NULL },
	{ "remedied", "remedied", "已整改", NULL },
	{ "verified", "verified", "验证有效", NULL },
	{ "failed", "failed", "整改无效", NULL },
	{ 0 }
};

static const struct field fields[] = {
	{ FIELD(analysis, base.office, "office", T_TEXT),
	  .flags = F_KEY | F_FIXED, .help = N_("office it belongs to") },
	{ FIELD(analysis, base.id, "id", T_TEXT),
	  .flags = F_KEY | F_FIXED, .help = N_("its id") },
	{ FIELD(analysis, base.rev, "rev", T_INT),
	  .help = N_("how often it was changed") },
	{ FIELD(analysis, base.state, "state", T_WORD),
	  .words = word_analysis_states,
	  .help = N_("how far its remedy has come") },
	{ FIELD(analysis, month, "month", T_TEXT), .flags = F_FIXED,
	  .help = N_("month whose complaints were analysed") },
	{ FIELD(analysis, category, "category", T_TEXT), .flags = F_FIXED,
	  .help = N_("what recurs, as in desk.yaml") },
	{ FIELD(analysis, place, "place", T_TEXT), .flags = F_FIXED,
	  .help = N_("room, building or place where it does") },
	{ FIELD(analysis, members, "members", T_TEXT),
	  .help = N_("the tickets that were analysed") },
	{ FIELD(analysis, root_cause, "root_cause", T_TEXT),
	  .help = N_("why it comes about") },
	{ FIELD(analysis, departments, "departments", T_TEXT),
	  .help = N_("departments that it concerns") },
	{ FIELD(analysis, remedy, "remedy", T_TEXT),
	  .help = N_("what is done so that it does not come again") },
	{ FIELD(analysis, owner, "owner", T_TEXT),
	  .help = N_("who sees to that") },
	{ FIELD(analysis, first_responder, "first_responder", T_TEXT),
	  .help = N_("who analysed, or owes it") },
	{ FIELD(analysis, opened, "opened", T_TIME),
	  .help = N_("when it was analysed") },
	{ FIELD(analysis, due, "due", T_TIME),
	  .help = N_("when the remedy is to be there") },
	{ FIELD(analysis, remedied, "remedied", T_TIME),
	  .help = N_("when it was") },
	{ FIELD(analysis, verify_after, "verify_after", T_TIME),
	  .help = N_("when it has held, if none comes until then") },
	{ FIELD(analysis, ended, "ended", T_TIME),
	  .help = N_("when it was verified, or failed") },
	{ FIELD(analysis, failed_by, "failed_by", T_TEXT), .flags = F_ID,
	  .help = N_("ticket that came in spite of the remedy") },
	{ 0 }
};

static const struct field inputs[] = {
	{ FIELD(analysis_input, root_cause, "root_cause", T_TEXT),
	  .flags = F_FREE, .arg = N_("TEXT"),
	  .help = N_("why it comes about"),
	  .lack = N_("why it comes about is not said") },
	{ FIELD(analysis_input, departments, "departments", T_TEXT),
	  .arg = N_("DEPARTMENTS"),
	  .help = N_("departments it concerns, separated by commas"),
	  .lack = N_("no department is named") },
	{ FIELD(analysis_input, remedy, "remedy", T_TEXT),
	  .flags = F_FREE, .arg = N_("TEXT"),
	  .help = N_("what is done so that it does not come again"),
	  .lack = N_("no remedy is named") },
	{ FIELD(analysis_input, owner, "owner", T_TEXT),
	  .arg = N_("STAFF"), .help = N_("who sees to that"),
	  .lack = N_("nobody is named who sees to the remedy") },
	{ FIELD(analysis_input, due, "due", T_TIME), .when = WHEN_PROMISE,
	  .arg = N_("TIME"), .help = N_("when the remedy is to be there"),
	  .lack = N_("no time for the remedy") },
	{ FIELD(analysis_input, verify_after, "verify_after", T_TIME),
	  .when = WHEN_PROMISE, .arg = N_("TIME"),
	  .help = N_("when it has held, if none comes until then"),
	  .lack = N_("no time after which it is verified") },
	{ FIELD(analysis_input, text, "text", T_TEXT), .flags = F_FREE,
	  .arg = N_("TEXT"), .help = N_("what was done, or found") },
	{ FIELD(analysis_input, members, "members", T_TEXT),
	  .flags = F_INNER, .help = N_("the tickets that were analysed") },
	{ FIELD(analysis_input, failed_by, "failed_by", T_TEXT),
	  .flags = F_INNER, .help = N_("the ticket that came again") },
	{ 0 }
};

static const struct owed owes[] = {
	{ "analysis", "C9", ELAPSED, 5 * DAY, "head" },
	{ "remedy", "C9", GIVEN, 0, "owner" },
	{ "verify", "C9", ELAPSED, 24 * HOUR, "owner" },
	{ 0 }
};

static enum status
owe(struct work *w, const struct analysis *a, const char *kind,
    int64_t from, int64_t due, struct error *e)
{
	return step_owe(w, &analysis_record, a, kind, NULL, from, due, e);
}

/* A month is analysed once it is over; its `opened' is that moment. */
static enum status
is_owed(struct work *w, void *rec, void *input, struct error *e)
{
	const struct analysis *a = rec;

	(void)input;
	return a->month == NULL ? OK : owe(w, a, "analysis", a->opened, 0, e);
}

/* Codes of departments, as they were typed with commas or blanks between. */
static enum status
take_departments(struct work *w, struct analysis *a, const char *typed,
    struct error *e)
{
	const struct department *d;
	const char *codes = NULL;
	size_t n;

	for (; *typed != '\0'; typed += n) {
		typed += strspn(typed, ", ");
		n = strcspn(typed, ", ");
		if (n == 0)
			continue;
		if (department_need(w, arena_slice(w->arena, typed, n), &d,
		    e) != OK)
			return e->status;
		codes = codes == NULL ? d->code : arena_printf(w->arena,
		    "%s %s", codes, d->code);
	}
	a->departments = codes;
	return codes != NULL ? OK : fail(e, REFUSED, "C9",
	    _("no department is named"));
}

static enum status
analyse(struct work *w, void *rec, void *input, struct error *e)
{
	const struct analysis_input *in = input;
	struct analysis *a = rec;
	const struct person *p;

	if (person_need(w, in->owner, &p, e) != OK ||
	    take_departments(w, a, in->departments, e) != OK)
		return e->status;
	if (in->verify_after <= in->due) {
		fail(e, REFUSED, "C9", _("whether a remedy holds shows only "
		    "after it is there"));
		return advise(e, _("Give a --verify-after that is later than "
		    "--due"));
	}
	a->owner = p->login;
	a->members = in->members;
	a->first_responder = w->actor;
	a->root_cause = in->root_cause;
	a->remedy = in->remedy;
	a->opened = w->now;
	a->due = in->due;
	a->verify_after = in->verify_after;
	return owe(w, a, "remedy", w->now, a->due, e);
}

static enum status
is_owner(struct work *w, void *rec, void *input, struct error *e)
{
	const struct analysis *a = rec;

	(void)input;
	if (same_login(a->owner, w->actor) || w->roles & ROLES_HEADS ||
	    a->owner == NULL)
		return OK;
	fail(e, REFUSED, "C9", _("%s sees to the remedy of %s"),
	    holder_full(w, a->owner), a->base.id);
	return advise(e, _("Only they or a head may do this"));
}

/* It is found out from verify_after on, and not before; a remedy that is there
 * only later has to hold as long as complaints are counted. */
static enum status
remedied(struct work *w, void *rec, void *input, struct error *e)
{
	struct analysis *a = rec;

	(void)input;
	a->remedied = w->now;
	if (a->verify_after <= w->now)
		a->verify_after = w->now + w->desk->recurring.span;
	return owe(w, a, "verify", a->verify_after, 0, e);
}

static enum status
verified(struct work *w, void *rec, void *input, struct error *e)
{
	struct analysis *a = rec;
	char when[CLOCK_ROOM];

	(void)input;
	a->ended = w->now;
	if (w->now >= a->verify_after)
		return OK;
	fail(e, REFUSED, "C9", _("whether the remedy holds is known after %s"),
	    clock_sentence(a->verify_after, w->now, when));
	return advise(e, _("Wait until then: a new ticket before shows by "
	    "itself that it failed"));
}

static enum status
failed(struct work *w, void *rec, void *input, struct error *e)
{
	const struct analysis_input *in = input;
	struct analysis *a = rec;

	(void)e;
	a->failed_by = in->failed_by;
	a->ended = w->now;
	return OK;
}

/* The owner, and the heads of the departments that it concerns. */
static enum status
tell_all(struct work *w, const struct analysis *a, const char *message,
    struct error *e)
{
	const char *p = a->departments ? a->departments : "";
	size_t n;

	if (notice_add(w, a->owner, message, a->base.id, e) != OK)
		return e->status;
	for (; *p != '\0'; p += n + (p[n] == ' ')) {
		n = strcspn(p, " ");
		if (notice_add(w, head_of(w, arena_slice(w->arena, p, n)),
		    message, a->base.id, e) != OK)
			return e->status;
	}
	return OK;
}

static enum status
tell_remedy(struct work *w, void *rec, void *input, struct error *e)
{
	(void)input;
	return tell_all(w, rec, "remedy", e);
}

static enum status
tell_failed(struct work *w, void *rec, void *input, struct error *e)
{
	const struct analysis *a = rec;

	(void)input;
	if (tell_all(w, a, "remedy_failed", e) != OK)
		return e->status;
	return notice_add(w, a->first_responder, "remedy_failed",
	    a->base.id, e);
}

static const struct step steps[] = {
	{ .name = "owe", .clause = "C9", .to = ANALYSIS_OWED,
	  .roles = ANYONE, .rule = is_owed },
	{ .name = "analyse", .clause = "C9", .from = STATE(ANALYSIS_OWED),
	  .to = ANALYSIS_OPEN, .roles = ROLES_DESK,
	  .takes = "root_cause departments remedy owner due verify_after",
	  .needs = "root_cause departments remedy owner due verify_after",
	  .meets = "analysis", .rule = analyse, .tell = tell_remedy },
	{ .name = "remedy", .command = "analyse --remedied", .clause = "C9",
	  .from = STATE(ANALYSIS_OPEN), .to = ANALYSIS_REMEDIED,
	  .roles = ROLES_STAFF, .takes = "text", .meets = "remedy",
	  .person = is_owner, .rule = remedied },
	{ .name = "verify", .command = "analyse --verified", .clause = "C9",
	  .from = STATE(ANALYSIS_REMEDIED), .to = ANALYSIS_VERIFIED,
	  .roles = ROLES_STAFF, .takes = "text", .meets = "verify",
	  .person = is_owner, .rule = verified },
	{ .name = "fail", .clause = "C9", .from = STATE(ANALYSIS_REMEDIED),
	  .to = ANALYSIS_FAILED, .roles = ANYONE, .voids = "verify",
	  .rule = failed, .tell = tell_failed },
	{ 0 }
};

const struct record analysis_record = {
	.table = { "analysis", sizeof(struct analysis), fields },
	.letter = 'A', .noun = N_("analysis"), .states = word_analysis_states,
	.inputs = { "analysis_input", sizeof(struct analysis_input), inputs },
	.steps = steps, .owes = owes,
};
