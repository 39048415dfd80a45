/* SPDX-License-Identifier: ISC */
/*
 * phrase.h: what is not said to residents (A9 A11 F4.7), as configured.
 */
#ifndef PHRASE_H
#define PHRASE_H

#include "desk.h"

/* The first of the configured phrases that the text has in it; NULL: none. */
const struct phrase *phrase_find(const struct desk *, const char *text);
/* REFUSED with what to say instead, when there is one. */
enum status phrase_refuse(const struct desk *, const char *text,
	    struct error *);

#endif
