/* SPDX-License-Identifier: ISC */
/*
 * text.c: text from outside: checking, normal form, comparing, masking.
 * Rooms and telephones are in room.c, terminals in width.c.
 */
#include <stdlib.h>
#include <string.h>

#include "rune.h"
#include "text.h"

/* How many bytes at the front are printing ASCII. */
static size_t
plain_bytes(const char *text, size_t len)
{
	size_t n;

	for (n = 0; n < len; n++)
		if (text[n] < ' ' || text[n] > '~')
			break;
	return n;
}

static enum status
refuse(int32_t rune, size_t position, struct error *e)
{
	const unsigned code = (unsigned)rune;

	if (rune == RUNE_BROKEN)
		return fail(e, MISUSED, NULL,
		    _("character %zu is broken: this is not UTF-8"),
		    position);
	switch (rune_class(rune)) {
	case RUNE_TURNING:
		fail(e, MISUSED, NULL, _("character %zu is U+%04X, which "
		    "turns the direction of writing"), position, code);
		break;
	case RUNE_HIDDEN:
		fail(e, MISUSED, NULL, _("character %zu is U+%04X, which "
		    "cannot be seen"), position, code);
		break;
	default:
		fail(e, MISUSED, NULL, _("character %zu is U+%04X, a control "
		    "character"), position, code);
		break;
	}
	return advise(e, _("Take it out"));
}

static int
allowed(int32_t rune, enum text_kind kind)
{
	if (rune == RUNE_BROKEN)
		return 0;
	switch (rune_class(rune)) {
	case RUNE_PLAIN:
		return 1;
	case RUNE_CONTROL:
		return kind == TEXT_FREE &&
		    (rune == '\n' || rune == '\t' || rune == '\r');
	case RUNE_BREAK:
	case RUNE_HIDDEN:
		return kind == TEXT_FREE;
	case RUNE_TURNING:
		break;
	}
	return 0;
}

/* Whether all of it may be taken; *settled when it is in NFC, *returns when
 * there is a CR. */
static enum status
inspect(const char *text, size_t len, enum text_kind kind, int *settled,
    int *returns, struct error *e)
{
	size_t i, position;
	int32_t rune;

	*settled = 1;
	*returns = 0;
	for (i = 0, position = 1; i < len; position++) {
		i += rune_next(text + i, len - i, &rune);
		if (!allowed(rune, kind))
			return refuse(rune, position, e);
		if (rune == '\r')
			*returns = 1;
		else if (!rune_settled(rune))
			*settled = 0;
	}
	return OK;
}

/* CRLF and CR become LF, in place. */
static void
end_lines(char *text, size_t len)
{
	size_t i, n = 0;
	char c;

	for (i = 0; i < len; i++) {
		c = text[i];
		if (c == '\r' && text[i + 1] == '\n')
			i++;
		text[n++] = c == '\r' ? '\n' : c;
	}
	text[n] = '\0';
}

/* A blank at the front, in bytes; 0 when there is none. */
static size_t
blank_at(const char *text, size_t len)
{
	if (len > 0 && *text == ' ')
		return 1;
	if (len > 1 && memcmp(text, "\xC2\xA0", 2) == 0)
		return 2;
	return len > 2 && memcmp(text, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

static void
trim(const char **text, size_t *len)
{
	size_t n, width;

	while ((n = blank_at(*text, *len)) > 0) {
		*text += n;
		*len -= n;
	}
	for (width = 1; width <= 3 && width <= *len; width++)
		if (blank_at(*text + *len - width, width) == width) {
			*len -= width;
			width = 0;
		}
}

enum status
text_take(struct arena *a, const char *text, size_t len, enum text_kind kind,
    const char **out, struct error *e)
{
	int settled = 1, returns = 0;
	enum status status;
	char *copy;

	if (len > TEXT_MAX) {
		fail(e, MISUSED, NULL, _("the text has %zu bytes, more than "
		    "%d"), len, TEXT_MAX);
		return advise(e, _("Shorten it"));
	}
	if (plain_bytes(text, len) < len) {
		status = inspect(text, len, kind, &settled, &returns, e);
		if (status != OK)
			return status;
	}
	if (kind == TEXT_LINE)
		trim(&text, &len);
	if (settled) {
		copy = arena_slice(a, text, len);
	} else {
		char *mapped = rune_map(text, len, RUNE_NFC, &len);

		copy = arena_slice(a, mapped, len);
		free(mapped);
	}
	if (returns)
		end_lines(copy, len);
	*out = copy;
	return OK;
}

/* Whether folding it is a matter of ASCII alone: the rest is Han, U+3400 to
 * U+9FFF, which folds to itself. */
static int
is_simple(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;

	while (*s != '\0') {
		if (*s < 0x80) {
			s++;
			continue;
		}
		if ((*s < 0xE4 && (*s != 0xE3 || s[1] < 0x90)) || *s > 0xE9)
			return 0;
		if ((s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80)
			return 0;
		s += 3;
	}
	return 1;
}

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static void
add_folded(const char *text, size_t len, struct buf *out)
{
	size_t i;

	buf_add(out, "", 0);
	for (i = 0; i < len; i++)
		if (!is_blank(text[i]))
			buf_putc(out, lower(text[i]));
}

void
text_fold(const char *text, struct buf *out)
{
	size_t len = strlen(text);
	char *mapped;

	if (is_simple(text)) {
		add_folded(text, len, out);
		return;
	}
	mapped = rune_map(text, len, RUNE_FOLDED, &len);
	add_folded(mapped, len, out);
	free(mapped);
}

/* text_same() of two simple texts, without memory. */
static int
same_simple(const char *a, const char *b)
{
	for (;; a++, b++) {
		while (is_blank(*a))
			a++;
		while (is_blank(*b))
			b++;
		if (lower(*a) != lower(*b))
			return 0;
		if (*a == '\0')
			return 1;
	}
}

int
text_same(const char *a, const char *b)
{
	struct buf fa = { 0 }, fb = { 0 };
	int same;

	if (is_simple(a) && is_simple(b))
		return same_simple(a, b);
	text_fold(a, &fa);
	text_fold(b, &fb);
	same = strcmp(fa.text, fb.text) == 0;
	buf_free(&fa);
	buf_free(&fb);
	return same;
}

int
text_has(const char *text, const char *part)
{
	struct buf all = { 0 }, one = { 0 };
	int has;

	text_fold(text, &all);
	text_fold(part, &one);
	has = one.len > 0 && strstr(all.text, one.text) != NULL;
	buf_free(&all);
	buf_free(&one);
	return has;
}

const char *
text_mask_phone(struct arena *a, const char *phone)
{
	size_t len = strlen(phone), i;
	size_t head = len >= 11 ? 3 : 0;
	size_t tail = len >= 8 ? 4 : len >= 5 ? 1 : 0;
	char *masked = arena_copy(a, phone);

	for (i = head; i + tail < len; i++)
		masked[i] = '*';
	return masked;
}

const char *
text_mask_name(struct arena *a, const char *name)
{
	size_t len = strlen(name), first;
	int32_t rune;

	if (len == 0)
		return "";
	first = rune_next(name, len, &rune);
	return arena_printf(a, "%.*s**", (int)first, name);
}

int
text_blank(const char *text)
{
	struct buf folded = { 0 };
	int blank;

	if (text == NULL)
		return 1;
	if (*text > ' ' && *text < 0x7F)
		return 0;
	text_fold(text, &folded);
	blank = folded.len == 0;
	buf_free(&folded);
	return blank;
}

int
text_among(const char *words, const char *typed)
{
	struct buf one = { 0 };
	int found = 0;
	size_t n;

	for (; !found && words != NULL && *words != '\0'; words += n) {
		words += strspn(words, " ");
		n = strcspn(words, " ");
		buf_clear(&one);
		buf_add(&one, words, n);
		found = n > 0 && text_same(one.text, typed);
	}
	buf_free(&one);
	return found;
}
