/* SPDX-License-Identifier: ISC */
/*
 * told.h: a time as people write it, in either language, taken apart.
 * Nothing here knows what time it is, or in which zone.
 */
#ifndef TOLD_H
#define TOLD_H

#include <stdint.h>

#include "error.h"
#include "hours.h"

enum told_day {
	TOLD_NO_DAY,	/* 18:00 */
	TOLD_DATE,	/* 2026-11-23: year, month, mday */
	TOLD_YEARLY,	/* 11-23: month, mday */
	TOLD_WEEKDAY,	/* Friday: weekday */
	TOLD_DAYS,	/* tomorrow: shift days from today */
	TOLD_WEEK,	/* Friday next week: weekday, shift weeks from this */
	TOLD_SPAN,	/* +2h: span from now */
};

struct told {
	char shown[64];		/* the text, to be shown; cut when long */
	enum told_day day;
	int year, month, mday;
	int weekday;		/* 1 = Monday ... 7 */
	int shift;
	int64_t span;		/* seconds */
	struct hours clock;
};

/* Fills *told, shown in any case.  MISUSED when it is no time, or one that
 * no calendar or clock has, or vague. */
enum status told_read(const char *typed, struct told *, struct error *);
/* Seconds of "90s", "-1h30m".  MISUSED when it is no such thing. */
enum status told_span(const char *typed, int64_t *seconds, struct error *);
/* The refusal of a time that lacks its hour. */
enum status told_no_hour(const struct told *, struct error *);

#endif
