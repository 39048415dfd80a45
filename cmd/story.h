/* SPDX-License-Identifier: ISC */
/*
 * story.h: what happened to a record, event by event.
 */
#ifndef STORY_H
#define STORY_H

#include "cli.h"
#include "intake.h"

/* One event: where it stands in the journal, and what its body says. */
struct event {
	int64_t seq, at, recorded;
	const char *actor, *step, *clause;
	struct intake *body;	/* its members; none when it was erased */
	const struct record *record;
};

/* Call each for every event of a record, in order. */
enum status story_each(struct cli *, const char *id,
	    void (*each)(struct cli *, const struct event *, void *),
	    void *arg, struct error *);
/* A member of the body, or NULL. */
const char *story_said(const struct event *, const char *name);

/* The time line for people; and the events as a JSON array. */
enum status story_print(struct cli *, const char *id, struct error *);
enum status story_json(struct cli *, const char *id, struct buf *,
	    struct error *);

#endif
