/* SPDX-License-Identifier: ISC */
/*
 * daily.c: the day's report: what came in, how it was kept, what was missed.
 */
#include <string.h>

#include "clause.h"
#include "figures.h"
#include "heartbeat.h"
#include "keyfigures.h"
#include "lateness.h"
#include "who.h"

static const struct section intake = {
	.name = "contacts", .title = NULL,
	.columns = { "kind", "call", "visit", "letter", "contacts", "tickets",
		"day_before" },
	.headings = { N_("Contacts"), N_("Calls"), N_("Visits"),
		N_("Letters"), N_("Sum"), N_("Tickets"), N_("Before") },
	.text = -1, .spare = -1,
	.adds = "call visit letter contacts tickets day_before",
};

static const struct section rates = {
	.name = "rates", .title = NULL,
	.columns = { "rate", "part", "whole", "percent", "clause" },
	.headings = { N_("Rate"), N_("Part"), N_("Whole"), N_("Percent"),
		N_("Clause") },
	.text = -1, .spare = -1,
	.adds = "part whole",
};

static const struct section open_ones = {
	.name = "open", .title = N_("Open tickets"),
	.columns = { "handler", "open", "overdue" },
	.headings = { N_("Handler"), N_("Open"), N_("Overdue") },
	.text = -1, .spare = -1,
};

static const struct section journal = {
	.name = "journal", .title = N_("Journal"),
	.columns = { "events", "head", "without_scan_seconds" },
	.headings = { N_("Events"), N_("Head"), N_("Without a scan") },
	.text = -1, .spare = -1,
};

enum { KINDS = 6, CHANNELS = 3, COUNTS = CHANNELS + 3, HEAD_SHOWN = 16 };

/* Contacts and tickets of a period, by kind and channel. */
static enum status
count_contacts(struct work *w, const struct period *p,
    int64_t counts[KINDS][COUNTS], struct error *e)
{
	static const char sql[] = "SELECT t.kind, c.channel, count(*), "
	    "sum(CASE WHEN c.no = 1 THEN 1 ELSE 0 END) FROM contact c "
	    "JOIN ticket t ON t.office = c.office AND t.id = c.ticket "
	    "WHERE c.office = $1 AND c.at >= $2 AND c.at < $3 AND "
	    "((c.no = 1 AND c.ticket >= $4 AND c.ticket < $5) OR "
	    "(c.no > 1 AND c.day >= $6 AND c.day <= $7)) "
	    "GROUP BY t.kind, c.channel";
	char a[CLOCK_ROOM], b[CLOCK_ROOM], day[CLOCK_ROOM];
	struct query *q;
	int row;

	const char *low = arena_printf(w->arena, "T%s-",
	    clock_id_day(p->from, a));
	const char *high = arena_printf(w->arena, "T%s.",
	    clock_id_day(p->to - 1, b));
	const char *first = arena_copy(w->arena, clock_day(p->from, day));
	const char *last = arena_copy(w->arena, clock_day(p->to - 1, day));

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_number(p->from), v_number(p->to), v_text(low), v_text(high),
	    v_text(first), v_text(last)), &q, e) != OK)
		return e->status;
	for (;;) {
		int kind, channel;

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		kind = word_index(word_kinds, query_text(q, 0));
		channel = word_index(word_channels, query_text(q, 1));
		if (kind < 0 || channel < 0)
			continue;
		counts[kind][channel] += query_number(q, 2);
		counts[kind][CHANNELS] += query_number(q, 2);
		counts[kind][CHANNELS + 1] += query_number(q, 3);
	}
}

static void
put_counts(const struct sheet *s, const struct cell name,
    const int64_t counts[COUNTS], int with_before)
{
	struct cell cells[COUNTS + 1] = { name };

	for (int i = 0; i < COUNTS; i++)
		cells[i + 1] = cell_number(counts[i]);
	if (!with_before)
		cells[COUNTS] = cell_text(NULL, "-");
	s->row(&intake, cells, 0, s->arg);
}

static enum status
put_intake(struct work *w, const struct period *p, const struct sheet *s,
    struct error *e)
{
	int64_t counts[KINDS][COUNTS] = { 0 }, before[KINDS][COUNTS] = { 0 },
	    sum[COUNTS] = { 0 };
	struct period day_before = { clock_midnight(p->from, -1), p->from, 1 };

	if (count_contacts(w, p, counts, e) != OK)
		return e->status;
	if (p->one_day && count_contacts(w, &day_before, before, e) != OK)
		return e->status;
	s->section(&intake, s->arg);
	for (int k = 0; k < KINDS; k++) {
		counts[k][COUNTS - 1] = before[k][CHANNELS + 1];
		for (int i = 0; i < COUNTS; i++)
			sum[i] += counts[k][i];
		put_counts(s, cell_text(word_kinds[k].code,
		    word_label(word_kinds, word_kinds[k].code)), counts[k],
		    p->one_day);
	}
	put_counts(s, cell_text("all", _("all")), sum, p->one_day);
	return OK;
}

/* A rate of deadlines of one kind, under one clause. */
struct kept {
	const char *code, *label, *kind, *clause;
	int64_t part, whole;
};

static struct kept *
kept_of(struct kept *k, const char *kind, const char *clause)
{
	while (k->code != NULL && (strcmp(k->kind, kind) != 0 ||
	    strcmp(k->clause, clause) != 0))
		k++;
	return k;	/* one at the end takes all others */
}

/* Add up what a query counts: kind, clause, whole, part. */
static enum status
add_up(struct work *w, const char *sql, const struct value *values,
    struct kept *k, struct error *e)
{
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, values, &q, e) != OK)
		return e->status;
	for (;;) {
		struct kept *one;

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		one = kept_of(k, query_text(q, 0), query_text(q, 1));
		one->whole += query_number(q, 2);
		one->part += query_number(q, 3);
	}
}

/* What is due at 24:00 is due on the day that ends then.
 * Deadlines that fell due in the period and those kept; and due times that
 * passed unmet in it and were moved afterwards. */
static enum status
count_kept(struct work *w, const struct period *p, struct kept *k,
    struct error *e)
{
	static const char sql[] = "SELECT kind, clause, count(*), "
	    "sum(CASE WHEN ended <= due THEN 1 ELSE 0 END) FROM deadline "
	    "WHERE office = $1 AND due > $2 AND due <= $3 AND "
	    "(coalesce(outcome, 'met') = 'met' OR ended > due) AND "
	    "(ended IS NOT NULL OR due < CAST($4 AS BIGINT)) "
	    "GROUP BY kind, clause";
	static const char moved[] = "SELECT b.kind, b.clause, count(*), 0 "
	    "FROM breach b JOIN deadline d ON d.office = b.office AND "
	    "d.record = b.record AND d.no = b.no WHERE b.office = $1 AND "
	    "b.due > $2 AND b.due <= $3 AND b.due <> d.due "
	    "GROUP BY b.kind, b.clause";

	if (add_up(w, sql, VALUES(v_text(w->office), v_number(p->from),
	    v_number(p->to), v_number(w->now)), k, e) != OK)
		return e->status;
	return add_up(w, moved, VALUES(v_text(w->office), v_number(p->from),
	    v_number(p->to)), k, e);
}

static enum status
count_on_spot(struct work *w, const struct period *p, int64_t *part,
    int64_t *whole, struct error *e)
{
	static const char sql[] = "SELECT count(*), "
	    "sum(CASE WHEN disposition = 'on_spot' THEN 1 ELSE 0 END) "
	    "FROM contact WHERE office = $1 AND no = 1 AND ticket >= $2 AND "
	    "ticket < $3 AND at >= $4 AND at < $5";
	char a[CLOCK_ROOM], b[CLOCK_ROOM];
	const char *low = arena_printf(w->arena, "T%s-",
	    clock_id_day(p->from, a));
	const char *high = arena_printf(w->arena, "T%s.",
	    clock_id_day(p->to - 1, b));
	struct query *q;
	int row;

	*part = *whole = 0;
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(low), v_text(high), v_number(p->from), v_number(p->to)),
	    &q, e) != OK || query_next(q, &row, e) != OK)
		return e->status;
	if (row) {
		*whole = query_number(q, 0);
		*part = query_number(q, 1);
	}
	query_end(q);
	return OK;
}

static void
put_rate(struct work *w, const struct sheet *s, const char *code,
    const char *label, int64_t part, int64_t whole, const char *clause)
{
	struct cell cells[5] = { cell_text(code, label) };

	cells_rate(w, part, whole, clause, cells + 1);
	s->row(&rates, cells, 0, s->arg);
}

static enum status
put_rates(struct work *w, const struct period *p, const struct sheet *s,
    struct error *e)
{
	struct kept kept[] = {
		{ "answered", N_("answered in 24 hours"), "answer", "C6",
		  0, 0 },
		{ "promises", N_("promises kept"), "promise", "F4.6", 0, 0 },
		{ "accepted", N_("accepted in time"), "accept", "F4.4", 0,
		  0 },
		{ "acknowledged", N_("acknowledged in time"), "acknowledge",
		  "A3", 0, 0 },
		{ "keys_back", N_("keys back in time"), "key_back", "E4", 0,
		  0 },
		{ NULL, NULL, NULL, NULL, 0, 0 }
	};
	int64_t part, whole;

	s->section(&rates, s->arg);
	if (count_on_spot(w, p, &part, &whole, e) != OK ||
	    count_kept(w, p, kept, e) != OK)
		return e->status;
	put_rate(w, s, "on_spot", _("done on the spot"), part, whole, "C1");
	for (const struct kept *k = kept; k->code != NULL; k++)
		put_rate(w, s, k->code, _(k->label), k->part, k->whole,
		    k->clause);
	return OK;
}

static enum status
put_open(struct work *w, const struct sheet *s, struct error *e)
{
	static const char sql[] = "SELECT t.handler, count(*), "
	    "sum(CASE WHEN EXISTS (SELECT 1 FROM deadline d WHERE d.office = "
	    "t.office AND d.record = t.id AND d.ended IS NULL AND d.due < "
	    "CAST($2 AS BIGINT)) THEN 1 ELSE 0 END) FROM ticket t WHERE "
	    "t.office = $1 AND t.closed IS NULL AND t.state <> 'void' "
	    "GROUP BY t.handler ORDER BY count(*) DESC, t.handler "
	    "NULLS FIRST";
	struct query *q;
	int row;

	s->section(&open_ones, s->arg);
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_number(w->now)), &q, e) != OK)
		return e->status;
	for (;;) {
		const char *who;
		struct cell cells[3];

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		who = arena_copy(w->arena, query_text(q, 0));
		cells[0] = cell_text(who, who ? holder_name(w, who) :
		    _("nobody yet"));
		cells[1] = cell_number(query_number(q, 1));
		cells[2] = cell_number(query_number(q, 2));
		s->row(&open_ones, cells, 0, s->arg);
	}
}

static enum status
put_journal(struct work *w, const struct sheet *s, struct error *e)
{
	static const char sql[] = "SELECT last, head FROM counter WHERE "
	    "office = $1 AND name = 'event'";
	char how_long[CLOCK_ROOM];
	const char *head;
	struct cell cells[3];
	struct query *q;
	int64_t silence;
	int row;

	if (heartbeat_silence(w, &silence, e) != OK)
		return e->status;
	s->section(&journal, s->arg);
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office)), &q,
	    e) != OK || query_next(q, &row, e) != OK || !row)
		return e->status;
	cells[0] = cell_number(query_number(q, 0));
	head = arena_copy(w->arena, query_text(q, 1));
	cells[1] = cell_text(head, arena_printf(w->arena, "%.*s", HEAD_SHOWN,
	    head ? head : ""));
	cells[2] = cell_text(NULL, silence ? _("never any") : "-");
	if (silence > 0) {
		cells[2] = cell_number(silence / SECOND);
		cells[2].shown = arena_copy(w->arena,
		    clock_length(silence, how_long));
	}
	query_end(q);
	s->row(&journal, cells, silence != 0, s->arg);
	return OK;
}

enum status
figure_daily(struct work *w, const struct period *p, const struct sheet *s,
    struct error *e)
{
	if (put_intake(w, p, s, e) != OK || put_rates(w, p, s, e) != OK ||
	    lateness_rows(w, p, s, e) != OK || put_open(w, s, e) != OK)
		return e->status;
	/* Which keys another office has is in its configuration. */
	if (!work_elsewhere(w) && keyfigures_line(w, p, s, e) != OK)
		return e->status;
	return put_journal(w, s, e);
}
