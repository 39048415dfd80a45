/* SPDX-License-Identifier: ISC */
/*
 * call-back: ask the resident whether it is done.
 */
#include "cli.h"
#include "clause.h"
#include "ticket.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket_input *in = input;
	const struct ticket *t = rec;
	char when[CLOCK_ROOM];

	if (in->result == RESULT_SATISFIED)
		buf_puts(out, _("satisfied, closed"));
	else if (in->give_up != NULL)
		buf_puts(out, _("not reached, given up by a head, closed"));
	else if (in->result == RESULT_UNREACHABLE)
		buf_printf(out, _("not reached, %lld times by now"),
		    (long long)t->unreached);
	else
		buf_printf(out, _("not satisfied, opened again, number %lld"),
		    (long long)t->reopens);
	if (in->promise == 0)
		return;
	buf_puts(out, "  ");
	buf_printf(out, _("promised for %s"), clock_sentence(in->promise,
	    c->work.now, when));
	clause_put(out, "F4.6");
}

static const struct command command = {
	.name = "call-back", .operands = N_("TICKET..."),
	.about = N_("ask the resident whether it is done, and close it"),
	.undone = N_("not recorded"), .record = &ticket_record,
	.step = "call_back", .listing = "tickets", .owed = 1,
	.common = TAKES_STEP, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
