/* SPDX-License-Identifier: ISC */
/*
 * deadline.h: what is owed, by whom and by when; one table for everything.
 */
#ifndef DEADLINE_H
#define DEADLINE_H

#include "field.h"
#include "work.h"

/* A kind of deadline.  Configuration may change its limit (limits:). */
struct owed {
	const char *kind, *clause;
	enum { ELAPSED, DAY_END, GIVEN } rule;	/* limit after the start; end
						 * of the civil day; a time
						 * that somebody says */
	int64_t limit;		/* ms; for ELAPSED */
	const char *holder;	/* member of the record that names who owes
				 * it, or "head" of its department; NULL: a
				 * rule does */
};

struct debt {			/* one deadline about to be opened */
	const struct owed *owed;
	const char *record, *holder, *department, *first_responder;
	const char *clause;	/* NULL: owed->clause */
	int64_t from, due;	/* due: 0 = as owed->rule says */
	int64_t met;		/* by then it was; 0: it is open */
};

const struct owed *owed_find(const struct owed *, const char *kind);
/* The limit of an ELAPSED kind: the configuration's, else its own. */
int64_t	owed_limit(const struct desk *, const struct owed *);

/* Open one, or write down that it was met as deadline_end() would; its due
 * time comes back in debt->due. */
enum status deadline_open(struct work *, struct debt *, struct error *);
/*
 * End the open ones of a record, of one kind, and of one holder unless NULL:
 * "met" or "void".  What ends after it was due leaves its breach for ever.
 */
enum status deadline_end(struct work *, const char *record, const char *kind,
	    const char *holder, const char *outcome, int64_t at,
	    struct error *);
/* What a step ended at that moment as met runs on, by its old due time; its
 * breach, if it has one, stays, and is late until it ends again. */
enum status deadline_resume(struct work *, const char *record,
	    const char *kind, int64_t ended, struct error *);
/* Move the due time; *moved is 0 when none of that kind is open.  A time
 * that passed unmet leaves its breach. */
enum status deadline_move(struct work *, const char *record,
	    const char *kind, int64_t due, int *moved, struct error *);
/* Somebody else owes it now.  One that is late by then leaves its breach
 * with whoever owed it before. */
enum status deadline_pass(struct work *, const char *record,
	    const char *kind, const char *holder, const char *department,
	    struct error *);
/* The ladder stays silent until then about those of a record's deadlines
 * that are open now, also when they are moved. */
enum status deadline_hush(struct work *, const char *record, int64_t until,
	    struct error *);
/* Write down that a due time passed unmet; ended 0: it still is. */
enum status breach_note(struct work *, const char *record, int64_t no,
	    int64_t due, int64_t ended, struct error *);
/* The record of one that was missed, as its end or a rung shows, while its
 * breach is not there; NULL: there is none such. */
enum status breach_missing(struct work *, const char **record,
	    struct error *);

/* ---- rungs: who hears of a kind of deadline, as configured ---- */

/* Whether a rung of the ladder applies to a kind of deadline. */
int	rung_applies(const struct desk *, const struct rung *,
	    const char *kind);
/* When the first rung of a kind that is planned at or after `from' is due;
 * 0 when there is none, or due lies before enforce_from. */
int64_t	rung_next(const struct desk *, const char *kind, int64_t due,
	    int64_t from);
/* When the ladder has to look first: not before `quiet', 0 = at once. */
int64_t	rung_after(const struct desk *, const char *kind, int64_t due,
	    int64_t quiet);

#endif
