/* SPDX-License-Identifier: ISC */
/*
 * id.h: the ids of records, as people and other programs write them.
 */
#ifndef ID_H
#define ID_H

#include "error.h"
#include "xalloc.h"

/*
 * Whether text is an id: a letter, a day, a number; MISUSED otherwise.  What
 * says which contact (/2) is taken off, and so is an office before it
 * (DH:T261123-0007): REFUSED when it is another one; office NULL: any.
 */
enum status id_check(struct arena *, const char *office, const char *text,
	    const char **id, struct error *);

/* Whether so many bytes are the code of an office: 1 to 8 capital letters and
 * digits. */
int	id_office(const char *, size_t);

#endif
