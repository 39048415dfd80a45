/* SPDX-License-Identifier: ISC */
/*
 * names.h: that what people type to name something means one thing.
 */
#ifndef NAMES_H
#define NAMES_H

#include <stddef.h>

#include "mistake.h"
#include "node.h"

/* One of the words for a thing, and where it stands. */
struct name {
	const char *word, *folded;	/* as given, and as compared */
	const char *thing;		/* code of what it means */
	const char *department;		/* of a person, else NULL */
	int brief;			/* a person's short name */
	const struct node *at;		/* NULL: a word of our own */
	struct mistakes *file;		/* where to say that it clashes */
};

struct names {
	struct arena *arena;	/* the rest starts zeroed */
	struct name *list;
	size_t n, room;
};

/* Take in a value, or each of its words; the rest is as `like' says.  NULL
 * and nothing are fine. */
void	names_add(struct names *, const struct node *value,
	    const struct name *like);
void	names_add_words(struct names *, const struct node *value,
	    const struct name *like);
/* Take in a word of our own. */
void	names_reserve(struct names *, const char *word);
/*
 * Each word that means two things becomes a mistake where it stands last.
 * People of different departments may share a short name: the desk then asks
 * for the full one.
 */
void	names_check(struct names *);

#endif
