/* SPDX-License-Identifier: ISC */
/*
 * ladder.c: what is late climbs the ladder.
 */
#include <inttypes.h>
#include <string.h>

#include "deadline.h"
#include "event.h"
#include "heartbeat.h"
#include "ladder.h"
#include "notice.h"
#include "replan.h"
#include "who.h"

enum { BATCH = 500, ALL = 1000000000 };

struct late {			/* a deadline the ladder has to look at */
	struct late *next_one;
	const char *record, *kind, *clause, *holder, *department,
	    *first_responder, *accused;
	int64_t no, due, next;
};

struct batch {
	struct work *w;
	struct scan *scan;
	int64_t seen;		/* rows looked at */
	struct firing *fired;
	size_t n;
};

static enum status
read_late(struct batch *b, struct late **first, struct error *e)
{
	static const char sql[] = "SELECT d.record, d.no, d.kind, "
	    "d.clause, d.holder, d.department, d.first_responder, d.due, "
	    "d.next, t.accused FROM deadline d LEFT JOIN ticket t ON "
	    "t.office = d.office AND t.id = d.record WHERE d.office = $1 AND "
	    "d.next < $2 ORDER BY d.next, d.record, d.no "
	    "LIMIT CAST($3 AS BIGINT)";
	struct arena *a = b->w->arena;
	struct late *l, **last = first;
	struct query *q;
	int row;

	if (store_query(b->w->store, sql, sql, VALUES(v_text(b->w->office),
	    v_number(b->w->now), v_number(b->scan->dry_run ? ALL : BATCH)),
	    &q, e) != OK)
		return e->status;
	for (b->seen = 0;; b->seen++, last = &l->next_one) {
		*last = NULL;
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		l = arena_alloc(a, sizeof(*l));
		*last = l;
		l->record = arena_copy(a, query_text(q, 0));
		l->no = query_number(q, 1);
		l->kind = arena_copy(a, query_text(q, 2));
		l->clause = arena_copy(a, query_text(q, 3));
		l->holder = arena_copy(a, query_text(q, 4));
		l->department = arena_copy(a, query_text(q, 5));
		l->first_responder = arena_copy(a, query_text(q, 6));
		l->due = query_number(q, 7);
		l->next = query_number(q, 8);
		l->accused = arena_copy(a, query_text(q, 9));
	}
}

/* What was done about this due time. */
struct climbed {
	uint64_t rungs;		/* one bit each */
	int64_t up_to;		/* the planned time of the highest */
};

static enum status
rungs_done(struct work *w, const struct late *l, struct climbed *done,
    struct error *e)
{
	static const char sql[] = "SELECT rung, planned FROM rung WHERE "
	    "office = $1 AND record = $2 AND no = $3 AND due = $4";
	struct query *q;
	int row;

	*done = (struct climbed){ 0, INT64_MIN };
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(l->record), v_number(l->no), v_number(l->due)), &q,
	    e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		done->rungs |= UINT64_C(1) << (query_number(q, 0) & 63);
		if (query_number(q, 1) > done->up_to)
			done->up_to = query_number(q, 1);
	}
}

/* Due, and neither it nor a higher one done: numbers change hands when a
 * rung is put between others. */
static int
is_due(const struct work *w, const struct late *l, const struct rung *r,
    const struct climbed *done)
{
	int64_t planned = l->due + r->at;

	return planned < w->now && planned > done->up_to &&
	    !(done->rungs >> (r->number & 63) & 1) &&
	    rung_applies(w->desk, r, l->kind);
}

static void
add_recipient(struct firing *f, const char *login)
{
	int n = 0;

	if (login == NULL)
		return;
	for (; f->notified[n] != NULL; n++)
		if (strcmp(f->notified[n], login) == 0)
			return;
	if (n < NOTIFIED_MAX)
		f->notified[n] = login;
}

static const char *
recipient(const struct work *w, const struct late *l, const char *code)
{
	if (strcmp(code, "holder") == 0)
		return l->holder != NULL && strncmp(l->holder, "firm:", 5) ==
		    0 ? NULL : l->holder;
	if (strcmp(code, "first_responder") == 0)
		return l->first_responder;
	if (strcmp(code, "head") == 0)
		return head_above(w, l->department, l->accused);
	if (strcmp(code, "leader") == 0)
		return leader_at(w, w->now);
	return w->desk->manager;
}

/* The rung to fire, and those below it that nobody fired in time. */
static const struct rung *
choose(const struct work *w, const struct late *l,
    const struct climbed *done, struct firing *f)
{
	const struct rung *best = NULL, *r;

	for (size_t i = 0; i < w->desk->nrungs; i++) {
		r = &w->desk->ladder[i];
		if (!is_due(w, l, r, done))
			continue;
		if (best == NULL || r->at > best->at) {
			if (best != NULL && f->nskipped < SKIPPED_MAX)
				f->skipped[f->nskipped++] = best->number;
			best = r;
		} else if (f->nskipped < SKIPPED_MAX)
			f->skipped[f->nskipped++] = r->number;
	}
	if (best == NULL)
		return NULL;
	f->id = l->record;
	f->deadline = l->kind;
	f->clause = l->clause;
	f->rung = best->number;
	f->message = best->say != NULL ? best->say :
	    w->now > l->due ? "overdue" : "due_soon";
	f->due = l->due;
	f->late_seconds = (w->now - l->due) / SECOND;
	for (int i = 0; i < TELL_MAX && best->tell[i] != NULL; i++)
		add_recipient(f, recipient(w, l, best->tell[i]));
	add_recipient(f, l->first_responder);	/* on every notice (F4.1) */
	return best;
}

static enum status
put_rung(struct work *w, const struct late *l, int64_t number,
    int64_t planned, int64_t fired, struct error *e)
{
	static const char sql[] = "INSERT INTO rung (office, record, no, due, "
	    "rung, planned, fired, seq) VALUES ($1, $2, $3, $4, $5, $6, $7, "
	    "$8)";

	return store_run(w->store, sql, VALUES(v_text(w->office),
	    v_text(l->record), v_number(l->no), v_number(l->due),
	    v_number(number), v_number(planned), v_time(fired),
	    v_number(w->seq)), NULL, e);
}

static int64_t
planned_of(const struct work *w, const struct late *l, int64_t number)
{
	for (size_t i = 0; i < w->desk->nrungs; i++)
		if (w->desk->ladder[i].number == number &&
		    rung_applies(w->desk, &w->desk->ladder[i], l->kind))
			return l->due + w->desk->ladder[i].at;
	return l->due;
}

/* Write down what a fired rung means: event, rungs, breach, notices. */
static enum status
write_firing(struct work *w, const struct late *l, const struct firing *f,
    struct error *e)
{
	const char *body = arena_printf(w->arena, "{\"deadline\":\"%s\","
	    "\"no\":%" PRId64 ",\"rung\":%" PRId64 ",\"due\":%" PRId64 "}",
	    l->kind, l->no, f->rung, l->due);

	if (event_add(w, l->record, "rung", l->clause, w->now, body, e) != OK)
		return e->status;
	if (put_rung(w, l, f->rung, planned_of(w, l, f->rung), w->now,
	    e) != OK)
		return e->status;
	for (int i = 0; i < f->nskipped; i++)
		if (put_rung(w, l, f->skipped[i],
		    planned_of(w, l, f->skipped[i]), 0, e) != OK)
			return e->status;
	if (w->now > l->due &&
	    breach_note(w, l->record, l->no, l->due, 0, e) != OK)
		return e->status;
	for (int i = 0; f->notified[i] != NULL; i++)
		if (notice_add(w, f->notified[i], f->message, l->record,
		    e) != OK)
			return e->status;
	return OK;
}

/* Look at one: *taken is 0 when another scan had it. */
static enum status
climb(struct batch *b, const struct late *l, struct error *e)
{
	static const char sql[] = "UPDATE deadline SET next = $1 WHERE "
	    "office = $2 AND record = $3 AND no = $4 AND due = $5 "
	    "AND next = $6";
	struct work *w = b->w;
	struct firing f = { 0 };
	struct climbed done;
	int64_t taken = 1;

	if (rungs_done(w, l, &done, e) != OK)
		return e->status;
	if (!b->scan->dry_run && store_run(w->store, sql,
	    VALUES(v_time(rung_next(w->desk, l->kind, l->due, w->now)),
	    v_text(w->office), v_text(l->record), v_number(l->no),
	    v_number(l->due), v_number(l->next)), &taken, e) != OK)
		return e->status;
	if (taken == 0 || choose(w, l, &done, &f) == NULL)
		return OK;
	if (!b->scan->dry_run && write_firing(w, l, &f, e) != OK)
		return e->status;
	b->fired[b->n++] = f;
	return OK;
}

static enum status
scan_batch(struct work *w, void *arg, struct error *e)
{
	struct batch *b = arg;
	struct late *l;

	b->n = 0;
	if (read_late(b, &l, e) != OK)
		return e->status;
	b->fired = arena_alloc(w->arena,
	    (size_t)(b->seen + 1) * sizeof(*b->fired));
	for (; l != NULL; l = l->next_one)
		if (climb(b, l, e) != OK)
			return e->status;
	return OK;
}

static void
report_batch(struct batch *b)
{
	for (size_t i = 0; i < b->n; i++) {
		b->scan->fired++;
		b->scan->skipped += b->fired[i].nskipped;
		b->scan->each(&b->fired[i], b->scan->arg);
	}
}

static enum status
any_due(struct work *w, int64_t *any, struct error *e)
{
	static const char sql[] = "SELECT 1 FROM deadline WHERE office = $1 "
	    "AND next < $2 LIMIT 1";

	*any = 0;
	return store_number(w->store, sql, VALUES(v_text(w->office),
	    v_number(w->now)), any, e);
}

static enum status
look_ahead(void *arg, struct error *e)
{
	struct batch *b = arg;

	return scan_batch(b->w, b, e);
}

static enum status
scan_all(struct work *w, struct scan *scan, struct error *e)
{
	struct batch b = { .w = w, .scan = scan };

	if (scan->dry_run) {
		if (store_reading(w->store, look_ahead, &b, e) != OK)
			return e->status;
		report_batch(&b);
		return OK;
	}
	do {
		w->request = work_request(w->config, w->now);
		if (work_run(w, scan_batch, &b, e) != OK)
			return e->status;
		report_batch(&b);
	} while (b.seen == BATCH);
	return OK;
}

enum status
ladder_scan(struct work *w, struct scan *scan, struct error *e)
{
	int64_t any;

	if (heartbeat_silence(w, &scan->silence, e) != OK ||
	    (!scan->dry_run && replan(w, e) != OK))
		return e->status;
	if (any_due(w, &any, e) != OK)
		return e->status;
	if (any && scan_all(w, scan, e) != OK)
		return e->status;
	return scan->dry_run ? OK : heartbeat(w, scan->fired, scan->skipped,
	    e);
}

static const char *
why_of(const struct work *w, const struct standing *s)
{
	if (s->due < w->desk->enforce_from)
		return "exempt";
	if (s->next == 0)
		return "done";
	return s->next < w->now ? "fires" : "waits";
}

enum status
ladder_explain(struct work *w, const char *id,
    void (*each)(const struct standing *, void *), void *arg,
    struct error *e)
{
	static const char sql[] = "SELECT record, kind, clause, due, next "
	    "FROM deadline WHERE office = $1 AND ended IS NULL AND "
	    "(CAST($2 AS TEXT) IS NULL OR record = $2) ORDER BY record, no";
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(id)), &q, e) != OK)
		return e->status;
	for (;;) {
		struct standing s;

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		s = (struct standing){ .id = query_text(q, 0),
			.deadline = query_text(q, 1),
			.clause = query_text(q, 2),
			.due = query_number(q, 3), .next = query_number(q, 4) };
		s.why = why_of(w, &s);
		each(&s, arg);
	}
}
