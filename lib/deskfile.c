/* SPDX-License-Identifier: ISC */
/*
 * deskfile.c: desk_load(): reading desk.yaml.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "decode.h"
#include "desk.h"
#include "deskrules.h"
#include "id.h"
#include "words.h"

enum { KINDS = 6, RUNGS = 10, DAYS_MAX = 366 };

/* The desk, and what of it needs more work once all is read. */
struct draft {
	struct desk desk;
	const char *store, *enforce_from;
	int64_t limits[DECODE_KEYS];
};

static int
take_office(struct arena *a, const char *text, void *member)
{
	(void)a;
	if (!id_office(text, strlen(text)))
		return 0;
	*(const char **)member = text;
	return 1;
}

/* A number without a zero before it, or one letter. */
static int
take_building(struct arena *a, const char *text, void *member)
{
	size_t n = strspn(text, "0123456789");

	(void)a;
	if (text[n] == '\0' ? *text == '0' || n > 4 :
	    *text < 'a' || *text > 'z' || text[1] != '\0')
		return 0;
	*(const char **)member = text;
	return 1;
}

static int
take_handler(struct arena *a, const char *text, void *member)
{
	size_t n = strncmp(text, "firm:", 5) == 0 ? 5 : 0;

	if (!decode_code(a, text + n, member))
		return 0;
	*(const char **)member = text;
	return 1;
}

static const struct decode_key kind_keys[] = {
	{ KEY(kind_rule, answer, "answer", SPAN), .required = 1,
	  .max = DAYS_MAX * DAY },
	{ KEY(kind_rule, call_back, "call_back", WORD), .required = 1,
	  .words = word_policies },
	{ 0 }
};

static const struct decode_key kind_row = {
	.type = DECODE_MAP, .required = 1, .keys = kind_keys
};

static const struct decode_key limit_row = {
	.type = DECODE_SPAN, .min = SECOND, .max = DAYS_MAX * DAY
};

static const struct decode_key rung_keys[] = {
	{ KEY(rung, number, "rung", NUMBER), .required = 1,
	  .max = RUNGS - 1 },
	{ KEY(rung, at, "at", SPAN), .required = 1,
	  .min = -30 * DAY, .max = DAYS_MAX * DAY },
	{ KEY(rung, deadlines, "deadlines", WORDS),
	  .words = word_deadlines },
	{ KEY(rung, tell, "tell", WORDS), .required = 1, .min = 1,
	  .max = TELL_MAX - 1, .words = word_recipients },
	{ KEY(rung, say, "say", WORD), .words = word_urgings },
	{ 0 }
};

static const struct decode_key category_keys[] = {
	{ KEY(category, code, "code", TEXT), .required = 1,
	  .take = decode_code, .what = decode_code_what },
	{ KEY(category, label.chinese, "label", TEXT), .required = 1 },
	{ KEY(category, label.english, "english", TEXT) },
	{ KEY(category, also, "also", TEXT) },
	{ KEY(category, kind, "kind", WORD), .words = word_kinds },
	{ KEY(category, cause, "cause", WORD), .words = word_causes },
	{ KEY(category, utility, "utility", WORD), .words = word_utilities },
	{ KEY(category, department, "department", TEXT) },
	{ KEY(category, handler, "handler", TEXT), .take = take_handler,
	  .what = N_("a login, or firm: and the code of a contractor") },
	{ KEY(category, hint, "hint", TEXT) },
	{ 0 }
};

static const struct decode_key building_keys[] = {
	{ KEY(building, first, "first", TEXT), .required = 1,
	  .take = take_building, .what = N_("a number or a letter a to z") },
	{ KEY(building, last, "last", TEXT),
	  .take = take_building, .what = N_("a number or a letter a to z") },
	{ KEY(building, units, "units", NUMBER), .required = 1, .max = 99 },
	{ KEY(building, floors, "floors", NUMBER), .required = 1,
	  .min = 1, .max = 200 },
	{ KEY(building, doors, "doors", NUMBER), .required = 1,
	  .min = 1, .max = 99 },
	{ 0 }
};

static const struct decode_key place_keys[] = {
	{ KEY(place, code, "code", TEXT), .required = 1 },
	{ KEY(place, also, "also", TEXT) },
	{ 0 }
};

static const struct decode_key recurring_keys[] = {
	{ KEY(recurring, count, "count", NUMBER), .min = 2, .max = 1000 },
	{ KEY(recurring, span, "within", SPAN), .min = DAY,
	  .max = DAYS_MAX * DAY },
	{ KEY(recurring, place, "place", WORD), .words = word_scopes },
	{ KEY(recurring, kinds, "kinds", WORDS), .min = 1,
	  .words = word_kinds },
	{ 0 }
};

static const struct decode_key phrase_keys[] = {
	{ KEY(phrase, words, "words", TEXT), .required = 1 },
	{ KEY(phrase, instead, "instead", TEXT) },
	{ 0 }
};

static const struct decode_key desk_keys[] = {
	{ KEY(desk, office, "office", TEXT), .required = 1,
	  .take = take_office,
	  .what = N_("1 to 8 capital letters A to Z or digits") },
	{ KEY(desk, name.chinese, "name", TEXT), .required = 1 },
	{ KEY(desk, name.english, "english", TEXT) },
	{ KEY(desk, zone, "zone", TEXT), .required = 1 },
	{ KEY(draft, store, "store", TEXT), .required = 1 },
	{ KEY(desk, greeting, "greeting", TEXT), .required = 1 },
	{ KEY(desk, centre, "centre", TEXT), .required = 1 },
	{ KEY(desk, manager, "manager", TEXT), .required = 1 },
	{ KEY(draft, enforce_from, "enforce_from", TEXT) },
	{ KEY(desk, accused_may_resolve, "accused_may_resolve", FLAG) },
	{ .name = "kinds", .type = DECODE_EACH, .required = 1,
	  .offset = offsetof(struct desk, kinds), .words = word_kinds,
	  .keys = &kind_row, .size = sizeof(struct kind_rule) },
	{ KEY(desk, call_back_sample, "call_back_sample", NUMBER), .min = 1,
	  .max = 100 },
	{ .name = "recurring", .type = DECODE_MAP,
	  .offset = offsetof(struct desk, recurring),
	  .keys = recurring_keys },
	{ .name = "limits", .type = DECODE_EACH,
	  .offset = offsetof(struct draft, limits), .words = word_deadlines,
	  .keys = &limit_row, .size = sizeof(int64_t) },
	{ LIST(desk, ladder, nrungs, "ladder", rung_keys), .required = 1,
	  .min = 1, .max = 200 },
	{ LIST(desk, categories, ncategories, "categories", category_keys),
	  .required = 1, .min = 1, .max = 500 },
	{ LIST(desk, buildings, nbuildings, "buildings", building_keys),
	  .max = 500 },
	{ LIST(desk, places, nplaces, "places", place_keys), .max = 2000 },
	{ LIST(desk, phrases, nphrases, "phrases", phrase_keys),
	  .max = 500 },
	{ 0 }
};

static void
put_limits(struct draft *f, struct arena *a)
{
	struct limit *list = arena_alloc(a, DECODE_KEYS * sizeof(*list));

	f->desk.limits = list;
	for (int i = 0; word_deadlines[i].code != NULL; i++)
		if (f->limits[i] != 0)
			list[f->desk.nlimits++] = (struct limit){
			    word_deadlines[i].code, f->limits[i] };
}

/* In English a category goes by its code if nothing else is given. */
static const char *
spoken_code(struct arena *a, const char *code)
{
	char *text = arena_copy(a, code), *p;

	for (p = text; p != NULL && *p != '\0'; p++)
		if (*p == '_')
			*p = ' ';
	return text;
}

/* Three complaints in thirty days, from one room. */
static void
fill_recurring(struct recurring *r)
{
	static const char *const kinds[] = { "complaint", NULL };

	if (r->count == 0)
		r->count = 3;
	if (r->span == 0)
		r->span = 30 * DAY;
	if (r->place == NULL)
		r->place = "room";
	if (r->kinds == NULL)
		r->kinds = kinds;
}

/* What was left out because it follows from the rest. */
static void
fill_in(struct draft *f, struct arena *a)
{
	/* Both arrays are ours, made by the decoder. */
	struct category *c = (struct category *)f->desk.categories;
	struct building *b = (struct building *)f->desk.buildings;

	for (size_t i = 0; i < f->desk.ncategories; i++)
		if (c[i].label.english == NULL)
			c[i].label.english = spoken_code(a, c[i].code);
	for (size_t i = 0; i < f->desk.nbuildings; i++)
		if (b[i].last == NULL)
			b[i].last = b[i].first;
	if (f->desk.call_back_sample == 0)
		f->desk.call_back_sample = 20;
	fill_recurring(&f->desk.recurring);
	put_limits(f, a);
}

/* The zone first: the day of enforce_from begins by its clocks. */
static void
set_times(struct draft *f, const struct node *root, struct mistakes *m)
{
	const struct node *at = node_get(root, "enforce_from");
	struct error e;

	if (f->desk.zone != NULL && clock_zone(f->desk.zone, &e) != OK)
		node_refuse(node_get(root, "zone"), e.text, m);
	if (f->enforce_from == NULL)
		return;
	if (strlen(f->enforce_from) != 10 ||
	    strspn(f->enforce_from, "0123456789-") != 10 ||
	    clock_parse(f->enforce_from, WHEN_DATE, clock_now(),
	    &f->desk.enforce_from, &e) != OK)
		node_refuse(at, _("enforce_from must be a day, written as "
		    "2026-11-01"), m);
}

/* The store as commands open it: a path that begins with /, or a URL. */
static void
set_store(struct draft *f, const struct node *root, struct mistakes *m)
{
	const char *store = f->store;

	if (store == NULL)
		return;
	if (strncmp(store, "postgresql://", 13) == 0 ||
	    strncmp(store, "postgres://", 11) == 0 || *store == '/')
		f->desk.store = store;
	else if (strstr(store, "://") != NULL)
		node_refuse(node_get(root, "store"), _("store must be the "
		    "name of a file, or postgresql://..."), m);
	else
		f->desk.store = arena_printf(m->arena, "%s/%s", f->desk.dir,
		    store);
}

static enum status
resolve(struct arena *a, const char *dir, const char **out, struct error *e)
{
	char *real = realpath(dir, NULL);

	if (real == NULL)
		return fail(e, MISCONFIGURED, NULL, _("%s cannot be read: "
		    "%s"), dir, strerror(errno));
	*out = arena_copy(a, real);
	free(real);
	return OK;
}

enum status
desk_load(struct arena *a, const char *dir, const struct desk **desk,
    struct buf *lines, struct error *e)
{
	struct mistakes m = { .arena = a, .file = "desk.yaml" };
	struct draft *f = arena_alloc(a, sizeof(*f));
	const struct node *root;

	*desk = &f->desk;
	if (resolve(a, dir, &f->desk.dir, e) != OK ||
	    decode_file(f->desk.dir, desk_keys, f, &m, &root, e) != OK)
		return e->status;
	fill_in(f, a);
	desk_rules(&f->desk, root, &m);
	set_times(f, root, &m);
	set_store(f, root, &m);
	return mistakes_end(&m, lines, e);
}
