/* SPDX-License-Identifier: ISC */
/*
 * deskrules.c: what must hold between the values of desk.yaml.
 */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "deskrules.h"
#include "decode.h"
#include "words.h"

enum { LETTERS = 100000 };	/* building b is this and its letter */

static int
among(const char *word, const char *const *words)
{
	for (; words != NULL && *words != NULL; words++)
		if (strcmp(word, *words) == 0)
			return 1;
	return 0;
}

static void
check_kinds(const struct desk *d, const struct node *root,
    struct mistakes *m)
{
	const struct node *kinds = node_get(root, "kinds");
	const struct node *answer = node_get(node_get(kinds, "complaint"),
	    "answer");

	if (answer != NULL && (d->kinds[0].answer > DAY ||
	    strcmp(answer->text, "none") == 0 ||
	    strcmp(answer->text, "0") == 0))
		node_refuse(answer, _("a complaint is answered within 24h "
		    "(C6); give it at most that"), m);
}

/* A kind of deadline whose time is no limit, and what to say of one. */
struct elsewhere {
	const char *kind, *why;
};

static void
check_limits(const struct node *root, struct mistakes *m)
{
	static const struct elsewhere elsewhere[] = {
		{ "answer", N_("the time for an answer stands under kinds; "
		  "delete it here") },
		{ "promise", N_("a promise has the time that was promised; "
		  "delete this") },
		{ "key_back", N_("when a key is to be back stands in "
		  "keys.yaml, as back_by; delete this") },
		{ "visit", N_("the second trip has to do until the end of "
		  "its day (F4.6); delete this") },
		{ "chase", N_("they are asked again at the time that was "
		  "named last (C7); delete this") },
		{ "remedy", N_("a remedy has the time that its analysis "
		  "names (C9); delete this") },
		{ NULL, NULL }
	};
	const struct node *limits = node_get(root, "limits"), *own;

	for (int i = 0; elsewhere[i].kind != NULL; i++)
		if ((own = node_get(limits, elsewhere[i].kind)) != NULL)
			node_refuse(own, _(elsewhere[i].why), m);
}

/* Whether a kind of deadline climbs this rung. */
static int
climbs(const struct desk *d, const struct rung *r, const char *deadline)
{
	const struct rung *other;

	if (r->deadlines != NULL && *r->deadlines != NULL)
		return among(deadline, r->deadlines);
	for (other = d->ladder; other < d->ladder + d->nrungs; other++)
		if (other->number == r->number &&
		    among(deadline, other->deadlines))
			return 0;
	return 1;
}

/* A kind of deadline that climbs both; NULL if none does. */
static const char *
climbs_both(const struct desk *d, const struct rung *a, const struct rung *b)
{
	for (const struct word *w = word_deadlines; w->code != NULL; w++)
		if (climbs(d, a, w->code) && climbs(d, b, w->code))
			return w->code;
	return NULL;
}

/* For each kind of deadline a number stands once, and a higher one later. */
static void
check_rung(const struct desk *d, size_t i, const struct node *at,
    struct mistakes *m)
{
	const struct rung *b = &d->ladder[i];
	const char *kind;

	for (const struct rung *a = d->ladder; a < b; a++) {
		kind = climbs_both(d, a, b);
		if (kind == NULL)
			continue;
		if (a->number == b->number)
			mistake(m, at->line, at->column, _("rung %d is there "
			    "twice for %s; keep one"), (int)b->number, kind);
		else if (a->at == b->at ||
		    (a->number < b->number) != (a->at < b->at))
			mistake(m, at->line, at->column, _("rungs %d and %d "
			    "are out of order for %s; the higher one comes "
			    "later"), (int)a->number, (int)b->number, kind);
	}
}

static void
check_ladder(const struct desk *d, const struct node *root,
    struct mistakes *m)
{
	const struct node *rung = node_item(node_get(root, "ladder"), 0);

	for (size_t i = 0; rung != NULL; rung = rung->next)
		check_rung(d, i++, rung, m);
}

static int
given(const struct node *map, const char *key)
{
	const struct node *value = node_get(map, key);

	return value != NULL && (value->kind != NODE_TEXT ||
	    *value->text != '\0');
}

/* Routing ends somewhere, and a public utility is named (C7). */
static void
check_category(const struct node *at, struct mistakes *m)
{
	int cause = given(at, "cause"), utility = given(at, "utility");

	if (!given(at, "department") && !given(at, "handler"))
		node_refuse(at, _("this category goes nowhere; add "
		    "\"department\" or \"handler\""), m);
	if (cause && !utility)
		node_refuse(at, _("which utility is it (C7)? Add "
		    "\"utility\""), m);
	if (utility && !cause)
		node_refuse(at, _("a utility is a municipal cause (C7); add "
		    "\"cause: municipal\""), m);
}

static void
check_categories(const struct desk *d, const struct node *root,
    struct mistakes *m)
{
	const struct node *list = node_get(root, "categories");
	const struct node *at = node_item(list, 0);
	const struct category *c = d->categories;
	int other = 0;

	for (; at != NULL; at = at->next, c++) {
		if (at->kind == NODE_MAP)
			check_category(at, m);
		other = other || (c->code && strcmp(c->code, "other") == 0);
	}
	if (list != NULL && list->kind == NODE_LIST && !other)
		node_refuse(list, _("the category \"other\" is missing; add "
		    "it"), m);
	decode_unique(list, "code", m);
}

static long
building_number(const char *text)
{
	if (text == NULL)
		return 0;
	return *text > '9' ? LETTERS + *text : strtol(text, NULL, 10);
}

static void
check_building(const struct desk *d, size_t i, const struct node *at,
    struct mistakes *m)
{
	const struct building *b = d->buildings;
	long first = building_number(b[i].first);
	long last = building_number(b[i].last);

	if (first > last || (last > LETTERS && first != last))
		node_refuse(at, _("this is no range; give the smaller number "
		    "first, or one building alone"), m);
	for (size_t j = 0; j < i; j++)
		if (building_number(b[j].first) <= last &&
		    building_number(b[j].last) >= first)
			node_refuse(at, _("some of these buildings stand "
			    "above already; keep them once"), m);
}

void
desk_rules(const struct desk *d, const struct node *root,
    struct mistakes *m)
{
	const struct node *at = node_item(node_get(root, "buildings"), 0);

	check_kinds(d, root, m);
	check_limits(root, m);
	check_ladder(d, root, m);
	check_categories(d, root, m);
	for (size_t i = 0; at != NULL; at = at->next)
		check_building(d, i++, at, m);
	decode_unique(node_get(root, "places"), "code", m);
}
