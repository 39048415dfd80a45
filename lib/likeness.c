/* SPDX-License-Identifier: ISC */
/*
 * likeness.c: what is known at intake of a caller and a room.
 */
#include <string.h>

#include "likeness.h"
#include "text.h"

enum { SEASON = 90, WEEK = 7 };		/* days */

/* 3-2-501 lies in "3-2-", and that in "3-"; both NULL for what is no home. */
static void
around(struct work *w, const char *room, const char **unit,
    const char **building)
{
	const char *home;
	int is_home = 0;

	*unit = *building = NULL;
	if (room != NULL)
		text_room(w->arena, room, &home, &is_home);
	if (!is_home)
		return;
	*unit = arena_slice(w->arena, room, (size_t)(strrchr(room, '-') -
	    room) + 1);
	*building = arena_slice(w->arena, room, strcspn(room, "-") + 1);
}

/* What comes just behind all that begin so: '.' follows '-'. */
static const char *
behind(struct work *w, const char *beginning)
{
	return beginning == NULL ? NULL : arena_printf(w->arena, "%.*s.",
	    (int)strlen(beginning) - 1, beginning);
}

static enum status
ask(struct work *w, const char *room, const char *phone,
    const char *category, const char *except, struct query **q,
    struct error *e)
{
	static const char sql[] = "SELECT id, room, department, handler, "
	    "state, content, how, COUNT(*) OVER (PARTITION BY how), "
	    "COUNT(*) OVER () FROM (SELECT t.id AS id, t.room AS room, "
	    "t.department AS department, t.handler AS handler, "
	    "t.state AS state, t.opened AS opened, "
	    "(SELECT c.content FROM contact c WHERE c.office = t.office AND "
	    "c.ticket = t.id AND c.no = 1) AS content, "
	    "CASE WHEN t.category = $2 AND t.state <> 'resolved' AND "
	    "t.room = $3 THEN 1 "
	    "WHEN t.category = $2 AND t.state <> 'resolved' AND EXISTS "
	    "(SELECT 1 FROM contact c WHERE c.office = t.office AND "
	    "c.ticket = t.id AND c.phone = $4) THEN 2 "
	    "WHEN t.category = $2 AND t.state <> 'resolved' AND "
	    "t.opened >= CAST($9 AS BIGINT) AND t.room >= $5 AND "
	    "t.room < $6 THEN 3 "
	    "WHEN t.category = $2 AND t.state <> 'resolved' AND "
	    "t.opened >= CAST($9 AS BIGINT) AND t.room >= $7 AND "
	    "t.room < $8 THEN 4 "
	    "WHEN t.room = $3 THEN 5 "
	    "WHEN EXISTS (SELECT 1 FROM contact c WHERE "
	    "c.office = t.office AND c.ticket = t.id AND c.phone = $4) "
	    "THEN 6 END AS how FROM ticket t WHERE t.office = $1 AND "
	    "t.closed IS NULL AND t.state <> 'void' AND t.id <> $10) o "
	    "WHERE how IS NOT NULL ORDER BY how, opened DESC, id DESC "
	    "LIMIT CAST($11 AS BIGINT)";
	const char *unit, *building;

	around(w, room, &unit, &building);
	return store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(category), v_text(room), v_text(phone), v_text(unit),
	    v_text(behind(w, unit)), v_text(building),
	    v_text(behind(w, building)), v_number(w->now - WEEK * DAY),
	    v_text(except != NULL ? except : ""), v_number(LIKES_MOST)), q,
	    e);
}

enum status
likeness_find(struct work *w, const char *room, const char *phone,
    const char *category, const char *except, struct likes *out,
    struct error *e)
{
	struct query *q;
	int row;

	*out = (struct likes){ 0 };
	if (category != NULL && strcmp(category, "other") == 0)
		category = NULL;	/* it says nothing */
	if (ask(w, room, phone, category, except, &q, e) != OK)
		return e->status;
	for (;;) {
		struct like *l = &out->list[out->n];

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		l->id = arena_copy(w->arena, query_text(q, 0));
		l->room = arena_copy(w->arena, query_text(q, 1));
		l->department = arena_copy(w->arena, query_text(q, 2));
		l->handler = arena_copy(w->arena, query_text(q, 3));
		l->state = word_index(word_states, query_text(q, 4)) + 1;
		l->content = arena_copy(w->arena, query_text(q, 5));
		l->how = (enum likeness)query_number(q, 6);
		l->alike = query_number(q, 7);
		out->total = query_number(q, 8);
		out->n++;
	}
}

#define LAST "SELECT c.name, c.phone, c.room, c.caller, c.at, t.category, " \
	"t.result FROM contact c JOIN ticket t ON t.office = c.office AND " \
	"t.id = c.ticket WHERE c.office = $1 AND "

enum status
likeness_last(struct work *w, const char *phone, const char *room,
    struct last *out, struct error *e)
{
	static const char by_phone[] = LAST "c.ticket >= $2 AND "
	    "c.phone = $3 AND c.name IS NOT NULL "
	    "ORDER BY c.at DESC, c.ticket DESC, c.no DESC LIMIT 1";
	static const char by_room[] = LAST "t.office = $1 AND t.room = $2 AND "
	    "c.room = $3 AND c.name IS NOT NULL "
	    "ORDER BY c.at DESC, c.ticket DESC, c.no DESC LIMIT 1";
	const char *sql = phone != NULL ? by_phone : by_room;
	char day[CLOCK_ROOM];
	const char *from = arena_printf(w->arena, "T%s-",
	    clock_id_day(w->now - SEASON * DAY, day));
	const char *home;
	struct query *q;
	int is_home = 1, row;

	*out = (struct last){ 0 };
	if (phone == NULL)
		text_room(w->arena, room, &home, &is_home);
	if (!is_home)
		return OK;	/* many come about a place that is no home */
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(phone != NULL ? from : room),
	    v_text(phone != NULL ? phone : room)), &q, e) != OK ||
	    query_next(q, &row, e) != OK)
		return e->status;
	if (!row)
		return OK;
	out->name = arena_copy(w->arena, query_text(q, 0));
	out->phone = arena_copy(w->arena, query_text(q, 1));
	out->room = arena_copy(w->arena, query_text(q, 2));
	out->caller = query_absent(q, 3) ? 0 : word_index(word_callers,
	    query_text(q, 3)) + 1;
	out->at = query_number(q, 4);
	out->category = arena_copy(w->arena, query_text(q, 5));
	out->result = query_absent(q, 6) ? 0 : word_index(word_results,
	    query_text(q, 6)) + 1;
	query_end(q);
	return OK;
}

/* Whether one of the words, which blanks separate, is in the text. */
static int
any_in(struct work *w, const char *words, const char *text)
{
	size_t n;

	for (; words != NULL && *words != '\0'; words += n) {
		words += strspn(words, " ");
		n = strcspn(words, " ");
		if (text_has(text, arena_slice(w->arena, words, n)))
			return 1;
	}
	return 0;
}

static int
is_about(struct work *w, const struct category *c, const char *text)
{
	if (strcmp(c->code, "other") == 0)
		return 0;
	return text_has(text, c->code) || any_in(w, c->also, text) ||
	    (c->label.chinese != NULL && text_has(text, c->label.chinese)) ||
	    (c->label.english != NULL && text_has(text, c->label.english));
}

const struct category *
likeness_category(struct work *w, const char *text)
{
	const struct category *found = NULL;

	for (size_t i = 0; i < w->desk->ncategories; i++) {
		const struct category *c = &w->desk->categories[i];

		if (!is_about(w, c, text))
			continue;
		if (found != NULL)
			return NULL;
		found = c;
	}
	return found;
}
