/* SPDX-License-Identifier: ISC */
/*
 * form-table.h: the questions of the form of log-call.
 */
#ifndef FORM_TABLE_H
#define FORM_TABLE_H

#include "form-show.h"

struct question {
	const char *prompt;	/* N_() */
	const char *field;	/* of call_table that it sets; NULL: none */
	const char *unless;	/* fields; any of them given: not asked */
	/* What Enter takes, and how that is shown where it is not as it is;
	 * NULL: there is nothing. */
	const char *(*usual)(struct form *, const char **shown);
	/* NULL: the field is set.  REFUSED and MISUSED: it is asked again. */
	enum status (*take)(struct form *, const char *, struct error *);
	void	(*before)(struct form *);	/* shown before it; or NULL */
	unsigned how;		/* bits of answers to HOW: only with these; 0:
				 * with all */
	int may_lack;		/* nothing is an answer too, and so is `-' */
	const char *help;	/* N_(), where there is nothing to list */
};

extern const struct question form_questions[QUESTIONS];

/* Set a field of the call, as the option of that name would be. */
enum status form_set(struct form *, const char *field, const char *typed,
	    struct error *);
/* Whether an answer is `-': there is none. */
int	form_none(const char *typed);

#endif
