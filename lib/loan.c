/* SPDX-License-Identifier: ISC */
/*
 * loan.c: a key that is not in the cabinet: its members.
 */
#include "card.h"
#include "loan.h"
#include "text.h"

const struct word word_loan_states[] = {
	{ "out", "out", "借出", NULL },
	{ "lost", "lost", "遗失", NULL },
	{ "withdrawn", "withdrawn", "停用", NULL },
	{ "returned", "given back", "已还", NULL },
	{ "replaced", "lock changed", "已换锁", NULL },
	{ 0 }
};

const struct field loan_fields[] = {
	{ FIELD(loan, base.office, "office", T_TEXT),
	  .flags = F_KEY | F_FIXED, .help = N_("office it belongs to") },
	{ FIELD(loan, base.id, "id", T_TEXT),
	  .flags = F_KEY | F_FIXED, .help = N_("its id") },
	{ FIELD(loan, base.rev, "rev", T_INT),
	  .help = N_("how often it was changed") },
	{ FIELD(loan, base.state, "state", T_WORD), .words = word_loan_states,
	  .help = N_("where the key is") },
	{ FIELD(loan, key, "key", T_TEXT), .flags = F_FIXED,
	  .help = N_("tag of the key, or name of the ring") },
	{ FIELD(loan, tags, "tags", T_TEXT), .flags = F_FIXED,
	  .help = N_("tags of the keys on the ring") },
	{ FIELD(loan, borrower, "borrower", T_TEXT),
	  .flags = F_FIXED | F_MASK, .help = N_("who has it") },
	{ FIELD(loan, holder, "holder", T_TEXT), .flags = F_FIXED,
	  .help = N_("the borrower's login, or firm:CODE of his firm") },
	{ FIELD(loan, phone, "phone", T_TEXT), .flags = F_FIXED | F_MASK,
	  .help = N_("the borrower's telephone number") },
	{ FIELD(loan, room, "room", T_TEXT), .flags = F_FIXED,
	  .help = N_("the borrower's room") },
	{ FIELD(loan, purpose, "purpose", T_TEXT), .flags = F_FIXED,
	  .help = N_("what the key is wanted for") },
	{ FIELD(loan, card_type, "card_type", T_WORD), .flags = F_FIXED,
	  .words = word_cards, .help = N_("which card was shown") },
	{ FIELD(loan, card_end, "card_end", T_TEXT), .flags = F_FIXED,
	  .help = N_("the last four of its number") },
	{ FIELD(loan, card, "card", T_TEXT), .flags = F_FIXED | F_HIDDEN,
	  .help = N_("keyed hash of it") },
	{ FIELD(loan, card_held, "card_held", T_FLAG), .flags = F_FIXED,
	  .help = N_("whether the card was kept") },
	{ FIELD(loan, consent, "consent", T_TEXT),
	  .flags = F_FIXED | F_MASK,
	  .help = N_("who agreed for the owner") },
	{ FIELD(loan, consent_how, "consent_how", T_WORD), .flags = F_FIXED,
	  .words = word_hows, .help = N_("how they agreed") },
	{ FIELD(loan, consented, "consented", T_TIME), .flags = F_FIXED,
	  .help = N_("when they agreed") },
	{ FIELD(loan, first_responder, "first_responder", T_TEXT),
	  .flags = F_FIXED,
	  .help = N_("who gave it out, and follows it until it is back") },
	{ FIELD(loan, opened, "opened", T_TIME), .flags = F_FIXED,
	  .help = N_("when it left the cabinet, or was missed") },
	{ FIELD(loan, due, "due", T_TIME), .flags = F_FIXED,
	  .help = N_("when it is to be back") },
	{ FIELD(loan, ended, "ended", T_TIME),
	  .help = N_("when it was back, or its lock changed") },
	{ 0 }
};

const char *
loan_borrower(struct work *w, const struct loan *l)
{
	if (l->borrower == NULL || (!work_elsewhere(w) &&
	    (l->holder != NULL || w->roles & ROLES_HEADS)))
		return l->borrower;
	return text_mask_name(w->arena, l->borrower);
}
