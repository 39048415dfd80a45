/* SPDX-License-Identifier: ISC */
/*
 * roll.c: staff.yaml: departments, people, and who is on duty when.
 */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "decode.h"
#include "roll.h"
#include "words.h"

enum { PEOPLE_MAX = 5000, WEEK = 7 };

static const char *const week[WEEK] = {
	"mon", "tue", "wed", "thu", "fri", "sat", "sun"
};

/* The day at text, and how long its word is; -1 for none. */
static int
week_day(const char *text, size_t *len)
{
	for (int i = 0; i < WEEK; i++)
		if (strncmp(text, week[i], 3) == 0) {
			*len = 3;
			return i;
		}
	*len = 0;
	return -1;
}

/* "mon-fri", "sat sun", "fri-mon": blanks between, any number of them. */
static int
take_days(struct arena *a, const char *text, void *member)
{
	int first, last;
	size_t n;

	(void)a;
	for (text += strspn(text, " "); *text != '\0';
	    text += strspn(text, " ")) {
		first = last = week_day(text, &n);
		if (first < 0)
			return 0;
		text += n;
		if (*text == '-') {
			last = week_day(++text, &n);
			text += n;
		}
		if (last < 0 || strchr(" ", *text) == NULL)
			return 0;
		for (; first != last; first = (first + 1) % WEEK)
			*(unsigned *)member |= 1U << first;
		*(unsigned *)member |= 1U << last;
	}
	return 1;
}

static const struct decode_key department_keys[] = {
	{ KEY(department, code, "code", TEXT), .required = 1,
	  .take = decode_code, .what = decode_code_what },
	{ KEY(department, name.chinese, "name", TEXT), .required = 1 },
	{ KEY(department, name.english, "english", TEXT) },
	{ KEY(department, also, "also", TEXT) },
	{ KEY(department, head, "head", TEXT), .required = 1 },
	{ 0 }
};

static const struct decode_key person_keys[] = {
	{ KEY(person, login, "login", TEXT), .required = 1,
	  .take = decode_code, .what = decode_code_what },
	{ KEY(person, name.chinese, "name", TEXT), .required = 1 },
	{ KEY(person, brief.chinese, "brief", TEXT) },
	{ KEY(person, name.english, "english", TEXT) },
	{ KEY(person, department, "department", TEXT), .required = 1 },
	{ KEY(person, roles, "roles", MASK), .words = word_roles },
	{ KEY(person, phone, "phone", TEXT),
	  .take = decode_phone, .what = decode_phone_what },
	{ KEY(person, speaks_for, "shared", TEXTS), .min = 1 },
	{ 0 }
};

static const struct decode_key shift_keys[] = {
	{ .name = "days", .type = DECODE_TEXT, .required = 1,
	  .offset = offsetof(struct shift, days), .take = take_days,
	  .what = N_("days such as mon-fri or sat sun") },
	{ .name = "from", .type = DECODE_TEXT, .required = 1,
	  .offset = offsetof(struct shift, from), .take = decode_clock,
	  .what = decode_clock_what },
	{ .name = "to", .type = DECODE_TEXT, .required = 1,
	  .offset = offsetof(struct shift, to), .take = decode_clock,
	  .what = decode_clock_what },
	{ KEY(shift, leader, "leader", TEXT) },
	{ KEY(shift, staff, "staff", TEXTS), .required = 1, .min = 1 },
	{ 0 }
};

static const struct decode_key roll_keys[] = {
	{ LIST(roll, departments, ndepartments, "departments",
	  department_keys), .required = 1, .min = 1, .max = 200 },
	{ LIST(roll, people, npeople, "people", person_keys),
	  .required = 1, .min = 1, .max = PEOPLE_MAX },
	{ LIST(roll, roster, nshifts, "roster", shift_keys), .max = 500 },
	{ 0 }
};

/* What was left out because it follows from the rest. */
static void
fill_in(struct roll *r)
{
	/* Both arrays are ours, made by the decoder. */
	struct department *d = (struct department *)r->departments;
	struct person *p = (struct person *)r->people;

	for (size_t i = 0; i < r->ndepartments; i++)
		if (d[i].name.english == NULL)
			d[i].name.english = d[i].code;
	for (size_t i = 0; i < r->npeople; i++) {
		p[i].brief.english = p[i].name.english;
		if (p[i].brief.chinese == NULL)
			p[i].brief.chinese = p[i].name.chinese;
	}
}

/* Logins of people who are one person: those that somebody may name. */
static const char *const *
persons(const struct roll *r, struct arena *a)
{
	const char **names = arena_alloc(a,
	    (r->npeople + 1) * sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < r->npeople; i++)
		if (r->people[i].login != NULL &&
		    r->people[i].speaks_for == NULL)
			names[n++] = r->people[i].login;
	return names;
}

static const char *const *
codes(const struct roll *r, struct arena *a)
{
	const char **names = arena_alloc(a,
	    (r->ndepartments + 1) * sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < r->ndepartments; i++)
		if (r->departments[i].code != NULL)
			names[n++] = r->departments[i].code;
	return names;
}

static int
is_head(const struct roll *r, const char *login)
{
	unsigned head = 1U << word_index(word_roles, "head");

	for (size_t i = 0; i < r->npeople; i++)
		if (r->people[i].login != NULL &&
		    strcmp(r->people[i].login, login) == 0)
			return (r->people[i].roles & head) != 0;
	return 1;	/* that there is none such is said already */
}

static void
check_departments(const struct roll *r, const struct node *list,
    const char *const *logins, struct mistakes *m)
{
	const struct node *at, *head;

	decode_unique(list, "code", m);
	for (at = node_item(list, 0); at != NULL; at = at->next) {
		head = node_get(at, "head");
		decode_known(head, logins, "people", m);
		if (head != NULL && head->kind == NODE_TEXT &&
		    !is_head(r, head->text))
			mistake(m, head->line, head->column, _("%s lacks "
			    "the role head; add it under people"),
			    head->text);
	}
}

/* A person has roles, perhaps none; a shared login has people instead. */
static void
check_people(const struct node *list, const char *const *logins,
    const char *const *departments, struct mistakes *m)
{
	const struct node *at, *roles, *shared;

	decode_unique(list, "login", m);
	for (at = node_item(list, 0); at != NULL; at = at->next) {
		decode_known(node_get(at, "department"), departments,
		    "departments", m);
		roles = node_get(at, "roles");
		shared = node_get(at, "shared");
		decode_known(shared, logins, "people", m);
		if (at->kind == NODE_MAP && roles == NULL && shared == NULL)
			node_refuse(at, _("\"roles\" is missing; add it"),
			    m);
		if (roles != NULL && shared != NULL)
			node_refuse(roles, _("a shared login has no roles of "
			    "its own; delete them"), m);
	}
}

static void
check_roster(const struct node *list, const char *const *logins,
    struct mistakes *m)
{
	for (const struct node *at = node_item(list, 0); at != NULL;
	    at = at->next) {
		decode_known(node_get(at, "leader"), logins, "people", m);
		decode_known(node_get(at, "staff"), logins, "people", m);
	}
}

enum status
roll_load(struct arena *a, const char *dir, const struct roll **roll,
    struct buf *lines, struct error *e)
{
	struct mistakes m = { .arena = a, .file = "staff.yaml" };
	struct roll *r = arena_alloc(a, sizeof(*r));
	const char *const *logins;
	const struct node *root;

	*roll = r;
	if (decode_file(dir, roll_keys, r, &m, &root, e) != OK)
		return e->status;
	fill_in(r);
	logins = persons(r, a);
	check_departments(r, node_get(root, "departments"), logins, &m);
	check_people(node_get(root, "people"), logins, codes(r, a), &m);
	check_roster(node_get(root, "roster"), logins, &m);
	return mistakes_end(&m, lines, e);
}
