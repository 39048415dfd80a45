/* SPDX-License-Identifier: ISC */
/*
 * intake-source.c: a stream cut into rows as they stand.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "intake-source.h"
#include "xalloc.h"

enum { CHUNK = 64 << 10 };

void
source_open(struct source *s, FILE *f, int csv)
{
	*s = (struct source){ .in = f, .csv = csv, .line = 1 };
	s->room = 2 * CHUNK;
	s->data = xrealloc(NULL, s->room);
}

void
source_close(struct source *s)
{
	free(s->data);
	free(s->text);
}

void
source_back(struct source *s)
{
	s->look = s->at;
	s->lines = 0;
}

/* Read on behind what is there; 0 when nothing came.  A byte stays free. */
static int
refill(struct source *s)
{
	size_t n;

	if (s->ended)
		return 0;
	memmove(s->data, s->data + s->at, s->end - s->at);
	s->look -= s->at;
	s->end -= s->at;
	s->at = 0;
	if (s->room - s->end <= CHUNK) {
		s->room *= 2;
		s->data = xrealloc(s->data, s->room);
	}
	n = fread(s->data + s->end, 1, CHUNK, s->in);
	if (n < CHUNK) {
		s->ended = 1;
		s->unread = ferror(s->in) ? errno : 0;
	}
	s->end += n;
	return n > 0;
}

/* A byte order mark is no part of the first row. */
static void
skip_mark(struct source *s)
{
	if (s->end == 0 && refill(s) && s->end >= 3 &&
	    memcmp(s->data, "\xEF\xBB\xBF", 3) == 0)
		s->at = s->look = 3;
}

static size_t
count_quotes(const char *p, const char *end)
{
	size_t n = 0;

	for (; p < end; p++)
		n += *p == '"';
	return n;
}

/*
 * Look for the end of the row in what was read: a line end, in CSV behind an
 * even number of quotes.  A row with a quote too many seems to go on; whoever
 * takes it apart finds that quote first.
 */
static int
find_end(struct source *s)
{
	const char *p, *lf, *stop;

	do {
		p = s->data + s->look;
		lf = memchr(p, '\n', s->end - s->look);
		stop = lf != NULL ? lf + 1 : s->data + s->end;
		if (s->csv)
			s->quotes += count_quotes(p, stop);
		s->look = (size_t)(stop - s->data);
		s->lines += lf != NULL;
	} while (lf != NULL && s->quotes % 2 != 0);
	return lf != NULL;
}

/* Make what lies from at to look the row. */
static void
set_row(struct source *s, struct row *row)
{
	size_t len = s->look - s->at;

	if (len + 1 > s->text_room) {
		free(s->text);
		s->text_room = 2 * (len + 1);
		s->text = xrealloc(NULL, s->text_room);
	}
	row->raw = row->at = s->data + s->at;
	row->end = s->data + s->look;
	row->line = s->line;
	row->to = s->text;
	row->count = 0;
	row->extra = NULL;
}

/* In CSV the reason may be a quote, and where the row ends is not known.
 * Elsewhere its rest is passed over. */
static enum status
long_row(struct source *s, struct row *row)
{
	if (s->csv) {
		row->cut = 1;
		s->data[s->look] = '\n';
		if (row_csv(row) != OK)
			return MISREAD;
		row->fatal = 1;
	}
	row_wrong(row, row->raw, _("the row that begins here is over 8 MiB"),
	    _("Shorten it, or see whether a line end is missing"));
	while (!row->fatal && !find_end(s)) {
		s->at = s->look;
		if (!refill(s))
			break;
	}
	return MISREAD;
}

static enum status
unreadable(struct source *s, struct row *row)
{
	row->fatal = 1;
	fail(row->e, MISREAD, NULL, _("it cannot be read: %s"),
	    strerror(s->unread));
	return at_place(row->e, "%s:%zu", row->place, row->line);
}

/* What is left when there is no line end any more: nothing, or a row that is
 * whole in CSV alone. */
static enum status
last_row(struct source *s, struct row *row)
{
	if (s->unread != 0)
		return unreadable(s, row);
	s->data[s->look] = '\n';
	if (row->raw == row->end || s->csv)
		return OK;
	row->fatal = 1;
	return row_wrong(row, row->end,
	    _("the last line has no end; something may have been cut off"),
	    _("Send it again, or end the line if nothing is missing"));
}

enum status
source_take(struct source *s, struct row *row)
{
	int found;

	s->at = s->look;
	s->line += s->lines;
	s->lines = s->quotes = 0;
	skip_mark(s);
	while (!(found = find_end(s)) && s->look - s->at < ROW_MAX &&
	    refill(s))
		;
	set_row(s, row);
	if (found)
		return OK;
	if (s->look - s->at >= ROW_MAX)
		return long_row(s, row);
	return last_row(s, row);
}
