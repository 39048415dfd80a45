/* SPDX-License-Identifier: ISC */
/*
 * ids.c: ids in, ids out: reading what to act on, taking a step with each,
 * all or nothing, and printing what was done.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "digest.h"
#include "intake.h"
#include "text.h"

static enum status
add_id(struct cli *c, const char *text, struct error *e)
{
	const struct record *r = c->command->named ? c->command->named :
	    c->command->record;
	const char *id;

	/* What is no id may be another name, which only the desk knows. */
	if (id_check(c->arena, NULL, text, &id, e) != OK &&
	    (r == NULL || r->called == NULL))
		return e->status;
	c->ids[c->nids++] = text;
	return OK;
}

struct named {
	const char *id;
	size_t at;
};

static int
by_id(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int differ = strcmp(x->id, y->id);

	return differ != 0 ? differ : (x->at > y->at) - (x->at < y->at);
}

void
cli_once(struct cli *c)
{
	struct named *v = arena_alloc(c->arena, (c->nids + 1) * sizeof(*v));
	struct error ignored;
	size_t kept = 0;

	for (size_t i = 0; i < c->nids; i++) {
		v[i].at = i;
		/* Where others are read, which one is meant is not settled
		 * yet: only what is spelt alike is the same. */
		if (id_check(c->arena, c->work.with_office ? "" :
		    c->work.office, c->ids[i], &v[i].id, &ignored) != OK)
			v[i].id = c->ids[i];
	}
	if (c->nids > 1)
		qsort(v, c->nids, sizeof(*v), by_id);
	for (size_t i = 1; i < c->nids; i++)
		if (strcmp(v[i].id, v[i - 1].id) == 0)
			c->ids[v[i].at] = NULL;
	for (size_t i = 0; i < c->nids; i++)
		if (c->ids[i] != NULL)
			c->ids[kept++] = c->ids[i];
	c->nids = kept;
}

/* Room for one more id; an arena gives, and keeps the old. */
static void
grow_ids(struct cli *c, size_t *room)
{
	const char **more;

	if (c->nids < *room)
		return;
	*room = *room ? 2 * *room : 64;
	more = arena_alloc(c->arena, *room * sizeof(*more));
	if (c->nids > 0)
		memcpy(more, c->ids, c->nids * sizeof(*more));
	c->ids = more;
}

static enum status
id_from_line(struct cli *c, const char *line, size_t number, size_t *room,
    struct error *e)
{
	const char *word;

	line += strspn(line, " \t");
	if (*line == '\0' || *line == '\n')
		return OK;
	word = arena_slice(c->arena, line, strcspn(line, " \t\r\n"));
	grow_ids(c, room);
	if (add_id(c, word, e) == OK)
		return OK;
	e->status = MISREAD;
	at_place(e, _("standard input:%zu:1"), number);
	return advise(e, _("Write the whole id, such as T261123-0007"));
}

static enum status
zero_in_line(size_t number, struct error *e)
{
	fail(e, MISREAD, NULL, _("an invisible zero character stands here"));
	at_place(e, _("standard input:%zu"), number);
	return advise(e, _("Save the file as UTF-8 text"));
}

/* The first word of each line; a byte order mark is no part of it. */
static enum status
ids_from_lines(struct cli *c, struct error *e)
{
	char *line = NULL;
	size_t size = 0, room = 0, number = 0, skip;
	enum status status = OK;
	ssize_t n;

	while (status == OK && (n = getline(&line, &size, stdin)) > 0) {
		skip = number == 0 &&
		    strncmp(line, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
		status = strlen(line) < (size_t)n ?
		    zero_in_line(++number, e) :
		    id_from_line(c, line + skip, ++number, &room, e);
	}
	free(line);
	if (status == OK && !feof(stdin))
		return fail(e, BROKEN, NULL, _("standard input cannot be "
		    "read"));
	return status;
}

/* The id of each JSON object. */
static enum status
ids_from_json(struct cli *c, struct error *e)
{
	struct intake *in = intake_open(stdin, INTAKE_JSON,
	    _("standard input"));
	size_t room = 0;
	int more = 1;
	enum status status = OK;

	intake_nested(in);
	while (status == OK && (status = intake_next(in, &more, e)) == OK &&
	    more) {
		const char *id = NULL;
		size_t len;

		for (size_t i = 0; i < intake_count(in); i++)
			if (strcmp(intake_name(in, i), "id") == 0)
				id = intake_value(in, i, &len);
		if (id == NULL) {
			fail(e, MISREAD, NULL, _("this object has no id"));
			status = at_place(e, _("standard input:%zu:1"),
			    intake_line(in));
		} else
			status = id_from_line(c, arena_copy(c->arena, id),
			    intake_line(in), &room, e);
	}
	intake_close(in);
	return status;
}

/* The operand that is no id, where the command has one. */
static enum status
take_operand(struct cli *c, const char *text, struct error *e)
{
	const struct field *f = field_find(c->options.own,
	    c->command->operand);

	for (size_t i = 0; i < c->options.ngiven; i++)
		if (c->options.given[i].field == f) {
			fail(e, MISUSED, NULL, _("%s and %s exclude each "
			    "other"), text, arena_printf(c->arena, "--%s %s",
			    f->name, c->options.given[i].text));
			return advise(e, _("Leave one of them out"));
		}
	c->options.given[c->options.ngiven].field = f;
	c->options.given[c->options.ngiven++].text = text;
	return field_set(f, c->values, text, strlen(text), 0, c->arena, e);
}

enum status
cli_ids(struct cli *c, struct error *e)
{
	const char *operand = NULL, *id;
	int first;

	c->ids = arena_alloc(c->arena, (c->options.noperands + 1) *
	    sizeof(*c->ids));
	for (size_t i = 0; i < c->options.noperands; i++) {
		const char *text = c->options.operands[i];

		if (c->command->operand != NULL && operand == NULL &&
		    id_check(c->arena, NULL, text, &id, e) != OK)
			operand = text;
		else if (add_id(c, text, e) != OK)
			return e->status;
	}
	if (operand != NULL && take_operand(c, operand, e) != OK)
		return e->status;
	if (c->nids > 0)
		return OK;
	if (isatty(STDIN_FILENO)) {
		fail(e, MISUSED, NULL, _("no id is given"));
		return advise(e, _("Give one, as in: %s T261123-0007"),
		    c->command->name);
	}
	first = getc(stdin);
	ungetc(first, stdin);
	return first == '{' ? ids_from_json(c, e) : ids_from_lines(c, e);
}

static void
hash_text(struct digest *h, const char *text)
{
	if (text != NULL)
		digest_add(h, text, strlen(text));
	digest_add(h, "", 1);
}

void
cli_digest(struct cli *c, const char *more)
{
	char hex[DIGEST_HEX];
	struct digest h;

	digest_start(&h);
	hash_text(&h, c->work.actor);
	for (size_t i = 0; i < c->options.ngiven; i++) {
		hash_text(&h, c->options.given[i].field->name);
		hash_text(&h, c->options.given[i].text);
	}
	for (size_t i = 0; i < c->options.noperands; i++)
		hash_text(&h, c->options.operands[i]);
	for (size_t i = 0; i < c->nids; i++)
		hash_text(&h, c->ids[i]);
	hash_text(&h, more);
	digest_end_hex(&h, hex);
	c->work.digest = arena_copy(c->arena, hex);
}

/* One of them: the step taken, what to say about it kept. */
static enum status
step_one(struct cli *c, const char *id, struct error *e)
{
	const struct record *r = c->command->record;
	struct work *w = &c->work;
	struct buf said = { 0 };
	size_t before = w->nids;
	void *input;

	input = arena_alloc(w->arena, r->inputs.size);
	memcpy(input, c->values, r->inputs.size);
	w->late = NULL;
	if ((c->command->act != NULL ? c->command->act(c, id, c->rec, input,
	    e) : step_by_id(w, r, c->command->step, id, c->rec, input, e)) !=
	    OK)
		return e->status;
	if (c->command->say != NULL && cli_for_people(c))
		c->command->say(c, c->rec, input, &said);
	cli_done(c, ((struct base *)c->rec)->id, said.text);
	buf_free(&said);
	w->late = NULL;
	/* Those that go with it. */
	for (size_t i = before + 1; i < w->nids; i++)
		cli_done(c, w->ids[i], _("goes with it"));
	return OK;
}

static enum status
step_alone(struct cli *c, const char *id, struct error *e)
{
	struct mark m;
	enum status status;

	if (work_mark(&c->work, &m, e) != OK)
		return e->status;
	status = step_one(c, id, e);
	if (status == OK)
		return work_keep(&c->work, e);
	if (status == BUSY || status == BROKEN)
		return status;
	cli_refuse(c, e);
	return work_undo(&c->work, &m, e);
}

/* The record that was named; two names of one are one. */
static enum status
find_one(struct cli *c, const char *typed, const char **ids, size_t *n,
    struct error *e)
{
	*ids = typed;
	if (c->command->act == NULL && record_named(&c->work,
	    c->command->record, typed, ids, e) != OK)
		return e->status;
	for (const char **before = ids - *n; before < ids; before++)
		if (strcmp(*before, *ids) == 0)
			return OK;
	++*n;
	return OK;
}

/* All are found first, for a step may change what a name leads to. */
static enum status
find_each(struct cli *c, const char **ids, size_t *n, struct error *e)
{
	for (size_t i = 0; i < c->nids; i++) {
		if (find_one(c, c->ids[i], &ids[*n], n, e) == OK)
			continue;
		if (!c->options.values.keep_going || e->status == BUSY ||
		    e->status == BROKEN)
			return e->status;
		cli_refuse(c, e);
	}
	return OK;
}

static enum status
step_each(struct work *w, void *arg, struct error *e)
{
	struct cli *c = arg;
	const char **ids = arena_alloc(w->arena, (c->nids + 1) *
	    sizeof(*ids));
	size_t n = 0;

	cli_begin(c);
	c->rec = arena_alloc(w->arena, c->command->record->table.size);
	if (find_each(c, ids, &n, e) != OK)
		return e->status;
	for (size_t i = 0; i < n; i++)
		if ((c->options.values.keep_going ? step_alone(c, ids[i], e) :
		    step_one(c, ids[i], e)) != OK)
			return e->status;
	return OK;
}

enum status
cli_step(struct cli *c, struct error *e)
{
	cli_digest(c, NULL);
	if (work_run(&c->work, step_each, c, e) != OK)
		return e->status;
	return cli_print(c, e);
}
