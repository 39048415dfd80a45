/* SPDX-License-Identifier: ISC */
/*
 * export.c: everything the store has of one office, as JSON Lines: a page of
 * rows at a time, all in one view of the store.
 */
#include <errno.h>
#include <string.h>

#include "digest.h"
#include "export.h"
#include "row.h"
#include "tables.h"

enum { PAGE = 500, MOST_KEYS = 16 };

struct exporting {
	struct work *w;
	struct export *x;
	int begun;
	/* A page, before it goes out. */
	struct emit page;
	struct buf text;
	struct digest sum;
	/* The office, and the rest of the key of the last row. */
	struct value key[MOST_KEYS + 1];
	struct buf texts[MOST_KEYS];
};

static enum status
put_page(struct exporting *p, struct error *e)
{
	fflush(p->page.out);
	if (fwrite(p->text.text, 1, p->text.len, p->x->out) != p->text.len)
		return fail(e, UNPRINTED, NULL, "%s", strerror(errno));
	buf_clear(&p->text);
	return OK;
}

/* The same of what the foot has the sum of. */
static enum status
put_summed(struct exporting *p, struct error *e)
{
	fflush(p->page.out);	/* so that the sum has all of it */
	digest_add(&p->sum, p->text.text, p->text.len);
	if (put_page(p, e) != OK)
		return e->status;
	return p->x->told(p->x->arg, p->x->rows, e);
}

static void
put_head(struct exporting *p)
{
	emit_text(&p->page, "export", "frontdesk");
	emit_number(&p->page, "format", EXPORT_FORMAT);
	emit_number(&p->page, "store", STORE_VERSION);
	emit_text(&p->page, "office", p->w->office);
	emit_flag(&p->page, "practice", p->w->practice);
	emit_end(&p->page);
}

/* A page of a table: its first, or what comes behind a key. */
static const char *
page_sql(struct exporting *p, const struct table *t, int behind)
{
	struct buf sql = { 0 }, keys = { 0 }, marks = { 0 };
	const char *kept;
	int n = 1;

	buf_puts(&sql, "SELECT office");
	for (const struct field *f = t->fields + 1; f->name != NULL; f++) {
		buf_printf(&sql, ", %s", f->name);
		if (f->flags & F_KEY) {
			buf_printf(&keys, ", %s", f->name);
			buf_printf(&marks, ", $%d", ++n);
		}
	}
	buf_printf(&sql, " FROM %s WHERE office = $1", t->name);
	if (behind)
		buf_printf(&sql, " AND (%s) > (%s)", keys.text + 2,
		    marks.text + 2);
	buf_printf(&sql, " ORDER BY office%s LIMIT %d",
	    keys.text ? keys.text : "", PAGE);
	kept = store_keep(p->w->store, sql.text);
	buf_free(&sql);
	buf_free(&keys);
	buf_free(&marks);
	return kept;
}

/* Note where a page ended; nothing more is read of it. */
static void
keep_key(struct exporting *p, const struct table *t, struct query *q)
{
	int n = 1, column = 1;

	for (const struct field *f = t->fields + 1; f->name != NULL;
	    f++, column++) {
		if (!(f->flags & F_KEY))
			continue;
		if (f->type == T_TEXT) {
			buf_clear(&p->texts[n]);
			buf_puts(&p->texts[n], query_text(q, column));
			p->key[n] = v_text(p->texts[n].text);
		} else
			p->key[n] = v_number(query_number(q, column));
		n++;
	}
	p->key[n].type = VALUE_END;
}

static int
stays_here(const struct table *t, struct query *q)
{
	return strcmp(t->name, "setting") == 0 &&
	    strcmp(query_text(q, 1), EXPORT_LOCAL) == 0;
}

static void
put_row(struct exporting *p, const struct table *t, struct query *q)
{
	int column = 0;

	emit_text(&p->page, "table", t->name);
	for (const struct field *f = t->fields; f->name != NULL; f++)
		row_emit(&p->page, q, column++, f);
	emit_end(&p->page);
	p->x->rows++;
}

static enum status
take_page(struct exporting *p, const struct table *t, const char *sql,
    int *rows, struct error *e)
{
	struct query *q;
	int row = 1;

	*rows = 0;
	if (store_query(p->w->store, sql, sql, p->key, &q, e) != OK)
		return e->status;
	while (*rows < PAGE) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			break;
		if (!stays_here(t, q))
			put_row(p, t, q);
		++*rows;
	}
	if (row) {
		keep_key(p, t, q);
		query_end(q);
	}
	return put_summed(p, e);
}

static enum status
put_table(struct exporting *p, const struct table *t, struct error *e)
{
	int rows = PAGE;

	p->key[0] = v_text(p->w->office);
	p->key[1].type = VALUE_END;
	for (int behind = 0; rows == PAGE; behind = 1)
		if (take_page(p, t, page_sql(p, t, behind), &rows, e) != OK)
			return e->status;
	return OK;
}

/* The counter row has the journal's end. */
static enum status
put_foot(struct exporting *p, struct error *e)
{
	static const char sql[] = "SELECT last, head FROM counter "
	    "WHERE office = $1 AND name = 'event'";
	char hex[DIGEST_HEX];
	struct query *q;
	int row;

	digest_end_hex(&p->sum, hex);
	if (store_query(p->w->store, sql, sql, VALUES(v_text(p->w->office)),
	    &q, e) != OK || query_next(q, &row, e) != OK)
		return e->status;
	emit_number(&p->page, "rows", p->x->rows);
	emit_number(&p->page, "events", row ? query_number(q, 0) : 0);
	emit_text(&p->page, "head", row ? query_text(q, 1) : NULL);
	emit_text(&p->page, "sha256", hex);
	emit_end(&p->page);
	query_end(q);
	return put_page(p, e);
}

static enum status
put_all(void *arg, struct error *e)
{
	struct exporting *p = arg;

	if (p->begun)	/* again: what went out cannot be taken back */
		return fail(e, BUSY, NULL, _("the store was lost half way"));
	p->begun = 1;
	digest_start(&p->sum);
	put_head(p);
	if (put_summed(p, e) != OK)
		return e->status;
	for (const struct table *const *t = tables_all(p->w->config);
	    *t != NULL; t++)
		if (put_table(p, *t, e) != OK)
			return e->status;
	return put_foot(p, e);
}

enum status
export_office(struct work *w, struct export *x, struct error *e)
{
	struct exporting p = { .w = w, .x = x };
	enum status status;

	p.page.format = FORMAT_JSON;
	p.page.out = buf_stream(&p.text);
	status = store_reading(w->store, put_all, &p, e);
	fclose(p.page.out);
	buf_free(&p.text);
	for (int i = 0; i < MOST_KEYS; i++)
		buf_free(&p.texts[i]);
	return status;
}
