/* SPDX-License-Identifier: ISC */
/*
 * replay.c: whether the records follow from the journal.
 */
#include <stdlib.h>
#include <string.h>

#include "intake.h"
#include "replay.h"
#include "row.h"

struct playing {
	struct work *w;
	const struct record *r;
	struct intake *in;
	struct arena *arena;	/* of the record being put together */
	void *built;
	const char *id;		/* of it; NULL before the first */
	int erased;
	const struct table *left;	/* what its steps leave rows of */
	int64_t nleft;
	struct replay *out;
};

static void
blame(struct playing *p, const char *why)
{
	p->out->bad = arena_copy(p->w->config, p->id);
	p->out->why = why;
}

static const char *
differs(struct playing *p, const char *name)
{
	return arena_printf(p->w->config, _("\"%s\" is not what its events "
	    "say"), name);
}

static enum status
put(struct playing *p, const struct field *f, void *rec, const char *value,
    struct error *e)
{
	if (f->type == T_TEXT || f->type == T_WORD)
		return field_put_text(f, rec, arena_copy(p->arena, value), e);
	field_put_number(f, rec, value == NULL,
	    value ? strtoll(value, NULL, 10) : 0);
	return OK;
}

/* The key of a row that a step left: office, record, and its number. */
static void
put_key(struct playing *p, const struct table *t, const void *said, void *row)
{
	const char *texts[] = { p->w->office, p->id };
	struct error ignored;
	int n = 0;

	for (const struct field *f = t->fields; f->name != NULL; f++)
		if (f->flags & F_KEY && f->type == T_TEXT && n < 2)
			field_put_text(f, row, texts[n++], &ignored);
		else if (f->flags & F_KEY)
			field_put_number(f, row, 0, field_number(f, said));
}

/* Compare what the journal noted with the row that the step left. */
static enum status
compare_left(struct playing *p, const struct step *s, struct error *e)
{
	const struct table *t = s->leaves;
	void *said = arena_alloc(p->arena, t->size);
	void *row = arena_alloc(p->arena, t->size);
	const struct field *f;
	size_t len;
	int found;

	for (size_t i = 0; i < intake_count(p->in); i++)
		if (field_among(s->notes, intake_name(p->in, i)) &&
		    (f = field_find(t, intake_name(p->in, i))) != NULL &&
		    put(p, f, said, intake_value(p->in, i, &len), e) != OK)
			return e->status;
	put_key(p, t, said, row);
	if (row_load(p->w->store, t, p->arena, row, &found, e) != OK)
		return e->status;
	if (!found)
		blame(p, arena_printf(p->w->config, _("a row of \"%s\" is "
		    "missing"), t->name));
	for (f = t->fields; found && f->name != NULL; f++)
		if (field_among(s->notes, f->name) &&
		    !field_same(f, row, said))
			blame(p, differs(p, f->name));
	return OK;
}

/* The members an event's body gives. */
static enum status
apply(struct playing *p, const struct step *s, const char *body,
    struct error *e)
{
	const struct field *f;
	size_t len;

	if (intake_object(p->in, body, e) != OK)
		return e->status;
	for (size_t i = 0; i < intake_count(p->in); i++)
		if ((f = field_find(&p->r->table, intake_name(p->in, i))) !=
		    NULL && put(p, f, p->built, intake_value(p->in, i, &len),
		    e) != OK)
			return e->status;
	return s == NULL || s->leaves == NULL ? OK : compare_left(p, s, e);
}

/* Compare what was built with the row. */
static enum status
settle(struct playing *p, struct error *e)
{
	void *row = arena_alloc(p->arena, p->r->table.size);
	struct base *base = row;
	int found;

	if (p->id == NULL)
		return OK;
	p->out->records++;
	base->office = p->w->office;
	base->id = p->id;
	if (row_load(p->w->store, &p->r->table, p->arena, row, &found, e) !=
	    OK)
		return e->status;
	if (!found) {
		blame(p, _("its row is missing"));
		return OK;
	}
	for (const struct field *f = p->r->table.fields; f->name != NULL; f++)
		if (!p->erased && !(f->flags & F_KEY) &&
		    strcmp(f->name, "rev") != 0 &&
		    !field_same(f, row, p->built)) {
			blame(p, differs(p, f->name));
			return OK;
		}
	return OK;
}

static enum status
begin(struct playing *p, const char *id, struct error *e)
{
	if (p->id != NULL && strcmp(p->id, id) == 0)
		return OK;
	if (settle(p, e) != OK)
		return e->status;
	if (p->out->bad != NULL)
		return OK;
	arena_reset(p->arena);
	p->built = arena_alloc(p->arena, p->r->table.size);
	p->id = arena_copy(p->arena, id);
	p->erased = 0;
	return OK;
}

static enum status
play(struct playing *p, struct error *e)
{
	static const char sql[] = "SELECT v.record, v.step, b.body FROM event v "
	    "LEFT JOIN event_body b ON b.office = v.office AND b.seq = v.seq "
	    "WHERE v.office = $1 AND v.record >= $2 AND v.record < $3 "
	    "ORDER BY v.record, v.seq";
	const char from[] = { p->r->letter, '\0' };
	const char to[] = { (char)(p->r->letter + 1), '\0' };
	const struct step *s;
	struct query *q;
	int row;

	if (store_walk(p->w->store, sql, sql, VALUES(v_text(p->w->office),
	    v_text(from), v_text(to)), &q, e) != OK)
		return e->status;
	while (query_next(q, &row, e) == OK && row && p->out->bad == NULL) {
		if (begin(p, query_text(q, 0), e) != OK ||
		    p->out->bad != NULL)
			break;
		s = step_find(p->r, query_text(q, 1));
		if (s != NULL && s->leaves != NULL) {
			p->left = s->leaves;
			p->nleft++;
		}
		if (query_absent(q, 2))
			p->erased = 1;
		else if (s != NULL && apply(p, s, query_text(q, 2), e) != OK)
			break;
	}
	if (row)
		query_end(q);
	if (e->status != OK || p->out->bad != NULL)
		return e->status;
	return settle(p, e);
}

/* A row that no event made. */
static enum status
count_rows(struct playing *p, const char *table, int64_t known,
    struct error *e)
{
	const char *sql = arena_printf(p->w->config,
	    "SELECT count(*) FROM %s WHERE office = $1", table);
	int64_t rows = 0;

	if (store_number(p->w->store, sql, VALUES(v_text(p->w->office)),
	    &rows, e) != OK)
		return e->status;
	if (p->out->bad != NULL || rows == known)
		return OK;
	p->out->bad = table;
	p->out->why = _("there are more rows than the journal knows");
	return OK;
}

enum status
replay_check(struct work *w, const struct record *r, struct replay *out,
    struct error *e)
{
	struct playing p = { .w = w, .r = r, .out = out,
		.arena = arena_new() };

	*out = (struct replay){ 0 };
	e->status = OK;
	p.in = intake_open(NULL, INTAKE_JSON, "event");
	if (play(&p, e) == OK && count_rows(&p, r->table.name, out->records,
	    e) == OK && p.left != NULL)
		count_rows(&p, p.left->name, p.nleft, e);
	intake_close(p.in);
	arena_free(p.arena);
	return e->status;
}
