/* SPDX-License-Identifier: ISC */
/*
 * done.c: saying what was done, once it is stored.
 */
#include <string.h>

#include "cli.h"
#include "clause.h"
#include "listing.h"
#include "who.h"

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
cli_done(struct cli *c, const char *id, const char *said)
{
	if (cli_for_people(c))
		buf_printf(&c->out, said != NULL ? "%s  %s\n" : "%s\n", id,
		    said);
	else if (!again(&c->done, id))
		buf_printf(&c->out, "%s\n", id);
	if (!again(&c->done, id))
		buf_printf(&c->done, "%s\n", id);
}

void
cli_refuse(struct cli *c, const struct error *e)
{
	struct buf b = { 0 };

	cli_message(c, e, &b);
	buf_printf(&c->refused, "%s: %s\n", c->command->name, b.text);
	buf_free(&b);
	if (e->status > c->worst)
		c->worst = e->status;
}

static enum status
emit_row(struct query *q, const struct chosen *k, void *arg,
    struct error *e)
{
	struct cli *c = arg;
	struct emit out = { .out = stdout, .format = FORMAT_JSON };

	(void)e;
	listing_emit(&c->work, &out, q, k);
	return OK;
}

static enum status
print_json(struct cli *c, struct error *e)
{
	const struct listing *l = c->command->listing ?
	    listing_find(c->command->listing) : NULL;
	struct emit out = { .out = stdout, .format = FORMAT_JSON };
	struct asked asked = { .all = 1 };
	struct chosen chosen;
	int64_t rows;
	size_t n;

	if (l != NULL && listing_choose(l, NULL, &chosen, e) != OK)
		return e->status;
	for (char *p = c->done.text; p != NULL && *p != '\0'; p += n + 1) {
		n = strcspn(p, "\n");
		asked.id = arena_slice(c->arena, p, n);
		if (l == NULL) {
			emit_text(&out, "id", asked.id);
			emit_end(&out);
		} else if (listing_run(&c->work, &chosen, &asked, emit_row, c,
		    &rows, e) != OK)
			return e->status;
	}
	return OK;
}

enum status
cli_print(struct cli *c, struct error *e)
{
	struct buf owed = { 0 };
	enum status status = OK;

	if (c->work.repeated) {
		cli_begin(c);
		for (size_t i = 0; i < c->work.nids; i++)
			cli_done(c, c->work.ids[i],
			    _("done already, by the same request"));
	}
	if (c->options.values.json)
		return print_json(c, e);
	if (c->out.text != NULL)
		fputs(c->out.text, stdout);
	if (!c->command->owed || !cli_for_people(c) || c->work.nids != 1)
		return OK;
	status = cli_owed(c, c->work.ids[0], &owed, e);
	if (status == OK && owed.len > 0)
		printf("    %s\n", owed.text);
	buf_free(&owed);
	return status;
}

enum status
cli_print_bulk(struct cli *c, struct error *e)
{
	static const char sql[] = "SELECT record FROM event WHERE office = $1 "
	    "AND seq >= $2 AND seq <= $3 ORDER BY seq";
	struct work *w = &c->work;
	struct query *q;
	char last[32] = "";
	int row;

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_number(w->first_seq), v_number(w->seq)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK || !row)
			return row ? e->status : OK;
		if (strcmp(last, query_text(q, 0)) == 0)
			continue;
		snprintf(last, sizeof(last), "%s", query_text(q, 0));
		puts(last);
	}
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
	else
		buf_printf(out, _("%s by %s"), word_label(word_deadlines,
		    kind), by);
	clause_put(out, clause);
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
		if (query_next(q, &row, e) != OK || !row)
			return row ? e->status : OK;
		if (out->len > 0)
			buf_puts(out, "  ");
		say_owed(c, query_text(q, 0), query_text(q, 1),
		    query_text(q, 2), query_number(q, 3), out);
	}
}
