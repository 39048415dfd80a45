/* SPDX-License-Identifier: ISC */
/*
 * keys.h: keys.yaml: the keys kept at the desk (E4).
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
	const char *bundle;	/* may be NULL */
};

struct keys {
	const struct key *keys;	size_t nkeys;
};

/*
 * Load the file from dir.  With mistakes in it, status MISCONFIGURED and a
 * line each, "keys.yaml:3:8: what and what to do", in *mistakes; *e then
 * counts them.  What it says of other files is for config_check().
 */
enum status keys_load(struct arena *, const char *dir, const struct keys **,
	    struct buf *mistakes, struct error *);

#endif
