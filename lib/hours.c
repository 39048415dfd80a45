/* SPDX-License-Identifier: ISC */
/*
 * hours.c: a clock time as people write it, in either language.
 */
#include <stddef.h>

#include "hours.h"
#include "scan.h"

static const struct mean marks[] = {
	{ "点钟", 0 }, { "点整", 0 }, { "点", 0 }, { "时", 0 }, { NULL, 0 },
};

/* The hours a part of the day may have: 3 is 15 in the afternoon. */
static const struct part {
	const char *word;
	int first, last;
} parts[] = {
	{ "凌晨", 0, 6 }, { "早上", 4, 11 }, { "早晨", 4, 11 },
	{ "上午", 0, 12 }, { "中午", 11, 14 }, { "下午", 12, 19 },
	{ "傍晚", 16, 20 }, { "晚上", 17, 24 }, { "早", 4, 11 },
	{ "晚", 17, 24 }, { NULL, 0, 0 },
};

enum { BARE_FIRST = 1, BARE_LAST = 7, OFFSET_MAX = 14 * 60 };

static const struct part *
read_part(const char **p)
{
	const struct part *part;

	for (part = parts; part->word != NULL; part++)
		if (scan_word(p, part->word))
			return part;
	return NULL;
}

/* The hour that is meant; -1 if that part of the day has none such. */
static int
hour_within(int hour, const struct part *part)
{
	const int meant[] = { hour, hour + 12, hour == 12 ? 0 : -1 };
	size_t i;

	for (i = 0; i < sizeof(meant) / sizeof(meant[0]); i++)
		if (meant[i] >= part->first && meant[i] <= part->last)
			return meant[i];
	return -1;
}

/* :30, :30:05, :30:05.250 */
static int
read_colons(const char **p, struct hours *h)
{
	int weight;

	if (!scan_word(p, ":") || !scan_two_digits(p, &h->minute))
		return 0;
	if (!scan_word(p, ":"))
		return 1;
	if (!scan_two_digits(p, &h->second))
		return 0;
	if (**p != '.' || !scan_is_digit((*p)[1]))
		return 1;
	weight = 100;
	for (++*p; scan_is_digit(**p); ++*p, weight /= 10)
		h->ms += (**p - '0') * weight;
	return 1;
}

/* 点, 点半, 点一刻, 点20分 */
static int
read_spoken(const char **p, struct hours *h)
{
	int ignored;

	if (!scan_one(p, marks, &ignored))
		return 0;
	if (scan_word(p, "半")) {
		h->minute = 30;
		return 1;
	}
	if (!scan_number(p, &h->minute))
		h->minute = 0;
	else if (scan_word(p, "刻"))
		h->minute = h->minute > 0 && h->minute < 4 ?
		    h->minute * 15 : -1;
	else
		scan_word(p, "分");
	return 1;
}

/* Z, +08:00, +0800, +08 */
static void
read_zone(const char **p, struct hours *h)
{
	const char *s = *p;
	int sign, hour, minute = 0;

	scan_blanks(&s);
	if (scan_word(&s, "z")) {
		h->zone = 1;
		*p = s;
		return;
	}
	sign = *s == '+' ? 1 : -1;
	if (*s != '+' && *s != '-')
		return;
	s++;
	if (scan_two_digits(&s, &hour)) {
		if (scan_word(&s, ":") && !scan_two_digits(&s, &minute))
			return;
	} else if (scan_digits(&s, &hour) == 4) {
		minute = hour % 100;
		hour /= 100;
	} else
		return;
	h->zone = 1;
	h->offset = minute < 60 ? sign * (hour * 60 + minute) :
	    OFFSET_MAX + 1;
	*p = s;
}

int
hours_read(const char **p, int with_zone, struct hours *h)
{
	const struct part *part = read_part(p);
	const char *start;

	h->part = part != NULL;
	scan_blanks(p);
	start = *p;
	if (!scan_number(p, &h->hour))
		return 0;
	if (!read_colons(p, h)) {
		if (!read_spoken(p, h))
			return 0;
		h->either = part == NULL && *start != '0' &&
		    h->hour >= BARE_FIRST && h->hour <= BARE_LAST;
	}
	h->given = 1;
	if (part != NULL)
		h->hour = hour_within(h->hour, part);
	if (with_zone)
		read_zone(p, h);
	return 1;
}

int
hours_right(const struct hours *h)
{
	if (h->offset < -OFFSET_MAX || h->offset > OFFSET_MAX)
		return 0;
	if (h->hour == 24)
		return h->minute == 0 && h->second == 0 && h->ms == 0;
	return h->hour >= 0 && h->hour < 24 && h->minute >= 0 &&
	    h->minute < 60 && h->second < 60;
}
