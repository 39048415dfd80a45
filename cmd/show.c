/* SPDX-License-Identifier: ISC */
/*
 * show: one record with all that happened to it.
 */
#include <string.h>

#include "clause.h"
#include "cli.h"
#include "heads.h"
#include "listing.h"
#include "loan.h"
#include "offices.h"
#include "records.h"
#include "story.h"
#include "table.h"
#include "text.h"

static const char *
result(struct cli *c, int64_t due, int64_t ended, const char *outcome)
{
	int64_t now = c->work.now;
	char when[CLOCK_ROOM], late[CLOCK_ROOM];
	struct arena *a = c->work.arena;

	if (ended == 0 && due >= now)
		return _("still owed");
	if (ended == 0)
		return arena_printf(a, _("still owed, %s late"),
		    clock_length(now - due, late));
	clock_people(ended, now, when);
	if (ended > due)
		return arena_printf(a, _("%s, %s late"), when,
		    clock_length(ended - due, late));
	return arena_printf(a, "%s %s", when, word_label(word_outcomes,
	    outcome));
}

static enum status
print_deadlines(struct cli *c, const char *id, struct error *e)
{
	/* With the times that were moved once they had been missed. */
	static const char sql[] = "SELECT kind, due, ended, outcome, clause, "
	    "no FROM deadline WHERE office = $1 AND record = $2 UNION ALL "
	    "SELECT b.kind, b.due, b.ended, 'met', b.clause, b.no "
	    "FROM breach b JOIN deadline d ON d.office = b.office AND "
	    "d.record = b.record AND d.no = b.no AND d.due <> b.due "
	    "WHERE b.office = $1 AND b.record = $2 ORDER BY due, no";
	const char *headings[] = { _("Deadline"), _("Due"), _("Outcome"),
		_("Clause") };
	struct grid *g = grid_new(c->work.arena, headings, 4, -1, -1);
	struct buf b = { 0 };
	struct query *q;
	int row, rows;

	if (store_query(c->work.store, sql, sql, VALUES(v_text(
	    c->work.office), v_text(id)), &q, e) != OK)
		return e->status;
	for (rows = 0;; rows++) {
		char when[CLOCK_ROOM];
		int64_t due, ended;

		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			break;
		due = query_number(q, 1);
		ended = query_number(q, 2);
		grid_row(g, (const char *[]){ word_label(word_deadlines,
		    query_text(q, 0)), clock_people(due, c->work.now, when),
		    result(c, due, ended, query_text(q, 3)),
		    clause_shown(query_text(q, 4)) }, ended == 0 &&
		    due < c->work.now ? TINT_LATE : TINT_NONE);
	}
	if (rows > 0) {
		grid_print(g, c->people ? terminal_width() : 80,
		    cli_colour(c), &b);
		fputs(b.text, stdout);
	}
	buf_free(&b);
	return OK;
}

/* Words, on as many lines as they take. */
static void
print_words(struct cli *c, const char *text)
{
	size_t width = c->people ? (size_t)terminal_width() : 80;
	size_t column = 0, n, w;

	for (; *text != '\0'; text += n, text += strspn(text, " \n")) {
		n = strcspn(text, " \n");
		w = text_width(arena_slice(c->work.arena, text, n));
		if (column > 0 && column + 1 + w > width) {
			fputs("\n    ", stdout);
			column = 4;
		} else if (column > 0) {
			putchar(' ');
			column++;
		}
		fwrite(text, 1, n, stdout);
		column += w;
	}
	putchar('\n');
}

static enum status
print_record(struct cli *c, const struct record *r, const char *id,
    struct error *e)
{
	struct buf can = { 0 };
	int state;

	if (head_print(c, id, &state, e) != OK ||
	    print_deadlines(c, id, e) != OK || story_print(c, id, e) != OK)
		return e->status;
	if (!work_elsewhere(&c->work))
		steps_allowed(r, state, &can);
	if (can.len > 0)
		print_words(c, arena_printf(c->work.arena, _("you can: %s\n"),
		    can.text));
	buf_free(&can);
	return OK;
}

/* ---- as data: one object, the rows that belong to it as arrays ---- */

struct gathering {
	struct cli *cli;
	struct emit *out;
};

static enum status
gather(struct query *q, const struct chosen *k, void *arg, struct error *e)
{
	struct gathering *g = arg;

	(void)e;
	listing_emit(&g->cli->work, g->out, q, k);
	return OK;
}

/* A listing's rows for one record, as JSON lines in memory. */
static enum status
rows_of(struct cli *c, const char *listing, const char *id,
    struct buf *lines, struct error *e)
{
	struct emit out = { .out = buf_stream(lines), .format = FORMAT_JSON };
	struct gathering g = { c, &out };
	struct asked asked = { .all = 1, .id = id };
	struct chosen chosen;
	int64_t rows;
	enum status status;

	status = listing_choose(listing_find(listing), NULL, &chosen, e);
	if (status == OK)
		status = listing_run(&c->work, &chosen, &asked, gather, &g,
		    &rows, e);
	fclose(out.out);
	return status;
}

static enum status
put_array(struct cli *c, const char *listing, const char *id,
    struct buf *out, struct error *e)
{
	struct buf lines = { 0 };
	enum status status = rows_of(c, listing, id, &lines, e);
	const char *p = lines.text;
	size_t n;

	if (status == OK)
		buf_printf(out, ",\"%s\":[", listing);
	for (; status == OK && p != NULL && *p != '\0'; p += n + 1) {
		n = strcspn(p, "\n");
		buf_puts(out, p != lines.text ? "," : "");
		buf_add(out, p, n);
	}
	if (status == OK)
		buf_putc(out, ']');
	buf_free(&lines);
	return status;
}

/* Of each record its own row, and the rows that belong to it. */
static const struct view {
	char letter;
	const char *listing, *arrays[3];
} views[] = {
	{ 'T', "tickets", { "contacts", "deadlines" } },
	{ 'L', "loans", { "deadlines" } },
	{ 'K', "counts", { NULL } },
	{ 'A', "analyses", { "deadlines" } },
	{ 0 }
};

static enum status
print_json(struct cli *c, const struct record *r, const char *id,
    struct error *e)
{
	const struct view *v = views;
	struct buf out = { 0 }, line = { 0 };
	enum status status;

	while (v->letter != r->letter)
		v++;
	status = rows_of(c, v->listing, id, &line, e);
	if (status == OK && line.len == 0)
		status = fail(e, REFUSED, NULL, _("there is no %s %s"),
		    _(r->noun), id_told(&c->work, id));
	if (status == OK)
		buf_add(&out, line.text, strcspn(line.text, "\n") - 1);
	for (int i = 0; status == OK && v->arrays[i] != NULL; i++)
		status = put_array(c, v->arrays[i], id, &out, e);
	if (status == OK) {
		buf_puts(&out, ",\"events\":");
		status = story_json(c, id, &out, e);
	}
	if (status == OK)
		printf("%s}\n", out.text);
	buf_free(&line);
	buf_free(&out);
	return status;
}

/* A key goes by its name where it hangs; elsewhere there are ids alone. */
static enum status
find(struct cli *c, const char *typed, const char **id, struct error *e)
{
	const struct work *w = &c->work;
	size_t n = strcspn(typed, ":");

	offices_turn_to(c, typed);
	if (id_check(w->arena, NULL, typed, id, e) != OK)
		return work_elsewhere(w) ? e->status : record_named(&c->work,
		    c->command->named, typed, id, e);
	if (id_check(w->arena, w->office, typed, id, e) == OK)
		return OK;
	return advise(e, _("Read it with --office %.*s"), (int)n, typed);
}

static enum status
show(struct cli *c, const char *typed, struct error *e)
{
	const struct record *r;
	const char *id;

	if (find(c, typed, &id, e) != OK)
		return e->status;
	r = record_of(id);
	if (r == NULL)
		return fail(e, REFUSED, NULL, _("there is no %s"), id);
	return c->options.values.json ? print_json(c, r, id, e) :
	    print_record(c, r, id, e);
}

static enum status
run(struct cli *c, struct error *e)
{
	for (size_t i = 0; i < c->nids; i++) {
		if (i > 0 && !c->options.values.json)
			putchar('\n');
		if (show(c, c->ids[i], e) == OK)
			continue;
		if (!c->options.values.keep_going)
			return e->status;
		cli_refuse(c, e);
	}
	return OK;
}

static const struct command command = {
	.name = "show", .operands = N_("ID|KEY..."), .named = &loan_record,
	.about = N_("show records with all that happened to them"),
	.common = TAKES_DESK | TAKES_OFFICE | TAKES_IDS | TAKES_JSON,
	.run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
