/* SPDX-License-Identifier: ISC */
/*
 * driver-postgresql.h: what the files of the PostgreSQL driver share.
 */
#ifndef DRIVER_POSTGRESQL_H
#define DRIVER_POSTGRESQL_H

#include <stdint.h>

#include <libpq-fe.h>

#include "driver.h"
#include "error.h"

struct postgresql {
	PGconn *conn;
	char *url, *called;
	int64_t wait, until;	/* ms; when waiting ends, by clock_steady() */
	int tries;		/* of what is being done: 0 is the first */
	enum failure { FINAL, AGAIN, LOST } failed;	/* the last one */
	int unknown;		/* a commit of which nobody knows */
	enum { NOTHING, READING, WRITING } doing;	/* the transaction */
	int64_t transaction;	/* its number */
	unsigned names, runs;	/* given out in it; of prepared statements */
	int light;
};

enum { LEAST_WAIT = 1000 };	/* ms for an answer, whatever --db-wait */

/* Put a failure into words; res may be NULL. */
enum status postgresql_fail(struct postgresql *, const PGresult *res,
	    struct error *);

/* postgresql-connect.c: waiting begins anew, unless this is another try. */
void	postgresql_start(struct postgresql *);
enum status postgresql_connect(struct postgresql *, struct error *);
enum status postgresql_only_reading(const struct postgresql *, struct error *);
/* An address taken apart, NULL for what is none; PQconninfoFree() it. */
PQconninfoOption *postgresql_parts(const char *url);
/* An address for people: servers and database, nothing else; yours. */
char	*postgresql_shown(const PQconninfoOption *);
int	postgresql_again(void *db, struct error *);

enum status postgresql_begin(void *db, int writing, struct error *);
enum status postgresql_commit(void *db, struct error *);
void	postgresql_rollback(void *db);

/* postgresql-rows.c */
enum status postgresql_prepare(void *db, const char *sql, void **stmt,
	    struct error *);
enum status postgresql_run(void *stmt, const struct value *, struct error *);
enum status postgresql_walk(void *stmt, const struct value *, struct error *);
enum status postgresql_step(void *stmt, int *row, struct error *);
int64_t	postgresql_changes(void *stmt);
int	postgresql_absent(void *stmt, int column);
const char *postgresql_text(void *stmt, int column);
int64_t	postgresql_number(void *stmt, int column);
void	postgresql_done(void *stmt);
void	postgresql_drop(void *stmt);

#endif
