/* SPDX-License-Identifier: ISC */
/*
 * called.h: finding a thing by what people call it.
 */
#ifndef CALLED_H
#define CALLED_H

#include "work.h"

/* Everything one thing may be called. */
struct named {
	const char *code;
	const struct label *name, *brief;	/* brief may be NULL */
	const char *also;			/* may be NULL */
};

struct called {
	struct named *v;
	size_t n;
};

/* Room for so many. */
struct called called_new(struct arena *, size_t room);
/*
 * The one that is called so: a code goes before any name.  REFUSED with the
 * nearest name, or with both codes where two are called so.
 */
enum status called_find(struct arena *, const struct called *,
	    const char *typed, size_t *out, struct error *);
/* Whether any is called so. */
int	called_any(const struct called *, const char *typed);
/* What stands behind "staff:" and the like, or NULL. */
const char *called_after(const char *typed, const char *prefix);

#endif
