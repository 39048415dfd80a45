/* SPDX-License-Identifier: ISC */
/*
 * keys.c: keys.yaml: the keys kept at the desk (E4).
 */
#include <string.h>

#include "clock.h"
#include "decode.h"
#include "keys.h"

enum { TAG_MAX = 32 };

const struct word word_key_classes[] = {
	{ "common", "common", "公共", NULL },
	{ "plant", "plant room", "设备房", "机房 设备" },
	{ "entrusted", "entrusted", "委托", "业主委托" },
	{ 0 }
};

/* One word, for it is typed as an operand; /2 behind it is a copy. */
static int
take_tag(struct arena *a, const char *text, void *member)
{
	(void)a;
	if (strpbrk(text, " /,\"'") != NULL || *text == '-' ||
	    strlen(text) > TAG_MAX)
		return 0;
	*(const char **)member = text;
	return 1;
}

static const char tag_what[] =
    N_("one word of at most 32 letters, such as PD-1");

static const struct decode_key key_keys[] = {
	{ KEY(key, tag, "tag", TEXT), .required = 1, .take = take_tag,
	  .what = tag_what },
	{ KEY(key, label.chinese, "label", TEXT), .required = 1 },
	{ KEY(key, label.english, "english", TEXT) },
	{ KEY(key, class, "class", WORD), .required = 1,
	  .words = word_key_classes },
	{ KEY(key, room, "room", TEXT) },
	{ KEY(key, copies, "copies", NUMBER), .min = 1, .max = 50 },
	{ KEY(key, bundle, "bundle", TEXT), .take = take_tag,
	  .what = tag_what },
	{ 0 }
};

static const struct decode_key lending_keys[] = {
	{ .name = "back_by", .type = DECODE_TEXT,
	  .offset = offsetof(struct lending_rules, back_by),
	  .take = decode_clock, .what = decode_clock_what },
	{ KEY(lending_rules, overnight, "overnight", WORDS),
	  .words = word_key_classes },
	{ KEY(lending_rules, lend_to_late, "lend_to_late", FLAG) },
	{ KEY(lending_rules, hold_cards, "hold_cards", FLAG) },
	{ 0 }
};

static const struct decode_key keys_keys[] = {
	{ LIST(keys, keys, nkeys, "keys", key_keys), .required = 1,
	  .max = 5000 },
	{ .name = "lending", .type = DECODE_MAP,
	  .offset = offsetof(struct keys, lending), .keys = lending_keys },
	{ 0 }
};

static int
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* A ring goes out and comes back as one: nothing about its keys differs. */
static void
check_ring(const struct keys *k, const struct key *key,
    const struct node *at, struct mistakes *m)
{
	const struct key *other = k->keys;

	for (; other < k->keys + k->nkeys; other++) {
		if (same(other->tag, key->bundle))
			node_refuse(node_get(at, "bundle"), _("this is the "
			    "tag of a key; give the ring a name of its own"),
			    m);
		if (other >= key || !same(other->bundle, key->bundle))
			continue;
		if (!same(other->class, key->class) ||
		    other->copies != key->copies)
			node_refuse(node_get(at, "bundle"), _("the keys of a "
			    "ring have the same class and as many copies; "
			    "make them so, or delete \"bundle\""), m);
		return;
	}
}

/* One copy unless said otherwise; an entrusted key belongs to a room. */
static void
finish_key(const struct keys *k, struct key *key, const struct node *at,
    struct mistakes *m)
{
	if (key->copies == 0)
		key->copies = 1;
	if (key->class != NULL && key->room == NULL &&
	    strcmp(key->class, "entrusted") == 0)
		node_refuse(at, _("an entrusted key belongs to a room; add "
		    "\"room\""), m);
	if (key->bundle != NULL)
		check_ring(k, key, at, m);
}

/* What was left out: back by the end of the day, and no plant room's key
 * stays out over night. */
static void
finish(struct keys *k, const struct node *root, struct mistakes *m)
{
	static const char *const overnight[] = { "common", "entrusted", NULL };
	struct key *key = (struct key *)k->keys;	/* ours */
	const struct node *at = node_item(node_get(root, "keys"), 0);

	for (; at != NULL; at = at->next)
		finish_key(k, key++, at, m);
	decode_unique(node_get(root, "keys"), "tag", m);
	if (k->lending.back_by == 0)
		k->lending.back_by = DAY;
	if (k->lending.overnight == NULL)
		k->lending.overnight = overnight;
}

enum status
keys_load(struct arena *a, const char *dir, const struct keys **keys,
    struct buf *lines, struct error *e)
{
	struct mistakes m = { .arena = a, .file = "keys.yaml" };
	struct keys *k = arena_alloc(a, sizeof(*k));
	const struct node *root;

	*keys = k;
	if (decode_file(dir, keys_keys, k, &m, &root, e) != OK)
		return e->status;
	finish(k, root, &m);
	return mistakes_end(&m, lines, e);
}
