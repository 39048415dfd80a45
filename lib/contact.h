/* SPDX-License-Identifier: ISC */
/*
 * contact.h: one call, visit or letter.  The first opens a ticket, later
 * ones belong to it; none is ever changed.
 */
#ifndef CONTACT_H
#define CONTACT_H

#include "field.h"

/* 1 + index in word_channels and word_dispositions. */
enum { CHANNEL_CALL = 1, CHANNEL_VISIT, CHANNEL_LETTER };
enum {
	DISPOSITION_ON_SPOT = 1, DISPOSITION_HANDED_OVER,
	DISPOSITION_PROMISED, DISPOSITION_CALLBACK_OWED,
	DISPOSITION_PENDING, DISPOSITION_ADDED, DISPOSITION_URGED,
};

struct contact {
	const char *office, *ticket;
	int64_t no;		/* within the ticket, from 1 */
	int channel;		/* of word_channels */
	const char *medium;	/* the word typed for it */
	int64_t at;
	const char *day;	/* local civil day of at */
	const char *room;
	int caller;		/* of word_callers */
	const char *name, *phone, *no_phone, *content;
	int disposition;	/* of word_dispositions */
	const char *done;	/* on the spot */
	const char *told_department;	/* F4.5 */
	const char *first_responder, *recorded_by;	/* of this contact */
	struct maybe rings;
	const char *tried;	/* whom it was tried with (F4.8) */
};

/* What of a contact the journal keeps with the ticket's step. */
#define CONTACT_NOTED "no channel medium at caller name phone no_phone " \
	"content disposition done told_department rings tried"

extern const struct table contact_table;

#endif
