/* SPDX-License-Identifier: ISC */
/*
 * xalloc.c: memory.  Running out of it ends the program.
 */
#include <malloc.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "xalloc.h"

enum { BLOCK = 16 << 10, ALIGN = 16, EXIT_MEMORY = 75 };
enum { AHEAD = 512 << 10, PAGE = 4 << 10 };

struct block {
	struct block *next;
	size_t used, room;
	_Alignas(ALIGN) char data[];
};

struct arena {
	struct block *blocks;	/* the one being filled first */
};

/* What stands here needs no memory, and so is in both languages. */
void *
xmust(void *p)
{
	static const char text[] = "frontdesk: out of memory. Do it again "
	    "when others need less; with the same --request-id nothing is "
	    "recorded twice\n"
	    "frontdesk：内存不足。等别的程序少占一些内存后再做一次；"
	    "用同一个 --request-id 不会重复登记\n";

	if (p == NULL) {
		if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
			_Exit(EXIT_MEMORY);
		_Exit(EXIT_MEMORY);
	}
	return p;
}

void *
xcalloc(size_t n, size_t size)
{
	return xmust(calloc(n ? n : 1, size ? size : 1));
}

void *
xrealloc(void *p, size_t size)
{
	return xmust(realloc(p, size ? size : 1));
}

char *
xstrdup(const char *s)
{
	return xmust(strdup(s));
}

/* It is only advice: whatever becomes of it, nothing changes but the time. */
void
memory_ahead(void)
{
#if defined(M_TOP_PAD) && defined(MADV_POPULATE_WRITE)
	char *first;

	mallopt(M_TOP_PAD, AHEAD);
	first = malloc(1);
	if (first != NULL)
		madvise(first + PAGE - (uintptr_t)first % PAGE, AHEAD - PAGE,
		    MADV_POPULATE_WRITE);
	free(first);
#endif
}

struct arena *
arena_new(void)
{
	return xcalloc(1, sizeof(struct arena));
}

static struct block *
block_new(size_t need)
{
	size_t room = need > BLOCK ? need : BLOCK;
	struct block *b;

	if (room > SIZE_MAX - sizeof(*b))
		xmust(NULL);
	b = xmust(malloc(sizeof(*b) + room));
	b->next = NULL;
	b->used = 0;
	b->room = room;
	return b;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	size_t need = (size + ALIGN - 1) / ALIGN * ALIGN;
	struct block *b = a->blocks;
	void *p;

	if (b == NULL || need > b->room - b->used) {
		b = block_new(need);
		b->next = a->blocks;
		a->blocks = b;
	}
	p = b->data + b->used;
	b->used += need;
	return memset(p, 0, size);
}

char *
arena_slice(struct arena *a, const char *text, size_t len)
{
	char *p = arena_alloc(a, len + 1);

	memcpy(p, text, len);
	return p;
}

char *
arena_copy(struct arena *a, const char *text)
{
	return text == NULL ? NULL : arena_slice(a, text, strlen(text));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		xmust(NULL);
	p = arena_alloc(a, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return p;
}

void
arena_reset(struct arena *a)
{
	struct block *b, *next;

	if (a->blocks == NULL)
		return;
	for (b = a->blocks->next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	a->blocks->next = NULL;
	a->blocks->used = 0;
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	free(a->blocks);
	free(a);
}
