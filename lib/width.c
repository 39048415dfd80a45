/* SPDX-License-Identifier: ISC */
/*
 * width.c: text on a terminal: how wide it is, cut, and made visible.
 */
#include <string.h>

#include "rune.h"
#include "text.h"

/* What a character takes in one line, where LF and TAB are blanks. */
static size_t
columns_of(int32_t rune)
{
	if (rune == '\n' || rune == '\t')
		return 1;
	return rune == RUNE_BROKEN ? 1 : (size_t)rune_width(rune);
}

size_t
text_width(const char *text)
{
	size_t len = strlen(text), i = 0, width = 0;
	int32_t rune;

	while (i < len) {
		i += rune_next(text + i, len - i, &rune);
		width += columns_of(rune);
	}
	return width;
}

/* How many bytes fit into so many columns, marks of the last one included. */
static size_t
fitting(const char *text, size_t len, size_t columns)
{
	size_t i = 0, n, width = 0;
	int32_t rune;

	while (i < len) {
		n = rune_next(text + i, len - i, &rune);
		width += columns_of(rune);
		if (width > columns)
			break;
		i += n;
	}
	return i;
}

const char *
text_cut(struct arena *a, const char *text, size_t columns)
{
	size_t len = strlen(text), fits = fitting(text, len, columns), i;
	char *cut;

	if (fits == len) {
		cut = arena_slice(a, text, len);
	} else if (columns == 0) {
		return "";
	} else {
		fits = fitting(text, len, columns - 1);
		cut = arena_alloc(a, fits + 2);
		memcpy(cut, text, fits);
		cut[fits] = '~';
	}
	for (i = 0; i < fits; i++)
		if (cut[i] == '\n' || cut[i] == '\t')
			cut[i] = ' ';
	return cut;
}

static void
add_sign(int32_t rune, const char *byte, struct buf *out)
{
	if (rune == RUNE_BROKEN)
		buf_printf(out, "\\x%02x", (unsigned)(unsigned char)*byte);
	else if (rune < 0x80)
		buf_printf(out, "\\x%02x", (unsigned)rune);
	else if (rune < 0x10000)
		buf_printf(out, "\\u%04x", (unsigned)rune);
	else
		buf_printf(out, "\\U%08x", (unsigned)rune);
}

void
text_visible(const char *text, int lines, struct buf *out)
{
	size_t len = strlen(text), i, n, from = 0;
	int32_t rune;

	buf_add(out, "", 0);
	for (i = 0; i < len; i += n) {
		n = rune_next(text + i, len - i, &rune);
		if (rune != RUNE_BROKEN && rune_class(rune) == RUNE_PLAIN)
			continue;
		if (lines && (rune == '\n' || rune == '\t'))
			continue;
		buf_add(out, text + from, i - from);
		add_sign(rune, text + i, out);
		from = i + n;
	}
	buf_add(out, text + from, len - from);
}

const char *
text_shown(struct arena *a, const char *text)
{
	struct buf shown = { 0 };

	text_visible(text, 0, &shown);
	text = arena_copy(a, shown.text);
	buf_free(&shown);
	return text;
}
