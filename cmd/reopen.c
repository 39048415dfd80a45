/* SPDX-License-Identifier: ISC */
/*
 * reopen: open again what was not done after all.
 */
#include "cli.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket *t = rec;

	(void)c;
	(void)input;
	buf_printf(out, _("opened again, number %lld; its clocks run on"),
	    (long long)t->reopens);
}

static const struct command command = {
	.name = "reopen", .operands = N_("TICKET..."),
	.about = N_("open again what was not done after all"),
	.undone = N_("not opened again"), .record = &ticket_record,
	.step = "reopen", .listing = "tickets", .owed = 1,
	.common = TAKES_STEP, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
