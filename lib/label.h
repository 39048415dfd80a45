/* SPDX-License-Identifier: ISC */
/*
 * label.h: what a thing is called in both languages.
 */
#ifndef LABEL_H
#define LABEL_H

struct label {
	const char *english, *chinese;	/* NULL: not given */
};

/* The one in the reader's language; the other if that one is missing. */
const char *label_of(const struct label *);

#endif
