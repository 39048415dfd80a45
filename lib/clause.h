/* SPDX-License-Identifier: ISC */
/*
 * clause.h: the clauses of the regulation, by id.
 */
#ifndef CLAUSE_H
#define CLAUSE_H

#include "buf.h"

struct clause {
	const char *id;
	char kind;	/* S enforced or proved, M proved in part, H conduct */
	const char *english, *chinese;	/* what it asks, in a few words */
};

extern const struct clause clauses[];	/* ends with an id of NULL */

const struct clause *clause_find(const char *id);	/* NULL: none such */
/* As it stands in a column: the id; 本处 or "ours" for what no clause of the
 * text asks and the office itself has set, which is kept as "house". */
const char *clause_shown(const char *id);
/* The same in brackets behind a fact, appended; nothing for NULL. */
void clause_put(struct buf *out, const char *id);

#endif
