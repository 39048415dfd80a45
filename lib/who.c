/* SPDX-License-Identifier: ISC */
/*
 * who.c: whom a thing can be handed to, and who is in charge.
 */
#include <string.h>
#include <time.h>

#include "called.h"
#include "text.h"
#include "who.h"

/* A firm by itself, or with the name of its man behind a slash. */
static enum status
firm_need(struct work *w, const char *typed, const struct firm **out,
    struct error *e)
{
	const struct firms *f;
	char *name = arena_copy(w->arena, typed), *slash = strchr(name, '/');
	struct called l;
	size_t i;

	if (work_firms(w, &f, e) != OK)
		return e->status;
	if (slash != NULL)
		*slash = '\0';
	l = called_new(w->arena, f->nfirms);
	for (i = 0; i < f->nfirms; i++)
		l.v[l.n++] = (struct named){ f->firms[i].code,
			&f->firms[i].name, NULL, f->firms[i].also };
	if (called_find(w->arena, &l, name, &i, e) != OK)
		return e->status;
	*out = &f->firms[i];
	if (slash == NULL || ((*out)->person != NULL &&
	    text_same((*out)->person, slash + 1)))
		return OK;
	return fail(e, REFUSED, NULL, _("%s has nobody called \"%s\""),
	    label_of(&(*out)->name), slash + 1);
}

static void
hand_to(const struct work *w, const char *login, struct who *who)
{
	const struct person *p = person_find(w->roll, login);

	who->holder = login;
	who->department = p != NULL ? p->department : w->desk->centre;
}

static enum status
hand_to_firm(struct work *w, const char *typed, const char *department,
    struct who *who, struct error *e)
{
	const struct firm *f;

	if (firm_need(w, typed, &f, e) != OK)
		return e->status;
	who->holder = arena_printf(w->arena, "firm:%s", f->code);
	who->department = department != NULL ? department : w->desk->centre;
	return OK;
}

/* Words that stand for whoever it is now. */
static int
by_word(const struct work *w, const char *typed, const char *department,
    struct who *who)
{
	if (text_same(typed, "head") || text_same(typed, "部门负责人"))
		hand_to(w, head_of(w, department), who);
	else if (text_same(typed, "duty") || text_same(typed, "值班领导"))
		hand_to(w, leader_at(w, w->now), who);
	else
		return 0;
	return 1;
}

enum status
who_need(struct work *w, const char *typed, const char *department,
    struct who *who, struct error *e)
{
	const struct person *p;
	const struct department *d;
	struct error tried;

	if (by_word(w, typed, department, who))
		return OK;
	if (called_after(typed, "firm:") != NULL)
		return hand_to_firm(w, called_after(typed, "firm:"), department, who,
		    e);
	if (called_after(typed, "dept:") == NULL) {
		if (person_need(w, typed, &p, e) == OK) {
			hand_to(w, p->login, who);
			return OK;
		}
		if (called_after(typed, "staff:") != NULL)
			return e->status;
	}
	if (department_need(w, typed, &d, &tried) == OK) {
		who->holder = NULL;
		who->department = d->code;
		return OK;
	}
	if (called_after(typed, "dept:") != NULL) {
		*e = tried;
		return e->status;
	}
	if (hand_to_firm(w, typed, department, who, &tried) == OK)
		return OK;
	if (tried.status != REFUSED)
		*e = tried;
	return e->status;
}

static const char *
firm_label(struct work *w, const char *holder)
{
	const char *code = called_after(holder, "firm:");
	const struct firms *f;
	struct error ignored;

	if (code == NULL || work_firms(w, &f, &ignored) != OK)
		return holder;
	for (size_t i = 0; i < f->nfirms; i++)
		if (strcmp(f->firms[i].code, code) == 0)
			return label_of(&f->firms[i].name);
	return holder;
}

const char *
holder_name(struct work *w, const char *holder)
{
	const struct person *p = person_find(w->roll, holder);

	if (holder == NULL)
		return "";
	return p != NULL ? label_of(&p->brief) : firm_label(w, holder);
}

const char *
holder_full(struct work *w, const char *holder)
{
	const struct person *p = person_find(w->roll, holder);

	if (holder == NULL)
		return "";
	return p != NULL ? label_of(&p->name) : firm_label(w, holder);
}

const char *
head_of(const struct work *w, const char *department)
{
	const struct department *d = department_find(w->roll, department);

	if (d == NULL || d->head == NULL)
		d = department_find(w->roll, w->desk->centre);
	return d != NULL && d->head != NULL ? d->head : w->desk->manager;
}

static int
in_shift(const struct shift *s, int64_t at)
{
	int64_t since = at - clock_midnight(at, 0);
	time_t seconds = (time_t)(at / SECOND);
	unsigned today, yesterday;
	struct tm tm;

	localtime_r(&seconds, &tm);
	today = 1u << (tm.tm_wday + 6) % 7;	/* bit 0 is Monday */
	yesterday = 1u << (tm.tm_wday + 5) % 7;
	if (s->from < s->to)
		return (s->days & today) && since >= s->from && since < s->to;
	return ((s->days & today) && since >= s->from) ||
	    ((s->days & yesterday) && since < s->to);
}

const char *
leader_at(const struct work *w, int64_t at)
{
	for (size_t i = 0; i < w->roll->nshifts; i++)
		if (w->roll->roster[i].leader != NULL &&
		    in_shift(&w->roll->roster[i], at))
			return w->roll->roster[i].leader;
	return w->desk->manager;
}

int
on_duty(const struct roll *r, const char *login, int64_t at)
{
	for (size_t i = 0; i < r->nshifts; i++) {
		const struct shift *s = &r->roster[i];

		if (!in_shift(s, at))
			continue;
		if (s->leader != NULL && strcmp(s->leader, login) == 0)
			return 1;
		for (const char *const *p = s->staff; p && *p != NULL; p++)
			if (strcmp(*p, login) == 0)
				return 1;
	}
	return 0;
}

unsigned
role_bit(const char *role)
{
	int i = word_index(word_roles, role);

	return i < 0 ? 0 : 1u << i;
}
