/* SPDX-License-Identifier: ISC */
/*
 * estate.c: where things are.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "estate.h"
#include "text.h"

struct home {
	char building[16];
	long long unit, room;
};

/* A room as text_room() keeps a home: 3-2-501, or b-1201 without a unit. */
static struct home
split(const char *room)
{
	struct home h = { .unit = 0 };
	size_t n = strcspn(room, "-");
	char *end;

	snprintf(h.building, sizeof(h.building), "%.*s", (int)n, room);
	h.room = strtoll(room + n + 1, &end, 10);
	if (*end == '-') {
		h.unit = h.room;
		h.room = strtoll(end + 1, NULL, 10);
	}
	return h;
}

/* Numbers lie between first and last; other names are the same or not. */
static int
in_row(const struct building *b, const char *name)
{
	char *end;
	long n = strtol(name, &end, 10), first, last;

	if (*end != '\0')
		return strcmp(b->first, name) == 0 ||
		    strcmp(b->last, name) == 0;
	first = strtol(b->first, NULL, 10);
	last = strtol(b->last, NULL, 10);
	return n >= first && n <= last && first > 0;
}

static enum status
no_building(const struct work *w, const char *name, struct error *e)
{
	struct buf all = { 0 };

	for (size_t i = 0; i < w->desk->nbuildings; i++) {
		const struct building *b = &w->desk->buildings[i];

		buf_printf(&all, strcmp(b->first, b->last) == 0 ? "%s%s" :
		    "%s%s-%s", all.len ? ", " : "", b->first, b->last);
	}
	fail(e, REFUSED, NULL, _("there is no building %s"), name);
	advise(e, _("Buildings here: %s"), all.text);
	buf_free(&all);
	return e->status;
}

static enum status
check_home(const struct work *w, const char *room, struct error *e)
{
	const struct building *b = NULL;
	struct home h = split(room);
	long long floor = h.room / 100, door = h.room % 100;

	for (size_t i = 0; b == NULL && i < w->desk->nbuildings; i++)
		if (in_row(&w->desk->buildings[i], h.building))
			b = &w->desk->buildings[i];
	if (b == NULL)
		return no_building(w, h.building, e);
	if (b->units > 0 && (h.unit < 1 || h.unit > b->units))
		return fail(e, REFUSED, NULL, _("building %s has units 1 to "
		    "%lld"), h.building, (long long)b->units);
	if (floor >= 1 && floor <= b->floors && door >= 1 &&
	    door <= b->doors && h.unit <= b->units)
		return OK;
	fail(e, REFUSED, NULL, _("there is no room %s"), room);
	if (b->units == 0)
		return advise(e, _("Building %s has no units; its rooms are "
		    "%s-%d to %s-%lld"), h.building, h.building, 101,
		    h.building, (long long)b->floors * 100 + b->doors);
	return advise(e, _("Building %s unit %lld has %d to %lld"),
	    h.building, h.unit, 101, (long long)b->floors * 100 + b->doors);
}

static int
place_called(const struct place *p, const char *typed)
{
	return text_same(p->code, typed) || text_among(p->also, typed);
}

/* Of all names of places the one nearest to what was typed; or NULL. */
static const char *
nearest_place(const struct work *w, const char *typed)
{
	const char **names;
	size_t room = 1, k = 0, n;

	for (size_t i = 0; i < w->desk->nplaces; i++)
		room += 1 + (w->desk->places[i].also != NULL ?
		    strlen(w->desk->places[i].also) / 2 + 1 : 0);
	names = arena_alloc(w->arena, room * sizeof(*names));
	for (size_t i = 0; i < w->desk->nplaces; i++) {
		const char *p = w->desk->places[i].also;

		names[k++] = w->desk->places[i].code;
		for (; p != NULL && *p != '\0'; p += n) {
			p += strspn(p, " ");
			n = strcspn(p, " ");
			if (n > 0)
				names[k++] = arena_slice(w->arena, p, n);
		}
	}
	return text_nearest(typed, names);
}

static enum status
check_place(const struct work *w, const char *typed, const char **room,
    struct error *e)
{
	const char *near;

	for (size_t i = 0; i < w->desk->nplaces; i++)
		if (place_called(&w->desk->places[i], typed)) {
			*room = w->desk->places[i].code;
			return OK;
		}
	near = nearest_place(w, typed);
	fail(e, REFUSED, NULL, _("\"%s\" is neither a room nor a place"), typed);
	if (near != NULL)
		return advise(e, _("Did you mean %s?"), near);
	return advise(e, _("Write rooms as 3-2-501; places are kept in "
	    "desk.yaml"));
}

enum status
room_need(const struct work *w, const char *typed, const char **room,
    struct error *e)
{
	int home;

	text_room(w->arena, typed, room, &home);
	if (w->desk->nbuildings == 0)
		return OK;
	if (home)
		return check_home(w, *room, e);
	return check_place(w, typed, room, e);
}

const char *
room_spoken(const struct work *w, const char *room)
{
	return room != NULL ? text_room_spoken(w->arena, room) : "";
}

int64_t
estate_homes(const struct desk *d)
{
	int64_t homes = 0;

	for (size_t i = 0; i < d->nbuildings; i++) {
		const struct building *b = &d->buildings[i];
		int64_t n = strtol(b->last, NULL, 10) - strtol(b->first,
		    NULL, 10) + 1;

		homes += n * (b->units > 0 ? b->units : 1) * b->floors *
		    b->doors;
	}
	return homes;
}
