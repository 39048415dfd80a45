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

enum { KIND_COMPLAINT = 1 };	/* 1 + index in word_kinds, word_results */
enum { RESULT_SATISFIED = 1, RESULT_DISSATISFIED, RESULT_UNREACHABLE };

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
	const char *joined;	/* ticket it goes with; NULL: none */
	const char *body;	/* outside body it was taken up with (C7) */
	int64_t chased, settled;	/* last; its outcome came, or given up */
	int result;		/* of word_results: the last call-back (C6) */
	struct maybe score;
	int64_t called_back;	/* when that was, or was tried */
	int64_t follow_ups, chases, tries, moved, reopens, unreached;
};

/* What the steps of a ticket may be given. */
struct ticket_input {
	const char *to, *text, *why;
	const char *told;	/* login that an escalation goes to */
	int auto_route, how;
	int64_t promise, until;
	const char *told_by;	/* who told the resident of the promise */
	const char *tried;	/* whom it was tried with (F4.8) */
	const char *body, *person, *ref, *reply, *outcome, *give_up;	/* C7 */
	int64_t next;
	int result;
	struct maybe score;
	const char *ticket;	/* that it is joined to */
	int strict, follows;	/* follows: with that one, by itself */
	const char *room, *category, *accused, *was;	/* amended */
	int kind;
	const char *firm;	/* that somebody of ours accepted for */
};

extern const struct field ticket_fields[], ticket_inputs[];
extern const struct step ticket_steps[];
extern const struct owed ticket_owes[];
extern const struct record ticket_record;
/* What joined tickets take from the one they go with (ticket-join.c). */
enum status ticket_spread(struct work *, const struct step *, void *rec,
	    void *input, struct error *);

/* Hand it to somebody: handler, department and state (F4.4). */
void	ticket_hand(struct ticket *, const struct who *);
/* C5: nobody is handed a complaint about himself, which he may not finish. */
enum status ticket_may_hand(struct work *, const struct ticket *,
	    const struct who *, struct error *);
/* Where its category routes it; MISUSED-free: the centre if nowhere. */
void	ticket_route(struct work *, const struct ticket *, struct who *);
/* Finished, by its handler if it has one: resolved, or closed where its kind
 * needs no call-back, or the sample leaves it out (C6). */
void	ticket_finish(const struct work *, struct ticket *);
/* C7: the cause that its category has, unless it has one: of what does not
 * work, for who only asks about it is answered. */
void	ticket_take_cause(const struct work *, struct ticket *);
/* C7: what others caused is neither resolved nor closed before they were
 * chased and gave an outcome, or a head gave up. */
enum status ticket_may_settle(struct work *, const struct ticket *,
	    struct error *);
/* C5: the accused may not finish it. */
enum status ticket_may_finish(struct work *, const struct ticket *,
	    struct error *);
/* Whose matter it is: a complaint is that of its category's department,
 * whoever deals with it; others are where they lie. */
const char *ticket_department(const struct work *, const struct ticket *);
/* Who hears of a complaint: the head, unless that is the accused (A3 C5). */
const char *ticket_head(const struct work *, const struct ticket *);

#endif
