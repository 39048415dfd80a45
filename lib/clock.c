/* SPDX-License-Identifier: ISC */
/*
 * clock.c: what time it is, the zone, and moments as text.  Reading what
 * people type is in told.c and when.c.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "civil.h"
#include "clock.h"

int64_t
clock_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * SECOND + now.tv_nsec / 1000000;
}

int64_t
clock_steady(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * SECOND + ts.tv_nsec / 1000000;
}

/* The file of a zone; how long it is, 0: there is none such. */
static size_t
zone_file(const char *zone, char *out, size_t room)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789_+-/";
	char path[256];
	ssize_t n;
	int fd;

	if (zone[0] == '\0' || zone[0] == '/' ||
	    zone[strspn(zone, letters)] != '\0')
		return 0;
	n = snprintf(path, sizeof(path), "/usr/share/zoneinfo/%s", zone);
	if (n < 0 || (size_t)n >= sizeof(path))
		return 0;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	n = read(fd, out, room);
	close(fd);
	return n > 4 && (size_t)n < room && memcmp(out, "TZif", 4) == 0 ?
	    (size_t)n : 0;
}

/* What the C library cannot read it takes for UTC, without a word, by a name
 * of its own: the names of the zone's times are in its file. */
static int
is_in_force(const char *file, size_t len)
{
	time_t now = time(NULL);
	struct tm t;
	size_t n;

	if (localtime_r(&now, &t) == NULL)
		return 0;
	n = strlen(t.tm_zone) + 1;
	for (size_t i = 0; i + n <= len; i++)
		if (memcmp(file + i, t.tm_zone, n) == 0)
			return 1;
	return 0;
}

enum status
clock_zone(const char *zone, struct error *e)
{
	char file[8192];
	size_t len = zone_file(zone, file, sizeof(file));

	/* Whoever starts us has no say in what time it is here. */
	unsetenv("TZDIR");

	if (len == 0) {
		fail(e, MISCONFIGURED, NULL,
		    _("this computer knows no time zone %s"), zone);
		return advise(e, _("Write one such as Asia/Shanghai, or "
		    "install tzdata"));
	}
	if (setenv("TZ", zone, 1) == 0) {
		tzset();
		if (is_in_force(file, len))
			return OK;
	}
	return fail(e, BROKEN, NULL, _("the time zone %s cannot be set"),
	    zone);
}

static const char *
day_and_time(const struct tm *t, int with_year, char out[static CLOCK_ROOM])
{
	char year[16] = "";

	if (with_year)
		snprintf(year, sizeof(year), "%04d-", t->tm_year + 1900);
	snprintf(out, CLOCK_ROOM, "%s%02d-%02d %02d:%02d", year,
	    t->tm_mon + 1, t->tm_mday, t->tm_hour, t->tm_min);
	return out;
}

/* The words around the clock time of a day that has a name. */
static const char *
named_day(int64_t days, int today_too)
{
	switch (days) {
	case -1:
		return _("yesterday %02d:%02d");
	case 0:
		return today_too ? _("today %02d:%02d") : "%02d:%02d";
	case 1:
		return _("tomorrow %02d:%02d");
	default:
		return NULL;
	}
}

static const char *
for_people(int64_t at, int64_t now, int today_too,
    char out[static CLOCK_ROOM])
{
	struct tm t, today;
	const char *words;

	out[0] = '\0';
	if (at == 0)
		return out;
	t = civil(at);
	today = civil(now);
	/* What is to come at midnight comes at the end of a day. */
	if (at > now && t.tm_hour == 0 && t.tm_min == 0 && t.tm_sec == 0) {
		t = civil(at - 1);
		t.tm_hour = 24;
		t.tm_min = 0;
	}
	words = named_day(civil_days(&t) - civil_days(&today), today_too);
	if (words == NULL)
		return day_and_time(&t, t.tm_year != today.tm_year, out);
	snprintf(out, CLOCK_ROOM, words, t.tm_hour, t.tm_min);
	return out;
}

const char *
clock_people(int64_t at, int64_t now, char out[static CLOCK_ROOM])
{
	return for_people(at, now, 0, out);
}

const char *
clock_sentence(int64_t at, int64_t now, char out[static CLOCK_ROOM])
{
	return for_people(at, now, 1, out);
}

/* By a format of strftime(3); digits only, so the same in every locale. */
static const char *
put(int64_t at, const char *format, char out[static CLOCK_ROOM])
{
	struct tm t;

	out[0] = '\0';
	if (at == 0)
		return out;
	t = civil(at);
	if (strftime(out, CLOCK_ROOM, format, &t) == 0)
		out[0] = '\0';
	return out;
}

const char *
clock_iso(int64_t at, char out[static CLOCK_ROOM])
{
	size_t len;

	put(at, "%Y-%m-%dT%H:%M:%S%z", out);
	len = strlen(out);
	if (len > 5 && len + 1 < CLOCK_ROOM) {	/* +0800 to +08:00 */
		memmove(out + len - 1, out + len - 2, 3);
		out[len - 2] = ':';
	}
	return out;
}

const char *
clock_time(int64_t at, char out[static CLOCK_ROOM])
{
	return put(at, "%H:%M:%S", out);
}

const char *
clock_day(int64_t at, char out[static CLOCK_ROOM])
{
	return put(at, "%Y-%m-%d", out);
}

const char *
clock_id_day(int64_t at, char out[static CLOCK_ROOM])
{
	return put(at, "%y%m%d", out);
}

const char *
clock_weekday(int64_t at, char out[static CLOCK_ROOM])
{
	static const char *const names[] = { N_("Sun"), N_("Mon"), N_("Tue"),
	    N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat") };
	struct tm t;

	out[0] = '\0';
	if (at == 0)
		return out;
	t = civil(at);
	put(at, "%Y-%m-%d ", out);
	strncat(out, _(names[t.tm_wday]), CLOCK_ROOM - 1 - strlen(out));
	return out;
}

const char *
clock_length(int64_t ms, char out[static CLOCK_ROOM])
{
	int64_t size = ms < 0 ? -ms : ms;
	int hours = (int)(size / HOUR % 24);
	int minutes = (int)(size / MINUTE % 60);
	long long days = (long long)(size / DAY);

	if (size < MINUTE)
		snprintf(out, CLOCK_ROOM, _("%d s"), (int)(size / SECOND));
	else if (size < HOUR)
		snprintf(out, CLOCK_ROOM, _("%d min"), minutes);
	else if (size < DAY)
		snprintf(out, CLOCK_ROOM, _("%d h %02d min"), hours, minutes);
	else if (hours == 0)
		snprintf(out, CLOCK_ROOM, _("%lld d"), days);
	else
		snprintf(out, CLOCK_ROOM, _("%lld d %d h"), days, hours);
	return out;
}

const char *
clock_hours(int64_t ms, char out[static CLOCK_ROOM])
{
	int64_t size = ms < 0 ? -ms : ms;

	if (size >= 100 * HOUR) {
		snprintf(out, CLOCK_ROOM, _("%lld d"), (long long)(size / DAY));
		return out;
	}
	snprintf(out, CLOCK_ROOM, "%lld:%02d", (long long)(size / HOUR),
	    (int)(size / MINUTE % 60));
	return out;
}

int64_t
clock_midnight(int64_t at, int n)
{
	struct tm t = civil(at);

	return civil_midnight(&t, n);
}

int64_t
clock_month(int64_t at, int n)
{
	struct tm t = civil(at);

	t.tm_mday = 1;
	t.tm_mon += n;
	return civil_midnight(&t, 0);
}
