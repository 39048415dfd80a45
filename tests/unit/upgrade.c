/* SPDX-License-Identifier: ISC */
/*
 * upgrade.c: a store is made, kept, brought up step by step, or refused.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "upgrade.h"
#include "unit.h"

static int64_t
version(struct store *st)
{
	struct error e;
	int64_t v = -1;

	store_version(st, &v, &e);
	return v;
}

static int64_t
count(struct store *st, const char *sql)
{
	struct error e;
	int64_t n = -1;

	store_number(st, sql, VALUES(v_number(0)), &n, &e);
	return n;
}

/* What versions 4 and 3 made is taken away again, and a ticket left there. */
static const struct upgrade back[] = {
	{ STORE_VERSION + 1, "DROP INDEX ticket_open; "
	    "CREATE INDEX ticket_open ON ticket (office, department, handler, "
	    "first_responder) WHERE closed IS NULL; "
	    "DROP TABLE analysis; DROP INDEX ticket_joined; "
	    "DROP INDEX ticket_void; DROP INDEX ticket_called; "
	    "DROP INDEX deadline_ended; DROP INDEX deadline_open; "
	    "CREATE INDEX deadline_open ON deadline (office, due, kind, "
	    "holder, department) WHERE ended IS NULL; "
	    "ALTER TABLE contact DROP COLUMN tried; "
	    "ALTER TABLE ticket DROP COLUMN joined; "
	    "ALTER TABLE ticket DROP COLUMN body; "
	    "ALTER TABLE ticket DROP COLUMN chased; "
	    "ALTER TABLE ticket DROP COLUMN settled; "
	    "ALTER TABLE ticket DROP COLUMN result; "
	    "ALTER TABLE ticket DROP COLUMN score; "
	    "ALTER TABLE ticket DROP COLUMN called_back; "
	    "ALTER TABLE ticket DROP COLUMN follow_ups; "
	    "ALTER TABLE ticket DROP COLUMN chases; "
	    "ALTER TABLE ticket DROP COLUMN tries; "
	    "ALTER TABLE ticket DROP COLUMN moved; "
	    "ALTER TABLE ticket DROP COLUMN reopens; "
	    "ALTER TABLE ticket DROP COLUMN unreached; "
	    "INSERT INTO ticket (office, id, rev, state, kind, category, "
	    "first_responder, recorded_by, self_taken, opened, recorded, "
	    "hand_backs, contacts, visits, urges) VALUES ('DH', "
	    "'T261123-0001', 1, 'pending', 'request', 'leak', 'li', 'li', 0, "
	    "1, 1, 0, 1, 0, 0)" },
	{ 0, NULL }
};

/* The columns of each table, and the indexes. */
static const char shape[] = "SELECT group_concat(line, char(10)) FROM "
    "(SELECT printf('%s %03d %s %s %d %s %d', m.name, c.cid, c.name, c.type, "
    "c.\"notnull\", coalesce(c.dflt_value, '-'), c.pk) AS line "
    "FROM sqlite_schema m, pragma_table_info(m.name) c UNION ALL "
    "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL "
    "ORDER BY 1)";

/* One of version 2 becomes what a new one is. */
static void
check_older(const char *path)
{
	struct arena *a = arena_new();
	const char *made = "", *older = "", *upgraded = "";
	struct store *st;
	struct error e;
	int64_t had;

	same_number("new", store_make(path, 1000, &st, &had, &e), OK);
	store_text(st, shape, NO_VALUES, a, &made, &e);
	same_number("taken away", store_upgrade(st, back, &had, &e), OK);
	store_text(st, shape, NO_VALUES, a, &older, &e);
	same_number("another", strcmp(made, older) != 0, 1);
	same_number("version 2", store_run(st, "UPDATE setting SET value = '2' "
	    "WHERE name = 'version'", NO_VALUES, NULL, &e), OK);
	store_close(st);

	same_number("brought up", store_make(path, 1000, &st, &had, &e), OK);
	same_number("from 2", had, 2);
	same_number("to this", version(st), STORE_VERSION);
	store_text(st, shape, NO_VALUES, a, &upgraded, &e);
	same("the same tables", upgraded, made);
	same_number("nothing yet", count(st, "SELECT follow_ups + chases + "
	    "tries + moved + reopens + unreached FROM ticket WHERE joined IS "
	    "NULL AND result IS NULL"), 0);
	same_number("its row", count(st, "SELECT count(*) FROM ticket"), 1);
	store_close(st);
	arena_free(a);
}

static void
remove_store(const char *path)
{
	static const char *const tails[] = { "", "-wal", "-shm", ".lock" };
	char name[80];

	for (size_t i = 0; i < COUNT(tails); i++) {
		snprintf(name, sizeof(name), "%s%s", path, tails[i]);
		unlink(name);
	}
}

int
main(void)
{
	static const struct upgrade good[] = {
		{ STORE_VERSION, "CREATE TABLE never (x INTEGER)" },
		{ STORE_VERSION + 1, "CREATE TABLE two (x INTEGER); "
		    "INSERT INTO two VALUES (2)" },
		{ STORE_VERSION + 2, "ALTER TABLE two ADD COLUMN y INTEGER" },
		{ 0, NULL }
	};
	static const struct upgrade bad[] = {
		{ STORE_VERSION + 3, "CREATE TABLE four (x INTEGER)" },
		{ STORE_VERSION + 4, "INSERT INTO nowhere VALUES (1)" },
		{ 0, NULL }
	};
	char dir[] = "/tmp/upgrade.XXXXXX", path[64];
	struct store *st;
	struct error e;
	int64_t had = -1;

	if (mkdtemp(dir) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/store.db", dir);

	same_number("made", store_make(path, 1000, &st, &had, &e), OK);
	same_number("was empty", had, 0);
	same_number("version", version(st), STORE_VERSION);
	same_number("tables", count(st, "SELECT count(*) FROM ticket"), 0);
	store_close(st);

	same_number("made again", store_make(path, 1000, &st, &had, &e), OK);
	same_number("kept", had, STORE_VERSION);

	same_number("upgraded", store_upgrade(st, good, &had, &e), OK);
	same_number("from", had, STORE_VERSION);
	same_number("to", version(st), STORE_VERSION + 2);
	same_number("second step", count(st, "SELECT x FROM two"), 2);
	same_number("third step", count(st, "SELECT count(y) FROM two"), 0);
	same_number("first step is older", count(st,
	    "SELECT count(*) FROM sqlite_schema WHERE name = 'never'"), 0);

	same_number("a step fails", store_upgrade(st, bad, &had, &e),
	    BROKEN);
	same_number("nothing changed", version(st), STORE_VERSION + 2);
	same_number("not even the step before", count(st,
	    "SELECT count(*) FROM sqlite_schema WHERE name = 'four'"), 0);
	store_close(st);

	same_number("newer: make", store_make(path, 1000, &st, &had, &e),
	    MISCONFIGURED);
	store_close(st);
	same_number("newer: open", store_open(path, 1000, &st, &e), MISCONFIGURED);
	store_close(st);

	remove_store(path);

	check_older(path);
	remove_store(path);
	rmdir(dir);
	return finish();
}
