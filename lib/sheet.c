/* SPDX-License-Identifier: ISC */
/*
 * sheet.c: the cells of rows that are worked out.
 */
#include <string.h>

#include "sheet.h"

enum { BAR = 20 };

struct cell
cell_text(const char *data, const char *shown)
{
	return (struct cell){ data ? CELL_TEXT : CELL_ABSENT, data, 0, shown };
}

struct cell
cell_number(int64_t n)
{
	return (struct cell){ CELL_NUMBER, NULL, n, NULL };
}

struct cell
cell_flag(int set, const char *shown)
{
	return (struct cell){ CELL_FLAG, NULL, set, shown };
}

struct cell
cell_time(int64_t at, const char *shown)
{
	return (struct cell){ at ? CELL_TIME : CELL_ABSENT, NULL, at, shown };
}

struct cell
cell_when(struct work *w, int64_t at)
{
	char when[CLOCK_ROOM];

	return cell_time(at, arena_copy(w->arena, clock_people(at, w->now,
	    when)));
}

struct cell
cell_length(struct work *w, int64_t ms)
{
	struct cell c = cell_number(ms / SECOND);
	char length[CLOCK_ROOM];

	c.shown = arena_copy(w->arena, clock_hours(ms, length));
	return c;
}

struct cell
cell_rate(struct work *w, int64_t part, int64_t whole)
{
	struct cell c = { CELL_ABSENT, NULL, 0, "-" };

	if (whole == 0)
		return c;
	c.type = CELL_RATE;
	c.number = (part * 1000 + whole / 2) / whole;
	c.shown = arena_printf(w->arena, "%3lld.%lld%%",
	    (long long)(c.number / 10), (long long)(c.number % 10));
	return c;
}

void
cells_rate(struct work *w, int64_t part, int64_t whole, const char *clause,
    struct cell out[static 4])
{
	char bar[BAR + 1];
	int filled;

	out[0] = cell_number(part);
	out[1] = cell_number(whole);
	out[2] = cell_rate(w, part, whole);
	out[3] = cell_text(clause, clause);
	if (whole == 0)
		return;
	memset(bar, '-', BAR);
	filled = (int)((part * BAR + whole / 2) / whole);
	memset(bar, '#', (size_t)filled);
	bar[BAR] = '\0';
	out[2].shown = arena_printf(w->arena, "%s  [%s]", out[2].shown, bar);
}

int
section_column(const struct section *s, const char *name)
{
	for (int i = 0; s->columns[i] != NULL; i++)
		if (strcmp(s->columns[i], name) == 0)
			return i;
	return -1;
}
