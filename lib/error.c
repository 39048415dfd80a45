/* SPDX-License-Identifier: ISC */
/*
 * error.c: what went wrong, in words for the person at the desk.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "error.h"

/* Write into a fixed room; what does not fit is cut at a whole character. */
static void __attribute__((format(printf, 3, 0)))
fill(char *to, size_t room, const char *fmt, va_list ap)
{
	int n = vsnprintf(to, room, fmt, ap);
	size_t end = room - 1;

	if (n < 0)
		to[0] = '\0';
	if (n < 0 || (size_t)n < room)
		return;
	while (end > 0 && ((unsigned char)to[end - 1] & 0xC0) == 0x80)
		end--;
	if (end > 0 && (unsigned char)to[end - 1] >= 0xC0)
		end--;
	to[end] = '\0';
}

enum status
fail(struct error *e, enum status status, const char *clause,
    const char *fmt, ...)
{
	va_list ap;

	e->status = status;
	e->clause = clause;
	e->place[0] = e->advice[0] = '\0';
	va_start(ap, fmt);
	fill(e->text, sizeof(e->text), fmt, ap);
	va_end(ap);
	return status;
}

enum status
advise(struct error *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fill(e->advice, sizeof(e->advice), fmt, ap);
	va_end(ap);
	return e->status;
}

enum status
at_place(struct error *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fill(e->place, sizeof(e->place), fmt, ap);
	va_end(ap);
	return e->status;
}

int
in_chinese(void)
{
	/* TRANSLATORS: the ISO 639 code of the language of this catalogue. */
	return strcmp(_("en"), "zh") == 0;
}
