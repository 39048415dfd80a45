/* SPDX-License-Identifier: ISC */
/*
 * value.h: what one value of a file means: a number, a span, a word.
 *
 * Each function returns 1 and sets *out, or leaves a mistake and returns 0.
 */
#ifndef VALUE_H
#define VALUE_H

#include <stddef.h>
#include <stdint.h>

#include "mistake.h"
#include "node.h"
#include "words.h"

/* Where a value stands, for messages: categories[3].department. */
struct path {
	const struct path *up;
	const char *name;	/* NULL: an item of a list, */
	size_t item;		/* from 1 */
};

struct value {
	struct mistakes *mistakes;
	const struct node *node;
	const struct path *path;
};

const char *path_text(struct arena *, const struct path *);
/* A value as messages show it: one line, cut. */
const char *value_shown(const struct value *);
/* "PATH must be MUST, not "VALUE"". */
void	value_wrong(const struct value *, const char *must);

int	value_is(const struct value *, enum node_kind);
int	value_text(const struct value *, const char **out);	/* one line */
/* Whole numbers as people write them: no 010, 0x1F, 1e3 or 1_000. */
int	value_number(const struct value *, int64_t min, int64_t max,
	    int64_t *out);
/* 30m, 24h, -2h; none is 0 and fits any range that has no negative part. */
int	value_span(const struct value *, int64_t min, int64_t max,
	    int64_t *out);
int	value_flag(const struct value *, int *out);	/* true or false only */
int	value_word(const struct value *, const struct word *,
	    const char **out);
/* Says that there are too few or too many of something. */
int	value_count(const struct value *, size_t is, int64_t min,
	    int64_t max);

#endif
