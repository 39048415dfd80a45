/* SPDX-License-Identifier: ISC */
/*
 * xalloc.h: memory.  Running out of it ends the program as what can be tried
 * again (75): before the commit nothing is written, after it the record is
 * safe, and which it was nobody can be told.
 */
#ifndef XALLOC_H
#define XALLOC_H

#include <stddef.h>

/* What others allocated, which must be there. */
void	*xmust(void *);
void	*xcalloc(size_t n, size_t size);
void	*xrealloc(void *, size_t size);
char	*xstrdup(const char *);
/* Take at once what opening a desk will need, rather than page by page: where
 * the system can do that, it spares a hundred faults. */
void	memory_ahead(void);

/*
 * An arena gives out memory that is given back all at once.  What one
 * transaction reads and makes up lives in its arena, so that no record needs
 * a function to clear it.  Memory from an arena is zeroed.
 */
struct arena;

struct arena *arena_new(void);
void	*arena_alloc(struct arena *, size_t size);
char	*arena_copy(struct arena *, const char *text);	/* NULL gives NULL */
char	*arena_slice(struct arena *, const char *text, size_t len);
char	*arena_printf(struct arena *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	arena_reset(struct arena *);	/* everything given out is gone */
void	arena_free(struct arena *);	/* NULL is fine */

#endif
