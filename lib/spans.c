/* SPDX-License-Identifier: ISC */
/*
 * spans.c: how long each of many things took.
 */
#include <stdlib.h>
#include <string.h>

#include "spans.h"

void
spans_add(struct arena *arena, struct spans *s, int64_t span)
{
	int64_t *list = s->list;

	if (s->n == s->room) {
		s->room += s->room + 64;
		s->list = arena_alloc(arena, s->room * sizeof(*list));
		if (s->n > 0)
			memcpy(s->list, list, s->n * sizeof(*list));
	}
	s->list[s->n++] = span;
}

static int
compare(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

int64_t
spans_median(struct spans *s)
{
	size_t half = s->n / 2;

	if (s->n == 0)
		return 0;
	qsort(s->list, s->n, sizeof(*s->list), compare);
	if (s->n % 2 == 1)
		return s->list[half];
	return s->list[half - 1] + (s->list[half] - s->list[half - 1]) / 2;
}

int64_t
spans_longest(const struct spans *s)
{
	int64_t longest = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->list[i] > longest)
			longest = s->list[i];
	return longest;
}
