/* SPDX-License-Identifier: ISC */
/*
 * unit.h: counting for a program of unit tests: included once, by its only
 * source file.  It says nothing of what is well.
 */
#ifndef UNIT_H
#define UNIT_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define COUNT(list)	(sizeof(list) / sizeof((list)[0]))

static int passed, failed;

static inline void
same(const char *what, const char *got, const char *wanted)
{
	if (got != NULL && strcmp(got, wanted) == 0) {
		passed++;
		return;
	}
	failed++;
	printf("FAILED %s: got / wanted\n%s\n%s\n", what,
	    got != NULL ? got : "NULL", wanted);
}

static inline void
same_number(const char *what, int64_t got, int64_t wanted)
{
	if (got == wanted) {
		passed++;
		return;
	}
	failed++;
	printf("FAILED %s: got %lld / wanted %lld\n", what, (long long)got,
	    (long long)wanted);
}

/* The last line, and what main returns. */
static inline int
finish(void)
{
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}

#endif
