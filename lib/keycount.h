/* SPDX-License-Identifier: ISC */
/*
 * keycount.h: counting the keys in the cabinet, every night (E4).
 */
#ifndef KEYCOUNT_H
#define KEYCOUNT_H

#include "cabinet.h"

enum count_state { COUNT_AGREES = 1, COUNT_DIFFERS };

struct key_count {
	struct base base;
	const char *first_responder;	/* who counted */
	int64_t at;
	int64_t expected;	/* keys that should hang there */
	int64_t found;
	int64_t missing;	/* expected, and not found */
	int64_t unexpected;	/* found, and out, lost or withdrawn */
	const char *missing_keys, *unexpected_keys;	/* their tags, separated
				 * by blanks; NULL: none */
};

extern const struct word word_count_states[];
extern const struct record count_record;

/* Record a count of these keys, in a transaction; each counts once. */
enum status count_take(struct work *, const struct pick *found, size_t n,
	    struct key_count *, struct error *);

#endif
