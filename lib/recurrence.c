/* SPDX-License-Identifier: ISC */
/*
 * recurrence.c: complaints that come again in the same place (C9).
 */
#include <stdlib.h>
#include <string.h>

#include "called.h"
#include "estate.h"
#include "recurrence.h"
#include "text.h"
#include "who.h"

static int
is_counted(const struct desk *d, const char *kind)
{
	for (const char *const *k = d->recurring.kinds; *k != NULL; k++)
		if (strcmp(*k, kind) == 0)
			return 1;
	return 0;
}

/* 3-2-501, or 3 by buildings; a place as it is. */
static const char *
place_of(struct work *w, const char *room)
{
	const char *home;
	int is_home;
	size_t n;

	if (room == NULL || strcmp(w->desk->recurring.place, "room") == 0)
		return room;
	text_room(w->arena, room, &home, &is_home);
	n = strcspn(room, "-");
	return is_home ? arena_slice(w->arena, room, n) : room;
}

/* ---- what recurs now ---- */

struct one {			/* a ticket that may be one of a group */
	const char *category, *place, *id;
	int64_t opened;
};

struct ones {
	struct one *list;
	size_t n, room;
};

static int
compare(const void *a, const void *b)
{
	const struct one *x = a, *y = b;
	int order = strcmp(x->category, y->category);

	if (order == 0)
		order = strcmp(x->place, y->place);
	return order != 0 ? order : strcmp(x->id, y->id);
}

static void
add_one(struct work *w, struct ones *all, const struct one *one)
{
	struct one *list = all->list;

	if (all->n == all->room) {
		all->room += all->room + 64;
		all->list = arena_alloc(w->arena, all->room * sizeof(*list));
		for (size_t i = 0; i < all->n; i++)
			all->list[i] = list[i];
	}
	all->list[all->n++] = *one;
}

/* Those from one moment until before another, in order of their groups. */
static enum status
read_ones(struct work *w, int64_t from, int64_t to, int placed,
    struct ones *all, struct error *e)
{
	static const char sql[] = "SELECT id, kind, category, room, opened "
	    "FROM ticket WHERE office = $1 AND id >= $2 AND id < $3 AND "
	    "opened >= $4 AND opened < $5 AND joined IS NULL AND "
	    "state <> 'void' ORDER BY id";
	char a[CLOCK_ROOM], b[CLOCK_ROOM];
	const char *low = arena_printf(w->arena, "T%s-",
	    clock_id_day(from, a));
	const char *high = arena_printf(w->arena, "T%s.", clock_id_day(to, b));
	struct query *q;
	int row;

	*all = (struct ones){ 0 };
	if (store_walk(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(low), v_text(high), v_number(from), v_number(to)), &q,
	    e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			break;
		if (placed ? !is_counted(w->desk, query_text(q, 1)) ||
		    query_absent(q, 3) : strcmp(query_text(q, 1),
		    "complaint") != 0)
			continue;
		add_one(w, all, &(struct one){ arena_copy(w->arena,
		    query_text(q, 2)), placed ? place_of(w, arena_copy(
		    w->arena, query_text(q, 3))) : "", arena_copy(w->arena,
		    query_text(q, 0)), query_number(q, 4) });
	}
	if (placed && all->n > 0)
		qsort(all->list, all->n, sizeof(*all->list), compare);
	return OK;
}

static const char *
ids_of(struct work *w, const struct one *list, size_t n)
{
	struct buf ids = { 0 };
	const char *text;

	for (size_t i = 0; i < n; i++)
		buf_printf(&ids, "%s%s", i ? " " : "", list[i].id);
	text = arena_copy(w->arena, ids.text);
	buf_free(&ids);
	return text;
}

/* The newest that was made since the first of them came. */
static enum status
find_analysis(struct work *w, struct group *g, struct error *e)
{
	static const char sql[] = "SELECT id, state FROM analysis WHERE "
	    "office = $1 AND category = $2 AND place = $3 AND opened >= $4 "
	    "ORDER BY opened DESC, id DESC LIMIT 1";
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(g->category), v_text(g->place), v_number(g->first)), &q,
	    e) != OK || query_next(q, &row, e) != OK)
		return e->status;
	if (row) {
		g->analysis = arena_copy(w->arena, query_text(q, 0));
		g->state = word_index(word_analysis_states,
		    query_text(q, 1)) + 1;
		query_end(q);
	}
	return OK;
}

enum status
recurrence_groups(struct work *w, const struct group **out, size_t *n,
    struct error *e)
{
	struct group *groups, *g;
	struct ones all;
	size_t end;

	*n = 0;
	if (read_ones(w, w->now - w->desk->recurring.span, w->now + 1, 1,
	    &all, e) != OK)
		return e->status;
	groups = arena_alloc(w->arena, (all.n + 1) * sizeof(*groups));
	*out = groups;
	for (size_t i = 0; i < all.n; i = end) {
		const struct one *o = &all.list[i];

		for (end = i; end < all.n && strcmp(o->category,
		    all.list[end].category) == 0 && strcmp(o->place,
		    all.list[end].place) == 0; )
			end++;
		if ((int64_t)(end - i) < w->desk->recurring.count)
			continue;
		g = &groups[(*n)++];
		*g = (struct group){ o->category, o->place,
			ids_of(w, o, end - i), (int64_t)(end - i), o->opened,
			all.list[end - 1].opened, NULL, 0 };
		if (find_analysis(w, g, e) != OK)
			return e->status;
	}
	return OK;
}

/* ---- when a ticket is logged ---- */

/* 2026-11 */
static const char *
month_of(struct work *w, int64_t at)
{
	char day[CLOCK_ROOM];

	return arena_slice(w->arena, clock_day(at, day), strlen("2026-11"));
}

static enum status
find_month(struct work *w, const char *month, const char **id,
    struct error *e)
{
	static const char sql[] = "SELECT id FROM analysis WHERE office = $1 "
	    "AND month = $2";

	*id = NULL;
	return store_text(w->store, sql, VALUES(v_text(w->office),
	    v_text(month)), w->arena, id, e);
}

/* The first complaint of a month opens its analysis. */
static enum status
owe_month(struct work *w, const char *month, int64_t at,
    struct analysis *a, struct error *e)
{
	*a = (struct analysis){ .month = month, .opened = clock_month(at, 1),
		.base.state = ANALYSIS_OWED,
		.first_responder = head_of(w, NULL) };
	return step_take(w, &analysis_record, step_find(&analysis_record,
	    "owe"), a, NULL, NULL, at, e);
}

/* Remedies of what this ticket is about, that were there before it. */
static enum status
fail_remedies(struct work *w, const struct ticket *t, struct error *e)
{
	static const char sql[] = "SELECT min(id) FROM analysis "
	    "WHERE office = $1 AND category = $2 AND place = $3 "
	    "AND state = 'remedied' AND remedied < $4";
	struct analysis_input in = { .failed_by = t->base.id };
	struct analysis a;
	const char *id;

	do {
		id = NULL;
		if (store_text(w->store, sql, VALUES(v_text(w->office),
		    v_text(t->category), v_text(place_of(w, t->room)),
		    v_number(t->opened)), w->arena, &id, e) != OK ||
		    (id != NULL && step_by_id(w, &analysis_record, "fail",
		    id, &a, &in, e) != OK))
			return e->status;
	} while (id != NULL);
	return OK;
}

enum status
recurrence_seen(struct work *w, const struct ticket *t, struct error *e)
{
	struct analysis a;
	const char *month, *id;

	if (t->kind == KIND_COMPLAINT) {
		month = month_of(w, t->opened);
		if (find_month(w, month, &id, e) != OK || (id == NULL &&
		    owe_month(w, month, t->opened, &a, e) != OK))
			return e->status;
	}
	if (t->room == NULL || t->joined != NULL || !is_counted(w->desk,
	    word_kinds[t->kind - 1].code))
		return OK;
	return fail_remedies(w, t, e);
}

/* ---- analysing ---- */

static enum status
check_member(struct work *w, const struct ticket *t,
    const struct ticket *first, struct error *e)
{
	if (t->base.state == TICKET_VOID)
		fail(e, REFUSED, "C9", _("%s is void"), t->base.id);
	else if (t->room == NULL)
		fail(e, REFUSED, "C9", _("%s has no room or place"),
		    t->base.id);
	else if (strcmp(t->category, first->category) == 0 &&
	    strcmp(place_of(w, t->room), place_of(w, first->room)) == 0)
		return OK;
	else
		fail(e, REFUSED, "C9", _("%s is of another category or place "
		    "than %s"), t->base.id, first->base.id);
	return advise(e, _("Analyse those of one category and place together; "
	    "see list recurring"));
}

/* Tickets that were named: all of one category in one place. */
static enum status
take_tickets(struct work *w, const struct matter *m, struct analysis *a,
    const char **members, struct error *e)
{
	struct ticket t, first = { 0 };
	const char *id;

	for (size_t i = 0; i < m->ntickets; i++) {
		if (id_check(w->arena, w->office, m->tickets[i], &id, e) !=
		    OK || record_load(w, &ticket_record, id, &t, e) != OK)
			return e->status;
		if (i == 0)
			first = t;
		if (check_member(w, &t, &first, e) != OK)
			return e->status;
		*members = i == 0 ? id : arena_printf(w->arena, "%s %s",
		    *members, id);
	}
	a->category = first.category;
	a->place = place_of(w, first.room);
	return OK;
}

static enum status
take_group(struct work *w, const struct matter *m, struct analysis *a,
    const char **members, struct error *e)
{
	const struct category *c;
	const struct group *g;
	const char *room;
	size_t n;

	if (category_need(w, m->category, &c, e) != OK ||
	    room_need(w, m->room, &room, e) != OK ||
	    recurrence_groups(w, &g, &n, e) != OK)
		return e->status;
	a->category = c->code;
	a->place = place_of(w, room);
	for (size_t i = 0; i < n; i++)
		if (strcmp(g[i].category, a->category) == 0 &&
		    strcmp(g[i].place, a->place) == 0) {
			*members = g[i].members;
			return OK;
		}
	fail(e, REFUSED, "C9", _("%s does not recur in %s"),
	    label_of(&c->label), room_spoken(w, a->place));
	return advise(e, _("What does: list recurring; or name the tickets"));
}

static enum status
check_month(struct work *w, const char *typed, int64_t *from, int64_t *to,
    const char **month, struct error *e)
{
	const char *day = arena_printf(w->arena, "%s-01", typed);
	int64_t at;

	if (strlen(typed) != 7 || clock_parse(day, WHEN_DATE, w->now, &at,
	    e) != OK) {
		fail(e, MISUSED, "C9", _("\"%s\" is no month"), typed);
		return advise(e, _("Write it as 2026-11"));
	}
	*month = month_of(w, at);
	*from = clock_month(at, 0);
	*to = clock_month(at, 1);
	if (*to <= w->now)
		return OK;
	fail(e, REFUSED, "C9", _("%s is not over yet"), *month);
	return advise(e, _("Analyse it when it is; what recurs by now: list "
	    "recurring"));
}

static enum status
take_month(struct work *w, const struct matter *m, struct analysis *a,
    const char **members, struct error *e)
{
	const char *month = NULL, *id;
	int64_t from = 0, to = 0;
	struct ones all;

	if (check_month(w, m->month, &from, &to, &month, e) != OK ||
	    read_ones(w, from, to, 0, &all, e) != OK ||
	    find_month(w, month, &id, e) != OK)
		return e->status;
	*members = ids_of(w, all.list, all.n);
	if (id != NULL)
		return record_load(w, &analysis_record, id, a, e);
	return all.n > 0 ? owe_month(w, month, from, a, e) : fail(e,
	    REFUSED, "C9", _("no complaint came in %s"), month);
}

enum status
recurrence_analyse(struct work *w, const struct matter *m,
    struct analysis_input *in, struct analysis *a, struct error *e)
{
	enum status status;

	*a = (struct analysis){ .opened = w->now,
		.base.state = ANALYSIS_OWED, .first_responder = w->actor };
	if (m->month != NULL)
		status = take_month(w, m, a, &in->members, e);
	else if (m->ntickets > 0)
		status = take_tickets(w, m, a, &in->members, e);
	else
		status = take_group(w, m, a, &in->members, e);
	if (status == OK && m->month == NULL)
		status = step_take(w, &analysis_record,
		    step_find(&analysis_record, "owe"), a, NULL, NULL, w->now,
		    e);
	return status != OK ? status : step_take(w, &analysis_record,
	    step_find(&analysis_record, "analyse"), a, NULL, in, w->now, e);
}
