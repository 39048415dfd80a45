/* SPDX-License-Identifier: ISC */
/*
 * table.c: a table for people, fitted to the width of their terminal.
 */
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "table.h"
#include "text.h"

enum { MOST_CELLS = 32, GAP = 2, LEAST_TEXT = 8, CARDS_BELOW = 60 };

struct line {
	struct line *next;
	enum tint tint;
	const char *cells[];
};

struct grid {
	struct arena *arena;
	const char *const *headings;
	int n, text, spare;
	int widths[MOST_CELLS], right[MOST_CELLS];
	struct line *first, **last;
};

static const char *const colours[] = {
	[TINT_NONE] = "", [TINT_LATE] = "\033[31m", [TINT_SOON] = "\033[33m",
	[TINT_DIM] = "\033[2m",
};

int
terminal_width(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

static void
widen(struct grid *g, int column, const char *text)
{
	int width = (int)text_width(text);

	if (width > g->widths[column])
		g->widths[column] = width;
}

struct grid *
grid_new(struct arena *arena, const char *const *headings, int n, int text,
    int spare)
{
	struct grid *g = arena_alloc(arena, sizeof(*g));

	g->arena = arena;
	g->headings = headings;
	g->n = n < MOST_CELLS ? n : MOST_CELLS;
	g->text = text;
	g->spare = spare;
	g->last = &g->first;
	for (int i = 0; i < g->n; i++)
		widen(g, i, headings[i]);
	return g;
}

/* Where text begins that people set in with blanks, wide ones too. */
static const char *
past_blanks(const char *text)
{
	static const char wide[] = "\xE3\x80\x80";

	for (;;)
		if (strncmp(text, wide, sizeof(wide) - 1) == 0)
			text += sizeof(wide) - 1;
		else if (*text == ' ' || *text == '\t' || *text == '\n')
			text++;
		else
			return text;
}

void
grid_right(struct grid *g, int column)
{
	g->right[column] = 1;
}

void
grid_row(struct grid *g, const char *const *cells, enum tint tint)
{
	struct line *l = arena_alloc(g->arena, sizeof(*l) +
	    (size_t)g->n * sizeof(l->cells[0]));
	struct buf b = { 0 };

	l->tint = tint;
	for (int i = 0; i < g->n; i++) {
		const char *cell = cells[i] ? cells[i] : "";

		buf_clear(&b);
		text_visible(i == g->text ? past_blanks(cell) : cell, 1, &b);
		/* One line of one cell; longer than any terminal is wide. */
		l->cells[i] = text_cut(g->arena, b.text ? b.text : "", 512);
		widen(g, i, l->cells[i]);
	}
	buf_free(&b);
	*g->last = l;
	g->last = &l->next;
}

static int
whole_width(const struct grid *g)
{
	int width = 0;

	for (int i = 0; i < g->n; i++)
		if (g->widths[i] > 0)
			width += g->widths[i] + (width > 0 ? GAP : 0);
	return width;
}

static void
fit(struct grid *g, int width)
{
	int over = whole_width(g) - width, room;
	int whole = g->text >= 0 ? g->widths[g->text] : 0;

	if (over > 0 && whole > LEAST_TEXT) {
		room = whole - over;
		g->widths[g->text] = room > LEAST_TEXT ? room : LEAST_TEXT;
		over = whole_width(g) - width;
	}
	if (over <= 0 || g->spare < 0)
		return;
	g->widths[g->spare] = 0;
	/* More than enough went: the text gets the rest. */
	room = width - whole_width(g);
	if (room > 0 && g->text >= 0) {
		room += g->widths[g->text];
		g->widths[g->text] = room < whole ? room : whole;
	}
}

static void
put_cells(const struct grid *g, const char *const *cells, struct buf *out)
{
	size_t pending = 0;

	for (int i = 0; i < g->n; i++) {
		size_t room = (size_t)g->widths[i], blank;
		const char *cell;

		if (room == 0)
			continue;
		cell = text_cut(g->arena, cells[i], room);
		blank = room - text_width(cell);
		if (g->right[i]) {
			pending += blank;
			blank = 0;
		}
		if (*cell != '\0') {
			buf_printf(out, "%*s%s", (int)pending, "", cell);
			pending = 0;
		}
		pending += blank + GAP;
	}
}

static void
put_line(const struct grid *g, const char *const *cells, enum tint tint,
    int colour, struct buf *out)
{
	if (colour)
		buf_puts(out, colours[tint]);
	put_cells(g, cells, out);
	buf_puts(out, colour && tint != TINT_NONE ? "\033[0m\n" : "\n");
}

static size_t
card_width(const struct grid *g, const struct line *l)
{
	size_t width = 0;

	for (int i = 0; i < g->n; i++)
		if (i != g->text && *l->cells[i] != '\0')
			width += text_width(past_blanks(l->cells[i])) + 1;
	return width > 0 ? width - 1 : 0;
}

/* Cells one after the other; those that find no room go on below. */
static void
put_cells_of_card(const struct grid *g, const struct line *l, size_t room,
    struct buf *out)
{
	int narrow = card_width(g, l) > room;
	size_t at = 0, width;

	for (int i = 0; i < g->n; i++) {
		const char *cell = past_blanks(l->cells[i]);

		if (i == g->text || *cell == '\0' || (narrow && i == g->spare))
			continue;
		cell = text_cut(g->arena, cell, room - 2);
		width = text_width(cell);
		if (at > 0 && at + 1 + width > room) {
			buf_puts(out, "\n ");
			at = 1;
		}
		buf_printf(out, "%s%s", at > 0 ? " " : "", cell);
		at += width + (at > 0);
	}
}

/* Where columns find no room, as on a telephone: everything but the text,
 * and the text below it. */
static void
put_card(const struct grid *g, const struct line *l, int width, int colour,
    struct buf *out)
{
	size_t room = width > 2 * LEAST_TEXT ? (size_t)width : 2 * LEAST_TEXT;

	if (colour)
		buf_puts(out, colours[l->tint]);
	put_cells_of_card(g, l, room, out);
	buf_puts(out, colour && l->tint != TINT_NONE ? "\033[0m\n" : "\n");
	if (g->text >= 0 && *l->cells[g->text] != '\0')
		buf_printf(out, "  %s\n", text_cut(g->arena,
		    l->cells[g->text], room - 2));
}

void
grid_print(struct grid *g, int width, int colour, struct buf *out)
{
	if (width >= CARDS_BELOW)
		fit(g, width);
	if (width < CARDS_BELOW || whole_width(g) > width) {
		for (const struct line *l = g->first; l != NULL; l = l->next)
			put_card(g, l, width, colour, out);
		return;
	}
	put_line(g, g->headings, TINT_NONE, colour, out);
	for (const struct line *l = g->first; l != NULL; l = l->next)
		put_line(g, l->cells, l->tint, colour, out);
}
