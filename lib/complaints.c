/* SPDX-License-Identifier: ISC */
/*
 * complaints.c: how many complaints there are, and how many come again (C8).
 */
#include "amounts.h"
#include "estate.h"
#include "figures.h"

static const struct section months = {
	.name = "complaints", .title = N_("Complaints"),
	.columns = { "month", "complaints", "households", "per_100",
		"change", "repeated", "percent", "clause" },
	.headings = { N_("Month"), N_("Complaints"), N_("Households"),
		N_("Per 100"), N_("Change"), N_("Repeated"), N_("Percent"),
		N_("Clause") },
	.text = -1, .spare = -1,
};

/* In tenths, as rates are. */
static struct cell
per_100(struct work *w, int64_t n, int64_t homes)
{
	struct cell c = { CELL_ABSENT, NULL, 0, "-" };

	if (homes == 0)
		return c;
	c.type = CELL_RATE;
	c.number = (n * 1000 + homes / 2) / homes;
	c.shown = arena_printf(w->arena, "%lld.%lld",
	    (long long)(c.number / 10), (long long)(c.number % 10));
	return c;
}

static enum status
count(struct work *w, int64_t from, struct amount *out, struct error *e)
{
	struct period month = { from, clock_month(from, 1), 0 };
	struct amounts all = { 0 };

	if (amounts_repeated(w, &month, &all, e) != OK)
		return e->status;
	*out = *amount_of(&all, "repeated");
	return OK;
}

static void
put_month(struct work *w, const struct sheet *s, int64_t from,
    const struct amount *now, const struct amount *before)
{
	int64_t homes = estate_homes(w->desk), again = now->whole - now->part;
	char day[CLOCK_ROOM];
	struct cell c[] = {
		cell_text(arena_printf(w->arena, "%.7s", clock_day(from,
		    day)), NULL),
		cell_number(now->whole), cell_number(homes),
		per_100(w, now->whole, homes),
		cell_number(now->whole - before->whole), cell_number(again),
		cell_rate(w, again, now->whole), cell_text("C8", NULL),
	};

	c[4].shown = arena_printf(w->arena, "%+lld", (long long)c[4].number);
	s->row(&months, c, 0, s->arg);
}

/* Whole months, from the first of which there is a ticket. */
enum status
figure_complaints(struct work *w, const struct period *p,
    const struct sheet *s, struct error *e)
{
	static const char sql[] = "SELECT opened FROM ticket WHERE "
	    "office = $1 ORDER BY id LIMIT 1";
	int64_t from = w->now;
	struct amount now, before;

	s->section(&months, s->arg);
	if (store_number(w->store, sql, VALUES(v_text(w->office)), &from,
	    e) != OK)
		return e->status;
	from = clock_month(from < p->from ? p->from : from, 0);
	if (count(w, clock_month(from, -1), &before, e) != OK)
		return e->status;
	for (; from < p->to; from = clock_month(from, 1)) {
		if (count(w, from, &now, e) != OK)
			return e->status;
		put_month(w, s, from, &now, &before);
		before = now;
	}
	return OK;
}
