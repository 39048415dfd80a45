/* SPDX-License-Identifier: ISC */
/*
 * assign: hand tickets to somebody.
 */
#include "cli.h"
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

static const struct command command = {
	.name = "assign", .operands = "TICKET...",
	.about = N_("hand tickets to somebody"),
	.undone = N_("not handed over"), .record = &ticket_record, .step = "assign",
	.listing = "tickets", .owed = 1,
	.common = TAKES_DESK | TAKES_WRITING | TAKES_IDS,
	.run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
