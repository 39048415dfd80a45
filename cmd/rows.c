/* SPDX-License-Identifier: ISC */
/*
 * rows.c: printing a listing: a table for people, or data.
 */
#include <inttypes.h>
#include <string.h>

#include "clause.h"
#include "deadline.h"
#include "offices.h"
#include "rows.h"
#include "sheets.h"
#include "staff.h"
#include "who.h"
#include "table.h"
#include "text.h"

struct printing {
	struct cli *cli;
	struct emit out;
	struct grid *grid;
	const char *headings[MOST_COLUMNS];
	int due;		/* the column that goes with `next'; -1 */
};

void
rows_deadline(struct cli *c, const char *kind, int64_t due, struct buf *out)
{
	int64_t now = c->work.now;
	char when[CLOCK_ROOM];
	const char *label = word_label(word_deadlines, kind);

	if (due < now) {
		/* TRANSLATORS: a deadline, and by how much it is late. */
		buf_printf(out, _("!%s late %s"), label,
		    clock_hours(now - due, when));
		return;
	}
	/* Within its warning: the first rung is past. */
	buf_printf(out, "%s%s %s", rung_next(c->work.desk, kind, due,
	    INT64_MIN) < now && due >= c->work.desk->enforce_from ? "*" : " ",
	    label, clock_people(due, now, when));
}

static const char *
staff_cell(struct cli *c, const char *text)
{
	return text == NULL ? "" : holder_name(&c->work, text);
}

static const char *
coded_cell(struct cli *c, const struct column *k, const char *text)
{
	const struct department *d;
	const struct category *cat;

	switch (k->look) {
	case LOOK_STAFF: return staff_cell(c, text);
	case LOOK_STEP: return word_label(word_steps, text);
	case LOOK_CATEGORY:
		cat = category_find(c->work.desk, text);
		return cat != NULL ? label_of(&cat->label) : text;
	case LOOK_DEPARTMENT:
		d = department_find(c->work.roll, text);
		return d != NULL ? label_of(&d->name) : text;
	case LOOK_PLAIN:
	case LOOK_DEADLINE:
	case LOOK_LATE: break;
	}
	return text;
}

static const char *
text_cell(struct cli *c, const struct column *k, const char *text)
{
	if (text == NULL)
		return "";
	if (k->field.words != NULL)
		return word_label(k->field.words, text);
	if (strcmp(k->field.name, "clause") == 0)
		return clause_shown(text);
	if (!(k->field.flags & (F_MASK | F_ID)))
		return coded_cell(c, k, text);
	return listing_text(&c->work, &k->field, text);
}

static const char *
number_cell(struct cli *c, const struct column *k, int64_t n)
{
	char when[CLOCK_ROOM];

	if (k->look == LOOK_LATE)
		return arena_printf(c->work.arena, "!%s",
		    clock_hours(n * SECOND, when));
	if (k->field.type == T_TIME)
		return arena_copy(c->work.arena, clock_people(n, c->work.now,
		    when));
	if (k->field.type == T_FLAG)
		return n ? _("yes") : "";
	return arena_printf(c->work.arena, "%" PRId64, n);
}

static const char *
cell(struct printing *p, struct query *q, const struct chosen *k, int i,
    enum tint *tint)
{
	const struct column *column = k->columns[i];
	struct buf b = { 0 };
	const char *text;

	if (query_absent(q, i))
		return "";
	if (column->look == LOOK_DEADLINE && p->due >= 0) {
		rows_deadline(p->cli, query_text(q, i),
		    query_number(q, p->due), &b);
		*tint = *b.text == '!' ? TINT_LATE :
		    *b.text == '*' ? TINT_SOON : *tint;
		text = arena_copy(p->cli->work.arena, b.text);
		buf_free(&b);
		return text;
	}
	if (column->look == LOOK_LATE)
		*tint = TINT_LATE;
	if (column->field.type == T_TEXT || column->field.type == T_WORD)
		return arena_copy(p->cli->work.arena, text_cell(p->cli,
		    column, query_text(q, i)));
	return number_cell(p->cli, column, query_number(q, i));
}

static enum status
table_row(struct query *q, const struct chosen *k, void *arg,
    struct error *e)
{
	struct printing *p = arg;
	const char *cells[MOST_COLUMNS];
	enum tint tint = TINT_NONE;
	int n = p->due >= 0 ? k->n - 1 : k->n;

	(void)e;
	for (int i = 0; i < n; i++) {
		cells[i] = cell(p, q, k, i, &tint);
		if (strcmp(k->columns[i]->field.name, "state") == 0 &&
		    !query_absent(q, i) &&
		    (strcmp(query_text(q, i), "closed") == 0 ||
		    strcmp(query_text(q, i), "void") == 0))
			tint = TINT_DIM;
	}
	grid_row(p->grid, cells, tint);
	return OK;
}

/* One office after the other; a limit is that of all of them. */
static enum status
run_each(struct cli *c, const struct chosen *k, const struct asked *a,
    listing_each *each, void *arg, int64_t *rows, struct error *e)
{
	struct asked rest = *a;
	int64_t n;

	*rows = 0;
	for (size_t i = 0; i < c->noffices; i++) {
		offices_turn(c, i);
		rest.limit.v = a->limit.v - *rows;
		if (listing_run(&c->work, k, &rest, each, arg, &n, e) != OK)
			return e->status;
		*rows += n;
	}
	return OK;
}

static int
find_column(const struct chosen *k, const char *name)
{
	for (int i = 0; i < k->n; i++)
		if (strcmp(k->columns[i]->field.name, name) == 0)
			return i;
	return -1;
}

static enum status
print_table(struct cli *c, const struct listing *l, const struct asked *a,
    int64_t *rows, struct error *e)
{
	const char *names = c->options.values.columns;
	struct printing p = { .cli = c, .due = -1 };
	struct chosen k;
	struct buf out = { 0 };
	enum status status;

	if (listing_choose(l, names ? names : l->table, &k, e) != OK)
		return e->status;
	if (find_column(&k, "next") >= 0 && k.n < MOST_COLUMNS) {
		p.due = k.n;
		k.columns[k.n++] = column_find(l, "next_due");
	}
	for (int i = 0; i < k.n; i++)
		p.headings[i] = _(k.columns[i]->heading);
	p.grid = grid_new(c->work.arena, p.headings,
	    p.due >= 0 ? k.n - 1 : k.n, find_column(&k, "content"),
	    find_column(&k, "kind"));
	status = run_each(c, &k, a, table_row, &p, rows, e);
	if (status == OK && *rows > 0) {
		grid_print(p.grid, c->people ? terminal_width() : 80,
		    cli_colour(c), &out);
		fputs(out.text, stdout);
		if (c->work.practice)
			puts(_("PRACTICE"));
	}
	buf_free(&out);
	return status;
}

static enum status
print_made(struct cli *c, const struct listing *l, const struct asked *a,
    int64_t *rows, struct error *e)
{
	const struct sheet *s = sheets_begin(c, 0);
	enum status status = l->make(&c->work, a, s, e);

	*rows = sheets_end(s);
	if (status == OK && *rows > 0 && cli_for_people(c) &&
	    c->work.practice)
		puts(_("PRACTICE"));
	return status;
}

static enum status
data_row(struct query *q, const struct chosen *k, void *arg, struct error *e)
{
	struct printing *p = arg;

	(void)e;
	listing_emit(&p->cli->work, &p->out, q, k);
	arena_reset(p->cli->work.arena);
	return OK;
}

static void
put_header(struct emit *out, const struct chosen *k)
{
	const char *names[MOST_COLUMNS];

	for (int i = 0; i < k->n; i++)
		names[i] = k->columns[i]->field.name;
	emit_header(out, names, k->n);
}

enum status
rows_print(struct cli *c, const struct listing *l, const struct asked *a,
    int64_t *rows, struct error *e)
{
	const struct common *v = &c->options.values;
	struct printing p = { .cli = c, .out = { .out = stdout,
		.format = cli_format(c), .header = v->header,
		.bom = v->bom } };
	const char *names = v->columns;
	struct chosen k;

	if (l->make != NULL)
		return print_made(c, l, a, rows, e);
	if (cli_for_people(c))
		return print_table(c, l, a, rows, e);
	if (names == NULL && !v->json)
		names = l->standard;
	if (listing_choose(l, names, &k, e) != OK)
		return e->status;
	put_header(&p.out, &k);
	return run_each(c, &k, a, data_row, &p, rows, e);
}
