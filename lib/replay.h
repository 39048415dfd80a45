/* SPDX-License-Identifier: ISC */
/*
 * replay.h: whether the records follow from the journal.
 */
#ifndef REPLAY_H
#define REPLAY_H

#include "records.h"

struct replay {
	int64_t records;
	const char *bad;	/* id of the first that does not follow, or NULL */
	const char *why;	/* translated */
};

/*
 * Put every record of one kind together again from its events and compare it
 * with its row, and count both.  Records of which a body was erased are only
 * counted.
 */
enum status replay_check(struct work *, const struct record *,
	    struct replay *, struct error *);

#endif
