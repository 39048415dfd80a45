/* SPDX-License-Identifier: ISC */
/*
 * lending.h: giving out keys, one against one identity card (E4).
 */
#ifndef LENDING_H
#define LENDING_H

#include "card.h"
#include "loan.h"

struct lending {		/* what was asked for */
	const char *key, *to, *phone;
	int id_type;		/* of word_cards; 0: a resident's */
	const char *room, *purpose, *why;	/* why: purpose by its letter */
	int64_t until;
	const char *consent;
	int consent_how;
	int64_t consented;
	int id_held;
};

extern const struct table lending_table;

/*
 * Whether all would be well but for the card, before anybody is asked for
 * one: the key is in, the borrower known, the time and the consent right.
 * MISUSED for --id-held where cards are not held.
 */
enum status lending_ready(struct work *, const struct lending *,
	    struct error *);
/*
 * Give it out, in a transaction.  REFUSED with E4 where the key is not in,
 * the card has another, or the borrower owes one.
 */
enum status lending_take(struct work *, const struct lending *,
	    const struct card *, struct loan *, struct error *);

#endif
