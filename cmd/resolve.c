/* SPDX-License-Identifier: ISC */
/*
 * resolve: record that a ticket is finished.
 */
#include "cli.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket *t = rec;

	(void)c;
	(void)input;
	buf_puts(out, t->closed != 0 ? _("closed") :
	    _("resolved; the call-back is still to come"));
}

static const struct command command = {
	.name = "resolve", .operands = N_("TICKET..."),
	.about = N_("record that a ticket is finished"),
	.undone = N_("not done"), .record = &ticket_record, .step = "resolve",
	.listing = "tickets", .owed = 0,
	.common = TAKES_STEP, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
