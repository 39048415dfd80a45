/* SPDX-License-Identifier: ISC */
/*
 * event.c: the journal and its chain.
 *
 * commitment = HMAC-SHA-256(salt, body), hash = SHA-256 of the parts, each
 * preceded by its length in bytes and a colon, all in lower case hex.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "digest.h"
#include "event.h"

struct entry {		/* one event, as it is hashed */
	const char *office, *actor, *record, *step, *clause, *commitment;
	int64_t seq, at, recorded, uid;
};

/* By hand: eleven of them are printed for each event. */
static char *
digits_before(char *end, uint64_t n)
{
	do
		*--end = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	return end;
}

static void
part(struct digest *h, const char *text)
{
	char length[24], *end = length + sizeof(length), *first;
	size_t n = text == NULL ? 0 : strlen(text);

	*--end = ':';
	first = digits_before(end, n);
	digest_add(h, first, (size_t)(end + 1 - first));
	if (n > 0)
		digest_add(h, text, n);
}

/* None is negative; one that was made so is another number. */
static void
number(struct digest *h, int64_t n)
{
	char digits[24], *end = digits + sizeof(digits), *first;

	*--end = '\0';
	first = digits_before(end, (uint64_t)n);
	part(h, first);
}

/* The hash of an entry behind the one whose hash is head; head becomes it. */
static void
link_entry(const struct entry *v, char head[static DIGEST_HEX])
{
	struct digest h;

	digest_start(&h);
	part(&h, head);
	part(&h, v->office);
	number(&h, v->seq);
	number(&h, v->at);
	number(&h, v->recorded);
	part(&h, v->actor);
	number(&h, v->uid);
	part(&h, v->record);
	part(&h, v->step);
	part(&h, v->clause);
	part(&h, v->commitment);
	digest_end_hex(&h, head);
}

static void
commit_to(const char *salt, const char *body, char out[static DIGEST_HEX])
{
	digest_mac(salt, strlen(salt), body, strlen(body), out);
}

/* At a practice desk outputs repeat: there the salt follows the number. */
static void
make_salt(const struct work *w, char out[static DIGEST_HEX])
{
	unsigned char salt[DIGEST_SIZE];
	struct digest d;
	char seed[64];
	int n;

	if (w->practice) {
		n = snprintf(seed, sizeof(seed), "practice %s %" PRId64,
		    w->office, w->seq);
		digest_start(&d);
		digest_add(&d, seed, (size_t)n);
		digest_end(&d, salt);
	} else
		random_bytes(salt, sizeof(salt));
	hex_of(salt, sizeof(salt), out);
}

enum status
event_add(struct work *w, const char *record, const char *step,
    const char *clause, int64_t at, const char *body, struct error *e)
{
	static const char sql[] = "INSERT INTO event (office, seq, at, "
	    "recorded, actor, uid, record, step, clause, commitment, hash) "
	    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
	static const char body_sql[] = "INSERT INTO event_body (office, seq, "
	    "salt, body) VALUES ($1, $2, $3, $4)";
	char salt[DIGEST_HEX], commitment[DIGEST_HEX];
	struct entry v = { w->office, w->actor, record, step, clause,
		commitment, ++w->seq, at, w->now, w->uid };

	make_salt(w, salt);
	commit_to(salt, body, commitment);
	link_entry(&v, w->head);
	work_acted(w, record);
	if (store_run(w->store, sql, VALUES(v_text(v.office),
	    v_number(v.seq), v_number(at), v_number(v.recorded),
	    v_text(v.actor), v_number(v.uid), v_text(record), v_text(step),
	    v_text(clause), v_text(commitment), v_text(w->head)), NULL,
	    e) != OK)
		return e->status;
	return store_run(w->store, body_sql, VALUES(v_text(v.office),
	    v_number(v.seq), v_text(salt), v_text(body)), NULL, e);
}

/* Check the event a query stands on against the chain so far. */
static const char *
check_one(struct query *q, const char *office, struct chain *c)
{
	char mac[DIGEST_HEX];
	struct entry v = { .office = office, .seq = query_number(q, 0),
		.at = query_number(q, 1), .recorded = query_number(q, 2),
		.actor = query_text(q, 3), .uid = query_number(q, 4),
		.record = query_text(q, 5), .step = query_text(q, 6),
		.clause = query_text(q, 7), .commitment = query_text(q, 8) };

	if (v.seq != c->events + 1)
		return _("events before it are missing");
	c->events = v.seq;
	link_entry(&v, c->head);
	if (strcmp(c->head, query_text(q, 9)) != 0)
		return _("it was changed, or the one before it");
	if (query_absent(q, 11))
		return NULL;	/* erased, and said so by a later event */
	commit_to(query_text(q, 10), query_text(q, 11), mac);
	if (strcmp(mac, v.commitment) != 0)
		return _("what it says was changed");
	return NULL;
}

/* The counter row knows the end: cutting the chain short shows. */
static enum status
check_end(struct store *st, const char *office, struct chain *c,
    struct error *e)
{
	static const char sql[] = "SELECT last, head FROM counter "
	    "WHERE office = $1 AND name = 'event'";
	struct query *q;
	int row;

	if (store_query(st, sql, sql, VALUES(v_text(office)), &q, e) != OK ||
	    query_next(q, &row, e) != OK)
		return e->status;
	if (!row || query_number(q, 0) != c->events ||
	    (c->events > 0 && strcmp(query_text(q, 1), c->head) != 0)) {
		c->bad = c->events + 1;
		c->why = _("the last events are missing");
	}
	query_end(q);
	return OK;
}

enum status
chain_check(struct store *st, const char *office, struct chain *c,
    struct error *e)
{
	static const char sql[] = "SELECT v.seq, v.at, v.recorded, v.actor, "
	    "v.uid, v.record, v.step, v.clause, v.commitment, v.hash, b.salt, "
	    "b.body FROM event v LEFT JOIN event_body b "
	    "ON b.office = v.office AND b.seq = v.seq "
	    "WHERE v.office = $1 ORDER BY v.seq";
	struct query *q;
	int row;

	memset(c, 0, sizeof(*c));
	if (store_walk(st, sql, sql, VALUES(v_text(office)), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return check_end(st, office, c, e);
		c->why = check_one(q, office, c);
		if (c->why != NULL)
			break;
	}
	c->bad = query_number(q, 0);
	query_end(q);
	return OK;
}
