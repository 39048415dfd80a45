/* SPDX-License-Identifier: ISC */
/*
 * staff.c: people, departments, contractors and categories by name.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "staff.h"
#include "text.h"

/* Everything a kind of thing may be called, to look up and to suggest. */
struct named {
	const char *code;
	const struct label *name, *brief;	/* brief may be NULL */
	const char *also;			/* may be NULL */
};

struct list {
	struct named *v;
	size_t n;
};

static int
called(const struct named *v, const char *typed)
{
	const char *names[5] = { v->code, v->name->english, v->name->chinese,
		v->brief ? v->brief->english : NULL,
		v->brief ? v->brief->chinese : NULL };
	char one[64];
	size_t n;

	for (int i = 0; i < 5; i++)
		if (names[i] != NULL && text_same(names[i], typed))
			return 1;
	for (const char *p = v->also; p != NULL && *p != '\0'; p += n) {
		p += strspn(p, " ");
		n = strcspn(p, " ");
		if (n == 0 || n >= sizeof(one))
			continue;
		memcpy(one, p, n);
		one[n] = '\0';
		if (text_same(one, typed))
			return 1;
	}
	return 0;
}

static const char *
nearest(const struct work *w, const struct list *l, const char *typed)
{
	const char **names = arena_alloc(w->arena,
	    (5 * l->n + 1) * sizeof(*names));
	size_t k = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct named *v = &l->v[i];

		names[k++] = v->code;
		if (v->name->chinese != NULL)
			names[k++] = v->name->chinese;
		if (v->name->english != NULL)
			names[k++] = v->name->english;
		if (v->brief != NULL && v->brief->chinese != NULL)
			names[k++] = v->brief->chinese;
		if (v->brief != NULL && v->brief->english != NULL)
			names[k++] = v->brief->english;
	}
	return text_nearest(typed, names);
}

/* The one that is called so: a code goes before any name. */
static enum status
pick(const struct work *w, const struct list *l, const char *typed,
    size_t *out, struct error *e)
{
	const char *near;
	size_t found = l->n;

	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].code, typed) == 0) {
			*out = i;
			return OK;
		}
	for (size_t i = 0; i < l->n; i++) {
		if (!called(&l->v[i], typed))
			continue;
		if (found < l->n) {
			fail(e, REFUSED, NULL, _("\"%s\" may be %s or %s"),
			    typed, l->v[found].code, l->v[i].code);
			return advise(e, _("Write one of these instead"));
		}
		found = i;
	}
	*out = found;
	if (found < l->n)
		return OK;
	near = nearest(w, l, typed);
	fail(e, REFUSED, NULL, _("nobody and nothing is called \"%s\""), typed);
	return near == NULL ? REFUSED : advise(e, _("Did you mean %s?"), near);
}

static struct list
all_people(const struct work *w)
{
	struct list l = { arena_alloc(w->arena,
	    (w->roll->npeople + 1) * sizeof(*l.v)), 0 };

	for (size_t i = 0; i < w->roll->npeople; i++) {
		const struct person *p = &w->roll->people[i];

		l.v[l.n++] = (struct named){ p->login, &p->name, &p->brief,
			NULL };
	}
	return l;
}

static struct list
all_departments(const struct work *w)
{
	struct list l = { arena_alloc(w->arena,
	    (w->roll->ndepartments + 1) * sizeof(*l.v)), 0 };

	for (size_t i = 0; i < w->roll->ndepartments; i++) {
		const struct department *d = &w->roll->departments[i];

		l.v[l.n++] = (struct named){ d->code, &d->name, NULL, d->also };
	}
	return l;
}

static struct list
all_categories(const struct work *w)
{
	struct list l = { arena_alloc(w->arena,
	    (w->desk->ncategories + 1) * sizeof(*l.v)), 0 };

	for (size_t i = 0; i < w->desk->ncategories; i++) {
		const struct category *c = &w->desk->categories[i];

		l.v[l.n++] = (struct named){ c->code, &c->label, NULL,
			c->also };
	}
	return l;
}

const struct person *
person_find(const struct roll *r, const char *login)
{
	for (size_t i = 0; login != NULL && i < r->npeople; i++)
		if (strcmp(r->people[i].login, login) == 0)
			return &r->people[i];
	return NULL;
}

const struct department *
department_find(const struct roll *r, const char *code)
{
	for (size_t i = 0; code != NULL && i < r->ndepartments; i++)
		if (strcmp(r->departments[i].code, code) == 0)
			return &r->departments[i];
	return NULL;
}

const struct category *
category_find(const struct desk *d, const char *code)
{
	for (size_t i = 0; code != NULL && i < d->ncategories; i++)
		if (strcmp(d->categories[i].code, code) == 0)
			return &d->categories[i];
	return NULL;
}

/* What stands behind "staff:" and the like, or NULL. */
static const char *
after(const char *typed, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(typed, prefix, n) == 0 ? typed + n : NULL;
}

enum status
person_need(const struct work *w, const char *typed,
    const struct person **out, struct error *e)
{
	const char *code = after(typed, "staff:");
	struct list l;
	size_t i;

	if (strcmp(typed, "me") == 0 || strcmp(typed, "我") == 0)
		code = w->actor;
	*out = person_find(w->roll, code != NULL ? code : typed);
	if (*out != NULL)
		return OK;
	l = all_people(w);
	if (pick(w, &l, code != NULL ? code : typed, &i, e) != OK)
		return e->advice[0] != '\0' ? e->status :
		    advise(e, _("All names: list staff"));
	*out = &w->roll->people[i];
	return OK;
}

enum status
department_need(const struct work *w, const char *typed,
    const struct department **out, struct error *e)
{
	const char *code = after(typed, "dept:");
	struct list l;
	size_t i;

	*out = department_find(w->roll, code != NULL ? code : typed);
	if (*out != NULL)
		return OK;
	l = all_departments(w);
	if (pick(w, &l, code != NULL ? code : typed, &i, e) != OK)
		return e->status;
	*out = &w->roll->departments[i];
	return OK;
}

enum status
category_need(const struct work *w, const char *typed,
    const struct category **out, struct error *e)
{
	struct list l;
	size_t i;

	*out = category_find(w->desk, typed);
	if (*out != NULL)
		return OK;
	l = all_categories(w);
	if (pick(w, &l, typed, &i, e) != OK)
		return e->advice[0] != '\0' ? e->status :
		    advise(e, _("Categories are kept in desk.yaml; for what "
		    "fits none there is \"other\""));
	*out = &w->desk->categories[i];
	return OK;
}

/* A firm by itself, or with the name of its man behind a slash. */
static enum status
firm_need(struct work *w, const char *typed, const struct firm **out,
    struct error *e)
{
	const struct firms *f;
	char *name = arena_copy(w->arena, typed), *slash = strchr(name, '/');
	struct list l = { NULL, 0 };
	size_t i;

	if (work_firms(w, &f, e) != OK)
		return e->status;
	if (slash != NULL)
		*slash = '\0';
	l.v = arena_alloc(w->arena, (f->nfirms + 1) * sizeof(*l.v));
	for (i = 0; i < f->nfirms; i++)
		l.v[l.n++] = (struct named){ f->firms[i].code,
			&f->firms[i].name, NULL, f->firms[i].also };
	if (pick(w, &l, name, &i, e) != OK)
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
	if (after(typed, "firm:") != NULL)
		return hand_to_firm(w, after(typed, "firm:"), department, who,
		    e);
	if (after(typed, "dept:") == NULL) {
		if (person_need(w, typed, &p, e) == OK) {
			hand_to(w, p->login, who);
			return OK;
		}
		if (after(typed, "staff:") != NULL)
			return e->status;
	}
	if (department_need(w, typed, &d, &tried) == OK) {
		who->holder = NULL;
		who->department = d->code;
		return OK;
	}
	if (after(typed, "dept:") != NULL) {
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
	const char *code = after(holder, "firm:");
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
