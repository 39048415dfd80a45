/* SPDX-License-Identifier: ISC */
/*
 * form.c: log-call on a terminal, with nothing said: what it was is asked.
 */
#include <signal.h>
#include <string.h>

#include "form.h"
#include "form-table.h"
#include "text.h"

enum { LINE_ROOM = 4096 };	/* a terminal gives no longer line */

/* ---- opening ---- */

static int
is_given(const struct form *f, const char *names)
{
	for (const struct field *o = call_table.fields; o->name != NULL; o++)
		if (field_among(names, o->name) && (o->type == T_FLAG ?
		    field_number(o, f->call) != 0 :
		    !field_absent(o, f->call)))
			return 1;
	return 0;
}

static void
greet(const struct form *f)
{
	fprintf(stderr, "%s    %s\n", f->cli->work.desk->greeting,
	    _("Enter=what is in [ ]  ?=choices  <=back  Ctrl-C=leave"));
}

/* What nobody could put right once all else is answered. */
static enum status
check_given(struct form *f, struct error *e)
{
	struct work *w = &f->cli->work;
	const struct call *c = f->call;
	const struct person *p;
	struct ticket t;
	const char *id;

	if (c->first_responder != NULL && person_need(w, c->first_responder,
	    &p, e) != OK)
		return e->status;
	if (c->accused != NULL) {
		if (person_need(w, c->accused, &p, e) != OK)
			return e->status;
		f->accused = p->login;
	}
	if (c->ticket == NULL)
		return OK;
	if (id_check(w->arena, w->office, c->ticket, &id, e) != OK)
		return e->status;
	return record_load(w, &ticket_record, id, &t, e);
}

/* As if it had been typed: what it leads to is shown. */
static enum status
take_given(struct form *f, struct error *e)
{
	static const size_t taken[] = { PHONE, ROOM, CATEGORY, TO };
	const struct call *c = f->call;

	for (size_t i = 0; i < sizeof(taken) / sizeof(*taken); i++) {
		const struct question *q = &form_questions[taken[i]];
		const char *text = table_text(&call_table, c, q->field);

		if (text != NULL && q->take(f, text, e) != OK)
			return e->status;
	}
	if (c->room == NULL || f->last.at != 0)
		return OK;
	if (likeness_last(&f->cli->work, NULL, c->room, &f->last, e) != OK)
		return e->status;
	form_show_last(f);
	return OK;
}

static enum status
begin(struct form *f, struct error *e)
{
	struct call *c = f->call;

	for (size_t i = 0; i < QUESTIONS; i++)
		if (is_given(f, form_questions[i].unless))
			f->given |= 1u << i;
	f->how = c->on_spot != NULL ? DONE : c->to != NULL ? HANDED :
	    c->callback_owed ? OWED : c->promise != 0 ? MINE : 0;
	f->kind = c->kind;
	f->caller = c->caller;
	if (c->at == 0)
		c->at = f->cli->work.now;
	greet(f);
	if (check_given(f, e) != OK)
		return e->status;
	return take_given(f, e);
}

enum status
form_open(struct cli *c, struct call *call, struct form **out,
    struct error *e)
{
	struct form *f = arena_alloc(c->arena, sizeof(*f));
	struct arena *own = c->work.arena;
	enum status status;

	f->cli = c;
	f->call = call;
	/* What it learns outlives a transaction that is refused. */
	c->work.arena = c->arena;
	status = begin(f, e);
	c->work.arena = own;
	*out = f;
	return status;
}

/* ---- asking ---- */

/* Whether there is any ticket to join; else it is a new one. */
static int
may_join(struct form *f)
{
	const struct call *c = f->call;
	struct error ignored;

	if (likeness_find(&f->cli->work, c->room, c->phone, f->category->code,
	    NULL, &f->likes, &ignored) == OK && f->likes.n > 0)
		return 1;
	form_questions[JOIN].take(f, "0", &ignored);
	return 0;
}

static int
is_wanted(struct form *f, size_t i)
{
	const struct question *q = &form_questions[i];
	const struct call *c = f->call;

	if (f->given & 1u << i || (i == NO_PHONE && c->phone != NULL) ||
	    (c->ticket != NULL && i > JOIN && i < RECORD))
		return 0;
	if (i == JOIN)
		return may_join(f);
	return q->how == 0 || (q->how & 1u << f->how) != 0;
}

/* What Enter takes: what was typed before, else what is usual. */
static const char *
usual(struct form *f, const char **shown)
{
	const struct question *q = &form_questions[f->at];
	const char *value = f->typed[f->at];

	*shown = NULL;
	if (value == NULL && q->usual != NULL)
		value = q->usual(f, shown);
	if (value != NULL && f->at == PHONE && !form_none(value))
		*shown = text_mask_phone(f->cli->work.arena, value);
	if (*shown == NULL)
		*shown = value;
	return value;
}

static void
prompt(struct form *f)
{
	const struct question *q = &form_questions[f->at];
	const char *shown;
	struct buf b = { 0 }, seen = { 0 };

	if (q->before != NULL)
		q->before(f);
	if (usual(f, &shown) != NULL)
		/* TRANSLATORS: what is asked, and what Enter takes. */
		buf_printf(&b, _("%s [%s]: "), _(q->prompt), shown);
	else
		/* TRANSLATORS: what is asked. */
		buf_printf(&b, _("%s: "), _(q->prompt));
	text_visible(b.text, 0, &seen);
	fputs(seen.text, stderr);
	buf_free(&seen);
	buf_free(&b);
}

static void
add(struct buf *parts, const char *part)
{
	buf_printf(parts, "%s%s", parts->len > 0 ? "  " : "", part);
}

static void
show_choices(struct form *f)
{
	const struct question *q = &form_questions[f->at];
	const struct desk *d = f->cli->work.desk;
	const struct roll *r = f->cli->work.roll;
	const struct field *o = q->field ? field_find(&call_table, q->field) :
	    NULL;
	struct buf b = { 0 };

	for (const struct word *v = o ? o->words : NULL; v && v->code; v++)
		add(&b, word_label(o->words, v->code));
	for (size_t i = 0; f->at == CATEGORY && i < d->ncategories; i++)
		add(&b, label_of(&d->categories[i].label));
	for (size_t i = 0; f->at == TO && i < r->npeople; i++)
		if (r->people[i].roles & ROLES_STAFF)
			add(&b, label_of(&r->people[i].name));
	for (size_t i = 0; f->at == TO && i < r->ndepartments; i++)
		add(&b, label_of(&r->departments[i].name));
	if (b.len == 0 && q->help != NULL)
		add(&b, _(q->help));
	if (b.len > 0)
		form_show(f, &b);
}

/* The answer taken; NULL: Enter. */
static enum status
take(struct form *f, const char *typed, struct error *e)
{
	const struct question *q = &form_questions[f->at];
	const char *shown, *value = typed ? typed : usual(f, &shown);

	if (value == NULL && q->may_lack)
		value = "-";
	if (value == NULL || (q->take == NULL && form_none(value)))
		return fail(e, MISUSED, NULL, _("this has to be answered"));
	if ((q->take != NULL ? q->take(f, value, e) : form_set(f, q->field,
	    value, e)) != OK)
		return e->status;
	/* What was numbered, and what is to be done with all, begin anew. */
	if (typed != NULL && f->at != JOIN && f->at != RECORD)
		f->typed[f->at] = f->at == PHONE && f->call->phone != NULL ?
		    f->call->phone : typed;
	f->taken[f->at] = value;
	f->asked[f->nasked++] = f->at++;
	return OK;
}

static enum status
ask(struct form *f, struct error *e)
{
	char line[LINE_ROOM];
	const char *typed;

	prompt(f);
	if (fgets(line, sizeof(line), stdin) == NULL) {
		fputc('\n', stderr);
		return fail(e, REFUSED, NULL, _("the form was left"));
	}
	line[strcspn(line, "\r\n")] = '\0';
	typed = text_blank(line) ? NULL : arena_copy(f->cli->arena, line);
	if (typed != NULL && text_same(typed, "?"))
		show_choices(f);
	else if (typed != NULL && text_same(typed, "<"))
		f->at = f->nasked > 0 ? f->asked[--f->nasked] : f->at;
	else if (take(f, typed, e) != OK) {
		if (e->status != REFUSED && e->status != MISUSED)
			return e->status;
		form_show_error(f, e);
		*e = (struct error){ .status = OK };
	}
	return OK;
}

static enum status
ask_all(struct form *f, struct error *e)
{
	while (f->at < QUESTIONS)
		if (!is_wanted(f, f->at))
			f->at++;
		else if (ask(f, e) != OK)
			return e->status;
	return !f->left ? OK : fail(e, REFUSED, NULL,
	    _("you did not confirm it"));
}

/* It only has to end the wait for a line. */
static void
interrupted(int signal_number)
{
	(void)signal_number;
}

enum status
form_fill(struct form *f, struct error *e)
{
	struct sigaction on = { .sa_handler = interrupted }, before;
	struct arena *own = f->cli->work.arena;
	enum status status;

	sigaction(SIGINT, &on, &before);
	f->cli->work.arena = f->cli->arena;
	status = ask_all(f, e);
	f->cli->work.arena = own;
	sigaction(SIGINT, &before, NULL);
	return status;
}

static int
was_asked(const struct form *f, size_t i)
{
	for (size_t k = 0; k < f->nasked; k++)
		if (f->asked[k] == i)
			return 1;
	return 0;
}

/* What was typed was checked one by one; what is left is what is to be done,
 * and with which ticket. */
int
form_again(struct form *f, const struct error *e)
{
	struct buf b = { 0 };

	if (e->status != REFUSED && e->status != MISUSED && e->status != BUSY)
		return 0;
	cli_message(f->cli, e, &b);
	cli_note(f->cli, b.text);
	buf_free(&b);
	f->at = e->status == BUSY ? RECORD : was_asked(f, HOW) ? HOW :
	    was_asked(f, JOIN) ? JOIN : CHANNEL;
	while (f->nasked > 0 && f->asked[f->nasked - 1] >= f->at)
		f->nasked--;
	return 1;
}

const char *
form_answers(const struct form *f)
{
	const char *all = "";

	for (size_t i = 0; i < f->nasked; i++)
		all = arena_printf(f->cli->arena, "%s\n%s", all,
		    f->taken[f->asked[i]]);
	return all;
}
