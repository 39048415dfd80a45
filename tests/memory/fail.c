/* SPDX-License-Identifier: ISC */
/*
 * fail.c: memory that runs out, for whatever it is preloaded into.
 *
 * FAIL_AT=N: the Nth piece that is asked for is not there; FAIL_ON=1: nor is
 * any after it.  FAIL_COUNT=FILE: how many were asked for is added to it at
 * the end.
 */
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);

static struct {
	long asked, at;
	int on, begun;
} memory;

static __attribute__((constructor)) void
begin(void)
{
	const char *at = getenv("FAIL_AT"), *on = getenv("FAIL_ON");

	memory.at = at != NULL ? strtol(at, NULL, 10) : 0;
	memory.on = on != NULL && *on == '1';
	memory.begun = 1;
}

static __attribute__((destructor)) void
end(void)
{
	const char *path = getenv("FAIL_COUNT");
	FILE *out;

	memory.begun = 0;
	out = path != NULL ? fopen(path, "ae") : NULL;
	if (out == NULL)
		return;
	fprintf(out, "%ld\n", memory.asked);
	fclose(out);
}

static int
is_there(void)
{
	if (!memory.begun)
		return 1;
	memory.asked++;
	if (memory.at == 0 || (memory.on ? memory.asked < memory.at :
	    memory.asked != memory.at))
		return 1;
	errno = ENOMEM;
	return 0;
}

void *
malloc(size_t size)
{
	return is_there() ? __libc_malloc(size) : NULL;
}

void *
calloc(size_t n, size_t size)
{
	return is_there() ? __libc_calloc(n, size) : NULL;
}

void *
realloc(void *p, size_t size)
{
	return is_there() ? __libc_realloc(p, size) : NULL;
}
