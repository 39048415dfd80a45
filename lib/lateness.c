/* SPDX-License-Identifier: ISC */
/*
 * lateness.c: breaches as rows of a report.
 */
#include <string.h>

#include "cabinet.h"
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

/* The matter: what the resident said, or the key that is not back. */
static struct cell
matter(struct work *w, const char *content, const struct loan *l)
{
	struct buf b = { 0 };
	struct cell c;

	if (l == NULL)
		return cell_text(content ? text_cut(w->arena, content +
		    strspn(content, " \t\n"), SUMMARY) : NULL, NULL);
	cabinet_shown(w, l, &b);
	c = cell_text(l->key, arena_copy(w->arena, b.text));
	buf_free(&b);
	return c;
}

static struct cell
staff_cell(struct work *w, const char *code)
{
	return cell_text(code, holder_name(w, code));
}

/* Of a loan, whoever has the key is named, though another owes it. */
static void
put_row(struct work *w, struct query *q, const struct sheet *s)
{
	const char *text[9];
	int64_t due = query_number(q, 3), ended = query_number(q, 4);
	int open = ended == 0;
	int64_t late = (open ? w->now : ended) - due;
	struct loan l;
	struct cell c[9];

	for (int i = 0; i < 9; i++)
		text[i] = arena_copy(w->arena, query_text(q, i));
	l = (struct loan){ .key = text[8],
		.tags = arena_copy(w->arena, query_text(q, 9)),
		.borrower = arena_copy(w->arena, query_text(q, 10)),
		.holder = arena_copy(w->arena, query_text(q, 11)) };
	c[0] = cell_text(id_told(w, text[0]), NULL);
	c[1] = cell_text(text[1], word_label(word_deadlines, text[1]));
	c[2] = cell_text(text[2], clause_shown(text[2]));
	c[3] = cell_when(w, due);
	c[4] = cell_length(w, late);
	if (open)
		c[4].shown = arena_printf(w->arena, "!%s", c[4].shown);
	c[5] = cell_flag(open, "");
	c[6] = staff_cell(w, text[5]);
	if (l.borrower != NULL && strcmp(text[1], "key_back") == 0)
		c[6].shown = loan_borrower(w, &l);
	c[7] = staff_cell(w, text[6]);
	c[8] = matter(w, text[7], text[8] != NULL ? &l : NULL);
	s->row(&breaches, c, open, s->arg);
}

#define COLUMNS "SELECT x.record, x.kind, x.clause, x.due, x.ended, " \
	"x.holder, coalesce(t.first_responder, l.first_responder), " \
	"c.content, l.key, l.tags, l.borrower, l.holder "
#define WITH_RECORD "LEFT JOIN ticket t ON t.office = $1 AND " \
	"t.id = x.record LEFT JOIN contact c ON c.office = $1 AND " \
	"c.ticket = x.record AND c.no = 1 LEFT JOIN loan l ON " \
	"l.office = $1 AND l.id = x.record "
#define IN_ORDER "ORDER BY x.due, x.record, x.kind"

/* Those written down, and those that no scan has seen yet. */
static const char of_period[] = COLUMNS "FROM ("
    "SELECT record, kind, clause, due, ended, holder FROM breach "
    "WHERE office = $1 AND due > $2 AND due <= $3 UNION ALL "
    "SELECT d.record, d.kind, d.clause, d.due, d.ended, d.holder "
    "FROM deadline d WHERE d.office = $1 AND d.ended IS NULL AND "
    "d.due > $2 AND d.due <= $3 AND d.due < $4 AND NOT EXISTS "
    "(SELECT 1 FROM breach b WHERE b.office = d.office AND "
    "b.record = d.record AND b.no = d.no AND b.due = d.due)) x "
    WITH_RECORD IN_ORDER;

static const char of_now[] = COLUMNS "FROM deadline x "
    WITH_RECORD "WHERE x.office = $1 AND x.ended IS NULL AND x.due < $2 "
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
