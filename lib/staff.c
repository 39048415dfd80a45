/* SPDX-License-Identifier: ISC */
/*
 * staff.c: people, departments and categories by name.
 */
#include <string.h>

#include "staff.h"

struct called
staff_called(const struct work *w)
{
	struct called l = called_new(w->arena, w->roll->npeople);

	for (size_t i = 0; i < w->roll->npeople; i++) {
		const struct person *p = &w->roll->people[i];

		l.v[l.n++] = (struct named){ p->login, &p->name, &p->brief,
			NULL };
	}
	return l;
}

struct called
departments_called(const struct work *w)
{
	struct called l = called_new(w->arena, w->roll->ndepartments);

	for (size_t i = 0; i < w->roll->ndepartments; i++) {
		const struct department *d = &w->roll->departments[i];

		l.v[l.n++] = (struct named){ d->code, &d->name, NULL, d->also };
	}
	return l;
}

static struct called
all_categories(const struct work *w)
{
	struct called l = called_new(w->arena, w->desk->ncategories);

	for (size_t i = 0; i < w->desk->ncategories; i++) {
		const struct category *c = &w->desk->categories[i];

		l.v[l.n++] = (struct named){ c->code, &c->label, NULL,
			c->also };
	}
	return l;
}

int
same_login(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
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

enum status
person_need(const struct work *w, const char *typed,
    const struct person **out, struct error *e)
{
	const char *code = called_after(typed, "staff:");
	struct called l;
	size_t i;

	if (strcmp(typed, "me") == 0 || strcmp(typed, "我") == 0)
		code = w->actor;
	*out = person_find(w->roll, code != NULL ? code : typed);
	if (*out != NULL)
		return OK;
	l = staff_called(w);
	if (called_find(w->arena, &l, code != NULL ? code : typed, &i, e) != OK)
		return e->advice[0] != '\0' ? e->status :
		    advise(e, _("All names: list staff"));
	*out = &w->roll->people[i];
	return OK;
}

enum status
department_need(const struct work *w, const char *typed,
    const struct department **out, struct error *e)
{
	const char *code = called_after(typed, "dept:");
	struct called l;
	size_t i;

	*out = department_find(w->roll, code != NULL ? code : typed);
	if (*out != NULL)
		return OK;
	l = departments_called(w);
	if (called_find(w->arena, &l, code != NULL ? code : typed, &i, e) != OK)
		return e->status;
	*out = &w->roll->departments[i];
	return OK;
}

enum status
category_need(const struct work *w, const char *typed,
    const struct category **out, struct error *e)
{
	struct called l;
	size_t i;

	*out = category_find(w->desk, typed);
	if (*out != NULL)
		return OK;
	l = all_categories(w);
	if (called_find(w->arena, &l, typed, &i, e) != OK)
		return e->advice[0] != '\0' ? e->status :
		    advise(e, _("Categories are kept in desk.yaml; for what "
		    "fits none there is \"other\""));
	*out = &w->desk->categories[i];
	return OK;
}
