/* SPDX-License-Identifier: ISC */
/*
 * clock.h: moments and civil days.
 *
 * A moment is milliseconds since 1970 in UTC; 0 means none.  Civil days and
 * clock times are those of the office's zone.  Nothing here asks what time
 * it is but the first two: every function takes the `now' it is to go by.
 */
#ifndef CLOCK_H
#define CLOCK_H

#include <stdint.h>

#include "error.h"

#define SECOND	INT64_C(1000)
#define MINUTE	(60 * SECOND)
#define HOUR	(60 * MINUTE)
#define DAY	(24 * HOUR)

/* What a time is wanted for; it settles what "18:00" and "Friday" mean. */
enum when {
	WHEN_AT,	/* --at: the last one; never in the future; a day
			 * alone is refused: it asks for the hour */
	WHEN_SINCE,	/* --since: the last one; a day alone begins at 0:00 */
	WHEN_UNTIL,	/* --until as a bound of what is listed: the next one;
			 * a day alone ends one ms before its 24:00 */
	WHEN_PROMISE,	/* something to come: the next one, never in the past;
			 * a day alone is its 24:00 */
	WHEN_DATE,	/* a day: its 0:00; a clock time is refused */
};

int64_t	clock_now(void);
/* For waiting: ms of a clock that nobody sets. */
int64_t	clock_steady(void);
/* The office's zone from here on; MISCONFIGURED when there is none such. */
enum status clock_zone(const char *zone, struct error *);

/*
 * Read a time as people write it in either language, in any locale (the man
 * page frontdesk(7) lists the forms).  MISUSED with the reason otherwise.
 * clock_form() only checks what can be told without knowing the time: it
 * refuses what clock_parse() would refuse at every `now'.
 */
enum status clock_parse(const char *text, enum when, int64_t now,
	    int64_t *out, struct error *);
enum status clock_form(const char *text, enum when, struct error *);
/* A span as configuration writes it: "30m", "24h", "2d", "-2h", "90s". */
enum status clock_span(const char *text, int64_t *out, struct error *);

enum { CLOCK_ROOM = 48 };	/* enough for each of the texts below; the
				 * moment 0 prints as nothing */

/* For data: 2026-11-23T09:40:00+08:00, whole seconds. */
const char *clock_iso(int64_t at, char out[static CLOCK_ROOM]);
/* For people: 10:30 today, else 明天 10:00, 昨天 09:40, 11-25 08:12, another
 * year in full; in a sentence today's gets its 今天 too.  A midnight to come
 * is 24:00 of the day it ends. */
const char *clock_people(int64_t at, int64_t now, char out[static CLOCK_ROOM]);
const char *clock_sentence(int64_t at, int64_t now,
	    char out[static CLOCK_ROOM]);
/* 10:30:05, the clock alone; and 2026-11-23 周一. */
const char *clock_time(int64_t at, char out[static CLOCK_ROOM]);
const char *clock_weekday(int64_t at, char out[static CLOCK_ROOM]);
/* How long, truncated, whatever the sign: 47 秒, 12分, 1小时06分, 2天3小时;
 * and for tables 1:06, h:mm,
 * from 100 hours on 4天. */
const char *clock_length(int64_t ms, char out[static CLOCK_ROOM]);
const char *clock_hours(int64_t ms, char out[static CLOCK_ROOM]);

/* The civil day of a moment: 2026-11-23, and as in ids 261123. */
const char *clock_day(int64_t at, char out[static CLOCK_ROOM]);
const char *clock_id_day(int64_t at, char out[static CLOCK_ROOM]);
/* 0:00 of the day that is n days after the one of at. */
int64_t	clock_midnight(int64_t at, int n);
/* The first moment of the month that is n months after the one of at. */
int64_t	clock_month(int64_t at, int n);

#endif
