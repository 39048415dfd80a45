/* SPDX-License-Identifier: ISC */
/*
 * room.c: rooms and telephone numbers, in the one form they are kept in.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rune.h"
#include "scan.h"
#include "text.h"

enum { PART = 8, PHONE_MIN = 3, PHONE_MAX = 20, MOBILE_86 = 13 };

/* 3栋2单元501; no unit where a building has only one stair. */
struct home {
	char building[PART], unit[PART], room[PART];
};

/* What stands after a building, and after a unit. */
static const char *const building_marks[] = { "号楼", "#楼", "栋楼", "栋",
    "幢", "座", "号", "#", "-", "/", NULL };
static const char *const unit_marks[] = { "单元", "门", "#", "-", "/", NULL };
static const char *const room_marks[] = { "室", "号房", "号", "房", "户", "#",
    NULL };

/* Text narrowed, without blanks at the ends and with one for several. */
static char *
narrowed(const char *typed, enum rune_form form)
{
	size_t len = strlen(typed), i, n = 0;
	char *s = rune_map(typed, len, form, &len);

	for (i = 0; i < len; i++) {
		if (s[i] == '\t' || s[i] == '\n')
			s[i] = ' ';
		if (s[i] != ' ' || (n > 0 && s[n - 1] != ' '))
			s[n++] = s[i];
	}
	if (n > 0 && s[n - 1] == ' ')
		n--;
	s[n] = '\0';
	return s;
}

static int
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Digits, without the zeros before them. */
static int
read_digits(const char **p, char out[static PART])
{
	size_t len;

	if (!scan_is_digit(**p))
		return 0;
	while (**p == '0' && scan_is_digit((*p)[1]))
		++*p;
	len = strspn(*p, "0123456789");
	if (len >= PART)
		return 0;
	memcpy(out, *p, len);
	out[len] = '\0';
	*p += len;
	return 1;
}

/* 三, 十二, 二十; or figure by figure, 五〇一. */
static int
read_numerals(const char **p, char out[static PART])
{
	const char *s = *p;
	size_t len = 0;
	int value;

	while (len < PART - 1 && scan_numeral(&s, &value))
		out[len++] = (char)('0' + value);
	out[len] = '\0';
	if (strncmp(s, "十", strlen("十")) != 0) {
		*p = s;
		return len > 0;
	}
	s = *p;
	if (!scan_number(&s, &value))
		return 0;
	snprintf(out, PART, "%d", value);
	*p = s;
	return 1;
}

static int
read_part(const char **p, char out[static PART])
{
	return read_digits(p, out) || read_numerals(p, out);
}

/* 3, 三, b, a2 */
static int
read_building(const char **p, char out[static PART])
{
	const char *s = *p;
	char number[PART] = "";
	size_t n = 0;

	if (is_letter(*s))
		out[n++] = *s++;
	if ((!read_part(&s, number) && n == 0) || strlen(number) > 3)
		return 0;
	strcpy(out + n, number);
	*p = s;
	return 1;
}

/* 501, 3302, 501a, with 室 or without; nothing may follow. */
static int
read_room(const char *s, char out[static PART])
{
	size_t i;

	if (!read_part(&s, out) || strlen(out) < 3 || strlen(out) > 5)
		return 0;
	if (is_letter(*s)) {
		out[strlen(out) + 1] = '\0';
		out[strlen(out)] = *s++;
	}
	scan_blanks(&s);
	for (i = 0; room_marks[i] != NULL; i++)
		if (scan_word(&s, room_marks[i]))
			break;
	return *s == '\0';
}

enum mark { NO_MARK, MARK_BLANK, MARK_WORD };

static enum mark
read_mark(const char **p, const char *const *words)
{
	const char *start = *p;

	scan_blanks(p);
	for (; *words != NULL; words++)
		if (scan_word(p, *words)) {
			scan_blanks(p);
			if (scan_word(p, "-"))
				scan_blanks(p);
			return MARK_WORD;
		}
	return *p > start ? MARK_BLANK : NO_MARK;
}

static int
read_home(const char *s, struct home *h)
{
	enum mark mark;
	const char *rest;

	if (!read_building(&s, h->building))
		return 0;
	mark = read_mark(&s, building_marks);
	if (mark == NO_MARK)
		return 0;
	rest = s;
	if (read_part(&rest, h->unit) && strlen(h->unit) <= 2 &&
	    read_mark(&rest, unit_marks) != NO_MARK &&
	    read_room(rest, h->room))
		return 1;
	h->unit[0] = '\0';
	return mark == MARK_WORD && read_room(s, h->room);
}

/* A blank stays only between two characters of ASCII. */
static const char *
place(struct arena *a, const char *narrow)
{
	size_t len = strlen(narrow), i, n = 0;
	char *out = arena_alloc(a, len + 1);

	for (i = 0; i < len; i++)
		if (narrow[i] != ' ' || ((unsigned char)narrow[i - 1] < 0x80 &&
		    (unsigned char)narrow[i + 1] < 0x80))
			out[n++] = narrow[i];
	return out;
}

static const char *
kept(struct arena *a, const struct home *h)
{
	return arena_printf(a, "%s-%s%s%s", h->building, h->unit,
	    h->unit[0] != '\0' ? "-" : "", h->room);
}

void
text_room(struct arena *a, const char *typed, const char **out, int *home)
{
	struct home h = { 0 };
	char *folded = narrowed(typed, RUNE_FOLDED), *narrow;

	*home = read_home(folded, &h);
	free(folded);
	if (*home) {
		*out = kept(a, &h);
		return;
	}
	narrow = narrowed(typed, RUNE_NARROW);
	*out = place(a, narrow);
	free(narrow);
}

const char *
text_room_spoken(struct arena *a, const char *room)
{
	struct home h = { 0 };
	int letter;

	if (!read_home(room, &h) || strcmp(kept(a, &h), room) != 0)
		return arena_copy(a, room);
	letter = is_letter(h.building[0]);
	if (letter)
		h.building[0] = (char)(h.building[0] - 'a' + 'A');
	if (!in_chinese())
		return kept(a, &h);
	return arena_printf(a, "%s%s%s%s%s", h.building,
	    letter ? "座" : "栋", h.unit, h.unit[0] != '\0' ? "单元" : "",
	    h.room);
}

/* The digits of a number as typed, into out, which has room; NULL, or the
 * character that has no place there. */
static const char *
digits_of(const char *s, char *out)
{
	size_t n = 0;

	if (strncmp(s, "+86", 3) == 0)
		s += 3;
	else if (*s == '+') {
		out[n++] = '0';
		out[n++] = '0';
		s++;
	}
	for (; *s != '\0'; s++) {
		if (scan_is_digit(*s))
			out[n++] = *s;
		else if (strchr(" -().", *s) == NULL)
			return s;
	}
	out[n] = '\0';
	return NULL;
}

/* Without our own country before it, however often that was typed: the same
 * number is found again as it was kept. */
static char *
at_home(char *digits)
{
	for (;;)
		if (strncmp(digits, "0086", 4) == 0)
			digits += 4;
		else if (strlen(digits) == MOBILE_86 &&
		    strncmp(digits, "861", 3) == 0)
			digits += 2;
		else
			return digits;
}

enum status
text_phone(struct arena *a, const char *typed, const char **out,
    struct error *e)
{
	char *narrow = narrowed(typed, RUNE_NARROW);
	char *digits = arena_alloc(a, strlen(narrow) + 2);
	const char *odd = digits_of(narrow, digits);
	int32_t rune;
	size_t len;

	if (odd != NULL) {
		len = rune_next(odd, strlen(odd), &rune);
		fail(e, REFUSED, "F4.5", _("a telephone number has digits "
		    "only, and no %.*s"), (int)len, odd);
		free(narrow);
		return e->status;
	}
	free(narrow);
	digits = at_home(digits);
	len = strlen(digits);
	if (len < PHONE_MIN || len > PHONE_MAX)
		return fail(e, REFUSED, "F4.5", _("a telephone number has %d "
		    "to %d digits, and this one %zu"), PHONE_MIN, PHONE_MAX,
		    len);
	*out = digits;
	return OK;
}
