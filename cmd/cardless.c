/* SPDX-License-Identifier: ISC */
/*
 * cardless.c: arguments with the number of a card in them.
 */
#include "card.h"
#include "cli.h"

enum status
cli_no_card(char *argv[], struct error *e)
{
	for (; *argv != NULL; argv++) {
		if (!card_within(*argv))
			continue;
		fail(e, MISUSED, "E4", _("the number of a card is no "
		    "argument: others could read it in the list of processes, "
		    "and the shell keeps it"));
		return advise(e, _("lend-key asks for it, or takes it on the "
		    "first line of standard input; now clear the shell's "
		    "history"));
	}
	return OK;
}
