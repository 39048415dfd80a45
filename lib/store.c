/* SPDX-License-Identifier: ISC */
/*
 * store.c: the store every command shares.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"
#include "xalloc.h"

static const char version_sql[] =
    "SELECT value FROM setting WHERE office = $1 AND name = 'version'";

struct query {
	struct query *next;
	const void *key;
	const struct driver *driver;
	void *stmt;
};

struct kept {
	struct kept *next;
	char *sql;
};

struct store {
	const struct driver *driver;
	void *db;
	struct kept *kept;
	struct query *queries;
};

enum status
store_connect(const char *url, int create, int64_t wait, struct store **out,
    struct error *e)
{
	const struct driver *driver = driver_of(url, e);
	struct store *st;

	*out = NULL;
	if (driver == NULL)
		return MISCONFIGURED;
	st = xcalloc(1, sizeof(*st));
	st->driver = driver;
	*out = st;
	return driver->open(url, create, wait < 0 ? driver->wait : wait,
	    &st->db, e);
}

/*
 * The version the store says it has, 0 when it is empty.  What holds
 * somebody else's tables is refused.
 */
enum status
store_version(struct store *st, int64_t *version, struct error *e)
{
	int64_t all = 0, ours = 0;
	struct query *q = NULL;
	enum status status;
	int row = 0;

	*version = 0;
	status = store_query(st, version_sql, version_sql, VALUES(v_text("")),
	    &q, e);
	if (status == OK)
		status = query_next(q, &row, e);
	if (status == OK && row)
		*version = strtoll(query_text(q, 0), NULL, 10);
	query_end(q);
	if (status != BROKEN ||
	    st->driver->tables(st->db, &all, &ours, e) != OK || ours > 0)
		return status;
	if (all == 0)
		return OK;
	return fail(e, MISCONFIGURED, NULL, _("%s is no store of frontdesk"),
	    st->driver->called(st->db));
}

enum status
store_open(const char *url, int64_t wait, struct store **out,
    struct error *e)
{
	const char *called;
	int64_t version;

	if (store_connect(url, 0, wait, out, e) != OK ||
	    store_version(*out, &version, e) != OK)
		return e->status;
	if (version == STORE_VERSION)
		return OK;
	called = (*out)->driver->called((*out)->db);
	if (version == 0) {
		fail(e, MISCONFIGURED, NULL, _("%s is empty"), called);
		return advise(e, _("Make the store with desk-init"));
	}
	fail(e, MISCONFIGURED, NULL, _("%s: the store has version %lld, this "
	    "program version %d"), called, (long long)version, STORE_VERSION);
	if (version < STORE_VERSION)
		return advise(e, _("Bring it up to date with desk-init"));
	return advise(e, _("Use the newer program"));
}

void
store_close(struct store *st)
{
	struct query *q, *next;

	if (st == NULL)
		return;
	for (q = st->queries; q != NULL; q = next) {
		next = q->next;
		st->driver->drop(q->stmt);
		free(q);
	}
	while (st->kept != NULL) {
		struct kept *k = st->kept;

		st->kept = k->next;
		free(k->sql);
		free(k);
	}
	st->driver->close(st->db);
	free(st);
}

const struct driver *
store_driver(const struct store *st)
{
	return st->driver;
}

void *
store_db(struct store *st)
{
	return st->db;
}

static enum status
undo(struct store *st, enum status status)
{
	for (struct query *q = st->queries; q != NULL; q = q->next)
		st->driver->done(q->stmt);
	st->driver->rollback(st->db);
	return status;
}

/* Once begun, what reads is not run again: it may have printed. */
static enum status
transaction(struct store *st, int writing, store_body *body, void *arg,
    struct error *e)
{
	const struct driver *d = st->driver;
	enum status status;
	int begun;

	do {
		e->status = OK;
		begun = d->begin(st->db, writing, e) == OK;
		if (!begun)
			continue;
		status = body(arg, e);
		status = status == OK ? d->commit(st->db, e) :
		    undo(st, status);
		if (status == OK || !writing)
			return status;
	} while (d->again != NULL && d->again(st->db, e));
	return e->status;
}

enum status
store_writing(struct store *st, store_body *body, void *arg,
    struct error *e)
{
	return transaction(st, 1, body, arg, e);
}

enum status
store_reading(struct store *st, store_body *body, void *arg,
    struct error *e)
{
	return transaction(st, 0, body, arg, e);
}

struct value
v_text(const char *text)
{
	return (struct value){ text ? VALUE_TEXT : VALUE_NULL, text, 0 };
}

struct value
v_number(int64_t number)
{
	return (struct value){ VALUE_NUMBER, NULL, number };
}

struct value
v_time(int64_t at)
{
	return (struct value){ at ? VALUE_NUMBER : VALUE_NULL, NULL, at };
}

struct value
v_field(const struct field *f, const void *rec)
{
	if (field_absent(f, rec))
		return (struct value){ VALUE_NULL, NULL, 0 };
	if (f->type == T_TEXT || f->type == T_WORD)
		return v_text(field_text(f, rec));
	return v_number(field_number(f, rec));
}

static struct query *
prepared(struct store *st, const void *key)
{
	struct query *q = st->queries;

	while (q != NULL && q->key != key)
		q = q->next;
	return q;
}

const char *
store_keep(struct store *st, const char *sql)
{
	struct kept *k = st->kept;

	while (k != NULL && strcmp(k->sql, sql) != 0)
		k = k->next;
	if (k != NULL)
		return k->sql;
	k = xcalloc(1, sizeof(*k));
	k->sql = xstrdup(sql);
	k->next = st->kept;
	st->kept = k;
	return k->sql;
}

int
store_prepared(struct store *st, const void *key)
{
	return prepared(st, key) != NULL;
}

static enum status
prepare(struct store *st, const void *key, const char *sql,
    struct query **out, struct error *e)
{
	struct query *q = prepared(st, key);
	enum status status;
	void *stmt;

	*out = NULL;
	if (q == NULL) {
		status = st->driver->prepare(st->db, sql, &stmt, e);
		if (status != OK)
			return status;
		q = xcalloc(1, sizeof(*q));
		q->key = key;
		q->driver = st->driver;
		q->stmt = stmt;
		q->next = st->queries;
		st->queries = q;
	}
	*out = q;
	return OK;
}

enum status
store_query(struct store *st, const void *key, const char *sql,
    const struct value *values, struct query **out, struct error *e)
{
	enum status status = prepare(st, key, sql, out, e);

	return status != OK ? status :
	    st->driver->run((*out)->stmt, values, e);
}

enum status
store_walk(struct store *st, const void *key, const char *sql,
    const struct value *values, struct query **out, struct error *e)
{
	enum status status = prepare(st, key, sql, out, e);

	return status != OK ? status :
	    st->driver->walk((*out)->stmt, values, e);
}

enum status
query_next(struct query *q, int *row, struct error *e)
{
	enum status status = q->driver->step(q->stmt, row, e);

	if (status != OK || !*row)
		q->driver->done(q->stmt);
	return status;
}

int64_t
query_changed(struct query *q)
{
	return q->driver->changes(q->stmt);
}

void
query_end(struct query *q)
{
	if (q != NULL)
		q->driver->done(q->stmt);
}

int
query_absent(struct query *q, int column)
{
	return q->driver->absent(q->stmt, column);
}

const char *
query_text(struct query *q, int column)
{
	return q->driver->text(q->stmt, column);
}

int64_t
query_number(struct query *q, int column)
{
	return q->driver->number(q->stmt, column);
}

enum status
store_run(struct store *st, const char *sql, const struct value *values,
    int64_t *changed, struct error *e)
{
	struct query *q;
	int row = 1;

	if (store_query(st, sql, sql, values, &q, e) != OK)
		return e->status;
	while (row)
		if (query_next(q, &row, e) != OK)
			return e->status;
	if (changed != NULL)
		*changed = query_changed(q);
	return OK;
}

enum status
store_number(struct store *st, const char *sql, const struct value *values,
    int64_t *out, struct error *e)
{
	struct query *q;
	int row;

	if (store_query(st, sql, sql, values, &q, e) != OK ||
	    query_next(q, &row, e) != OK)
		return e->status;
	if (row)
		*out = query_number(q, 0);
	query_end(q);
	return OK;
}

enum status
store_text(struct store *st, const char *sql, const struct value *values,
    struct arena *arena, const char **out, struct error *e)
{
	struct query *q;
	int row;

	if (store_query(st, sql, sql, values, &q, e) != OK ||
	    query_next(q, &row, e) != OK)
		return e->status;
	if (row)
		*out = arena_copy(arena, query_text(q, 0));
	query_end(q);
	return OK;
}
