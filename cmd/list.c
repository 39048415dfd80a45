/* SPDX-License-Identifier: ISC */
/*
 * list: tickets, contacts, loans, keys and whatever else there is.
 */
#include <string.h>

#include "clause.h"
#include "cabinet.h"
#include "cli.h"
#include "estate.h"
#include "listing.h"
#include "rows.h"
#include "sheets.h"
#include "staff.h"
#include "who.h"
#include "text.h"

struct args {
	const char *state, *kind, *department, *handler, *first_responder;
	const char *room, *phone, *text, *key;
	int64_t since, until, date;
	int mine, overdue, all, exit_code;
	struct maybe limit;
};

static const struct field fields[] = {
	{ FIELD(args, state, "state", T_TEXT), .arg = N_("STATE"),
	  .help = N_("in this state; the page lists them") },
	{ FIELD(args, kind, "kind", T_TEXT), .arg = N_("KIND"),
	  .help = N_("of tickets, or of deadlines") },
	{ FIELD(args, department, "department", T_TEXT),
	  .arg = N_("DEPARTMENT"), .help = N_("what lies with it") },
	{ FIELD(args, handler, "handler", T_TEXT), .arg = N_("WHO"),
	  .help = N_("what they are to finish") },
	{ FIELD(args, first_responder, "first_responder", T_TEXT),
	  .arg = N_("STAFF"), .help = N_("what they answer for") },
	{ FIELD(args, mine, "mine", T_FLAG), .help = N_("what you owe") },
	{ FIELD(args, overdue, "overdue", T_FLAG),
	  .help = N_("what is late now") },
	{ FIELD(args, room, "room", T_TEXT), .arg = N_("ROOM"),
	  .help = N_("of this room or place") },
	{ FIELD(args, phone, "phone", T_TEXT), .arg = N_("NUMBER"),
	  .help = N_("of who called from it") },
	{ FIELD(args, text, "text", T_TEXT), .arg = N_("TEXT"),
	  .help = N_("where these words occur") },
	{ FIELD(args, key, "key", T_TEXT), .arg = N_("KEY"),
	  .help = N_("of this key, or ring") },
	{ FIELD(args, since, "since", T_TIME), .when = WHEN_SINCE,
	  .arg = N_("TIME"), .help = N_("from then on") },
	{ FIELD(args, until, "until", T_TIME), .when = WHEN_UNTIL,
	  .arg = N_("TIME"), .help = N_("until then") },
	{ FIELD(args, date, "date", T_TIME), .when = WHEN_DATE,
	  .arg = N_("DAY"), .help = N_("of that day") },
	{ FIELD(args, limit, "limit", T_MAYBE), .max = 100000000,
	  .arg = N_("N"), .help = N_("so many at most") },
	{ FIELD(args, all, "all", T_FLAG), .help = N_("closed ones too") },
	{ FIELD(args, exit_code, "exit_code", T_FLAG),
	  .help = N_("status 1 when there is nothing") },
	{ 0 }
};

static const struct table args_table = {
	"list", sizeof(struct args), fields
};

static enum status
check_what(struct cli *c, struct error *e)
{
	const char *names[16], *what;
	int n = 0;

	if (c->options.noperands == 0 || (c->options.noperands == 1 &&
	    listing_find(c->options.operands[0]) != NULL))
		return OK;
	what = c->options.operands[c->options.noperands > 1];
	for (const struct listing *l = listings; l->name != NULL; l++)
		names[n++] = l->name;
	names[n] = NULL;
	fail(e, MISUSED, NULL, _("\"%s\" cannot be listed"), what);
	return text_suggest(e, what, names);
}

static enum status
has_no(const struct listing *l, const char *option, struct error *e)
{
	fail(e, MISUSED, NULL, _("%s have no --%s"), l->name, option);
	return advise(e, _("Leave it out"));
}

/* Filters that this listing does not have. */
static enum status
check_filters(const struct listing *l, const void *args, struct error *e)
{
	for (const struct field *f = fields; f->name != NULL; f++) {
		const struct filter *k = l->filters;
		int given = f->type == T_FLAG ? field_number(f, args) != 0 :
		    !field_absent(f, args);

		if (!given || field_among(l->make != NULL ? "exit_code" :
		    "all limit text date exit_code", f->name))
			continue;
		while (k != NULL && k->option != NULL && strcmp(k->option, f->name) != 0)
			k++;
		if (k == NULL || k->option == NULL)
			return has_no(l, strcmp(f->name, "first_responder") ==
			    0 ? "first-responder" : f->name, e);
	}
	return OK;
}

static enum status
check(struct cli *c, struct error *e)
{
	struct args *a = c->values;
	const char *columns = c->options.values.columns;
	const struct listing *l;
	struct chosen chosen;

	if (check_what(c, e) != OK)
		return e->status;
	if (a->date != 0 && (a->since != 0 || a->until != 0)) {
		fail(e, MISUSED, NULL, _("--date and --since or --until "
		    "exclude each other"));
		return advise(e, _("Leave one of them out"));
	}
	l = listing_find(c->options.noperands ? c->options.operands[0] :
	    "tickets");
	if (a->state != NULL && l->states != NULL && word_need(l->states,
	    "--state", a->state, &a->state, e) != OK)
		return e->status;
	if (a->kind != NULL && word_need(strcmp(l->name, "deadlines") == 0 ?
	    word_deadlines : word_kinds, "--kind", a->kind, &a->kind, e) != OK)
		return e->status;
	if (check_filters(l, a, e) != OK)
		return e->status;
	if (l->make != NULL && c->options.values.office != NULL)
		return has_no(l, "office", e);
	if (columns == NULL)
		return OK;
	return l->make != NULL ? sheets_check(l->section, columns, e) :
	    listing_choose(l, columns, &chosen, e);
}

/* Names become the codes that the store holds. */
static enum status
resolve_people(struct cli *c, const struct args *a, struct asked *k,
    struct error *e)
{
	struct work *w = &c->work;
	const struct department *d;
	const struct person *p;
	struct who who;

	if (a->department != NULL) {
		if (department_need(w, a->department, &d, e) != OK)
			return e->status;
		k->department = d->code;
	}
	if (a->handler != NULL) {
		if (who_need(w, a->handler, NULL, &who, e) != OK)
			return e->status;
		if (who.holder == NULL) {
			fail(e, MISUSED, NULL, _("\"%s\" is a department"),
			    a->handler);
			return advise(e, _("Use --department for it"));
		}
		k->handler = who.holder;
	}
	if (a->first_responder == NULL)
		return OK;
	if (person_need(w, a->first_responder, &p, e) != OK)
		return e->status;
	k->first_responder = p->login;
	return OK;
}

/* What its loans call a key; one that keys.yaml has no more is what was
 * typed. */
static const char *
key_of(struct work *w, const char *typed)
{
	struct error ignored;
	struct pick p;

	return typed != NULL && cabinet_find(w, typed, &p, &ignored) == OK ?
	    pick_unit(w, &p) : typed;
}

static enum status
resolve(struct cli *c, const struct args *a, struct asked *k,
    struct error *e)
{
	struct work *w = &c->work;

	*k = (struct asked){ .state = a->state, .kind = a->kind,
		.text = a->text, .key = key_of(w, a->key), .since = a->since, .until = a->until,
		.overdue = a->overdue, .all = a->all, .limit = a->limit };
	if (a->date != 0) {
		k->since = a->date;
		k->until = clock_midnight(a->date, 1) - 1;
	}
	if (a->mine || c->options.noperands == 0)
		k->mine = w->actor;
	if (a->phone != NULL && text_phone(w->arena, a->phone, &k->phone,
	    e) != OK)
		return e->status;
	if (w->with_office) {
		/* Who and what they are is in their own configuration. */
		k->room = a->room;
		k->department = a->department;
		k->handler = a->handler;
		k->first_responder = a->first_responder;
	} else if ((a->room != NULL && room_need(w, a->room, &k->room, e) !=
	    OK) || resolve_people(c, a, k, e) != OK)
		return e->status;
	/* Rows that are printed give their own arena back. */
	k->phone = arena_copy(c->arena, k->phone);
	k->room = arena_copy(c->arena, k->room);
	k->handler = arena_copy(c->arena, k->handler);
	return OK;
}

static enum status
run(struct cli *c, struct error *e)
{
	const struct args *a = c->values;
	const struct listing *l;
	struct asked asked;
	int64_t rows;

	l = listing_find(c->options.noperands ? c->options.operands[0] :
	    "tickets");
	if (resolve(c, a, &asked, e) != OK ||
	    rows_print(c, l, &asked, &rows, e) != OK)
		return e->status;
	if (a->exit_code && rows == 0)
		c->worst = REFUSED;
	return OK;
}

static const struct command command = {
	.name = "list", .operands =
	"[tickets|contacts|deadlines|recurring|analyses|loans|keys|counts|events|notices|staff]",
	.about = N_("list what there is; alone: what you owe"),
	.args = &args_table,
	.common = TAKES_DESK | TAKES_OFFICE | TAKES_ROWS | TAKES_COLUMNS,
	.check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
