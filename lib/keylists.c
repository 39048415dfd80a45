/* SPDX-License-Identifier: ISC */
/*
 * keylists.c: the columns and filters of loans and of key counts.
 *
 * The hash of a card is nobody's business, and no column.
 */
#include "card.h"
#include "keylists.h"

#define COLUMN(n, t) .field.name = n, .field.type = t
#define ID(n) COLUMN(n, T_TEXT), .field.flags = F_ID
#define WORDS(n, w) .field.name = n, .field.type = T_WORD, .field.words = w

const struct column loan_columns[] = {
	{ ID("id"), .sql = "l.id", .heading = N_("Id"),
	  .field.help = N_("its id") },
	{ COLUMN("key", T_TEXT), .sql = "l.key", .heading = N_("Key"),
	  .field.help = N_("tag of the key, or name of the ring") },
	{ WORDS("state", word_loan_states), .sql = "l.state",
	  .heading = N_("State"), .field.help = N_("where the key is") },
	{ COLUMN("tags", T_TEXT), .sql = "l.tags", .heading = N_("On the ring"),
	  .field.help = N_("tags of the keys on the ring") },
	{ COLUMN("borrower", T_TEXT), .sql = "l.borrower",
	  .field.flags = F_MASK, .heading = N_("Borrower"),
	  .field.help = N_("who has it, masked") },
	{ COLUMN("holder", T_TEXT), .sql = "l.holder", .look = LOOK_STAFF,
	  .heading = N_("Of"), .field.help =
	  N_("the borrower's login, or firm:CODE of his firm") },
	{ COLUMN("phone", T_TEXT), .sql = "l.phone", .field.flags = F_MASK,
	  .heading = N_("Telephone"),
	  .field.help = N_("the borrower's number, masked") },
	{ COLUMN("room", T_TEXT), .sql = "l.room", .heading = N_("Room"),
	  .field.help = N_("the borrower's room") },
	{ COLUMN("purpose", T_TEXT), .sql = "l.purpose",
	  .heading = N_("Purpose"),
	  .field.help = N_("what the key is wanted for") },
	{ WORDS("card_type", word_cards), .sql = "l.card_type",
	  .heading = N_("Card"), .field.help = N_("which card was shown") },
	{ COLUMN("card_end", T_TEXT), .sql = "l.card_end",
	  .heading = N_("Ending"),
	  .field.help = N_("the last four of its number") },
	{ COLUMN("card_held", T_FLAG), .sql = "l.card_held",
	  .heading = N_("Card kept"),
	  .field.help = N_("whether the card was kept") },
	{ COLUMN("consent", T_TEXT), .sql = "l.consent",
	  .field.flags = F_MASK, .heading = N_("Consent"),
	  .field.help = N_("who agreed for the owner, masked") },
	{ WORDS("consent_how", word_hows), .sql = "l.consent_how",
	  .heading = N_("How"), .field.help = N_("how they agreed") },
	{ COLUMN("consented", T_TIME), .sql = "l.consented",
	  .heading = N_("Agreed"), .field.help = N_("when they agreed") },
	{ COLUMN("first_responder", T_TEXT), .sql = "l.first_responder",
	  .heading = N_("First responder"), .look = LOOK_STAFF,
	  .field.help =
	  N_("who gave it out, and follows it until it is back") },
	{ COLUMN("lent", T_TIME), .sql =
	  "CASE WHEN l.borrower IS NOT NULL THEN l.opened END",
	  .heading = N_("Lent"), .field.help = N_("when it was lent") },
	{ COLUMN("opened", T_TIME), .sql = "l.opened",
	  .heading = N_("Opened"), .field.help =
	  N_("when it left the cabinet, or was missed") },
	{ COLUMN("due", T_TIME), .sql = "l.due", .heading = N_("Due"),
	  .field.help = N_("when it is to be back") },
	{ COLUMN("returned", T_TIME), .sql =
	  "CASE WHEN l.state = 'returned' THEN l.ended END",
	  .heading = N_("Given back"),
	  .field.help = N_("when it was given back") },
	{ COLUMN("ended", T_TIME), .sql = "l.ended", .heading = N_("Ended"),
	  .field.help = N_("when it was back, or its lock changed") },
	{ COLUMN("overdue", T_FLAG), .sql = "CASE WHEN l.state = 'out' AND "
	  "l.due < CAST($2 AS BIGINT) THEN 1 ELSE 0 END",
	  .heading = N_("Overdue"),
	  .field.help = N_("whether it should be back by now") },
	{ .sql = NULL }
};

const struct filter loan_filters[] = {
	{ "id", " AND l.id = %s" },
	/* Itself, or any of its copies: 0 comes behind / . */
	{ "key", " AND (l.key = %s OR (l.key > CAST(%s AS TEXT) || '/' AND "
	  "l.key < CAST(%s AS TEXT) || '0'))" },
	{ "state", " AND l.state = %s" },
	{ "handler", " AND l.holder = %s" },
	{ "first_responder", " AND l.first_responder = %s" },
	{ "mine", " AND (l.holder = %s OR l.first_responder = %s)" },
	{ "room", " AND l.room = %s" },
	{ "phone", " AND l.phone = %s" },
	{ "since", " AND l.opened >= %s" },
	{ "until", " AND l.opened <= %s" },
	{ "overdue", " AND l.state = 'out' AND l.due < CAST($2 AS BIGINT)" },
	{ 0 }
};

const struct column count_columns[] = {
	{ ID("id"), .sql = "k.id", .heading = N_("Id"),
	  .field.help = N_("its id") },
	{ WORDS("state", word_count_states), .sql = "k.state",
	  .heading = N_("State"),
	  .field.help = N_("whether the cabinet agrees with the records") },
	{ COLUMN("at", T_TIME), .sql = "k.at", .heading = N_("Counted"),
	  .field.help = N_("when it was counted") },
	{ COLUMN("counted_by", T_TEXT), .sql = "k.first_responder",
	  .heading = N_("By"), .look = LOOK_STAFF,
	  .field.help = N_("who counted") },
	{ COLUMN("expected", T_INT), .sql = "k.expected",
	  .heading = N_("Expected"),
	  .field.help = N_("keys that should hang in the cabinet") },
	{ COLUMN("found", T_INT), .sql = "k.found", .heading = N_("Found"),
	  .field.help = N_("keys that hung there") },
	{ COLUMN("missing", T_INT), .sql = "k.missing",
	  .heading = N_("Missing"),
	  .field.help = N_("how many were expected and not found") },
	{ COLUMN("unexpected", T_INT), .sql = "k.unexpected",
	  .heading = N_("Unexpected"),
	  .field.help = N_("how many were found and not expected") },
	{ COLUMN("missing_keys", T_TEXT), .sql = "k.missing_keys",
	  .heading = N_("Not found"),
	  .field.help = N_("tags of those not found") },
	{ COLUMN("unexpected_keys", T_TEXT), .sql = "k.unexpected_keys",
	  .heading = N_("Not expected"),
	  .field.help = N_("tags of those not expected") },
	{ .sql = NULL }
};

const struct filter count_filters[] = {
	{ "id", " AND k.id = %s" },
	{ "state", " AND k.state = %s" },
	{ "mine", " AND k.first_responder = %s" },
	{ "since", " AND k.at >= %s" },
	{ "until", " AND k.at <= %s" },
	{ 0 }
};
