/* SPDX-License-Identifier: ISC */
/*
 * fairness.c: whether all are treated alike: how long those of the period
 * waited, by who they are and by where they live (A5).
 */
#include <stdlib.h>
#include <string.h>

#include "fairness.h"
#include "spans.h"
#include "text.h"

#define COLUMNS { "group", "tickets", "waited_seconds", \
	"longest_wait_seconds", "answer_seconds", "longest_answer_seconds", \
	"kept", "broken", "percent", "clause" }
#define HEADINGS(first) { first, N_("Tickets"), N_("Waited"), \
	N_("Longest"), N_("Answer"), N_("Longest"), N_("Kept"), \
	N_("Broken"), N_("Percent"), N_("Clause") }
#define TABLE "group tickets waited_seconds longest_wait_seconds " \
	"answer_seconds longest_answer_seconds kept broken percent"

static const struct section by_caller = {
	.name = "callers", .title = N_("Caller"),
	.columns = COLUMNS, .headings = HEADINGS(N_("Caller")),
	.text = -1, .spare = -1, .table = TABLE,
	.adds = "tickets kept broken",
};

static const struct section by_building = {
	.name = "buildings", .title = N_("Building"),
	.columns = COLUMNS, .headings = HEADINGS(N_("Building")),
	.text = -1, .spare = -1, .table = TABLE,
	.adds = "tickets kept broken",
};

struct group {
	const char *code;	/* NULL: not said, or in no building */
	int64_t tickets, in_time, due;
	struct spans waited, answered;
	struct group *next;
};

struct groups {
	struct group *callers, *buildings;
};

static int
same_code(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Building 2 comes before 10, and what is no number behind all that are. */
static int
before(const char *a, const char *b)
{
	long x, y;

	if (a == NULL || b == NULL)
		return a != NULL;
	x = strtol(a, NULL, 10);
	y = strtol(b, NULL, 10);
	if (x != y && x > 0 && y > 0)
		return x < y;
	return x != y ? x > 0 : strcmp(a, b) < 0;
}

static struct group *
group_of(struct work *w, struct group **list, const char *code)
{
	struct group *g;

	while (*list != NULL && !same_code((*list)->code, code) &&
	    before((*list)->code, code))
		list = &(*list)->next;
	if (*list != NULL && same_code((*list)->code, code))
		return *list;
	g = arena_alloc(w->arena, sizeof(*g));
	g->code = arena_copy(w->arena, code);
	g->next = *list;
	return *list = g;
}

/* 3-2-501 is in building 3; a place is in none. */
static const char *
building_of(struct work *w, const char *room)
{
	const char *home;
	int is_home;

	if (room == NULL)
		return NULL;
	text_room(w->arena, room, &home, &is_home);
	return is_home ? arena_slice(w->arena, room, strcspn(room, "-")) :
	    NULL;
}

/* One ticket.  Who waits still, has waited until now. */
static void
take(struct work *w, struct group *g, struct query *q)
{
	int64_t opened = query_number(q, 2), recorded = query_number(q, 3);
	int64_t answered = query_number(q, 4), held = query_number(q, 5);
	int64_t due = query_number(q, 6);

	g->tickets++;
	spans_add(w->arena, &g->waited, (held ? held : recorded) - opened);
	if (due != 0 || answered != 0)
		spans_add(w->arena, &g->answered, (answered ? answered :
		    w->now) - opened);
	if (due == 0 || (answered == 0 && due >= w->now))
		return;
	g->due++;
	g->in_time += answered != 0 && answered <= due;
}

/* All kinds of callers, and those who did not say. */
static void
add_callers(struct work *w, struct group **end)
{
	const struct word *c = word_callers;

	do {
		*end = arena_alloc(w->arena, sizeof(**end));
		(*end)->code = c->code;
		end = &(*end)->next;
	} while (c++->code != NULL);
}

static enum status
read_groups(struct work *w, const struct period *p, struct groups *all,
    struct error *e)
{
	static const char sql[] = "SELECT c.caller, t.room, t.opened, "
	    "t.recorded, t.answered, (SELECT min(coalesce(d.ended, "
	    "CAST($6 AS BIGINT))) FROM deadline d WHERE d.office = t.office "
	    "AND d.record = t.id AND d.kind = 'hand_over' AND "
	    "d.opened = t.opened), (SELECT max(d.due) FROM deadline d WHERE "
	    "d.office = t.office AND d.record = t.id AND d.kind = 'answer' "
	    "AND coalesce(d.outcome, 'met') = 'met') FROM ticket t JOIN "
	    "contact c ON c.office = t.office AND c.ticket = t.id AND "
	    "c.no = 1 WHERE t.office = $1 AND t.id >= $2 AND t.id < $3 AND "
	    "t.opened >= $4 AND t.opened < $5 AND t.state <> 'void'";
	struct query *q;
	int row;

	add_callers(w, &all->callers);
	if (store_walk(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(period_low(w, p, 'T')), v_text(period_high(w, p, 'T')),
	    v_number(p->from), v_number(p->to), v_number(w->now)), &q,
	    e) != OK)
		return e->status;
	for (;;) {
		struct group *g = all->callers;

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		while (g->next != NULL && !same_code(g->code,
		    query_text(q, 0)))
			g = g->next;
		take(w, g, q);
		take(w, group_of(w, &all->buildings, building_of(w,
		    arena_copy(w->arena, query_text(q, 1)))), q);
	}
}

static struct cell
median_cell(struct work *w, struct spans *s)
{
	return s->n == 0 ? cell_text(NULL, "-") :
	    cell_length(w, spans_median(s));
}

static struct cell
longest_cell(struct work *w, const struct spans *s)
{
	return s->n == 0 ? cell_text(NULL, "-") :
	    cell_length(w, spans_longest(s));
}

static void
put_groups(struct work *w, const struct sheet *s,
    const struct section *section, struct group *g, struct cell none)
{
	s->section(section, s->arg);
	for (; g != NULL; g = g->next) {
		struct cell c[] = {
			g->code == NULL ? none : section == &by_caller ?
			    cell_text(g->code, word_label(word_callers,
			    g->code)) : cell_text(g->code, NULL),
			cell_number(g->tickets),
			median_cell(w, &g->waited),
			longest_cell(w, &g->waited),
			median_cell(w, &g->answered),
			longest_cell(w, &g->answered),
			cell_number(g->in_time),
			cell_number(g->due - g->in_time),
			cell_rate(w, g->in_time, g->due),
			cell_text("A5", NULL),
		};

		s->row(section, c, g->due > g->in_time, s->arg);
	}
}

enum status
figure_fairness(struct work *w, const struct period *p,
    const struct sheet *s, struct error *e)
{
	struct groups all = { 0 };

	if (read_groups(w, p, &all, e) != OK)
		return e->status;
	put_groups(w, s, &by_caller, all.callers, cell_text("not_said",
	    _("not said")));
	put_groups(w, s, &by_building, all.buildings, cell_text("elsewhere",
	    _("elsewhere")));
	return OK;
}

enum status
fairness_gap(struct work *w, const struct period *p, int64_t *gap,
    int64_t *n, struct error *e)
{
	int64_t least = INT64_MAX, most = 0, median;
	struct groups all = { 0 };

	*gap = *n = 0;
	if (read_groups(w, p, &all, e) != OK)
		return e->status;
	for (struct group *g = all.callers; g != NULL; g = g->next) {
		if (g->code == NULL || g->answered.n == 0)
			continue;
		median = spans_median(&g->answered);
		least = median < least ? median : least;
		most = median > most ? median : most;
		(*n)++;
	}
	if (*n < 2)
		*n = 0;
	else
		*gap = most - least;
	return OK;
}
