/* SPDX-License-Identifier: ISC */
/*
 * driver-sqlite.c: the store as one SQLite file.
 *
 * Write-ahead log, every commit synced.  Writers queue at a lock file beside
 * the store, which is fair; nobody checkpoints but a writer that holds it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "driver.h"
#include "driver-sqlite.h"
#include "queue.h"
#include "xalloc.h"

enum {
	WAL_PAGES = 256,	/* longer, and it is emptied after a commit, */
	WAL_PAGES_LIGHT = 1024,	/* or this, after one that is not synced */
	BULK_CACHE_KIB = 65536,
};

static int
is_short_of_files(const struct sqlite *s)
{
	int error = sqlite3_system_errno(s->db);

	return error == EMFILE || error == ENFILE;
}

enum status
sqlite_fail(struct sqlite *s, int rc, struct error *e)
{
	int why = rc & 0xFF;

	switch (why) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return fail(e, BUSY, NULL, _("others were writing for too long"));
	case SQLITE_FULL:
		fail(e, BROKEN, NULL, _("the disk with the store is full"));
		return advise(e, _("Make room and do it again"));
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		if (is_short_of_files(s))
			return fail(e, BROKEN, NULL, "%s: %s", s->path,
			    strerror(sqlite3_system_errno(s->db)));
		fail(e, MISCONFIGURED, NULL,
		    _("%s: you may not write this store"), s->path);
		return advise(e, _("Ask whoever looks after the desk"));
	case SQLITE_NOTADB:
		return fail(e, MISCONFIGURED, NULL,
		    _("%s is no store of frontdesk"), s->path);
	case SQLITE_CONSTRAINT:
		return fail(e, REFUSED, NULL, _("the store refused it: %s"),
		    sqlite3_errmsg(s->db));
	}
	fail(e, BROKEN, NULL, _("%s: the store failed: %s"), s->path,
	    sqlite3_errmsg(s->db));
	return advise(e, _("Run desk-check and show it to whoever looks after "
	    "the desk"));
}

static int
wal_grew(void *arg, sqlite3 *db, const char *name, int pages)
{
	struct sqlite *s = arg;

	(void)db;
	(void)name;
	s->wal_pages = pages;
	return SQLITE_OK;
}

enum status
sqlite_script(void *db, const char *sql, struct error *e)
{
	struct sqlite *s = db;
	sqlite3_stmt *st = NULL;
	int rc = SQLITE_OK;

	while (rc == SQLITE_OK && *sql != '\0') {
		rc = sqlite3_prepare_v2(s->db, sql, -1, &st, &sql);
		if (rc != SQLITE_OK || st == NULL)
			break;
		while ((rc = sqlite3_step(st)) == SQLITE_ROW)
			;
		rc = sqlite3_finalize(st);
	}
	return rc == SQLITE_OK ? OK : sqlite_fail(s, rc, e);
}

/* Refuse a path before SQLite meets it; *there says whether it exists. */
static enum status
look_at(const char *path, int *there, struct error *e)
{
	struct stat sb;

	*there = lstat(path, &sb) == 0;
	if (!*there && errno == ENOENT)
		return OK;
	if (!*there)
		return fail(e, MISCONFIGURED, NULL, "%s: %s", path,
		    strerror(errno));
	if (!S_ISREG(sb.st_mode))
		return fail(e, MISCONFIGURED, NULL,
		    _("%s is no file; the store has to be one"), path);
	if (sb.st_mode & S_IWOTH) {
		fail(e, MISCONFIGURED, NULL,
		    _("%s may be written by everybody"), path);
		return advise(e, _("Take that away: chmod o-rwx %s"), path);
	}
	return OK;
}

static enum status
set_up(struct sqlite *s, int create, struct error *e)
{
	sqlite3_busy_timeout(s->db, (int)s->wait);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_wal_hook(s->db, wal_grew, s);
	if (create)
		return sqlite_script(s, "PRAGMA journal_mode = WAL;"
		    "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON", e);
	return sqlite_script(s, "PRAGMA synchronous = FULL;"
	    "PRAGMA secure_delete = ON", e);
}

static const char *
sqlite_called(const void *db)
{
	return ((const struct sqlite *)db)->path;
}

static void
sqlite_close(void *db)
{
	struct sqlite *s = db;

	if (s == NULL)
		return;
	sqlite3_close(s->db);
	if (s->queue >= 0)
		close(s->queue);
	free(s->path);
	free(s);
}

/* SQLite makes files by the umask; the desk's are for its group alone. */
static enum status
make_file(const char *path, struct error *e)
{
	int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW,
	    0660);
	enum status status = OK;

	if (fd < 0)
		return fail(e, MISCONFIGURED, NULL, "%s: %s", path,
		    strerror(errno));
	if (fchmod(fd, 0660) != 0)
		status = fail(e, MISCONFIGURED, NULL, "%s: %s", path,
		    strerror(errno));
	close(fd);
	return status;
}

static enum status
sqlite_open(const char *url, int create, int64_t wait, void **db,
    struct error *e)
{
	struct sqlite *s;
	int there, rc;

	*db = NULL;
	if (look_at(url, &there, e) != OK)
		return e->status;
	if (!there && !create) {
		fail(e, MISCONFIGURED, NULL, _("there is no store at %s"), url);
		return advise(e, _("Make it with desk-init"));
	}
	if (!there && make_file(url, e) != OK)
		return e->status;
	/* One thread, and nobody asks how much memory it took: no mutexes.
	 * Pages come as they are wanted, not twenty at a time. */
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
	s = xcalloc(1, sizeof(*s));
	*db = s;
	s->path = xstrdup(url);
	s->wait = wait;
	s->queue = -1;
	rc = sqlite3_open_v2(url, &s->db, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, NULL);
	if (rc != SQLITE_OK)
		return sqlite_fail(s, rc, e);
	return set_up(s, create, e);
}

static enum status
sqlite_begin(void *db, int writing, struct error *e)
{
	struct sqlite *s = db;
	enum status status;

	s->writing = writing;
	if (!writing)
		return sqlite_script(s, "BEGIN", e);
	status = queue_enter(&s->queue, s->path, s->wait, e);
	if (status != OK)
		return status;
	status = sqlite_script(s, "BEGIN IMMEDIATE", e);
	if (status != OK)
		queue_leave(s->queue);
	return status;
}

static void
sqlite_rollback(void *db)
{
	struct sqlite *s = db;
	struct error ignored;

	if (sqlite3_get_autocommit(s->db) == 0)
		sqlite_script(s, "ROLLBACK", &ignored);
	queue_leave(s->queue);
}

/* A log grown long, emptied while the line is still ours. */
static void
empty_log(struct sqlite *s)
{
	if (s->wal_pages <= (s->light ? WAL_PAGES_LIGHT : WAL_PAGES))
		return;
	s->wal_pages = 0;
	sqlite3_busy_timeout(s->db, 0);
	sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_TRUNCATE,
	    NULL, NULL);
	sqlite3_busy_timeout(s->db, (int)s->wait);
}

/*
 * A commit that failed may still be found in the log by whoever opens the
 * store next, unless it never came so far as to write there.
 */
static enum status
sqlite_commit(void *db, struct error *e)
{
	struct sqlite *s = db;
	enum status status;

	status = sqlite_script(s, "COMMIT", e);
	if (status == OK && s->writing) {
		empty_log(s);
		queue_leave(s->queue);
	}
	if (status == OK)
		return OK;
	if (status == BROKEN && s->writing &&
	    sqlite3_extended_errcode(s->db) != SQLITE_FULL)
		fail(e, BUSY, NULL, _("it is not known whether it was stored: "
		    "the disk failed"));
	sqlite_rollback(db);
	return e->status;
}

static enum status
one_number(struct sqlite *s, const char *sql, int64_t *out, struct error *e)
{
	sqlite3_stmt *st;
	int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);

	if (rc != SQLITE_OK)
		return sqlite_fail(s, rc, e);
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW)
		*out = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return rc == SQLITE_ROW ? OK : sqlite_fail(s, rc, e);
}

static enum status
sqlite_tables(void *db, int64_t *all, int64_t *ours, struct error *e)
{
	if (one_number(db, "SELECT count(*) FROM sqlite_schema", all, e) != OK)
		return e->status;
	return one_number(db, "SELECT count(*) FROM sqlite_schema "
	    "WHERE name = 'setting'", ours, e);
}

static enum status
sqlite_light(void *db, int on, struct error *e)
{
	((struct sqlite *)db)->light = on;
	return sqlite_script(db, on ? "PRAGMA synchronous = NORMAL" :
	    "PRAGMA synchronous = FULL", e);
}

static void
sqlite_bulk(void *db)
{
	struct error ignored;
	char sql[64];

	snprintf(sql, sizeof(sql), "PRAGMA cache_size = -%d", BULK_CACHE_KIB);
	sqlite_script(db, sql, &ignored);
}

static enum status
sqlite_owner(void *db, int practice, unsigned *uid, struct error *e)
{
	struct sqlite *s = db;
	struct stat sb;

	if (stat(s->path, &sb) != 0)
		return fail(e, MISCONFIGURED, NULL, "%s: %s", s->path,
		    strerror(errno));
	*uid = sb.st_uid;
	if (practice || (sb.st_mode & S_IRWXO) == 0)
		return OK;
	fail(e, MISCONFIGURED, NULL, _("%s is open to everybody"), s->path);
	return advise(e, _("Take that away: chmod o-rwx %s"), s->path);
}

const struct driver driver_sqlite = {
	.name = "sqlite", .wait = 10 * 1000, .int64 = "INTEGER",
	.strict = "STRICT, WITHOUT ROWID", .string = "TEXT",
	.statistics_sql = sqlite_statistics,
	.lock_sql = "SELECT last, head FROM counter "
	    "WHERE office = $1 AND name = 'event'",
	.open = sqlite_open, .close = sqlite_close, .called = sqlite_called,
	.begin = sqlite_begin, .commit = sqlite_commit,
	.rollback = sqlite_rollback, .script = sqlite_script,
	.prepare = sqlite_prepare, .run = sqlite_run, .walk = sqlite_run,
	.step = sqlite_step, .changes = sqlite_changes, .absent = sqlite_absent,
	.text = sqlite_text, .number = sqlite_number,
	.done = sqlite_done, .drop = sqlite_drop,
	.tables = sqlite_tables, .light = sqlite_light, .copy = sqlite_copy,
	.verify = sqlite_verify, .bulk = sqlite_bulk, .owner = sqlite_owner,
};
