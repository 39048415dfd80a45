/* SPDX-License-Identifier: ISC */
/*
 * table.h: a table for people, fitted to the width of their terminal.
 *
 * Only ASCII, Han and full-width signs: everything else has a width that
 * terminals disagree on.  What is too long is cut and ends with `~'.
 */
#ifndef TABLE_H
#define TABLE_H

#include "buf.h"
#include "xalloc.h"

enum tint { TINT_NONE, TINT_LATE, TINT_SOON, TINT_DIM };

struct grid;

/* A grid of n columns; headings are borrowed.  `text' is the column that is
 * cut first, down to 8, and `spare' the one that goes then; -1: none. */
struct grid *grid_new(struct arena *, const char *const *headings, int n,
	    int text, int spare);
/* A column of numbers, which end below each other. */
void	grid_right(struct grid *, int column);
/* A row of n cells, copied, made safe for a terminal. */
void	grid_row(struct grid *, const char *const *cells, enum tint);
/* The whole table for so many columns of terminal, appended; under 60 as
 * cards of two lines. */
void	grid_print(struct grid *, int width, int colour, struct buf *out);

int	terminal_width(void);	/* of standard output; 80 when it is none */

#endif
