/* SPDX-License-Identifier: ISC */
/*
 * story.c: what happened to a record, event by event.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "clause.h"
#include "emit.h"
#include "records.h"
#include "who.h"
#include "story.h"
#include "text.h"

enum status
story_each(struct cli *c, const char *id,
    void (*each)(struct cli *, const struct event *, void *), void *arg,
    struct error *e)
{
	static const char sql[] = "SELECT v.seq, v.at, v.recorded, v.actor, "
	    "v.step, v.clause, b.body FROM event v LEFT JOIN event_body b "
	    "ON b.office = v.office AND b.seq = v.seq "
	    "WHERE v.office = $1 AND v.record = $2 ORDER BY v.seq";
	struct intake *in = intake_open(NULL, INTAKE_JSON, "event");
	const struct record *r = record_of(id);
	struct query *q;
	int row = 0;
	enum status status;

	status = store_query(c->work.store, sql, sql, VALUES(v_text(
	    c->work.office), v_text(id)), &q, e);
	while (status == OK && (status = query_next(q, &row, e)) == OK &&
	    row) {
		struct event v = { query_number(q, 0), query_number(q, 1),
			query_number(q, 2), query_text(q, 3), query_text(q, 4),
			query_text(q, 5), in, r };

		status = intake_object(in, query_absent(q, 6) ? "{}" :
		    query_text(q, 6), e);
		if (status == OK)
			each(c, &v, arg);
	}
	if (row)
		query_end(q);
	intake_close(in);
	return status;
}

const char *
story_said(const struct event *v, const char *name)
{
	size_t len;

	for (size_t i = 0; i < intake_count(v->body); i++)
		if (strcmp(intake_name(v->body, i), name) == 0)
			return intake_value(v->body, i, &len);
	return NULL;
}

/* One part of a line, parted from the one before. */
static void
part(struct buf *out, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	/* TRANSLATORS: between the parts of a line of the time line. */
	buf_printf(out, "%s%s", out->len ? _("; ") : "", text);
}

static void
part_time(struct cli *c, struct buf *out, const struct event *v,
    const char *name, const char *words)
{
	const char *text = story_said(v, name);
	char when[CLOCK_ROOM];
	struct buf b = { 0 };

	if (text == NULL)
		return;
	clock_sentence(strtoll(text, NULL, 10), c->work.now, when);
	buf_printf(&b, words, when);
	part(out, b.text);
	buf_free(&b);
}

/* A text between words, where there is one. */
static void
part_words(struct cli *c, struct buf *out, const struct event *v,
    const char *name, const char *words)
{
	const char *text = story_said(v, name);

	if (text != NULL)
		part(out, arena_printf(c->work.arena, words, text));
}

/* Who else had a part in it. */
static void
people(struct cli *c, const struct event *v, struct buf *out)
{
	const char *by = story_said(v, "told_by");
	const char *firm = story_said(v, "firm");

	if (by != NULL && strcmp(by, v->actor) != 0)
		part(out, arena_printf(c->work.arena, _("told by %s"),
		    holder_full(&c->work, by)));
	if (firm != NULL)
		part(out, arena_printf(c->work.arena, _("for %s"),
		    holder_full(&c->work, firm)));
}

static void
parts(struct cli *c, const struct event *v, struct buf *out)
{
	static const char *const texts[] = {
		"done", "body", "person", "ref", "reply", "tried", "text",
		"root_cause", "remedy", "why", "condition", "no_phone", NULL
	};
	const char *channel = story_said(v, "channel");
	const char *handler = story_said(v, "handler");
	const char *to = story_said(v, "told"), *kind, *reason;
	char clock[CLOCK_ROOM];
	struct buf b = { 0 };

	if (channel != NULL)
		part(out, word_label(word_channels, channel));
	if (v->recorded - v->at >= SECOND) {
		buf_printf(&b, _("recorded %s"), clock_people(v->recorded,
		    c->work.now, clock));
		part(out, b.text);
	}
	if (handler != NULL)
		part(out, holder_full(&c->work, handler));
	if (to != NULL)
		part(out, holder_full(&c->work, to));
	kind = story_said(v, "deadline");
	if (kind != NULL)
		part(out, word_label(word_deadlines, kind));
	if (story_said(v, "how") != NULL)
		part(out, word_label(word_hows, story_said(v, "how")));
	if (story_said(v, "result") != NULL)
		part(out, word_label(word_results, story_said(v, "result")));
	people(c, v, out);
	for (int i = 0; texts[i] != NULL; i++) {
		reason = story_said(v, texts[i]);
		part(out, strcmp(texts[i], "why") == 0 && reason != NULL ?
		    word_label(word_reasons, reason) : reason);
	}
	part_words(c, out, v, "outcome", _("outcome: %s"));
	part_words(c, out, v, "give_up", _("given up: %s"));
	part_words(c, out, v, "joined", _("goes with %s"));
	part_words(c, out, v, "failed_by", _("%s came in spite of it"));
	part_words(c, out, v, "was", _("before: %s"));
	part_words(c, out, v, "score", _("score %s"));
	part_time(c, out, v, "promised", _("promised for %s"));
	part_time(c, out, v, "next", _("to be asked again %s"));
	part_time(c, out, v, "until", _("no escalation before %s"));
	buf_free(&b);
}

static void
print_line(struct cli *c, const struct event *v, void *arg)
{
	struct buf line = { 0 };
	char when[CLOCK_ROOM];
	int today = clock_midnight(v->at, 0) == clock_midnight(c->work.now,
	    0);

	(void)arg;
	parts(c, v, &line);
	printf("%s  %s\n", today ? clock_time(v->at, when) :
	    clock_people(v->at, c->work.now, when), text_shown(c->work.arena,
	    arena_printf(c->work.arena, "%s  %s%s%s", holder_full(&c->work,
	    v->actor), word_label(word_steps, v->step),
	    line.len > 0 ? "  " : "", line.len > 0 ? line.text : "")));
	buf_free(&line);
}

enum status
story_print(struct cli *c, const char *id, struct error *e)
{
	return story_each(c, id, print_line, NULL, e);
}

/* What a name in the journal means: a member of the record, an input of its
 * steps, or of what the step left. */
static const struct field *
field_of(const struct event *v, const char *name)
{
	const struct record *r = v->record;
	const struct step *s = step_find(r, v->step);
	const struct table *const tables[] = { &r->table,
		r->inputs.fields != NULL ? &r->inputs : NULL,
		s != NULL ? s->leaves : NULL };
	const struct field *f = NULL;

	for (size_t i = 0; f == NULL && i < sizeof(tables) /
	    sizeof(tables[0]); i++)
		if (tables[i] != NULL)
			f = field_find(tables[i], name);
	return f;
}

/* The journal has times and numbers as the store has them. */
static enum type
type_of(const struct event *v, const char *name)
{
	const struct field *f = field_of(v, name);

	/* What the ladder notes of a rung. */
	if (strcmp(v->step, "rung") == 0 && strcmp(name, "due") == 0)
		return T_TIME;
	if (f != NULL)
		return f->type;
	return field_among("no rung", name) ? T_INT : T_TEXT;
}

static void
put_changed(enum type type, const char *text, struct buf *out)
{
	char when[CLOCK_ROOM];

	if (text == NULL)
		buf_puts(out, "null");
	else if (type == T_TIME)
		json_quote(out, clock_iso(strtoll(text, NULL, 10), when));
	else if (type == T_FLAG)
		buf_puts(out, *text == '1' || *text == 't' ? "true" : "false");
	else if (type == T_INT || type == T_MAYBE)
		buf_puts(out, text);
	else
		json_quote(out, text);
}

/* What an event changed, personal data masked as in every listing. */
static void
changed(struct cli *c, const struct event *v, struct buf *out)
{
	const struct field *f;
	size_t len;

	buf_putc(out, '{');
	for (size_t i = 0; i < intake_count(v->body); i++) {
		const char *name = intake_name(v->body, i);
		const char *text = intake_value(v->body, i, &len);

		f = field_of(v, name);
		if (f != NULL && f->flags & F_HIDDEN)
			continue;
		if (text != NULL && f != NULL && f->flags & F_MASK)
			text = strcmp(name, "phone") == 0 ?
			    text_mask_phone(c->work.arena, text) :
			    text_mask_name(c->work.arena, text);
		buf_puts(out, out->len > 1 ? "," : "");
		json_quote(out, name);
		buf_putc(out, ':');
		put_changed(type_of(v, name), text, out);
	}
	buf_putc(out, '}');
}

static void
json_event(struct cli *c, const struct event *v, void *arg)
{
	struct buf *out = arg, body = { 0 }, line = { 0 };
	struct emit row = { .out = buf_stream(&line), .format = FORMAT_JSON };

	changed(c, v, &body);
	emit_number(&row, "seq", v->seq);
	emit_time(&row, "at", v->at);
	emit_time(&row, "recorded", v->recorded);
	emit_text(&row, "actor", v->actor);
	emit_text(&row, "step", v->step);
	emit_text(&row, "clause", v->clause);
	emit_json(&row, "changed", body.text);
	emit_end(&row);
	fclose(row.out);
	buf_puts(out, out->len > 1 ? "," : "");
	buf_add(out, line.text, line.len - 1);
	buf_free(&line);
	buf_free(&body);
}

enum status
story_json(struct cli *c, const char *id, struct buf *out, struct error *e)
{
	struct buf all = { 0 };
	enum status status;

	buf_putc(&all, '[');
	status = story_each(c, id, json_event, &all, e);
	buf_putc(&all, ']');
	buf_puts(out, all.text);
	buf_free(&all);
	return status;
}
