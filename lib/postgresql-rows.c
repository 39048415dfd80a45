/* SPDX-License-Identifier: ISC */
/*
 * postgresql-rows.c: statements on a PostgreSQL server, their parameters and
 * rows.
 *
 * What is run is read whole; what is walked through is fetched from a cursor
 * by and by.  A statement is prepared when it comes a second time in one
 * transaction, and no longer than that: between two of them a pool may give
 * another connection to the same server.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "driver-postgresql.h"
#include "xalloc.h"

enum { MOST_PARAMS = 64, DIGITS = 24, NAME_ROOM = 16, FIRST_PLANS = 1024 };

#define AT_ONCE "1000"		/* rows fetched from a cursor */

struct statement {
	struct postgresql *of;
	char *sql;
	int64_t run_in, prepared_in;	/* transactions */
	unsigned name;		/* of what was prepared, or of the cursor */
	int walking, own;	/* own: the transaction is this walk's */
	PGresult *rows;
	int at, count;		/* the row it stands on; how many are here */
	int64_t changed;
};

/* Parameters as libpq wants them. */
struct texts {
	const char *text[MOST_PARAMS];
	char digits[MOST_PARAMS][DIGITS];
	int n;
};

enum status
postgresql_prepare(void *db, const char *sql, void **stmt, struct error *e)
{
	struct statement *s = xcalloc(1, sizeof(*s));

	(void)e;
	s->of = db;
	s->sql = xstrdup(sql);
	*stmt = s;
	return OK;
}

static void
set_texts(struct texts *t, const struct value *v)
{
	for (t->n = 0; v->type != VALUE_END && t->n < MOST_PARAMS; v++) {
		char *digits = t->digits[t->n];

		if (v->type == VALUE_NUMBER)
			snprintf(digits, DIGITS, "%" PRId64, v->number);
		t->text[t->n++] = v->type == VALUE_NUMBER ? digits :
		    v->type == VALUE_TEXT ? v->text : NULL;
	}
}

/* Take what the server answered; it is read from its first row on. */
static enum status
take(struct statement *s, PGresult *rows, struct error *e)
{
	ExecStatusType how = PQresultStatus(rows);

	PQclear(s->rows);
	s->rows = rows;
	s->at = -1;
	s->count = PQntuples(rows);
	s->changed = strtoll(PQcmdTuples(rows), NULL, 10);
	if (how == PGRES_TUPLES_OK || how == PGRES_COMMAND_OK)
		return OK;
	return postgresql_fail(s->of, rows, e);
}

static PGresult *
plainly(const struct statement *s, const char *sql, const struct texts *t)
{
	return PQexecParams(s->of->conn, sql, t->n, NULL, t->text, NULL, NULL,
	    0);
}

/* A table that was empty when a statement was planned, and with it the look
 * at a foreign key, may be large by now: plans are forgotten now and then. */
static void
plan_anew(struct postgresql *pg)
{
	pg->runs++;
	if (pg->runs >= FIRST_PLANS && (pg->runs & (pg->runs - 1)) == 0)
		PQclear(PQexec(pg->conn, "DISCARD PLANS"));
}

/* The second time in a transaction, and from then on. */
static enum status
prepared(struct statement *s, const struct texts *t, struct error *e)
{
	struct postgresql *pg = s->of;
	char name[NAME_ROOM];

	if (s->prepared_in != pg->transaction) {
		s->name = ++pg->names;
		snprintf(name, sizeof(name), "s%u", s->name);
		if (take(s, PQprepare(pg->conn, name, s->sql, 0, NULL),
		    e) != OK)
			return e->status;
		s->prepared_in = pg->transaction;
	}
	plan_anew(pg);
	snprintf(name, sizeof(name), "s%u", s->name);
	return take(s, PQexecPrepared(pg->conn, name, t->n, t->text, NULL,
	    NULL, 0), e);
}

static enum status
run_once(struct statement *s, const struct texts *t, struct error *e)
{
	struct postgresql *pg = s->of;

	if (pg->doing != NOTHING && s->run_in == pg->transaction)
		return prepared(s, t, e);
	s->run_in = pg->transaction;
	return take(s, plainly(s, s->sql, t), e);
}

/* Outside a transaction there are only questions: they can be asked again. */
enum status
postgresql_run(void *stmt, const struct value *v, struct error *e)
{
	struct statement *s = stmt;
	struct postgresql *pg = s->of;
	struct texts t;

	set_texts(&t, v);
	if (pg->doing != NOTHING)
		return run_once(s, &t, e);
	do {
		postgresql_start(pg);
		if (run_once(s, &t, e) == OK) {
			pg->tries = 0;
			return OK;
		}
	} while (postgresql_again(pg, e));
	return e->status;
}

static enum status
fetch(struct statement *s, struct error *e)
{
	char sql[64];

	snprintf(sql, sizeof(sql), "FETCH " AT_ONCE " FROM c%u", s->name);
	return take(s, PQexec(s->of->conn, sql), e);
}

/* Cursors end with their transaction. */
enum status
postgresql_walk(void *stmt, const struct value *v, struct error *e)
{
	struct statement *s = stmt;
	struct postgresql *pg = s->of;
	struct texts t;
	size_t room = strlen(s->sql) + 64;
	char *sql;
	enum status status;

	s->own = pg->doing == NOTHING;
	if (s->own && postgresql_begin(pg, 0, e) != OK)
		return e->status;
	s->name = ++pg->names;
	sql = xcalloc(1, room);
	snprintf(sql, room, "DECLARE c%u NO SCROLL CURSOR FOR %s", s->name,
	    s->sql);
	set_texts(&t, v);
	status = take(s, plainly(s, sql, &t), e);
	free(sql);
	if (status == OK)
		status = fetch(s, e);
	s->walking = status == OK;
	if (status != OK)
		postgresql_done(s);
	return status;
}

enum status
postgresql_step(void *stmt, int *row, struct error *e)
{
	struct statement *s = stmt;

	if (s->walking && s->at + 1 == s->count && s->count > 0 &&
	    fetch(s, e) != OK)
		return e->status;
	*row = ++s->at < s->count;
	return OK;
}

int64_t
postgresql_changes(void *stmt)
{
	return ((struct statement *)stmt)->changed;
}

int
postgresql_absent(void *stmt, int i)
{
	struct statement *s = stmt;

	return s->rows == NULL || PQgetisnull(s->rows, s->at, i);
}

const char *
postgresql_text(void *stmt, int i)
{
	struct statement *s = stmt;

	return postgresql_absent(stmt, i) ? NULL :
	    PQgetvalue(s->rows, s->at, i);
}

int64_t
postgresql_number(void *stmt, int i)
{
	const char *text = postgresql_text(stmt, i);

	return text != NULL ? strtoll(text, NULL, 10) : 0;
}

void
postgresql_done(void *stmt)
{
	struct statement *s = stmt;

	PQclear(s->rows);
	s->rows = NULL;
	s->walking = 0;
	if (s->own)
		postgresql_rollback(s->of);
	s->own = 0;
}

void
postgresql_drop(void *stmt)
{
	struct statement *s = stmt;

	postgresql_done(s);
	free(s->sql);
	free(s);
}
