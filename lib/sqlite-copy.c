/* SPDX-License-Identifier: ISC */
/*
 * sqlite-copy.c: whether a store in SQLite is whole, and a copy that is.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "driver-sqlite.h"
#include "xalloc.h"

enum status
sqlite_verify(void *db, char *out, int room, struct error *e)
{
	struct sqlite *s = db;
	sqlite3_stmt *st;
	int rc = sqlite3_prepare_v2(s->db, "PRAGMA integrity_check(1)", -1,
	    &st, NULL);

	if (rc != SQLITE_OK)
		return sqlite_fail(s, rc, e);
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW)
		snprintf(out, (size_t)room, "%s",
		    (const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	return rc == SQLITE_ROW ? OK : sqlite_fail(s, rc, e);
}

/* A copy that is ready for use: logged ahead like its original, and whole. */
static enum status
check_copy(struct sqlite *s, const char *path, struct error *e)
{
	struct sqlite copy = { .path = s->path, .queue = -1 };
	char verdict[64] = "";
	enum status status = OK;
	int rc = sqlite3_open_v2(path, &copy.db, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOFOLLOW, NULL);

	if (rc != SQLITE_OK)
		status = sqlite_fail(&copy, rc, e);
	if (status == OK)
		status = sqlite_script(&copy, "PRAGMA journal_mode = WAL", e);
	if (status == OK)
		status = sqlite_verify(&copy, verdict, sizeof(verdict), e);
	sqlite3_close(copy.db);
	if (status == OK && strcmp(verdict, "ok") != 0)
		return fail(e, BROKEN, NULL, _("the copy is damaged: %s"),
		    verdict);
	return status;
}

/* What was open beside a copy that did not come to its end. */
static void
drop_log(const char *path)
{
	static const char *const ends[] = { "-wal", "-shm", "-journal" };
	struct arena *a = arena_new();

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		unlink(arena_printf(a, "%s%s", path, ends[i]));
	arena_free(a);
}

enum status
sqlite_copy(void *db, const char *path, struct error *e)
{
	struct sqlite *s = db;
	enum status status;
	sqlite3_stmt *st;
	int rc = sqlite3_prepare_v2(s->db, "VACUUM INTO $1", -1, &st, NULL);

	if (rc != SQLITE_OK)
		return sqlite_fail(s, rc, e);
	sqlite3_bind_text(st, 1, path, -1, SQLITE_STATIC);
	rc = sqlite3_step(st);
	sqlite3_finalize(st);
	status = rc == SQLITE_DONE ? check_copy(s, path, e) :
	    sqlite_fail(s, rc, e);
	if (status != OK)
		drop_log(path);
	return status;
}
