/* SPDX-License-Identifier: ISC */
/*
 * words.h: the closed vocabularies: codes, and what people call them.
 *
 * The store, JSON and TSV hold codes only.  What is typed may be the code,
 * the label of either language or an alias, in every locale: whole words,
 * folded, never a beginning.
 */
#ifndef WORDS_H
#define WORDS_H

#include "buf.h"
#include "error.h"

struct word {
	const char *code;
	const char *english, *chinese;	/* labels */
	const char *also;		/* other words, separated by blanks */
};

/* Each ends with a code of NULL. */
extern const struct word word_kinds[], word_channels[], word_callers[],
	    word_dispositions[], word_states[], word_roles[], word_causes[],
	    word_utilities[], word_hows[], word_reasons[], word_deadlines[],
	    word_steps[], word_outcomes[], word_recipients[], word_messages[],
	    word_formats[], word_urgings[], word_results[],
	    word_policies[], word_scopes[];

/* Bits of word_roles, in its order. */
enum {
	ROLE_CLERK = 1, ROLE_HANDLER = 2, ROLE_HEAD = 4, ROLE_LEADER = 8,
	ROLE_MANAGER = 16, ROLE_AUDITOR = 32, ROLE_SYSTEM = 64,
	ROLES_HEADS = ROLE_HEAD | ROLE_LEADER | ROLE_MANAGER,
	ROLES_DESK = ROLE_CLERK | ROLES_HEADS,
	ROLES_STAFF = ROLES_DESK | ROLE_HANDLER,
};

/* The code that a typed word means, or NULL. */
const char *word_code(const struct word *, const char *typed);
/* As word_code(), or MISUSED with the nearest word and all of them. */
enum status word_need(const struct word *, const char *what,
	    const char *typed, const char **code, struct error *);
/* What to call it in the reader's language; the code itself if unknown. */
const char *word_label(const struct word *, const char *code);
int	word_index(const struct word *, const char *code);	/* -1: none */
/* All codes, separated by comma and blank, appended. */
void	word_list(const struct word *, struct buf *);

#endif
