/* SPDX-License-Identifier: ISC */
/*
 * mistake.c: what is wrong in a file, each with its place.
 */
#include <stdarg.h>
#include <stdio.h>

#include "mistake.h"

struct mistake {
	unsigned line, column;
	const char *text;
	struct mistake *before, *after;
};

/* Most come in order: look for the place from the end. */
static void
put(struct mistakes *m, struct mistake *new)
{
	struct mistake *at = m->last, *after = NULL;

	while (at != NULL && (at->line > new->line ||
	    (at->line == new->line && at->column > new->column))) {
		after = at;
		at = at->before;
	}
	new->before = at;
	new->after = after;
	if (at != NULL)
		at->after = new;
	if (after != NULL)
		after->before = new;
	else
		m->last = new;
}

void
mistake(struct mistakes *m, unsigned line, unsigned column,
    const char *fmt, ...)
{
	struct mistake *new = arena_alloc(m->arena, sizeof(*new));
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	if (vsnprintf(text, sizeof(text), fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	new->text = arena_copy(m->arena, text);
	new->line = line;
	new->column = column;
	put(m, new);
	m->count++;
}

void
mistake_lines(const struct mistakes *m, struct buf *lines)
{
	const struct mistake *at = m->last;

	while (at != NULL && at->before != NULL)
		at = at->before;
	for (; at != NULL; at = at->after)
		if (at->line == 0)
			buf_printf(lines, "%s: %s\n", m->file, at->text);
		else
			buf_printf(lines, "%s:%u:%u: %s\n", m->file, at->line,
			    at->column, at->text);
}

enum status
mistakes_end(const struct mistakes *m, struct buf *lines, struct error *e)
{
	mistake_lines(m, lines);
	if (m->count == 0)
		return OK;
	if (m->count == 1)
		fail(e, MISCONFIGURED, NULL, _("there is a mistake in %s"),
		    m->file);
	else
		fail(e, MISCONFIGURED, NULL, _("there are %zu mistakes in %s"),
		    m->count, m->file);
	return advise(e, _("Correct the file and run the command again"));
}
