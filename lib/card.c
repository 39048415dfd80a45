/* SPDX-License-Identifier: ISC */
/*
 * card.c: identity cards.
 */
#include <stdio.h>
#include <string.h>

#include "card.h"
#include "clock.h"
#include "rune.h"

enum {
	DIGITS = 18, BORN = 6, ZERO_WIDE = 0xFF10, A_WIDE = 0xFF21,
	Z_WIDE = 0xFF3A, LOWER = 0x20, WIDE = 0xFEE0, BLANK_WIDE = 0x3000,
	DASH_WIDE = 0xFF0D, SHORTEST = 4, LONGEST = 32,
};

const struct word word_cards[] = {
	{ "resident", "resident identity card", "居民身份证", "身份证" },
	{ "passport", "passport", "护照", NULL },
	{ "driver", "driving licence", "驾驶证", "驾照" },
	{ "work", "work card", "工作证", "工牌" },
	{ "other", "other card", "其他证件", "其他" },
	{ 0 }
};

/* One letter or digit in its narrow form and in capitals; 0 for what only
 * separates, -1 for what cannot be part of a number. */
static int32_t
narrow(int32_t r)
{
	if (r == ' ' || r == '\t' || r == '-' || r == BLANK_WIDE ||
	    r == DASH_WIDE || r == '\r' || r == '\n')
		return 0;
	if ((r >= ZERO_WIDE && r < ZERO_WIDE + 10) || (r >= A_WIDE &&
	    r <= Z_WIDE) || (r >= A_WIDE + LOWER && r <= Z_WIDE + LOWER))
		r -= WIDE;
	if (r >= 'a' && r <= 'z')
		r -= LOWER;
	if ((r >= '0' && r <= '9') || (r >= 'A' && r <= 'Z'))
		return r;
	return r >= 0x80 && rune_class(r) == RUNE_PLAIN ? r : -1;
}

/* In place, which can only become shorter; how many characters are left. */
static enum status
fold(char *text, size_t *count, struct error *e)
{
	size_t len = strlen(text), n;
	char *out = text;
	int32_t r;

	*count = 0;
	for (char *p = text; len > 0; p += n, len -= n) {
		n = rune_next(p, len, &r);
		r = narrow(r);
		if (r < 0)
			return fail(e, MISREAD, "E4", _("character %zu is "
			    "none that a card's number has"), *count + 1);
		if (r == 0)
			continue;
		if (r < 0x80)
			*out++ = (char)r;
		else {
			memmove(out, p, n);
			out += n;
		}
		++*count;
	}
	explicit_bzero(out, strlen(out));
	return OK;
}

/* GB 11643: a weighted sum of the first 17 decides on the last. */
static int
fits(const char *digits)
{
	static const int weights[DIGITS - 1] = {
		7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
	};
	int sum = 0;

	for (int i = 0; i < DIGITS - 1; i++)
		sum += (digits[i] - '0') * weights[i];
	return digits[DIGITS - 1] == "10X98765432"[sum % 11];
}

/* The number that so many digits are. */
static int
number(const char *digits, int n)
{
	int value = 0;

	for (int i = 0; i < n; i++)
		value = 10 * value + digits[i] - '0';
	return value;
}

/* A day that there was, between 1850 and now. */
static int
is_birthday(const char *digits, int64_t now)
{
	static const int length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };
	int y = number(digits, 4), m = number(digits + 4, 2),
	    d = number(digits + 6, 2);
	char today[CLOCK_ROOM];

	if (y < 1850 || m < 1 || m > 12 || d < 1 || d > length[m - 1] +
	    (m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)))
		return 0;
	clock_day(now, today);		/* 2026-11-23 */
	memmove(today + 4, today + 5, 2);
	memmove(today + 6, today + 8, 3);
	return memcmp(digits, today, 8) <= 0;
}

static enum status
check_resident(const char *text, size_t count, int64_t now, struct error *e)
{
	size_t digits = strspn(text, "0123456789");

	if (count != DIGITS) {
		fail(e, MISREAD, "E4", _("a resident identity card has 18 "
		    "digits, and these are %zu"), count);
		return advise(e, _("Read it once more; for another card give "
		    "--id-type"));
	}
	if (digits < DIGITS - 1 || strlen(text) != DIGITS) {
		fail(e, MISREAD, "E4", _("character %zu is no digit"),
		    digits + 1);
		return advise(e, _("Read it once more"));
	}
	if (!is_birthday(text + BORN, now)) {
		fail(e, MISREAD, "E4", _("digits 7 to 14 are no date of "
		    "birth"));
		return advise(e, _("Read it once more"));
	}
	if (fits(text))
		return OK;
	fail(e, MISREAD, "E4", _("the last digit does not fit the others: "
	    "one of them is wrong"));
	return advise(e, _("Read it once more"));
}

enum status
card_check(char *text, int type, int64_t now, struct error *e)
{
	size_t count;

	if (fold(text, &count, e) != OK)
		return e->status;
	if (count == 0) {
		fail(e, MISREAD, "E4", _("no number of a card was given"));
		return advise(e, _("Give it on the first line of standard "
		    "input, or type it when it is asked for"));
	}
	if (type == CARD_RESIDENT)
		return check_resident(text, count, now, e);
	if (count >= SHORTEST && count <= LONGEST)
		return OK;
	fail(e, MISREAD, "E4", _("the number of a card has %d to %d "
	    "characters, and these are %zu"), SHORTEST, LONGEST, count);
	return advise(e, _("Read it once more"));
}

/* The last four; of a number shorter than eight no more than its half. */
static void
keep_end(const char *text, char out[static 20])
{
	size_t len = strlen(text), n, count = 0, from = 0;
	int32_t r;

	for (size_t i = 0; i < len; i += rune_next(text + i, len - i, &r))
		count++;
	n = count / 2 < 4 ? count / 2 : 4;
	for (; count > n; count--)
		from += rune_next(text + from, len - from, &r);
	snprintf(out, 20, "%s", text + from);
}

enum status
card_seal(const char *dir, const char *text, int type, struct card *c,
    struct error *e)
{
	/* The kind is part of it: numbers of two kinds may be alike. */
	char whole[256];
	int n = snprintf(whole, sizeof(whole), "%s:%s",
	    word_cards[type - 1].code, text);

	c->type = type;
	keep_end(text, c->end);
	secret_mac(dir, whole, (size_t)n, c->mac, e);
	explicit_bzero(whole, sizeof(whole));
	return e->status;
}

/* As many digits in a row as such a number has, a birthday among them:
 * whether the last one fits is not asked, for it may be mistyped. */
int
card_within(const char *text)
{
	char found[DIGITS + 1] = "";
	size_t len = text == NULL ? 0 : strlen(text), n, held = 0;
	int32_t r;

	for (; len > 0; text += n, len -= n) {
		n = rune_next(text, len, &r);
		r = narrow(r);
		if (r == 0)
			continue;
		if ((r < '0' || r > '9') && !(r == 'X' &&
		    held >= DIGITS - 1)) {
			held = 0;
			continue;
		}
		if (held == DIGITS)
			memmove(found, found + 1, --held);
		found[held++] = (char)r;
		if (held == DIGITS && is_birthday(found + BORN, clock_now()))
			return 1;
	}
	return 0;
}
