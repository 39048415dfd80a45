/* SPDX-License-Identifier: ISC */
/*
 * ticket.h: a matter that somebody brought to the desk, until it is finished.
 */
#ifndef TICKET_H
#define TICKET_H

#include "who.h"
#include "step.h"

enum ticket_state {
	TICKET_PENDING = 1,	/* nobody holds it */
	TICKET_ASSIGNED,
	TICKET_ACCEPTED,
	TICKET_RESOLVED,	/* waits for the call-back */
	TICKET_CLOSED,
	TICKET_VOID,
};

enum { KIND_COMPLAINT = 1 };	/* 1 + index in word_kinds */

struct ticket {
	struct base base;
	int kind;		/* of word_kinds */
	const char *category;
	int cause, utility;
	const char *room;
	const char *first_responder;	/* F4.2: never changes */
	const char *recorded_by, *accused;
	int self_taken;		/* C5: the accused recorded it */
	const char *department, *handler;
	int64_t opened;		/* the contact: every clock starts here */
	int64_t recorded;
	int64_t answered, promised, escalated, resolved, closed;
	int64_t hand_backs, contacts, visits, urges;
};

/* What the steps of a ticket may be given. */
struct ticket_input {
	const char *to, *text, *why;
	const char *told;	/* login that an escalation goes to */
	int auto_route, how;
	int64_t promise, until;
};

extern const struct field ticket_fields[], ticket_inputs[];
extern const struct step ticket_steps[];
extern const struct owed ticket_owes[];
extern const struct record ticket_record;

/* Hand it to somebody: handler, department and state (F4.4). */
void	ticket_hand(struct ticket *, const struct who *);
/* C5: nobody is handed a complaint about himself, which he may not finish. */
enum status ticket_may_hand(struct work *, const struct ticket *,
	    const struct who *, struct error *);
/* Where its category routes it; MISUSED-free: the centre if nowhere. */
void	ticket_route(struct work *, const struct ticket *, struct who *);
/* Finished: resolved, or closed where its kind needs no call-back (C6). */
void	ticket_finish(const struct work *, struct ticket *);
/* C5: the accused may not finish it. */
enum status ticket_may_finish(struct work *, const struct ticket *,
	    struct error *);
/* Whose matter it is: a complaint is that of its category's department,
 * whoever deals with it; others are where they lie. */
const char *ticket_department(const struct work *, const struct ticket *);
/* Who hears of a complaint: the head, unless that is the accused (A3 C5). */
const char *ticket_head(const struct work *, const struct ticket *);

#endif
