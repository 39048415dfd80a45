/* SPDX-License-Identifier: ISC */
/*
 * tally.c: the sum of several reports.
 */
#include <string.h>

#include "field.h"
#include "tally.h"

/* A row that is added to: of a section, about what its texts say. */
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

static int
is_same(const struct section *s, const struct cell *a, const struct cell *b)
{
	for (int i = 0; s->columns[i] != NULL; i++)
		if ((a[i].type == CELL_TEXT) != (b[i].type == CELL_TEXT) ||
		    (a[i].type == CELL_TEXT && strcmp(a[i].text,
		    b[i].text) != 0))
			return 0;
	return 1;
}

/* Whatever is neither its text nor added up is that of one office. */
static void
begin(struct sum *sum, const struct cell *cells)
{
	const struct section *s = sum->section;

	for (int i = 0; s->columns[i] != NULL; i++)
		if (cells[i].type == CELL_TEXT || (cells[i].type ==
		    CELL_NUMBER && field_among(s->adds, s->columns[i])))
			sum->cells[i] = cells[i];
		else
			sum->cells[i] = cell_text(NULL, "-");
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

	t->to->row(s, cells, late, t->to->arg);
	if (s->adds == NULL)
		return;
	while (*at != NULL && ((*at)->section != s ||
	    !is_same(s, (*at)->cells, cells)))
		at = &(*at)->next;
	if (*at != NULL) {
		add(s, *at, cells);
		return;
	}
	*at = arena_alloc(t->w->arena, sizeof(**at));
	(*at)->section = s;
	begin(*at, cells);
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

/* The rates of a sum, from what it comes to. */
static void
rate(struct work *w, struct sum *m)
{
	int part = section_column(m->section, "part");
	int kept = section_column(m->section, "kept");
	struct cell *c = m->cells;

	if (part >= 0)
		cells_rate(w, c[part].number, c[part + 1].number,
		    c[part + 3].text, c + part);
	if (kept >= 0 && c[kept].type == CELL_NUMBER)
		c[kept + 2] = cell_rate(w, c[kept].number, c[kept].number +
		    c[kept + 1].number);
}

void
tally_end(const struct sheet *sheet)
{
	const struct tally *t = sheet->arg;
	const struct section *now = NULL;

	for (struct sum *m = t->sums; m != NULL; m = m->next) {
		const struct section *s = m->section;

		if (s != now)
			t->to->section(s, t->to->arg);
		now = s;
		rate(t->w, m);
		t->to->row(s, m->cells, 0, t->to->arg);
	}
}
