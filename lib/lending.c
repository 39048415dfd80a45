/* SPDX-License-Identifier: ISC */
/*
 * lending.c: giving out keys, one against one identity card (E4).
 */
#include <string.h>

#include "cabinet.h"
#include "called.h"
#include "estate.h"
#include "lending.h"
#include "text.h"
#include "who.h"

static const struct field fields[] = {
	{ FIELD(lending, to, "to", T_TEXT), .arg = N_("WHO"),
	  .help = N_("who gets it: staff, FIRM/NAME, or a name") },
	{ FIELD(lending, phone, "phone", T_TEXT), .flags = F_MASK,
	  .arg = N_("NUMBER"), .help = N_("their telephone number") },
	{ FIELD(lending, id_type, "id_type", T_WORD), .words = word_cards,
	  .arg = N_("CARD"),
	  .help = N_("resident (when not given) passport driver work other") },
	{ FIELD(lending, room, "room", T_TEXT), .arg = N_("ROOM"),
	  .help = N_("their room") },
	{ FIELD(lending, until, "until", T_TIME), .when = WHEN_PROMISE,
	  .arg = N_("TIME"), .help = N_("when it is to be back") },
	{ FIELD(lending, purpose, "purpose", T_TEXT), .arg = N_("TEXT"),
	  .help = N_("what it is wanted for") },
	{ FIELD(lending, why, "why", T_TEXT), .arg = N_("TEXT"),
	  .help = N_("the same, with a letter") },
	{ FIELD(lending, consent, "consent", T_TEXT), .arg = N_("NAME"),
	  .help = N_("of an entrusted key: who agreed for the owner") },
	{ FIELD(lending, consent_how, "consent_how", T_WORD),
	  .words = word_hows, .arg = N_("HOW"),
	  .help = N_("how they agreed: call visit letter message") },
	{ FIELD(lending, consented, "consented", T_TIME), .when = WHEN_AT,
	  .arg = N_("TIME"), .help = N_("when they agreed, if not now") },
	{ FIELD(lending, id_held, "id_held", T_FLAG),
	  .help = N_("the card is kept, where the office does that") },
	{ 0 }
};

const struct table lending_table = {
	"lending", sizeof(struct lending), fields
};

/* ---- who gets it ---- */

/* The firm's number where it is the firm's own man. */
static enum status
from_firm(struct work *w, const char *holder, const char *name,
    struct loan *l, struct error *e)
{
	const char *code = called_after(holder, "firm:");
	const struct firms *firms;

	if (work_firms(w, &firms, e) != OK)
		return e->status;
	l->holder = holder;
	for (size_t i = 0; i < firms->nfirms; i++) {
		const struct firm *f = &firms->firms[i];

		if (strcmp(f->code, code) != 0)
			continue;
		l->borrower = name != NULL ? name : f->person;
		if (f->person != NULL && l->borrower != NULL &&
		    text_same(l->borrower, f->person))
			l->phone = f->phone;
	}
	if (!text_blank(l->borrower))
		return OK;
	fail(e, REFUSED, "E4", _("%s is a firm, and a key goes to a person"),
	    holder_full(w, holder));
	return advise(e, _("Name the person too: --to FIRM/NAME"));
}

/* FIRM/NAME: any man of that firm, not only the one in contractors.yaml. */
static enum status
man_of_firm(struct work *w, const char *typed, const char *slash,
    struct loan *l, struct error *e)
{
	const char *firm = arena_slice(w->arena, typed,
	    (size_t)(slash - typed)), *name = slash + 1;
	struct who who;

	if (who_need(w, firm, NULL, &who, e) != OK)
		return e->status;
	if (who.holder != NULL && called_after(who.holder, "firm:") != NULL)
		return from_firm(w, who.holder, text_blank(name) ? NULL :
		    name, l, e);
	fail(e, REFUSED, "E4", _("\"%s\" is no firm"), firm);
	return advise(e, _("Give the name alone"));
}

/* Somebody of ours, else whoever it is that shows a card. */
static enum status
name_borrower(struct work *w, const struct lending *a, struct loan *l,
    struct error *e)
{
	const char *slash = strchr(a->to, '/');
	const struct person *p;
	struct who who;

	if (slash != NULL)
		return man_of_firm(w, a->to, slash, l, e);
	if (who_need(w, a->to, NULL, &who, e) != OK) {
		l->borrower = a->to;
		return e->status == REFUSED && !who_known(w, a->to) ? OK :
		    e->status;
	}
	if (who.holder == NULL) {
		fail(e, REFUSED, "E4", _("\"%s\" is a department, and a key "
		    "goes to a person"), a->to);
		return advise(e, _("Name the person: --to WHO"));
	}
	if (called_after(who.holder, "firm:") != NULL)
		return from_firm(w, who.holder, NULL, l, e);
	p = person_find(w->roll, who.holder);
	l->holder = who.holder;
	/* What is stored follows no reader's language. */
	l->borrower = p->name.chinese ? p->name.chinese : p->name.english;
	l->phone = p->phone;
	return OK;
}

static enum status
reach_borrower(struct work *w, const struct lending *a, struct loan *l,
    struct error *e)
{
	char near[sizeof(e->advice)];

	if (text_blank(a->to)) {
		fail(e, REFUSED, "E4", _("nobody is named who gets it"));
		return advise(e, _("Add --to WHO"));
	}
	memset(e, 0, sizeof(*e));
	if (name_borrower(w, a, l, e) != OK)
		return e->status;
	memcpy(near, e->advice, sizeof(near));
	if (a->phone != NULL)
		return text_phone(w->arena, a->phone, &l->phone, e);
	if (l->phone != NULL)
		return OK;
	fail(e, REFUSED, "E4", _("there is no telephone number of %s"),
	    l->borrower);
	if (l->holder != NULL || near[0] == '\0')
		return advise(e, _("Add --phone NUMBER"));
	return advise(e, _("Add --phone NUMBER. %s"), near);
}

/* ---- when, and with whose consent ---- */

static int
may_stay(const struct keys *keys, const struct key *k)
{
	for (const char *const *p = keys->lending.overnight; *p; p++)
		if (strcmp(*p, k->class) == 0)
			return 1;
	return 0;
}

/* The time of keys.yaml, or the end of the day when that is past. */
static enum status
set_due(struct work *w, const struct lending *a, const struct key *k,
    struct loan *l, struct error *e)
{
	int64_t midnight = clock_midnight(w->now, 1);

	l->due = a->until;
	if (l->due == 0)
		l->due = clock_midnight(w->now, 0) + w->keys->lending.back_by;
	if (a->until == 0 && l->due <= w->now)
		l->due = midnight;
	if (l->due <= midnight || may_stay(w->keys, k))
		return OK;
	fail(e, REFUSED, "E4", _("%s is a %s key, and may not stay out over "
	    "night"), k->tag, word_label(word_key_classes, k->class));
	return advise(e, _("Give a time of today: --until TIME"));
}

static enum status
set_consent(struct work *w, const struct lending *a, const struct key *k,
    struct loan *l, struct error *e)
{
	int none = a->consent == NULL && a->consent_how == 0 &&
	    a->consented == 0;

	if (none && strcmp(k->class, "entrusted") != 0)
		return OK;
	l->consent = a->consent;
	l->consent_how = a->consent_how;
	l->consented = a->consented ? a->consented : w->now;
	if (!text_blank(a->consent) && a->consent_how != 0)
		return OK;
	if (strcmp(k->class, "entrusted") != 0) {
		fail(e, REFUSED, "E4", _("it is not said who agreed for the "
		    "owner, and how"));
		return advise(e, _("Give both: --consent NAME --consent-how "
		    "HOW"));
	}
	fail(e, REFUSED, "E4", _("%s was entrusted by the owner of %s, who "
	    "has to agree first"), k->tag, room_spoken(w, k->room));
	return advise(e, _("Ask, then add --consent NAME --consent-how HOW"));
}

/* ---- the key, the card, the borrower's past ---- */

/* Of those that were picked one that is in. */
static enum status
choose(struct work *w, const struct cabinet *c, const struct pick *p,
    const struct hook **out, struct error *e)
{
	const struct hook *in_the_way = NULL, *o;

	for (*out = c->hooks; *out < c->hooks + c->n; ++*out) {
		if (!hook_picked(*out, p))
			continue;
		o = hook_obstacle(c, *out);
		if (o == NULL)
			return OK;
		if (in_the_way == NULL)
			in_the_way = o;
	}
	return hook_refuse(w, in_the_way, e);
}

/* By card; by login; or by name, with the firm or the telephone number. */
static int
same_borrower(const struct loan *a, const struct loan *b)
{
	int same_name = a->borrower != NULL &&
	    text_same(a->borrower, b->borrower);

	if (a->card != NULL && strcmp(a->card, b->card) == 0)
		return 1;
	if (a->holder != NULL && same_login(a->holder, b->holder))
		return same_name || called_after(a->holder, "firm:") == NULL;
	return same_name && strcmp(a->phone, b->phone) == 0;
}

/* One card, one key; and nothing for who owes one that is late or lost. */
static enum status
check_card(struct work *w, const struct cabinet *c, const struct loan *l,
    struct error *e)
{
	for (const struct open_loan *p = c->loans; p != NULL; p = p->next) {
		const struct loan *o = &p->loan;

		if (o->base.state == LOAN_OUT &&
		    strcmp(o->card, l->card) == 0) {
			fail(e, REFUSED, "E4", _("this card (ending %s) has "
			    "%s already"), l->card_end, o->key);
			return advise(e, _("Take that back first: return-key "
			    "%s"), o->key);
		}
		if (w->keys->lending.lend_to_late || !same_borrower(o, l))
			continue;
		if (o->base.state == LOAN_LOST) {
			fail(e, REFUSED, "E4", _("%s lost %s, and gets no "
			    "other"), loan_borrower(w, o), o->key);
			return advise(e, _("When its lock is changed: mark-key "
			    "--lock-changed %s"), o->key);
		}
		if (o->due < w->now) {
			fail(e, REFUSED, "E4", _("%s still has %s, which is "
			    "overdue"), loan_borrower(w, o), o->key);
			return advise(e, _("Take that back first: return-key "
			    "%s"), o->key);
		}
	}
	return OK;
}

/* All but the card: what is asked for, and that the key is there. */
static enum status
prepare(struct work *w, const struct lending *a, struct loan *l,
    struct cabinet *c, struct error *e)
{
	const struct keys *keys;
	const struct hook *h;
	struct pick p;

	memset(l, 0, sizeof(*l));
	if (step_may(w, &loan_record, step_find(&loan_record, "lend"), l,
	    e) != OK || work_keys(w, &keys, e) != OK)
		return e->status;
	if (a->id_held && !keys->lending.hold_cards) {
		fail(e, MISUSED, "E4", _("this office keeps no cards; the law "
		    "forbids to withhold a resident identity card"));
		return advise(e, _("Look at the card, hand it back, and leave "
		    "--id-held out"));
	}
	if (cabinet_find(w, a->key, &p, e) != OK ||
	    reach_borrower(w, a, l, e) != OK ||
	    set_due(w, a, p.key, l, e) != OK ||
	    set_consent(w, a, p.key, l, e) != OK)
		return e->status;
	if (a->room != NULL && room_need(w, a->room, &l->room, e) != OK)
		return e->status;
	l->purpose = a->purpose != NULL ? a->purpose : a->why;
	l->card_held = a->id_held;
	l->first_responder = w->actor;
	l->opened = w->now;
	if (cabinet_load(w, c, e) != OK || choose(w, c, &p, &h, e) != OK)
		return e->status;
	cabinet_take_off(w, c, h, l);
	return OK;
}

enum status
lending_ready(struct work *w, const struct lending *a, struct error *e)
{
	struct cabinet c;
	struct loan l;

	return prepare(w, a, &l, &c, e);
}


enum status
lending_take(struct work *w, const struct lending *a,
    const struct card *card, struct loan *l, struct error *e)
{
	struct cabinet c;

	if (prepare(w, a, l, &c, e) != OK)
		return e->status;
	l->card_type = card->type;
	l->card_end = arena_copy(w->arena, card->end);
	l->card = arena_copy(w->arena, card->mac);
	if (check_card(w, &c, l, e) != OK)
		return e->status;
	l->base.state = LOAN_OUT;
	return step_take(w, &loan_record, step_find(&loan_record, "lend"), l,
	    NULL, NULL, w->now, e);
}
