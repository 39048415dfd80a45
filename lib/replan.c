/* SPDX-License-Identifier: ISC */
/*
 * replan.c: a ladder that was changed in the configuration.
 */
#include <inttypes.h>
#include <string.h>

#include "deadline.h"
#include "digest.h"
#include "replan.h"

static const char *
digest_of(const struct work *w)
{
	char hex[DIGEST_HEX];
	struct digest d;
	struct buf b = { 0 };

	buf_printf(&b, "%" PRId64, w->desk->enforce_from);
	for (size_t i = 0; i < w->desk->nrungs; i++) {
		const struct rung *r = &w->desk->ladder[i];

		buf_printf(&b, ";%" PRId64 ",%" PRId64, r->number, r->at);
		for (const char *const *k = r->deadlines; k && *k; k++)
			buf_printf(&b, ",%s", *k);
	}
	digest_start(&d);
	digest_add(&d, b.text, b.len);
	digest_end_hex(&d, hex);
	buf_free(&b);
	return arena_copy(w->config, hex);
}

struct change {
	struct work *w;
	const char *digest;
};

/* The next look at each open deadline, by the ladder as it is now. */
static enum status
plan_anew(void *arg, struct error *e)
{
	static const char sql[] = "SELECT record, no, kind, due, quiet FROM "
	    "deadline WHERE office = $1 AND ended IS NULL";
	static const char set[] = "UPDATE deadline SET next = $1 WHERE "
	    "office = $2 AND record = $3 AND no = $4";
	struct change *c = arg;
	struct work *w = c->w;
	struct query *q;
	const char *kind;
	int64_t due;
	int row;

	arena_reset(w->arena);
	if (work_lock(w, e) != OK || store_query(w->store, sql, sql,
	    VALUES(v_text(w->office)), &q,
	    e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return setting_put(w->store, w->office, "ladder",
			    c->digest, e);
		kind = arena_copy(w->arena, query_text(q, 2));
		due = query_number(q, 3);
		if (store_run(w->store, set, VALUES(v_time(rung_after(w->desk,
		    kind, due, query_number(q, 4))), v_text(w->office),
		    v_text(query_text(q, 0)), v_number(query_number(q, 1))),
		    NULL, e) != OK)
			return e->status;
	}
}

/* Rungs done keep their rows, so planning anew fires none of them again. */
enum status
replan(struct work *w, struct error *e)
{
	struct change c = { w, digest_of(w) };
	const char *was;

	if (setting_get(w->store, w->office, "ladder", w->config, &was,
	    e) != OK)
		return e->status;
	if (was != NULL && strcmp(was, c.digest) == 0)
		return OK;
	return store_writing(w->store, plan_anew, &c, e);
}
