/* SPDX-License-Identifier: ISC */
/*
 * keyfigures.c: the keys in reports (E4).
 */
#include <string.h>

#include "cabinet.h"
#include "keycount.h"
#include "keyfigures.h"
#include "row.h"
#include "text.h"
#include "who.h"

static const struct section line = {
	.name = "keys", .title = N_("Keys"),
	.columns = { "in", "out", "overdue", "lost", "withdrawn", "counted",
		"missing", "unexpected" },
	.headings = { N_("Keys in now"), N_("Out"), N_("Overdue"), N_("Lost"),
		N_("Withdrawn"), N_("Counted"), N_("Missing"),
		N_("Unexpected") },
	.text = -1, .spare = -1,
};

static const struct section out_now = {
	.name = "out", .title = N_("Keys out"),
	.columns = { "key", "name", "borrower", "of", "lent", "due",
		"late_seconds", "loan" },
	.headings = { N_("Keys out"), N_("Label"), N_("Borrower"), N_("Of"),
		N_("Lent"), N_("Due"), N_("Late"), N_("Loan") },
	.text = 1, .spare = 3,
};

static const struct section borrowers = {
	.name = "borrowers", .title = N_("Borrowers"),
	.columns = { "borrower", "of", "loans", "out", "late", "lost" },
	.headings = { N_("Borrowers"), N_("Of"), N_("Loans"), N_("Out"),
		N_("Late"), N_("Lost") },
	.text = -1, .spare = -1,
};

static const struct section lost = {
	.name = "lost", .title = N_("Keys lost"),
	.columns = { "key", "name", "borrower", "since", "lock_due", "loan" },
	.headings = { N_("Keys lost"), N_("Label"), N_("Borrower"),
		N_("Since"), N_("New lock by"), N_("Loan") },
	.text = 1, .spare = -1,
};

static const struct section counts = {
	.name = "counts", .title = N_("Counts"),
	.columns = { "id", "at", "counted_by", "expected", "found", "missing",
		"unexpected", "missing_keys", "unexpected_keys" },
	.headings = { N_("Counts"), N_("Time"), N_("By"), N_("Expected"),
		N_("Found"), N_("Missing"), N_("Unexpected"), N_("Not found"),
		N_("Not expected") },
	.text = 7, .spare = 8,
};

/* ---- where the keys are ---- */

static int
is_late(const struct work *w, const struct loan *l)
{
	return l->base.state == LOAN_OUT && l->due < w->now;
}

static enum status
last_count(struct work *w, const struct period *p, struct cell c[static 3],
    struct error *e)
{
	static const char sql[] = "SELECT at, missing, unexpected FROM "
	    "key_count WHERE office = $1 AND id >= $2 AND id < $3 AND "
	    "at >= $4 AND at < $5 ORDER BY id DESC LIMIT 1";
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(period_low(w, p, 'K')), v_text(period_high(w, p, 'K')),
	    v_number(p->from), v_number(p->to)), &q, e) != OK ||
	    query_next(q, &row, e) != OK)
		return e->status;
	c[0] = row ? cell_when(w, query_number(q, 0)) :
	    cell_text(NULL, _("not counted"));
	c[1] = row ? cell_number(query_number(q, 1)) : cell_text(NULL, "-");
	c[2] = row ? cell_number(query_number(q, 2)) : cell_text(NULL, "-");
	query_end(q);
	return OK;
}

enum status
keyfigures_line(struct work *w, const struct period *p,
    const struct sheet *s, struct error *e)
{
	int64_t n[LOAN_WITHDRAWN + 1] = { 0 }, late = 0;
	struct cell c[8];
	struct cabinet k;

	if (cabinet_load(w, &k, e) != OK || last_count(w, p, c + 5, e) != OK)
		return e->status;
	for (const struct hook *h = k.hooks; h < k.hooks + k.n; h++) {
		n[h->loan ? h->loan->base.state : 0]++;
		late += h->loan != NULL && is_late(w, h->loan);
	}
	c[0] = cell_number(n[0]);
	c[1] = cell_number(n[LOAN_OUT]);
	c[2] = cell_number(late);
	c[3] = cell_number(n[LOAN_LOST]);
	c[4] = cell_number(n[LOAN_WITHDRAWN]);
	s->section(&line, s->arg);
	s->row(&line, c, late + n[LOAN_LOST] > 0, s->arg);
	return OK;
}

/* What is on the loan, as people know it. */
static struct cell
name_cell(struct work *w, const struct loan *l)
{
	struct error ignored;
	struct pick p;

	if (l->tags != NULL)
		return cell_text(l->tags, NULL);
	if (cabinet_find(w, l->key, &p, &ignored) != OK)
		return cell_text(NULL, "");
	return cell_text(p.key->label.chinese, label_of(&p.key->label));
}

static struct cell
borrower_cell(struct work *w, const struct loan *l)
{
	if (l->borrower == NULL)
		return cell_text(NULL, "");
	return cell_text(text_mask_name(w->arena, l->borrower),
	    loan_borrower(w, l));
}

static struct cell
of_cell(struct work *w, const struct loan *l)
{
	return cell_text(l->holder, holder_name(w, l->holder));
}

static void
put_out(struct work *w, const struct cabinet *k, const struct sheet *s)
{
	s->section(&out_now, s->arg);
	for (const struct open_loan *o = k->loans; o != NULL; o = o->next) {
		const struct loan *l = &o->loan;
		struct cell c[] = {
			cell_text(l->key, NULL), name_cell(w, l),
			borrower_cell(w, l), of_cell(w, l),
			cell_when(w, l->opened), cell_when(w, l->due),
			cell_text(NULL, ""), cell_text(l->base.id, NULL),
		};

		if (l->base.state != LOAN_OUT)
			continue;
		if (is_late(w, l)) {
			c[6] = cell_length(w, w->now - l->due);
			c[6].shown = arena_printf(w->arena, "!%s",
			    c[6].shown);
		}
		s->row(&out_now, c, is_late(w, l), s->arg);
	}
}

/* Their lock is to be changed by the deadline that the loss opened. */
static enum status
put_lost(struct work *w, const struct cabinet *k, const struct sheet *s,
    struct error *e)
{
	static const char sql[] = "SELECT opened, due FROM deadline WHERE "
	    "office = $1 AND record = $2 AND kind = 'lock_change' AND "
	    "ended IS NULL";
	struct query *q;
	int row;

	s->section(&lost, s->arg);
	for (const struct open_loan *o = k->loans; o != NULL; o = o->next) {
		const struct loan *l = &o->loan;
		struct cell c[] = {
			cell_text(l->key, NULL), name_cell(w, l),
			borrower_cell(w, l), cell_text(NULL, ""),
			cell_text(NULL, ""), cell_text(l->base.id, NULL),
		};

		if (l->base.state != LOAN_LOST)
			continue;
		if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
		    v_text(l->base.id)), &q, e) != OK ||
		    query_next(q, &row, e) != OK)
			return e->status;
		if (row) {
			c[3] = cell_when(w, query_number(q, 0));
			c[4] = cell_when(w, query_number(q, 1));
		}
		query_end(q);
		s->row(&lost, c, 1, s->arg);
	}
	return OK;
}

/* ---- the period ---- */

/* Everybody who borrowed in the period, or has a key now. */
static enum status
put_borrowers(struct work *w, const struct period *p, const struct sheet *s,
    struct error *e)
{
	static const char sql[] = "SELECT borrower, holder, count(*), "
	    "sum(CASE WHEN state = 'out' THEN 1 ELSE 0 END), "
	    "sum(CASE WHEN state IN ('out', 'returned') AND "
	    "coalesce(ended, CAST($4 AS BIGINT)) > due THEN 1 "
	    "ELSE 0 END), sum(CASE WHEN state IN ('lost', 'replaced') THEN 1 "
	    "ELSE 0 END) FROM loan WHERE office = $1 AND "
	    "borrower IS NOT NULL AND (ended IS NULL OR (opened >= $2 AND "
	    "opened < $3)) GROUP BY borrower, holder, phone "
	    "ORDER BY count(*) DESC, borrower, holder NULLS FIRST, phone";
	struct query *q;
	int row;

	s->section(&borrowers, s->arg);
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_number(p->from), v_number(p->to), v_number(w->now)), &q,
	    e) != OK)
		return e->status;
	for (;;) {
		struct loan l = { 0 };
		struct cell c[6];

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		l.borrower = arena_copy(w->arena, query_text(q, 0));
		l.holder = arena_copy(w->arena, query_text(q, 1));
		c[0] = borrower_cell(w, &l);
		c[1] = of_cell(w, &l);
		for (int i = 2; i < 6; i++)
			c[i] = cell_number(query_number(q, i));
		s->row(&borrowers, c, 0, s->arg);
	}
}

static enum status
put_counts(struct work *w, const struct period *p, const struct sheet *s,
    struct error *e)
{
	static const char sql[] = "SELECT id, at, first_responder, expected, "
	    "found, missing, unexpected, missing_keys, unexpected_keys FROM "
	    "key_count WHERE office = $1 AND id >= $2 AND id < $3 AND "
	    "at >= $4 AND at < $5 ORDER BY id";
	struct query *q;
	int row;

	s->section(&counts, s->arg);
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(period_low(w, p, 'K')), v_text(period_high(w, p, 'K')),
	    v_number(p->from), v_number(p->to)), &q, e) != OK)
		return e->status;
	for (;;) {
		struct cell c[9];
		const char *by;

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		by = arena_copy(w->arena, query_text(q, 2));
		c[0] = cell_text(arena_copy(w->arena, query_text(q, 0)), NULL);
		c[1] = cell_when(w, query_number(q, 1));
		c[2] = cell_text(by, holder_name(w, by));
		for (int i = 3; i < 7; i++)
			c[i] = cell_number(query_number(q, i));
		for (int i = 7; i < 9; i++)
			c[i] = cell_text(arena_copy(w->arena, query_text(q,
			    i)), NULL);
		s->row(&counts, c, c[5].number + c[6].number > 0, s->arg);
	}
}

enum status
figure_keys(struct work *w, const struct period *p, const struct sheet *s,
    struct error *e)
{
	struct cabinet k;

	if (keyfigures_line(w, p, s, e) != OK || cabinet_load(w, &k, e) != OK)
		return e->status;
	put_out(w, &k, s);
	if (put_lost(w, &k, s, e) != OK || put_borrowers(w, p, s, e) != OK)
		return e->status;
	return put_counts(w, p, s, e);
}
