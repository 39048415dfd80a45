/* SPDX-License-Identifier: ISC */
/*
 * answer: record what the resident was answered.
 */
#include "cli.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket_input *in = input;
	char when[CLOCK_ROOM];

	(void)rec;
	buf_puts(out, _("answered"));
	if (in->promise != 0)
		buf_printf(out, _("  promised for %s (%s)"), clock_sentence(
		    in->promise, c->work.now, when), "F4.6");
}

static const struct command command = {
	.name = "answer", .operands = "TICKET...",
	.about = N_("record what the resident was answered"),
	.undone = N_("not recorded"), .record = &ticket_record, .step = "answer",
	.listing = "tickets", .owed = 0,
	.common = TAKES_DESK | TAKES_WRITING | TAKES_IDS,
	.run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
