/* SPDX-License-Identifier: ISC */
/*
 * recurrence.h: complaints that come again in the same place: found, handed
 * to who analyses them, and what a remedy was worth (C9).
 *
 * They recur when so many of one category and place came in so long
 * (`recurring' in desk.yaml); void ones, and those that were joined to
 * another, are not counted.
 */
#ifndef RECURRENCE_H
#define RECURRENCE_H

#include "analysis.h"
#include "ticket.h"

struct group {
	const char *category, *place;
	const char *members;	/* ids of tickets, blank-separated, in order */
	int64_t count, first, last;	/* times of the first and last */
	const char *analysis;	/* of it, made since the first; NULL: none */
	int state;		/* of that, 1 + index in its states */
};

/* Those that recur now, by category and place; in work->arena. */
enum status recurrence_groups(struct work *, const struct group **,
	    size_t *n, struct error *);
/* A ticket was logged, or put right: its month owes an analysis, and a remedy
 * for what it is about has failed. */
enum status recurrence_seen(struct work *, const struct ticket *,
	    struct error *);

/* What is to be analysed: tickets of one category and place, by their ids;
 * or what recurs of a category in a place; or a month. */
struct matter {
	const char *const *tickets;
	size_t ntickets;
	const char *category, *room, *month;	/* as they were typed */
};
/* Analyse it.  REFUSED when there is nothing such, or it was done. */
enum status recurrence_analyse(struct work *, const struct matter *,
	    struct analysis_input *, struct analysis *, struct error *);

#endif
