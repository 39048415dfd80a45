/* SPDX-License-Identifier: ISC */
/*
 * row.c: moving structs in and out of the store through their field tables.
 */
#include <string.h>

#include "row.h"

enum { MOST_FIELDS = 64 };

/* What the prepared forms of a table's three statements are kept under: as
 * many addresses inside the table itself. */
enum { KEY_INSERT, KEY_UPDATE, KEY_LOAD };

static const void *
statement_key(const struct table *t, int which)
{
	return (const char *)t + which;
}

static int
is_rev(const struct field *f)
{
	return strcmp(f->name, "rev") == 0;
}

void
row_columns(const struct table *t, struct buf *sql)
{
	for (const struct field *f = t->fields; f->name != NULL; f++) {
		buf_puts(sql, f == t->fields ? "" : ", ");
		buf_puts(sql, f->name);
	}
}

/* $07: what has two digits is quicker made by hand than printed. */
static void
parameter(struct buf *sql, int n)
{
	const char digits[] = { '$', (char)('0' + n / 10),
		(char)('0' + n % 10) };

	buf_add(sql, digits, sizeof(digits));
}

static void
equals(struct buf *sql, const char *before, const struct field *f, int n)
{
	buf_puts(sql, before);
	buf_puts(sql, f->name);
	buf_puts(sql, " = ");
	parameter(sql, n);
}

static enum status
run_built(struct store *st, const void *key, struct buf *sql,
    const struct value *v, struct query **q, struct error *e)
{
	enum status status = store_query(st, key, sql->text, v, q, e);

	buf_free(sql);
	return status;
}

enum status
row_insert(struct store *st, const struct table *t, const void *rec,
    struct error *e)
{
	const void *key = statement_key(t, KEY_INSERT);
	struct value v[MOST_FIELDS];
	struct buf sql = { 0 };
	struct query *q;
	int n = 0, row;

	for (const struct field *f = t->fields; f->name != NULL; f++)
		v[n++] = v_field(f, rec);
	v[n].type = VALUE_END;
	if (!store_prepared(st, key)) {
		buf_printf(&sql, "INSERT INTO %s (", t->name);
		row_columns(t, &sql);
		buf_puts(&sql, ") VALUES (");
		for (int i = 1; i <= n; i++) {
			buf_puts(&sql, i > 1 ? ", " : "");
			parameter(&sql, i);
		}
		buf_putc(&sql, ')');
	}
	if (run_built(st, key, &sql, v, &q, e) != OK)
		return e->status;
	return query_next(q, &row, e);
}

/* Parameters are numbered in the order of use: a gap is an error to some. */
static void
update_text(const struct table *t, struct buf *sql)
{
	const char *between = "";
	int n = 1;

	buf_printf(sql, "UPDATE %s SET ", t->name);
	for (const struct field *f = t->fields; f->name != NULL; f++)
		if (!(f->flags & F_FIXED)) {
			equals(sql, between, f, n++);
			between = ", ";
		}
	between = " WHERE ";
	for (const struct field *f = t->fields; f->name != NULL; f++)
		if (f->flags & F_KEY || is_rev(f)) {
			equals(sql, between, f, n++);
			between = " AND ";
		}
}

enum status
row_update(struct store *st, const struct table *t, const void *rec,
    int *done, struct error *e)
{
	const void *key = statement_key(t, KEY_UPDATE);
	struct value v[MOST_FIELDS];
	struct buf sql = { 0 };
	struct query *q;
	int n = 0, row;

	for (const struct field *f = t->fields; f->name != NULL; f++)
		if (!(f->flags & F_FIXED))
			v[n++] = v_field(f, rec);
	for (const struct field *f = t->fields; f->name != NULL; f++)
		if (is_rev(f))
			v[n++] = v_number(field_number(f, rec) - 1);
		else if (f->flags & F_KEY)
			v[n++] = v_field(f, rec);
	v[n].type = VALUE_END;
	if (!store_prepared(st, key))
		update_text(t, &sql);
	if (run_built(st, key, &sql, v, &q, e) != OK ||
	    query_next(q, &row, e) != OK)
		return e->status;
	*done = query_changed(q) == 1;
	return OK;
}

enum status
row_read(struct query *q, const struct table *t, struct arena *arena,
    void *rec, struct error *e)
{
	int i = 0;

	for (const struct field *f = t->fields; f->name != NULL; f++, i++)
		if (f->type == T_TEXT || f->type == T_WORD) {
			const char *text = arena_copy(arena, query_text(q, i));

			if (field_put_text(f, rec, text, e) != OK)
				return e->status;
		} else
			field_put_number(f, rec, query_absent(q, i),
			    query_number(q, i));
	return OK;
}

enum status
row_load(struct store *st, const struct table *t, struct arena *arena,
    void *rec, int *found, struct error *e)
{
	const void *key = statement_key(t, KEY_LOAD);
	struct value v[MOST_FIELDS];
	struct buf sql = { 0 };
	struct query *q;
	enum status status;
	int n = 0;

	if (!store_prepared(st, key)) {
		buf_puts(&sql, "SELECT ");
		row_columns(t, &sql);
		buf_printf(&sql, " FROM %s", t->name);
	}
	for (const struct field *f = t->fields; f->name != NULL; f++)
		if (f->flags & F_KEY) {
			v[n++] = v_field(f, rec);
			if (sql.len > 0)
				equals(&sql, n > 1 ? " AND " : " WHERE ", f,
				    n);
		}
	v[n].type = VALUE_END;
	if (run_built(st, key, &sql, v, &q, e) != OK ||
	    query_next(q, found, e) != OK)
		return e->status;
	status = *found ? row_read(q, t, arena, rec, e) : OK;
	query_end(q);
	return status;
}

void
row_emit(struct emit *out, struct query *q, int column,
    const struct field *f)
{
	if (f->type == T_FLAG)
		emit_flag(out, f->name, query_number(q, column) != 0);
	else if (query_absent(q, column))
		emit_absent(out, f->name);
	else if (f->type == T_TIME)
		emit_time(out, f->name, query_number(q, column));
	else if (f->type == T_TEXT || f->type == T_WORD)
		emit_text(out, f->name, query_text(q, column));
	else
		emit_number(out, f->name, query_number(q, column));
}
