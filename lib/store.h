/* SPDX-License-Identifier: ISC */
/*
 * store.h: the store every command shares: opening, transactions, queries.
 */
#ifndef STORE_H
#define STORE_H

#include <stdint.h>

#include "driver.h"
#include "error.h"
#include "field.h"

enum { STORE_VERSION = 4 };	/* of schema.sql */

struct store;
struct query;

/*
 * Open what `url' names, a path or postgresql://..., waiting at most `wait'
 * ms for anything; less than 0: as long as its kind deserves.
 * MISCONFIGURED for what is no store of ours, or one of another version.
 */
enum status store_open(const char *url, int64_t wait, struct store **,
	    struct error *);
/* The two halves of it, for making a store: connect (making the file where
 * `create' is set), and what version it has: 0 when it is empty. */
enum status store_connect(const char *url, int create, int64_t wait,
	    struct store **, struct error *);
enum status store_version(struct store *, int64_t *version, struct error *);
void	store_close(struct store *);	/* NULL is fine */
const struct driver *store_driver(const struct store *);
void	*store_db(struct store *);	/* for the driver's own functions */

/*
 * Run body inside one writing transaction: committed if it returns OK, else
 * undone.  It may run more than once, even after a commit of which nobody
 * knows what became, so it must not print, and must begin anew each time.
 * store_reading() gives one view of the store throughout, and runs body once.
 */
typedef enum status store_body(void *arg, struct error *);
enum status store_writing(struct store *, store_body *, void *arg,
	    struct error *);
enum status store_reading(struct store *, store_body *, void *arg,
	    struct error *);

/* Values for $1, $2, ... : VALUES(v_text("x"), v_number(3)). */
#define VALUES(...) ((const struct value[]){ __VA_ARGS__, \
	{ VALUE_END, NULL, 0 } })
#define NO_VALUES ((const struct value[]){ { VALUE_END, NULL, 0 } })
struct value v_text(const char *);	/* NULL: absent */
struct value v_number(int64_t);
struct value v_time(int64_t);		/* 0: absent */
struct value v_field(const struct field *, const void *rec);

/*
 * Start a query.  `key' is what its prepared form is kept under, for as long
 * as the store is open: the address of its text where that is constant.  Its
 * values must stay until the last query_next().  A query is at its end when
 * there is no row, or after query_end().
 */
enum status store_query(struct store *, const void *key, const char *sql,
	    const struct value *, struct query **, struct error *);
/* The same for very many rows: they are not held in memory all at once. */
enum status store_walk(struct store *, const void *key, const char *sql,
	    const struct value *, struct query **, struct error *);
/* A text put together at run time, kept: the same text, the same key. */
const char *store_keep(struct store *, const char *sql);
int	store_prepared(struct store *, const void *key);
enum status query_next(struct query *, int *row, struct error *);
int64_t	query_changed(struct query *);	/* rows, by one without rows */
void	query_end(struct query *);	/* NULL is fine */
int	query_absent(struct query *, int column);
const char *query_text(struct query *, int column);	/* till the next row */
int64_t	query_number(struct query *, int column);	/* absent: 0 */

/* A statement that gives no rows; *changed may be NULL. */
enum status store_run(struct store *, const char *sql, const struct value *,
	    int64_t *changed, struct error *);
/* The first column of the first row; *out stays as it is without one. */
enum status store_number(struct store *, const char *sql,
	    const struct value *, int64_t *out, struct error *);
enum status store_text(struct store *, const char *sql,
	    const struct value *, struct arena *, const char **out,
	    struct error *);

#endif
