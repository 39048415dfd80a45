/* SPDX-License-Identifier: ISC */
/*
 * likeness.h: what is known at intake of a caller and a room: who it was last
 * time, what is open, and what may be the same matter already (F4.4).
 *
 * Only tickets that are open are gone through, and contacts of a season, so
 * that it takes as long in a store of many years.
 */
#ifndef LIKENESS_H
#define LIKENESS_H

#include "work.h"

/* How alike, the likeliest first; what is only open comes last. */
enum likeness {
	LIKE_PLACE = 1,		/* of this category, in the same room or place */
	LIKE_CALLER,		/* of this category, by the same telephone */
	LIKE_UNIT, LIKE_BUILDING,	/* of it, near by, within a week */
	LIKE_OPEN_ROOM,		/* something else of the room */
	LIKE_OPEN_CALLER,	/* something else of the telephone */
};

struct like {
	enum likeness how;
	const char *id, *room, *department, *handler, *content;
	int state;		/* 1 + index in word_states */
	int64_t alike;		/* how many there are of this likeness */
};

enum { LIKES_MOST = 9 };

struct likes {
	struct like list[LIKES_MOST];	/* likeliest first, then newest */
	size_t n;
	int64_t total;		/* n, and those that are not in the list */
};

/*
 * Open tickets other than `except', for a room, a number and the code of a
 * category as they are stored; any of them NULL: not known.  In work->arena.
 */
enum status likeness_find(struct work *, const char *room, const char *phone,
	    const char *category, const char *except, struct likes *,
	    struct error *);

struct last {			/* somebody who came before */
	const char *name, *phone, *room;	/* any may be NULL */
	int caller;		/* of word_callers; 0: not said */
	int64_t at;		/* when; 0: nobody did */
	const char *category;
	int result;		/* of word_results; 0: not called back */
};
/* Who gave their name with that number last, in a season; with number NULL,
 * who came last about that room, if it is a home.  In work->arena. */
enum status likeness_last(struct work *, const char *phone, const char *room,
	    struct last *, struct error *);

/* The one category that has a word of its own in the text; NULL: none, or
 * several. */
const struct category *likeness_category(struct work *, const char *text);

#endif
