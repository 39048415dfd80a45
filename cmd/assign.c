/* SPDX-License-Identifier: ISC */
/*
 * assign: hand tickets to somebody.
 */
#include "cli.h"
#include "text.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket *t = rec;

	(void)input;
	if (t->handler != NULL)
		buf_printf(out, _("handed over  %s"),
		    holder_full(&c->work, t->handler));
	else
		buf_printf(out, _("lies with %s, not yet with a person"),
		    label_of(&department_find(c->work.roll,
		    t->department)->name));
}

static enum status
check(struct cli *c, struct error *e)
{
	const struct ticket_input *in = c->values;

	if (in->auto_route && in->to != NULL) {
		fail(e, MISUSED, NULL, _("%s and %s exclude each other"),
		    "--to", "--auto");
		return advise(e, _("Leave one of them out"));
	}
	if (in->auto_route || !text_blank(in->to))
		return OK;
	fail(e, MISUSED, "F4.4", _("nobody is named"));
	return advise(e, _("Add --to WHO, or --auto"));
}

static const struct command command = {
	.name = "assign", .operands = N_("TICKET..."),
	.about = N_("hand tickets to somebody"),
	.undone = N_("not handed over"), .record = &ticket_record, .step = "assign",
	.listing = "tickets", .owed = 1,
	.common = TAKES_STEP,
	.check = check, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
