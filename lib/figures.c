/* SPDX-License-Identifier: ISC */
/*
 * figures.c: the reports there are, and what their rates mean.
 */
#include <string.h>

#include "figures.h"

const struct figure figures[] = {
	{ "daily", N_("daily report"), 0, figure_daily },
	{ "overdue", N_("what is late"), 0, figure_overdue },
	{ "keys", N_("keys"), 1, figure_keys },
	{ "register", N_("register of calls, visits and letters"), 0,
	  figure_register },
	{ 0 }
};

static const struct definition {
	const char *report, *clause, *text;	/* N_() */
} definitions[] = {
	{ "daily", "C6", N_("answered in 24 hours: complaints whose answer "
	  "fell due in the period and were answered or resolved by then, of "
	  "all that fell due in it, those still open included; void ones are "
	  "left out") },
	{ "daily", "C1", N_("done on the spot: first contacts of the period "
	  "that were, of all first contacts of the period") },
	{ "daily", "F4.6", N_("promises kept: promised times that fell in the "
	  "period and were kept, of all that fell in it; one that was moved "
	  "after it had passed counts as broken, one moved before it passed "
	  "does not count") },
	{ "daily", "F4.4", N_("accepted in time: hand-overs to be accepted "
	  "in the period that were accepted in time, of all of them; those "
	  "taken back or resolved first are left out") },
	{ "daily", "A3", N_("complaints acknowledged in time by the head: of "
	  "those to be acknowledged in the period") },
	{ "daily", "E4", N_("keys back in time: loans that were due in the "
	  "period and back by then, of all that were due in it; keys that "
	  "were lost before they were due are left out") },
	{ "keys", "E4", N_("where the keys are now; and of the period, who "
	  "borrowed how many and brought how many late, and the counts with "
	  "their differences") },
	{ "overdue", NULL, N_("every deadline that is past and not met at "
	  "this moment, the one due earliest first") },
	{ "register", "F4.5", N_("every contact of the period in the order "
	  "of its ticket; names and numbers are masked") },
	{ 0 }
};

const struct figure *
figure_find(const char *name)
{
	for (const struct figure *f = figures; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

void
figure_explain(const char *name, struct buf *out)
{
	for (const struct definition *d = definitions; d->report; d++) {
		if (strcmp(d->report, name) != 0)
			continue;
		if (d->clause != NULL)
			buf_printf(out, "%s\t%s\n", d->clause, _(d->text));
		else
			buf_printf(out, "-\t%s\n", _(d->text));
	}
}
