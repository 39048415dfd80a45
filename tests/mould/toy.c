/* SPDX-License-Identifier: ISC */
/* toy.c: an umbrella that the desk lends, and that is owed back in two hours. */
#include "records.h"
#include "toy.h"

enum { TOY_OUT = 1, TOY_BACK };

struct toy {
	struct base base;
	const char *what, *first_responder;
};

static const struct word states[] = {
	{ "out", "out", "借出", NULL }, { "back", "back", "已还", NULL }, { 0 }
};

static const struct field fields[] = {
	{ FIELD(toy, base.office, "office", T_TEXT), .flags = F_KEY | F_FIXED },
	{ FIELD(toy, base.id, "id", T_TEXT), .flags = F_KEY | F_FIXED },
	{ FIELD(toy, base.rev, "rev", T_INT) },
	{ FIELD(toy, base.state, "state", T_WORD), .words = states },
	{ FIELD(toy, what, "what", T_TEXT), .flags = F_FIXED },
	{ FIELD(toy, first_responder, "first_responder", T_TEXT),
	  .flags = F_FIXED },
	{ 0 }
};

static const struct field inputs[] = {
	{ FIELD(toy_input, what, "what", T_TEXT), .help = "lend this" },
	{ FIELD(toy_input, how, "how", T_TEXT), .arg = "HOW",
	  .help = "wet or dry", .lack = "nobody says whether it is dry" },
	{ 0 }
};

static const struct owed owes[] = {
	{ "umbrella", "E4", ELAPSED, 2 * HOUR, "first_responder" }, { 0 }
};

static const struct step steps[] = {
	{ .name = "lend", .clause = "E4", .to = TOY_OUT, .roles = ANYONE,
	  .opens = "umbrella" },
	{ .name = "return", .clause = "E4", .from = STATE(TOY_OUT),
	  .to = TOY_BACK, .roles = ANYONE, .takes = "how", .needs = "how",
	  .meets = "umbrella" },
	{ 0 }
};

const struct record toy_record = {
	.table = { "toy", sizeof(struct toy), fields }, .letter = 'U',
	.noun = "umbrella", .states = states,
	.inputs = { "toy_input", sizeof(struct toy_input), inputs },
	.steps = steps, .owes = owes,
};

/* What would be its line in lib/records.c. */
const struct record *const records[] = { &toy_record, NULL };

enum status
toy_lend(struct work *w, const struct toy_input *in, const char **id,
    struct error *e)
{
	struct toy toy = { .what = in->what, .first_responder = w->actor };
	enum status status = step_take(w, &toy_record, &steps[0], &toy, NULL,
	    NULL, w->now, e);

	*id = toy.base.id;
	return status;
}
