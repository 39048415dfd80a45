/* SPDX-License-Identifier: ISC */
/*
 * pace.h: how far a long run is, in a line of words.
 */
#ifndef PACE_H
#define PACE_H

#include <stdint.h>

#include "buf.h"

struct pace {
	int64_t rows;		/* so many are done, */
	int64_t ms;		/* in so long; 0: nothing can be said of it */
	int64_t bytes, size;	/* of what is read; size 0: not known */
};

/* "120,000 rows, 15,400 a second, 57 s to go", or less of it; appended. */
void	pace_text(const struct pace *, struct buf *);

#endif
