/* SPDX-License-Identifier: ISC */
/*
 * founding.c: making a desk, or bringing an older one up to date.
 */
#include <string.h>

#include "founding.h"
#include "secret.h"
#include "upgrade.h"

struct entering {
	struct work *w;
	struct founding *f;
};

/* The row that is the office's lock, counter and head of its journal. */
static enum status
enter_office(struct work *w, struct error *e)
{
	static const char sql[] = "INSERT INTO counter (office, name, last) "
	    "VALUES ($1, 'event', 0) ON CONFLICT (office, name) DO NOTHING";

	return store_run(w->store, sql, VALUES(v_text(w->office)), NULL, e);
}

static enum status
enter(void *arg, struct error *e)
{
	struct entering *n = arg;
	struct work *w = n->w;
	struct founding *f = n->f;
	const char *config, *practice;

	if (enter_office(w, e) != OK || work_lock(w, e) != OK ||
	    setting_get(w->store, w->office, "config", w->config, &config,
	    e) != OK || setting_get(w->store, w->office, "practice",
	    w->config, &practice, e) != OK)
		return e->status;
	f->known = config != NULL;
	f->is_practice = f->known ? practice != NULL : f->practice;
	if (f->known && f->practice && !f->is_practice) {
		fail(e, REFUSED, NULL, _("office %s is a real desk, and stays "
		    "one"), w->office);
		return advise(e, _("Make the practice desk in another "
		    "directory"));
	}
	if (!f->known && f->practice && setting_put(w->store, w->office,
	    "practice", "yes", e) != OK)
		return e->status;
	/* A practice desk may be moved about; a real one stays where it is
	 * until somebody who may write its store says otherwise here. */
	if (config != NULL && strcmp(config, w->desk->dir) == 0)
		return OK;
	return setting_put(w->store, w->office, "config", w->desk->dir, e);
}

enum status
desk_found(struct work *w, struct founding *f, struct error *e)
{
	struct entering n = { w, f };

	w->office = w->desk->office;
	if (store_make(w->desk->store, -1, &w->store, &f->had, e) != OK)
		return e->status;
	if (store_writing(w->store, enter, &n, e) != OK)
		return e->status;
	return secret_make(w->desk->dir, w->office, f->is_practice, e);
}
