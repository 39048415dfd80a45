/* SPDX-License-Identifier: ISC */
/*
 * driver-sqlite.h: what the files of the SQLite driver share.
 */
#ifndef DRIVER_SQLITE_H
#define DRIVER_SQLITE_H

#include <stdint.h>

#include <sqlite3.h>

#include "driver.h"
#include "error.h"

struct sqlite {
	sqlite3 *db;
	char *path;
	int64_t wait;		/* ms */
	int queue;		/* the lock file, -1 until needed */
	int wal_pages;		/* of the log after the last commit */
	int writing;		/* the transaction that is open */
	int light;		/* what is committed is not synced */
};

extern const char sqlite_statistics[];	/* SQL, run when tables are made */

/* Put a failure of SQLite into words. */
enum status sqlite_fail(struct sqlite *, int rc, struct error *);
enum status sqlite_script(void *db, const char *sql, struct error *);

enum status sqlite_verify(void *db, char *out, int room, struct error *);
enum status sqlite_copy(void *db, const char *path, struct error *);

enum status sqlite_prepare(void *db, const char *sql, void **stmt,
	    struct error *);
enum status sqlite_run(void *stmt, const struct value *, struct error *);
enum status sqlite_step(void *stmt, int *row, struct error *);
int64_t	sqlite_changes(void *stmt);
int	sqlite_absent(void *stmt, int column);
const char *sqlite_text(void *stmt, int column);
int64_t	sqlite_number(void *stmt, int column);
void	sqlite_done(void *stmt);
void	sqlite_drop(void *stmt);

#endif
