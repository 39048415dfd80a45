/* SPDX-License-Identifier: ISC */
/*
 * decode.c: from nodes to the members of structs, by tables of keys.
 */
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "text.h"
#include "value.h"
#include "yamlfile.h"

enum { NEAR_LEN = 64 };

static void take(const struct value *, const struct decode_key *,
    char *member);

static const char *
path_of(const struct value *v)
{
	return path_text(v->mistakes->arena, v->path);
}

/* ---- single values ---- */

static void
take_text(const struct value *v, const struct decode_key *k, char *member)
{
	const char *text;

	if (!value_text(v, &text))
		return;
	if (k->take == NULL)
		*(const char **)(void *)member = text;
	else if (!k->take(v->mistakes->arena, text, member))
		value_wrong(v, _(k->what));
}

static void
take_number(const struct value *v, const struct decode_key *k, char *member)
{
	value_number(v, k->min, k->max, (int64_t *)(void *)member);
}

static void
take_span(const struct value *v, const struct decode_key *k, char *member)
{
	value_span(v, k->min, k->max, (int64_t *)(void *)member);
}

static void
take_flag(const struct value *v, const struct decode_key *k, char *member)
{
	(void)k;
	value_flag(v, (int *)(void *)member);
}

static void
take_word(const struct value *v, const struct decode_key *k, char *member)
{
	value_word(v, k->words, (const char **)(void *)member);
}

/* ---- lists ---- */

/* Codes where the key has words, else texts; what is wrong is left out. */
static void
take_texts(const struct value *v, const struct decode_key *k, char *member)
{
	struct path path = { .up = v->path };
	struct value item = { v->mistakes, NULL, &path };
	const char **list;
	size_t n = 0;

	if (!value_is(v, NODE_LIST))
		return;
	path.item = node_count(v->node);
	list = arena_alloc(v->mistakes->arena,
	    (path.item + 1) * sizeof(*list));
	*(const char *const **)(void *)member = list;
	if (!value_count(v, path.item, k->min, k->max))
		return;
	path.item = 0;
	for (item.node = v->node->first; item.node != NULL;
	    item.node = item.node->next) {
		path.item++;
		if (k->words != NULL ? value_word(&item, k->words, &list[n]) :
		    value_text(&item, &list[n]))
			n++;
		list[n] = NULL;
	}
}

static void
take_mask(const struct value *v, const struct decode_key *k, char *member)
{
	const char *const *list = NULL;

	take_texts(v, k, (char *)&list);
	for (; list != NULL && *list != NULL; list++)
		*(unsigned *)(void *)member |=
		    1U << word_index(k->words, *list);
}

static void
take_list(const struct value *v, const struct decode_key *k, char *member)
{
	struct path path = { .up = v->path };
	struct value item = { v->mistakes, NULL, &path };
	struct decode_key row = { .type = DECODE_MAP, .keys = k->keys };
	size_t *count;
	char *array;

	if (!value_is(v, NODE_LIST))
		return;
	count = (size_t *)(void *)(member - k->offset + k->count);
	*count = node_count(v->node);
	value_count(v, *count, k->min, k->max);
	array = arena_alloc(v->mistakes->arena, *count * k->size);
	memcpy(member, &array, sizeof(array));
	for (item.node = v->node->first; item.node != NULL;
	    item.node = item.node->next)
		take(&item, &row, array + path.item++ * k->size);
}

/* ---- mappings ---- */

static void
unknown_key(const struct value *v, const struct node *key,
    const char *const *names)
{
	struct arena *a = v->mistakes->arena;
	struct path path = { .up = v->path, .name = text_cut(a, key->text,
	    NEAR_LEN) };
	const char *near = NULL, *all = "";

	if (strlen(key->text) <= NEAR_LEN)
		near = text_nearest(key->text, names);
	for (; near == NULL && *names != NULL; names++)
		all = arena_printf(a, "%s%s%s", all, *all ? ", " : "",
		    *names);
	if (near != NULL)
		mistake(v->mistakes, key->line, key->column,
		    _("unknown key \"%s\"; did you mean \"%s\"?"),
		    path_text(a, &path), near);
	else
		mistake(v->mistakes, key->line, key->column,
		    _("unknown key \"%s\"; there are: %s"),
		    path_text(a, &path), all);
}

/* Which of the names a key is, or -1 after a mistake. */
static int
find_key(const struct value *v, const struct node *key,
    const char *const *names, const struct node **first)
{
	struct path path = { .up = v->path };
	int i;

	for (i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], key->text) == 0)
			break;
	if (names[i] == NULL) {
		unknown_key(v, key, names);
		return -1;
	}
	if (first[i] == NULL) {
		first[i] = key;
		return i;
	}
	path.name = names[i];
	mistake(v->mistakes, key->line, key->column,
	    _("\"%s\" is given twice (first on line %u); keep one"),
	    path_text(v->mistakes->arena, &path), first[i]->line);
	return -1;
}

static void
missing_key(const struct value *v, const char *name)
{
	const char *path = path_of(v);

	if (*path == '\0')
		mistake(v->mistakes, v->node->line, v->node->column,
		    _("\"%s\" is missing; add it"), name);
	else
		mistake(v->mistakes, v->node->line, v->node->column,
		    _("%s: \"%s\" is missing; add it"), path, name);
}

/* What stands behind a key; left blank it counts as not there. */
static void
take_value(const struct value *v, const struct node *node,
    const struct decode_key *k, const char *name, char *member)
{
	struct path path = { .up = v->path, .name = name };
	struct value one = { v->mistakes, node, &path };

	if (node->kind != NODE_TEXT || *node->text != '\0')
		take(&one, k, member);
	else if (k->required)
		mistake(v->mistakes, node->line, node->column,
		    _("%s is blank; fill it in"), path_of(&one));
}

/* A struct by its keys, or an array by its words. */
static void
take_map(const struct value *v, const struct decode_key *k, char *base)
{
	const char *names[DECODE_KEYS + 1] = { 0 };
	const struct node *first[DECODE_KEYS] = { 0 }, *key;
	int each = k->type == DECODE_EACH, i;

	if (!value_is(v, NODE_MAP))
		return;
	for (i = 0; i < DECODE_KEYS; i++) {
		names[i] = each ? k->words[i].code : k->keys[i].name;
		if (names[i] == NULL)
			break;
	}
	for (key = v->node->first; key != NULL; key = key->next->next) {
		i = find_key(v, key, names, first);
		if (i < 0)
			continue;
		if (each)
			take_value(v, key->next, k->keys, names[i],
			    base + (size_t)i * k->size);
		else
			take_value(v, key->next, &k->keys[i], names[i],
			    base + k->keys[i].offset);
	}
	for (i = 0; names[i] != NULL; i++)
		if (first[i] == NULL && k->keys[each ? 0 : i].required)
			missing_key(v, names[i]);
}

static void
take(const struct value *v, const struct decode_key *k, char *member)
{
	static void (*const takes[])(const struct value *,
	    const struct decode_key *, char *) = {
		[DECODE_TEXT] = take_text,
		[DECODE_NUMBER] = take_number,
		[DECODE_SPAN] = take_span,
		[DECODE_FLAG] = take_flag,
		[DECODE_WORD] = take_word,
		[DECODE_WORDS] = take_texts,
		[DECODE_MASK] = take_mask,
		[DECODE_TEXTS] = take_texts,
		[DECODE_MAP] = take_map,
		[DECODE_LIST] = take_list,
		[DECODE_EACH] = take_map,
	};

	takes[k->type](v, k, member);
}

void
decode(const struct node *root, const struct decode_key *keys, void *to,
    struct mistakes *m)
{
	struct value v = { m, root, NULL };
	struct decode_key row = { .type = DECODE_MAP, .keys = keys };

	if (root != NULL)
		take(&v, &row, to);
}

enum status
decode_file(const char *dir, const struct decode_key *keys, void *to,
    struct mistakes *m, const struct node **root, struct error *e)
{
	const char *path = arena_printf(m->arena, "%s/%s", dir, m->file);
	enum status status = yamlfile_load(path, m, root, e);

	if (status == OK)
		decode(*root, keys, to, m);
	return status;
}

/* ---- what must hold between values ---- */

static int
by_text(const void *a, const void *b)
{
	const struct node *x = *(const struct node *const *)a;
	const struct node *y = *(const struct node *const *)b;
	int differ = strcmp(x->text, y->text);

	return differ != 0 ? differ : (x->line > y->line) -
	    (x->line < y->line);
}

void
decode_unique(const struct node *list, const char *key, struct mistakes *m)
{
	const struct node **all, *item, *value;
	size_t n = 0, first = 0;

	if (list == NULL || list->kind != NODE_LIST)
		return;
	all = arena_alloc(m->arena, node_count(list) * sizeof(*all));
	for (item = list->first; item != NULL; item = item->next)
		if ((value = node_get(item, key)) != NULL &&
		    *value->text != '\0')
			all[n++] = value;
	qsort(all, n, sizeof(*all), by_text);
	for (size_t i = 1; i < n; i++)
		if (strcmp(all[i]->text, all[first]->text) != 0)
			first = i;
		else
			mistake(m, all[i]->line, all[i]->column,
			    _("the %s \"%s\" is there twice (first on line "
			    "%u); change one"), key, all[i]->text,
			    all[first]->line);
}

static void
known_one(const struct node *value, const char *const *names,
    const char *place, struct mistakes *m)
{
	const char *near = NULL;

	for (const char *const *p = names; *p != NULL; p++)
		if (strcmp(*p, value->text) == 0)
			return;
	if (strlen(value->text) <= NEAR_LEN)
		near = text_nearest(value->text, names);
	if (near != NULL)
		mistake(m, value->line, value->column, _("\"%s\" is not in "
		    "%s; did you mean \"%s\"?"), value->text, place, near);
	else
		mistake(m, value->line, value->column, _("\"%s\" is not in "
		    "%s; add it there or change it here"),
		    text_cut(m->arena, value->text, NEAR_LEN), place);
}

void
decode_known(const struct node *value, const char *const *names,
    const char *place, struct mistakes *m)
{
	if (value == NULL || value->kind == NODE_MAP)
		return;
	if (value->kind == NODE_TEXT && *value->text != '\0')
		known_one(value, names, place, m);
	else if (value->kind == NODE_LIST)
		for (value = value->first; value != NULL; value = value->next)
			if (value->kind == NODE_TEXT)
				known_one(value, names, place, m);
}
