/* SPDX-License-Identifier: ISC */
/*
 * reception.h: taking a call, visit or letter: the contact, its ticket, and
 * what was done about it at once (C1, F4.2, F4.4-F4.6, F4.8).
 */
#ifndef RECEPTION_H
#define RECEPTION_H

#include "contact.h"
#include "ticket.h"

/* What is typed, or stands in a row of a file. */
struct call {
	const char *content;
	int channel, kind, caller;
	const char *medium;
	const char *name, *phone, *no_phone, *room, *category;
	int anonymous;
	const char *accused, *first_responder;
	int64_t at;
	const char *on_spot, *to;
	int64_t promise;
	int callback_owed;
	const char *tried;	/* whom it was tried with (F4.8) */
	int cause, utility;	/* of word_causes, word_utilities (C7) */
	const char *ticket;
	int urge;
	struct maybe rings;
};

extern const struct table call_table;

/* What can be told without the store: MISUSED. */
enum status call_check(const struct call *, struct error *);
/*
 * Record it.  REFUSED where the regulation is not kept: no name or no
 * telephone (F4.5), an unknown room, category, person.  The ticket and the
 * contact as they were stored come back.
 */
enum status reception_take(struct work *, const struct call *,
	    struct ticket *, struct contact *, struct error *);

#endif
