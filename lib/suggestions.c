/* SPDX-License-Identifier: ISC */
/*
 * suggestions.c: who collects suggestions, as everybody is to (C2).
 */
#include <string.h>

#include "figures.h"
#include "staff.h"
#include "who.h"

static const struct section by_employee = {
	.name = "employees", .title = N_("Employees"),
	.columns = { "employee", "department", "suggestions", "clause" },
	.headings = { N_("Employee"), N_("Department"), N_("Suggestions"),
		N_("Clause") },
	.text = -1, .spare = -1,
};

static const struct section by_department = {
	.name = "departments", .title = N_("Departments"),
	.columns = { "department", "employees", "without", "suggestions",
		"clause" },
	.headings = { N_("Department"), N_("Employees"), N_("Without any"),
		N_("Suggestions"), N_("Clause") },
	.text = -1, .spare = -1,
};

struct collector {
	const char *login, *department;
	int64_t suggestions;
	struct collector *next;
};

/* Those who meet residents: no login that several share, and no timer. */
static void
add_staff(struct work *w, struct collector **end)
{
	for (size_t i = 0; i < w->roll->npeople; i++) {
		const struct person *p = &w->roll->people[i];

		if (p->speaks_for != NULL || p->roles & ROLE_SYSTEM)
			continue;
		*end = arena_alloc(w->arena, sizeof(**end));
		(*end)->login = p->login;
		(*end)->department = p->department;
		end = &(*end)->next;
	}
}

/* Who is on the staff no more stands behind those who are. */
static struct collector *
collector_of(struct work *w, struct collector **list, const char *login)
{
	while (*list != NULL && strcmp((*list)->login, login) != 0)
		list = &(*list)->next;
	if (*list == NULL) {
		*list = arena_alloc(w->arena, sizeof(**list));
		(*list)->login = arena_copy(w->arena, login);
	}
	return *list;
}

static enum status
read_suggestions(struct work *w, const struct period *p,
    struct collector **all, struct error *e)
{
	static const char sql[] = "SELECT first_responder, count(*) FROM "
	    "ticket WHERE office = $1 AND id >= $2 AND id < $3 AND "
	    "opened >= $4 AND opened < $5 AND kind = 'suggestion' AND "
	    "state <> 'void' GROUP BY first_responder "
	    "ORDER BY first_responder";
	struct query *q;
	int row;

	add_staff(w, all);
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(period_low(w, p, 'T')), v_text(period_high(w, p, 'T')),
	    v_number(p->from), v_number(p->to)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		collector_of(w, all, query_text(q, 0))->suggestions =
		    query_number(q, 1);
	}
}

static void
put_employee(struct work *w, const struct sheet *s,
    const struct collector *one)
{
	const struct department *d = department_find(w->roll,
	    one->department);
	struct cell c[] = {
		cell_text(one->login, holder_full(w, one->login)),
		cell_text(one->department, d ? label_of(&d->name) : ""),
		cell_number(one->suggestions), cell_text("C2", NULL),
	};

	s->row(&by_employee, c, 0, s->arg);
}

static void
put_department(const struct sheet *s, const struct department *d,
    const struct collector *all)
{
	struct cell c[] = {
		cell_text(d->code, label_of(&d->name)), cell_number(0),
		cell_number(0), cell_number(0), cell_text("C2", NULL),
	};

	for (; all != NULL; all = all->next) {
		if (all->department == NULL || strcmp(all->department,
		    d->code) != 0)
			continue;
		c[1].number++;
		c[2].number += all->suggestions == 0;
		c[3].number += all->suggestions;
	}
	s->row(&by_department, c, 0, s->arg);
}

enum status
figure_suggestions(struct work *w, const struct period *p,
    const struct sheet *s, struct error *e)
{
	struct collector *all = NULL;

	if (read_suggestions(w, p, &all, e) != OK)
		return e->status;
	s->section(&by_employee, s->arg);
	for (const struct collector *one = all; one != NULL; one = one->next)
		put_employee(w, s, one);
	s->section(&by_department, s->arg);
	for (size_t i = 0; i < w->roll->ndepartments; i++)
		put_department(s, &w->roll->departments[i], all);
	return OK;
}
