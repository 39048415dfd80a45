/* SPDX-License-Identifier: ISC */
/*
 * loan.h: a key, or a ring of keys, that is not in the cabinet: lent, lost or
 * withdrawn (E4).  A key of which no loan is open hangs there.
 */
#ifndef LOAN_H
#define LOAN_H

#include "step.h"

enum loan_state {
	LOAN_OUT = 1,
	LOAN_LOST,		/* out of somebody's hands, or of the cabinet */
	LOAN_WITHDRAWN,
	LOAN_RETURNED,
	LOAN_REPLACED,		/* lost, and the lock is another one now */
};

struct loan {
	struct base base;
	const char *key;	/* PD-1, GG-3/2, or the name of a ring */
	const char *tags;	/* those on the ring, blank-separated; else
				 * NULL */
	const char *borrower;	/* NULL: missed from the cabinet, withdrawn */
	const char *holder;	/* the borrower's login, or firm:CODE he comes
				 * from; NULL: neither */
	const char *phone, *room, *purpose;
	int card_type;		/* of word_cards */
	const char *card_end;	/* last four of the number */
	const char *card;	/* keyed hash of it */
	int card_held;		/* kept until the key is back */
	const char *consent;	/* whose, of an entrusted key */
	int consent_how;	/* of word_hows */
	int64_t consented;
	const char *first_responder;	/* who lent it and follows it */
	int64_t opened, due, ended;
};

struct loan_input {
	const char *condition, *why;
};

extern const struct word word_loan_states[];
extern const struct field loan_fields[];
extern const struct record loan_record;

/* Who has it, for the eyes of this actor: a resident's name is masked,
 * except for heads. */
const char *loan_borrower(struct work *, const struct loan *);

#endif
