/* SPDX-License-Identifier: ISC */
/*
 * buf.h: text that grows.  A struct buf starts zeroed; text is NULL until
 * something was added and NUL-terminated from then on.
 */
#ifndef BUF_H
#define BUF_H

#include <stddef.h>
#include <stdio.h>

struct buf {
	char *text;
	size_t len, room;
};

void	buf_add(struct buf *, const char *text, size_t len);
void	buf_puts(struct buf *, const char *text);
void	buf_putc(struct buf *, char c);
void	buf_printf(struct buf *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* What is written there is added to it, by fflush() or fclose() at the latest;
 * the caller closes it, while the buffer is there. */
FILE	*buf_stream(struct buf *);
void	buf_clear(struct buf *);	/* empty again, the room kept */
void	buf_free(struct buf *);

#endif
