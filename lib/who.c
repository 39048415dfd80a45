/* SPDX-License-Identifier: ISC */
/*
 * who.c: whom a thing can be handed to, and who is in charge.
 */
#include <string.h>
#include <time.h>

#include "called.h"
#include "text.h"
#include "who.h"

static enum status
firms_called(struct work *w, struct called *l, struct error *e)
{
	const struct firms *f;

	if (work_firms(w, &f, e) != OK)
		return e->status;
	*l = called_new(w->arena, f->nfirms);
	for (size_t i = 0; i < f->nfirms; i++)
		l->v[l->n++] = (struct named){ f->firms[i].code,
			&f->firms[i].name, &f->firms[i].brief,
			f->firms[i].also };
	return OK;
}

/* A firm by itself, or with the name of its man behind a slash. */
static enum status
firm_need(struct work *w, const char *typed, const struct firm **out,
    struct error *e)
{
	char *name = arena_copy(w->arena, typed), *slash = strchr(name, '/');
	struct called l;
	size_t i;

	if (firms_called(w, &l, e) != OK)
		return e->status;
	if (slash != NULL)
		*slash = '\0';
	if (called_find(w->arena, &l, name, &i, e) != OK)
		return e->status;
	*out = &w->firms->firms[i];
	if (slash == NULL || ((*out)->person != NULL &&
	    text_same((*out)->person, slash + 1)))
		return OK;
	fail(e, REFUSED, NULL, _("%s has nobody called \"%s\""),
	    label_of(&(*out)->name), slash + 1);
	if ((*out)->person == NULL)
		return advise(e, _("Name the firm alone"));
	return advise(e, _("Did you mean %s?"), (*out)->person);
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

/* A login that is shared is nobody, and so is one whose roles are gone. */
static enum status
hand_to_person(struct work *w, const char *typed, struct who *who,
    struct error *e)
{
	const struct person *p;

	if (person_need(w, typed, &p, e) != OK)
		return e->status;
	if (p->roles == 0) {
		fail(e, REFUSED, "F4.4", _("nothing can be handed to %s, who "
		    "has no role"), label_of(&p->name));
		return advise(e, _("All names: list staff"));
	}
	hand_to(w, p->login, who);
	return OK;
}

static enum status
hand_to_department(struct work *w, const char *typed, struct who *who,
    struct error *e)
{
	const struct department *d;

	if (department_need(w, typed, &d, e) != OK)
		return e->status;
	who->holder = NULL;
	who->department = d->code;
	return OK;
}

/* What is the name of none: which of all names is nearest. */
static enum status
nobody(struct work *w, const char *typed, struct error *e)
{
	struct called all[3] = { staff_called(w), departments_called(w) }, l;
	size_t ignored;

	if (firms_called(w, &all[2], e) != OK)
		return e->status;
	l = called_new(w->arena, all[0].n + all[1].n + all[2].n);
	for (int i = 0; i < 3; i++)
		for (size_t j = 0; j < all[i].n; j++)
			l.v[l.n++] = all[i].v[j];
	called_find(w->arena, &l, typed, &ignored, e);
	return e->advice[0] != '\0' ? e->status :
	    advise(e, _("All names: list staff"));
}

enum status
who_need(struct work *w, const char *typed, const char *department,
    struct who *who, struct error *e)
{
	const char *code = called_after(typed, "firm:");

	if (by_word(w, typed, department, who))
		return OK;
	if (code != NULL || strchr(typed, '/') != NULL)
		return hand_to_firm(w, code ? code : typed, department, who,
		    e);
	if (called_after(typed, "staff:") != NULL)
		return hand_to_person(w, typed, who, e);
	if (called_after(typed, "dept:") != NULL)
		return hand_to_department(w, typed, who, e);
	if (hand_to_person(w, typed, who, e) == OK)
		return OK;
	if (e->clause != NULL)		/* known, but not to be handed to */
		return e->status;
	if (hand_to_department(w, typed, who, e) == OK ||
	    hand_to_firm(w, typed, department, who, e) == OK)
		return OK;
	return e->status != REFUSED ? e->status : nobody(w, typed, e);
}

int
who_known(struct work *w, const char *typed)
{
	struct called staff = staff_called(w), departments =
	    departments_called(w), firms;
	struct error ignored;

	return called_after(typed, "staff:") != NULL ||
	    called_after(typed, "dept:") != NULL ||
	    called_after(typed, "firm:") != NULL ||
	    called_any(&staff, typed) || called_any(&departments, typed) ||
	    (firms_called(w, &firms, &ignored) == OK &&
	    called_any(&firms, typed));
}

static const char *
firm_label(struct work *w, const char *holder, int brief)
{
	const char *code = called_after(holder, "firm:");
	const struct firms *f;
	struct error ignored;

	if (strcmp(holder, "system") == 0)
		return word_label(word_roles, holder);
	if (code == NULL || work_firms(w, &f, &ignored) != OK)
		return holder;
	for (size_t i = 0; i < f->nfirms; i++)
		if (strcmp(f->firms[i].code, code) == 0)
			return label_of(brief ? &f->firms[i].brief :
			    &f->firms[i].name);
	return holder;
}

const char *
holder_name(struct work *w, const char *holder)
{
	const struct person *p = person_find(w->roll, holder);

	if (holder == NULL)
		return "";
	return p != NULL ? label_of(&p->brief) :
	    firm_label(w, holder, 1);
}

const char *
holder_full(struct work *w, const char *holder)
{
	const struct person *p = person_find(w->roll, holder);

	if (holder == NULL)
		return "";
	return p != NULL ? label_of(&p->name) :
	    firm_label(w, holder, 0);
}

const char *
head_of(const struct work *w, const char *department)
{
	const struct department *d = department_find(w->roll, department);

	if (d == NULL || d->head == NULL)
		d = department_find(w->roll, w->desk->centre);
	return d != NULL && d->head != NULL ? d->head : w->desk->manager;
}

const char *
head_above(const struct work *w, const char *department, const char *accused)
{
	const char *head = head_of(w, department);

	if (same_login(head, accused))
		head = head_of(w, NULL);
	return same_login(head, accused) ? w->desk->manager : head;
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
