/* SPDX-License-Identifier: ISC */
/*
 * period.c: the time that a report is about, and the ids of its days.
 */
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
