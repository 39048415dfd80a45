/* SPDX-License-Identifier: ISC */
/*
 * upgrade.c: making the tables of a store, and bringing older ones up.
 */
#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "upgrade.h"

/* Made from *.sql. */
extern const char schema_sql[], upgrade_2_sql[], upgrade_3_sql[],
    upgrade_4_sql[];

/* Those there have been.  A new one is added at the end, with STORE_VERSION
 * and schema.sql brought to the same. */
static const struct upgrade upgrades[] = {
	{ 2, upgrade_2_sql },
	{ 3, upgrade_3_sql },
	{ 4, upgrade_4_sql },
	{ 0, NULL }
};

/* SQL, in the driver's own words for its types. */
static enum status
run_script(struct store *st, const char *sql, struct error *e)
{
	const struct driver *d = store_driver(st);
	const char *const words[][2] = {
		{ "@INT64@", d->int64 }, { "@STRICT@", d->strict },
		{ "TEXT", d->string }, { NULL, NULL }
	};
	struct buf spelt = { 0 };
	enum status status;
	size_t i;

	while (*sql != '\0') {
		for (i = 0; words[i][0] != NULL; i++)
			if (strncmp(sql, words[i][0], strlen(words[i][0])) ==
			    0)
				break;
		if (words[i][0] == NULL)
			buf_putc(&spelt, *sql++);
		else {
			buf_puts(&spelt, words[i][1]);
			sql += strlen(words[i][0]);
		}
	}
	status = d->script(store_db(st), spelt.text, e);
	buf_free(&spelt);
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
	int64_t had;
};

/* The version, with the row that holds it locked: others wait. */
static enum status
look(struct upgrading *g, struct error *e)
{
	static const char lock[] = "UPDATE setting SET value = value "
	    "WHERE office = '' AND name = 'version'";
	const struct driver *d = store_driver(g->st);
	int64_t all = 0, ours = 0;

	g->had = 0;
	if (d->tables(store_db(g->st), &all, &ours, e) != OK)
		return e->status;
	if (all == 0)
		return OK;
	if (ours == 0)
		return fail(e, MISCONFIGURED, NULL,
		    _("%s is no store of frontdesk"),
		    d->called(store_db(g->st)));
	if (store_run(g->st, lock, NO_VALUES, NULL, e) != OK)
		return e->status;
	return store_version(g->st, &g->had, e);
}

static enum status
bring_up(void *arg, struct error *e)
{
	struct upgrading *g = arg;
	int64_t version;

	if (look(g, e) != OK)
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
store_upgrade(struct store *st, const struct upgrade *list, int64_t *had,
    struct error *e)
{
	struct upgrading g = { st, list, 0 };
	enum status status = store_writing(st, bring_up, &g, e);

	*had = g.had;
	return status;
}

enum status
store_make(const char *url, int64_t wait, struct store **out, int64_t *had,
    struct error *e)
{
	if (store_connect(url, 1, wait, out, e) != OK ||
	    store_upgrade(*out, upgrades, had, e) != OK)
		return e->status;
	if (*had <= STORE_VERSION)
		return OK;
	fail(e, MISCONFIGURED, NULL, _("%s was made by a newer program"),
	    store_driver(*out)->called(store_db(*out)));
	return advise(e, _("Use the newer program"));
}
