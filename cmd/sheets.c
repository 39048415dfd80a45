/* SPDX-License-Identifier: ISC */
/*
 * sheets.c: printing sections of rows: tables for people, or data.
 */
#include <inttypes.h>
#include <string.h>

#include "offices.h"
#include "sheets.h"
#include "table.h"
#include "text.h"

struct printing {
	struct sheet sheet;	/* comes first: it is what is handed out */
	struct cli *cli;
	int named;
	struct emit out;
	struct grid *grid;
	const char *headings[SECTION_COLUMNS];
	const struct section *section;
	const char *office;	/* of all: whose heading is printed */
	int picked[SECTION_COLUMNS], n;	/* the columns that are printed */
	int64_t rows, in_all;
};

/* The next name of a list, with commas or blanks between. */
static const char *
next_name(const char **names, char name[static 64])
{
	size_t len;

	*names += strspn(*names, ", ");
	len = strcspn(*names, ", ");
	if (len == 0)
		return NULL;
	snprintf(name, 64, "%.*s", (int)len, *names);
	*names += len;
	return name;
}

enum status
sheets_check(const struct section *s, const char *columns, struct error *e)
{
	char name[64];
	int n = 0;

	while (next_name(&columns, name) != NULL && ++n < SECTION_COLUMNS)
		if (section_column(s, name) < 0) {
			fail(e, MISUSED, NULL, _("%s have no column \"%s\""),
			    s->name, name);
			return text_suggest(e, name, s->columns);
		}
	if (n == SECTION_COLUMNS)
		return fail(e, MISUSED, NULL, _("too many columns"));
	return n > 0 ? OK : fail(e, MISUSED, NULL, _("no column is named"));
}

/* What of the section is printed; it was checked. */
static void
pick(struct printing *p, const struct section *s)
{
	const struct common *v = &p->cli->options.values;
	const char *names = p->named ? NULL : v->columns;
	char name[64];

	if (names == NULL && !v->json)
		names = cli_for_people(p->cli) ? s->table : s->standard;
	p->section = s;
	p->rows = 0;
	p->n = 0;
	if (names == NULL)
		for (; s->columns[p->n] != NULL; p->n++)
			p->picked[p->n] = p->n;
	else
		while (next_name(&names, name) != NULL)
			p->picked[p->n++] = section_column(s, name);
}

/* ---- for people ---- */

static void
end_table(struct printing *p)
{
	struct cli *c = p->cli;
	struct buf b = { 0 };

	if (p->grid == NULL)
		return;
	if (p->rows > 0)
		grid_print(p->grid, c->people ? terminal_width() : 80,
		    cli_colour(c), &b);
	else if (p->section->title != NULL)
		buf_printf(&b, _("%s: none\n"), _(p->section->title));
	if (b.text != NULL)
		fputs(b.text, stdout);
	buf_free(&b);
	p->grid = NULL;
}

/* Where a column of the section went; -1: it is not printed. */
static int
place_of(const struct printing *p, int column)
{
	for (int i = 0; i < p->n; i++)
		if (p->picked[i] == column)
			return i;
	return -1;
}

static void
begin_office(struct printing *p)
{
	const char *office = p->cli->work.office;

	if (!p->cli->all_offices || p->office == office)
		return;
	printf("%s%s\n", p->office ? "\n" : "", strcmp(office,
	    ALL_OFFICES) == 0 ? _("all offices") : office);
	p->office = office;
}

static void
begin_table(const struct section *s, void *arg)
{
	struct printing *p = arg;

	end_table(p);
	begin_office(p);
	pick(p, s);
	for (int i = 0; i < p->n; i++) {
		const char *heading = s->headings[p->picked[i]];

		p->headings[i] = *heading ? _(heading) : "";
	}
	p->grid = grid_new(p->cli->work.arena, p->headings, p->n,
	    place_of(p, s->text), place_of(p, s->spare));
}

static void
table_row(const struct section *s, const struct cell *cells, int late,
    void *arg)
{
	struct printing *p = arg;
	const char *texts[SECTION_COLUMNS];

	(void)s;
	for (int i = 0; i < p->n; i++) {
		const struct cell *c = &cells[p->picked[i]];

		if (c->type == CELL_NUMBER)
			grid_right(p->grid, i);
		if (c->shown != NULL)
			texts[i] = c->shown;
		else if (c->type == CELL_NUMBER)
			texts[i] = arena_printf(p->cli->work.arena, "%" PRId64,
			    c->number);
		else
			texts[i] = c->text ? c->text : "";
	}
	grid_row(p->grid, texts, late ? TINT_LATE : TINT_NONE);
	p->rows++;
	p->in_all++;
}

/* ---- as data ---- */

static void
begin_rows(const struct section *s, void *arg)
{
	struct printing *p = arg;
	const char *names[SECTION_COLUMNS + 2];
	int n = 0, first = p->section == NULL;

	pick(p, s);
	if (p->cli->all_offices)
		names[n++] = "office";
	if (p->named)
		names[n++] = "section";
	for (int i = 0; i < p->n; i++)
		names[n++] = s->columns[p->picked[i]];
	p->out = (struct emit){ .out = stdout, .format = cli_format(p->cli),
		.header = p->cli->options.values.header,
		.bom = p->cli->options.values.bom && first };
	emit_header(&p->out, names, n);
}

static void
emit_cell(struct emit *out, const char *name, const struct cell *c)
{
	char rate[32];

	switch (c->type) {
	case CELL_TEXT: emit_text(out, name, c->text); break;
	case CELL_NUMBER: emit_number(out, name, c->number); break;
	case CELL_TIME: emit_time(out, name, c->number); break;
	case CELL_RATE:
		snprintf(rate, sizeof(rate), "%" PRId64 ".%" PRId64,
		    c->number / 10, c->number % 10);
		emit_json(out, name, rate);
		break;
	case CELL_FLAG: emit_flag(out, name, c->number != 0); break;
	case CELL_ABSENT: emit_absent(out, name); break;
	}
}

static void
data_row(const struct section *s, const struct cell *cells, int late,
    void *arg)
{
	struct printing *p = arg;

	(void)late;
	if (p->cli->all_offices)
		emit_text(&p->out, "office", p->cli->work.office);
	if (p->named)
		emit_text(&p->out, "section", s->name);
	for (int i = 0; i < p->n; i++)
		emit_cell(&p->out, s->columns[p->picked[i]],
		    &cells[p->picked[i]]);
	emit_end(&p->out);
	p->in_all++;
}

const struct sheet *
sheets_begin(struct cli *c, int named)
{
	struct printing *p = arena_alloc(c->arena, sizeof(*p));

	p->cli = c;
	p->named = named;
	p->sheet = cli_for_people(c) ?
	    (struct sheet){ begin_table, table_row, p } :
	    (struct sheet){ begin_rows, data_row, p };
	return &p->sheet;
}

int64_t
sheets_end(const struct sheet *s)
{
	struct printing *p = s->arg;

	end_table(p);
	return p->in_all;
}
