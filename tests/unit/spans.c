/* SPDX-License-Identifier: ISC */
/*
 * spans.c: the median and the longest of many spans, in any order.
 */
#include "spans.h"
#include "unit.h"

/* So many: 1, n, 2, n - 1 ... */
static void
check(size_t n, int64_t median)
{
	struct arena *arena = arena_new();
	struct spans s = { 0 };

	for (size_t i = 0; i < n; i++)
		spans_add(arena, &s, (int64_t)(i % 2 == 0 ? i / 2 + 1 :
		    n - i / 2));
	same_number("longest", spans_longest(&s), (int64_t)n);
	same_number("median", spans_median(&s), median);
	arena_free(arena);
}

int
main(void)
{
	check(0, 0);
	check(1, 1);
	check(2, 1);	/* half a millisecond is cut off */
	check(3, 2);
	check(64, 32);
	check(65, 33);
	check(1000, 500);
	return finish();
}
