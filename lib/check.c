/* SPDX-License-Identifier: ISC */
/*
 * check.c: config_check(): that the files hold together.
 */
#include <string.h>

#include "config.h"
#include "decode.h"
#include "estate.h"
#include "names.h"
#include "yamlfile.h"

enum file { DESK, STAFF, FIRMS, KEYS, FILES };

/* Each file once more as nodes, for what others say of it has a place. */
struct check {
	struct arena *arena;
	const char *dir;
	const struct desk *desk;	/* NULL: with mistakes */
	const struct roll *roll;
	const struct firms *firms;
	const struct node *root[FILES];		/* NULL: not readable */
	struct mistakes mistakes[FILES], warnings[FILES];
};

static void
read_again(struct check *c)
{
	static const char *const names[FILES] = {
		"desk.yaml", "staff.yaml", "contractors.yaml", "keys.yaml"
	};
	struct mistakes known;
	struct error e;

	for (int i = 0; i < FILES; i++) {
		c->mistakes[i] = (struct mistakes){ .arena = c->arena,
			.file = names[i] };
		c->warnings[i] = known = c->mistakes[i];
		if (yamlfile_load(arena_printf(c->arena, "%s/%s", c->dir,
		    names[i]), &known, &c->root[i], &e) != OK)
			c->root[i] = NULL;
	}
}

/* ---- references from desk.yaml ---- */

/* The values of a key in a list, each behind a prefix, NULL-ended; those of
 * maps that have the key `but' are left out. */
static const char *const *
values(const struct check *c, const struct node *list, const char *key,
    const char *but, const char *prefix, const char *const *before)
{
	const struct node *item = node_item(list, 0), *value;
	size_t n = 0, room = item == NULL ? 0 : node_count(list);
	const char **all;

	for (const char *const *p = before; p != NULL && *p != NULL; p++)
		n++;
	all = arena_alloc(c->arena, (n + room + 1) * sizeof(*all));
	if (n > 0)
		memcpy(all, before, n * sizeof(*all));
	for (; item != NULL; item = item->next) {
		value = node_get(item, key);
		if (value != NULL && (but == NULL ||
		    node_get(item, but) == NULL))
			all[n++] = arena_printf(c->arena, "%s%s", prefix,
			    value->text);
	}
	return all;
}

static void
check_manager(struct check *c)
{
	const struct node *manager = node_get(c->root[DESK], "manager");
	unsigned role = 1U << word_index(word_roles, "manager");
	const struct person *p = c->roll->people;

	for (; manager != NULL && p < c->roll->people + c->roll->npeople; p++)
		if (p->login != NULL && p->speaks_for == NULL &&
		    strcmp(p->login, manager->text) == 0) {
			if ((p->roles & role) == 0)
				mistake(&c->mistakes[DESK], manager->line,
				    manager->column, _("%s lacks the role "
				    "manager; add it in staff.yaml"),
				    p->login);
			return;
		}
}

static void
check_references(struct check *c)
{
	const struct node *desk = c->root[DESK], *staff = c->root[STAFF];
	const char *const *logins, *const *handlers, *const *departments;
	struct mistakes *m = &c->mistakes[DESK];

	departments = values(c, node_get(staff, "departments"), "code", NULL,
	    "", NULL);
	logins = values(c, node_get(staff, "people"), "login", "shared", "",
	    NULL);
	handlers = values(c, node_get(c->root[FIRMS], "firms"), "code", NULL,
	    "firm:", logins);
	decode_known(node_get(desk, "centre"), departments, "staff.yaml", m);
	decode_known(node_get(desk, "manager"), logins, "staff.yaml", m);
	for (const struct node *at = node_item(node_get(desk, "categories"),
	    0); at != NULL; at = at->next) {
		decode_known(node_get(at, "department"), departments,
		    "staff.yaml", m);
		if (c->root[FIRMS] != NULL)
			decode_known(node_get(at, "handler"), handlers,
			    "staff.yaml or contractors.yaml", m);
	}
	check_manager(c);
}

/* The rooms of keys are rooms that there are. */
static void
check_rooms(struct check *c)
{
	const struct work w = { .arena = c->arena, .desk = c->desk };
	const struct node *at = node_item(node_get(c->root[KEYS], "keys"), 0);
	const char *known;
	struct error e;

	for (; at != NULL; at = at->next) {
		const struct node *room = node_get(at, "room");

		if (room != NULL && room->kind == NODE_TEXT &&
		    *room->text != '\0' &&
		    room_need(&w, room->text, &known, &e) != OK)
			mistake(&c->mistakes[KEYS], room->line, room->column,
			    "%s", e.text);
	}
}

/* ---- names ---- */

static const char *
text_of(const struct node *value)
{
	return value != NULL && value->kind == NODE_TEXT ? value->text : NULL;
}

/* Things that go by a code, a name in two languages and other words. */
static void
add_things(struct names *s, const struct node *list, const char *code,
    const char *name, struct mistakes *file)
{
	for (const struct node *at = node_item(list, 0); at != NULL;
	    at = at->next) {
		struct name like = { .file = file,
			.thing = text_of(node_get(at, code)) };

		names_add(s, node_get(at, code), &like);
		names_add(s, node_get(at, name), &like);
		names_add(s, node_get(at, "brief"), &like);
		names_add(s, node_get(at, "english"), &like);
		names_add_words(s, node_get(at, "also"), &like);
	}
}

static void
add_people(struct names *s, const struct node *list, struct mistakes *file)
{
	for (const struct node *at = node_item(list, 0); at != NULL;
	    at = at->next) {
		struct name like = { .file = file,
			.thing = text_of(node_get(at, "login")),
			.department = text_of(node_get(at, "department")) };

		names_add(s, node_get(at, "login"), &like);
		names_add(s, node_get(at, "name"), &like);
		like.brief = 1;
		names_add(s, node_get(at, "brief"), &like);
		names_add(s, node_get(at, "english"), &like);
	}
}

static void
check_names(struct check *c)
{
	static const char *const ours[] = { "me", "我", "head", "部门负责人",
		"duty", "值班领导" };
	struct names who = { .arena = c->arena }, categories = who,
	    places = who;

	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++)
		names_reserve(&who, ours[i]);
	add_things(&who, node_get(c->root[STAFF], "departments"), "code",
	    "name", &c->mistakes[STAFF]);
	add_people(&who, node_get(c->root[STAFF], "people"),
	    &c->mistakes[STAFF]);
	add_things(&who, node_get(c->root[FIRMS], "firms"), "code", "name",
	    &c->mistakes[FIRMS]);
	names_check(&who);
	add_things(&categories, node_get(c->root[DESK], "categories"),
	    "code", "label", &c->mistakes[DESK]);
	names_check(&categories);
	add_things(&places, node_get(c->root[DESK], "places"), "code", "",
	    &c->mistakes[DESK]);
	names_check(&places);
}

/* ---- what is missing, but allowed ---- */

static int
has_asset(const struct firm *f, const char *asset)
{
	for (const char *const *p = f->assets; p != NULL && *p != NULL; p++)
		if (strcmp(*p, asset) == 0)
			return 1;
	return 0;
}

/* E2: who outside answers for what, and how to reach him. */
static void
warn_of_asset(struct check *c, const char *asset)
{
	const struct node *at = NULL;
	const struct firm *f;

	for (size_t i = 0; i < c->firms->nfirms; i++) {
		f = &c->firms->firms[i];
		if (!has_asset(f, asset))
			continue;
		if (f->phone != NULL)
			return;
		at = node_item(node_get(c->root[FIRMS], "firms"), i);
	}
	if (at == NULL)
		mistake(&c->warnings[FIRMS], 0, 0, _("nobody outside answers "
		    "for %s (E2); add a firm that has the asset %s"),
		    word_label(word_assets, asset), asset);
	else
		mistake(&c->warnings[FIRMS], at->line, at->column, _("there "
		    "is no telephone number for %s (E2); fill in \"phone\""),
		    word_label(word_assets, asset));
}

static void
warn(struct check *c)
{
	for (int i = 0; i < ASSETS_E2 && c->root[FIRMS] != NULL; i++)
		warn_of_asset(c, word_assets[i].code);
	if (c->root[STAFF] != NULL && c->roll->nshifts == 0)
		mistake(&c->warnings[STAFF], 0, 0, "%s", _("the roster is "
		    "empty, so an alarm would reach the heads only (D0.3); "
		    "add \"roster\""));
}

/* A file that could not be read at all has no line of its own. */
static void
add_unread(enum status status, struct buf *lines, size_t before,
    const struct error *e)
{
	if (status != OK && lines->len == before)
		buf_printf(lines, "%s\n", e->text);
}

static void
load_all(struct check *c, struct buf *lines)
{
	const struct desk *desk;
	const struct keys *keys;
	struct error e = { 0 };
	size_t before = lines->len;
	enum status status = desk_load(c->arena, c->dir, &desk, lines, &e);

	add_unread(status, lines, before, &e);
	c->desk = status == OK ? desk : NULL;
	before = lines->len;
	add_unread(roll_load(c->arena, c->dir, &c->roll, lines, &e), lines,
	    before, &e);
	before = lines->len;
	add_unread(firms_load(c->arena, c->dir, &c->firms, lines, &e), lines,
	    before, &e);
	before = lines->len;
	add_unread(keys_load(c->arena, c->dir, &keys, lines, &e), lines,
	    before, &e);
}

enum status
config_check(struct arena *a, const char *dir, struct buf *lines,
    struct buf *warnings, struct error *e)
{
	struct check c = { .arena = a, .dir = dir };
	size_t before = lines->len, n = 0;

	load_all(&c, lines);
	read_again(&c);
	if (c.root[DESK] != NULL && c.root[STAFF] != NULL)
		check_references(&c);
	if (c.desk != NULL && c.root[KEYS] != NULL)
		check_rooms(&c);
	check_names(&c);
	warn(&c);
	for (int i = 0; i < FILES; i++) {
		mistake_lines(&c.mistakes[i], lines);
		mistake_lines(&c.warnings[i], warnings);
	}
	for (; before < lines->len; before++)
		n += lines->text[before] == '\n';
	if (n == 0)
		return OK;
	if (n == 1)
		fail(e, MISCONFIGURED, NULL, _("there is a mistake in %s"),
		    dir);
	else
		fail(e, MISCONFIGURED, NULL, _("there are %zu mistakes in "
		    "%s"), n, dir);
	return advise(e, _("Correct the files and run the check again"));
}
