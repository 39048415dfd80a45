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
	struct replay *out;
};

/* The members an event's body gives. */
static enum status
apply(struct playing *p, const char *body, struct error *e)
{
	size_t len;

	if (intake_object(p->in, body, e) != OK)
		return e->status;
	for (size_t i = 0; i < intake_count(p->in); i++) {
		const struct field *f = field_find(&p->r->table,
		    intake_name(p->in, i));
		const char *v = intake_value(p->in, i, &len);

		if (f == NULL)
			continue;
		if (f->type == T_TEXT || f->type == T_WORD) {
			if (field_put_text(f, p->built,
			    arena_copy(p->arena, v), e) != OK)
				return e->status;
		} else
			field_put_number(f, p->built, v == NULL,
			    v ? strtoll(v, NULL, 10) : 0);
	}
	return OK;
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
		p->out->bad = arena_copy(p->w->config, p->id);
		p->out->why = _("its row is missing");
		return OK;
	}
	for (const struct field *f = p->r->table.fields; f->name != NULL; f++)
		if (!p->erased && !(f->flags & F_KEY) &&
		    strcmp(f->name, "rev") != 0 &&
		    !field_same(f, row, p->built)) {
			p->out->bad = arena_copy(p->w->config, p->id);
			p->out->why = arena_printf(p->w->config,
			    _("\"%s\" is not what its events say"), f->name);
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
	static const char sql[] = "SELECT v.record, b.body FROM event v "
	    "LEFT JOIN event_body b ON b.office = v.office AND b.seq = v.seq "
	    "WHERE v.office = $1 AND v.record >= $2 AND v.record < $3 "
	    "ORDER BY v.record, v.seq";
	const char from[] = { p->r->letter, '\0' };
	const char to[] = { (char)(p->r->letter + 1), '\0' };
	struct query *q;
	int row;

	if (store_query(p->w->store, sql, sql, VALUES(v_text(p->w->office),
	    v_text(from), v_text(to)), &q, e) != OK)
		return e->status;
	while (query_next(q, &row, e) == OK && row && p->out->bad == NULL) {
		if (begin(p, query_text(q, 0), e) != OK ||
		    p->out->bad != NULL)
			break;
		if (query_absent(q, 1))
			p->erased = 1;
		else if (apply(p, query_text(q, 1), e) != OK)
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
count_rows(struct playing *p, struct error *e)
{
	const char *sql = arena_printf(p->w->config,
	    "SELECT count(*) FROM %s WHERE office = $1", p->r->table.name);
	int64_t rows = 0;

	if (store_number(p->w->store, sql, VALUES(v_text(p->w->office)),
	    &rows, e) != OK)
		return e->status;
	if (p->out->bad != NULL || rows == p->out->records)
		return OK;
	p->out->bad = p->r->table.name;
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
	if (play(&p, e) == OK)
		count_rows(&p, e);
	intake_close(p.in);
	arena_free(p.arena);
	return e->status;
}
