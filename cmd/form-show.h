/* SPDX-License-Identifier: ISC */
/*
 * form-show.h: a form half filled in, and what it shows between its
 * questions: all of that goes to standard error.
 */
#ifndef FORM_SHOW_H
#define FORM_SHOW_H

#include "cli.h"
#include "likeness.h"
#include "reception.h"
#include "who.h"

enum {				/* the questions, in order */
	CHANNEL, PHONE, NO_PHONE, NAME, ROOM, CONTENT, CATEGORY, JOIN, HOW,
	ON_SPOT, TO, PROMISE, TRIED, RECORD, QUESTIONS,
};
enum { DONE = 1, HANDED, MINE, OWED };	/* answers to HOW */

struct form {
	struct cli *cli;
	struct call *call;
	const char *typed[QUESTIONS];	/* last answers; NULL: only Enter */
	const char *taken[QUESTIONS];	/* the same with what Enter took */
	size_t asked[QUESTIONS], nasked;	/* those behind, for `<' */
	size_t at;		/* the one that is next */
	unsigned given;		/* bits of those not to ask */
	int kind, caller;	/* of the options; 0: not given */
	const char *accused;	/* login, or NULL */
	struct last last;
	struct likes likes;
	const struct category *category;	/* NULL: not yet */
	struct who who;		/* whom it is handed to */
	int how;		/* DONE and so on; 0: none of them */
	int left;		/* it is not to be recorded */
};

/* Parts with two blanks between; they are given up. */
void	form_show(struct form *, struct buf *parts);
/* What was wrong with an answer: nothing is refused yet. */
void	form_show_error(struct form *, const struct error *);
/* Who it was last time, if anybody. */
void	form_show_last(struct form *);
/* Tickets that it may be joined to, numbered. */
void	form_show_likes(struct form *);
/* What the resident is told: who has it, and by when (F4.5). */
void	form_show_sentence(struct form *);
/* By when, of a kind of deadline that begins now. */
const char *form_by(const struct form *, const char *kind,
	    char out[static CLOCK_ROOM]);

#endif
