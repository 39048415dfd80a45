/* SPDX-License-Identifier: ISC */
/*
 * card.h: identity cards: shown, known again, never kept (E4).
 *
 * The number itself goes no further than the buffer it was read into, which
 * its owner wipes.  What is left of it is its kind, its end and a keyed hash.
 */
#ifndef CARD_H
#define CARD_H

#include <stdint.h>

#include "secret.h"
#include "words.h"

extern const struct word word_cards[];
enum { CARD_RESIDENT = 1 };	/* 1 + index in word_cards */

struct card {
	int type;		/* of word_cards */
	char end[20];		/* its last four characters; fewer of a short
				 * one */
	char mac[SECRET_MAC];	/* the same for the same card, at this desk */
};

/*
 * Check the number in text, which is changed in place: full width becomes
 * narrow, blanks and dashes go.  A resident's has 18 digits, a date and a
 * check digit (GB 11643-1999).  MISREAD with E4 otherwise; no message holds
 * any of it.
 */
enum status card_check(char *text, int type, int64_t now, struct error *);
/* What is kept of a number that was checked; dir is the configuration's. */
enum status card_seal(const char *dir, const char *text, int type,
	    struct card *, struct error *);
/* Whether what may be a resident's number, mistyped or not, stands anywhere
 * in text, as it should not. */
int	card_within(const char *text);

#endif
