/* SPDX-License-Identifier: ISC */
/*
 * deadline.c: what is owed, by whom and by when.
 */
#include <string.h>

#include "deadline.h"

const struct owed *
owed_find(const struct owed *o, const char *kind)
{
	for (; o != NULL && o->kind != NULL; o++)
		if (strcmp(o->kind, kind) == 0)
			return o;
	return NULL;
}

int64_t
owed_limit(const struct desk *d, const struct owed *o)
{
	for (size_t i = 0; i < d->nlimits; i++)
		if (strcmp(d->limits[i].deadline, o->kind) == 0)
			return d->limits[i].span;
	return o->limit;
}

static int
names_kind(const struct rung *r, const char *kind)
{
	for (const char *const *p = r->deadlines; p && *p != NULL; p++)
		if (strcmp(*p, kind) == 0)
			return 1;
	return 0;
}

int
rung_applies(const struct desk *d, const struct rung *r, const char *kind)
{
	if (r->deadlines != NULL && r->deadlines[0] != NULL)
		return names_kind(r, kind);
	/* For every kind: unless one of the same number is for this one. */
	for (size_t i = 0; i < d->nrungs; i++)
		if (d->ladder[i].number == r->number &&
		    names_kind(&d->ladder[i], kind))
			return 0;
	return 1;
}

int64_t
rung_after(const struct desk *d, const char *kind, int64_t due, int64_t quiet)
{
	int64_t next = rung_next(d, kind, due, INT64_MIN);

	return next != 0 && next < quiet ? quiet : next;
}

int64_t
rung_next(const struct desk *d, const char *kind, int64_t due, int64_t from)
{
	int64_t first = 0, planned;

	if (due < d->enforce_from)
		return 0;
	for (size_t i = 0; i < d->nrungs; i++) {
		planned = due + d->ladder[i].at;
		if (planned < from || (first != 0 && planned >= first))
			continue;
		if (rung_applies(d, &d->ladder[i], kind))
			first = planned;
	}
	return first;
}

static int64_t
due_time(const struct desk *d, const struct debt *b)
{
	if (b->due != 0)
		return b->due;
	if (b->owed->rule == DAY_END)
		return clock_midnight(b->from, 1);
	return b->from + owed_limit(d, b->owed);
}

static enum status
put_deadline(struct work *w, const struct debt *b, struct error *e)
{
	static const char sql[] = "INSERT INTO deadline (office, record, no, "
	    "kind, clause, holder, department, first_responder, opened, due, "
	    "ended, outcome, next) VALUES ($1, $2, (SELECT coalesce(max(no), "
	    "0) + 1 FROM deadline WHERE office = $1 AND record = $2), $3, $4, "
	    "$5, $6, $7, $8, $9, $10, $11, $12)";
	int64_t next = b->met != 0 ? 0 :
	    rung_next(w->desk, b->owed->kind, b->due, INT64_MIN);

	return store_run(w->store, sql, VALUES(v_text(w->office),
	    v_text(b->record), v_text(b->owed->kind), v_text(b->clause),
	    v_text(b->holder), v_text(b->department),
	    v_text(b->first_responder), v_number(b->from), v_number(b->due),
	    v_time(b->met), v_text(b->met != 0 ? "met" : NULL),
	    v_time(next)), NULL, e);
}

static void
note_late(struct work *w, const char *clause, int64_t by)
{
	struct too_late **last = &w->late;

	while (*last != NULL)
		last = &(*last)->next;
	*last = arena_alloc(w->arena, sizeof(**last));
	(*last)->clause = clause;
	(*last)->by = by;
}

/* The breach of the deadline written last: it was met too late. */
static enum status
put_breach(struct work *w, const struct debt *b, struct error *e)
{
	static const char sql[] = "INSERT INTO breach (office, record, no, "
	    "due, kind, clause, holder, department, found, ended) "
	    "VALUES ($1, $2, (SELECT max(no) FROM deadline WHERE "
	    "office = $1 AND record = $2), $3, $4, $5, $6, $7, $8, $9)";

	note_late(w, b->clause, b->met - b->due);
	return store_run(w->store, sql, VALUES(v_text(w->office),
	    v_text(b->record), v_number(b->due), v_text(b->owed->kind),
	    v_text(b->clause), v_text(b->holder), v_text(b->department),
	    v_number(w->now), v_number(b->met)), NULL, e);
}

enum status
deadline_open(struct work *w, struct debt *b, struct error *e)
{
	if (b->owed->rule == GIVEN && b->due == 0)
		return fail(e, BROKEN, NULL, _("the deadline \"%s\" was opened "
		    "without a time"), b->owed->kind);
	b->due = due_time(w->desk, b);
	if (b->clause == NULL)
		b->clause = b->owed->clause;
	if (put_deadline(w, b, e) != OK)
		return e->status;
	return b->met > b->due ? put_breach(w, b, e) : OK;
}

enum status
breach_note(struct work *w, const char *record, int64_t no, int64_t due,
    int64_t ended, struct error *e)
{
	static const char sql[] = "INSERT INTO breach (office, record, no, "
	    "due, kind, clause, holder, department, found, ended) "
	    "SELECT office, record, no, CAST($4 AS BIGINT), kind, clause, "
	    "holder, department, CAST($5 AS BIGINT), CAST($6 AS BIGINT) "
	    "FROM deadline WHERE office = $1 AND record = $2 AND no = $3 "
	    "ON CONFLICT (office, record, no, due) DO NOTHING";

	return store_run(w->store, sql, VALUES(v_text(w->office),
	    v_text(record), v_number(no), v_number(due), v_number(w->now),
	    v_time(ended)), NULL, e);
}

enum status
breach_missing(struct work *w, const char **record, struct error *e)
{
	static const char sql[] = "SELECT x.record FROM (SELECT record, no, "
	    "due FROM deadline WHERE office = $1 AND ended > due UNION ALL "
	    "SELECT record, no, due FROM rung WHERE office = $1 AND "
	    "fired > due) x WHERE NOT EXISTS (SELECT 1 FROM breach b WHERE "
	    "b.office = $1 AND b.record = x.record AND b.no = x.no AND "
	    "b.due = x.due) ORDER BY x.record LIMIT 1";

	*record = NULL;
	return store_text(w->store, sql, VALUES(v_text(w->office)),
	    w->config, record, e);
}

struct open_one {
	int64_t no, due, quiet;
	const char *clause;
	struct open_one *next;
};

/* The open deadlines of a record and kind, read before any is changed. */
static enum status
open_ones(struct work *w, const char *record, const char *kind,
    const char *holder, struct open_one **out, struct error *e)
{
	static const char sql[] = "SELECT no, due, clause, quiet FROM deadline "
	    "WHERE office = $1 AND record = $2 AND kind = $3 AND ended IS NULL "
	    "AND (CAST($4 AS TEXT) IS NULL OR holder = $4) ORDER BY no";
	struct open_one *one;
	struct query *q;
	int row;

	*out = NULL;
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(record), v_text(kind), v_text(holder)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		one = arena_alloc(w->arena, sizeof(*one));
		one->no = query_number(q, 0);
		one->due = query_number(q, 1);
		one->clause = arena_copy(w->arena, query_text(q, 2));
		one->quiet = query_number(q, 3);
		one->next = *out;
		*out = one;
	}
}

static enum status
end_one(struct work *w, const char *record, const struct open_one *one,
    const char *outcome, int64_t at, struct error *e)
{
	static const char sql[] = "UPDATE deadline SET ended = $1, "
	    "outcome = $2, next = NULL "
	    "WHERE office = $3 AND record = $4 AND no = $5";
	static const char breaches[] = "UPDATE breach SET ended = $1 WHERE "
	    "office = $2 AND record = $3 AND no = $4 AND ended IS NULL";

	if (at > one->due) {
		note_late(w, one->clause, at - one->due);
		if (breach_note(w, record, one->no, one->due, at, e) != OK)
			return e->status;
	}
	if (store_run(w->store, breaches, VALUES(v_number(at),
	    v_text(w->office), v_text(record), v_number(one->no)), NULL,
	    e) != OK)
		return e->status;
	return store_run(w->store, sql, VALUES(v_number(at), v_text(outcome),
	    v_text(w->office), v_text(record), v_number(one->no)), NULL, e);
}

enum status
deadline_end(struct work *w, const char *record, const char *kind,
    const char *holder, const char *outcome, int64_t at, struct error *e)
{
	struct open_one *one;

	if (open_ones(w, record, kind, holder, &one, e) != OK)
		return e->status;
	for (; one != NULL; one = one->next)
		if (end_one(w, record, one, outcome, at, e) != OK)
			return e->status;
	return OK;
}

enum status
deadline_resume(struct work *w, const char *record, const char *kind,
    int64_t ended, struct error *e)
{
	static const char which[] = "SELECT max(due) FROM deadline WHERE "
	    "office = $1 AND record = $2 AND kind = $3 AND ended = $4 AND "
	    "outcome = 'met'";
	static const char sql[] = "UPDATE deadline SET ended = NULL, "
	    "outcome = NULL, next = $1 WHERE office = $2 AND record = $3 AND "
	    "kind = $4 AND ended = $5 AND outcome = 'met'";
	static const char breaches[] = "UPDATE breach SET ended = NULL WHERE "
	    "office = $1 AND record = $2 AND kind = $3 AND ended = $4";
	int64_t due = 0;

	if (store_number(w->store, which, VALUES(v_text(w->office),
	    v_text(record), v_text(kind), v_number(ended)), &due, e) != OK)
		return e->status;
	if (due == 0)
		return OK;
	if (store_run(w->store, breaches, VALUES(v_text(w->office),
	    v_text(record), v_text(kind), v_number(ended)), NULL, e) != OK)
		return e->status;
	return store_run(w->store, sql, VALUES(v_time(
	    rung_after(w->desk, kind, due, 0)), v_text(w->office),
	    v_text(record), v_text(kind), v_number(ended)), NULL, e);
}

enum status
deadline_move(struct work *w, const char *record, const char *kind,
    int64_t due, int *moved, struct error *e)
{
	static const char sql[] = "UPDATE deadline SET due = $1, next = $2 "
	    "WHERE office = $3 AND record = $4 AND no = $5";
	struct open_one *one;

	*moved = 0;
	if (open_ones(w, record, kind, NULL, &one, e) != OK)
		return e->status;
	for (; one != NULL; one = one->next) {
		if (w->now > one->due &&
		    breach_note(w, record, one->no, one->due, 0, e) != OK)
			return e->status;
		if (store_run(w->store, sql, VALUES(v_number(due),
		    v_time(rung_after(w->desk, kind, due, one->quiet)),
		    v_text(w->office), v_text(record), v_number(one->no)),
		    NULL, e) != OK)
			return e->status;
		*moved = 1;
	}
	return OK;
}

enum status
deadline_pass(struct work *w, const char *record, const char *kind,
    const char *holder, const char *department, struct error *e)
{
	static const char sql[] = "UPDATE deadline SET holder = $1, "
	    "department = $2 WHERE office = $3 AND record = $4 AND kind = $5 "
	    "AND ended IS NULL";
	struct open_one *one;

	if (open_ones(w, record, kind, NULL, &one, e) != OK)
		return e->status;
	if (one == NULL)
		return OK;
	/* What is late by now is late by whoever owed it until now. */
	for (; one != NULL; one = one->next)
		if (w->now > one->due &&
		    breach_note(w, record, one->no, one->due, 0, e) != OK)
			return e->status;
	return store_run(w->store, sql, VALUES(v_text(holder),
	    v_text(department), v_text(w->office), v_text(record),
	    v_text(kind)), NULL, e);
}

enum status
deadline_hush(struct work *w, const char *record, int64_t until,
    struct error *e)
{
	static const char sql[] = "UPDATE deadline SET quiet = $1, "
	    "next = CASE WHEN next < $2 THEN $3 ELSE next END WHERE "
	    "office = $4 AND record = $5 AND ended IS NULL";

	return store_run(w->store, sql, VALUES(v_number(until),
	    v_number(until), v_number(until), v_text(w->office),
	    v_text(record)), NULL, e);
}
