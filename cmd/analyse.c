/* SPDX-License-Identifier: ISC */
/*
 * analyse: find out why complaints recur, and what is done about it (C9).
 */
#include "cli.h"
#include "recurrence.h"

struct args {
	struct analysis_input input;	/* must come first: the step's */
	const char *category, *room, *month;
	int remedied, verified;
};

static const struct field fields[] = {
	{ FIELD(args, category, "category", T_TEXT), .arg = N_("CATEGORY"),
	  .help = N_("what recurs") },
	{ FIELD(args, room, "room", T_TEXT), .arg = N_("ROOM"),
	  .help = N_("and where") },
	{ FIELD(args, month, "month", T_TEXT), .arg = N_("MONTH"),
	  .help = N_("or all complaints of a month, as 2026-11") },
	{ FIELD(args, remedied, "remedied", T_FLAG),
	  .help = N_("of an analysis: its remedy is there") },
	{ FIELD(args, verified, "verified", T_FLAG),
	  .help = N_("of an analysis: its remedy held") },
	{ FIELD(args, input.root_cause, "root_cause", T_TEXT),
	  .flags = F_FREE, .arg = N_("TEXT"),
	  .help = N_("why it comes about") },
	{ FIELD(args, input.departments, "departments", T_TEXT),
	  .arg = N_("DEPARTMENTS"),
	  .help = N_("departments it concerns, separated by commas") },
	{ FIELD(args, input.remedy, "remedy", T_TEXT), .flags = F_FREE,
	  .arg = N_("TEXT"),
	  .help = N_("what is done so that it does not come again") },
	{ FIELD(args, input.owner, "owner", T_TEXT), .arg = N_("STAFF"),
	  .help = N_("who sees to that") },
	{ FIELD(args, input.due, "due", T_TIME), .when = WHEN_PROMISE,
	  .arg = N_("TIME"), .help = N_("when the remedy is to be there") },
	{ FIELD(args, input.verify_after, "verify_after", T_TIME),
	  .when = WHEN_PROMISE, .arg = N_("TIME"),
	  .help = N_("when it has held, if none comes until then") },
	{ FIELD(args, input.text, "text", T_TEXT), .flags = F_FREE,
	  .arg = N_("TEXT"), .help = N_("what was done, or found") },
	{ 0 }
};

static const struct table args_table = {
	"analyse", sizeof(struct args), fields
};

/* Whether it says what only a new analysis says. */
static int
is_new(const struct analysis_input *in)
{
	return in->root_cause != NULL || in->departments != NULL ||
	    in->remedy != NULL || in->owner != NULL || in->due != 0 ||
	    in->verify_after != 0;
}

static enum status
check(struct cli *c, struct error *e)
{
	const struct args *a = c->values;
	int later = a->remedied + a->verified;
	int named = a->category != NULL || a->room != NULL;

	if (later == 1 && !named && a->month == NULL && !is_new(&a->input))
		return cli_ids(c, e);
	if (later > 0) {
		fail(e, MISUSED, "C9", _("--remedied and --verified are each "
		    "for analyses that are there"));
		return advise(e, _("Give the id of one, as in: analyse "
		    "A261123-0001 --remedied"));
	}
	if (a->input.text != NULL) {
		fail(e, MISUSED, "C9", _("--text is for --remedied and "
		    "--verified"));
		return advise(e, _("Write it in --root-cause or --remedy"));
	}
	if (named + (a->month != NULL) > 1 || (a->category == NULL) !=
	    (a->room == NULL)) {
		fail(e, MISUSED, "C9", _("what is to be analysed is not "
		    "clear"));
		return advise(e, _("Name tickets, or --category with --room, "
		    "or --month"));
	}
	if (!named && a->month == NULL)
		return cli_ids(c, e);
	if (c->options.noperands == 0)
		return OK;
	fail(e, MISUSED, "C9", _("what is to be analysed is not clear"));
	return advise(e, _("Name tickets, or --category with --room, or "
	    "--month"));
}

static enum status
act(struct cli *c, const char *typed, void *rec, void *input, struct error *e)
{
	const struct args *a = c->values;
	const char *id;

	if (record_named(&c->work, &analysis_record, typed, &id, e) != OK)
		return e->status;
	return step_by_id(&c->work, &analysis_record, a->remedied ?
	    "remedy" : "verify", id, rec, input, e);
}

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct analysis *a = rec;

	(void)c;
	(void)input;
	buf_puts(out, word_label(word_analysis_states,
	    word_analysis_states[a->base.state - 1].code));
}

static enum status
analyse(struct work *w, void *arg, struct error *e)
{
	struct cli *c = arg;
	const struct args *args = c->values;
	struct matter m = { c->ids, c->nids, args->category, args->room,
		args->month };
	struct analysis_input in = args->input;
	struct buf said = { 0 };
	struct analysis a;

	cli_begin(c);
	if (recurrence_analyse(w, &m, &in, &a, e) != OK)
		return e->status;
	if (cli_for_people(c))
		say(c, &a, &in, &said);
	cli_done(c, a.base.id, said.text);
	buf_free(&said);
	return OK;
}

static enum status
run(struct cli *c, struct error *e)
{
	const struct args *a = c->values;

	if (a->remedied || a->verified)
		return cli_step(c, e);
	if (c->nids == 0 && a->month == NULL && a->category == NULL)
		return OK;
	cli_digest(c, NULL);
	if (work_run(&c->work, analyse, c, e) != OK)
		return e->status;
	return cli_print(c, e);
}

static const struct command command = {
	.name = "analyse", .operands = N_("[TICKET...|ANALYSIS...]"),
	.about = N_("find out why complaints recur, and cure it"),
	.undone = N_("not recorded"), .record = &analysis_record,
	.args = &args_table, .listing = "analyses", .owed = 1,
	.common = TAKES_DESK | TAKES_WRITING | TAKES_KEEPING,
	.check = check, .act = act, .run = run, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
