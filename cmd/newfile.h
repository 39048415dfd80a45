/* SPDX-License-Identifier: ISC */
/*
 * newfile.h: a new file, there whole or not at all, for its owner alone: it
 * holds names and telephone numbers.
 */
#ifndef NEWFILE_H
#define NEWFILE_H

#include "error.h"
#include "xalloc.h"

/*
 * Make FILE.part, empty, to be filled, and let whatever is made from here on
 * be for its owner alone.  REFUSED where FILE is there already, for nothing
 * is written over, or where FILE.part cannot be made.
 */
enum status newfile_begin(struct arena *, const char *file,
	    const char **part, struct error *);
/* It is filled: put it on the disk and give it its name.  -1 with errno, and
 * neither of them stays, when that cannot be done. */
int	newfile_keep(struct arena *, const char *file, const char *part);

#endif
