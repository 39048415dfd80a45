/* SPDX-License-Identifier: ISC */
/*
 * mark-key: a key is lost or withdrawn, or its lock was changed.
 */
#include "cabinet.h"
#include "cli.h"
#include "keymark.h"

struct args {
	struct loan_input input;	/* must come first: the step's */
	int lost, withdrawn, lock_changed;
};

static const struct field fields[] = {
	{ FIELD(args, input.why, "why", T_TEXT), .flags = F_FREE,
	  .arg = N_("WHY"), .help = N_("what happened") },
	{ FIELD(args, lost, "lost", T_FLAG),
	  .help = N_("nobody can find it; its lock has to be changed") },
	{ FIELD(args, withdrawn, "withdrawn", T_FLAG),
	  .help = N_("it is not to be lent until return-key") },
	{ FIELD(args, lock_changed, "lock_changed", T_FLAG),
	  .help = N_("the lost one's lock is new, and so is the key") },
	{ 0 }
};

static const struct table args_table = {
	"mark_key", sizeof(struct args), fields
};

static enum status
check(struct cli *c, struct error *e)
{
	const struct args *a = c->values;
	int yes = 1;

	if (a->lost + a->withdrawn + a->lock_changed != 1) {
		fail(e, MISUSED, "E4", _("it is not said what became of the "
		    "key"));
		return advise(e, _("Add one of --lost, --withdrawn, "
		    "--lock-changed"));
	}
	if (a->lost && cli_agrees(c, _("Lost? Its head is told, and the lock "
	    "has to be changed"), &yes, e) != OK)
		return e->status;
	return yes ? OK : fail(e, REFUSED, "E4", _("you did not confirm it"));
}

static enum status
act(struct cli *c, const char *typed, void *rec, void *input, struct error *e)
{
	const struct args *a = c->values;

	return key_mark(&c->work, typed, a->lost ? "lose" : a->withdrawn ?
	    "withdraw" : "change_lock", input, rec, e);
}

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct loan *l = rec;

	(void)input;
	buf_printf(out, "%s  ", word_label(word_loan_states,
	    word_loan_states[l->base.state - 1].code));
	cabinet_shown(&c->work, l, out);
}

static const struct command command = {
	.name = "mark-key", .operands = N_("KEY|LOAN..."),
	.about = N_("keys that are lost, withdrawn, or have a new lock"),
	.undone = N_("not marked"), .record = &loan_record,
	.args = &args_table, .listing = "loans", .owed = 1,
	.common = TAKES_STEP | TAKES_YES | TAKES_NO_CARD, .check = check, .act = act,
	.run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
