/* SPDX-License-Identifier: ISC */
/*
 * desk.h: desk.yaml: how the office works.
 *
 * Everything lives in the arena it was loaded into.  Codes are ASCII words,
 * spans are in milliseconds.
 */
#ifndef DESK_H
#define DESK_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "error.h"
#include "label.h"
#include "xalloc.h"

struct kind_rule {		/* one for each of word_kinds, in that order */
	int64_t answer;		/* its answer is due so long after; 0: none */
	const char *call_back;	/* of word_policies: whether resolved ones
				 * wait for a call-back */
};

struct limit {			/* how long a kind of deadline gives */
	const char *deadline;	/* code of word_deadlines */
	int64_t span;
};

struct recurring {		/* when complaints recur (C9) */
	int64_t count, span;	/* so many in so long, */
	const char *place;	/* of one room or building: of word_scopes */
	const char *const *kinds;	/* of word_kinds, NULL-ended */
};

enum { TELL_MAX = 8 };

struct rung {
	int64_t number;		/* 0, 1, ...; higher is later and graver */
	int64_t at;		/* so long after due; negative: before it */
	const char *const *deadlines;	/* NULL-ended codes; empty: every kind
					 * that no other rung of this number
					 * names */
	const char *const *tell;	/* codes of word_recipients, NULL-ended,
					 * fewer than TELL_MAX */
	const char *say;	/* code of word_urgings: what they are to do;
				 * NULL: that it is due soon, or overdue */
};

struct category {
	const char *code;
	struct label label;
	const char *also;	/* other words for it, blank-separated */
	const char *kind;	/* code; NULL: does not settle it */
	const char *cause;	/* "municipal" or NULL */
	const char *utility;	/* of a municipal cause; NULL */
	const char *department;	/* of staff.yaml; routing; may be NULL when: */
	const char *handler;	/* a login of staff.yaml, or firm:CODE; NULL */
	const char *hint;	/* procedure shown at intake; NULL */
};

struct building {
	const char *first, *last;	/* "1" to "12"; equal for one, or "b" */
	int64_t units, floors, doors;	/* of each; the room is floor, door */
};

struct place {
	const char *code;	/* what is stored: a line of text */
	const char *also;	/* other words, blank-separated; may be NULL */
};

struct phrase {			/* what is not said to residents (A9 F4.7) */
	const char *words;
	const char *instead;	/* may be NULL */
};

struct desk {
	const char *dir;	/* absolute, symbolic links resolved */
	const char *office;	/* 1 to 8 of A-Z and 0-9 */
	struct label name;
	const char *zone;	/* Asia/Shanghai */
	const char *store;	/* postgresql://... or an absolute path */
	const char *greeting;
	const char *centre;	/* department of the service centre */
	const char *manager;	/* login of the one at the top of the ladder */
	int64_t enforce_from;	/* 0: always; the day's midnight, in UTC ms;
				 * needs the zone, which desk_load() sets */
	struct kind_rule kinds[6];
	int64_t call_back_sample;	/* percent, where that is the policy */
	struct recurring recurring;
	const struct limit *limits;	size_t nlimits;
	const struct rung *ladder;	size_t nrungs;
	const struct category *categories;	size_t ncategories;
	const struct building *buildings;	size_t nbuildings;
	const struct place *places;	size_t nplaces;
	const struct phrase *phrases;	size_t nphrases;
	int accused_may_resolve;	/* C5; off unless said otherwise */
};

/*
 * Load the file from dir.  With mistakes in it, status MISCONFIGURED and a
 * line each, "desk.yaml:3:8: what and what to do", in *mistakes; *e then
 * counts them.  What it says of other files is for config_check().
 */
enum status desk_load(struct arena *, const char *dir, const struct desk **,
	    struct buf *mistakes, struct error *);

#endif
