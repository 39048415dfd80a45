/* SPDX-License-Identifier: ISC */
/*
 * escalate: bring tickets before a superior, by hand or by the clock.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "clause.h"
#include "ladder.h"
#include "records.h"
#include "who.h"
#include "text.h"
#include "ticket.h"

struct args {
	struct ticket_input input;	/* must come first: the step's */
	int overdue, dry_run, explain;
};

static const struct field fields[] = {
	{ FIELD(args, overdue, "overdue", T_FLAG),
	  .help = N_("fire what is due, as cron does") },
	{ FIELD(args, dry_run, "dry_run", T_FLAG),
	  .help = N_("with --overdue: say what would fire") },
	{ FIELD(args, explain, "explain", T_FLAG),
	  .help = N_("with --overdue: why each fires, or does not") },
	{ 0 }
};

static const struct table more = { "escalate", sizeof(struct args), fields };

/* Several in one value: JSON has them as an array, the others with commas. */
static void
emit_list(struct emit *out, const char *name, const struct buf *list)
{
	struct buf json = { 0 };

	if (out->format != FORMAT_JSON) {
		emit_text(out, name, list->text ? list->text : "");
		return;
	}
	buf_printf(&json, "[%s]", list->text ? list->text : "");
	emit_json(out, name, json.text);
	buf_free(&json);
}

static void
emit_notified(struct emit *out, const struct firing *f)
{
	struct buf b = { 0 };

	for (int i = 0; f->notified[i] != NULL; i++) {
		buf_puts(&b, i ? "," : "");
		if (out->format == FORMAT_JSON)
			json_quote(&b, f->notified[i]);
		else
			buf_puts(&b, f->notified[i]);
	}
	emit_list(out, "notified", &b);
	buf_free(&b);
}

static void
emit_skipped(struct emit *out, const struct firing *f)
{
	struct buf b = { 0 };

	for (int i = 0; i < f->nskipped; i++)
		buf_printf(&b, "%s%" PRId64, i ? "," : "", f->skipped[i]);
	emit_list(out, "skipped", &b);
	buf_free(&b);
}

static void
say_fired(struct cli *c, const struct firing *f)
{
	char when[CLOCK_ROOM], late[CLOCK_ROOM];
	struct buf b = { 0 };

	buf_printf(&b, "%s  %s", f->id, word_label(word_deadlines,
	    f->deadline));
	clause_put(&b, f->clause);
	clock_people(f->due, c->work.now, when);
	clock_length(f->late_seconds * SECOND, late);
	/* TRANSLATORS: behind a deadline: its time, how long, who is told. */
	buf_printf(&b, f->late_seconds >= 0 ?
	    _(" was due %s, %s late; told: ") : _(" is due %s, in %s; told: "),
	    when, late);
	for (int i = 0; f->notified[i] != NULL; i++)
		buf_printf(&b, "%s%s", i ? _(", ") : "",
		    holder_name(&c->work, f->notified[i]));
	puts(text_shown(c->arena, b.text));
	buf_free(&b);
}

static void
fired(const struct firing *f, void *arg)
{
	struct cli *c = arg;
	struct emit out = { .out = stdout, .format = cli_format(c) };
	const struct args *a = c->values;

	if (!a->dry_run)
		buf_printf(&c->done, "%s\n", f->id);
	if (cli_for_people(c)) {
		say_fired(c, f);
		return;
	}
	emit_text(&out, "id", f->id);
	emit_text(&out, "deadline", f->deadline);
	emit_text(&out, "clause", f->clause);
	emit_number(&out, "rung", f->rung);
	emit_time(&out, "due", f->due);
	emit_number(&out, "late_seconds", f->late_seconds);
	emit_notified(&out, f);
	emit_skipped(&out, f);
	emit_end(&out);
}

static const char *
why_shown(const char *why)
{
	if (strcmp(why, "fires") == 0)
		return _("fires at the next scan");
	if (strcmp(why, "waits") == 0)
		return _("waits for its next rung");
	if (strcmp(why, "exempt") == 0)
		return _("older than enforce_from in desk.yaml: never");
	return _("its highest rung was fired");
}

static void
explained(const struct standing *s, void *arg)
{
	struct cli *c = arg;
	struct emit out = { .out = stdout, .format = cli_format(c) };
	char due[CLOCK_ROOM], next[CLOCK_ROOM];
	struct buf b = { 0 };

	if (cli_for_people(c)) {
		buf_printf(&b, "%s  %s", s->id, word_label(word_deadlines,
		    s->deadline));
		clause_put(&b, s->clause);
		clock_people(s->next, c->work.now, next);
		printf("%s  %s  %s%s%s\n", text_shown(c->arena, b.text),
		    clock_people(s->due, c->work.now, due), why_shown(s->why),
		    *next != '\0' ? " " : "", next);
		buf_free(&b);
		return;
	}
	emit_text(&out, "id", s->id);
	emit_text(&out, "deadline", s->deadline);
	emit_text(&out, "clause", s->clause);
	emit_time(&out, "due", s->due);
	emit_time(&out, "next", s->next);
	emit_text(&out, "why", s->why);
	emit_end(&out);
}

/* Any record may have deadlines. */
static enum status
explain_one(struct cli *c, const char *typed, struct error *e)
{
	const struct record *r;
	const char *id;

	if (id_check(c->arena, c->work.office, typed, &id, e) != OK)
		return e->status;
	r = record_of(id) != NULL ? record_of(id) : &ticket_record;
	if (record_load(&c->work, r, id, arena_alloc(c->arena,
	    r->table.size), e) != OK)
		return e->status;
	return ladder_explain(&c->work, id, explained, c, e);
}

static enum status
explain(struct cli *c, struct error *e)
{
	if (c->nids == 0)
		return ladder_explain(&c->work, NULL, explained, c, e);
	for (size_t i = 0; i < c->nids; i++)
		if (explain_one(c, c->ids[i], e) != OK)
			return e->status;
	return OK;
}

/* Cron had stopped: whoever reads its mail should know. */
static void
say_silence(struct cli *c, int64_t silence)
{
	char how_long[CLOCK_ROOM];
	struct buf b = { 0 };

	if (silence <= 0)	/* 0: none missing; -1: the first ever */
		return;
	buf_printf(&b, _("note: no scan came for %s; see that cron runs"),
	    clock_length(silence, how_long));
	cli_note(c, b.text);
	buf_free(&b);
}

static enum status
scan(struct cli *c, struct error *e)
{
	const struct args *a = c->values;
	struct scan s = { .dry_run = a->dry_run, .each = fired, .arg = c };
	const struct step *by_hand = step_find(&ticket_record, "escalate");

	if (!(c->work.roles & by_hand->roles))
		return fail(e, FORBIDDEN, "A16",
		    _("your role may not escalate"));
	if (a->explain)
		return explain(c, e);
	cli_digest(c, NULL);
	if (ladder_scan(&c->work, &s, e) != OK) {
		c->work.request = NULL;	/* no rung fires twice anyway */
		return e->status;
	}
	say_silence(c, s.silence);
	return OK;
}

static enum status
check(struct cli *c, struct error *e)
{
	const struct args *a = c->values;

	if (!a->overdue && (a->dry_run || a->explain)) {
		fail(e, MISUSED, NULL, _("--dry-run and --explain go with "
		    "--overdue"));
		return advise(e, _("Add --overdue"));
	}
	if (!a->overdue)
		return cli_ids(c, e);
	if (a->input.to != NULL || a->input.why != NULL) {
		fail(e, MISUSED, NULL, _("--overdue goes by the ladder in "
		    "desk.yaml"));
		return advise(e, _("Leave --to and --why out"));
	}
	if (c->options.values.request_id != NULL) {
		fail(e, MISUSED, NULL, _("--overdue needs no --request-id: "
		    "each rung fires once"));
		return advise(e, _("Leave it out"));
	}
	if (c->options.noperands > 0 && !a->explain)
		return fail(e, MISUSED, NULL, _("--overdue takes no ids"));
	return c->options.noperands > 0 ? cli_ids(c, e) : OK;
}

static enum status
run(struct cli *c, struct error *e)
{
	const struct args *a = c->values;

	if (a->overdue)
		return scan(c, e);
	return c->nids == 0 ? OK : cli_step(c, e);
}

static void
say(struct cli *c, const void *rec, const void *input, struct buf *out)
{
	const struct ticket_input *in = input;

	(void)rec;
	buf_printf(out, _("escalated to %s"),
	    holder_full(&c->work, in->told));
}

static const struct command command = {
	.name = "escalate", .operands = N_("[TICKET...]"),
	.about = N_("bring tickets before a superior"),
	.undone = N_("not escalated"), .record = &ticket_record,
	.step = "escalate", .more = &more, .listing = "tickets",
	.common = TAKES_DESK | TAKES_WRITING | TAKES_KEEPING,
	.check = check, .run = run, .say = say,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
