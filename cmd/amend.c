/* SPDX-License-Identifier: ISC */
/*
 * amend: put right what was written down wrong.
 */
#include "cli.h"
#include "recurrence.h"

struct args {
	struct ticket_input input;	/* must come first: the step's */
	int strike;
};

static const struct field fields[] = {
	{ FIELD(args, input.room, "room", T_TEXT), .arg = N_("ROOM"),
	  .help = N_("the right room or place") },
	{ FIELD(args, input.kind, "kind", T_WORD), .words = word_kinds,
	  .arg = N_("KIND"), .help = N_("what it really is") },
	{ FIELD(args, input.category, "category", T_TEXT),
	  .arg = N_("CATEGORY"), .help = N_("what it is really about") },
	{ FIELD(args, input.accused, "accused", T_TEXT), .arg = N_("STAFF"),
	  .help = N_("who is complained about (C5)") },
	{ FIELD(args, input.text, "text", T_TEXT), .flags = F_FREE,
	  .arg = N_("TEXT"), .help = N_("what is to be added") },
	{ FIELD(args, input.why, "why", T_TEXT), .flags = F_FREE,
	  .arg = N_("WHY"), .help = N_("the reason") },
	{ FIELD(args, strike, "void", T_FLAG),
	  .help = N_("a head takes it out of the rates, for all to see") },
	{ 0 }
};

static const struct table args_table = {
	"amend", sizeof(struct args), fields
};

static enum status
check(struct cli *c, struct error *e)
{
	const struct args *a = c->values;
	int yes = 1;

	if (!a->strike)
		return OK;
	if (a->input.room != NULL || a->input.kind != 0 ||
	    a->input.category != NULL || a->input.accused != NULL ||
	    a->input.text != NULL) {
		fail(e, MISUSED, "C5", _("what is void is not put right too"));
		return advise(e, _("With --void give --why alone"));
	}
	if (cli_agrees(c, _("Void? It leaves the rates and stays in the "
	    "books"), &yes, e) != OK)
		return e->status;
	return yes ? OK : fail(e, REFUSED, "C5", _("you did not confirm it"));
}

static enum status
act(struct cli *c, const char *typed, void *rec, void *input, struct error *e)
{
	const struct args *a = c->values;
	const char *id;

	if (record_named(&c->work, &ticket_record, typed, &id, e) != OK)
		return e->status;
	if (step_by_id(&c->work, &ticket_record, a->strike ? "void" :
	    "amend", id, rec, input, e) != OK)
		return e->status;
	return a->strike ? OK : recurrence_seen(&c->work, rec, e);
}

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket *t = rec;

	(void)input;
	buf_puts(out, t->base.state == TICKET_VOID ? _("void") :
	    _("amended"));
	buf_printf(out, _("  what stood there stays: show %s"),
	    id_told(&c->work, t->base.id));
}

static const struct command command = {
	.name = "amend", .operands = N_("TICKET..."),
	.about = N_("put right what was written down wrong"),
	.undone = N_("not amended"), .record = &ticket_record,
	.args = &args_table, .listing = "tickets", .owed = 1,
	.common = TAKES_STEP | TAKES_YES, .check = check, .act = act,
	.run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
