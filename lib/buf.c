/* SPDX-License-Identifier: ISC */
/*
 * buf.c: text that grows.
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "xalloc.h"

enum { FIRST_ROOM = 128 };

/* Room for len more bytes and the NUL. */
static void
buf_grow(struct buf *b, size_t len)
{
	size_t room = b->room ? b->room : FIRST_ROOM;

	while (room - b->len <= len)
		room *= 2;
	if (room != b->room)
		b->text = xrealloc(b->text, room);
	b->room = room;
}

void
buf_add(struct buf *b, const char *text, size_t len)
{
	buf_grow(b, len);
	memcpy(b->text + b->len, text, len);
	b->len += len;
	b->text[b->len] = '\0';
}

void
buf_puts(struct buf *b, const char *text)
{
	buf_add(b, text, strlen(text));
}

void
buf_putc(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	buf_grow(b, 1);
	va_start(ap, fmt);
	n = vsnprintf(b->text + b->len, b->room - b->len, fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	if ((size_t)n >= b->room - b->len) {
		buf_grow(b, (size_t)n);
		va_start(ap, fmt);
		vsnprintf(b->text + b->len, (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	b->len += (size_t)n;
}

static ssize_t
put(void *b, const char *bytes, size_t n)
{
	buf_add(b, bytes, n);
	return (ssize_t)n;
}

/* Not open_memstream(): that leaves out what there is no memory for. */
FILE *
buf_stream(struct buf *b)
{
	cookie_io_functions_t to = { .write = put };

	return xmust(fopencookie(b, "w", to));
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	if (b->text != NULL)
		b->text[0] = '\0';
}

void
buf_free(struct buf *b)
{
	free(b->text);
	*b = (struct buf){ 0 };
}
