/* SPDX-License-Identifier: ISC */
/*
 * figures.c: the reports there are, and what their rates mean.
 */
#include <string.h>

#include "figures.h"
#include "measures.h"

const struct figure figures[] = {
	{ "clauses", N_("the regulation, clause by clause"), 0, OF_MONTH,
	  figure_clauses },
	{ "complaints", N_("complaints (C8)"), 1, OF_MONTH,
	  figure_complaints },
	{ "daily", N_("daily report"), 0, OF_DAY, figure_daily },
	{ "fairness", N_("equal treatment (A5)"), 0, OF_MONTH,
	  figure_fairness },
	{ "keys", N_("keys"), 1, OF_DAY, figure_keys },
	{ "overdue", N_("what is late"), 0, OF_NOW, figure_overdue },
	{ "register", N_("register of calls, visits and letters"), 0, OF_DAY,
	  figure_register },
	{ "suggestions", N_("suggestions (C2)"), 1, OF_MONTH,
	  figure_suggestions },
	{ 0 }
};

static const struct definition {
	const char *report, *clause, *text;	/* N_() */
} definitions[] = {
	{ "complaints", "C8", N_("complaints: those of the month, void ones "
	  "left out; per 100 households, of those in `buildings' of "
	  "desk.yaml; and how many more or fewer than the month before") },
	{ "complaints", "C9", N_("repeated: there was one of the same room "
	  "and category before, within the span of `recurring' in desk.yaml, "
	  "and the two were not joined") },
	{ "fairness", "A5", N_("waited: from the contact until somebody had "
	  "it, the median and the longest; whom nobody has taken on yet "
	  "waits until now") },
	{ "fairness", "A5", N_("answer: from the contact to the first "
	  "answer, or until now; what needs none is left out") },
	{ "fairness", "A5", N_("kept: answered when it was due; of tickets "
	  "whose answer was due by now or is given; tickets of the period, "
	  "void ones left out") },
	{ "keys", "E4", N_("where the keys are now; and of the period, who "
	  "borrowed how many and brought how many late, and the counts with "
	  "their differences") },
	{ "overdue", NULL, N_("every deadline that is past and not met at "
	  "this moment, the one due earliest first") },
	{ "register", "F4.5", N_("every contact of the period in the order "
	  "of its ticket; names and numbers are masked") },
	{ "suggestions", "C2", N_("suggestions of the period by who was told "
	  "them first, everybody on the staff included; void ones are left "
	  "out") },
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
	if (strcmp(name, "clauses") == 0)
		for (const struct measure *m = measures; m->code; m++)
			measure_explain(m, out);
	if (strcmp(name, "daily") == 0) {
		for (const char *const *code = measures_of_day; *code; code++)
			measure_explain(measure_find(*code), out);
		measure_explain(measure_find("void"), out);
	}
	for (const struct definition *d = definitions; d->report; d++) {
		if (strcmp(d->report, name) != 0)
			continue;
		if (d->clause != NULL)
			buf_printf(out, "%s\t%s\n", d->clause, _(d->text));
		else
			buf_printf(out, "-\t%s\n", _(d->text));
	}
}
