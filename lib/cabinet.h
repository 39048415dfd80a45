/* SPDX-License-Identifier: ISC */
/*
 * cabinet.h: the cabinet of keys: which there are, and where each is now.
 *
 * Which there are is configuration (keys.yaml), where they are is what open
 * loans say.
 */
#ifndef CABINET_H
#define CABINET_H

#include "loan.h"

extern const struct word word_key_states[];	/* in out lost withdrawn */

struct hook {			/* one copy of a key */
	const struct key *key;	/* of a loan whose key is gone from keys.yaml
				 * one that stands in for it */
	const char *name;	/* the tag; of several copies GG-3/2 */
	const char *unit;	/* what goes out with it: its ring, or itself */
	int64_t copy;		/* from 1 */
	const struct loan *loan;	/* the open one; NULL: it is in */
};

struct cabinet {
	struct hook *hooks;	/* in the order of keys.yaml */
	size_t n;
	struct open_loan {
		struct loan loan;
		int hung;	/* keys.yaml has its key */
		struct open_loan *next;
	} *loans;		/* all that are open, by id */
};

/* What somebody named: a key, one copy of it, or a ring. */
struct pick {
	const struct key *key;	/* of a ring the first */
	int64_t copy;		/* 0: any */
	int ring;		/* all that hang on it */
};

/* In work->arena. */
enum status cabinet_load(struct work *, struct cabinet *, struct error *);
/*
 * By tag (GG-3), copy (GG-3/2), ring, or label in either language.  REFUSED
 * with the nearest when there is none, or with both tags where two keys are
 * called so.
 */
enum status cabinet_find(struct work *, const char *typed, struct pick *,
	    struct error *);
/* The same for one key that somebody holds in his hand: of several copies it
 * has to be said which. */
enum status cabinet_find_one(struct work *, const char *typed, struct pick *,
	    struct error *);
/* What a loan of it is called: its ring, or itself; without a copy, of all
 * copies the beginning. */
const char *pick_unit(struct work *, const struct pick *);
int	hook_picked(const struct hook *, const struct pick *);
/* The code of where it is: "in", "out", "lost", "withdrawn". */
const char *hook_state(const struct hook *);
/* REFUSED: why a key is not in, who has it since when, what to do next. */
enum status hook_refuse(struct work *, const struct hook *, struct error *);
/* What keeps a hook's key from going out: itself, or another on its ring;
 * NULL: nothing. */
const struct hook *hook_obstacle(const struct cabinet *, const struct hook *);
/* The open loan of what is called so: by a tag that is out, whatever
 * keys.yaml says by now; NULL: there is none. */
const struct loan *cabinet_loan(const struct cabinet *, const char *typed);
/* "PD-1 substation 1", or a ring and what hangs on it, appended. */
void	cabinet_shown(struct work *, const struct loan *, struct buf *);
/* What goes out with a hook's key, as a loan has it: the key, or all that
 * hang on its ring. */
void	cabinet_take_off(struct work *, const struct cabinet *,
	    const struct hook *, struct loan *);

#endif
