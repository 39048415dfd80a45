/* SPDX-License-Identifier: ISC */
/*
 * minimal.c: the least that a durable call can cost, as a measure for the
 * commands: read a YAML file's events, open a store, insert one case and one
 * event in one transaction, commit it to the disk, exit.
 *
 *	minimal FILE.yaml STORE [ROWS]	with ROWS: make the store, with so many
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <sqlite3.h>
#include <yaml.h>

enum { LOG_PAGES = 256 };

static const char tables[] =
    "PRAGMA journal_mode = WAL;"
    "CREATE TABLE matter (id INTEGER PRIMARY KEY, "
    "opened INTEGER NOT NULL, due INTEGER NOT NULL, kind TEXT NOT NULL, "
    "room TEXT NOT NULL, department TEXT NOT NULL, handler TEXT, "
    "closed INTEGER, summary TEXT NOT NULL) STRICT;"
    "CREATE INDEX matter_due ON matter (due, kind, room) "
    "WHERE closed IS NULL;"
    "CREATE INDEX matter_room ON matter (room, kind, opened);"
    "CREATE INDEX matter_day ON matter (opened, kind, due);"
    "CREATE TABLE event (id INTEGER PRIMARY KEY, "
    "matter INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, "
    "step TEXT NOT NULL, text TEXT) STRICT;"
    "CREATE INDEX event_matter ON event (matter, at);"
    "CREATE INDEX event_at ON event (at);";

/* A desk's store has some thirty tables and indexes besides. */
static const char other_table[] =
    "CREATE TABLE other%d (id INTEGER PRIMARY KEY, matter INTEGER NOT NULL, "
    "at INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT) STRICT;"
    "CREATE INDEX other%d_at ON other%d (at, kind)";

/* Matters that came before, and an event of each. */
static const char fill[] =
    "BEGIN;"
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
    "WHERE i < %d) INSERT INTO matter (opened, due, kind, room, department, "
    "closed, summary) SELECT 1700000000000 + i * 1000, 1700086400000 + "
    "i * 1000, 'request', abs(random() %% 12) || '-' || "
    "abs(random() %% 4) || '-' || abs(random() %% 3300), 'engineering', "
    "iif(i %% 50, i, NULL), hex(zeroblob(100)) FROM n;"
    "INSERT INTO event (matter, at, actor, step, text) "
    "SELECT id, opened, 'xiaozhou', 'log', 'by telephone' FROM matter;"
    "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)";

static const char insert_matter[] = "INSERT INTO matter (opened, due, kind, "
    "room, department, summary) VALUES ($1, $1 + 86400000, 'complaint', "
    "'3-2-501', 'order', 'Upstairs they drag tables and chairs about at "
    "night, every night since the holiday, and nobody answers the door when "
    "one rings; the guard came up once and heard it too, and wrote it down "
    "in his book.')";
static const char insert_event[] = "INSERT INTO event (matter, at, actor, "
    "step, text) VALUES (last_insert_rowid(), $1, 'xiaozhou', 'log', "
    "'by telephone')";

static void
check(int ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "minimal: %s\n", what);
	exit(1);
}

static void
read_file(const char *path)
{
	FILE *in = fopen(path, "re");
	yaml_parser_t parser;
	yaml_event_t event;
	int done;

	check(in != NULL && yaml_parser_initialize(&parser), path);
	yaml_parser_set_input_file(&parser, in);
	do {
		check(yaml_parser_parse(&parser, &event), path);
		done = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	} while (!done);
	yaml_parser_delete(&parser);
	fclose(in);
}

static int
grew(void *pages, sqlite3 *db, const char *name, int n)
{
	(void)db;
	(void)name;
	*(int *)pages = n;
	return SQLITE_OK;
}

static void
insert(sqlite3 *db, const char *sql, sqlite3_int64 now)
{
	sqlite3_stmt *st;

	check(sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK &&
	    sqlite3_bind_int64(st, 1, now) == SQLITE_OK &&
	    sqlite3_step(st) == SQLITE_DONE, sqlite3_errmsg(db));
	sqlite3_finalize(st);
}

static void
run(sqlite3 *db, const char *sql)
{
	check(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK,
	    sqlite3_errmsg(db));
}

static void
make(sqlite3 *db, int rows)
{
	char sql[1024];

	run(db, tables);
	for (int i = 0; i < 15; i++) {
		snprintf(sql, sizeof(sql), other_table, i, i, i);
		run(db, sql);
	}
	snprintf(sql, sizeof(sql), fill, rows);
	run(db, sql);
}

int
main(int argc, char *argv[])
{
	struct timespec ts;
	sqlite3_int64 now;
	sqlite3 *db;
	int pages = 0;

	check(argc == 3 || argc == 4, "usage: minimal FILE.yaml STORE [ROWS]");
	read_file(argv[1]);
	clock_gettime(CLOCK_REALTIME, &ts);
	now = (sqlite3_int64)ts.tv_sec * 1000;
	check(sqlite3_open_v2(argv[2], &db, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK,
	    argv[2]);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_wal_hook(db, grew, &pages);
	if (argc == 4)
		make(db, atoi(argv[3]));
	run(db, "PRAGMA synchronous = FULL");
	run(db, "BEGIN IMMEDIATE");
	insert(db, insert_matter, now);
	insert(db, insert_event, now);
	run(db, "COMMIT");
	if (pages > LOG_PAGES)
		sqlite3_wal_checkpoint_v2(db, NULL,
		    SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	sqlite3_close(db);
	return 0;
}
