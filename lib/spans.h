/* SPDX-License-Identifier: ISC */
/*
 * spans.h: how long each of many things took, and what is usual of them.
 */
#ifndef SPANS_H
#define SPANS_H

#include <stddef.h>
#include <stdint.h>

#include "xalloc.h"

struct spans {			/* starts zeroed; ms */
	int64_t *list;
	size_t n, room;
};

void	spans_add(struct arena *, struct spans *, int64_t);
/* The middle one, or halfway between the two in the middle; and the longest.
 * 0 without any.  The first puts them in order. */
int64_t	spans_median(struct spans *);
int64_t	spans_longest(const struct spans *);

#endif
