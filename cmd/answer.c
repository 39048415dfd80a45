/* SPDX-License-Identifier: ISC */
/*
 * answer: record what the resident was answered.
 */
#include "clause.h"
#include "cli.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket_input *in = input;
	char when[CLOCK_ROOM];

	(void)rec;
	buf_puts(out, _("answered"));
	if (in->promise == 0)
		return;
	buf_puts(out, "  ");
	buf_printf(out, _("promised for %s"), clock_sentence(in->promise,
	    c->work.now, when));
	clause_put(out, "F4.6");
}

/* A9 F4.7: recorded as it was said, and said what to say instead. */
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
	.name = "answer", .operands = N_("TICKET..."),
	.about = N_("record what the resident was answered"),
	.undone = N_("not answered"), .record = &ticket_record, .step = "answer",
	.listing = "tickets", .owed = 0,
	.common = TAKES_STEP, .run = run, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
