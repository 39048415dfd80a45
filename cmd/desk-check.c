/* SPDX-License-Identifier: ISC */
/*
 * desk-check: is the configuration right, and the store whole?
 */
#include <inttypes.h>
#include <string.h>

#include "cli.h"
#include "config.h"
#include "deadline.h"
#include "event.h"
#include "replay.h"

enum { VERDICT = 256 };

struct args {
	int config_only;
};

static const struct field fields[] = {
	{ FIELD(args, config_only, "config_only", T_FLAG),
	  .help = N_("leave the store alone") },
	{ 0 }
};

static const struct table args_table = {
	"desk_check", sizeof(struct args), fields
};

struct findings {
	struct cli *cli;
	struct chain chain;
	int64_t records;
};

static enum status
no_operands(struct cli *c, struct error *e)
{
	if (c->options.noperands == 0)
		return OK;
	return fail(e, MISUSED, NULL, _("\"%s\" is too much here"),
	    c->options.operands[0]);
}

static enum status
check_config(struct cli *c, struct error *e)
{
	struct buf mistakes = { 0 }, warnings = { 0 };
	const char *dir;
	enum status status;

	if (config_find(c->arena, c->options.values.config, &dir, e) != OK)
		return e->status;
	status = config_check(c->arena, dir, &mistakes, &warnings, e);
	cli_lines(c, &mistakes);
	cli_lines(c, &warnings);
	return status;
}

/* The file as such: its pages, indexes and constraints. */
static enum status
check_file(struct cli *c, struct error *e)
{
	char verdict[VERDICT] = "";

	if (store_driver(c->work.store)->verify(store_db(c->work.store),
	    verdict, VERDICT, e) != OK)
		return e->status;
	if (strcmp(verdict, "ok") == 0)
		return OK;
	fail(e, BROKEN, NULL, _("the store is damaged: %s"), verdict);
	return advise(e, _("Stop writing, keep the file, and restore the last "
	    "backup"));
}

static enum status
check_chain(struct findings *f, struct error *e)
{
	struct work *w = &f->cli->work;

	if (chain_check(w->store, w->office, &f->chain, e) != OK)
		return e->status;
	if (f->chain.bad == 0)
		return OK;
	fail(e, BROKEN, "C10", _("event %" PRId64 " of the journal: %s"),
	    f->chain.bad, f->chain.why);
	return advise(e, _("Somebody or something altered the store; compare "
	    "it with the last backup"));
}

static enum status
check_records(struct findings *f, struct error *e)
{
	struct replay out;

	for (const struct record *const *r = records; *r != NULL; r++) {
		if (replay_check(&f->cli->work, *r, &out, e) != OK)
			return e->status;
		if (out.bad != NULL) {
			fail(e, BROKEN, "C10", "%s: %s", out.bad, out.why);
			return advise(e, _("Somebody or something altered the "
			    "store; compare it with the last backup"));
		}
		f->records += out.records;
	}
	return OK;
}

/* C6, F4.6: what was missed stays on record, whatever came after. */
static enum status
check_breaches(struct findings *f, struct error *e)
{
	const char *record;

	if (breach_missing(&f->cli->work, &record, e) != OK || record == NULL)
		return e->status;
	fail(e, BROKEN, "C10", _("%s: a deadline that was missed is not on "
	    "record as missed"), record);
	return advise(e, _("Somebody or something altered the store; compare "
	    "it with the last backup"));
}

static enum status
check_store(void *arg, struct error *e)
{
	struct findings *f = arg;

	if (check_file(f->cli, e) != OK || check_chain(f, e) != OK)
		return e->status;
	if (check_records(f, e) != OK)
		return e->status;
	return check_breaches(f, e);
}

static void
tell(struct cli *c, const struct findings *f)
{
	struct emit out = { .out = stdout, .format = FORMAT_JSON };

	if (cli_for_people(c))
		printf(_("all is well: %" PRId64 " records, %" PRId64
		    " events, head %s\n"), f->records, f->chain.events,
		    f->chain.head);
	else if (!c->options.values.json)
		printf("records\t%" PRId64 "\nevents\t%" PRId64
		    "\nhead\t%s\n", f->records, f->chain.events,
		    f->chain.head);
	else {
		emit_number(&out, "records", f->records);
		emit_number(&out, "events", f->chain.events);
		emit_text(&out, "head", f->chain.head);
		emit_end(&out);
	}
}

static enum status
run(struct cli *c, struct error *e)
{
	const struct args *a = c->values;
	struct findings f = { .cli = c };

	if (check_config(c, e) != OK)
		return e->status;
	if (a->config_only) {
		if (cli_for_people(c))
			puts(_("the configuration is right"));
		return OK;
	}
	if (cli_open(c, e) != OK || store_reading(c->work.store, check_store,
	    &f, e) != OK)
		return e->status;
	tell(c, &f);
	return OK;
}

static const struct command command = {
	.name = "desk-check", .operands = "",
	.about = N_("is the configuration right, and the store whole?"),
	.args = &args_table, .common = TAKES_DESK | OPENS_ITSELF | TAKES_JSON,
	.check = no_operands, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
