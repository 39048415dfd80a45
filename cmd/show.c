/* SPDX-License-Identifier: ISC */
/*
 * show: one record with all that happened to it.
 */
#include <stdlib.h>
#include <string.h>

#include "clause.h"
#include "cli.h"
#include "contact.h"
#include "estate.h"
#include "listing.h"
#include "records.h"
#include "row.h"
#include "staff.h"
#include "who.h"
#include "story.h"
#include "table.h"
#include "text.h"
#include "ticket.h"

enum { LINE = 80 };	/* also on paper */

static enum status
load_first_contact(struct cli *c, const struct ticket *t, struct contact *n,
    struct error *e)
{
	int found;

	*n = (struct contact){ .office = c->work.office, .ticket = t->base.id,
		.no = 1 };
	return row_load(c->work.store, &contact_table, c->work.arena, n,
	    &found, e);
}

static void
say_caller(struct cli *c, const struct contact *n, struct buf *out)
{
	buf_puts(out, n->name ? n->name : _("anonymous"));
	if (n->caller != 0)
		buf_printf(out, " %s", word_label(word_callers,
		    word_callers[n->caller - 1].code));
	if (n->phone != NULL)
		buf_printf(out, " %s", text_mask_phone(c->work.arena,
		    n->phone));
}

static void
say_state(struct cli *c, const struct ticket *t, struct buf *out)
{
	buf_puts(out, word_label(word_states,
	    word_states[t->base.state - 1].code));
	if (t->accused != NULL)
		buf_printf(out, _("  about %s"), holder_name(&c->work,
		    t->accused));
	if (t->self_taken)
		buf_puts(out, _(" who took it (C5)"));
	if (c->work.practice)
		buf_printf(out, "  %s", _("PRACTICE"));
}

/* What it is, in one line where there is room; and what was said. */
static void
print_head(struct cli *c, const struct ticket *t, const struct contact *n)
{
	const struct category *cat = category_find(c->work.desk, t->category);
	struct buf b = { 0 }, rest = { 0 }, shown = { 0 };

	buf_printf(&b, "%s  %s %s", t->base.id, word_label(word_kinds,
	    word_kinds[t->kind - 1].code), cat ? label_of(&cat->label) :
	    t->category);
	if (t->room != NULL)
		buf_printf(&b, "  %s", room_spoken(&c->work, t->room));
	say_caller(c, n, &rest);
	buf_puts(&rest, "  ");
	say_state(c, t, &rest);
	buf_printf(&b, "%s%s\n%s\n", text_width(b.text) + 2 +
	    text_width(rest.text) <= LINE ? "  " : "\n", rest.text,
	    n->content ? n->content : "");
	text_visible(b.text, 1, &shown);
	fputs(shown.text, stdout);
	buf_free(&b);
	buf_free(&rest);
	buf_free(&shown);
}

static void
print_people(struct cli *c, const struct ticket *t)
{
	struct work *w = &c->work;
	struct buf who = { 0 }, counts = { 0 };

	buf_printf(&who, _("first responder %s  recorded by %s  handler %s"),
	    holder_full(w, t->first_responder), holder_full(w,
	    t->recorded_by), t->handler ? holder_full(w, t->handler) : "-");
	buf_printf(&counts, _("contacts %lld  visits %lld  handed back %lld  "
	    "urged %lld"), (long long)t->contacts, (long long)t->visits,
	    (long long)t->hand_backs, (long long)t->urges);
	printf("%s%s%s\n", who.text, text_width(who.text) + 2 +
	    text_width(counts.text) <= LINE ? "  " : "\n", counts.text);
	buf_free(&who);
	buf_free(&counts);
}

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
	int row;

	if (store_query(c->work.store, sql, sql, VALUES(v_text(
	    c->work.office), v_text(id)), &q, e) != OK)
		return e->status;
	for (;;) {
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
	grid_print(g, c->people ? terminal_width() : 80, cli_colour(c), &b);
	fputs(b.text, stdout);
	buf_free(&b);
	return OK;
}

static enum status
print_ticket(struct cli *c, const char *id, struct error *e)
{
	struct buf can = { 0 };
	struct contact n;
	struct ticket t;

	if (record_load(&c->work, &ticket_record, id, &t, e) != OK ||
	    load_first_contact(c, &t, &n, e) != OK)
		return e->status;
	print_head(c, &t, &n);
	print_people(c, &t);
	if (print_deadlines(c, id, e) != OK || story_print(c, id, e) != OK)
		return e->status;
	steps_allowed(&ticket_record, t.base.state, &can);
	if (can.len > 0)
		printf(_("you can: %s\n"), can.text);
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
rows_of(struct cli *c, const char *listing, const char *id, char **lines,
    struct error *e)
{
	size_t size = 0;
	FILE *f = open_memstream(lines, &size);
	struct emit out = { .out = f, .format = FORMAT_JSON };
	struct gathering g = { c, &out };
	struct asked asked = { .all = 1, .id = id };
	struct chosen chosen;
	int64_t rows;
	enum status status;

	if (f == NULL)
		return fail(e, BROKEN, NULL, _("out of memory"));
	status = listing_choose(listing_find(listing), NULL, &chosen, e);
	if (status == OK)
		status = listing_run(&c->work, &chosen, &asked, gather, &g,
		    &rows, e);
	fclose(f);
	return status;
}

static enum status
put_array(struct cli *c, const char *listing, const char *id,
    struct buf *out, struct error *e)
{
	char *lines = NULL;
	size_t n;

	if (rows_of(c, listing, id, &lines, e) != OK) {
		free(lines);
		return e->status;
	}
	buf_printf(out, ",\"%s\":[", listing);
	for (char *p = lines; *p != '\0'; p += n + 1) {
		n = strcspn(p, "\n");
		buf_puts(out, p != lines ? "," : "");
		buf_add(out, p, n);
	}
	buf_putc(out, ']');
	free(lines);
	return OK;
}

static enum status
print_json(struct cli *c, const char *id, struct error *e)
{
	struct buf out = { 0 };
	char *line = NULL;
	enum status status;

	status = rows_of(c, "tickets", id, &line, e);
	if (status == OK && *line == '\0')
		status = fail(e, REFUSED, NULL, _("there is no %s %s"),
		    _(ticket_record.noun), id);
	if (status == OK) {
		buf_add(&out, line, strcspn(line, "\n") - 1);
		status = put_array(c, "contacts", id, &out, e);
	}
	if (status == OK)
		status = put_array(c, "deadlines", id, &out, e);
	if (status == OK) {
		buf_puts(&out, ",\"events\":");
		status = story_json(c, id, &out, e);
	}
	if (status == OK)
		printf("%s}\n", out.text);
	free(line);
	buf_free(&out);
	return status;
}

static enum status
show(struct cli *c, const char *typed, struct error *e)
{
	const char *id;

	if (id_check(c->arena, c->work.office, typed, &id, e) != OK)
		return e->status;
	if (record_of(id) != &ticket_record)
		return fail(e, REFUSED, NULL, _("there is no %s"), id);
	return c->options.values.json ? print_json(c, id, e) :
	    print_ticket(c, id, e);
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
	.name = "show", .operands = N_("TICKET..."),
	.about = N_("show tickets with all that happened to them"),
	.common = TAKES_DESK | TAKES_IDS | TAKES_JSON, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
