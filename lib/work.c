/* SPDX-License-Identifier: ISC */
/*
 * work.c: one run of a writing command.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "work.h"

enum { PLAIN_IDS = 9999, REQUEST_BYTES = 8 };

struct run {
	struct work *w;
	work_body *body;
	void *arg;
	int complete;		/* all of it was done once; was it stored? */
};

/* Whoever has the row writes, others wait. */
enum status
work_lock(struct work *w, struct error *e)
{
	const char *sql = store_driver(w->store)->lock_sql, *head;
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office)), &q,
	    e) != OK || query_next(q, &row, e) != OK)
		return e->status;
	if (!row) {
		fail(e, MISCONFIGURED, NULL, _("office %s is not in this "
		    "store"), w->office);
		return advise(e, _("Add it with desk-init"));
	}
	w->seq = query_number(q, 0);
	w->first_seq = w->seq + 1;
	head = query_text(q, 1);
	snprintf(w->head, sizeof(w->head), "%s", head ? head : "");
	query_end(q);
	return OK;
}

static enum status
put_counter(struct work *w, const char *name, int64_t last, const char *head,
    struct error *e)
{
	static const char sql[] = "INSERT INTO counter (office, name, last, "
	    "head) VALUES ($1, $2, $3, $4) ON CONFLICT (office, name) "
	    "DO UPDATE SET last = excluded.last, head = excluded.head";

	return store_run(w->store, sql, VALUES(v_text(w->office),
	    v_text(name), v_number(last), v_text(head)), NULL, e);
}

static enum status
ids_of(struct work *w, int64_t first, int64_t last, struct error *e)
{
	static const char sql[] = "SELECT record FROM event "
	    "WHERE office = $1 AND seq >= $2 AND seq <= $3 ORDER BY seq";
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_number(first), v_number(last)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		work_acted(w, arena_copy(w->arena, query_text(q, 0)));
	}
}

static enum status
settle_digest(struct work *w, struct error *e)
{
	if (w->digest_late == NULL)
		return OK;
	return w->digest_late(w, w->digest_arg, e);
}

/* Was this request done before? */
static enum status
look_up(struct work *w, struct error *e)
{
	static const char sql[] = "SELECT command, digest, first_seq, last_seq, "
	    "outcome FROM request WHERE office = $1 AND request = $2";
	struct query *q;
	int64_t first, last;
	int row, same;

	if (store_query(w->store, sql, sql, VALUES(v_text(w->office),
	    v_text(w->request)), &q, e) != OK || query_next(q, &row, e) != OK)
		return e->status;
	if (!row)
		return OK;
	if (settle_digest(w, e) != OK)
		return e->status;
	same = strcmp(query_text(q, 0), w->command) == 0 &&
	    strcmp(query_text(q, 1), w->digest) == 0;
	first = query_number(q, 2);
	last = query_number(q, 3);
	w->outcome = (enum status)query_number(q, 4);
	query_end(q);
	if (!same) {
		fail(e, REFUSED, NULL, _("request %s was used for something "
		    "else"), w->request);
		return advise(e, _("Leave --request-id out, or take a new one"));
	}
	w->repeated = 1;
	w->first_seq = first;
	w->seq = last;
	return w->bulk ? OK : ids_of(w, first, last, e);
}

static enum status
finish(struct work *w, struct error *e)
{
	static const char sql[] = "INSERT INTO request (office, request, "
	    "command, digest, at, first_seq, last_seq, outcome) "
	    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

	if (w->seq < w->first_seq)
		return OK;
	if (settle_digest(w, e) != OK)
		return e->status;
	if (store_run(w->store, sql, VALUES(v_text(w->office),
	    v_text(w->request), v_text(w->command), v_text(w->digest),
	    v_number(w->now), v_number(w->first_seq), v_number(w->seq),
	    v_number(w->outcome)), NULL, e) != OK)
		return e->status;
	if (w->id_name[0] != '\0' &&
	    put_counter(w, w->id_name, w->id_last, NULL, e) != OK)
		return e->status;
	return put_counter(w, "event", w->seq, w->head, e);
}

/* A commit that was not answered: what was done stands as it is, if it was
 * stored.  Having the office, nobody can be storing it still. */
static enum status
was_stored(struct work *w, int64_t *stored, struct error *e)
{
	static const char sql[] = "SELECT 1 FROM request "
	    "WHERE office = $1 AND request = $2";
	struct work done = *w;

	if (work_lock(&done, e) != OK)
		return e->status;
	return store_number(w->store, sql, VALUES(v_text(w->office),
	    v_text(w->request)), stored, e);
}

static enum status
whole(void *arg, struct error *e)
{
	struct run *r = arg;
	struct work *w = r->w;
	int64_t stored = 0;

	if (r->complete && was_stored(w, &stored, e) != OK)
		return e->status;
	if (stored)
		return OK;
	r->complete = 0;
	arena_reset(w->arena);
	w->id_name[0] = '\0';
	w->ids = NULL;
	w->late = NULL;
	w->nids = w->room = 0;
	w->repeated = 0;
	w->outcome = OK;
	if (work_lock(w, e) != OK)
		return e->status;
	if (w->request_given && look_up(w, e) != OK)
		return e->status;
	if (w->repeated)
		return OK;
	if (r->body(w, r->arg, e) != OK || finish(w, e) != OK)
		return e->status;
	r->complete = 1;
	return OK;
}

enum status
work_run(struct work *w, work_body *body, void *arg, struct error *e)
{
	struct run r = { w, body, arg, 0 };

	return store_writing(w->store, whole, &r, e);
}

static enum status
take_counter(struct work *w, const char *name, struct error *e)
{
	static const char sql[] = "SELECT last FROM counter "
	    "WHERE office = $1 AND name = $2";

	if (strcmp(w->id_name, name) == 0)
		return OK;
	if (w->id_name[0] != '\0' &&
	    put_counter(w, w->id_name, w->id_last, NULL, e) != OK)
		return e->status;
	snprintf(w->id_name, sizeof(w->id_name), "%s", name);
	w->id_last = 0;
	return store_number(w->store, sql, VALUES(v_text(w->office),
	    v_text(w->id_name)), &w->id_last, e);
}

enum status
work_id(struct work *w, char letter, int64_t at, const char **id,
    struct error *e)
{
	char day[CLOCK_ROOM], name[sizeof(w->id_name)];
	int64_t n;

	clock_id_day(at, day);
	snprintf(name, sizeof(name), "%c%.6s", letter, day);
	if (take_counter(w, name, e) != OK)
		return e->status;
	n = ++w->id_last;
	if (n <= PLAIN_IDS) {
		*id = arena_printf(w->arena, "%s-%04" PRId64, name, n);
		return OK;
	}
	/* A letter for the number of digits keeps the order of texts. */
	for (letter = 'a'; n > PLAIN_IDS * 10 + 9; n /= 10)
		letter++;
	*id = arena_printf(w->arena, "%s-%c%" PRId64, name, letter,
	    w->id_last);
	return OK;
}

void
work_acted(struct work *w, const char *id)
{
	const char **more;

	if (w->bulk)
		return;
	if (w->nids > 0 && (strcmp(w->ids[w->nids - 1], id) == 0 ||
	    *w->ids[0] != *id))
		return;
	if (w->nids == w->room) {
		w->room = w->room ? 2 * w->room : 16;
		more = arena_alloc(w->arena, w->room * sizeof(*more));
		if (w->nids > 0)
			memcpy(more, w->ids, w->nids * sizeof(*more));
		w->ids = more;
	}
	w->ids[w->nids++] = id;
}

/* Of the mistakes in a file that is loaded late, the first. */
static enum status
loaded(enum status status, struct buf *mistakes, struct error *e)
{
	if (status != OK && mistakes->len > 0)
		fail(e, status, NULL, "%.*s",
		    (int)strcspn(mistakes->text, "\n"), mistakes->text);
	buf_free(mistakes);
	return status;
}

enum status
work_firms(struct work *w, const struct firms **firms, struct error *e)
{
	struct buf mistakes = { 0 };
	enum status status = OK;

	if (w->firms == NULL)
		status = firms_load(w->config, w->desk->dir, &w->firms,
		    &mistakes, e);
	*firms = w->firms;
	return loaded(status, &mistakes, e);
}

enum status
work_keys(struct work *w, const struct keys **keys, struct error *e)
{
	struct buf mistakes = { 0 };
	enum status status = OK;

	if (w->keys == NULL)
		status = keys_load(w->config, w->desk->dir, &w->keys,
		    &mistakes, e);
	*keys = w->keys;
	return loaded(status, &mistakes, e);
}

const char *
work_request(struct arena *arena, int64_t now)
{
	unsigned char random[REQUEST_BYTES];
	char hex[2 * REQUEST_BYTES + 1];

	random_bytes(random, sizeof(random));
	hex_of(random, sizeof(random), hex);
	return arena_printf(arena, "%011" PRIx64 "-%s", (uint64_t)now, hex);
}

const char *
id_told(struct work *w, const char *id)
{
	return w->with_office && id != NULL ? arena_printf(w->arena, "%s:%s",
	    w->office, id) : id;
}

int
work_elsewhere(const struct work *w)
{
	return strcmp(w->office, w->desk->office) != 0;
}

enum status
work_mark(struct work *w, struct mark *m, struct error *e)
{
	m->seq = w->seq;
	m->id_last = w->id_last;
	m->nids = w->nids;
	memcpy(m->head, w->head, sizeof(m->head));
	memcpy(m->id_name, w->id_name, sizeof(m->id_name));
	return store_run(w->store, "SAVEPOINT one", NO_VALUES, NULL, e);
}

enum status
work_undo(struct work *w, const struct mark *m, struct error *e)
{
	w->seq = m->seq;
	w->id_last = m->id_last;
	w->nids = m->nids;
	memcpy(w->head, m->head, sizeof(w->head));
	memcpy(w->id_name, m->id_name, sizeof(w->id_name));
	if (store_run(w->store, "ROLLBACK TO one", NO_VALUES, NULL, e) != OK)
		return e->status;
	return work_keep(w, e);
}

enum status
work_keep(struct work *w, struct error *e)
{
	return store_run(w->store, "RELEASE one", NO_VALUES, NULL, e);
}

enum status
setting_get(struct store *st, const char *office, const char *name,
    struct arena *arena, const char **value, struct error *e)
{
	static const char sql[] = "SELECT value FROM setting "
	    "WHERE office = $1 AND name = $2";

	*value = NULL;
	return store_text(st, sql, VALUES(v_text(office), v_text(name)),
	    arena, value, e);
}

enum status
setting_put(struct store *st, const char *office, const char *name,
    const char *value, struct error *e)
{
	static const char sql[] = "INSERT INTO setting (office, name, value) "
	    "VALUES ($1, $2, $3) ON CONFLICT (office, name) "
	    "DO UPDATE SET value = excluded.value";

	return store_run(st, sql, VALUES(v_text(office), v_text(name),
	    v_text(value)), NULL, e);
}
