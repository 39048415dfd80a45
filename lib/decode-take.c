/* SPDX-License-Identifier: ISC */
/*
 * decode-take.c: values of the configuration that have a form of their own.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "decode.h"
#include "text.h"

enum { CODE_MAX = 64 };

const char decode_code_what[] =
    N_("a word of letters, digits, _ and -, such as water_cut");
const char decode_phone_what[] = N_("a telephone number of 3 to 20 digits");
const char decode_clock_what[] = N_("a time from 00:00 to 24:00");

int
decode_code(struct arena *a, const char *text, void *member)
{
	(void)a;
	if (!isascii((unsigned char)*text) || !isalpha((unsigned char)*text))
		return 0;
	for (size_t i = 0; text[i] != '\0'; i++)
		if (i == CODE_MAX || !isascii((unsigned char)text[i]) ||
		    (!isalnum((unsigned char)text[i]) &&
		    strchr("_-", text[i]) == NULL))
			return 0;
	*(const char **)member = text;
	return 1;
}

int
decode_phone(struct arena *a, const char *text, void *member)
{
	struct error e;

	return text_phone(a, text, member, &e) == OK;
}

int
decode_clock(struct arena *a, const char *text, void *member)
{
	int64_t hour, minute;
	char *end;

	(void)a;
	if (strlen(text) != 5 || text[2] != ':' ||
	    strspn(text, "0123456789:") != 5)
		return 0;
	hour = strtol(text, &end, 10);
	minute = strtol(text + 3, NULL, 10);
	*(int64_t *)member = hour * HOUR + minute * MINUTE;
	return end == text + 2 && minute < 60 && hour * 60 + minute <= 24 * 60;
}
