/* SPDX-License-Identifier: ISC */
/*
 * schema-check.c: whether lib/schema.sql and the field tables of the records
 * agree: columns, their order, their types, keys and what may be absent; and
 * whether tables.c reads all of it as SQLite does.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "contact.h"
#include "records.h"
#include "tables.h"

extern const char schema_sql[];

static int
say(const char *table, const char *column, const char *what)
{
	printf("%s.%s: %s\n", table, column, what);
	return 1;
}

/* The schema with a driver's words for its two tokens. */
static void
spell(struct buf *out)
{
	for (const char *p = schema_sql; *p != '\0'; )
		if (strncmp(p, "@INT64@", 7) == 0) {
			buf_puts(out, "INTEGER");
			p += 7;
		} else if (strncmp(p, "@STRICT@", 8) == 0) {
			buf_puts(out, "STRICT");
			p += 8;
		} else
			buf_putc(out, *p++);
}

static const char *
type_of(const struct field *f)
{
	return f->type == T_TEXT || f->type == T_WORD ? "TEXT" : "INTEGER";
}

/* Against a row of PRAGMA table_info: cid name type notnull default pk. */
static int
check_column(const struct table *t, const struct field *f,
    sqlite3_stmt *stmt)
{
	const char *name = (const char *)sqlite3_column_text(stmt, 1);
	const char *type = (const char *)sqlite3_column_text(stmt, 2);
	int held = sqlite3_column_int(stmt, 3), key = sqlite3_column_int(stmt,
	    5) > 0;
	int bad = 0;

	if (f->name == NULL || strcmp(f->name, name) != 0)
		return say(t->name, name, f->name == NULL ?
		    "the field table has no such field" : f->name);
	if (strcmp(type, type_of(f)) != 0)
		bad |= say(t->name, name, type);
	if (key != ((f->flags & F_KEY) != 0))
		bad |= say(t->name, name, "F_KEY and PRIMARY KEY disagree");
	if (f->type == T_MAYBE && held)
		bad |= say(t->name, name, "may be absent, but is NOT NULL");
	if ((f->type == T_INT || f->type == T_FLAG) && !held)
		bad |= say(t->name, name, "is never absent: NOT NULL");
	return bad;
}

static int
check_table(sqlite3 *db, const struct table *t)
{
	const struct field *f = t->fields;
	sqlite3_stmt *stmt;
	char sql[128];
	int bad = 0;

	snprintf(sql, sizeof(sql), "PRAGMA table_info(%s)", t->name);
	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		return say(t->name, "*", sqlite3_errmsg(db));
	while (!bad && sqlite3_step(stmt) == SQLITE_ROW)
		bad = check_column(t, f++, stmt);
	sqlite3_finalize(stmt);
	if (!bad && f->name != NULL)
		bad = say(t->name, f->name, "the schema has no such column");
	return bad;
}

static int
check_schema(sqlite3 *db)
{
	static const char sql[] = "SELECT count(*) FROM sqlite_schema "
	    "WHERE type = 'table'";
	struct arena *arena = arena_new();
	sqlite3_stmt *stmt;
	int n = 0, bad = 0;

	for (const struct table *const *t = tables_all(arena); *t != NULL;
	    t++, n++)
		bad |= check_table(db, *t);
	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK ||
	    sqlite3_step(stmt) != SQLITE_ROW ||
	    sqlite3_column_int(stmt, 0) != n)
		bad |= say("*", "*", "tables.c does not read every table");
	sqlite3_finalize(stmt);
	arena_free(arena);
	return bad;
}

int
main(void)
{
	struct buf sql = { 0 };
	sqlite3 *db;
	int bad;

	spell(&sql);
	if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
	    sqlite3_exec(db, sql.text, NULL, NULL, NULL) != SQLITE_OK) {
		printf("schema.sql: %s\n", sqlite3_errmsg(db));
		return 1;
	}
	bad = check_table(db, &contact_table);
	for (const struct record *const *r = records; *r != NULL; r++)
		bad |= check_table(db, &(*r)->table);
	bad |= check_schema(db);
	sqlite3_close(db);
	buf_free(&sql);
	return bad;
}
