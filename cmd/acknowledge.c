/* SPDX-License-Identifier: ISC */
/*
 * acknowledge: as head, say that you have seen it.
 */
#include "cli.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket_input *in = input;
	char when[CLOCK_ROOM];

	(void)rec;
	buf_printf(out, _("acknowledged  %s"),
	    holder_full(&c->work, c->work.actor));
	if (in->until != 0)
		buf_printf(out, _("  no escalation before %s; the clocks run "
		    "on"), clock_sentence(in->until, c->work.now, when));
}

static const struct command command = {
	.name = "acknowledge", .operands = N_("TICKET..."),
	.about = N_("as head, say that you have seen it"),
	.undone = N_("not acknowledged"), .record = &ticket_record,
	.step = "acknowledge",
	.listing = "tickets", .owed = 0,
	.common = TAKES_STEP, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
