/* SPDX-License-Identifier: ISC */
/*
 * rune.h: single characters of UTF-8: decoding, classes, normal forms.
 * The only user of utf8proc.
 */
#ifndef RUNE_H
#define RUNE_H

#include <stddef.h>
#include <stdint.h>

enum { RUNE_BROKEN = -1 };

/* How many bytes the character at text takes, of len > 0 that are there; a
 * byte that begins none is taken alone, as RUNE_BROKEN. */
size_t	rune_next(const char *text, size_t len, int32_t *rune);

enum rune_class {
	RUNE_PLAIN,
	RUNE_CONTROL,	/* C0, DEL, C1 */
	RUNE_BREAK,	/* line and paragraph separators */
	RUNE_TURNING,	/* bidi embeddings, overrides and isolates */
	RUNE_HIDDEN,	/* zero width, bidi marks, tags */
};

enum rune_class rune_class(int32_t);
/* Whether NFC leaves it alone whatever stands before it.  May say no too
 * often, never yes. */
int	rune_settled(int32_t);
/* Columns on a terminal: 0, 1 or 2. */
int	rune_width(int32_t);

enum rune_form {
	RUNE_NFC,
	RUNE_NARROW,	/* NFKC, nothing hidden, one kind of dash and blank */
	RUNE_FOLDED,	/* the same without case */
};

/* Well-formed text in that form, NUL-terminated; the caller frees it.  Text
 * that is not well formed comes back as it is. */
char	*rune_map(const char *text, size_t len, enum rune_form,
	    size_t *new_len);

#endif
