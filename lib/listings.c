/* SPDX-License-Identifier: ISC */
/*
 * listings.c: the columns and filters of everything that can be listed.
 *
 * $1 is the office and $2 the time it is, in each of them.
 */
#include "analysis.h"
#include "keylists.h"
#include "madelists.h"
#include "ticketlists.h"

#define COLUMN(n, t) .field.name = n, .field.type = t
#define ID(n) COLUMN(n, T_TEXT), .field.flags = F_ID
#define WORDS(n, w) .field.name = n, .field.type = T_WORD, .field.words = w

static const struct column contact_columns[] = {
	{ ID("id"), .sql = "CASE WHEN c.no = 1 THEN c.ticket "
	  "ELSE c.ticket || '/' || CAST(c.no AS TEXT) END",
	  .heading = N_("Id"),
	  .field.help = N_("the ticket's id; /2 and so on for later ones") },
	{ ID("ticket"), .sql = "c.ticket",
	  .heading = N_("Ticket"), .field.help = N_("its ticket") },
	{ WORDS("channel", word_channels), .sql = "c.channel",
	  .heading = N_("Channel"),
	  .field.help = N_("call, visit or letter") },
	{ COLUMN("medium", T_TEXT), .sql = "c.medium",
	  .heading = N_("Medium"),
	  .field.help = N_("the word that was typed for the channel") },
	{ COLUMN("at", T_TIME), .sql = "c.at", .heading = N_("Time"),
	  .field.help = N_("when it came") },
	{ COLUMN("room", T_TEXT), .sql = "c.room", .heading = N_("Room"),
	  .field.help = N_("room or place") },
	{ WORDS("kind", word_kinds), .sql = "t.kind", .heading = N_("Kind"),
	  .field.help = N_("of its ticket") },
	{ WORDS("caller", word_callers), .sql = "c.caller",
	  .heading = N_("Caller"), .field.help = N_("who it was") },
	{ COLUMN("name", T_TEXT), .sql = "c.name", .field.flags = F_MASK,
	  .heading = N_("Name"),
	  .field.help = N_("their name, masked; absent: anonymous") },
	{ COLUMN("phone", T_TEXT), .sql = "c.phone", .field.flags = F_MASK,
	  .heading = N_("Telephone"),
	  .field.help = N_("their number, masked") },
	{ COLUMN("no_phone", T_TEXT), .sql = "c.no_phone",
	  .heading = N_("Why no number"),
	  .field.help = N_("why there is no number") },
	{ COLUMN("content", T_TEXT), .sql = "c.content",
	  .heading = N_("Matter"), .field.help = N_("what they said") },
	{ WORDS("disposition", word_dispositions), .sql = "c.disposition",
	  .heading = N_("Disposition"),
	  .field.help = N_("what was done about it at once") },
	{ COLUMN("done", T_TEXT), .sql = "c.done", .heading = N_("Done"),
	  .field.help = N_("what was done on the spot") },
	{ COLUMN("told_department", T_TEXT), .sql = "c.told_department",
	  .heading = N_("Department told"), .look = LOOK_DEPARTMENT,
	  .field.help = N_("department the resident was told of (F4.5)") },
	{ COLUMN("first_responder", T_TEXT), .sql = "c.first_responder",
	  .heading = N_("First responder"), .look = LOOK_STAFF,
	  .field.help = N_("who took it") },
	{ COLUMN("recorded_by", T_TEXT), .sql = "c.recorded_by",
	  .heading = N_("Recorded by"), .look = LOOK_STAFF,
	  .field.help = N_("who typed it") },
	{ COLUMN("rings", T_MAYBE), .sql = "c.rings", .heading = N_("Rings"),
	  .field.help = N_("how often the telephone rang (A18)") },
	{ COLUMN("tried", T_TEXT), .sql = "c.tried", .heading = N_("Tried"),
	  .field.help = N_("whom it was tried with (F4.8)") },
	{ .sql = NULL }
};

static const struct filter contact_filters[] = {
	{ "id", " AND c.ticket = %s" },
	{ "state", " AND t.state = %s" },
	{ "kind", " AND t.kind = %s" },
	{ "department", " AND t.department = %s" },
	{ "handler", " AND t.handler = %s" },
	{ "first_responder", " AND c.first_responder = %s" },
	{ "mine", " AND c.first_responder = %s" },
	{ "room", " AND c.room = %s" },
	{ "phone", " AND c.phone = %s" },
	{ "since", " AND c.at >= %s" },
	{ "until", " AND c.at <= %s" },
	{ 0 }
};

static const struct column deadline_columns[] = {
	{ ID("id"), .sql = "d.record", .heading = N_("Id"),
	  .field.help = N_("record it belongs to") },
	{ WORDS("deadline", word_deadlines), .sql = "d.kind",
	  .heading = N_("Deadline"), .field.help = N_("what is owed") },
	{ COLUMN("clause", T_TEXT), .sql = "d.clause",
	  .heading = N_("Clause"),
	  .field.help = N_("clause that asks for it; house: the office's") },
	{ COLUMN("due", T_TIME), .sql = "d.due", .heading = N_("Due"),
	  .field.help = N_("when it is due") },
	{ COLUMN("met", T_TIME), .sql =
	  "CASE WHEN d.outcome = 'met' THEN d.ended END",
	  .heading = N_("Met"), .field.help = N_("when it was met") },
	{ COLUMN("late_seconds", T_MAYBE), .sql = "CASE WHEN "
	  "coalesce(d.ended, CAST($2 AS BIGINT)) > d.due THEN "
	  "(coalesce(d.ended, CAST($2 AS BIGINT)) - d.due) / 1000 END",
	  .heading = N_("Late"), .look = LOOK_LATE,
	  .field.help = N_("by how much it is or was late") },
	{ COLUMN("owed_by", T_TEXT), .sql = "d.holder",
	  .heading = N_("Owed by"), .look = LOOK_STAFF,
	  .field.help = N_("who owes it") },
	{ COLUMN("no", T_INT), .sql = "d.no", .heading = N_("No"),
	  .field.help = N_("its number within the record") },
	{ COLUMN("department", T_TEXT), .sql = "d.department",
	  .heading = N_("Department"), .look = LOOK_DEPARTMENT,
	  .field.help = N_("department whose head hears of it") },
	{ COLUMN("first_responder", T_TEXT), .sql = "d.first_responder",
	  .heading = N_("First responder"), .look = LOOK_STAFF,
	  .field.help = N_("who is copied on every notice") },
	{ COLUMN("opened", T_TIME), .sql = "d.opened",
	  .heading = N_("Opened"), .field.help = N_("when its clock began") },
	{ COLUMN("ended", T_TIME), .sql = "d.ended", .heading = N_("Ended"),
	  .field.help = N_("when it ended") },
	{ WORDS("outcome", word_outcomes), .sql =
	  "coalesce(d.outcome, 'open')", .heading = N_("Outcome"),
	  .field.help = N_("open, met or void") },
	{ COLUMN("next", T_TIME), .sql = "d.next", .heading = N_("Next rung"),
	  .field.help = N_("when the ladder looks at it again") },
	{ .sql = NULL }
};

static const struct filter deadline_filters[] = {
	{ "id", " AND d.record = %s" },
	{ "kind", " AND d.kind = %s" },
	{ "department", " AND d.department = %s" },
	{ "handler", " AND d.holder = %s" },
	{ "first_responder", " AND d.first_responder = %s" },
	{ "mine", " AND d.holder = %s" },
	{ "since", " AND d.due >= %s" },
	{ "until", " AND d.due <= %s" },
	{ "overdue",
	  " AND d.ended IS NULL AND d.due < CAST($2 AS BIGINT)" },
	{ 0 }
};

static const struct column event_columns[] = {
	{ COLUMN("seq", T_INT), .sql = "v.seq", .heading = N_("No"),
	  .field.help = N_("its number in the office's journal") },
	{ ID("id"), .sql = "v.record", .heading = N_("Id"),
	  .field.help = N_("record it is about") },
	{ COLUMN("at", T_TIME), .sql = "v.at", .heading = N_("Time"),
	  .field.help = N_("when it happened") },
	{ COLUMN("recorded", T_TIME), .sql = "v.recorded",
	  .heading = N_("Recorded"),
	  .field.help = N_("when it was written down") },
	{ COLUMN("actor", T_TEXT), .sql = "v.actor", .heading = N_("Who"),
	  .look = LOOK_STAFF, .field.help = N_("whose act it is") },
	{ COLUMN("step", T_TEXT), .sql = "v.step", .heading = N_("Step"),
	  .look = LOOK_STEP, .field.help = N_("what was done") },
	{ COLUMN("clause", T_TEXT), .sql = "v.clause",
	  .heading = N_("Clause"),
	  .field.help = N_("clause it was done under") },
	{ COLUMN("uid", T_INT), .sql = "v.uid", .heading = N_("Uid"),
	  .field.help = N_("login number at the keyboard") },
	{ COLUMN("hash", T_TEXT), .sql = "v.hash", .heading = N_("Hash"),
	  .field.help = N_("the chain up to here") },
	{ .sql = NULL }
};

static const struct filter event_filters[] = {
	{ "id", " AND v.record = %s" },
	{ "mine", " AND v.actor = %s" },
	{ "since", " AND v.at >= %s" },
	{ "until", " AND v.at <= %s" },
	{ 0 }
};

static const struct column notice_columns[] = {
	{ ID("id"), .sql = "n.record", .heading = N_("Id"),
	  .field.help = N_("record it is about") },
	{ COLUMN("recipient", T_TEXT), .sql = "n.recipient",
	  .heading = N_("To"), .look = LOOK_STAFF,
	  .field.help = N_("who is told") },
	{ WORDS("message", word_messages), .sql = "n.message",
	  .heading = N_("Message"), .field.help = N_("why") },
	{ COLUMN("at", T_TIME), .sql = "n.not_before",
	  .heading = N_("Not before"),
	  .field.help = N_("not to be sent before") },
	{ COLUMN("sent", T_TIME), .sql = "n.sent", .heading = N_("Sent"),
	  .field.help = N_("when it was sent") },
	{ COLUMN("seq", T_INT), .sql = "n.seq", .heading = N_("Event"),
	  .field.help = N_("number of the event that owes it") },
	{ .sql = NULL }
};

static const struct filter notice_filters[] = {
	{ "id", " AND n.record = %s" },
	{ "mine", " AND n.recipient = %s" },
	{ "since", " AND n.not_before >= %s" },
	{ "until", " AND n.not_before <= %s" },
	{ 0 }
};

const struct listing listings[] = {
	{ .name = "tickets", .from = "ticket t WHERE t.office",
	  .open = " AND t.closed IS NULL AND t.state <> 'void'",
	  .order = "t.id", .mine = TICKETS_DUE_FIRST, .lifts = "state",
	  .states = word_states,
	  .standard = "id kind state category room department handler "
	  "first_responder opened due breached content",
	  .table = "id kind room content handler state next",
	  .columns = ticket_columns, .filters = ticket_filters },
	{ .name = "contacts", .from = "contact c JOIN ticket t ON "
	  "t.office = c.office AND t.id = c.ticket WHERE c.office",
	  .order = "c.ticket, c.no", .standard = "id ticket channel at room "
	  "kind first_responder recorded_by",
	  .table = "id ticket channel at room name first_responder",
	  .columns = contact_columns, .filters = contact_filters,
	  .states = word_states },
	{ .name = "deadlines", .from = "deadline d WHERE d.office",
	  .open = " AND d.ended IS NULL", .order = "d.due, d.record, d.no",
	  .standard = "id deadline clause due met late_seconds owed_by",
	  .table = "id deadline due late_seconds clause owed_by",
	  .columns = deadline_columns, .filters = deadline_filters },
	{ .name = "loans", .from = "loan l WHERE l.office",
	  .open = " AND l.ended IS NULL", .order = "l.id",
	  .lifts = "state", .standard = "id key state lent due returned",
	  .table = "id key borrower holder lent due state",
	  .columns = loan_columns, .filters = loan_filters,
	  .states = word_loan_states },
	{ .name = "counts", .from = "key_count k WHERE k.office",
	  .order = "k.id", .standard = "id expected found missing unexpected "
	  "missing_keys unexpected_keys",
	  .table = "id at counted_by expected found missing_keys "
	  "unexpected_keys", .columns = count_columns,
	  .filters = count_filters, .states = word_count_states },
	{ .name = "analyses", .from = "analysis a WHERE a.office",
	  .open = " AND a.ended IS NULL", .order = "a.id",
	  .lifts = "state", .standard = "id state month category place owner "
	  "due verify_after failed_by",
	  .table = "id month category place owner due state",
	  .columns = analysis_columns, .filters = analysis_filters,
	  .states = word_analysis_states },
	{ .name = "events", .from = "event v WHERE v.office",
	  .order = "v.seq",
	  .standard = "seq id at recorded actor step clause",
	  .table = "seq id at actor step clause",
	  .columns = event_columns, .filters = event_filters },
	{ .name = "notices", .from = "notice n WHERE n.office",
	  .open = " AND n.sent IS NULL", .order = "n.seq, n.recipient",
	  .standard = "id recipient message at sent seq",
	  .table = "id recipient message at sent",
	  .columns = notice_columns, .filters = notice_filters },
	{ .name = "keys", .make = keys_rows, .section = &keys_section,
	  .filters = keys_filters, .states = word_key_states },
	{ .name = "recurring", .make = recurring_rows,
	  .section = &recurring_section },
	{ .name = "staff", .make = staff_rows, .section = &staff_section },
	{ 0 }
};
