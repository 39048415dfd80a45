/* SPDX-License-Identifier: ISC */
/*
 * amounts.c: what the measures of a period come to.
 */
#include <string.h>

#include "amounts.h"
#include "intake.h"
#include "phrase.h"

struct amount *
amount_of(struct amounts *a, const char *code)
{
	return &a->of[measure_find(code) - measures];
}

/* ---- deadlines ---- */

/* Add up what a query counts: kind, clause, whole, part. */
static enum status
add_up(struct work *w, const char *sql, const struct value *values,
    struct amounts *a, struct error *e)
{
	struct query *q;
	int row;

	if (store_query(w->store, sql, sql, values, &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		for (const struct measure *m = measures; m->code; m++)
			if (m->deadline != NULL && strcmp(m->deadline,
			    query_text(q, 0)) == 0 && strcmp(m->clause,
			    query_text(q, 1)) == 0) {
				a->of[m - measures].whole += query_number(q,
				    2);
				a->of[m - measures].part += query_number(q,
				    3);
			}
	}
}

/* What is due at 24:00 is due on the day that ends then.
 * Deadlines that fell due in the period and those kept; and due times that
 * passed unmet in it and were moved afterwards. */
enum status
amounts_deadlines(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	static const char ended[] = "SELECT kind, clause, count(*), "
	    "sum(CASE WHEN ended <= due THEN 1 ELSE 0 END) FROM deadline "
	    "WHERE office = $1 AND due > $2 AND due <= $3 AND "
	    "ended IS NOT NULL AND (outcome = 'met' OR ended > due) AND "
	    "record NOT IN " VOID_TICKETS " GROUP BY kind, clause";
	static const char late[] = "SELECT kind, clause, count(*), 0 "
	    "FROM deadline WHERE office = $1 AND due > $2 AND due <= $3 AND "
	    "ended IS NULL AND due < $4 AND "
	    "record NOT IN " VOID_TICKETS " GROUP BY kind, clause";
	static const char moved[] = "SELECT b.kind, b.clause, count(*), 0 "
	    "FROM breach b JOIN deadline d ON d.office = b.office AND "
	    "d.record = b.record AND d.no = b.no WHERE b.office = $1 AND "
	    "b.due > $2 AND b.due <= $3 AND b.due <> d.due AND "
	    "b.record NOT IN " VOID_TICKETS " GROUP BY b.kind, b.clause";

	if (add_up(w, ended, VALUES(v_text(w->office), v_number(p->from),
	    v_number(p->to)), a, e) != OK ||
	    add_up(w, late, VALUES(v_text(w->office), v_number(p->from),
	    v_number(p->to), v_number(w->now)), a, e) != OK)
		return e->status;
	return add_up(w, moved, VALUES(v_text(w->office), v_number(p->from),
	    v_number(p->to)), a, e);
}

/* ---- queries of one row ---- */

/* Its columns are counts, in the order of these codes: two of a rate or a
 * share, part and whole, and one of others. */
static enum status
take_row(struct work *w, const char *sql, const struct value *values,
    const char *const *codes, struct amounts *a, struct error *e)
{
	struct query *q;
	int row, column = 0;

	if (store_query(w->store, sql, sql, values, &q, e) != OK ||
	    query_next(q, &row, e) != OK)
		return e->status;
	for (; row && *codes != NULL; codes++) {
		const struct measure *m = measure_find(*codes);
		struct amount *one = &a->of[m - measures];

		one->part += query_number(q, column++);
		if (m->unit == RATE || m->unit == SHARE)
			one->whole += query_number(q, column++);
	}
	query_end(q);
	return OK;
}

enum status
amounts_contacts(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	static const char *const codes[] = { "on_spot", "asked", "two_rings",
		"registered", NULL };
	static const char sql[] = "SELECT "
	    "sum(CASE WHEN no = 1 AND disposition = 'on_spot' THEN 1 "
	    "ELSE 0 END), sum(CASE WHEN no = 1 THEN 1 ELSE 0 END), "
	    "sum(CASE WHEN disposition = 'callback_owed' AND "
	    "tried IS NOT NULL THEN 1 ELSE 0 END), "
	    "sum(CASE WHEN disposition = 'callback_owed' THEN 1 ELSE 0 END), "
	    "sum(CASE WHEN rings <= 2 THEN 1 ELSE 0 END), count(rings), "
	    "sum(CASE WHEN name IS NOT NULL AND phone IS NOT NULL AND "
	    "(disposition <> 'handed_over' OR told_department IS NOT NULL) "
	    "THEN 1 ELSE 0 END), count(*) "
	    "FROM " PERIOD_CONTACTS("ticket, no, disposition, tried, rings, "
	    "name, phone, told_department")
	    "WHERE ticket NOT IN " VOID_TICKETS;

	return take_row(w, sql, period_contacts(w, p), codes, a, e);
}

enum status
amounts_void(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	static const char *const codes[] = { "void", "complaints_void", NULL };
	static const char sql[] = "SELECT count(*), sum(CASE WHEN "
	    "t.kind = 'complaint' THEN 1 ELSE 0 END) FROM ticket t "
	    "JOIN event v ON v.office = t.office AND v.record = t.id "
	    "WHERE t.office = $1 AND t.state = 'void' AND v.step = 'void' "
	    "AND v.at >= $2 AND v.at < $3";

	return take_row(w, sql, VALUES(v_text(w->office), v_number(p->from),
	    v_number(p->to)), codes, a, e);
}

/* What was joined to another is the same matter, and no second one. */
enum status
amounts_repeated(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	static const char *const codes[] = { "repeated", NULL };
	static const char sql[] = "SELECT sum(CASE WHEN "
	    "t.joined IS NOT NULL OR NOT EXISTS (SELECT 1 FROM ticket o "
	    "WHERE o.office = t.office AND o.room = t.room AND "
	    "o.category = t.category AND o.opened >= t.opened - "
	    "CAST($6 AS BIGINT) AND (o.opened < t.opened OR "
	    "(o.opened = t.opened AND o.id < t.id)) AND "
	    "o.kind = 'complaint' AND o.joined IS NULL AND "
	    "o.state <> 'void') THEN 1 ELSE 0 END), count(*) "
	    "FROM ticket t WHERE t.office = $1 AND t.id >= $2 AND "
	    "t.id < $3 AND t.opened >= $4 AND t.opened < $5 AND "
	    "t.kind = 'complaint' AND t.state <> 'void'";

	return take_row(w, sql, VALUES(v_text(w->office),
	    v_text(period_low(w, p, 'T')), v_text(period_high(w, p, 'T')),
	    v_number(p->from), v_number(p->to),
	    v_number(w->desk->recurring.span)), codes, a, e);
}

static enum status
count_tickets(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	static const char *const codes[] = { "gifts", "unheld", "suggestions",
		"accused", "self_taken", "responsible", "met_other",
		"hand_backs", "moved", "third_visit", "kicked", "tries",
		NULL };
	static const char sql[] = "SELECT "
	    "sum(CASE WHEN category = 'gift_or_property' AND "
	    "kind = 'complaint' THEN 1 ELSE 0 END), "
	    "sum(CASE WHEN state = 'pending' THEN 1 ELSE 0 END), "
	    "sum(CASE WHEN kind = 'suggestion' THEN 1 ELSE 0 END), "
	    "count(accused), sum(self_taken), count(accused), "
	    "count(first_responder), count(*), "
	    "sum(CASE WHEN recorded_by <> first_responder THEN 1 "
	    "ELSE 0 END), count(*), sum(hand_backs), sum(moved), "
	    "sum(CASE WHEN visits >= 3 THEN 1 ELSE 0 END), "
	    "sum(CASE WHEN hand_backs >= 2 THEN 1 ELSE 0 END), sum(tries) "
	    "FROM ticket WHERE office = $1 AND id >= $2 AND id < $3 AND "
	    "opened >= $4 AND opened < $5 AND state <> 'void'";

	return take_row(w, sql, VALUES(v_text(w->office),
	    v_text(period_low(w, p, 'T')), v_text(period_high(w, p, 'T')),
	    v_number(p->from), v_number(p->to)), codes, a, e);
}

#define DUE "SELECT kind, record, due, ended FROM deadline WHERE " \
	"office = $1 AND due > $2 AND due <= $3 AND " \
	"kind IN ('follow_up', 'acknowledge') AND ended "

/* What the rates of deadlines do not tell. */
static enum status
count_missed(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	static const char *const codes[] = { "not_followed", "unacknowledged",
		NULL };
	static const char sql[] = "SELECT "
	    "count(DISTINCT CASE WHEN kind = 'follow_up' AND "
	    "coalesce(ended, CAST($4 AS BIGINT)) > due THEN record END), "
	    "sum(CASE WHEN kind = 'acknowledge' AND ended IS NULL THEN 1 "
	    "ELSE 0 END) FROM (" DUE "IS NOT NULL UNION ALL " DUE "IS NULL) d "
	    "WHERE record NOT IN " VOID_TICKETS;

	return take_row(w, sql, VALUES(v_text(w->office), v_number(p->from),
	    v_number(p->to), v_number(w->now)), codes, a, e);
}

static enum status
count_remedies(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	static const char *const codes[] = { "held", NULL };
	static const char sql[] = "SELECT sum(CASE WHEN state = 'verified' "
	    "THEN 1 ELSE 0 END), count(*) FROM analysis WHERE office = $1 AND "
	    "state IN ('verified', 'failed') AND ended >= $2 AND ended < $3";

	return take_row(w, sql, VALUES(v_text(w->office), v_number(p->from),
	    v_number(p->to)), codes, a, e);
}

/* ---- the journal ---- */

static const char *
said(const struct intake *in, const char *name)
{
	size_t len;

	for (size_t i = 0; i < intake_count(in); i++)
		if (strcmp(intake_name(in, i), name) == 0)
			return intake_value(in, i, &len);
	return NULL;
}

static void
count(struct amounts *a, const char *code, int part)
{
	struct amount *one = amount_of(a, code);

	one->part += part;
	one->whole++;
}

/* Which phrases another office has is in its configuration. */
static void
count_phrases(struct work *w, const char *text, struct amounts *a)
{
	if (text != NULL && !work_elsewhere(w))
		count(a, "fit_answers", phrase_find(w->desk, text) == NULL);
}

static void
count_event(struct work *w, const char *step, const struct intake *in,
    struct amounts *a)
{
	const char *result = said(in, "result");

	if (strcmp(step, "escalate") == 0)
		count(a, "escalated", 1);
	else if (strcmp(step, "call_back") == 0) {
		if (result != NULL && strcmp(result, "unreachable") != 0)
			count(a, "satisfied", strcmp(result, "satisfied") ==
			    0);
	} else if (strcmp(step, "chase") != 0)
		count_phrases(w, said(in, strcmp(step, "log") == 0 ? "done" :
		    "text"), a);
	else if (said(in, "outcome") != NULL)
		count(a, "settled", 1);
	else if (said(in, "give_up") != NULL)
		count(a, "settled", 0);
}

/* Bodies that were erased are not counted. */
static enum status
count_events(struct work *w, const char *sql, const struct period *p,
    struct amounts *a, struct error *e)
{
	struct intake *in = intake_open(NULL, INTAKE_JSON, "event");
	enum status status = OK;
	struct query *q = NULL;
	int row;

	intake_nested(in);
	status = store_walk(w->store, sql, sql, VALUES(v_text(w->office),
	    v_number(p->from), v_number(p->to)), &q, e);
	while (status == OK && (status = query_next(q, &row, e)) == OK &&
	    row)
		if ((status = intake_object(in, query_text(q, 1), e)) == OK)
			count_event(w, query_text(q, 0), in, a);
	if (status != OK)
		query_end(q);
	intake_close(in);
	return status;
}

#define EVENTS "SELECT v.step, b.body FROM event v JOIN event_body b " \
	"ON b.office = v.office AND b.seq = v.seq WHERE v.office = $1 AND " \
	"v.at >= $2 AND v.at < $3 AND "

/* The events of a record have an index, those of a time have none; a ticket
 * remembers its last call-back. */
enum status
amounts_call_backs(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	static const char sql[] = EVENTS "v.step = 'call_back' AND "
	    "v.record IN (SELECT id FROM ticket WHERE office = $1 AND "
	    "called_back >= $2 AND state <> 'void')";

	return count_events(w, sql, p, a, e);
}

/* Nothing of these happens to a ticket before it was opened, nor after it was
 * resolved last, or closed at once. */
static enum status
count_deeds(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	static const char sql[] = EVENTS "v.step IN ('log', 'answer', "
	    "'resolve', 'escalate', 'chase') AND v.record IN "
	    "(SELECT id FROM ticket WHERE office = $1 AND opened < $3 AND "
	    "(coalesce(resolved, closed) IS NULL OR "
	    "coalesce(resolved, closed) >= $2) AND state <> 'void')";

	return count_events(w, sql, p, a, e);
}

enum status
amounts_others(struct work *w, const struct period *p, struct amounts *a,
    struct error *e)
{
	if (count_tickets(w, p, a, e) != OK ||
	    count_missed(w, p, a, e) != OK ||
	    count_remedies(w, p, a, e) != OK)
		return e->status;
	return count_deeds(w, p, a, e);
}
