/* SPDX-License-Identifier: ISC */
/*
 * ladder.h: what is late climbs the ladder: the scan that cron runs.
 *
 * A rung of a due time is done once, whoever scans, however often: the scan
 * that moves deadline.next first has it.  After a pause the highest rung
 * reached is fired and the lower ones are written down as skipped.
 */
#ifndef LADDER_H
#define LADDER_H

#include "work.h"

enum { NOTIFIED_MAX = 16, SKIPPED_MAX = 16 };

struct firing {			/* one rung, fired or about to be */
	const char *id, *deadline, *clause;
	const char *message;	/* what they are told, of word_messages */
	int64_t rung, due, late_seconds;	/* late: negative before due */
	const char *notified[NOTIFIED_MAX + 1];	/* logins, NULL-ended */
	int64_t skipped[SKIPPED_MAX];
	int nskipped;
};

struct scan {
	int dry_run;		/* write nothing */
	/* Called for each, after its transaction is committed. */
	void (*each)(const struct firing *, void *arg);
	void *arg;
	int64_t fired, skipped;
	int64_t silence;	/* ms without a scan before this one, where that
				 * is longer than it should be; else 0 */
};

enum status ladder_scan(struct work *, struct scan *, struct error *);

/* Why a deadline does, or does not, climb. */
struct standing {
	const char *id, *deadline, *clause;
	int64_t due, next;	/* next 0: never again */
	const char *why;	/* fires waits done exempt */
};

enum status ladder_explain(struct work *, const char *id,
	    void (*each)(const struct standing *, void *), void *arg,
	    struct error *);

#endif
