/* SPDX-License-Identifier: ISC */
/*
 * keys.c: keys.yaml: the keys kept at the desk (E4).
 */
#include <string.h>

#include "decode.h"
#include "keys.h"

enum { TAG_MAX = 32 };

const struct word word_key_classes[] = {
	{ "common", "common", "公共", NULL },
	{ "plant", "plant room", "机房", "设备" },
	{ "entrusted", "entrusted", "委托", "业主委托" },
	{ 0 }
};

/* One word, for it is typed as an operand: lend-key PD-1. */
static int
take_tag(struct arena *a, const char *text, void *member)
{
	(void)a;
	if (strpbrk(text, " ,\"'") != NULL || strlen(text) > TAG_MAX)
		return 0;
	*(const char **)member = text;
	return 1;
}

static const struct decode_key key_keys[] = {
	{ KEY(key, tag, "tag", TEXT), .required = 1, .take = take_tag,
	  .what = N_("one word of at most 32 letters, such as PD-1") },
	{ KEY(key, label.chinese, "label", TEXT), .required = 1 },
	{ KEY(key, label.english, "english", TEXT) },
	{ KEY(key, class, "class", WORD), .required = 1,
	  .words = word_key_classes },
	{ KEY(key, room, "room", TEXT) },
	{ KEY(key, copies, "copies", NUMBER), .min = 1, .max = 50 },
	{ KEY(key, bundle, "bundle", TEXT) },
	{ 0 }
};

static const struct decode_key keys_keys[] = {
	{ LIST(keys, keys, nkeys, "keys", key_keys), .required = 1,
	  .max = 5000 },
	{ 0 }
};

/* One copy unless said otherwise; an entrusted key belongs to a room. */
static void
finish(struct keys *k, const struct node *root, struct mistakes *m)
{
	struct key *key = (struct key *)k->keys;	/* ours */
	const struct node *at = node_item(node_get(root, "keys"), 0);

	for (; at != NULL; at = at->next, key++) {
		if (key->copies == 0)
			key->copies = 1;
		if (key->class != NULL && key->room == NULL &&
		    strcmp(key->class, "entrusted") == 0)
			node_refuse(at, _("an entrusted key belongs to a "
			    "room; add \"room\""), m);
	}
	decode_unique(node_get(root, "keys"), "tag", m);
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
