/* SPDX-License-Identifier: ISC */
/*
 * decode.h: from nodes to the members of structs, by tables of keys.
 *
 * A table says what a mapping may hold and where each value goes; every
 * deviation from it becomes a mistake with its place, and what could not be
 * taken stays zero.  Rules that hold between values are code, in the file
 * that has the table.
 */
#ifndef DECODE_H
#define DECODE_H

#include <stddef.h>
#include <stdint.h>

#include "mistake.h"
#include "node.h"
#include "words.h"

enum { DECODE_KEYS = 32 };	/* as many keys or words a table may have */

enum decode_type {
	DECODE_TEXT,	/* const char *: one line, or what take makes of it */
	DECODE_NUMBER,	/* int64_t from min to max */
	DECODE_SPAN,	/* the same in ms: 30m, 24h, -2h; none is 0 */
	DECODE_FLAG,	/* int: true or false */
	DECODE_WORD,	/* const char *: the code of one of words */
	DECODE_WORDS,	/* const char *const *, NULL-ended: codes */
	DECODE_MASK,	/* unsigned: bit per index in words */
	DECODE_TEXTS,	/* const char *const *, NULL-ended */
	DECODE_MAP,	/* a struct, by keys */
	DECODE_LIST,	/* structs of size bytes each, by keys */
	DECODE_EACH,	/* an array as long as words, its elements of size
			 * bytes; the keys are words, the values are what the
			 * one row keys[0] says */
};

struct decode_key {
	const char *name;
	enum decode_type type;
	int required;
	size_t offset;			/* of the member in the struct */
	int64_t min, max;		/* of a list: how many */
	const struct word *words;
	const struct decode_key *keys;
	size_t size, count;		/* LIST: count is the offset of the
					 * size_t that tells how many */
	int (*take)(struct arena *, const char *text, void *member);
	const char *what;		/* take: what it wants, N_() */
};

/* What KEY() holds a member to. */
typedef const char *decode_TEXT;
typedef int64_t decode_NUMBER;
typedef int64_t decode_SPAN;
typedef int decode_FLAG;
typedef const char *decode_WORD;
typedef const char *const *decode_WORDS;
typedef unsigned decode_MASK;
typedef const char *const *decode_TEXTS;

/* A row of a table.  Does not compile unless member is kept as a t. */
#define KEY(rec, member, key, t) .name = key, .type = DECODE_##t, \
	.offset = offsetof(struct rec, member) + 0 * \
	    sizeof(_Generic(((struct rec *)0)->member, decode_##t: 0))

/* Likewise for a list of structs. */
#define LIST(rec, member, number, key, of) .name = key, .type = DECODE_LIST, \
	.offset = offsetof(struct rec, member), .keys = of, \
	.count = offsetof(struct rec, number), \
	.size = sizeof(*((struct rec *)0)->member)

/*
 * Load the file of dir that the mistakes are about, and decode it.  *root is
 * for further checks, NULL when there is no tree.  Fails as yamlfile_load();
 * mistakes are no failure.
 */
enum status decode_file(const char *dir, const struct decode_key *,
	    void *to, struct mistakes *, const struct node **root,
	    struct error *);
/* The same for a tree that is there already; NULL does nothing. */
void	decode(const struct node *root, const struct decode_key *, void *to,
	    struct mistakes *);

/* For take: a code (ASCII: a letter, then letters, digits, _ and -, 64 at
 * most), a telephone number, kept as digits, and a clock time from 00:00 to
 * 24:00, an int64_t of ms after midnight; and what to say of them. */
int	decode_code(struct arena *, const char *text, void *member);
int	decode_phone(struct arena *, const char *text, void *member);
int	decode_clock(struct arena *, const char *text, void *member);
extern const char decode_code_what[], decode_phone_what[],
	    decode_clock_what[];

/* The maps of a list have each value of a key once only. */
void	decode_unique(const struct node *list, const char *key,
	    struct mistakes *);
/* A value, or each of its items, is one of the NULL-ended names, which are
 * those of what is called place; nothing is fine. */
void	decode_known(const struct node *value, const char *const *names,
	    const char *place, struct mistakes *);

#endif
