/* SPDX-License-Identifier: ISC */
/*
 * rune.c: single characters of UTF-8.
 */
#include <string.h>
#include <utf8proc.h>

#include "rune.h"
#include "xalloc.h"

struct range {
	int32_t first, last;
};

static int
within(int32_t rune, const struct range *r, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (rune >= r[i].first && rune <= r[i].last)
			return 1;
	return 0;
}

static int
is_han(int32_t rune)
{
	return rune >= 0x3400 && rune <= 0x9FFF;
}

size_t
rune_next(const char *text, size_t len, int32_t *rune)
{
	utf8proc_ssize_t n;

	if ((unsigned char)*text < 0x80) {
		*rune = (unsigned char)*text;
		return 1;
	}
	n = utf8proc_iterate((const utf8proc_uint8_t *)text,
	    len < 4 ? (utf8proc_ssize_t)len : 4, rune);
	if (n > 0)
		return (size_t)n;
	*rune = RUNE_BROKEN;
	return 1;
}

enum rune_class
rune_class(int32_t rune)
{
	static const struct range hidden[] = {
		{ 0x00AD, 0x00AD }, { 0x061C, 0x061C }, { 0x180E, 0x180E },
		{ 0x200B, 0x200F }, { 0x2060, 0x2064 }, { 0x206A, 0x206F },
		{ 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFB },
		{ 0xE0000, 0xE007F },
	};

	if (rune < 0x20 || (rune >= 0x7F && rune <= 0x9F))
		return RUNE_CONTROL;
	if (rune < 0xAD || is_han(rune))
		return RUNE_PLAIN;
	if (rune == 0x2028 || rune == 0x2029)
		return RUNE_BREAK;
	if ((rune >= 0x202A && rune <= 0x202E) ||
	    (rune >= 0x2066 && rune <= 0x2069))
		return RUNE_TURNING;
	return within(rune, hidden, sizeof(hidden) / sizeof(hidden[0])) ?
	    RUNE_HIDDEN : RUNE_PLAIN;
}

int
rune_settled(int32_t rune)
{
	/* Latin letters, general punctuation, CJK punctuation without its
	 * tone marks, full-width forms, pictures */
	static const struct range settled[] = {
		{ 0x0000, 0x02FF }, { 0x2002, 0x206F }, { 0x3000, 0x3029 },
		{ 0x3030, 0x303F }, { 0xFF00, 0xFF9D }, { 0xFFE0, 0xFFE6 },
		{ 0x1F300, 0x1FAFF },
	};

	return is_han(rune) ||
	    within(rune, settled, sizeof(settled) / sizeof(settled[0]));
}

int
rune_width(int32_t rune)
{
	if (rune >= 0x20 && rune < 0x7F)
		return 1;
	return is_han(rune) ? 2 : utf8proc_charwidth(rune);
}

char *
rune_map(const char *text, size_t len, enum rune_form form, size_t *new_len)
{
	static const unsigned options[] = {
		[RUNE_NFC] = UTF8PROC_STABLE | UTF8PROC_COMPOSE,
		[RUNE_NARROW] = UTF8PROC_STABLE | UTF8PROC_COMPOSE |
		    UTF8PROC_COMPAT | UTF8PROC_IGNORE | UTF8PROC_LUMP,
		[RUNE_FOLDED] = UTF8PROC_STABLE | UTF8PROC_COMPOSE |
		    UTF8PROC_COMPAT | UTF8PROC_IGNORE | UTF8PROC_LUMP |
		    UTF8PROC_CASEFOLD,
	};
	const utf8proc_option_t how = (utf8proc_option_t)options[form];
	const utf8proc_uint8_t *from = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t room = (utf8proc_ssize_t)len, n;
	utf8proc_int32_t *to = xcalloc((size_t)room + 1, sizeof(*to));

	n = utf8proc_decompose(from, room, to, room, how);
	if (n > room) {
		to = xrealloc(to, ((size_t)n + 1) * sizeof(*to));
		n = utf8proc_decompose(from, room, to, n, how);
	}
	if (n >= 0)
		n = utf8proc_reencode(to, n, how);
	if (n < 0) {
		memcpy(to, text, len);
		n = (utf8proc_ssize_t)len;
		((char *)to)[n] = '\0';
	}
	*new_len = (size_t)n;
	return (char *)to;
}
