/* SPDX-License-Identifier: ISC */
/*
 * postgresql-connect.c: reaching the server, again and again until time is
 * up, and telling what never will be from what is only not yet.
 */
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "clock.h"
#include "driver-postgresql.h"
#include "xalloc.h"

enum {
	FIRST_PAUSE = 10, MOST_DOUBLED = 7,	/* ms; up to 1.28 s */
	CODE_ROOM = 6,		/* of SQLSTATE */
	SAID_ROOM = 256,
};

/* Why there is no connection, as the last server said it. */
struct refusal {
	char code[CODE_ROOM];	/* "" where no server said anything */
	char said[SAID_ROOM];
};

static const char *
part(const PQconninfoOption *o, const char *keyword)
{
	for (; o != NULL && o->keyword != NULL; o++)
		if (strcmp(o->keyword, keyword) == 0)
			return o->val != NULL ? o->val : "";
	return "";
}

/* What stands where the port should is often a password with a sign in it
 * that addresses do not take as it is. */
PQconninfoOption *
postgresql_parts(const char *url)
{
	PQconninfoOption *parts = PQconninfoParse(url, NULL);
	const char *port = part(parts, "port");

	if (port[strspn(port, "0123456789,")] == '\0')
		return parts;
	PQconninfoFree(parts);
	return NULL;
}

char *
postgresql_shown(const PQconninfoOption *parts)
{
	static const char scheme[] = "postgresql://";
	const char *host = part(parts, "host"), *name = part(parts, "dbname");
	size_t room;
	char *out;

	if (*host == '/')
		host = "";	/* the directory of a socket */
	room = sizeof(scheme) + strlen(host) + 1 + strlen(name);
	out = xcalloc(1, room);
	snprintf(out, room, "%s%s%s%s", scheme, host, parts ? "/" : "", name);
	return out;
}

void
postgresql_start(struct postgresql *pg)
{
	pg->failed = FINAL;
	if (pg->tries == 0)
		pg->until = clock_steady() + pg->wait;
}

/* Wait a little, longer each time and never as long as others; 0: time is
 * up. */
static int
pause_before(const struct postgresql *pg, int try)
{
	uint32_t most = (uint32_t)FIRST_PAUSE << (try < MOST_DOUBLED ? try :
	    MOST_DOUBLED);
	int64_t left = pg->until - clock_steady(), ms;
	struct timespec ts;
	uint32_t random;

	if (left <= 0 || getrandom(&random, sizeof(random), 0) < 0)
		return 0;
	ms = most / 2 + random % most;
	if (ms > left)
		ms = left;
	ts = (struct timespec){ (time_t)(ms / SECOND),
		(long)(ms % SECOND * 1000000) };
	nanosleep(&ts, NULL);
	return 1;
}

/* libpq prints notices by itself; nobody asked for them. */
static void
ignore(void *arg, const char *message)
{
	(void)arg;
	(void)message;
}

/* What the address says comes before what is said here in front of it. */
static PGconn *
begin_connecting(const struct postgresql *pg, const char *sessions)
{
	const char *const names[] = { "fallback_application_name",
		"tcp_user_timeout", "keepalives_idle", "keepalives_interval",
		"dbname",
		"client_encoding", sessions ? "target_session_attrs" : NULL,
		NULL };
	const char *const values[] = { "frontdesk", "5000", "10", "5", pg->url,
		"UTF8", sessions, NULL };
	PGconn *conn = PQconnectStartParams(names, values, 1);

	PQsetErrorVerbosity(conn, PQERRORS_VERBOSE);	/* with its code */
	PQsetNoticeProcessor(conn, ignore, NULL);
	return conn;
}

static int
finish_connecting(const struct postgresql *pg, PGconn *conn)
{
	PostgresPollingStatusType now = PGRES_POLLING_WRITING;
	int64_t until = clock_steady() + LEAST_WAIT, left;

	if (until < pg->until)
		until = pg->until;
	if (PQstatus(conn) == CONNECTION_BAD)
		return 0;
	while (now != PGRES_POLLING_OK && now != PGRES_POLLING_FAILED) {
		struct pollfd fd = { PQsocket(conn), now ==
		    PGRES_POLLING_READING ? POLLIN : POLLOUT, 0 };

		left = until - clock_steady();
		if (left <= 0)
			return 0;
		if (poll(&fd, 1, (int)left) > 0)
			now = PQconnectPoll(conn);
	}
	return now == PGRES_POLLING_OK;
}

/* "...: FATAL:  28P01: no such user\nLOCATION: ...", or libpq's own words. */
static void
read_refusal(PGconn *conn, struct refusal *r)
{
	const char *message = PQerrorMessage(conn), *at = message, *said;

	*r = (struct refusal){ "", "" };
	said = message;
	while ((at = strstr(at, ":  ")) != NULL) {
		at += 3;
		if (strspn(at, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") !=
		    CODE_ROOM - 1 || strncmp(at + CODE_ROOM - 1, ": ", 2) != 0)
			continue;
		snprintf(r->code, sizeof(r->code), "%s", at);
		said = at + CODE_ROOM + 1;
	}
	snprintf(r->said, sizeof(r->said), "%.*s", (int)strcspn(said, "\n"),
	    said);
}

static int
is_class(const struct refusal *r, const char *class)
{
	return strncmp(r->code, class, strlen(class)) == 0;
}

/* BUSY where another try may help. */
static enum status
judge(const struct postgresql *pg, struct error *e)
{
	struct refusal r;

	read_refusal(pg->conn, &r);
	if (is_class(&r, "3D")) {
		fail(e, MISCONFIGURED, NULL, _("%s: the server has no such "
		    "database"), pg->called);
		return advise(e, _("Make it, as with createdb -T template0 "
		    "-E UTF8, then run desk-init"));
	}
	if (PQconnectionNeedsPassword(pg->conn)) {
		fail(e, MISCONFIGURED, NULL, _("%s: the server asks for a "
		    "password"), pg->called);
		return advise(e, _("Put it into ~/.pgpass, or where "
		    "PGPASSFILE says"));
	}
	if (is_class(&r, "28")) {
		fail(e, MISCONFIGURED, NULL, _("%s does not let you in: %s"),
		    pg->called, r.said);
		return advise(e, _("Look at the user in store: and at the "
		    "password in ~/.pgpass"));
	}
	if ((r.code[0] == '\0' && PQsocket(pg->conn) < 0 &&
	    PQping(pg->url) == PQPING_NO_ATTEMPT) || (r.code[0] != '\0' &&
	    !is_class(&r, "57") && !is_class(&r, "53") && !is_class(&r, "08"))) {
		/* What it quotes of the address may be the password. */
		fail(e, MISCONFIGURED, NULL, "%s: %.*s", pg->called,
		    (int)(r.code[0] ? strlen(r.said) : strcspn(r.said, "\"")),
		    r.said);
		return advise(e, _("Correct store: in desk.yaml"));
	}
	fail(e, BUSY, NULL, _("%s cannot be reached: %s"), pg->called, r.said);
	return advise(e, _("See whether the server runs, and try again"));
}

enum status
postgresql_only_reading(const struct postgresql *pg, struct error *e)
{
	fail(e, BUSY, NULL, _("%s: the server is only for reading"),
	    pg->called);
	return advise(e, _("Name the server that takes writing as well in "
	    "store:, or try again once this one does"));
}

/* Whether it is only that none of the servers takes any writing. */
static int
can_be_read(const struct postgresql *pg)
{
	PGconn *conn = begin_connecting(pg, "any");
	int reached = finish_connecting(pg, conn);

	PQfinish(conn);
	return reached;
}

static enum status
reached(const struct postgresql *pg, struct error *e)
{
	const char *encoding = PQparameterStatus(pg->conn, "server_encoding");

	if (encoding == NULL || strcmp(encoding, "UTF8") == 0)
		return OK;
	fail(e, MISCONFIGURED, NULL, _("%s holds text as %s, and Chinese "
	    "needs UTF8"), pg->called, encoding);
	return advise(e, _("Make another database, with createdb -T template0 "
	    "-E UTF8"));
}

enum status
postgresql_connect(struct postgresql *pg, struct error *e)
{
	int try = 0;

	do {
		PQfinish(pg->conn);
		pg->conn = begin_connecting(pg, NULL);
		if (finish_connecting(pg, pg->conn))
			return reached(pg, e);
		if (judge(pg, e) != BUSY)
			return e->status;
	} while (pause_before(pg, try++));
	return can_be_read(pg) ? postgresql_only_reading(pg, e) : BUSY;
}

int
postgresql_again(void *db, struct error *e)
{
	struct postgresql *pg = db;
	char why[sizeof(e->text)];

	if (pg->failed != FINAL && pause_before(pg, pg->tries++) &&
	    (pg->failed == AGAIN || postgresql_connect(pg, e) == OK))
		return 1;
	pg->tries = 0;
	if (pg->unknown && e->status == BUSY) {
		memcpy(why, e->text, sizeof(why));
		fail(e, BUSY, NULL, _("it is not known whether it was stored: "
		    "%s"), why);
	}
	pg->unknown = 0;	/* what is refused was looked for first */
	return 0;
}
