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

static enum status
run(struct cli *c, struct error *e)
{
	const struct ticket_input *in = c->values;

	if (cli_step(c, e) != OK)
		return e->status;
	if (c->nids > 0)
		cli_phrase(c, in->text);
	return OK;
}

static const struct command command = {
	.name = "resolve", .operands = N_("TICKET..."),
	.about = N_("record that a ticket is finished"),
	.undone = N_("not done"), .record = &ticket_record, .step = "resolve",
	.listing = "tickets", .owed = 0,
	.common = TAKES_STEP, .run = run, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
