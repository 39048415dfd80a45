/* SPDX-License-Identifier: ISC */
/*
 * lateness.c: breaches as rows of a report.
 */
#include <string.h>

#include "clause.h"
#include "lateness.h"
#include "who.h"
#include "text.h"

enum { SUMMARY = 40 };

static const struct section breaches = {
	.name = "breaches", .title = N_("Missed"),
	.columns = { "id", "deadline", "clause", "due", "late_seconds",
		"open", "holder", "first_responder", "content" },
	.headings = { N_("Missed"), N_("Deadline"), N_("Clause"), N_("Due"),
		N_("Late"), "", N_("Handler"), N_("First responder"),
		N_("Matter") },
	.text = 8, .spare = 7,
};

static void
put_row(struct work *w, struct query *q, const struct sheet *s)
{
	const char *code, *text;
	char when[CLOCK_ROOM];
	int64_t due = query_number(q, 3), ended = query_number(q, 4);
	int open = ended == 0;
	int64_t late = (open ? w->now : ended) - due;
	struct cell c[9];

	code = arena_copy(w->arena, query_text(q, 1));
	c[0] = cell_text(arena_copy(w->arena, query_text(q, 0)), NULL);
	c[1] = cell_text(code, word_label(word_deadlines, code));
	code = arena_copy(w->arena, query_text(q, 2));
	c[2] = cell_text(code, clause_shown(code));
	c[3] = cell_time(due, arena_copy(w->arena, clock_people(due, w->now,
	    when)));
	c[4] = cell_number(late / SECOND);
	c[4].shown = arena_printf(w->arena, "%s%s", open ? "!" : "",
	    clock_hours(late, when));
	c[5] = (struct cell){ CELL_FLAG, NULL, open, "" };
	code = arena_copy(w->arena, query_text(q, 5));
	c[6] = cell_text(code, holder_name(w, code));
	code = arena_copy(w->arena, query_text(q, 6));
	c[7] = cell_text(code, holder_name(w, code));
	text = query_text(q, 7);
	text = text ? text_cut(w->arena, text + strspn(text, " \t\n"),
	    SUMMARY) : NULL;
	c[8] = cell_text(text, NULL);
	s->row(&breaches, c, open, s->arg);
}

#define WITH_TICKET "LEFT JOIN ticket t ON t.office = $1 AND " \
	"t.id = x.record LEFT JOIN contact c ON c.office = $1 AND " \
	"c.ticket = x.record AND c.no = 1 "
#define IN_ORDER "ORDER BY x.due, x.record, x.kind"

/* Those written down, and those that no scan has seen yet. */
static const char of_period[] = "SELECT x.record, x.kind, x.clause, x.due, "
    "x.ended, x.holder, t.first_responder, c.content FROM ("
    "SELECT record, kind, clause, due, ended, holder FROM breach "
    "WHERE office = $1 AND due >= $2 AND due < $3 UNION ALL "
    "SELECT d.record, d.kind, d.clause, d.due, d.ended, d.holder "
    "FROM deadline d WHERE d.office = $1 AND d.ended IS NULL AND "
    "d.due >= $2 AND d.due < $3 AND d.due < $4 AND NOT EXISTS "
    "(SELECT 1 FROM breach b WHERE b.office = d.office AND "
    "b.record = d.record AND b.no = d.no AND b.due = d.due)) x "
    WITH_TICKET IN_ORDER;

static const char of_now[] = "SELECT x.record, x.kind, x.clause, x.due, "
    "x.ended, x.holder, t.first_responder, c.content FROM deadline x "
    WITH_TICKET "WHERE x.office = $1 AND x.ended IS NULL AND x.due < $2 "
    IN_ORDER;

static enum status
put_rows(struct work *w, const char *sql, const struct value *values,
    const struct sheet *s, struct error *e)
{
	struct query *q;
	int row;

	s->section(&breaches, s->arg);
	if (store_walk(w->store, sql, sql, values, &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		put_row(w, q, s);
	}
}

enum status
lateness_rows(struct work *w, const struct period *p, const struct sheet *s,
    struct error *e)
{
	if (p == NULL)
		return put_rows(w, of_now, VALUES(v_text(w->office),
		    v_number(w->now)), s, e);
	return put_rows(w, of_period, VALUES(v_text(w->office),
	    v_number(p->from), v_number(p->to), v_number(w->now)), s, e);
}

enum status
figure_overdue(struct work *w, const struct period *p,
    const struct sheet *s, struct error *e)
{
	return lateness_rows(w, p->to == INT64_MAX ? NULL : p, s, e);
}
