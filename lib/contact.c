/* SPDX-License-Identifier: ISC */
/*
 * contact.c: one call, visit or letter.
 */
#include "contact.h"

static const struct field fields[] = {
	{ FIELD(contact, office, "office", T_TEXT),
	  .flags = F_KEY | F_FIXED, .help = N_("office it belongs to") },
	{ FIELD(contact, ticket, "ticket", T_TEXT),
	  .flags = F_KEY | F_FIXED, .help = N_("ticket it belongs to") },
	{ FIELD(contact, no, "no", T_INT), .flags = F_KEY | F_FIXED,
	  .help = N_("its number within the ticket") },
	{ FIELD(contact, channel, "channel", T_WORD), .flags = F_FIXED,
	  .words = word_channels, .help = N_("call, visit or letter") },
	{ FIELD(contact, medium, "medium", T_TEXT), .flags = F_FIXED,
	  .help = N_("the word that was typed for the channel") },
	{ FIELD(contact, at, "at", T_TIME), .flags = F_FIXED,
	  .help = N_("when it came") },
	{ FIELD(contact, day, "day", T_TEXT), .flags = F_FIXED,
	  .help = N_("its civil day") },
	{ FIELD(contact, room, "room", T_TEXT), .flags = F_FIXED,
	  .help = N_("room or place") },
	{ FIELD(contact, caller, "caller", T_WORD), .flags = F_FIXED,
	  .words = word_callers, .help = N_("who it was") },
	{ FIELD(contact, name, "name", T_TEXT), .flags = F_FIXED | F_MASK,
	  .help = N_("their name; none: anonymous") },
	{ FIELD(contact, phone, "phone", T_TEXT), .flags = F_FIXED | F_MASK,
	  .help = N_("their telephone number") },
	{ FIELD(contact, no_phone, "no_phone", T_TEXT), .flags = F_FIXED,
	  .help = N_("why there is no number") },
	{ FIELD(contact, content, "content", T_TEXT), .flags = F_FIXED,
	  .help = N_("what they said") },
	{ FIELD(contact, disposition, "disposition", T_WORD),
	  .flags = F_FIXED, .words = word_dispositions,
	  .help = N_("what was done about it at once") },
	{ FIELD(contact, done, "done", T_TEXT), .flags = F_FIXED,
	  .help = N_("what was done on the spot") },
	{ FIELD(contact, told_department, "told_department", T_TEXT),
	  .flags = F_FIXED,
	  .help = N_("department the resident was told of (F4.5)") },
	{ FIELD(contact, first_responder, "first_responder", T_TEXT),
	  .flags = F_FIXED, .help = N_("who took it") },
	{ FIELD(contact, recorded_by, "recorded_by", T_TEXT),
	  .flags = F_FIXED, .help = N_("who typed it") },
	{ FIELD(contact, rings, "rings", T_MAYBE), .flags = F_FIXED,
	  .help = N_("how often the telephone rang (A18)") },
	{ FIELD(contact, tried, "tried", T_TEXT), .flags = F_FIXED,
	  .help = N_("whom it was tried with (F4.8)") },
	{ 0 }
};

const struct table contact_table = {
	"contact", sizeof(struct contact), fields
};
