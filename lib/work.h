/* SPDX-License-Identifier: ISC */
/*
 * work.h: one run of a writing command: who acts, when, on whose store; its
 * transaction, the ids it gives out and the request that makes a repeat safe.
 */
#ifndef WORK_H
#define WORK_H

#include <stddef.h>
#include <stdint.h>

#include "config.h"
#include "error.h"
#include "id.h"
#include "store.h"
#include "xalloc.h"

struct work {
	struct store *store;
	struct arena *config;	/* what lives as long as the command */
	struct arena *arena;	/* what lives as long as one transaction */
	const struct desk *desk;
	const struct roll *roll;
	const struct firms *firms;	/* work_firms() loads them */
	const struct keys *keys;	/* work_keys() loads them */

	const char *office;	/* whose rows are read and written */
	int with_office;	/* ids are printed with it: DH:T261123-0007 */
	const char *command;
	const char *actor;	/* login of the member of staff whose act it is */
	int64_t uid;		/* of the process */
	unsigned roles;		/* bit per index in word_roles */
	int practice;
	int64_t now;

	const char *request;	/* id of this run, made up unless given */
	int request_given;
	const char *digest;	/* of what was asked for; NULL: ask this: */
	enum status (*digest_late)(struct work *, void *, struct error *);
	void *digest_arg;	/* for input known only once it was read */
	int repeated;		/* done before: see ids, or first_seq and seq */
	enum status outcome;	/* worst of those left out, kept for a repeat */
	int bulk;		/* so many that their ids are not kept */

	/* One transaction's own. */
	int64_t first_seq, seq;	/* of the journal */
	char head[65];
	char id_name[16];	/* the counter in use: T261123 */
	int64_t id_last;
	const char **ids;	/* records acted on, as their events came, of
				 * the kind of the first */
	size_t nids, room;
	struct too_late *late;	/* ended after their time; whoever tells of
				 * them clears it first */
};

struct too_late {
	const char *clause;
	int64_t by;
	struct too_late *next;
};

/*
 * Run body in one writing transaction: the office locked, then body, then
 * the request row and the counters.  Where the request is known already body
 * is not run, `repeated' is set and `ids' are those of the first time.
 * REFUSED when that one asked for something else.  A body that writes no
 * event leaves no request.
 */
typedef enum status work_body(struct work *, void *arg, struct error *);
enum status work_run(struct work *, work_body *, void *arg, struct error *);

/* Take the office for writing: the first statement of every transaction that
 * writes.  work_run() does it. */
enum status work_lock(struct work *, struct error *);

/* Undo one of several things done in a body, and go on behind the mark. */
struct mark {
	int64_t seq, id_last;
	char head[65], id_name[16];
	size_t nids;
};
enum status work_mark(struct work *, struct mark *, struct error *);
enum status work_undo(struct work *, const struct mark *, struct error *);
enum status work_keep(struct work *, struct error *);

/* A new id of the day of `at': T261123-0007, T261123-a10000. */
enum status work_id(struct work *, char letter, int64_t at, const char **id,
	    struct error *);
void	work_acted(struct work *, const char *id);
/* The contractors, loaded when somebody is not among the staff. */
enum status work_firms(struct work *, const struct firms **, struct error *);
/* The keys and how they are lent, for the commands that need them. */
enum status work_keys(struct work *, const struct keys **, struct error *);
/* A text that no other run has: time first, then random. */
const char *work_request(struct arena *, int64_t now);

/* An id as it is printed, in work->arena where its office stands before it;
 * NULL stays NULL. */
const char *id_told(struct work *, const char *id);
/* Whether another office is read than the one that is configured here. */
int	work_elsewhere(const struct work *);

/* One value of the table `setting'; NULL when it is not there. */
enum status setting_get(struct store *, const char *office, const char *name,
	    struct arena *, const char **value, struct error *);
enum status setting_put(struct store *, const char *office, const char *name,
	    const char *value, struct error *);

#endif
