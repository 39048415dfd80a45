/* SPDX-License-Identifier: ISC */
/*
 * compliance.c: the regulation clause by clause: what was kept and broken of
 * each, and of which nothing can be counted.
 */
#include <string.h>

#include "amounts.h"
#include "clause.h"
#include "fairness.h"
#include "recurrence.h"
#include "spans.h"

static const struct section by_clause = {
	.name = "clauses", .title = NULL,
	.columns = { "clause", "title", "measure", "kept", "broken",
		"percent", "count", "seconds" },
	.headings = { N_("Clause"), N_("Asks for"), N_("Figure"), N_("Kept"),
		N_("Broken"), N_("Percent"), N_("Number"), N_("Time") },
	.text = 1, .spare = -1,
	.table = "clause title measure kept broken percent count",
	.adds = "kept broken count",
};

/* The median of what was kept or late, of those due in the period. */
static enum status
count_median(struct work *w, const struct period *p, const char *kind,
    struct amount *a, struct error *e)
{
	static const char sql[] = "SELECT ended - opened FROM deadline WHERE "
	    "office = $1 AND due > $2 AND due <= $3 AND kind = $4 AND "
	    "ended IS NOT NULL AND outcome = 'met' AND record NOT IN " VOID_TICKETS;
	struct spans s = { 0 };
	struct query *q;
	int row;

	if (store_walk(w->store, sql, sql, VALUES(v_text(w->office),
	    v_number(p->from), v_number(p->to), v_text(kind)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			break;
		spans_add(w->arena, &s, query_number(q, 0));
	}
	a->part = spans_median(&s);
	a->whole = (int64_t)s.n;
	return OK;
}

/* What recurs follows from the configuration, which is not another's. */
static enum status
count_groups(struct work *w, struct amount *a, struct error *e)
{
	const struct group *g;
	size_t n;

	if (work_elsewhere(w))
		return OK;
	if (recurrence_groups(w, &g, &n, e) != OK)
		return e->status;
	a->whole = (int64_t)n;
	for (size_t i = 0; i < n; i++)
		a->part += g[i].analysis != NULL;
	return OK;
}

static enum status
count_all(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	struct amount *gap = amount_of(a, "answer_gap");

	if (amounts_deadlines(w, p, a, e) != OK ||
	    amounts_contacts(w, p, a, e) != OK ||
	    amounts_call_backs(w, p, a, e) != OK ||
	    amounts_repeated(w, p, a, e) != OK ||
	    amounts_void(w, p, a, e) != OK ||
	    amounts_others(w, p, a, e) != OK ||
	    fairness_gap(w, p, &gap->part, &gap->whole, e) != OK ||
	    count_groups(w, amount_of(a, "groups"), e) != OK ||
	    count_median(w, p, "acknowledge", amount_of(a, "acknowledging"),
	    e) != OK)
		return e->status;
	return count_median(w, p, "hand_over", amount_of(a, "handing_over"),
	    e);
}

/* Its title is shown with the first row of a clause alone. */
static void
put_row(struct work *w, const struct sheet *s, const struct clause *l,
    const struct measure *m, const struct amount *a, int first)
{
	struct cell c[] = {
		cell_text(l->id, NULL),
		cell_text(in_chinese() ? l->chinese : l->english,
		    first ? NULL : ""),
		cell_text(m->code, measure_label(m)),
		cell_text(NULL, ""), cell_text(NULL, ""),
		cell_text(NULL, ""), cell_text(NULL, ""),
		cell_text(NULL, ""),
	};

	if (m->unit == RATE) {
		c[3] = cell_number(a->part);
		c[4] = cell_number(a->whole - a->part);
	}
	if (m->unit == RATE || m->unit == SHARE)
		c[5] = cell_rate(w, a->part, a->whole);
	if (m->unit == COUNT || m->unit == SHARE)
		c[6] = cell_number(a->part);
	if (m->unit == LENGTH && m->clause != NULL) {
		c[7] = a->whole == 0 ? cell_text(NULL, "-") :
		    cell_length(w, a->part);
		c[6].shown = c[7].shown;
	}
	s->row(&by_clause, c, m->unit == RATE && a->part < a->whole, s->arg);
}

/* What people do, and what is not recorded. */
static const struct measure nothing = {
	.code = "not_measurable", .english = "not measurable",
	.chinese = "无法计量", .unit = LENGTH,
};

enum status
figure_clauses(struct work *w, const struct period *p,
    const struct sheet *s, struct error *e)
{
	static const struct amount none;
	struct amounts all = { 0 };

	if (count_all(w, p, &all, e) != OK)
		return e->status;
	s->section(&by_clause, s->arg);
	for (const struct clause *l = clauses; l->id != NULL; l++) {
		int n = 0;

		for (const struct measure *m = measures; m->code; m++)
			if (strcmp(m->clause, l->id) == 0)
				put_row(w, s, l, m, &all.of[m - measures],
				    n++ == 0);
		if (n == 0)
			put_row(w, s, l, &nothing, &none, 1);
	}
	return OK;
}
