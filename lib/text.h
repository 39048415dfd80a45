/* SPDX-License-Identifier: ISC */
/*
 * text.h: text that came from outside.
 *
 * Text is UTF-8 in NFC.  Everything taken from outside goes through
 * text_take() once, at the edge; inside it is trusted to be well formed and
 * nothing else: on the way out it is escaped where it goes.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>

#include "buf.h"
#include "error.h"
#include "xalloc.h"

enum text_kind {
	TEXT_LINE,	/* names, codes: no control character at all */
	TEXT_FREE,	/* what somebody said: TAB and LF too */
};

enum { TEXT_MAX = 64 << 10 };	/* bytes of one text, as given */

/*
 * Check and normalise text of len bytes into the arena: CRLF and CR become
 * LF, then NFC; blanks at both ends of a TEXT_LINE go.  MISUSED for invalid
 * UTF-8, a NUL, controls, bidi overrides and isolates (U+202A-202E,
 * U+2066-2069), each with its position counted in characters from 1, and
 * for more than TEXT_MAX bytes.
 */
enum status text_take(struct arena *, const char *text, size_t len,
	    enum text_kind, const char **out, struct error *);

/* The form in which names and words are compared: NFKC, no case, no marks
 * of width, no blanks. Appended to out. */
void	text_fold(const char *text, struct buf *out);
int	text_same(const char *a, const char *b);	/* after folding */
/* Whether there is nothing in it to read: blanks of any width, what cannot be
 * seen, or NULL. */
int	text_blank(const char *text);
/* Whether it is one of the words, which blanks separate; NULL: none. */
int	text_among(const char *words, const char *typed);
int	text_has(const char *text, const char *part);	/* after folding; what
						 * is empty is nowhere */

/* 138 0000-0501, ＋86 138..., (0731) 8888 0501: digits and nothing else; +
 * of another country becomes 00.
 * REFUSED with F4.5 when what is left is no number of 3 to 20 digits. */
enum status text_phone(struct arena *, const char *typed, const char **out,
	    struct error *);
/* 3栋2单元501, 3幢2单元501室, 三栋2单元501, 3#2-501, full width or spaced:
 * 3-2-501; where there are no units, B座1201: b-1201.  What has no such
 * form (a place by name) comes back folded of width and blanks only, with
 * *home = 0. */
void	text_room(struct arena *, const char *typed, const char **out,
	    int *home);
/* 3-2-501 as it is said: 3栋2单元501 in Chinese, 3-2-501 in English. */
const char *text_room_spoken(struct arena *, const char *room);

/* 138****0501, and 刘** or M**. */
const char *text_mask_phone(struct arena *, const char *phone);
const char *text_mask_name(struct arena *, const char *name);

/* Columns on a terminal; and text cut to so many columns, its last one `~'
 * when something is missing; one line: a line feed or TAB counts as a blank. */
size_t	text_width(const char *text);
const char *text_cut(struct arena *, const char *text, size_t columns);
/* Text for a terminal, appended: controls, DEL, C1, bidi marks, zero width
 * characters and broken UTF-8 become \x1b or \u202e; LF and TAB stay when
 * `lines' is set. */
void	text_visible(const char *text, int lines, struct buf *out);
/* The same of one line, in the arena. */
const char *text_shown(struct arena *, const char *text);

/* The word of a NULL-ended list nearest to the one typed, by edit distance
 * over characters after folding; NULL when none is near (a third of its
 * length, at least 1, at most 3). */
const char *text_nearest(const char *typed, const char *const *words);
/* The advice after a name that is none of these: the nearest, or all of
 * them; *e's status comes back. */
enum status text_suggest(struct error *e, const char *typed,
	    const char *const *words);

#endif
