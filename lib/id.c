/* SPDX-License-Identifier: ISC */
/*
 * id.c: the ids of records, as people and other programs write them.
 */
#include <string.h>

#include "id.h"

enum { OFFICE_MAX = 8 };

/* The part behind the day: 0007, or a letter and more digits. */
static int
is_number(const char *p, size_t len)
{
	size_t digits = 4;

	if (*p >= 'a' && *p <= 'z')
		digits = (size_t)(*p++ - 'a') + 5, len--;
	return len == digits && strspn(p, "0123456789") >= digits;
}

/* Length of the id that begins at p, 0 if none does; behind it may stand
 * which contact of it is meant. */
static size_t
id_length(const char *p)
{
	size_t n;

	if (*p < 'A' || *p > 'Z' || strspn(p + 1, "0123456789") != 6 ||
	    p[7] != '-')
		return 0;
	n = 8 + strcspn(p + 8, "/");
	if (!is_number(p + 8, n - 8))
		return 0;
	if (p[n] == '/' && (p[n + 1] == '\0' ||
	    p[n + 1 + strspn(p + n + 1, "0123456789")] != '\0'))
		return 0;
	return n;
}

int
id_office(const char *p, size_t len)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	return len > 0 && len <= OFFICE_MAX && strspn(p, signs) >= len;
}

enum status
id_check(struct arena *arena, const char *office, const char *text,
    const char **id, struct error *e)
{
	const char *colon = strchr(text, ':'), *p;
	size_t n;

	p = colon != NULL ? colon + 1 : text;
	n = id_length(p);
	if (n == 0 || (colon != NULL && !id_office(text,
	    (size_t)(colon - text)))) {
		fail(e, MISUSED, NULL, _("\"%s\" is no id"), text);
		return advise(e, _("Ids look like T261123-0007"));
	}
	*id = p[n] == '\0' ? p : arena_slice(arena, p, n);
	if (colon == NULL || office == NULL ||
	    (strlen(office) == (size_t)(colon - text) &&
	    strncmp(office, text, (size_t)(colon - text)) == 0))
		return OK;
	return fail(e, REFUSED, NULL, _("%s belongs to another office; this "
	    "is %s"), text, office);
}
