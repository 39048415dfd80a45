/* SPDX-License-Identifier: ISC */
/*
 * amounts.h: what the measures of a period come to, counted in the store.
 *
 * Each function counts some of the measures, and adds to what was there: of
 * a rate or share its part and whole, of others the part alone.
 */
#ifndef AMOUNTS_H
#define AMOUNTS_H

#include "measures.h"
#include "period.h"

struct amounts {		/* starts zeroed; in the order of measures[] */
	struct amount {
		int64_t part, whole;
	} of[MEASURES_MOST];
};

/* That of a measure, by its code. */
struct amount *amount_of(struct amounts *, const char *code);

/* All that are deadlines: due in the period, and kept or not by now. */
enum status amounts_deadlines(struct work *, const struct period *,
	    struct amounts *, struct error *);
/* What is written down with contacts. */
enum status amounts_contacts(struct work *, const struct period *,
	    struct amounts *, struct error *);
/* Call-backs that reached somebody. */
enum status amounts_call_backs(struct work *, const struct period *,
	    struct amounts *, struct error *);
/* Complaints, and those of them that had not been there before. */
enum status amounts_repeated(struct work *, const struct period *,
	    struct amounts *, struct error *);
/* Tickets that were made void. */
enum status amounts_void(struct work *, const struct period *,
	    struct amounts *, struct error *);
/* The rest: of tickets, deadlines, analyses and the journal. */
enum status amounts_others(struct work *, const struct period *,
	    struct amounts *, struct error *);

#endif
