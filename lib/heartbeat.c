/* SPDX-License-Identifier: ISC */
/*
 * heartbeat.c: the record of the scans themselves.
 */
#include "heartbeat.h"

/* cron comes every five minutes; after three of them something is wrong. */
static const int64_t longest_gap = 15 * MINUTE + 30 * SECOND;

struct beat {
	struct work *w;
	int64_t fired, skipped;
	int tried;		/* found by the first try: */
	int64_t started, runs;
};

static enum status
last_scan(struct work *w, int64_t *started, int64_t *last, int64_t *runs,
    struct error *e)
{
	static const char sql[] = "SELECT started, last, runs FROM scan_run "
	    "WHERE office = $1 ORDER BY started DESC LIMIT 1";
	struct query *q;
	int row;

	*started = *last = *runs = 0;
	if (store_query(w->store, sql, sql, VALUES(v_text(w->office)), &q,
	    e) != OK || query_next(q, &row, e) != OK)
		return e->status;
	if (row) {
		*started = query_number(q, 0);
		*last = query_number(q, 1);
		*runs = query_number(q, 2);
	}
	query_end(q);
	return OK;
}

static enum status
put_beat(void *arg, struct error *e)
{
	static const char more[] = "UPDATE scan_run SET last = $1, "
	    "runs = runs + 1, fired = fired + $2, skipped = skipped + $3 "
	    "WHERE office = $4 AND started = $5";
	static const char sql[] = "INSERT INTO scan_run (office, started, "
	    "last, runs, fired, skipped, gap) "
	    "VALUES ($1, $2, $3, 1, $4, $5, $6)";
	struct beat *b = arg;
	struct work *w = b->w;
	int64_t started, last, runs, gap;

	if (work_lock(w, e) != OK ||
	    last_scan(w, &started, &last, &runs, e) != OK)
		return e->status;
	/* Another try, and the first one is there after all. */
	if (b->tried && last == w->now && (started != b->started ||
	    runs > b->runs))
		return OK;
	b->tried = 1;
	b->started = started;
	b->runs = runs;
	gap = last != 0 && w->now - last > longest_gap ? w->now - last : 0;
	if (started == w->now || (last != 0 && gap == 0 &&
	    b->fired == 0))
		return store_run(w->store, more, VALUES(v_number(w->now),
		    v_number(b->fired), v_number(b->skipped),
		    v_text(w->office), v_number(started)), NULL, e);
	return store_run(w->store, sql, VALUES(v_text(w->office),
	    v_number(w->now), v_number(w->now), v_number(b->fired),
	    v_number(b->skipped), v_number(gap)), NULL, e);
}

/* A quiet scan's beat may be lost by a power cut; it shows as a gap then.
 * Nor does it matter when others were writing, or when something fired: what
 * fired is stored and told, and the next scan finds what the disk has. */
enum status
heartbeat(struct work *w, int64_t fired, int64_t skipped, struct error *e)
{
	const struct driver *d = store_driver(w->store);
	struct beat b = { .w = w, .fired = fired, .skipped = skipped };
	enum status status;

	if (fired == 0 && d->light(store_db(w->store), 1, e) != OK)
		return e->status;
	status = store_writing(w->store, put_beat, &b, e);
	if (fired == 0 && status == OK)
		status = d->light(store_db(w->store), 0, e);
	return status == BUSY || fired > 0 ? OK : status;
}

enum status
heartbeat_silence(struct work *w, int64_t *ms, struct error *e)
{
	int64_t started, last, runs;

	*ms = 0;
	if (last_scan(w, &started, &last, &runs, e) != OK)
		return e->status;
	if (last == 0)
		*ms = -1;
	else if (w->now - last > longest_gap)
		*ms = w->now - last;
	return OK;
}
