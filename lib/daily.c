/* SPDX-License-Identifier: ISC */
/*
 * daily.c: the day's report: what came in, how it was kept, what was missed.
 */
#include <string.h>

#include "amounts.h"
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
	    "sum(CASE WHEN c.no = 1 THEN 1 ELSE 0 END) FROM "
	    PERIOD_CONTACTS("ticket, no, channel")
	    "JOIN ticket t ON t.office = $1 AND t.id = c.ticket "
	    "WHERE t.state <> 'void' GROUP BY t.kind, c.channel";
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, period_contacts(w, p), &q, e) !=
	    OK)
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

/* Tickets alone, of the day before. */
static enum status
count_before(struct work *w, const struct period *p,
    int64_t counts[KINDS][COUNTS], struct error *e)
{
	static const char sql[] = "SELECT kind, count(*) FROM ticket "
	    "WHERE office = $1 AND id >= $2 AND id < $3 AND opened >= $4 AND "
	    "opened < $5 AND state <> 'void' GROUP BY kind";
	struct period before = { clock_midnight(p->from, -1), p->from, 1 };
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(period_low(w, &before, 'T')),
	    v_text(period_high(w, &before, 'T')), v_number(before.from),
	    v_number(before.to)), &q, e) != OK)
		return e->status;
	for (;;) {
		int kind;

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		kind = word_index(word_kinds, query_text(q, 0));
		if (kind >= 0)
			counts[kind][COUNTS - 1] += query_number(q, 1);
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

/* Those that were made void are in no other row. */
static void
put_void(const struct sheet *s, int64_t n)
{
	const struct measure *m = measure_find("void");
	struct cell cells[COUNTS + 1] = { cell_text(m->code,
	    measure_label(m)) };

	for (int i = 0; i < COUNTS; i++)
		cells[i + 1] = cell_text(NULL, "-");
	cells[CHANNELS + 2] = cell_number(n);
	s->row(&intake, cells, 0, s->arg);
}

static enum status
put_intake(struct work *w, const struct period *p, const struct sheet *s,
    struct error *e)
{
	int64_t counts[KINDS][COUNTS] = { 0 }, sum[COUNTS] = { 0 };
	struct amounts all = { 0 };

	if (amounts_void(w, p, &all, e) != OK)
		return e->status;
	if (count_contacts(w, p, counts, e) != OK)
		return e->status;
	if (p->one_day && count_before(w, p, counts, e) != OK)
		return e->status;
	s->section(&intake, s->arg);
	for (int k = 0; k < KINDS; k++) {
		for (int i = 0; i < COUNTS; i++)
			sum[i] += counts[k][i];
		put_counts(s, cell_text(word_kinds[k].code,
		    word_label(word_kinds, word_kinds[k].code)), counts[k],
		    p->one_day);
	}
	put_counts(s, cell_text("all", _("all")), sum, p->one_day);
	put_void(s, amount_of(&all, "void")->part);
	return OK;
}

static enum status
put_rates(struct work *w, const struct period *p, const struct sheet *s,
    struct error *e)
{
	struct amounts all = { 0 };

	s->section(&rates, s->arg);
	if (amounts_contacts(w, p, &all, e) != OK ||
	    amounts_deadlines(w, p, &all, e) != OK ||
	    amounts_call_backs(w, p, &all, e) != OK)
		return e->status;
	for (const char *const *code = measures_of_day; *code; code++) {
		const struct measure *m = measure_find(*code);
		const struct amount *a = amount_of(&all, *code);
		struct cell cells[5] = { cell_text(*code, measure_label(m)) };

		cells_rate(w, a->part, a->whole, m->clause, cells + 1);
		s->row(&rates, cells, 0, s->arg);
	}
	return OK;
}

static enum status
put_open(struct work *w, const struct sheet *s, struct error *e)
{
	static const char sql[] = "SELECT handler, count(*), "
	    "sum(CASE WHEN id IN (SELECT record FROM deadline WHERE "
	    "office = $1 AND ended IS NULL AND due < $2) THEN 1 ELSE 0 END) "
	    "FROM ticket WHERE office = $1 AND closed IS NULL AND "
	    "state <> 'void' GROUP BY handler "
	    "ORDER BY count(*) DESC, handler NULLS FIRST";
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
