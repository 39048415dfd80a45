/* SPDX-License-Identifier: ISC */
/*
 * clock.c: times as people type them and as they are printed, by table.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "unit.h"

/* Monday 2026-11-23 10:00:00 in Shanghai. */
#define NOW	(INT64_C(1795399200) * SECOND)

/* wanted begins with `-' for a refusal: the words that must be in it. */
struct row {
	const char *typed;
	enum when when;
	const char *wanted;
};

static const struct row rows[] = {
	/* a full date is that moment, whatever it is for */
	{ "2026-11-23 09:00", WHEN_AT, "2026-11-23T09:00:00+08:00" },
	{ "2026-11-23 09:00:05", WHEN_AT, "2026-11-23T09:00:05+08:00" },
	{ "2026-11-23T09:00+08:00", WHEN_AT, "2026-11-23T09:00:00+08:00" },
	{ "2026-11-23T01:00:00Z", WHEN_AT, "2026-11-23T09:00:00+08:00" },
	{ "2026-11-23t01:00:00.999z", WHEN_AT, "2026-11-23T09:00:00+08:00" },
	{ "2026-11-22 20:30 -0430", WHEN_AT, "2026-11-23T09:00:00+08:00" },
	{ "2026-11-23 02:00 +01", WHEN_AT, "2026-11-23T09:00:00+08:00" },
	{ "2026-11-24T00:00+14:00", WHEN_PROMISE,
	    "2026-11-23T18:00:00+08:00" },
	{ "2026-11-23T24:00+08:00", WHEN_PROMISE,
	    "2026-11-24T00:00:00+08:00" },
	{ "2019/4/25 9:32:09", WHEN_AT, "2019-04-25T09:32:09+08:00" },
	{ "2000-01-01 00:00", WHEN_AT, "2000-01-01T00:00:00+08:00" },
	{ "2024-02-29", WHEN_DATE, "2024-02-29T00:00:00+08:00" },
	{ "2026年11月23日9点", WHEN_AT, "2026-11-23T09:00:00+08:00" },
	{ "2026-11-25 24:00", WHEN_PROMISE, "2026-11-26T00:00:00+08:00" },
	{ "2026-12-31 24:00", WHEN_PROMISE, "2027-01-01T00:00:00+08:00" },
	{ "２０２６－１１－２３　０９：００", WHEN_AT,
	    "2026-11-23T09:00:00+08:00" },
	{ "2026\xE2\x80\x90" "11\xE2\x88\x92" "23\t09:00", WHEN_AT,
	    "2026-11-23T09:00:00+08:00" },
	/* without a year: the next one, or the last one */
	{ "11-23 9:00", WHEN_AT, "2026-11-23T09:00:00+08:00" },
	{ "11-23 9:00", WHEN_PROMISE, "2027-11-23T09:00:00+08:00" },
	{ "11-23 11:00", WHEN_PROMISE, "2026-11-23T11:00:00+08:00" },
	{ "11-23 11:00", WHEN_AT, "2025-11-23T11:00:00+08:00" },
	{ "11-24 8:00", WHEN_SINCE, "2025-11-24T08:00:00+08:00" },
	{ "11-24 8:00", WHEN_UNTIL, "2026-11-24T08:00:00+08:00" },
	{ "11-23", WHEN_PROMISE, "2026-11-24T00:00:00+08:00" },
	{ "11-23", WHEN_UNTIL, "2026-11-23T23:59:59+08:00" },
	{ "11-23", WHEN_DATE, "2026-11-23T00:00:00+08:00" },
	{ "11-24", WHEN_DATE, "2025-11-24T00:00:00+08:00" },
	{ "2-29", WHEN_PROMISE, "2028-03-01T00:00:00+08:00" },
	{ "2-29", WHEN_DATE, "2024-02-29T00:00:00+08:00" },
	{ "11月25日 18:00", WHEN_PROMISE, "2026-11-25T18:00:00+08:00" },
	{ "十一月二十五号18点", WHEN_PROMISE, "2026-11-25T18:00:00+08:00" },
	/* a clock time alone */
	{ "18:00", WHEN_PROMISE, "2026-11-23T18:00:00+08:00" },
	{ "18:00", WHEN_UNTIL, "2026-11-23T18:00:00+08:00" },
	{ "18:00", WHEN_AT, "2026-11-22T18:00:00+08:00" },
	{ "18:00", WHEN_SINCE, "2026-11-22T18:00:00+08:00" },
	{ "10:00", WHEN_AT, "2026-11-23T10:00:00+08:00" },
	{ "10:00", WHEN_PROMISE, "2026-11-24T10:00:00+08:00" },
	{ "03:00", WHEN_PROMISE, "2026-11-24T03:00:00+08:00" },
	{ "24:00", WHEN_PROMISE, "2026-11-24T00:00:00+08:00" },
	{ "0:00", WHEN_PROMISE, "2026-11-24T00:00:00+08:00" },
	{ "18点", WHEN_PROMISE, "2026-11-23T18:00:00+08:00" },
	{ "18时30分", WHEN_PROMISE, "2026-11-23T18:30:00+08:00" },
	{ "10点半", WHEN_PROMISE, "2026-11-23T10:30:00+08:00" },
	{ "十点半", WHEN_PROMISE, "2026-11-23T10:30:00+08:00" },
	{ "10点20分", WHEN_PROMISE, "2026-11-23T10:20:00+08:00" },
	{ "8点零五", WHEN_AT, "2026-11-23T08:05:00+08:00" },
	{ "11点整", WHEN_PROMISE, "2026-11-23T11:00:00+08:00" },
	{ "上午10点", WHEN_AT, "2026-11-23T10:00:00+08:00" },
	{ "下午3点一刻", WHEN_PROMISE, "2026-11-23T15:15:00+08:00" },
	{ "下午三点三刻", WHEN_PROMISE, "2026-11-23T15:45:00+08:00" },
	{ "下午3:30", WHEN_PROMISE, "2026-11-23T15:30:00+08:00" },
	{ "下午15点", WHEN_PROMISE, "2026-11-23T15:00:00+08:00" },
	{ "晚上8点", WHEN_PROMISE, "2026-11-23T20:00:00+08:00" },
	{ "晚上12点", WHEN_PROMISE, "2026-11-24T00:00:00+08:00" },
	{ "今晚8点", WHEN_PROMISE, "2026-11-23T20:00:00+08:00" },
	{ "明早9点", WHEN_PROMISE, "2026-11-24T09:00:00+08:00" },
	{ "中午12点", WHEN_PROMISE, "2026-11-23T12:00:00+08:00" },
	{ "中午1点", WHEN_PROMISE, "2026-11-23T13:00:00+08:00" },
	{ "凌晨3点", WHEN_PROMISE, "2026-11-24T03:00:00+08:00" },
	{ "凌晨12点", WHEN_AT, "2026-11-23T00:00:00+08:00" },
	{ "18：00", WHEN_PROMISE, "2026-11-23T18:00:00+08:00" },
	{ "1点", WHEN_PROMISE, "-Write 13:00 or 01:00" },
	{ "3点", WHEN_PROMISE, "-Write 15:00 or 03:00" },
	{ "3点", WHEN_AT, "-may be morning or afternoon" },
	{ "明天7点半", WHEN_PROMISE, "-Write 19:30 or 07:30" },
	{ "8点", WHEN_PROMISE, "2026-11-24T08:00:00+08:00" },
	{ "0点", WHEN_PROMISE, "2026-11-24T00:00:00+08:00" },
	/* days by name */
	{ "昨天", WHEN_SINCE, "2026-11-22T00:00:00+08:00" },
	{ "前天", WHEN_DATE, "2026-11-21T00:00:00+08:00" },
	{ "今天", WHEN_UNTIL, "2026-11-23T23:59:59+08:00" },
	{ "昨天", WHEN_UNTIL, "2026-11-22T23:59:59+08:00" },
	{ "今天", WHEN_PROMISE, "2026-11-24T00:00:00+08:00" },
	{ "明天10:00", WHEN_PROMISE, "2026-11-24T10:00:00+08:00" },
	{ "明天 10点", WHEN_PROMISE, "2026-11-24T10:00:00+08:00" },
	{ "明天上午10点", WHEN_PROMISE, "2026-11-24T10:00:00+08:00" },
	{ "后天晚上8点", WHEN_PROMISE, "2026-11-25T20:00:00+08:00" },
	{ "大后天", WHEN_PROMISE, "2026-11-27T00:00:00+08:00" },
	{ "昨天21:40", WHEN_AT, "2026-11-22T21:40:00+08:00" },
	{ "today 18:00", WHEN_PROMISE, "2026-11-23T18:00:00+08:00" },
	{ "Yesterday", WHEN_DATE, "2026-11-22T00:00:00+08:00" },
	/* weekdays; it is Monday */
	{ "周五", WHEN_PROMISE, "2026-11-28T00:00:00+08:00" },
	{ "星期五18:00", WHEN_PROMISE, "2026-11-27T18:00:00+08:00" },
	{ "礼拜五 9:00", WHEN_AT, "2026-11-20T09:00:00+08:00" },
	{ "周日", WHEN_SINCE, "2026-11-22T00:00:00+08:00" },
	{ "周一", WHEN_PROMISE, "2026-11-24T00:00:00+08:00" },
	{ "周一", WHEN_DATE, "2026-11-23T00:00:00+08:00" },
	{ "周一9:00", WHEN_PROMISE, "2026-11-30T09:00:00+08:00" },
	{ "周一9:00", WHEN_AT, "2026-11-23T09:00:00+08:00" },
	{ "周一11:00", WHEN_AT, "2026-11-16T11:00:00+08:00" },
	{ "下周一", WHEN_PROMISE, "2026-12-01T00:00:00+08:00" },
	{ "下周日 10:00", WHEN_PROMISE, "2026-12-06T10:00:00+08:00" },
	{ "本周五", WHEN_PROMISE, "2026-11-28T00:00:00+08:00" },
	{ "这周日", WHEN_PROMISE, "2026-11-30T00:00:00+08:00" },
	{ "上周五", WHEN_SINCE, "2026-11-20T00:00:00+08:00" },
	{ "fri", WHEN_PROMISE, "2026-11-28T00:00:00+08:00" },
	{ "Friday 18:00", WHEN_PROMISE, "2026-11-27T18:00:00+08:00" },
	{ "next mon", WHEN_PROMISE, "2026-12-01T00:00:00+08:00" },
	{ "next sunday 9:00", WHEN_PROMISE, "2026-12-06T09:00:00+08:00" },
	{ "month", WHEN_PROMISE, "-is no time" },
	/* from now */
	{ "+2h", WHEN_PROMISE, "2026-11-23T12:00:00+08:00" },
	{ "+30m", WHEN_PROMISE, "2026-11-23T10:30:00+08:00" },
	{ "+1h30m", WHEN_PROMISE, "2026-11-23T11:30:00+08:00" },
	{ "+90s", WHEN_PROMISE, "2026-11-23T10:01:30+08:00" },
	{ "+1d", WHEN_PROMISE, "2026-11-24T10:00:00+08:00" },
	{ "-10m", WHEN_AT, "2026-11-23T09:50:00+08:00" },
	{ "-3d", WHEN_DATE, "2026-11-20T00:00:00+08:00" },
	{ "＋２ｈ", WHEN_PROMISE, "2026-11-23T12:00:00+08:00" },
	{ "−10m", WHEN_AT, "2026-11-23T09:50:00+08:00" },
	{ "2小时后", WHEN_PROMISE, "2026-11-23T12:00:00+08:00" },
	{ "两个小时以后", WHEN_PROMISE, "2026-11-23T12:00:00+08:00" },
	{ "1小时30分钟后", WHEN_PROMISE, "2026-11-23T11:30:00+08:00" },
	{ "半小时后", WHEN_PROMISE, "2026-11-23T10:30:00+08:00" },
	{ "1个半小时后", WHEN_PROMISE, "2026-11-23T11:30:00+08:00" },
	{ "10分钟前", WHEN_AT, "2026-11-23T09:50:00+08:00" },
	{ "一刻钟前", WHEN_AT, "2026-11-23T09:45:00+08:00" },
	{ "2天后", WHEN_PROMISE, "2026-11-25T10:00:00+08:00" },
	{ "2天前", WHEN_DATE, "2026-11-21T00:00:00+08:00" },
	{ "-2h", WHEN_DATE, "-is a time of day" },
	/* refused at any time */
	{ "", WHEN_PROMISE, "-the time is empty" },
	{ "尽快", WHEN_PROMISE, "-尽快 names no hour" },
	{ "下班前", WHEN_PROMISE, "-names no hour" },
	{ "明天上午", WHEN_PROMISE, "-明天上午 names no hour" },
	{ "明天上午", WHEN_UNTIL, "-names no hour" },
	{ "昨天", WHEN_AT, "-names no hour" },
	{ "11-23", WHEN_AT, "-names no hour" },
	{ "18:00", WHEN_DATE, "-is a time of day" },
	{ "2026-02-30", WHEN_DATE, "-is no day of the calendar" },
	{ "2100-02-29", WHEN_DATE, "-is no day of the calendar" },
	{ "13-1 9:00", WHEN_AT, "-is no day of the calendar" },
	{ "2026-00-10", WHEN_DATE, "-is no day of the calendar" },
	{ "25:00", WHEN_PROMISE, "-is no time of a clock" },
	{ "24:01", WHEN_PROMISE, "-is no time of a clock" },
	{ "12:60", WHEN_PROMISE, "-is no time of a clock" },
	{ "12:00:60", WHEN_PROMISE, "-is no time of a clock" },
	{ "上午15点", WHEN_PROMISE, "-is no time of a clock" },
	{ "8点五刻", WHEN_PROMISE, "-is no time of a clock" },
	{ "2026-11-24T09:00+15:00", WHEN_UNTIL, "-is no time of a clock" },
	{ "1999-12-31 23:59", WHEN_AT, "-is before the year 2000" },
	{ "明天 10:00", WHEN_AT, "-is still to come" },
	{ "+2h", WHEN_AT, "-is still to come" },
	{ "下周一 9:00", WHEN_AT, "-is still to come" },
	{ "昨天 10:00", WHEN_PROMISE, "-is past" },
	{ "昨天", WHEN_PROMISE, "-is past" },
	{ "-10m", WHEN_PROMISE, "-is past" },
	{ "18:0", WHEN_PROMISE, "-is no time" },
	{ "18:00x", WHEN_PROMISE, "-is no time" },
	{ "2026-11", WHEN_DATE, "-is no time" },
	{ "2026-11-234", WHEN_DATE, "-is no time" },
	{ "2026-123-1", WHEN_DATE, "-is no time" },
	{ "26-11-23", WHEN_DATE, "-is no time" },
	{ "2026-11/23", WHEN_DATE, "-is no time" },
	{ "2026-11-2318:00", WHEN_AT, "-is no time" },
	{ "2026-11-23T", WHEN_DATE, "-is no time" },
	{ "18:00+08:00", WHEN_PROMISE, "-is no time" },
	{ "2026-11-24T09:00:5", WHEN_PROMISE, "-is no time" },
	{ "2026-11-24T09:00+08:5", WHEN_PROMISE, "-is no time" },
	{ "2026-11-24T09:00+8", WHEN_PROMISE, "-is no time" },
	{ "+2", WHEN_PROMISE, "-is no time" },
	{ "2h", WHEN_PROMISE, "-is no time" },
	{ "+9999999h", WHEN_PROMISE, "-is no time" },
	{ "下周", WHEN_PROMISE, "-is no time" },
	{ "\xff:00", WHEN_PROMISE, "-is no time" },
	{ "the fifth of November at noon, or a little while after it, but "
	    "before one", WHEN_PROMISE, "-it, but~ is no time" },
	{ "等业主从外地回来以后再说等业主从外地回来以后再说", WHEN_PROMISE,
	    "-等业主从外地回来以后再说等业主从外地回来~ is no time" },
	/* refused now */
	{ "2026-11-23 10:01", WHEN_AT, "-It is 10:00 now" },
	{ "today 11:00", WHEN_AT, "-is still to come" },
	{ "2026-11-23 10:00", WHEN_PROMISE, "-It is 10:00 now" },
	{ "今天 9:00", WHEN_PROMISE, "-is past" },
	{ "-999999d", WHEN_SINCE, "-is before the year 2000" },
};

static void
check_rows(void)
{
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		char got[CLOCK_ROOM], what[128], said[1100] = "";
		struct error e = { 0 };
		int64_t at = 0;

		snprintf(what, sizeof(what), "%s (%d)", r->typed,
		    (int)r->when);
		if (clock_parse(r->typed, r->when, NOW, &at, &e) == OK) {
			same(what, clock_iso(at, got), r->wanted);
			same(what, clock_form(r->typed, r->when, &e) == OK ?
			    "" : e.text, "");
			continue;
		}
		snprintf(said, sizeof(said), "%s. %s", e.text, e.advice);
		same(what, r->wanted[0] == '-' && e.status == MISUSED &&
		    strstr(said, r->wanted + 1) != NULL ? r->wanted : said,
		    r->wanted);
	}
}

/* What is refused at some time only is no matter of form. */
static void
check_form(void)
{
	static const struct row forms[] = {
		{ "2026-11-23 10:01", WHEN_AT, "" },
		{ "today 11:00", WHEN_AT, "" },
		{ "2026-11-23 10:00", WHEN_PROMISE, "" },
		{ "本周五 9:00", WHEN_PROMISE, "" },
		{ "昨天 10:00", WHEN_PROMISE, "昨天 10:00 is past" },
		{ "+2h", WHEN_AT, "+2h is still to come" },
		{ "3点", WHEN_AT, "3点 may be morning or afternoon" },
		{ "25:00", WHEN_UNTIL, "25:00 is no time of a clock" },
		{ "1999-1-1", WHEN_SINCE, "1999-1-1 is before the year 2000" },
		{ "昨天", WHEN_AT, "昨天 names no hour" },
	};
	size_t i;

	for (i = 0; i < COUNT(forms); i++) {
		struct error e = { 0 };

		clock_form(forms[i].typed, forms[i].when, &e);
		same(forms[i].typed, e.text, forms[i].wanted);
	}
}

static void
check_spans(void)
{
	static const struct {
		const char *typed;
		int64_t wanted;
	} spans[] = {
		{ "30m", 30 * MINUTE }, { "24h", DAY }, { "2d", 2 * DAY },
		{ "-2h", -2 * HOUR }, { "90s", 90 * SECOND },
		{ "1h30m", 90 * MINUTE }, { "０h", 0 }, { " 5m ", 5 * MINUTE },
		{ "", -1 }, { "2", -1 }, { "h", -1 }, { "2w", -1 },
		{ "2h ", 2 * HOUR }, { "2 h", -1 }, { "--2h", -1 },
		{ "9999999s", -1 },
	};
	size_t i;

	for (i = 0; i < COUNT(spans); i++) {
		char got[32], wanted[32];
		struct error e = { 0 };
		int64_t ms = -1;

		clock_span(spans[i].typed, &ms, &e);
		snprintf(got, sizeof(got), "%lld", (long long)ms);
		snprintf(wanted, sizeof(wanted), "%lld",
		    (long long)spans[i].wanted);
		same(spans[i].typed, got, wanted);
	}
}

static void
check_printing(void)
{
	char s[CLOCK_ROOM];
	const int64_t night = clock_midnight(NOW, 0);

	same("people", clock_people(NOW + 30 * MINUTE, NOW, s), "10:30");
	same("sentence", clock_sentence(NOW, NOW, s), "today 10:00");
	same("tomorrow", clock_people(NOW + DAY, NOW, s), "tomorrow 10:00");
	/* A midnight to come ends a day, one that was begins one. */
	same("midnight", clock_people(night + DAY, NOW, s), "24:00");
	same("midnight", clock_sentence(night + DAY, NOW, s), "today 24:00");
	same("the next", clock_sentence(night + 2 * DAY, NOW, s),
	    "tomorrow 24:00");
	same("new year", clock_people(night + 39 * DAY, NOW, s),
	    "12-31 24:00");
	same("a second later", clock_sentence(night + DAY + SECOND, NOW, s),
	    "tomorrow 00:00");
	same("last midnight", clock_sentence(night, NOW, s), "today 00:00");
	same("midnight now", clock_sentence(night, night, s), "today 00:00");
	same("yesterday", clock_sentence(night - 1, NOW, s),
	    "yesterday 23:59");
	same("further", clock_people(NOW - 2 * DAY, NOW, s), "11-21 10:00");
	same("other year", clock_sentence(NOW - 363 * DAY, NOW, s),
	    "2025-11-25 10:00");
	same("new year", clock_people(NOW + 39 * DAY, NOW + 38 * DAY, s),
	    "tomorrow 10:00");
	same("none", clock_people(0, NOW, s), "");
	same("no iso", clock_iso(0, s), "");
	same("fraction", clock_iso(NOW + 999, s), "2026-11-23T10:00:00+08:00");
	same("time", clock_time(NOW + 5 * SECOND, s), "10:00:05");
	same("weekday", clock_weekday(NOW, s), "2026-11-23 Mon");
	same("day", clock_day(night, s), "2026-11-23");
	same("day before", clock_day(night - 1, s), "2026-11-22");
	same("id", clock_id_day(NOW, s), "261123");
	same("47 s", clock_length(47 * SECOND + 999, s), "47 s");
	same("12 min", clock_length(13 * MINUTE - 1, s), "12 min");
	same("1 h", clock_length(66 * MINUTE, s), "1 h 06 min");
	same("days", clock_length(2 * DAY + 3 * HOUR, s), "2 d 3 h");
	same("a day", clock_length(DAY + 59 * MINUTE, s), "1 d");
	same("hours", clock_hours(66 * MINUTE, s), "1:06");
	same("many hours", clock_hours(100 * HOUR - 1, s), "99:59");
	same("days", clock_hours(100 * HOUR, s), "4 d");
	same("late by", clock_hours(-12 * MINUTE, s), "0:12");
}

/* Days are civil where the clocks change, and exist where 0:00 does not. */
static void
check_zones(void)
{
	static const struct {
		const char *zone, *at, *next, *typed, *wanted;
	} zones[] = {
		{ "America/New_York", "2026-03-08T00:00:00-05:00",
		    "2026-03-09T00:00:00-04:00", "2026-03-08 02:30",
		    "2026-03-08 02:30 is left out: the clocks change then" },
		{ "America/New_York", "2026-11-01T00:00:00-04:00",
		    "2026-11-02T00:00:00-05:00", "2026-11-01 01:30",
		    "2026-11-01T01:30:00-04:00" },
		{ "America/Sao_Paulo", "2018-11-03T00:00:00-03:00",
		    "2018-11-04T01:00:00-02:00", "2018-11-04 00:30",
		    "2018-11-04 00:30 is left out: the clocks change then" },
		{ "America/Havana", "2026-10-31T00:00:00-04:00",
		    "2026-11-01T00:00:00-04:00", "2026-11-01 00:30",
		    "2026-11-01T00:30:00-04:00" },
		{ "America/Santarem", "2008-06-23T00:00:00-04:00",
		    "2008-06-24T01:00:00-03:00", "2008-06-24 01:00",
		    "2008-06-24T01:00:00-03:00" },
	};
	size_t i;

	for (i = 0; i < COUNT(zones); i++) {
		struct error e = { 0 };
		char s[CLOCK_ROOM];
		int64_t at = 0, other;

		if (clock_zone(zones[i].zone, &e) != OK)
			same(zones[i].zone, e.text, "");
		clock_parse(zones[i].at, WHEN_UNTIL, NOW, &at, &e);
		same("that day", clock_iso(at, s), zones[i].at);
		same("its midnight", clock_iso(clock_midnight(at, 0), s),
		    zones[i].at);
		clock_midnight(NOW, 0);	/* mktime(3) remembers its offset */
		same("next day", clock_iso(clock_midnight(at, 1), s),
		    zones[i].next);
		same(zones[i].typed, clock_parse(zones[i].typed, WHEN_UNTIL,
		    NOW, &other, &e) == OK ? clock_iso(other, s) : e.text,
		    zones[i].wanted);
	}
}

static void
check_names_of_zones(void)
{
	static const char *const wrong[] = { "", "Nowhere/Land", "../etc",
	    "/etc/localtime", "Asia", "CST-8", "Asia/Shang hai" };
	struct error e = { 0 };
	size_t i;

	for (i = 0; i < COUNT(wrong); i++)
		same(wrong[i], clock_zone(wrong[i], &e) == MISCONFIGURED ?
		    "" : "taken", "");
	same("Asia/Shanghai", clock_zone("Asia/Shanghai", &e) == OK ? "" :
	    e.text, "");
	same("clock_now", clock_now() > 1700000000 * SECOND ? "" : "old", "");
}

int
main(void)
{
	check_names_of_zones();
	check_rows();
	check_form();
	check_spans();
	check_printing();
	check_zones();
	return finish();
}
