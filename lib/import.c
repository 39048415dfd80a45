/* SPDX-License-Identifier: ISC */
/*
 * import.c: taking in an export, line by line.  What it says of itself is
 * compared with what was read: rows, sum, and the end of the journal.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "export.h"
#include "import.h"
#include "import-row.h"

enum { NUMBER_ROOM = 24, TELL_EVERY = 100, FOOT_ROOM = 4096 };

struct importing {
	struct work *w;
	struct import *m;
	struct import_rows r;
	struct digest sum;
	int begun;
};

/* The next line, which there has to be. */
static enum status
next(struct importing *p, struct error *e)
{
	int more;
	enum status status = intake_next(p->r.in, &more, e);

	if (status != OK || more)
		return status;
	fail(e, MISREAD, NULL, _("the export is cut off here: its last line "
	    "is missing"));
	return import_wrong(&p->r, e);
}

static void
add_to_sum(struct importing *p)
{
	size_t len;
	const char *line = intake_raw(p->r.in, &len);

	digest_add(&p->sum, line, len);
}

static int
is_number(const char *text, int64_t n)
{
	char digits[NUMBER_ROOM];

	snprintf(digits, sizeof(digits), "%" PRId64, n);
	return strcmp(text, digits) == 0;
}

static enum status
check_version(const struct importing *p, struct error *e)
{
	const char *format = import_value(&p->r, "format");
	const char *store = import_value(&p->r, "store");

	if (is_number(format, EXPORT_FORMAT) &&
	    is_number(store, STORE_VERSION))
		return OK;
	fail(e, MISREAD, NULL, _("the export has format %s and store version "
	    "%s, this program %d and %d"), format, store, EXPORT_FORMAT,
	    STORE_VERSION);
	if (strtoll(store, NULL, 10) < STORE_VERSION)
		advise(e, _("Bring that desk up to date with desk-init, and "
		    "export it again"));
	else
		advise(e, _("Use the newer program"));
	return at_place(e, "%s:%zu", p->m->place, intake_line(p->r.in));
}

/* A desk stays for practice, or for real. */
static enum status
check_practice(const struct importing *p, struct error *e)
{
	int practice = strcmp(import_value(&p->r, "practice"), "true") == 0;

	if (practice == p->w->practice)
		return OK;
	if (practice) {
		fail(e, REFUSED, NULL, _("this is the export of a practice "
		    "desk, and the desk here is a real one"));
		return advise(e, _("Import it at a practice desk"));
	}
	fail(e, REFUSED, NULL, _("this is the export of a real desk, and the "
	    "desk here is for practice"));
	return advise(e, _("Import it at a real desk"));
}

static enum status
take_head(struct importing *p, struct error *e)
{
	const char *office;

	if (next(p, e) != OK)
		return e->status;
	add_to_sum(p);
	if (strcmp(import_value(&p->r, "export"), "frontdesk") != 0) {
		fail(e, MISREAD, NULL, _("this is no export of a desk"));
		advise(e, _("Give the file that desk-export wrote"));
		return at_place(e, "%s:%zu", p->m->place, intake_line(p->r.in));
	}
	office = import_value(&p->r, "office");
	if (check_version(p, e) != OK || check_practice(p, e) != OK)
		return e->status;
	if (strcmp(office, p->w->office) == 0)
		return OK;
	fail(e, REFUSED, NULL, _("this is the export of office %s, and the "
	    "desk here is office %s"), office, p->w->office);
	return advise(e, _("Give that office's configuration: --config DIR"));
}

/* What desk-init and the scans put there gives way to what comes. */
static enum status
make_room(struct importing *p, struct error *e)
{
	struct work *w = p->w;
	const struct table *const *tables = p->r.tables;
	const char *local, *sql;
	size_t n = 0;

	if (setting_get(w->store, w->office, EXPORT_LOCAL, p->r.arena, &local,
	    e) != OK)
		return e->status;
	while (tables[n] != NULL)
		n++;
	while (n-- > 0) {
		sql = arena_printf(p->r.arena, "DELETE FROM %s WHERE "
		    "office = $1", tables[n]->name);
		if (store_run(w->store, store_keep(w->store, sql),
		    VALUES(v_text(w->office)), NULL, e) != OK)
			return e->status;
	}
	return setting_put(w->store, w->office, EXPORT_LOCAL, local, e);
}

static enum status
take_rows(struct importing *p, struct error *e)
{
	for (;;) {
		if (next(p, e) != OK)
			return e->status;
		if (intake_count(p->r.in) == 0 ||
		    strcmp(intake_name(p->r.in, 0), "table") != 0)
			return OK;
		add_to_sum(p);
		if (import_row(&p->r, e) != OK)
			return e->status;
		if (++p->m->rows % TELL_EVERY == 0 &&
		    p->m->told(p->m->arg, p->m->rows, e) != OK)
			return e->status;
	}
}

static enum status
check_journal(struct importing *p, struct error *e)
{
	struct chain *c = &p->m->chain;

	if (chain_check(p->w->store, p->w->office, c, e) != OK)
		return e->status;
	if (c->bad > 0) {
		fail(e, MISREAD, "C10", _("event %" PRId64 " of the journal: "
		    "%s"), c->bad, c->why);
		import_wrong(&p->r, e);
		return at_place(e, "%s", p->m->place);
	}
	if (is_number(import_value(&p->r, "events"), c->events) &&
	    strcmp(import_value(&p->r, "head"), c->head) == 0)
		return OK;
	fail(e, MISREAD, "C10", _("the journal does not end as this line "
	    "says"));
	return import_wrong(&p->r, e);
}

/* No row makes a real desk one for practice. */
static enum status
check_mark(struct importing *p, struct error *e)
{
	const char *mark;

	if (setting_get(p->w->store, p->w->office, "practice", p->r.arena,
	    &mark, e) != OK)
		return e->status;
	if ((mark != NULL) == p->w->practice)
		return OK;
	fail(e, MISREAD, NULL, _("the rows and the first line disagree on "
	    "whether the desk is for practice"));
	return import_wrong(&p->r, e);
}

static enum status
check_rows(const struct importing *p, struct error *e)
{
	if (is_number(import_value(&p->r, "rows"), p->m->rows))
		return OK;
	fail(e, MISREAD, NULL, _("there are %" PRId64 " rows before this "
	    "line, which says \"%s\""), p->m->rows, import_value(&p->r, "rows"));
	return import_wrong(&p->r, e);
}

static enum status
check_sum(struct importing *p, struct error *e)
{
	char hex[DIGEST_HEX];

	digest_end_hex(&p->sum, hex);
	if (strcmp(import_value(&p->r, "sha256"), hex) == 0)
		return OK;
	fail(e, MISREAD, NULL, _("a line above this one was changed"));
	return import_wrong(&p->r, e);
}

static enum status
take_foot(struct importing *p, struct error *e)
{
	enum status status;
	int more;

	if (check_rows(p, e) != OK || check_journal(p, e) != OK ||
	    check_mark(p, e) != OK || check_sum(p, e) != OK)
		return e->status;
	status = intake_next(p->r.in, &more, e);
	if (status == OK && !more)
		return p->m->told(p->m->arg, p->m->rows, e);
	if (status != OK)
		return status;
	fail(e, MISREAD, NULL, _("something stands behind the export's last "
	    "line"));
	return import_wrong(&p->r, e);
}

/* To the last line of a file, for whoever holds a lock meanwhile. */
static int
find_foot(FILE *in)
{
	char tail[FOOT_ROOM];
	long size;
	size_t n;

	if (fseek(in, 0, SEEK_END) != 0 || (size = ftell(in)) < 0 ||
	    fseek(in, size > FOOT_ROOM ? size - FOOT_ROOM : 0, SEEK_SET) != 0)
		return 0;
	size = ftell(in);
	n = fread(tail, 1, sizeof(tail), in);
	while (n > 1 && tail[n - 2] != '\n')
		n--;
	return n > 1 && fseek(in, size + (long)n - 1, SEEK_SET) == 0;
}

/* The office has events: are they those that the export ends with?  Nothing
 * else of it is read. */
static enum status
look_there(struct importing *p, struct error *e)
{
	const struct work *w = p->w;
	struct chain *c = &p->m->chain;
	struct error ignored;
	int more = 0;

	if (find_foot(p->m->in) && intake_next(p->r.in, &more, &ignored) ==
	    OK && more && is_number(import_value(&p->r, "events"), w->seq) &&
	    strcmp(import_value(&p->r, "head"), w->head) == 0) {
		p->m->there = 1;
		p->m->rows = strtoll(import_value(&p->r, "rows"), NULL, 10);
		c->events = w->seq;
		snprintf(c->head, sizeof(c->head), "%s", w->head);
		return OK;
	}
	fail(e, REFUSED, NULL, _("office %s has %" PRId64 " events in this "
	    "store already"), w->office, w->seq);
	return advise(e, _("Make a new store with desk-init, and import "
	    "there"));
}

static enum status
take_all(struct work *w, void *arg, struct error *e)
{
	struct importing *p = arg;

	if (p->begun)	/* again: the file was read already */
		return fail(e, BUSY, NULL, _("the store was lost half way"));
	p->begun = 1;
	if (w->seq > 0)
		return look_there(p, e);
	digest_start(&p->sum);
	if (take_head(p, e) != OK || make_room(p, e) != OK ||
	    take_rows(p, e) != OK)
		return e->status;
	return take_foot(p, e);
}

enum status
import_office(struct work *w, struct import *m, struct error *e)
{
	struct importing p = { .w = w, .m = m };
	struct import_rows *r = &p.r;
	enum status status;

	r->store = w->store;
	r->office = w->office;
	r->place = m->place;
	r->in = intake_open(m->in, INTAKE_JSON, m->place);
	r->arena = w->config;	/* statements are kept by their tables */
	r->tables = tables_all(r->arena);
	store_driver(w->store)->bulk(store_db(w->store));
	status = work_run(w, take_all, &p, e);
	intake_close(r->in);
	for (int i = 0; i < IMPORT_COLUMNS; i++)
		buf_free(&r->texts[i]);
	return status;
}
