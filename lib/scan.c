/* SPDX-License-Identifier: ISC */
/*
 * scan.c: taking words and numbers from the front of what people typed.
 */
#include <stdlib.h>
#include <string.h>

#include "scan.h"

enum { FIGURES = 6 };

static const struct mean numerals[] = {
	{ "〇", 0 }, { "零", 0 }, { "一", 1 }, { "二", 2 }, { "两", 2 },
	{ "三", 3 }, { "四", 4 }, { "五", 5 }, { "六", 6 }, { "七", 7 },
	{ "八", 8 }, { "九", 9 }, { NULL, 0 },
};

int
scan_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int
scan_word(const char **p, const char *word)
{
	size_t len = strlen(word);

	if (strncmp(*p, word, len) != 0)
		return 0;
	*p += len;
	return 1;
}

int
scan_one(const char **p, const struct mean *list, int *value)
{
	for (; list->word != NULL; list++)
		if (scan_word(p, list->word)) {
			*value = list->value;
			return 1;
		}
	return 0;
}

void
scan_blanks(const char **p)
{
	*p += strspn(*p, " ");
}

size_t
scan_digits(const char **p, int *value)
{
	size_t len = strspn(*p, "0123456789");

	if (len == 0 || len > FIGURES)
		return 0;
	*value = (int)strtol(*p, NULL, 10);
	*p += len;
	return len;
}

int
scan_two_digits(const char **p, int *value)
{
	const char *s = *p;

	if (scan_digits(&s, value) != 2)
		return 0;
	*p = s;
	return 1;
}

int
scan_numeral(const char **p, int *value)
{
	return scan_one(p, numerals, value);
}

/* 十二 and 二十一, and 零五 as in 八点零五. */
static int
scan_numerals(const char **p, int *value)
{
	int tens = -1, ones = 0;

	scan_numeral(p, &tens);
	if (scan_word(p, "十")) {
		scan_numeral(p, &ones);
		*value = (tens < 0 ? 1 : tens) * 10 + ones;
		return 1;
	}
	if (tens == 0)
		scan_numeral(p, &tens);
	*value = tens;
	return tens >= 0;
}

int
scan_number(const char **p, int *value)
{
	return scan_digits(p, value) > 0 || scan_numerals(p, value);
}

/* What one sign that is not ASCII becomes; 0 if it stays as it is. */
static char
narrow(const unsigned char *s, size_t *len)
{
	*len = 3;
	if (s[0] == 0xEF && s[1] == 0xBC && s[2] >= 0x81 && s[2] <= 0xBF)
		return (char)(s[2] - 0x81 + '!');
	if (s[0] == 0xEF && s[1] == 0xBD && s[2] >= 0x80 && s[2] <= 0x9E)
		return (char)(s[2] - 0x80 + '`');
	if (s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80)
		return ' ';
	if (s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0x95)
		return '-';
	if (s[0] == 0xE2 && s[1] == 0x88 && s[2] == 0x92)
		return '-';
	*len = 2;
	return s[0] == 0xC2 && s[1] == 0xA0 ? ' ' : '\0';
}

int
scan_fold(const char *text, char *out, size_t room)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n = 0, len;
	char c;

	for (; *s != '\0'; s += len) {
		len = 1;
		c = (char)*s;
		if (*s >= 0x80 && (c = narrow(s, &len)) == '\0') {
			len = 1;
			c = (char)*s;
		}
		if (c == '\t')
			c = ' ';
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (n + 1 >= room)
			return 0;
		if (c != ' ' || n > 0)
			out[n++] = c;
	}
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return 1;
}
