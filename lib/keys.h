/* SPDX-License-Identifier: ISC */
/*
 * keys.h: keys.yaml: the keys kept at the desk, and how they are lent (E4).
 */
#ifndef KEYS_H
#define KEYS_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "error.h"
#include "label.h"
#include "words.h"
#include "xalloc.h"

extern const struct word word_key_classes[];

struct key {
	const char *tag;
	struct label label;
	const char *class;	/* code of word_key_classes: common, plant,
				 * entrusted */
	const char *room;	/* may be NULL */
	int64_t copies;
	const char *bundle;	/* the ring it hangs on with others; may be
				 * NULL.  Keys of a ring have the same class
				 * and as many copies. */
};

struct lending_rules {
	int64_t back_by;	/* ms after midnight: due then unless said */
	const char *const *overnight;	/* classes that may stay out over
					 * midnight, NULL-ended */
	int lend_to_late;	/* also to those who owe an overdue key, or
				 * lost one */
	int hold_cards;		/* a card may be kept until the key is back */
};

struct keys {
	const struct key *keys;	size_t nkeys;
	struct lending_rules lending;
};

/*
 * Load the file from dir.  With mistakes in it, status MISCONFIGURED and a
 * line each, "keys.yaml:3:8: what and what to do", in *mistakes; *e then
 * counts them.  What it says of other files is for config_check().
 */
enum status keys_load(struct arena *, const char *dir, const struct keys **,
	    struct buf *mistakes, struct error *);

#endif
