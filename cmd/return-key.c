/* SPDX-License-Identifier: ISC */
/*
 * return-key: a key is back in the cabinet.
 */
#include "cabinet.h"
#include "cli.h"

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct loan *l = rec;

	(void)input;
	buf_puts(out, _("back  "));
	cabinet_shown(&c->work, l, out);
	if (l->card_held)
		buf_printf(out, "  %s", _("hand the card back now"));
}

static const struct command command = {
	.name = "return-key", .operands = N_("KEY|LOAN..."),
	.about = N_("take keys back"),
	.undone = N_("not taken back"), .record = &loan_record,
	.step = "return", .listing = "loans",
	.common = TAKES_STEP | TAKES_NO_CARD, .run = cli_step, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
