/* SPDX-License-Identifier: ISC */
/*
 * keycount.c: counting the keys in the cabinet, every night (E4).
 */
#include "keycount.h"
#include "notice.h"
#include "who.h"

const struct word word_count_states[] = {
	{ "agrees", "agrees", "相符", NULL },
	{ "differs", "differs", "不符", NULL },
	{ 0 }
};

static const struct field fields[] = {
	{ FIELD(key_count, base.office, "office", T_TEXT),
	  .flags = F_KEY | F_FIXED, .help = N_("office it belongs to") },
	{ FIELD(key_count, base.id, "id", T_TEXT),
	  .flags = F_KEY | F_FIXED, .help = N_("its id") },
	{ FIELD(key_count, base.rev, "rev", T_INT),
	  .help = N_("how often it was changed") },
	{ FIELD(key_count, base.state, "state", T_WORD),
	  .words = word_count_states, .flags = F_FIXED,
	  .help = N_("whether the cabinet agrees with the records") },
	{ FIELD(key_count, first_responder, "first_responder", T_TEXT),
	  .flags = F_FIXED, .help = N_("who counted") },
	{ FIELD(key_count, at, "at", T_TIME), .flags = F_FIXED,
	  .help = N_("when it was counted") },
	{ FIELD(key_count, expected, "expected", T_INT), .flags = F_FIXED,
	  .help = N_("keys that should hang in the cabinet") },
	{ FIELD(key_count, found, "found", T_INT), .flags = F_FIXED,
	  .help = N_("keys that hung there") },
	{ FIELD(key_count, missing, "missing", T_INT), .flags = F_FIXED,
	  .help = N_("how many were expected and not found") },
	{ FIELD(key_count, unexpected, "unexpected", T_INT),
	  .flags = F_FIXED,
	  .help = N_("how many were found and not expected") },
	{ FIELD(key_count, missing_keys, "missing_keys", T_TEXT),
	  .flags = F_FIXED, .help = N_("tags of those not found") },
	{ FIELD(key_count, unexpected_keys, "unexpected_keys", T_TEXT),
	  .flags = F_FIXED, .help = N_("tags of those not expected") },
	{ 0 }
};

/* Two people look for what is missing before it is marked as lost. */
static enum status
tell(struct work *w, void *rec, void *input, struct error *e)
{
	const struct key_count *k = rec;

	(void)input;
	return k->missing == 0 ? OK : notice_add(w, head_of(w, NULL),
	    "keys_missing", k->base.id, e);
}

static const struct step steps[] = {
	{ .name = "count", .clause = "E4", .to = STAY,
	  .roles = ROLES_DESK | ROLE_HANDLER, .tell = tell },
	{ 0 }
};

const struct record count_record = {
	.table = { "key_count", sizeof(struct key_count), fields },
	.letter = 'K', .noun = N_("key count"), .states = word_count_states,
	.steps = steps,
};

static int
is_found(const struct hook *h, const struct pick *found, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (hook_picked(h, &found[i]))
			return 1;
	return 0;
}

static const char *
tags_of(struct work *w, struct buf *tags)
{
	const char *text = tags->len > 0 ?
	    arena_copy(w->arena, tags->text) : NULL;

	buf_free(tags);
	return text;
}

enum status
count_take(struct work *w, const struct pick *found, size_t n,
    struct key_count *k, struct error *e)
{
	struct buf missing = { 0 }, unexpected = { 0 };
	struct cabinet c;

	*k = (struct key_count){ .first_responder = w->actor, .at = w->now };
	if (cabinet_load(w, &c, e) != OK)
		return e->status;
	for (const struct hook *h = c.hooks; h < c.hooks + c.n; h++) {
		int there = is_found(h, found, n);
		struct buf *tags = there ? &unexpected : &missing;

		k->expected += h->loan == NULL;
		k->found += there;
		if (there == (h->loan == NULL))
			continue;
		k->missing += !there;
		k->unexpected += there;
		buf_printf(tags, "%s%s", tags->len > 0 ? " " : "", h->name);
	}
	k->missing_keys = tags_of(w, &missing);
	k->unexpected_keys = tags_of(w, &unexpected);
	k->base.state = k->missing + k->unexpected > 0 ? COUNT_DIFFERS :
	    COUNT_AGREES;
	return step_take(w, &count_record, &steps[0], k, NULL, NULL, w->now,
	    e);
}
