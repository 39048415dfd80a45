/* SPDX-License-Identifier: ISC */
/*
 * told.c: taking apart a time as people write it.
 */
#include <string.h>

#include "scan.h"
#include "told.h"

enum { ROOM = 96, YEAR_FIRST = 2000, DAY_SECONDS = 86400 };

static const struct mean day_words[] = {
	{ "大前天", -3 }, { "前天", -2 }, { "昨天", -1 }, { "昨日", -1 },
	{ "今天", 0 }, { "今日", 0 }, { "明天", 1 }, { "明日", 1 },
	{ "后天", 2 }, { "大后天", 3 }, { "yesterday", -1 }, { "today", 0 },
	{ "tomorrow", 1 }, { NULL, 0 },
};
/* 今晚, 明早: a part of the day must follow */
static const struct mean day_short[] = {
	{ "昨", -1 }, { "今", 0 }, { "明", 1 }, { NULL, 0 },
};
static const struct mean week_shifts[] = {
	{ "上个", -1 }, { "上", -1 }, { "这个", 0 }, { "这", 0 }, { "本", 0 },
	{ "下个", 1 }, { "下", 1 }, { "last ", -1 }, { "this ", 0 },
	{ "next ", 1 }, { NULL, 0 },
};
static const struct mean weeks[] = {
	{ "周", 0 }, { "星期", 0 }, { "礼拜", 0 }, { NULL, 0 },
};
static const struct mean week_signs[] = {
	{ "一", 1 }, { "二", 2 }, { "三", 3 }, { "四", 4 }, { "五", 5 },
	{ "六", 6 }, { "日", 7 }, { "天", 7 }, { NULL, 0 },
};
static const struct mean week_words[] = {
	{ "monday", 1 }, { "mon", 1 }, { "tuesday", 2 }, { "tues", 2 },
	{ "tue", 2 }, { "wednesday", 3 }, { "wed", 3 }, { "thursday", 4 },
	{ "thurs", 4 }, { "thur", 4 }, { "thu", 4 }, { "friday", 5 },
	{ "fri", 5 }, { "saturday", 6 }, { "sat", 6 }, { "sunday", 7 },
	{ "sun", 7 }, { NULL, 0 },
};
static const struct mean units[] = {
	{ "小时", 3600 }, { "钟头", 3600 }, { "分钟", 60 }, { "分", 60 },
	{ "刻钟", 900 }, { "秒钟", 1 }, { "秒", 1 }, { "天", DAY_SECONDS },
	{ NULL, 0 },
};
static const struct mean unit_letters[] = {
	{ "d", DAY_SECONDS }, { "h", 3600 }, { "m", 60 }, { "s", 1 },
	{ NULL, 0 },
};
static const struct mean sides[] = {
	{ "以后", 1 }, { "之后", 1 }, { "后", 1 },
	{ "以前", -1 }, { "之前", -1 }, { "前", -1 }, { NULL, 0 },
};
/* What people say instead of an hour. */
static const struct mean vague[] = {
	{ "尽快", 0 }, { "马上", 0 }, { "立刻", 0 }, { "立即", 0 },
	{ "下班前", 0 }, { "下班", 0 }, { "asap", 0 }, { "soon", 0 },
	{ NULL, 0 },
};

/* 2026-11-23, 2019/4/25, 11-23 */
static int
read_date(const char **p, struct told *t)
{
	const char *s = *p;
	size_t len = scan_digits(&s, &t->month);
	char mark = *s;

	if (len == 0 || (mark != '-' && mark != '/'))
		return 0;
	s++;
	t->day = TOLD_YEARLY;
	if (len == 4) {
		t->day = TOLD_DATE;
		t->year = t->month;
		len = scan_digits(&s, &t->month);
		if (*s++ != mark)
			return 0;
	}
	if (len < 1 || len > 2)
		return 0;
	len = scan_digits(&s, &t->mday);
	if (len < 1 || len > 2)
		return 0;
	if (*s == 't' && scan_is_digit(s[1]))
		s++;
	*p = s;
	return 1;
}

/* 2026年11月23日, 11月23号 */
static int
read_spoken_date(const char **p, struct told *t)
{
	const char *s = *p;

	t->day = TOLD_DATE;
	if (scan_digits(&s, &t->year) != 4 || !scan_word(&s, "年")) {
		t->day = TOLD_YEARLY;
		s = *p;
	}
	if (!scan_number(&s, &t->month) || !scan_word(&s, "月") ||
	    !scan_number(&s, &t->mday) ||
	    (!scan_word(&s, "日") && !scan_word(&s, "号")))
		return 0;
	*p = s;
	return 1;
}

/* 周五, 下周一, fri, next mon */
static int
read_weekday(const char **p, struct told *t)
{
	const char *s = *p;
	int ignored;

	t->day = scan_one(&s, week_shifts, &t->shift) ?
	    TOLD_WEEK : TOLD_WEEKDAY;
	if (scan_one(&s, weeks, &ignored)) {
		if (!scan_one(&s, week_signs, &t->weekday))
			return 0;
	} else if (!scan_one(&s, week_words, &t->weekday) ||
	    (*s >= 'a' && *s <= 'z'))
		return 0;
	*p = s;
	return 1;
}

static int
read_day_word(const char **p, struct told *t)
{
	const char *s = *p;

	t->day = TOLD_DAYS;
	if (scan_one(p, day_words, &t->shift))
		return 1;
	if (!scan_one(&s, day_short, &t->shift) ||
	    (strncmp(s, "早", 3) != 0 && strncmp(s, "晚", 3) != 0))
		return 0;
	*p = s;
	return 1;
}

static int
read_day(const char **p, struct told *t)
{
	if (read_day_word(p, t) || read_weekday(p, t) || read_date(p, t) ||
	    read_spoken_date(p, t))
		return 1;
	t->day = TOLD_NO_DAY;
	return 0;
}

/* 2h, 1h30m */
static int
read_units(const char **p, int64_t *seconds)
{
	int n, unit;

	*seconds = 0;
	do {
		if (scan_digits(p, &n) == 0 ||
		    !scan_one(p, unit_letters, &unit))
			return 0;
		*seconds += (int64_t)n * unit;
	} while (**p != '\0');
	return 1;
}

/* One amount of 2小时, 半小时, 1个半小时. */
static int
read_amount(const char **p, int64_t *seconds)
{
	const char *s = *p;
	int n = 0, unit, half = scan_word(&s, "半");

	if (!half && !scan_number(&s, &n))
		return 0;
	scan_word(&s, "个");
	half = half || scan_word(&s, "半");
	if (!scan_one(&s, units, &unit))
		return 0;
	*seconds += (int64_t)n * unit + (half ? unit / 2 : 0);
	*p = s;
	return 1;
}

/* +2h, 2小时后: all of the text or nothing */
static int
read_span(const char *s, struct told *t)
{
	int64_t seconds = 0;
	int sign;

	if (*s == '+' || *s == '-') {
		sign = *s++ == '-' ? -1 : 1;
		if (!read_units(&s, &seconds))
			return 0;
	} else {
		while (read_amount(&s, &seconds))
			;
		if (!scan_one(&s, sides, &sign) || *s != '\0')
			return 0;
	}
	t->day = TOLD_SPAN;
	t->span = seconds * sign;
	return 1;
}

static int
days_of(const struct told *t)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	int leap = t->day == TOLD_YEARLY || (t->year % 4 == 0 &&
	    (t->year % 100 != 0 || t->year % 400 == 0));

	return days[t->month - 1] + (t->month == 2 && leap);
}

static int
day_right(const struct told *t)
{
	if (t->day != TOLD_DATE && t->day != TOLD_YEARLY)
		return 1;
	return t->month >= 1 && t->month <= 12 && t->mday >= 1 &&
	    t->mday <= days_of(t);
}

enum status
told_no_hour(const struct told *t, struct error *e)
{
	fail(e, MISUSED, NULL, _("%s names no hour"), t->shown);
	return advise(e, _("Write the hour too, such as 10:30"));
}

/* What can be told of a time that was well written. */
static enum status
told_check(const struct told *t, struct error *e)
{
	const struct hours *c = &t->clock;

	if (!day_right(t))
		return fail(e, MISUSED, NULL,
		    _("%s is no day of the calendar"), t->shown);
	if (t->day == TOLD_DATE && t->year < YEAR_FIRST)
		return fail(e, MISUSED, NULL,
		    _("%s is before the year 2000"), t->shown);
	if (c->part && !c->given)
		return told_no_hour(t, e);
	if (c->given && !hours_right(c)) {
		fail(e, MISUSED, NULL, _("%s is no time of a clock"),
		    t->shown);
		return advise(e, _("A day goes from 00:00 to 24:00"));
	}
	if (c->either) {
		fail(e, MISUSED, NULL,
		    _("%s may be morning or afternoon"), t->shown);
		return advise(e, _("Write %02d:%02d or %02d:%02d"),
		    c->hour + 12, c->minute, c->hour, c->minute);
	}
	return OK;
}

/* Long texts are cut where a character ends. */
static void
show(const char *typed, char *out, size_t room)
{
	size_t len = strlen(typed);

	if (len >= room) {
		len = room - 2;
		while (len > 0 && ((unsigned char)typed[len] & 0xC0) == 0x80)
			len--;
		out[len] = '~';
		out[len + 1] = '\0';
	} else
		out[len] = '\0';
	memcpy(out, typed, len);
}

/* A day, a clock time, or both, and nothing after them. */
static int
read_day_and_clock(const char *p, struct told *t)
{
	int day = read_day(&p, t), clock;

	scan_blanks(&p);
	if (*p == '\0')
		return day;
	clock = hours_read(&p, t->day == TOLD_DATE, &t->clock);
	return (clock || t->clock.part) && *p == '\0';
}

enum status
told_read(const char *typed, struct told *t, struct error *e)
{
	char folded[ROOM];
	const char *p = folded;
	int ignored;

	*t = (struct told){ 0 };
	show(typed, t->shown, sizeof(t->shown));
	if (scan_fold(typed, folded, sizeof(folded))) {
		if (read_span(p, t) || read_day_and_clock(p, t))
			return told_check(t, e);
		if (scan_one(&p, vague, &ignored) && *p == '\0')
			return told_no_hour(t, e);
	}
	if (t->shown[strspn(t->shown, " ")] == '\0')
		fail(e, MISUSED, NULL, _("the time is empty"));
	else
		fail(e, MISUSED, NULL, _("%s is no time"), t->shown);
	return advise(e, _("Write one such as 18:00, tomorrow 10:00, "
	    "11-23 9:00 or +2h"));
}

enum status
told_span(const char *typed, int64_t *seconds, struct error *e)
{
	char folded[ROOM], shown[64];
	const char *p = folded;
	int sign;

	if (scan_fold(typed, folded, sizeof(folded))) {
		sign = *p == '-' ? -1 : 1;
		if (*p == '-' || *p == '+')
			p++;
		if (read_units(&p, seconds)) {
			*seconds *= sign;
			return OK;
		}
	}
	show(typed, shown, sizeof(shown));
	fail(e, MISUSED, NULL, _("%s is no length of time"), shown);
	return advise(e, _("Write one such as 90s, 30m, 24h or 2d"));
}
