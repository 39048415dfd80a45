/* SPDX-License-Identifier: ISC */
/*
 * sqlite-rows.c: statements of a SQLite store, their parameters and rows.
 */
#include <stdlib.h>

#include "driver.h"
#include "driver-sqlite.h"
#include "xalloc.h"

enum { MOST_PARAMS = 64 };

struct statement {
	sqlite3_stmt *st;
	struct sqlite *of;
	int place[MOST_PARAMS];	/* where $n is bound, 0 = nowhere */
};

enum status
sqlite_prepare(void *db, const char *sql, void **stmt, struct error *e)
{
	struct sqlite *s = db;
	struct statement *p;
	sqlite3_stmt *st;
	int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);

	if (rc != SQLITE_OK)
		return sqlite_fail(s, rc, e);
	p = xcalloc(1, sizeof(*p));
	p->st = st;
	p->of = s;
	for (int at = sqlite3_bind_parameter_count(st); at > 0; at--) {
		int n = (int)strtol(sqlite3_bind_parameter_name(st,
		    at) + 1, NULL, 10);

		if (n < MOST_PARAMS)
			p->place[n] = at;
	}
	*stmt = p;
	return OK;
}

enum status
sqlite_run(void *stmt, const struct value *v, struct error *e)
{
	struct statement *p = stmt;
	int rc = SQLITE_OK;

	for (int n = 1; rc == SQLITE_OK && v->type != VALUE_END; n++, v++) {
		int at = n < MOST_PARAMS ? p->place[n] : 0;

		if (at == 0)
			continue;
		if (v->type == VALUE_TEXT)
			rc = sqlite3_bind_text(p->st, at, v->text, -1,
			    SQLITE_STATIC);
		else if (v->type == VALUE_NUMBER)
			rc = sqlite3_bind_int64(p->st, at, v->number);
		else
			rc = sqlite3_bind_null(p->st, at);
	}
	return rc == SQLITE_OK ? OK : sqlite_fail(p->of, rc, e);
}

enum status
sqlite_step(void *stmt, int *row, struct error *e)
{
	struct statement *p = stmt;
	int rc = sqlite3_step(p->st);

	*row = rc == SQLITE_ROW;
	if (rc == SQLITE_ROW || rc == SQLITE_DONE)
		return OK;
	return sqlite_fail(p->of, rc, e);
}

int64_t
sqlite_changes(void *stmt)
{
	return sqlite3_changes(((struct statement *)stmt)->of->db);
}

int
sqlite_absent(void *stmt, int i)
{
	return sqlite3_column_type(((struct statement *)stmt)->st, i) ==
	    SQLITE_NULL;
}

const char *
sqlite_text(void *stmt, int i)
{
	return (const char *)sqlite3_column_text(
	    ((struct statement *)stmt)->st, i);
}

int64_t
sqlite_number(void *stmt, int i)
{
	return sqlite3_column_int64(((struct statement *)stmt)->st, i);
}

void
sqlite_done(void *stmt)
{
	sqlite3_reset(((struct statement *)stmt)->st);
}

void
sqlite_drop(void *stmt)
{
	sqlite3_finalize(((struct statement *)stmt)->st);
	free(stmt);
}
