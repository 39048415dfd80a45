/* SPDX-License-Identifier: ISC */
/*
 * error.h: what went wrong, in words for the person at the desk.
 *
 * Nothing here prints.  A failure has a fact, the clause of the regulation
 * that it rests on, and what to do next; only cmd/cli.c puts them together.
 */
#ifndef ERROR_H
#define ERROR_H

#include <libintl.h>

/* Every text a person reads goes through _(); N_() only marks it. */
#define _(text) dgettext("frontdesk", text)
#define N_(text) text

enum status {
	OK,
	REFUSED,	/* the answer is no: a rule or the store says so */
	MISUSED,	/* the command line is wrong */
	MISREAD,	/* data from standard input or a file is wrong */
	BROKEN,		/* the store or the program is broken */
	UNPRINTED,	/* recorded, but the output could not be written */
	BUSY,		/* nothing written, or not known: run it again */
	FORBIDDEN,	/* the role may not */
	MISCONFIGURED,	/* the configuration is wrong, or not the store's */
};

struct error {
	enum status status;
	const char *clause;	/* id in REGULATION, static; NULL = none */
	char place[128];	/* "standard input:3:1"; "" = none */
	char text[512];		/* the fact, without a final stop */
	char advice[512];	/* what to do next, likewise; "" = nothing */
};

/*
 * Fill *e and return status, so that callers can return fail(...).  Texts
 * too long are cut at a whole character.  fail() clears place and advice,
 * so these come after it; both return the status that fail() set.
 */
enum status fail(struct error *e, enum status status, const char *clause,
	    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
enum status advise(struct error *e, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
enum status at_place(struct error *e, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* Whether messages come out in Chinese, and labels therefore should too. */
int	in_chinese(void);

#endif
