/* SPDX-License-Identifier: ISC */
/*
 * ticket-owe.h: what is owed about a ticket, opened and ended; and the rules
 * that are more than a row of ticket-steps.c, in the files named beside them.
 */
#ifndef TICKET_OWE_H
#define TICKET_OWE_H

#include "ticket.h"

enum status ticket_owe(struct work *, const struct ticket *,
	    const char *kind, int64_t from, int64_t due, struct error *);
enum status ticket_end(struct work *, const struct ticket *,
	    const char *kind, const char *outcome, struct error *);
/* The answer, by the clock of its kind; the 24 hours are the complaint's.  It
 * is met already where there is one. */
enum status ticket_owe_answer(struct work *, const struct ticket *,
	    struct error *);
/* The acknowledgement: by the head of its category, or above him if it is
 * about him (A3). */
enum status ticket_owe_head(struct work *, const struct ticket *,
	    struct error *);
/* The call-back: by the first responder, unless he may not make it (C6). */
enum status ticket_owe_call(struct work *, const struct ticket *,
	    struct error *);
/* Somebody is accused who was not: what he owes of these, others owe now. */
enum status ticket_pass_accused(struct work *, const struct ticket *,
	    struct error *);
/* What the first responder or a head did counts as the day's follow-up; the
 * next one is owed (F4.4). */
enum status ticket_followed(struct work *, const struct ticket *,
	    struct error *);
/* A promise, made or moved: the time the resident was told (F4.6). */
enum status ticket_promise(struct work *, struct ticket *, int64_t at,
	    struct error *);
/* C5 and ours: neither the accused nor the handler calls back. */
int	ticket_may_call(const struct work *, const struct ticket *,
	    const char *login);
/* One that was joined goes with another: REFUSED with the id of that. */
enum status ticket_alone(struct work *, const struct ticket *,
	    struct error *);

step_rule ticket_can_call, ticket_call_back, ticket_reopen;	/* -circle */
step_rule ticket_can_chase, ticket_chase;			/* -chase */
step_rule ticket_can_amend, ticket_amend, ticket_strike;	/* -amend */
step_rule ticket_join, ticket_part;				/* -join */

#endif
