/* SPDX-License-Identifier: ISC */
/*
 * heads.c: what a record is, in the first lines of show.
 */
#include <string.h>

#include "analysis.h"
#include "cabinet.h"
#include "card.h"
#include "contact.h"
#include "estate.h"
#include "heads.h"
#include "keycount.h"
#include "row.h"
#include "text.h"
#include "ticket.h"
#include "who.h"

enum { LINE = 80 };	/* also on paper */

/* Two parts of a line, on two lines where there is no room for both. */
static void
print_parts(struct buf *one, struct buf *two)
{
	struct buf shown = { 0 };

	buf_printf(one, "%s%s", text_width(one->text) + 2 + text_width(
	    two->text) <= LINE ? "  " : "\n", two->text);
	text_visible(one->text, 1, &shown);
	puts(shown.text);
	buf_free(&shown);
	buf_free(one);
	buf_free(two);
}

static void
print_free(const char *text)
{
	struct buf shown = { 0 };

	if (text == NULL)
		return;
	text_visible(text, 1, &shown);
	puts(shown.text);
	buf_free(&shown);
}

/* ---- a ticket ---- */

static enum status
load_first_contact(struct cli *c, const struct ticket *t, struct contact *n,
    struct error *e)
{
	int found;

	*n = (struct contact){ .office = c->work.office, .ticket = t->base.id,
		.no = 1 };
	return row_load(c->work.store, &contact_table, c->work.arena, n,
	    &found, e);
}

/* A name in full is for the office that it was told to. */
static const char *
name_of(struct cli *c, const char *name)
{
	return work_elsewhere(&c->work) ? text_mask_name(c->work.arena,
	    name) : name;
}

static void
say_caller(struct cli *c, const struct contact *n, struct buf *out)
{
	buf_puts(out, n->name ? name_of(c, n->name) : _("anonymous"));
	if (n->caller != 0)
		buf_printf(out, " %s", word_label(word_callers,
		    word_callers[n->caller - 1].code));
	if (n->phone != NULL)
		buf_printf(out, " %s", text_mask_phone(c->work.arena,
		    n->phone));
}

static void
say_state(struct cli *c, const struct ticket *t, struct buf *out)
{
	buf_puts(out, word_label(word_states,
	    word_states[t->base.state - 1].code));
	if (t->accused != NULL)
		buf_printf(out, _("  about %s"), holder_name(&c->work,
		    t->accused));
	if (t->self_taken)
		buf_puts(out, _(" who took it (C5)"));
	if (c->work.practice)
		buf_printf(out, "  %s", _("PRACTICE"));
}

/* What it is, and what was said. */
static void
print_head(struct cli *c, const struct ticket *t, const struct contact *n)
{
	const struct category *cat = category_find(c->work.desk, t->category);
	struct buf b = { 0 }, rest = { 0 };

	buf_printf(&b, "%s  %s %s", id_told(&c->work, t->base.id),
	    word_label(word_kinds, word_kinds[t->kind - 1].code), cat ? label_of(&cat->label) :
	    t->category);
	if (t->room != NULL)
		buf_printf(&b, "  %s", room_spoken(&c->work, t->room));
	say_caller(c, n, &rest);
	buf_puts(&rest, "  ");
	say_state(c, t, &rest);
	print_parts(&b, &rest);
	print_free(n->content ? n->content : "");
}

static void
print_people(struct cli *c, const struct ticket *t)
{
	struct work *w = &c->work;
	struct buf who = { 0 }, counts = { 0 };

	buf_printf(&who, _("first responder %s  recorded by %s  handler %s"),
	    holder_full(w, t->first_responder), holder_full(w,
	    t->recorded_by), t->handler ? holder_full(w, t->handler) : "-");
	buf_printf(&counts, _("contacts %lld  visits %lld  handed back %lld  "
	    "urged %lld"), (long long)t->contacts, (long long)t->visits,
	    (long long)t->hand_backs, (long long)t->urges);
	print_parts(&who, &counts);
}

static enum status
ticket_print(struct cli *c, const char *id, int *state, struct error *e)
{
	struct contact n;
	struct ticket t;

	if (record_load(&c->work, &ticket_record, id, &t, e) != OK ||
	    load_first_contact(c, &t, &n, e) != OK)
		return e->status;
	print_head(c, &t, &n);
	print_people(c, &t);
	*state = t.base.state;
	return OK;
}

/* ---- a loan ---- */

/* Whoever is at the desk may have to telephone while the key is out. */
static int
is_to_call(const struct cli *c, const struct loan *l)
{
	return l->ended == 0 && c->work.roles & ROLES_DESK &&
	    !work_elsewhere(&c->work);
}

static void
print_card(struct cli *c, const struct loan *l)
{
	struct buf card = { 0 }, lent = { 0 };
	char when[CLOCK_ROOM];

	buf_printf(&card, _("%s ending %s%s"), word_label(word_cards,
	    word_cards[l->card_type - 1].code), l->card_end,
	    l->card_held ? _(", kept") : _(", handed back"));
	buf_printf(&lent, _("lent %s by %s"), clock_people(l->opened,
	    c->work.now, when), holder_full(&c->work, l->first_responder));
	print_parts(&card, &lent);
	if (l->consent == NULL)
		return;
	buf_printf(&card, _("agreed for the owner: %s"),
	    c->work.roles & ROLES_HEADS ? name_of(c, l->consent) :
	    text_mask_name(c->work.arena, l->consent));
	buf_printf(&lent, "%s %s", word_label(word_hows,
	    word_hows[l->consent_how - 1].code), clock_people(l->consented,
	    c->work.now, when));
	print_parts(&card, &lent);
}

static void
say_borrower(struct cli *c, const struct loan *l, struct buf *out)
{
	if (l->borrower == NULL)
		return;
	buf_puts(out, is_to_call(c, l) ? l->borrower :
	    name_of(c, loan_borrower(&c->work, l)));
	if (l->holder != NULL && strncmp(l->holder, "firm:", 5) == 0)
		buf_printf(out, " %s", holder_name(&c->work, l->holder));
	buf_printf(out, " %s", is_to_call(c, l) ? l->phone :
	    text_mask_phone(c->work.arena, l->phone));
	if (l->room != NULL)
		buf_printf(out, " %s", room_spoken(&c->work, l->room));
	buf_puts(out, "  ");
}

static enum status
loan_print(struct cli *c, const char *id, int *state, struct error *e)
{
	struct buf b = { 0 }, rest = { 0 };
	struct loan l;

	if (record_load(&c->work, &loan_record, id, &l, e) != OK)
		return e->status;
	*state = l.base.state;
	buf_printf(&b, "%s  ", id_told(&c->work, id));
	cabinet_shown(&c->work, &l, &b);
	say_borrower(c, &l, &rest);
	buf_puts(&rest, word_label(word_loan_states,
	    word_loan_states[*state - 1].code));
	if (c->work.practice)
		buf_printf(&rest, "  %s", _("PRACTICE"));
	print_parts(&b, &rest);
	print_free(l.purpose);
	if (l.card_type != 0)
		print_card(c, &l);
	return OK;
}

/* ---- a count of keys ---- */

/* One after the other, on as many lines as they take. */
static void
print_tags(struct cli *c, const char *what, const char *tags)
{
	size_t at = text_width(what), n;

	fputs(what, stdout);
	tags = text_shown(c->work.arena, tags);
	for (; *tags != '\0'; tags += n + (tags[n] == ' ')) {
		const char *tag;

		n = strcspn(tags, " ");
		tag = arena_slice(c->work.arena, tags, n);
		at += text_width(tag) + 1;
		if (at > LINE) {
			fputs("\n   ", stdout);
			at = 4 + text_width(tag);
		}
		printf(" %s", tag);
	}
	putchar('\n');
}

static enum status
count_print(struct cli *c, const char *id, int *state, struct error *e)
{
	struct buf b = { 0 }, rest = { 0 };
	struct key_count k;

	if (record_load(&c->work, &count_record, id, &k, e) != OK)
		return e->status;
	*state = k.base.state;
	buf_printf(&b, "%s  %s  %s", id_told(&c->work, id), _(count_record.noun),
	    holder_full(&c->work, k.first_responder));
	buf_puts(&rest, word_label(word_count_states,
	    word_count_states[*state - 1].code));
	if (c->work.practice)
		buf_printf(&rest, "  %s", _("PRACTICE"));
	print_parts(&b, &rest);
	printf(_("expected %lld  found %lld  missing %lld  unexpected %lld\n"),
	    (long long)k.expected, (long long)k.found, (long long)k.missing,
	    (long long)k.unexpected);
	if (k.missing_keys != NULL)
		print_tags(c, _("not found:"), k.missing_keys);
	if (k.unexpected_keys != NULL)
		print_tags(c, _("not expected:"), k.unexpected_keys);
	return OK;
}

/* ---- an analysis ---- */

static enum status
analysis_print(struct cli *c, const char *id, int *state, struct error *e)
{
	struct buf b = { 0 }, rest = { 0 };
	char due[CLOCK_ROOM], after[CLOCK_ROOM];
	const struct category *cat;
	struct analysis a;

	if (record_load(&c->work, &analysis_record, id, &a, e) != OK)
		return e->status;
	*state = a.base.state;
	cat = category_find(c->work.desk, a.category ? a.category : "");
	buf_printf(&b, "%s  %s  ", id_told(&c->work, id),
	    _(analysis_record.noun));
	if (a.month != NULL)
		buf_printf(&b, _("complaints of %s"), a.month);
	else
		buf_printf(&b, "%s  %s", cat ? label_of(&cat->label) :
		    a.category, room_spoken(&c->work, a.place));
	buf_puts(&rest, word_label(word_analysis_states,
	    word_analysis_states[*state - 1].code));
	if (c->work.practice)
		buf_printf(&rest, "  %s", _("PRACTICE"));
	print_parts(&b, &rest);
	print_free(a.root_cause);
	print_free(a.remedy);
	if (a.owner == NULL)
		return OK;
	buf_printf(&b, _("remedy by %s until %s"), holder_full(&c->work,
	    a.owner), clock_people(a.due, c->work.now, due));
	buf_printf(&rest, _("verified after %s"), clock_people(
	    a.verify_after, c->work.now, after));
	print_parts(&b, &rest);
	if (a.members != NULL)
		print_tags(c, _("tickets:"), a.members);
	return OK;
}

enum status
head_print(struct cli *c, const char *id, int *state, struct error *e)
{
	if (*id == loan_record.letter)
		return loan_print(c, id, state, e);
	if (*id == analysis_record.letter)
		return analysis_print(c, id, state, e);
	if (*id == count_record.letter)
		return count_print(c, id, state, e);
	return ticket_print(c, id, state, e);
}
