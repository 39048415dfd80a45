/* SPDX-License-Identifier: ISC */
/*
 * civil.c: the office's calendar, by way of the C library's.
 */
#include <stdint.h>
#include <time.h>

#include "civil.h"

enum { HOUR_SECONDS = 60 * 60, DAY_SECONDS = 24 * HOUR_SECONDS };

/* tzset() costs a comparison once the zone is read, and reads it late. */
static struct tm
parts(time_t t)
{
	struct tm tm = { 0 };

	tzset();
	localtime_r(&t, &tm);
	return tm;
}

struct tm
civil(int64_t at)
{
	return parts((time_t)(at / 1000 - (at % 1000 < 0)));
}

int64_t
civil_days(const struct tm *day)
{
	struct tm t = { .tm_year = day->tm_year, .tm_mon = day->tm_mon,
	    .tm_mday = day->tm_mday };
	int64_t seconds = (int64_t)timegm(&t);

	return seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
}

static int
shows(const struct tm *t, const struct tm *want)
{
	return t->tm_year == want->tm_year && t->tm_mon == want->tm_mon &&
	    t->tm_mday == want->tm_mday && t->tm_hour == want->tm_hour &&
	    t->tm_min == want->tm_min && t->tm_sec == want->tm_sec;
}

int64_t
civil_at(const struct tm *want)
{
	struct tm t = *want, earlier;
	time_t at;

	t.tm_isdst = -1;
	at = mktime(&t);
	if (at == (time_t)-1 || !shows(&t, want))
		return 0;
	earlier = parts(at - HOUR_SECONDS);
	if (shows(&earlier, want))
		at -= HOUR_SECONDS;
	return (int64_t)at * 1000;
}

static int64_t
day_of(time_t t)
{
	struct tm tm = parts(t);

	return civil_days(&tm);
}

int64_t
civil_midnight(const struct tm *day, int n)
{
	struct tm t = { .tm_year = day->tm_year, .tm_mon = day->tm_mon,
	    .tm_mday = day->tm_mday + n, .tm_isdst = -1 };
	int64_t want = civil_days(&t);
	time_t at = mktime(&t), before, middle;

	if (day_of(at) == want && day_of(at - 1) < want)
		return (int64_t)at * 1000;
	/* the clocks change about then: look for the first second */
	before = at - DAY_SECONDS;
	at += DAY_SECONDS;
	while (at - before > 1) {
		middle = before + (at - before) / 2;
		if (day_of(middle) < want)
			before = middle;
		else
			at = middle;
	}
	return (int64_t)at * 1000;
}
