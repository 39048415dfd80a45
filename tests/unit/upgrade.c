/* SPDX-License-Identifier: ISC */
/*
 * upgrade.c: a store is made, kept, brought up step by step, or refused.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "upgrade.h"

static int passed, failed;

static void
expect(const char *what, int64_t got, int64_t wanted)
{
	if (got == wanted)
		passed++;
	else {
		failed++;
		printf("FAILED %s: %lld / %lld\n", what, (long long)got,
		    (long long)wanted);
	}
}

static int64_t
version(struct store *st)
{
	struct error e;
	int64_t v = -1;

	store_version(st, "store", &v, &e);
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
		{ 1, "CREATE TABLE never (x INTEGER)" },
		{ 2, "CREATE TABLE two (x INTEGER); INSERT INTO two VALUES (2)" },
		{ 3, "ALTER TABLE two ADD COLUMN y INTEGER" },
		{ 0, NULL }
	};
	static const struct upgrade bad[] = {
		{ 4, "CREATE TABLE four (x INTEGER)" },
		{ 5, "INSERT INTO nowhere VALUES (1)" },
		{ 0, NULL }
	};
	char dir[] = "/tmp/upgrade.XXXXXX", path[64];
	struct store *st;
	struct error e;
	int64_t had = -1;

	if (mkdtemp(dir) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/store.db", dir);

	expect("made", store_make(path, 1000, &st, &had, &e), OK);
	expect("was empty", had, 0);
	expect("version", version(st), STORE_VERSION);
	expect("tables", count(st, "SELECT count(*) FROM ticket"), 0);
	store_close(st);

	expect("made again", store_make(path, 1000, &st, &had, &e), OK);
	expect("kept", had, STORE_VERSION);

	expect("upgraded", store_upgrade(st, path, good, &had, &e), OK);
	expect("from", had, 1);
	expect("to", version(st), 3);
	expect("second step", count(st, "SELECT x FROM two"), 2);
	expect("third step", count(st, "SELECT count(y) FROM two"), 0);
	expect("first step is older", count(st,
	    "SELECT count(*) FROM sqlite_schema WHERE name = 'never'"), 0);

	expect("a step fails", store_upgrade(st, path, bad, &had, &e),
	    BROKEN);
	expect("nothing changed", version(st), 3);
	expect("not even the step before", count(st,
	    "SELECT count(*) FROM sqlite_schema WHERE name = 'four'"), 0);
	store_close(st);

	expect("newer: make", store_make(path, 1000, &st, &had, &e),
	    MISCONFIGURED);
	store_close(st);
	expect("newer: open", store_open(path, 1000, &st, &e), MISCONFIGURED);
	store_close(st);

	for (int i = 0; i < 4; i++) {
		static const char *const tails[] = { "", "-wal", "-shm",
			".lock" };
		char name[80];

		snprintf(name, sizeof(name), "%s%s", path, tails[i]);
		unlink(name);
	}
	rmdir(dir);
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
