/* SPDX-License-Identifier: ISC */
/*
 * mistake.h: what is wrong in a file, each with its place.
 *
 * All mistakes of a run are collected and come out in the order of their
 * places, a line each: "desk.yaml:3:8: what and what to do".
 */
#ifndef MISTAKE_H
#define MISTAKE_H

#include <stddef.h>

#include "buf.h"
#include "error.h"
#include "xalloc.h"

struct mistake;

struct mistakes {
	struct arena *arena;
	const char *file;	/* what the lines call it */
	size_t count;
	struct mistake *last;
};

/* Lines and columns count from 1; a line of 0 means the file as a whole. */
void	mistake(struct mistakes *, unsigned line, unsigned column,
	    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* Append the lines. */
void	mistake_lines(const struct mistakes *, struct buf *);
/* The same, and MISCONFIGURED with their number, or OK if there are none. */
enum status mistakes_end(const struct mistakes *, struct buf *,
	    struct error *);

#endif
