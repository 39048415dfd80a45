/* SPDX-License-Identifier: ISC */
/*
 * period.h: the time that a report is about, and the ids of its days.
 */
#ifndef PERIOD_H
#define PERIOD_H

#include "work.h"

struct period {
	int64_t from, to;	/* to is the first moment no longer in it */
	int one_day;
};

/* What was made void leaves every rate: `record NOT IN' these, whose office
 * is $1. */
#define VOID_TICKETS "(SELECT id FROM ticket WHERE office = $1 AND " \
	"state = 'void')"

/* The contacts c of a period, by their days: an opening one's is in its id.
 * Not OR: SQLite would write down each it has had.  What the parameters are,
 * in work->arena. */
#define PERIOD_CONTACTS(columns) "(SELECT " columns " FROM contact " \
	"WHERE office = $1 AND at >= $2 AND at < $3 AND no = 1 AND " \
	"ticket >= $4 AND ticket < $5 UNION ALL SELECT " columns " " \
	"FROM contact WHERE office = $1 AND at >= $2 AND at < $3 AND " \
	"no > 1 AND day >= $6 AND day <= $7) c "
const struct value *period_contacts(struct work *, const struct period *);

/* Ids of a letter that its days gave out lie from the one to before the
 * other; in work->arena. */
const char *period_low(struct work *, const struct period *, char letter);
const char *period_high(struct work *, const struct period *, char letter);

#endif
