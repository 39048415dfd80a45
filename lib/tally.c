/* SPDX-License-Identifier: ISC */
/*
 * tally.c: the sum of several reports.
 */
#include <string.h>

#include "field.h"
#include "tally.h"

/* A row that is added to: of a section, about what its first cell says. */
struct sum {
	const struct section *section;
	struct cell cells[SECTION_COLUMNS];
	struct sum *next;
};

struct tally {
	struct sheet sheet;	/* comes first: it is what is handed out */
	struct work *w;
	const struct sheet *to;
	struct sum *sums;	/* in the order in which they came */
};

static void
hand_on_section(const struct section *s, void *arg)
{
	const struct tally *t = arg;

	t->to->section(s, t->to->arg);
}

static void
add(const struct section *s, struct sum *sum, const struct cell *cells)
{
	for (int i = 0; s->columns[i] != NULL; i++)
		if (sum->cells[i].type == CELL_NUMBER &&
		    field_among(s->adds, s->columns[i]))
			sum->cells[i].number += cells[i].number;
}

static void
hand_on_row(const struct section *s, const struct cell *cells, int late,
    void *arg)
{
	struct tally *t = arg;
	struct sum **at = &t->sums;
	size_t n = 0;

	t->to->row(s, cells, late, t->to->arg);
	if (s->adds == NULL)
		return;
	while (*at != NULL && ((*at)->section != s ||
	    strcmp((*at)->cells[0].text, cells[0].text) != 0))
		at = &(*at)->next;
	if (*at != NULL) {
		add(s, *at, cells);
		return;
	}
	while (s->columns[n] != NULL)
		n++;
	*at = arena_alloc(t->w->arena, sizeof(**at));
	(*at)->section = s;
	memcpy((*at)->cells, cells, n * sizeof(*cells));
}

const struct sheet *
tally_begin(struct work *w, const struct sheet *to)
{
	struct tally *t = arena_alloc(w->arena, sizeof(*t));

	t->sheet = (struct sheet){ hand_on_section, hand_on_row, t };
	t->w = w;
	t->to = to;
	return &t->sheet;
}

void
tally_end(const struct sheet *sheet)
{
	const struct tally *t = sheet->arg;
	const struct section *now = NULL;

	for (struct sum *m = t->sums; m != NULL; m = m->next) {
		const struct section *s = m->section;
		int part = section_column(s, "part");

		if (s != now)
			t->to->section(s, t->to->arg);
		now = s;
		if (part >= 0)
			cells_rate(t->w, m->cells[part].number,
			    m->cells[part + 1].number,
			    m->cells[part + 3].text, m->cells + part);
		t->to->row(s, m->cells, 0, t->to->arg);
	}
}
