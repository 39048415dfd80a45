/* SPDX-License-Identifier: ISC */
/*
 * join-tickets: several tickets that are one matter.
 */
#include "cli.h"
#include "ticket.h"

struct args {
	struct ticket_input input;	/* must come first: the step's */
	int apart;
};

static const struct field fields[] = {
	{ FIELD(args, input.ticket, "ticket", T_TEXT), .arg = N_("TICKET"),
	  .help = N_("the ticket that they go with") },
	{ FIELD(args, apart, "apart", T_FLAG),
	  .help = N_("they were no such matter: each goes alone again") },
	{ 0 }
};

static const struct table args_table = {
	"join_tickets", sizeof(struct args), fields
};

static enum status
check(struct cli *c, struct error *e)
{
	const struct args *a = c->values;

	if (a->apart == (a->input.ticket != NULL)) {
		fail(e, MISUSED, "F4.4", _("it is not said which ticket they "
		    "go with"));
		return advise(e, _("Add --ticket TICKET, or --apart to part "
		    "them"));
	}
	return OK;
}

static enum status
act(struct cli *c, const char *typed, void *rec, void *input, struct error *e)
{
	const struct args *a = c->values;
	const char *id;

	if (record_named(&c->work, &ticket_record, typed, &id, e) != OK)
		return e->status;
	return step_by_id(&c->work, &ticket_record, a->apart ? "part" :
	    "join", id, rec, input, e);
}

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket *t = rec;

	(void)input;
	if (t->joined == NULL)
		buf_puts(out, _("goes alone again"));
	else
		buf_printf(out, _("goes with %s from now on"),
		    id_told(&c->work, t->joined));
}

static const struct command command = {
	.name = "join-tickets", .operands = N_("TICKET..."),
	.about = N_("join tickets that are one matter"),
	.undone = N_("not joined"), .record = &ticket_record,
	.args = &args_table, .listing = "tickets", .owed = 1,
	.common = TAKES_STEP, .check = check, .act = act, .run = cli_step,
	.say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
