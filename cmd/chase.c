/* SPDX-License-Identifier: ISC */
/*
 * chase: take it up with those outside who have to act.
 */
#include "cli.h"
#include "clause.h"
#include "text.h"
#include "ticket.h"

static enum status
check(struct cli *c, struct error *e)
{
	const struct ticket_input *in = c->values;

	if (in->give_up != NULL && (in->outcome != NULL || in->reply != NULL)) {
		fail(e, MISUSED, "C7", _("%s and %s exclude each other"),
		    in->outcome ? "--outcome" : "--reply", "--give-up");
		return advise(e, _("Leave one of them out"));
	}
	if (in->next != 0 && (in->outcome != NULL || in->give_up != NULL)) {
		fail(e, MISUSED, "C7", _("%s and %s exclude each other"),
		    in->outcome ? "--outcome" : "--give-up", "--next");
		return advise(e, _("Leave one of them out"));
	}
	return OK;
}

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket_input *in = input;
	const struct ticket *t = rec;

	(void)c;
	if (!text_blank(in->give_up)) {
		buf_puts(out, _("given up by a head"));
		clause_put(out, "C7");
		return;
	}
	buf_printf(out, _("chased  %s"), t->body);
	if (!text_blank(in->person))
		buf_printf(out, " %s", in->person);
	if (!text_blank(in->ref))
		buf_printf(out, " %s", in->ref);
	if (!text_blank(in->outcome))
		buf_printf(out, "  %s", _("outcome recorded"));
}

static const struct command command = {
	.name = "chase", .operands = N_("TICKET..."),
	.about = N_("take it up with those outside who have to act"),
	.undone = N_("not recorded"), .record = &ticket_record,
	.step = "chase", .listing = "tickets", .owed = 1,
	.common = TAKES_STEP, .check = check, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
