/* SPDX-License-Identifier: ISC */
/*
 * form-table.c: what the form of log-call asks, in order: of each question
 * what Enter takes, and what is done with an answer.
 */
#include <stdlib.h>
#include <string.h>

#include "form-table.h"
#include "estate.h"
#include "text.h"

/* ---- what Enter takes ---- */

static const char *
usual_channel(struct form *f, const char **shown)
{
	(void)f;
	*shown = word_label(word_channels, "call");
	return "call";
}

static const char *
usual_phone(struct form *f, const char **shown)
{
	(void)shown;
	return f->last.phone;
}

static const char *
usual_name(struct form *f, const char **shown)
{
	(void)shown;
	return f->last.name;
}

static const char *
usual_room(struct form *f, const char **shown)
{
	*shown = room_spoken(&f->cli->work, f->last.room);
	return f->last.room;
}

static const char *
usual_category(struct form *f, const char **shown)
{
	const struct desk *d = f->cli->work.desk;
	const struct category *c = likeness_category(&f->cli->work,
	    f->call->content);

	c = c != NULL ? c : category_find(d, "other");
	*shown = label_of(&c->label);
	return c->code;
}

static const char *
usual_join(struct form *f, const char **shown)
{
	(void)f;
	(void)shown;
	return "0";
}

static const char *
usual_how(struct form *f, const char **shown)
{
	(void)f;
	(void)shown;
	return "2";
}

/* Where the category routes it. */
static const char *
usual_to(struct form *f, const char **shown)
{
	struct work *w = &f->cli->work;
	struct ticket t = { .category = f->category->code,
		.accused = f->accused };
	const struct department *d;
	struct who who;

	ticket_route(w, &t, &who);
	d = department_find(w->roll, who.department);
	if (who.holder == NULL) {
		*shown = d != NULL ? label_of(&d->name) : who.department;
		return arena_printf(w->arena, "dept:%s", who.department);
	}
	*shown = holder_full(w, who.holder);
	return strncmp(who.holder, "firm:", 5) == 0 ? who.holder :
	    arena_printf(w->arena, "staff:%s", who.holder);
}

/* By when a handler takes it on: so soon can somebody be there. */
static const char *
usual_promise(struct form *f, const char **shown)
{
	struct work *w = &f->cli->work;
	char when[CLOCK_ROOM];

	*shown = arena_copy(w->arena, form_by(f, "accept", when));
	return arena_copy(w->arena, clock_iso(w->now + owed_limit(w->desk,
	    owed_find(ticket_owes, "accept")), when));
}

static const char *
usual_record(struct form *f, const char **shown)
{
	(void)f;
	*shown = "Y/n";
	return "y";
}

/* ---- what is done with an answer ---- */

int
form_none(const char *typed)
{
	return text_same(typed, "-");
}

enum status
form_set(struct form *f, const char *field, const char *typed, struct error *e)
{
	struct work *w = &f->cli->work;

	return field_set(field_find(&call_table, field), f->call, typed,
	    strlen(typed), w->now, w->arena, e);
}

static enum status
take_phone(struct form *f, const char *typed, struct error *e)
{
	struct work *w = &f->cli->work;

	f->call->phone = f->call->no_phone = NULL;
	if (form_none(typed))
		return OK;
	if (text_phone(w->arena, typed, &f->call->phone, e) != OK)
		return e->status;
	if (f->last.phone != NULL && strcmp(f->last.phone, f->call->phone) ==
	    0)
		return OK;	/* shown already */
	if (likeness_last(w, f->call->phone, NULL, &f->last, e) != OK)
		return e->status;
	form_show_last(f);
	return OK;
}

/* Who it was last time is still owner or tenant. */
static enum status
take_name(struct form *f, const char *typed, struct error *e)
{
	struct call *c = f->call;

	c->name = NULL;
	c->anonymous = form_none(typed);
	if (!c->anonymous && form_set(f, "name", typed, e) != OK)
		return e->status;
	c->caller = f->caller != 0 ? f->caller : c->name != NULL &&
	    f->last.name != NULL && strcmp(c->name, f->last.name) == 0 ?
	    f->last.caller : 0;
	return OK;
}

static enum status
take_room(struct form *f, const char *typed, struct error *e)
{
	f->call->room = NULL;
	return form_none(typed) ? OK :
	    room_need(&f->cli->work, typed, &f->call->room, e);
}

static enum status
take_category(struct form *f, const char *typed, struct error *e)
{
	struct buf b = { 0 };

	if (category_need(&f->cli->work, typed, &f->category, e) != OK)
		return e->status;
	f->call->category = f->category->code;
	if (f->category->hint == NULL)
		return OK;
	buf_printf(&b, _("Procedure: %s"), f->category->hint);
	form_show(f, &b);
	return OK;
}

/* A number of those listed, from 0 or 1 on. */
static enum status
take_number(const char *typed, size_t least, size_t most, size_t *out,
    struct error *e)
{
	struct buf plain = { 0 };
	char *end;

	text_fold(typed, &plain);
	*out = strtoul(plain.text, &end, 10);
	typed = *end == '\0' && end > plain.text ? typed : NULL;
	buf_free(&plain);
	if (typed != NULL && *out >= least && *out <= most)
		return OK;
	return fail(e, MISUSED, NULL, _("a number from %zu to %zu is wanted"),
	    least, most);
}

static void
undo_how(struct call *c)
{
	c->on_spot = c->to = c->tried = NULL;
	c->promise = 0;
	c->callback_owed = 0;
}

/* A ticket that is there keeps its own kind, category and handling. */
static enum status
take_join(struct form *f, const char *typed, struct error *e)
{
	size_t n;

	if (take_number(typed, 0, f->likes.n, &n, e) != OK)
		return e->status;
	f->call->ticket = n > 0 ? f->likes.list[n - 1].id : NULL;
	f->call->category = n > 0 ? NULL : f->category->code;
	f->call->kind = n > 0 ? 0 : f->kind;
	if (n > 0)
		undo_how(f->call);
	return OK;
}

static enum status
take_how(struct form *f, const char *typed, struct error *e)
{
	size_t n;

	if (take_number(typed, DONE, OWED, &n, e) != OK)
		return e->status;
	f->how = (int)n;
	undo_how(f->call);
	f->call->callback_owed = f->how == OWED;
	return OK;
}

static enum status
take_to(struct form *f, const char *typed, struct error *e)
{
	struct work *w = &f->cli->work;

	f->call->to = typed;
	return who_need(w, typed, f->category != NULL ?
	    f->category->department : NULL, &f->who, e);
}

static enum status
take_promise(struct form *f, const char *typed, struct error *e)
{
	f->call->promise = 0;
	if (!form_none(typed))
		return form_set(f, "promise", typed, e);
	return f->how != MINE ? OK : fail(e, MISUSED, "F4.6",
	    _("who does it himself tells by when"));
}

static enum status
take_record(struct form *f, const char *typed, struct error *e)
{
	f->left = text_same(typed, "n");
	return f->left || text_same(typed, "y") ? OK :
	    fail(e, MISUSED, NULL, _("y or n is wanted"));
}

#define HOWS(a, b) (1u << (a) | 1u << (b))

const struct question form_questions[QUESTIONS] = {
	[CHANNEL] = { N_("Channel"), "channel", "channel", usual_channel,
	    .help = NULL },
	[PHONE] = { N_("Telephone"), "phone", "phone no_phone", usual_phone,
	    take_phone, .may_lack = 1, .help = N_("- if they give none") },
	[NO_PHONE] = { N_("Why there is no number"), "no_phone",
	    "phone no_phone", .help = N_("what they said (F4.5)") },
	[NAME] = { N_("Name"), "name", "name anonymous", usual_name,
	    take_name, .help = N_("- if they give none") },
	[ROOM] = { N_("Room"), "room", "room", usual_room, take_room,
	    .may_lack = 1, .help = N_("3-2-501, or a place; - if it is about "
	    "none") },
	[CONTENT] = { N_("What is it about"), "content", "content",
	    .help = N_("what they said, in their words") },
	[CATEGORY] = { N_("Category"), "category", "category ticket",
	    usual_category, take_category, .help = NULL },
	[JOIN] = { N_("Join which, 0 = new"), "ticket", "ticket accused to "
	    "on_spot promise callback_owed cause utility", usual_join,
	    take_join, form_show_likes, .help = N_("the number before it") },
	[HOW] = { N_("What now  1 done on the spot  2 hand over  3 I do it  "
	    "4 reply owed"), NULL, "ticket to on_spot promise callback_owed",
	    usual_how, take_how, .help = N_("2: somebody else does it;  3: you "
	    "do it, and tell by when;  4: nobody could be reached (F4.8)") },
	[ON_SPOT] = { N_("What was done"), "on_spot", "on_spot",
	    .how = 1u << DONE, .help = N_("all of it, for others to read") },
	[TO] = { N_("To whom"), "to", "to", usual_to, take_to,
	    .how = 1u << HANDED },
	[PROMISE] = { N_("By when, as the resident was told"), "promise",
	    "promise", usual_promise, take_promise,
	    .how = HOWS(HANDED, MINE), .may_lack = 1, .help = N_("10:30, "
	    "tomorrow 9:00, +2h; - if no time was told") },
	[TRIED] = { N_("Whom you tried to reach"), "tried", "tried",
	    .how = 1u << OWED, .help = N_("a name, or a department") },
	[RECORD] = { N_("Record it"), NULL, "", usual_record, take_record,
	    form_show_sentence, .help = N_("y records it, n nothing;  < to "
	    "change it") },
};
