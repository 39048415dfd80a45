/* SPDX-License-Identifier: ISC */
/*
 * driver-postgresql.c: the store as a database of a PostgreSQL server.
 *
 * Writers of one office queue at its counter row, for as long as --db-wait
 * says; what the server breaks off is done again from its beginning.
 */
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "clock.h"
#include "driver-postgresql.h"
#include "xalloc.h"

enum { IDLE = 60 * 1000 };	/* ms; a computer that died holds no office */

extern const struct driver driver_postgresql;

static int
is(const char *code, const char *class)
{
	return strncmp(code, class, strlen(class)) == 0;
}

static int
is_lost(const struct postgresql *pg, const char *code)
{
	return PQstatus(pg->conn) != CONNECTION_OK || is(code, "08") ||
	    is(code, "57P") || is(code, "25006") || is(code, "25P03");
}

/* What the server says is wrong, for good. */
static enum status
final(struct postgresql *pg, const char *code, const char *said,
    struct error *e)
{
	pg->failed = FINAL;
	if (is(code, "55P03"))
		return fail(e, BUSY, NULL, _("waited %lld s, and others were "
		    "still writing"), (long long)(pg->wait / SECOND));
	if (is(code, "53100")) {
		fail(e, BROKEN, NULL, _("the disk with the store is full"));
		return advise(e, _("Make room and do it again"));
	}
	if (is(code, "42501") || is(code, "3F")) {
		fail(e, MISCONFIGURED, NULL,
		    _("%s: you may not write this store"), pg->called);
		return advise(e, _("Ask whoever looks after the desk"));
	}
	if (is(code, "23"))
		return fail(e, REFUSED, NULL, _("the store refused it: %s"),
		    said);
	fail(e, BROKEN, NULL, _("%s: the store failed: %s"), pg->called, said);
	return advise(e, _("Run desk-check and show it to whoever looks after "
	    "the desk"));
}

enum status
postgresql_fail(struct postgresql *pg, const PGresult *res, struct error *e)
{
	const char *code = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	const char *said = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);

	if (code == NULL)
		code = "";
	if (is_lost(pg, code)) {
		pg->failed = LOST;
		return is(code, "25006") ? postgresql_only_reading(pg, e) :
		    fail(e, BUSY, NULL, _("the connection to %s was lost"),
		    pg->called);
	}
	if (is(code, "40")) {
		pg->failed = AGAIN;
		return fail(e, BUSY, NULL,
		    _("others were writing for too long"));
	}
	return final(pg, code, said != NULL ? said :
	    PQerrorMessage(pg->conn), e);
}

static void
postgresql_close(void *db)
{
	struct postgresql *pg = db;

	if (pg == NULL)
		return;
	PQfinish(pg->conn);
	free(pg->url);
	free(pg->called);
	free(pg);
}

static const char *
postgresql_called(const void *db)
{
	return ((const struct postgresql *)db)->called;
}

static enum status
postgresql_open(const char *url, int create, int64_t wait, void **db,
    struct error *e)
{
	struct postgresql *pg = xcalloc(1, sizeof(*pg));
	PQconninfoOption *parts = postgresql_parts(url);

	(void)create;	/* a database is its owner's to make */
	*db = pg;
	pg->wait = wait;
	pg->url = xstrdup(url);
	pg->called = postgresql_shown(parts);
	if (parts == NULL) {
		/* Its own words may hold the password. */
		fail(e, MISCONFIGURED, NULL, _("%s: this is no address of a "
		    "PostgreSQL database"), pg->called);
		return advise(e, _("Write it as "
		    "postgresql://host/database in desk.yaml"));
	}
	PQconninfoFree(parts);
	/* Of several servers the one that can be written, unless told. */
	setenv("PGTARGETSESSIONATTRS", "read-write", 0);
	postgresql_start(pg);
	return postgresql_connect(pg, e);
}

/* Of two that make or change the tables at once one comes too late, and
 * finds them as they should be when it looks again. */
static int
is_there(const char *code)
{
	return is(code, "42P07") || is(code, "42701") || is(code, "42710") ||
	    is(code, "23505");
}

static enum status
postgresql_script(void *db, const char *sql, struct error *e)
{
	struct postgresql *pg = db;
	PGresult *res = PQexec(pg->conn, sql);
	ExecStatusType how = PQresultStatus(res);
	const char *code = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	enum status status = OK;

	if (how != PGRES_COMMAND_OK && how != PGRES_TUPLES_OK)
		status = postgresql_fail(pg, res, e);
	if (code != NULL && is_there(code))
		pg->failed = AGAIN;
	PQclear(res);
	return status;
}

enum status
postgresql_begin(void *db, int writing, struct error *e)
{
	struct postgresql *pg = db;
	char sql[256];
	int64_t left;

	postgresql_start(pg);
	left = pg->until - clock_steady();
	snprintf(sql, sizeof(sql), "BEGIN ISOLATION LEVEL %s; SET LOCAL "
	    "statement_timeout = 0; SET LOCAL lock_timeout = %" PRId64
	    "; SET LOCAL idle_in_transaction_session_timeout = %d%s",
	    writing ? "READ COMMITTED" : "REPEATABLE READ, READ ONLY",
	    left > 0 ? left : 1, IDLE, writing && pg->light ?
	    "; SET LOCAL synchronous_commit = off" : "");
	if (postgresql_script(pg, sql, e) != OK)
		return e->status;
	pg->doing = writing ? WRITING : READING;
	pg->transaction++;
	pg->names = pg->runs = 0;
	return OK;
}

void
postgresql_rollback(void *db)
{
	struct postgresql *pg = db;
	struct error ignored;
	enum failure failed = pg->failed;

	if (pg->doing != NOTHING && PQstatus(pg->conn) == CONNECTION_OK)
		postgresql_script(pg, "ROLLBACK; DEALLOCATE ALL", &ignored);
	pg->failed = failed;
	pg->doing = NOTHING;
}

/* Until there is something to read, or the time is up: then the connection
 * is as good as lost. */
static void
wait_for_answer(struct postgresql *pg, int64_t until)
{
	struct pollfd p = { .fd = PQsocket(pg->conn), .events = POLLIN };

	while (PQisBusy(pg->conn)) {
		int64_t left = until - clock_steady();

		if (left <= 0)
			shutdown(p.fd, SHUT_RDWR);
		else if (poll(&p, 1, (int)left) <= 0)
			continue;
		if (!PQconsumeInput(pg->conn))
			return;
	}
}

/* A server whose standby is away may never answer a commit. */
static PGresult *
exec_in_time(struct postgresql *pg, const char *sql)
{
	int64_t until = clock_steady() + (pg->wait > LEAST_WAIT ? pg->wait :
	    LEAST_WAIT);
	PGresult *res = NULL, *next;

	if (!PQsendQuery(pg->conn, sql))
		return NULL;
	for (;;) {
		wait_for_answer(pg, until);
		next = PQgetResult(pg->conn);
		if (next == NULL)
			return res;
		PQclear(res);
		res = next;
		if (PQresultStatus(res) != PGRES_COMMAND_OK)
			return res;
	}
}

/*
 * A commit that is not answered is settled by doing all of it again: whoever
 * leaves a request finds that, or not.
 */
enum status
postgresql_commit(void *db, struct error *e)
{
	struct postgresql *pg = db;
	int writing = pg->doing == WRITING;
	PGresult *res = exec_in_time(pg, "DEALLOCATE ALL; COMMIT");
	int done = PQresultStatus(res) == PGRES_COMMAND_OK;

	if (!done)
		postgresql_fail(pg, res, e);
	PQclear(res);
	if (!done) {
		pg->unknown |= writing && pg->failed == LOST;
		postgresql_rollback(pg);
		return e->status;
	}
	pg->doing = NOTHING;
	pg->tries = pg->unknown = 0;
	return OK;
}

static enum status
postgresql_tables(void *db, int64_t *all, int64_t *ours, struct error *e)
{
	static const char sql[] = "SELECT count(*), count(*) FILTER (WHERE "
	    "c.relname = 'setting' AND (SELECT count(*) FROM pg_attribute a "
	    "WHERE a.attrelid = c.oid AND a.attname IN ('office', 'name', "
	    "'value')) = 3) FROM pg_class c JOIN pg_namespace n ON "
	    "n.oid = c.relnamespace WHERE n.nspname = current_schema() AND "
	    "NOT EXISTS (SELECT 1 FROM pg_depend p WHERE p.objid = c.oid AND "
	    "p.deptype = 'e')";
	struct postgresql *pg = db;
	PGresult *res = PQexec(pg->conn, sql);
	enum status status = OK;

	if (PQresultStatus(res) == PGRES_TUPLES_OK) {
		*all = strtoll(PQgetvalue(res, 0, 0), NULL, 10);
		*ours = strtoll(PQgetvalue(res, 0, 1), NULL, 10);
	} else
		status = postgresql_fail(pg, res, e);
	PQclear(res);
	return status;
}

static enum status
postgresql_light(void *db, int on, struct error *e)
{
	(void)e;
	((struct postgresql *)db)->light = on;
	return OK;
}

static enum status
postgresql_copy(void *db, const char *path, struct error *e)
{
	(void)path;
	fail(e, REFUSED, NULL, _("%s is kept by its server"),
	    postgresql_called(db));
	return advise(e, _("Copy it with the server's own means, such as "
	    "pg_dump"));
}

/* Its server looks after its files; what they say is checked by others. */
static enum status
postgresql_verify(void *db, char *out, int room, struct error *e)
{
	(void)db;
	(void)e;
	snprintf(out, (size_t)room, "ok");
	return OK;
}

static void
postgresql_bulk(void *db)
{
	(void)db;
}

/* No login of this computer's owns it: the configuration is root's, or of
 * whoever runs the command and has the server's leave. */
static enum status
postgresql_owner(void *db, int practice, unsigned *uid, struct error *e)
{
	(void)db;
	(void)practice;
	(void)e;
	*uid = getuid();
	return OK;
}

const struct driver driver_postgresql = {
	.name = "postgresql", .wait = 30 * 1000, .int64 = "BIGINT",
	.strict = "", .string = "TEXT COLLATE \"C\"",
	.lock_sql = "UPDATE counter SET last = last WHERE office = $1 AND "
	    "name = 'event' RETURNING last, head",
	.open = postgresql_open, .close = postgresql_close,
	.called = postgresql_called,
	.begin = postgresql_begin, .commit = postgresql_commit,
	.rollback = postgresql_rollback, .again = postgresql_again,
	.script = postgresql_script,
	.prepare = postgresql_prepare, .run = postgresql_run,
	.walk = postgresql_walk, .step = postgresql_step,
	.changes = postgresql_changes, .absent = postgresql_absent,
	.text = postgresql_text, .number = postgresql_number,
	.done = postgresql_done, .drop = postgresql_drop,
	.tables = postgresql_tables, .light = postgresql_light,
	.copy = postgresql_copy, .verify = postgresql_verify,
	.bulk = postgresql_bulk, .owner = postgresql_owner,
};
