/* SPDX-License-Identifier: ISC */
/*
 * follow-up: what was done about a ticket today.
 */
#include "cli.h"
#include "clause.h"
#include "ticket.h"
#include "who.h"

/* Another's word is kept too; the debt stays whose it was (F4.4). */
static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket *t = rec;

	(void)input;
	buf_printf(out, _("followed up, number %lld"),
	    (long long)t->follow_ups);
	if (same_login(t->first_responder, c->work.actor) ||
	    c->work.roles & ROLES_HEADS || t->joined != NULL)
		return;
	buf_puts(out, "  ");
	buf_printf(out, _("%s still owes the day's follow-up"),
	    holder_full(&c->work, t->first_responder));
	clause_put(out, "F4.4");
}

static const struct command command = {
	.name = "follow-up", .operands = N_("TICKET..."),
	.about = N_("record what was done about it today, for the office only"),
	.undone = N_("not recorded"), .record = &ticket_record,
	.step = "follow_up", .listing = "tickets", .owed = 1,
	.common = TAKES_STEP, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
