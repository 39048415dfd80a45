/* SPDX-License-Identifier: ISC */
/*
 * hand-back: give back what is not yours to do.
 */
#include "cli.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket *t = rec;

	(void)input;
	buf_printf(out, _("handed back to %s, number %lld; the clocks run on"),
	    holder_full(&c->work, t->first_responder),
	    (long long)t->hand_backs);
}

static const struct command command = {
	.name = "hand-back", .operands = N_("TICKET..."),
	.about = N_("give back what is not yours to do"),
	.undone = N_("not handed back"), .record = &ticket_record, .step = "hand_back",
	.listing = "tickets", .owed = 1,
	.common = TAKES_STEP, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
