/* SPDX-License-Identifier: ISC */
/*
 * promise: record the time a resident was told.
 */
#include "cli.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket *t = rec;
	char when[CLOCK_ROOM];

	(void)input;
	buf_printf(out, _("promised for %s"), clock_sentence(t->promised,
	    c->work.now, when));
}

static const struct command command = {
	.name = "promise", .operands = N_("TIME TICKET..."),
	.about = N_("record the time a resident was told"),
	.undone = N_("not promised"), .record = &ticket_record, .step = "promise",
	.listing = "tickets", .owed = 0,
	.operand = "promise",
	.common = TAKES_STEP, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
