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

	for (int i = 0; i < 4; i++) {
		static const char *const tails[] = { "", "-wal", "-shm",
			".lock" };
		char name[80];

		snprintf(name, sizeof(name), "%s%s", path, tails[i]);
		unlink(name);
	}
	rmdir(dir);
	return finish();
}
