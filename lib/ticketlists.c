/* SPDX-License-Identifier: ISC */
/*
 * ticketlists.c: the columns and filters of tickets and of analyses.
 *
 * $1 is the office and $2 the time it is, in each of them.
 */
#include "analysis.h"
#include "ticketlists.h"

#define COLUMN(n, t) .field.name = n, .field.type = t
#define ID(n) COLUMN(n, T_TEXT), .field.flags = F_ID
#define WORDS(n, w) .field.name = n, .field.type = T_WORD, .field.words = w

const struct column ticket_columns[] = {
	{ ID("id"), .sql = "t.id", .heading = N_("Id"),
	  .field.help = N_("its id") },
	{ WORDS("kind", word_kinds), .sql = "t.kind", .heading = N_("Kind"),
	  .field.help = N_("what it is") },
	{ WORDS("state", word_states), .sql = "t.state",
	  .heading = N_("State"), .field.help = N_("how far it has come") },
	{ COLUMN("category", T_TEXT), .sql = "t.category",
	  .heading = N_("Category"), .look = LOOK_CATEGORY,
	  .field.help = N_("what it is about, as in desk.yaml") },
	{ COLUMN("room", T_TEXT), .sql = "t.room", .heading = N_("Room"),
	  .field.help = N_("room or place") },
	{ COLUMN("department", T_TEXT), .sql = "t.department",
	  .heading = N_("Department"), .look = LOOK_DEPARTMENT,
	  .field.help = N_("department it lies with") },
	{ COLUMN("handler", T_TEXT), .sql = "t.handler",
	  .heading = N_("Handler"), .look = LOOK_STAFF,
	  .field.help = N_("who is to finish it: a login or firm:CODE") },
	{ COLUMN("first_responder", T_TEXT), .sql = "t.first_responder",
	  .heading = N_("First responder"), .look = LOOK_STAFF,
	  .field.help =
	  N_("who met the resident first and stays responsible") },
	{ COLUMN("recorded_by", T_TEXT), .sql = "t.recorded_by",
	  .heading = N_("Recorded by"), .look = LOOK_STAFF,
	  .field.help = N_("who typed it") },
	{ COLUMN("accused", T_TEXT), .sql = "t.accused",
	  .heading = N_("Accused"), .look = LOOK_STAFF,
	  .field.help = N_("member of staff complained about") },
	{ COLUMN("self_taken", T_FLAG), .sql = "t.self_taken",
	  .heading = N_("Self-taken"), .field.help =
	  N_("the accused took the complaint himself (C5)") },
	{ COLUMN("opened", T_TIME), .sql = "t.opened",
	  .heading = N_("Opened"), .field.help =
	  N_("when the resident came; every clock starts here") },
	{ COLUMN("due", T_TIME), .sql = "(SELECT d.due FROM deadline d "
	  "WHERE d.office = t.office AND d.record = t.id "
	  "AND d.kind = 'answer' ORDER BY d.no DESC LIMIT 1)",
	  .heading = N_("Answer due"),
	  .field.help = N_("when its answer is due") },
	{ COLUMN("answered", T_TIME), .sql = "t.answered",
	  .heading = N_("Answered"),
	  .field.help = N_("when the resident was first answered") },
	{ COLUMN("promised", T_TIME), .sql = "t.promised",
	  .heading = N_("Promised"),
	  .field.help = N_("the time the resident was told") },
	{ COLUMN("escalated", T_TIME), .sql = "t.escalated",
	  .heading = N_("Escalated"),
	  .field.help = N_("when it was last escalated by hand") },
	{ COLUMN("resolved", T_TIME), .sql = "t.resolved",
	  .heading = N_("Resolved"),
	  .field.help = N_("when it was resolved") },
	{ COLUMN("closed", T_TIME), .sql = "t.closed",
	  .heading = N_("Closed"), .field.help = N_("when it was closed") },
	{ COLUMN("breached", T_FLAG), .sql = "CASE WHEN EXISTS (SELECT 1 "
	  "FROM deadline d WHERE d.office = t.office AND d.record = t.id "
	  "AND d.ended IS NULL AND d.due < CAST($2 AS BIGINT)) OR EXISTS "
	  "(SELECT 1 FROM breach b WHERE b.office = t.office AND "
	  "b.record = t.id) THEN 1 ELSE 0 END",
	  .heading = N_("Breached"),
	  .field.help = N_("whether any deadline of it was ever missed") },
	{ COLUMN("content", T_TEXT), .sql = "(SELECT c.content FROM contact c "
	  "WHERE c.office = t.office AND c.ticket = t.id AND c.no = 1)",
	  .heading = N_("Matter"),
	  .field.help = N_("what the resident said first") },
	{ COLUMN("next", T_TEXT), .sql = TICKET_NEXT("kind"),
	  .heading = N_("Next deadline"), .look = LOOK_DEADLINE,
	  .field.help = N_("kind of the deadline that comes next") },
	{ COLUMN("next_due", T_TIME), .sql = TICKET_NEXT("due"),
	  .heading = N_("Due"), .field.help = N_("when that is due") },
	{ WORDS("cause", word_causes), .sql = "t.cause",
	  .heading = N_("Cause"),
	  .field.help = N_("who outside caused it") },
	{ WORDS("utility", word_utilities), .sql = "t.utility",
	  .heading = N_("Utility"),
	  .field.help = N_("which utility (C7)") },
	{ COLUMN("hand_backs", T_INT), .sql = "t.hand_backs",
	  .heading = N_("Handed back"),
	  .field.help = N_("how often a handler handed it back") },
	{ COLUMN("contact_count", T_INT), .sql = "t.contacts",
	  .heading = N_("Contacts"),
	  .field.help = N_("calls, visits and letters so far") },
	{ COLUMN("visits", T_INT), .sql = "t.visits",
	  .heading = N_("Visits"),
	  .field.help = N_("of these, in person") },
	{ COLUMN("urges", T_INT), .sql = "t.urges", .heading = N_("Urged"),
	  .field.help = N_("of these, to urge it") },
	{ ID("joined"), .sql = "t.joined", .heading = N_("Goes with"),
	  .field.help = N_("ticket it goes with") },
	{ COLUMN("body", T_TEXT), .sql = "t.body", .heading = N_("Body"),
	  .field.help = N_("outside body it was taken up with (C7)") },
	{ COLUMN("chased", T_TIME), .sql = "t.chased",
	  .heading = N_("Chased"), .field.help = N_("when that was last") },
	{ COLUMN("settled", T_TIME), .sql = "t.settled",
	  .heading = N_("Settled"),
	  .field.help = N_("when its outcome came, or a head gave up") },
	{ WORDS("result", word_results), .sql = "t.result",
	  .heading = N_("Result"),
	  .field.help = N_("of the last call-back (C6)") },
	{ COLUMN("score", T_MAYBE), .sql = "t.score", .heading = N_("Score"),
	  .field.help = N_("what the resident gives it, 1 to 5") },
	{ COLUMN("called_back", T_TIME), .sql = "t.called_back",
	  .heading = N_("Called back"), .field.help =
	  N_("when they were last called back, or it was tried") },
	{ COLUMN("follow_ups", T_INT), .sql = "t.follow_ups",
	  .heading = N_("Followed up"),
	  .field.help = N_("how often it was followed up (F4.4)") },
	{ COLUMN("chases", T_INT), .sql = "t.chases",
	  .heading = N_("Chases"),
	  .field.help = N_("how often somebody outside was chased") },
	{ COLUMN("tries", T_INT), .sql = "t.tries", .heading = N_("Tries"),
	  .field.help =
	  N_("how often it was tried to reach who knows (F4.8)") },
	{ COLUMN("moved", T_INT), .sql = "t.moved", .heading = N_("Moved"),
	  .field.help = N_("how often the promise was moved (F4.6)") },
	{ COLUMN("reopens", T_INT), .sql = "t.reopens",
	  .heading = N_("Reopened"),
	  .field.help = N_("how often it was opened again") },
	{ COLUMN("unreached", T_INT), .sql = "t.unreached",
	  .heading = N_("Not reached"),
	  .field.help = N_("call-backs that reached nobody") },
	{ .sql = NULL }
};

const struct filter ticket_filters[] = {
	{ "id", " AND t.id = %s" },
	{ "state", " AND t.state = %s" },
	{ "kind", " AND t.kind = %s" },
	{ "department", " AND t.department = %s" },
	{ "handler", " AND t.handler = %s" },
	{ "first_responder", " AND t.first_responder = %s" },
	{ "mine", " AND (t.handler = %s OR t.first_responder = %s OR "
	  "EXISTS (SELECT 1 FROM deadline d WHERE d.office = t.office AND "
	  "d.record = t.id AND d.ended IS NULL AND d.holder = %s))" },
	{ "room", " AND t.room = %s" },
	{ "phone", " AND EXISTS (SELECT 1 FROM contact c WHERE "
	  "c.office = t.office AND c.ticket = t.id AND c.phone = %s)" },
	{ "since", " AND t.opened >= %s" },
	{ "until", " AND t.opened <= %s" },
	{ "overdue", " AND t.id IN (SELECT o.record FROM deadline o WHERE "
	  "o.office = $1 AND o.ended IS NULL AND o.due < CAST($2 AS BIGINT))" },
	{ 0 }
};

const struct column analysis_columns[] = {
	{ ID("id"), .sql = "a.id", .heading = N_("Id"),
	  .field.help = N_("its id") },
	{ WORDS("state", word_analysis_states), .sql = "a.state",
	  .heading = N_("State"),
	  .field.help = N_("how far its remedy has come") },
	{ COLUMN("month", T_TEXT), .sql = "a.month", .heading = N_("Month"),
	  .field.help = N_("month whose complaints were analysed") },
	{ COLUMN("category", T_TEXT), .sql = "a.category",
	  .heading = N_("Category"), .look = LOOK_CATEGORY,
	  .field.help = N_("what recurs, as in desk.yaml") },
	{ COLUMN("place", T_TEXT), .sql = "a.place", .heading = N_("Place"),
	  .field.help = N_("room, building or place where it does") },
	{ COLUMN("owner", T_TEXT), .sql = "a.owner", .heading = N_("Owner"),
	  .look = LOOK_STAFF, .field.help = N_("who sees to the remedy") },
	{ COLUMN("due", T_TIME), .sql = "a.due", .heading = N_("Remedy due"),
	  .field.help = N_("when the remedy is to be there") },
	{ COLUMN("remedied", T_TIME), .sql = "a.remedied",
	  .heading = N_("Remedied"), .field.help = N_("when it was") },
	{ COLUMN("verify_after", T_TIME), .sql = "a.verify_after",
	  .heading = N_("Verify after"),
	  .field.help = N_("when it has held, if none comes until then") },
	{ COLUMN("ended", T_TIME), .sql = "a.ended", .heading = N_("Ended"),
	  .field.help = N_("when it was verified, or failed") },
	{ ID("failed_by"), .sql = "a.failed_by", .heading = N_("Failed by"),
	  .field.help = N_("ticket that came in spite of the remedy") },
	{ COLUMN("members", T_TEXT), .sql = "a.members",
	  .heading = N_("Tickets"),
	  .field.help = N_("the tickets that were analysed") },
	{ COLUMN("root_cause", T_TEXT), .sql = "a.root_cause",
	  .heading = N_("Root cause"),
	  .field.help = N_("why it comes about") },
	{ COLUMN("departments", T_TEXT), .sql = "a.departments",
	  .heading = N_("Departments"),
	  .field.help = N_("departments that it concerns") },
	{ COLUMN("remedy", T_TEXT), .sql = "a.remedy",
	  .heading = N_("Remedy"), .field.help =
	  N_("what is done so that it does not come again") },
	{ COLUMN("first_responder", T_TEXT), .sql = "a.first_responder",
	  .heading = N_("Analysed by"), .look = LOOK_STAFF,
	  .field.help = N_("who analysed, or owes it") },
	{ COLUMN("opened", T_TIME), .sql = "a.opened",
	  .heading = N_("Analysed"),
	  .field.help = N_("when it was analysed") },
	{ .sql = NULL }
};

const struct filter analysis_filters[] = {
	{ "id", " AND a.id = %s" },
	{ "state", " AND a.state = %s" },
	{ "mine", " AND (a.owner = %s OR a.first_responder = %s)" },
	{ "since", " AND a.opened >= %s" },
	{ "until", " AND a.opened <= %s" },
	{ 0 }
};
