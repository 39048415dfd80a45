/* SPDX-License-Identifier: ISC */
/*
 * done.c: saying what was done, once it is stored.
 */
#include <string.h>

#include "cli.h"
#include "clause.h"
#include "listing.h"
#include "phrase.h"
#include "table.h"
#include "text.h"
#include "who.h"

enum { PAPER = 80, PAGE = 500, ID_ROOM = 32 };

void
cli_begin(struct cli *c)
{
	buf_clear(&c->out);
	buf_clear(&c->refused);
	buf_clear(&c->done);
	c->worst = OK;
}

/* Whether the id is the one noted last. */
static int
again(const struct buf *done, const char *id)
{
	size_t n = strlen(id) + 1;

	if (done->len < n)
		return 0;
	return strncmp(done->text + done->len - n, id, n - 1) == 0 &&
	    (done->len == n || done->text[done->len - n - 1] == '\n');
}

void
cli_parts(struct cli *c, const char *text, const char *indent,
    struct buf *out)
{
	size_t width = c->people ? (size_t)terminal_width() : PAPER;
	size_t column = 0, n, w;
	const char *between = indent;

	text = text_shown(c->work.arena, text);
	for (; *text != '\0'; text += strspn(text, " ")) {
		const char *end = strstr(text, "  ");

		n = end != NULL ? (size_t)(end - text) : strlen(text);
		w = text_width(arena_slice(c->work.arena, text, n));
		if (column > 4 && column + 2 + w > width) {
			between = "\n    ";
			column = 2;
		}
		buf_puts(out, between);
		buf_add(out, text, n);
		column += strlen(between == indent ? indent : "  ") + w;
		between = "  ";
		text += n;
	}
	buf_putc(out, '\n');
}

/* By how much it came late, for what it has just ended. */
static void
say_late(struct cli *c, struct buf *out)
{
	char when[CLOCK_ROOM];

	if (c->work.late == NULL)
		return;
	for (const struct too_late *l = c->work.late; l != NULL; l = l->next) {
		buf_puts(out, "  ");
		buf_printf(out, _("late %s"), clock_length(l->by, when));
		clause_put(out, l->clause);
	}
	buf_puts(out, _(", on record"));
}

void
cli_done(struct cli *c, const char *id, const char *said)
{
	struct buf line = { 0 };

	if (cli_for_people(c)) {
		buf_printf(&line, said != NULL ? "%s  %s" : "%s", id, said);
		say_late(c, &line);
		cli_parts(c, line.text, "", &c->out);
		buf_free(&line);
	} else if (!again(&c->done, id))
		buf_printf(&c->out, "%s\n", id);
	if (!again(&c->done, id))
		buf_printf(&c->done, "%s\n", id);
}

void
cli_refuse(struct cli *c, const struct error *e)
{
	struct buf b = { 0 };

	cli_message(c, e, &b);
	buf_printf(&c->refused, "%s: ", c->command->name);
	text_visible(b.text, 0, &c->refused);
	buf_putc(&c->refused, '\n');
	buf_free(&b);
	if (e->status > c->worst)
		c->worst = c->work.outcome = e->status;
}

static enum status
emit_row(struct query *q, const struct chosen *k, void *arg,
    struct error *e)
{
	struct cli *c = arg;
	struct emit out = { .out = stdout, .format = cli_format(c) };

	(void)e;
	listing_emit(&c->work, &out, q, k);
	return OK;
}

/* What is done, as it is listed: JSON has all of it. */
static enum status
print_rows(struct cli *c, struct error *e)
{
	const struct listing *l = c->command->listing ?
	    listing_find(c->command->listing) : NULL;
	struct emit out = { .out = stdout, .format = FORMAT_JSON };
	struct asked asked = { .all = 1 };
	struct chosen chosen;
	int64_t rows;
	size_t n;

	if (l != NULL && listing_choose(l, c->options.values.json ? NULL :
	    l->standard, &chosen, e) != OK)
		return e->status;
	for (char *p = c->done.text; p != NULL && *p != '\0'; p += n + 1) {
		n = strcspn(p, "\n");
		asked.id = arena_slice(c->work.arena, p, n);
		if (l == NULL) {
			emit_text(&out, "id", asked.id);
			emit_end(&out);
		} else if (listing_run(&c->work, &chosen, &asked, emit_row, c,
		    &rows, e) != OK)
			return e->status;
	}
	return OK;
}

static enum status
print(struct cli *c, struct error *e)
{
	struct buf owed = { 0 };
	enum status status = OK;

	if (c->work.repeated) {
		cli_begin(c);
		c->worst = c->work.outcome;
		for (size_t i = 0; i < c->work.nids; i++)
			cli_done(c, c->work.ids[i],
			    _("done already, by the same request"));
	}
	if (c->options.values.json || (c->command->row &&
	    !c->options.values.quiet && !cli_for_people(c)))
		return print_rows(c, e);
	if (c->out.text != NULL)
		fputs(c->out.text, stdout);
	if (!c->command->owed || !cli_for_people(c) || c->work.nids != 1)
		return OK;
	status = cli_owed(c, c->work.ids[0], &owed, e);
	buf_clear(&c->out);
	if (status == OK && owed.len > 0) {
		cli_parts(c, owed.text, "    ", &c->out);
		fputs(c->out.text, stdout);
	}
	buf_free(&owed);
	return status;
}

/* It is stored by now: whatever goes wrong here, it is only not printed. */
enum status
cli_print(struct cli *c, struct error *e)
{
	return print(c, e) == OK ? OK : UNPRINTED;
}

/* Up to a page of ids behind *seq, without repeating the last one; those of
 * records of another kind that came of it are not asked for. */
static enum status
next_ids(struct cli *c, int64_t *seq, char last[static ID_ROOM],
    struct error *e)
{
	static const char sql[] = "SELECT seq, record FROM event "
	    "WHERE office = $1 AND seq > $2 AND seq <= $3 "
	    "ORDER BY seq LIMIT CAST($4 AS BIGINT)";
	struct work *w = &c->work;
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_number(*seq), v_number(w->seq), v_number(PAGE)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		*seq = query_number(q, 0);
		if (strcmp(last, query_text(q, 1)) == 0 ||
		    (*last != '\0' && *last != *query_text(q, 1)))
			continue;
		snprintf(last, ID_ROOM, "%s", query_text(q, 1));
		buf_printf(&c->done, "%s\n", last);
	}
}

static enum status
print_bulk(struct cli *c, struct error *e)
{
	struct work *w = &c->work;
	char first[ID_ROOM] = "", last[ID_ROOM] = "";

	if (w->repeated)
		c->worst = w->outcome;
	for (int64_t seq = w->first_seq - 1; seq < w->seq; ) {
		arena_reset(w->arena);
		buf_clear(&c->done);
		if (next_ids(c, &seq, last, e) != OK)
			return e->status;
		if (*first == '\0' && c->done.len > 0)
			snprintf(first, sizeof(first), "%.*s",
			    (int)strcspn(c->done.text, "\n"), c->done.text);
		if (!c->options.values.json)
			fputs(c->done.len > 0 ? c->done.text : "", stdout);
		else if (print_rows(c, e) != OK)
			return e->status;
	}
	/* Should they not have reached the output. */
	buf_clear(&c->done);
	if (strcmp(first, last) != 0)
		buf_printf(&c->done, "%s ... %s\n", first, last);
	else if (*first != '\0')
		buf_printf(&c->done, "%s\n", first);
	return OK;
}

enum status
cli_print_bulk(struct cli *c, struct error *e)
{
	if (print_bulk(c, e) == OK)
		return OK;
	buf_clear(&c->done);
	return UNPRINTED;
}

void
cli_phrase(const struct cli *c, const char *text)
{
	const struct phrase *p = phrase_find(c->work.desk, text);
	struct buf b = { 0 };

	if (p == NULL || c->work.repeated)
		return;
	buf_printf(&b, _("note: \"%s\" is not said to residents (F4.7); "
	    "recorded as it was said"), p->words);
	if (p->instead != NULL)
		buf_printf(&b, _(". Say instead: %s"), p->instead);
	cli_note(c, b.text);
	buf_free(&b);
}

/* One thing that is owed, in the words of its kind. */
static void
say_owed(struct cli *c, const char *kind, const char *clause,
    const char *holder, int64_t due, struct buf *out)
{
	char when[CLOCK_ROOM];
	const char *who = holder_name(&c->work, holder), *by;

	by = clock_sentence(due, c->work.now, when);
	if (strcmp(kind, "answer") == 0)
		buf_printf(out, _("answer by %s"), by);
	else if (strcmp(kind, "promise") == 0)
		buf_printf(out, _("promised for %s"), by);
	else if (strcmp(kind, "hand_over") == 0)
		buf_printf(out, _("hand over by %s"), by);
	else if (strcmp(kind, "accept") == 0)
		buf_printf(out, _("%s to accept by %s"), who, by);
	else if (strcmp(kind, "acknowledge") == 0)
		buf_printf(out, _("%s to acknowledge by %s"), who, by);
	else if (strcmp(kind, "callback") == 0)
		buf_printf(out, _("reply by %s"), by);
	else if (strcmp(kind, "follow_up") == 0)
		buf_printf(out, _("%s to follow up by %s"), who, by);
	else if (strcmp(kind, "closing_call") == 0)
		buf_printf(out, _("%s to call back by %s"), who, by);
	else if (strcmp(kind, "visit") == 0)
		buf_printf(out, _("finish by %s: no third trip"), by);
	else if (strcmp(kind, "chase") == 0)
		buf_printf(out, _("ask again by %s"), by);
	else
		buf_printf(out, _("%s by %s"), word_label(word_deadlines,
		    kind), by);
	clause_put(out, clause);
	if (due < c->work.now) {
		buf_putc(out, ' ');
		buf_printf(out, _("late %s"), clock_length(c->work.now - due,
		    when));
	}
}

enum status
cli_owed(struct cli *c, const char *id, struct buf *out, struct error *e)
{
	static const char sql[] = "SELECT kind, clause, holder, due FROM "
	    "deadline WHERE office = $1 AND record = $2 AND ended IS NULL "
	    "ORDER BY due, no";
	struct query *q;
	int row;

	if (store_query(c->work.store, sql, sql, VALUES(v_text(
	    c->work.office), v_text(id)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		if (out->len > 0)
			buf_puts(out, "  ");
		say_owed(c, query_text(q, 0), query_text(q, 1),
		    query_text(q, 2), query_number(q, 3), out);
	}
}
