/* SPDX-License-Identifier: ISC */
/*
 * step.c: taking a step, the same way for every record.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "event.h"
#include "row.h"
#include "step.h"
#include "text.h"
#include "who.h"

/* One step being taken. */
struct taking {
	struct work *w;
	const struct record *r;
	const struct step *s;
	void *rec, *input;
	const struct table *inputs;
	const void *before;	/* rec as it was */
	int64_t at;
};

const struct step *
step_find(const struct record *r, const char *name)
{
	for (const struct step *s = r->steps; s->name != NULL; s++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

void
roles_shown(unsigned roles, struct buf *out)
{
	const char *between = "";

	for (int i = 0; word_roles[i].code != NULL; i++)
		if (roles & 1u << i) {
			buf_printf(out, "%s%s", between,
			    word_label(word_roles, word_roles[i].code));
			between = _(", ");
		}
}

void
steps_allowed(const struct record *r, int state, struct buf *out)
{
	const char *between = "";

	for (const struct step *s = r->steps; s->name != NULL; s++) {
		if (!(s->from & STATE(state)) || s->takes == NULL)
			continue;
		buf_puts(out, between);
		between = " ";
		if (s->command != NULL)
			buf_puts(out, s->command);
		else
			for (const char *p = s->name; *p != '\0'; p++)
				buf_putc(out, *p == '_' ? '-' : *p);
	}
}

enum status
record_named(struct work *w, const struct record *r, const char *typed,
    const char **id, struct error *e)
{
	enum status status = id_check(w->arena, w->office, typed, id, e);

	if (status != MISUSED || r->called == NULL)
		return status;
	return r->called(w, typed, id, e);
}

enum status
record_load(struct work *w, const struct record *r, const char *id,
    void *rec, struct error *e)
{
	struct base *base = rec;
	int found;

	if (id[0] != r->letter) {
		fail(e, REFUSED, NULL, _("%s is no %s"), id, _(r->noun));
		return advise(e, _("Ids of this kind begin with %c"),
		    r->letter);
	}
	memset(rec, 0, r->table.size);
	base->office = w->office;
	base->id = id;
	if (row_load(w->store, &r->table, w->arena, rec, &found, e) != OK)
		return e->status;
	if (found)
		return OK;
	return fail(e, REFUSED, NULL, _("there is no %s %s"), _(r->noun),
	    id_told(w, id));
}

enum status
step_may(struct work *w, const struct record *r, const struct step *s,
    const void *rec, struct error *e)
{
	const char *department = table_text(&r->table, rec, "department");
	struct buf roles = { 0 };

	if (w->roles & s->roles)
		return OK;
	roles_shown(s->roles, &roles);
	fail(e, FORBIDDEN, s->clause, _("only these may: %s"), roles.text);
	buf_free(&roles);
	return advise(e, _("Ask %s"), holder_name(w, head_of(w, department)));
}

static enum status
check_state(struct taking *t, struct error *e)
{
	const struct base *base = t->rec;
	struct buf states = { 0 }, can = { 0 };

	if (t->s->from == 0 || t->s->from & STATE(base->state))
		return OK;
	for (int i = 0; t->r->states[i].code != NULL; i++)
		if (t->s->from & STATE(i + 1))
			buf_printf(&states, "%s%s", states.len ? _(", ") : "",
			    word_label(t->r->states, t->r->states[i].code));
	steps_allowed(t->r, base->state, &can);
	fail(e, REFUSED, t->s->clause, _("%s is %s; this is for those that "
	    "are: %s"), base->id, word_label(t->r->states,
	    t->r->states[base->state - 1].code), states.text);
	if (can.len > 0)
		advise(e, _("What can be done: %s. The whole story: show %s"),
		    can.text, base->id);
	else
		advise(e, _("The whole story: show %s"), base->id);
	buf_free(&states);
	buf_free(&can);
	return e->status;
}

static enum status
check_needs(struct taking *t, struct error *e)
{
	for (const struct field *f = t->inputs->fields;
	    f != NULL && f->name != NULL; f++) {
		if (!field_among(t->s->needs, f->name) || (f->type == T_TEXT ?
		    !text_blank(field_text(f, t->input)) :
		    !field_absent(f, t->input)))
			continue;
		if (f->lack == NULL)
			return fail(e, REFUSED, t->s->clause,
			    _("%s is missing"), f->name);
		fail(e, REFUSED, t->s->clause, "%s", _(f->lack));
		advise(e, _("Add --%s %s"), f->name, _(f->arg));
		for (char *p = e->advice; (p = strchr(p, '_')) != NULL; )
			*p = '-';
		return e->status;
	}
	return OK;
}

static void
put_member(struct buf *out, const struct field *f, const void *rec)
{
	buf_putc(out, out->len > 1 ? ',' : '{');
	json_quote(out, f->name);
	buf_putc(out, ':');
	if (field_absent(f, rec))
		buf_puts(out, "null");
	else if (field_text(f, rec) != NULL)
		json_quote(out, field_text(f, rec));
	else
		buf_printf(out, "%" PRId64, field_number(f, rec));
}

/* Whether the journal keeps an input under its own name. */
static int
is_kept(const struct taking *t, const struct field *f)
{
	if (f->flags & F_WAY || field_absent(f, t->input) ||
	    field_find(&t->r->table, f->name) != NULL)
		return 0;
	return field_among(t->s->takes, f->name) ||
	    field_among(t->s->notes, f->name);
}

/* What changed, and what was said: the body of the event. */
static char *
body_of(const struct taking *t)
{
	struct buf out = { 0 };
	char *body;

	for (const struct field *f = t->r->table.fields; f->name; f++)
		if (!(f->flags & F_KEY) && strcmp(f->name, "rev") != 0 &&
		    !field_same(f, t->before, t->rec))
			put_member(&out, f, t->rec);
	for (const struct field *f = t->inputs->fields;
	    t->input != NULL && f != NULL && f->name != NULL; f++)
		if (is_kept(t, f))
			put_member(&out, f, t->input);
	buf_puts(&out, out.len > 0 ? "}" : "{}");
	body = arena_copy(t->w->arena, out.text);
	buf_free(&out);
	return body;
}

/* Who owes a kind of deadline of this record. */
static const char *
holder_of(struct work *w, const struct record *r, const void *rec,
    const struct owed *o)
{
	const char *holder;

	if (strcmp(o->holder, "head") == 0)
		return head_of(w, table_text(&r->table, rec, "department"));
	holder = table_text(&r->table, rec, o->holder);
	return holder != NULL ? holder :
	    table_text(&r->table, rec, "first_responder");
}

struct debt
step_debt(struct work *w, const struct record *r, const void *rec,
    const char *kind)
{
	const struct owed *owed = owed_find(r->owes, kind);

	return (struct debt){ .owed = owed,
		.record = ((const struct base *)rec)->id,
		.holder = holder_of(w, r, rec, owed),
		.department = table_text(&r->table, rec, "department"),
		.first_responder = table_text(&r->table, rec,
		    "first_responder") };
}

enum status
step_owe(struct work *w, const struct record *r, const void *rec,
    const char *kind, const char *clause, int64_t from, int64_t due,
    struct error *e)
{
	struct debt b = step_debt(w, r, rec, kind);

	b.clause = clause;
	b.from = from;
	b.due = due;
	return deadline_open(w, &b, e);
}

static enum status
end_deadlines(struct taking *t, struct error *e)
{
	const char *id = ((struct base *)t->rec)->id;

	for (const struct owed *o = t->r->owes; o && o->kind != NULL; o++) {
		if (field_among(t->s->meets, o->kind) && deadline_end(t->w,
		    id, o->kind, NULL, "met", t->w->now, e) != OK)
			return e->status;
		if (field_among(t->s->voids, o->kind) && deadline_end(t->w,
		    id, o->kind, NULL, "void", t->w->now, e) != OK)
			return e->status;
	}
	return OK;
}

static enum status
open_deadlines(struct taking *t, struct error *e)
{
	for (const struct owed *o = t->r->owes; o && o->kind != NULL; o++)
		if (field_among(t->s->opens, o->kind) && step_owe(t->w, t->r,
		    t->rec, o->kind, NULL, t->at, 0, e) != OK)
			return e->status;
	return OK;
}

static int
changed(const struct taking *t, const char *name)
{
	const struct field *f = field_find(&t->r->table, name);

	return f != NULL && !field_same(f, t->before, t->rec);
}

/* Whoever holds the record now owes what its handler owes, and its
 * department's head hears of it; what a head owes, or whom a rule named, stays
 * with him. */
static enum status
pass_deadlines(struct taking *t, struct error *e)
{
	if (t->s->from == 0 || (!changed(t, "handler") &&
	    !changed(t, "department")))
		return OK;
	for (const struct owed *o = t->r->owes; o && o->kind != NULL; o++)
		if (o->holder != NULL && strcmp(o->holder, "head") != 0 &&
		    deadline_pass(t->w, ((struct base *)t->rec)->id, o->kind,
		    holder_of(t->w, t->r, t->rec, o),
		    table_text(&t->r->table, t->rec, "department"), e) != OK)
			return e->status;
	return OK;
}

static enum status
write_row(struct taking *t, struct error *e)
{
	struct base *base = t->rec;
	int done = 1;

	if (t->s->from != 0) {
		base->rev++;
		if (row_update(t->w->store, &t->r->table, t->rec, &done,
		    e) != OK)
			return e->status;
		if (done)
			return OK;
		return fail(e, BUSY, NULL, _("somebody was first with %s"),
		    base->id);
	}
	base->office = t->w->office;
	base->rev = 1;
	if (work_id(t->w, t->r->letter, t->at, &base->id, e) != OK)
		return e->status;
	return row_insert(t->w->store, &t->r->table, t->rec, e);
}

static enum status
write_down(struct taking *t, struct error *e)
{
	if (pass_deadlines(t, e) != OK || open_deadlines(t, e) != OK)
		return e->status;
	if (event_add(t->w, ((struct base *)t->rec)->id, t->s->name,
	    t->s->clause, t->at, body_of(t), e) != OK)
		return e->status;
	if (t->s->tell != NULL && t->s->tell(t->w, t->rec, t->input, e) != OK)
		return e->status;
	return !t->s->spreads ? OK :
	    t->r->spread(t->w, t->s, t->rec, t->input, e);
}

enum status
step_take(struct work *w, const struct record *r, const struct step *s,
    void *rec, const struct table *inputs, void *input, int64_t at,
    struct error *e)
{
	struct taking t = { w, r, s, rec, input,
		inputs ? inputs : &r->inputs, NULL, at };
	struct base *base = rec;
	void *before = arena_alloc(w->arena, r->table.size);

	if (s->from != 0)
		memcpy(before, rec, r->table.size);
	t.before = before;
	if (step_may(w, r, s, rec, e) != OK)
		return e->status;
	if (s->person != NULL && s->person(w, rec, input, e) != OK)
		return e->status;
	if (check_state(&t, e) != OK || check_needs(&t, e) != OK)
		return e->status;
	if (s->to != STAY)
		base->state = s->to;
	if (s->from == 0 && write_row(&t, e) != OK)
		return e->status;
	/* Before the rule, which may open the next of the same kind. */
	if (end_deadlines(&t, e) != OK)
		return e->status;
	if (s->rule != NULL && s->rule(w, rec, input, e) != OK)
		return e->status;
	if (s->from != 0 && write_row(&t, e) != OK)
		return e->status;
	return write_down(&t, e);
}

enum status
step_by_id(struct work *w, const struct record *r, const char *name,
    const char *id, void *rec, void *input, struct error *e)
{
	const struct step *s = step_find(r, name);

	if (record_load(w, r, id, rec, e) != OK)
		return e->status;
	if (s == NULL)
		return fail(e, BROKEN, NULL, _("there is no %s %s"), "step",
		    name);
	return step_take(w, r, s, rec, NULL, input,
	    w->now, e);
}
