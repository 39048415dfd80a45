/* SPDX-License-Identifier: ISC */
/*
 * when.c: the moment that a time as typed means, given what it is for.
 */
#include <time.h>

#include "civil.h"
#include "clock.h"
#include "told.h"

enum { YEAR_2000 = 100, TRIES = 9, DAY_SECONDS = 86400 };

/* The day, where it leaves something open the n-th from the one of today:
 * 1 the next, -1 the last.  0 when there is none such. */
static int
day_meant(const struct told *t, const struct tm *today, int n, struct tm *day)
{
	int monday = today->tm_mday - (today->tm_wday + 6) % 7;

	*day = (struct tm){ .tm_year = today->tm_year,
	    .tm_mon = today->tm_mon, .tm_mday = today->tm_mday };
	switch (t->day) {
	case TOLD_DATE:
	case TOLD_YEARLY:
		day->tm_year = t->day == TOLD_DATE ? t->year - 1900 :
		    today->tm_year + n;
		day->tm_mon = t->month - 1;
		day->tm_mday = t->mday;
		break;
	case TOLD_WEEKDAY:
		day->tm_mday = monday + t->weekday - 1 + 7 * n;
		break;
	case TOLD_WEEK:
		day->tm_mday = monday + t->weekday - 1 + 7 * t->shift;
		break;
	case TOLD_DAYS:
		day->tm_mday += t->shift;
		break;
	case TOLD_NO_DAY:
	case TOLD_SPAN:
		day->tm_mday += n;
		break;
	}
	timegm(day);	/* puts months and years right */
	return t->day != TOLD_YEARLY || day->tm_mday == t->mday;
}

/* A clock time of that day; 0 where the clocks skip it. */
static int64_t
clock_of(const struct hours *c, const struct tm *day)
{
	struct tm t = *day;
	int64_t at;

	if (!c->zone && c->hour == 24)
		return civil_midnight(day, 1);
	t.tm_hour = c->hour;
	t.tm_min = c->minute;
	t.tm_sec = c->second;
	at = c->zone ? ((int64_t)timegm(&t) - c->offset * 60) * SECOND :
	    civil_at(&t);
	return at == 0 ? 0 : at + c->ms;
}

static int64_t
nth(const struct told *t, const struct tm *today, enum when when, int n)
{
	struct tm day;

	if (!day_meant(t, today, n, &day))
		return 0;
	if (t->clock.given)
		return clock_of(&t->clock, &day);
	switch (when) {
	case WHEN_UNTIL:
		return civil_midnight(&day, 1) - 1;
	case WHEN_PROMISE:
		return civil_midnight(&day, 1);
	default:
		return civil_midnight(&day, 0);
	}
}

static int64_t
moment(const struct told *t, enum when when, int64_t now)
{
	int forward = when == WHEN_UNTIL || when == WHEN_PROMISE, n;
	struct tm today = civil(now);
	int64_t at;

	if (t->day == TOLD_SPAN && when == WHEN_DATE)
		return civil_midnight(&today, (int)(t->span / DAY_SECONDS));
	if (t->day == TOLD_SPAN)
		return now + t->span * SECOND;
	if (t->day != TOLD_NO_DAY && t->day != TOLD_YEARLY &&
	    t->day != TOLD_WEEKDAY)
		return nth(t, &today, when, 0);
	for (n = 0; n < TRIES; n++) {
		at = nth(t, &today, when, forward ? n : -n);
		if (at != 0 && (forward ? at > now : at <= now))
			return at;
	}
	return 0;
}

/* -1 when it is past whatever the time is now, 1 when it is to come. */
static int
side(const struct told *t)
{
	switch (t->day) {
	case TOLD_SPAN:
		return t->span > 0 ? 1 : -1;
	case TOLD_DAYS:
	case TOLD_WEEK:
		return t->shift > 0 ? 1 : t->shift < 0 ? -1 : 0;
	default:
		return 0;
	}
}

static enum status
wrong_side(const struct told *t, enum when when, struct error *e)
{
	return fail(e, MISUSED, NULL, when == WHEN_AT ?
	    _("%s is still to come") : _("%s is past"), t->shown);
}

/* Read, and refuse what is wrong whatever the time is now. */
static enum status
form(const char *text, enum when when, struct told *t, struct error *e)
{
	enum status status = told_read(text, t, e);

	if (status != OK)
		return status;
	if (when == WHEN_AT && !t->clock.given && t->day != TOLD_SPAN)
		return told_no_hour(t, e);
	if (when == WHEN_DATE &&
	    (t->clock.given || t->span % DAY_SECONDS != 0)) {
		fail(e, MISUSED, NULL, _("%s is a time of day"), t->shown);
		return advise(e, _("Write the day alone"));
	}
	if ((when == WHEN_AT && side(t) > 0) ||
	    (when == WHEN_PROMISE && side(t) < 0))
		return wrong_side(t, when, e);
	return OK;
}

enum status
clock_form(const char *text, enum when when, struct error *e)
{
	struct told t;

	return form(text, when, &t, e);
}

enum status
clock_parse(const char *text, enum when when, int64_t now, int64_t *out,
    struct error *e)
{
	char clock[CLOCK_ROOM];
	struct told t;
	enum status status = form(text, when, &t, e);
	int64_t at;

	if (status != OK)
		return status;
	at = moment(&t, when, now);
	if (at == 0)
		return fail(e, MISUSED, NULL,
		    _("%s is left out: the clocks change then"), t.shown);
	if (civil(at).tm_year < YEAR_2000)
		return fail(e, MISUSED, NULL,
		    _("%s is before the year 2000"), t.shown);
	if ((when == WHEN_AT && at > now) ||
	    (when == WHEN_PROMISE && at <= now)) {
		wrong_side(&t, when, e);
		return advise(e, _("It is %s now"),
		    clock_people(now, now, clock));
	}
	*out = at;
	return OK;
}

enum status
clock_span(const char *text, int64_t *out, struct error *e)
{
	int64_t seconds;
	enum status status = told_span(text, &seconds, e);

	if (status == OK)
		*out = seconds * SECOND;
	return status;
}
