/* SPDX-License-Identifier: ISC */
/*
 * event.h: the journal: what happened, in a chain that shows tampering (C10).
 */
#ifndef EVENT_H
#define EVENT_H

#include "work.h"

/*
 * Append an event about a record, as of `at', and make it the head of the
 * chain.  body is a flat JSON object: the fields that changed and what was
 * said.  The record joins work->ids.  w->seq is the event's number.
 */
enum status event_add(struct work *, const char *record, const char *step,
	    const char *clause, int64_t at, const char *body, struct error *);

struct chain {
	int64_t events;
	char head[65];
	int64_t bad;		/* number of the first bad event, 0 = none */
	const char *why;	/* translated; static */
};

/* Go over an office's whole chain; what is wrong comes back in *chain. */
enum status chain_check(struct store *, const char *office, struct chain *,
	    struct error *);

#endif
