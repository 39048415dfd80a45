/* SPDX-License-Identifier: ISC */
/*
 * period.c: the time that a report is about, and the ids of its days.
 */
#include <string.h>

#include "period.h"

/* T261123-0007, T261123-a10000: the full stop is behind the hyphen. */
static const char *
day_id(struct work *w, char letter, int64_t at, char end)
{
	char day[CLOCK_ROOM];

	return arena_printf(w->arena, "%c%s%c", letter,
	    clock_id_day(at, day), end);
}

const char *
period_low(struct work *w, const struct period *p, char letter)
{
	return day_id(w, letter, p->from, '-');
}

const char *
period_high(struct work *w, const struct period *p, char letter)
{
	return day_id(w, letter, p->to - 1, '.');
}

const struct value *
period_contacts(struct work *w, const struct period *p)
{
	char first[CLOCK_ROOM], last[CLOCK_ROOM];
	const struct value values[] = { v_text(w->office), v_number(p->from),
		v_number(p->to), v_text(period_low(w, p, 'T')),
		v_text(period_high(w, p, 'T')),
		v_text(arena_copy(w->arena, clock_day(p->from, first))),
		v_text(arena_copy(w->arena, clock_day(p->to - 1, last))),
		{ .type = VALUE_END } };

	return memcpy(arena_alloc(w->arena, sizeof(values)), values,
	    sizeof(values));
}
