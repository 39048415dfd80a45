/* SPDX-License-Identifier: ISC */
/*
 * progress.c: how far a long run is, on the terminal; and what interrupts it.
 */
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "pace.h"
#include "progress.h"
#include "table.h"
#include "text.h"

/* Drawn four times a second; where the desk's clock stands, by rows. */
enum { EVERY_MS = 250, EVERY_ROWS = 10000 };

static int64_t
clock_of(const struct cli *c)
{
	const char *fixed = c->work.practice ? getenv("FRONTDESK_NOW") : NULL;
	struct timespec t = { 0 };

	if (fixed != NULL && *fixed != '\0')
		return 0;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static sigset_t
interrupts(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	return set;
}

/* How much there is to read, where it is a file. */
static void
measure(struct progress *p)
{
	struct stat sb;

	p->begins = ftello(p->from);
	if (p->begins >= 0 && fstat(fileno(p->from), &sb) == 0 &&
	    S_ISREG(sb.st_mode))
		p->size = sb.st_size - p->begins;
}

void
progress_begin(struct progress *p, const struct cli *c, FILE *from)
{
	if (p->cli != NULL)
		return;
	p->cli = c;
	p->from = from;
	p->seen = isatty(STDERR_FILENO) && !c->options.values.quiet &&
	    !c->options.values.json;
	p->began = p->drawn = clock_of(c);
	if (from != NULL)
		measure(p);
}

void
progress_hold(struct progress *p)
{
	sigset_t set = interrupts();

	if (!p->held)
		sigprocmask(SIG_BLOCK, &set, &p->before);
	p->held = 1;
}

/* Over the one before, and what is left of that wiped away. */
static void
draw(struct progress *p, const char *line)
{
	int width = (int)text_width(line);

	if (width >= terminal_width())
		return;
	fprintf(stderr, "\r%s%*s", line, p->width > width ? p->width - width :
	    0, "");
	p->width = width;
}

static void
show(struct progress *p, int64_t rows, int64_t now)
{
	struct pace pace = { .rows = rows, .ms = now - p->began };
	struct buf line = { 0 };

	if (p->size > 0) {
		pace.size = p->size;
		pace.bytes = ftello(p->from) - p->begins;
	}
	buf_printf(&line, "%s: ", p->cli->command->name);
	pace_text(&pace, &line);
	draw(p, line.text);
	buf_free(&line);
	p->drawn = now;
	p->rows = rows;
}

enum status
progress_told(void *progress, int64_t rows, struct error *e)
{
	struct progress *p = progress;
	sigset_t set;
	int64_t now;

	sigpending(&set);
	if (sigismember(&set, SIGINT) || sigismember(&set, SIGTERM) ||
	    sigismember(&set, SIGHUP)) {
		fail(e, REFUSED, NULL, _("it was interrupted"));
		return advise(e, _("None of it is kept; run it again"));
	}
	if (!p->seen)
		return OK;
	now = clock_of(p->cli);
	if (now == 0 ? rows - p->rows >= EVERY_ROWS :
	    now - p->drawn >= EVERY_MS)
		show(p, rows, now);
	return OK;
}

void
progress_over(struct progress *p)
{
	static const struct timespec at_once = { 0 };
	sigset_t set = interrupts();

	if (p->width > 0)
		fprintf(stderr, "\r%*s\r", p->width, "");
	p->width = 0;
	if (!p->held)
		return;
	while (sigtimedwait(&set, NULL, &at_once) > 0)
		;
	sigprocmask(SIG_SETMASK, &p->before, NULL);
}
