/* SPDX-License-Identifier: ISC */
/*
 * upgrade.c: making the tables of a store, and bringing older ones up.
 */
#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "upgrade.h"

extern const char schema_sql[], upgrade_2_sql[];	/* made from *.sql */

/* Those there have been.  A new one is added at the end, with STORE_VERSION
 * and schema.sql brought to the same. */
static const struct upgrade upgrades[] = {
	{ 2, upgrade_2_sql },
	{ 0, NULL }
};

/* SQL, in the driver's own words. */
static enum status
run_script(struct store *st, const char *text, struct error *e)
{
	static const char number[] = "@INT64@", strict[] = "@STRICT@";
	const char *p = text, *at;
	struct buf sql = { 0 };
	enum status status;

	for (; (at = strchr(p, '@')) != NULL; ) {
		buf_add(&sql, p, (size_t)(at - p));
		if (strncmp(at, number, sizeof(number) - 1) == 0) {
			buf_puts(&sql, store_driver(st)->int64);
			p = at + sizeof(number) - 1;
		} else if (strncmp(at, strict, sizeof(strict) - 1) == 0) {
			buf_puts(&sql, store_driver(st)->strict);
			p = at + sizeof(strict) - 1;
		} else {
			buf_putc(&sql, '@');
			p = at + 1;
		}
	}
	buf_puts(&sql, p);
	status = store_driver(st)->script(store_db(st), sql.text, e);
	buf_free(&sql);
	return status;
}

/* What the driver's planner is to know of the tables as they are now. */
static enum status
tell_planner(struct store *st, struct error *e)
{
	const struct driver *d = store_driver(st);

	return d->statistics_sql == NULL ? OK :
	    d->script(store_db(st), d->statistics_sql, e);
}

static enum status
set_version(struct store *st, int64_t version, struct error *e)
{
	static const char sql[] = "INSERT INTO setting (office, name, value) "
	    "VALUES ('', 'version', $1) ON CONFLICT (office, name) "
	    "DO UPDATE SET value = excluded.value";
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)version);
	return store_run(st, sql, VALUES(v_text(text)), NULL, e);
}

struct upgrading {
	struct store *st;
	const struct upgrade *list;
	const char *url;
	int64_t had;
};

static enum status
bring_up(void *arg, struct error *e)
{
	struct upgrading *g = arg;
	int64_t version;

	if (store_version(g->st, g->url, &g->had, e) != OK)
		return e->status;
	version = g->had;
	if (version == 0) {
		version = STORE_VERSION;
		if (run_script(g->st, schema_sql, e) != OK)
			return e->status;
	} else
		for (const struct upgrade *u = g->list; u->sql; u++) {
			if (u->to <= version)
				continue;
			if (run_script(g->st, u->sql, e) != OK)
				return e->status;
			version = u->to;
		}
	if (version == g->had)
		return OK;
	return tell_planner(g->st, e) != OK ? e->status :
	    set_version(g->st, version, e);
}

enum status
store_upgrade(struct store *st, const char *url, const struct upgrade *list,
    int64_t *had, struct error *e)
{
	struct upgrading g = { st, list, url, 0 };
	enum status status = store_writing(st, bring_up, &g, e);

	*had = g.had;
	return status;
}

enum status
store_make(const char *url, int64_t wait, struct store **out, int64_t *had,
    struct error *e)
{
	if (store_connect(url, 1, wait, out, e) != OK ||
	    store_upgrade(*out, url, upgrades, had, e) != OK)
		return e->status;
	if (*had <= STORE_VERSION)
		return OK;
	fail(e, MISCONFIGURED, NULL, _("%s was made by a newer program"),
	    url);
	return advise(e, _("Use the newer program"));
}
