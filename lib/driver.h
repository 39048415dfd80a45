/* SPDX-License-Identifier: ISC */
/*
 * driver.h: what a kind of store has to be able to do.
 *
 * A driver knows no table and no rule: it opens a database, runs SQL and
 * says how it went.  SQL is the same text for every driver, under these
 * rules: $1, $2 bound by name, every parameter of an expression in a CAST,
 * no trigger, sequence, stored function or clock of the server's.
 */
#ifndef DRIVER_H
#define DRIVER_H

#include <stdint.h>

#include "error.h"

struct value {
	enum { VALUE_END, VALUE_NULL, VALUE_TEXT, VALUE_NUMBER } type;
	const char *text;
	int64_t number;
};

/*
 * How it went: OK, BUSY (waited in vain, nothing written), MISCONFIGURED (no
 * store of ours is there), BROKEN.  `commit' may fail with BUSY when nobody
 * can tell whether the work is in the store.  REFUSED is a constraint that
 * the caller ought to have looked at first.
 */
struct driver {
	const char *name;
	int64_t wait;			/* ms, when nobody says */
	const char *int64, *strict, *string;	/* what stands for the words
						 * of schema.sql */
	/* Run once, when the tables are made; NULL: nothing. */
	const char *statistics_sql;
	/* Takes the office ($1) for writing and reads its journal's last
	 * number and head. */
	const char *lock_sql;
	enum status (*open)(const char *url, int create, int64_t wait,
	    void **db, struct error *);
	void	(*close)(void *db);
	/* In messages: its path, or its address without a password. */
	const char *(*called)(const void *db);
	/* For writing: after waiting in line; else one view of everything. */
	enum status (*begin)(void *db, int writing, struct error *);
	enum status (*commit)(void *db, struct error *);
	void	(*rollback)(void *db);
	/* Whether what failed may be done anew: waits its turn, and connects
	 * again where that was lost.  If not, *e is the last word, and BUSY
	 * where time is up.  NULL: never. */
	int	(*again)(void *db, struct error *);
	/* Several statements at once, without parameters. */
	enum status (*script)(void *db, const char *sql, struct error *);
	enum status (*prepare)(void *db, const char *sql, void **stmt,
	    struct error *);
	enum status (*run)(void *stmt, const struct value *, struct error *);
	/* The same for very many rows, which are not fetched all at once. */
	enum status (*walk)(void *stmt, const struct value *, struct error *);
	enum status (*step)(void *stmt, int *row, struct error *);
	int64_t	(*changes)(void *stmt);
	int	(*absent)(void *stmt, int column);
	const char *(*text)(void *stmt, int column);	/* till the next step */
	int64_t	(*number)(void *stmt, int column);
	void	(*done)(void *stmt);		/* may be run again */
	void	(*drop)(void *stmt);
	/* How many tables there are, and whether `setting' is one. */
	enum status (*tables)(void *db, int64_t *all, int64_t *ours,
	    struct error *);
	/* Whether what is committed from here on may be lost by a power cut:
	 * for the scan's heartbeat alone. */
	enum status (*light)(void *db, int on, struct error *);
	/* A whole, consistent copy into a new file. */
	enum status (*copy)(void *db, const char *path, struct error *);
	/* The store's own check of itself; "ok" or what is wrong. */
	enum status (*verify)(void *db, char *out, int room, struct error *);
	/* For people and for bulk: the larger page cache. */
	void	(*bulk)(void *db);
	/* Owner of the store, for the trust put into the configuration. */
	enum status (*owner)(void *db, int practice, unsigned *uid,
	    struct error *);
};

extern const struct driver driver_sqlite;

/* The driver for a path or an address; NULL, MISCONFIGURED when the part that
 * has it is not installed. */
const struct driver *driver_of(const char *url, struct error *);

#endif
