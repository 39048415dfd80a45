/* SPDX-License-Identifier: ISC */
/*
 * accept: take on what was handed over.
 */
#include <string.h>

#include "cli.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket *t = rec;

	(void)input;
	buf_printf(out, _("accepted  %s"), holder_full(&c->work, t->handler));
	if (strcmp(t->handler, c->work.actor) != 0)
		buf_printf(out, _(" (by %s for them)"),
		    holder_full(&c->work, c->work.actor));
}

static const struct command command = {
	.name = "accept", .operands = N_("TICKET..."),
	.about = N_("take on what was handed over"),
	.undone = N_("not accepted"), .record = &ticket_record, .step = "accept",
	.listing = "tickets", .owed = 0,
	.common = TAKES_STEP, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
