/* SPDX-License-Identifier: ISC */
/*
 * log-call: record a call, visit or letter, and open its ticket.
 */
#include <string.h>
#include <unistd.h>

#include "bulk.h"
#include "cli.h"
#include "estate.h"
#include "form.h"
#include "likeness.h"
#include "reception.h"

struct taken {
	struct cli *cli;
	const struct call *call;
	struct ticket ticket;
	struct contact contact;
};

/* Nothing is said, and there is somebody to be asked. */
static int
by_form(const struct cli *c)
{
	return c->options.noperands == 0 && cli_asks();
}

static enum status
read_phone(struct cli *c, struct call *call, struct error *e)
{
	char line[128];

	if (cli_asks())
		fputs(_("Telephone: "), stderr);
	if (fgets(line, sizeof(line), stdin) == NULL)
		return fail(e, MISREAD, "F4.5",
		    _("no number came on standard input"));
	line[strcspn(line, "\r\n")] = '\0';
	call->phone = arena_copy(c->arena, line);
	return OK;
}

/* What is said is still to come. */
static enum status
check_options(struct call call, struct error *e)
{
	call.content = "?";
	return call_check(&call, e);
}

/* What is said is one operand, or several taken together. */
static enum status
check(struct cli *c, struct error *e)
{
	struct bulk_args *args = c->values;
	struct buf b = { 0 };
	const struct field *f = field_find(&call_table, "content");
	enum status status = OK;

	if (args->from != 0)
		return bulk_check(c, e);
	if (args->map != NULL) {
		fail(e, MISUSED, NULL, _("--map goes with --from"));
		return advise(e, _("Add --from FORMAT"));
	}
	if (by_form(c))
		return check_options(args->call, e);
	for (size_t i = 0; i < c->options.noperands; i++)
		buf_printf(&b, "%s%s", i ? " " : "", c->options.operands[i]);
	if (b.len > 0)
		status = field_set(f, args, b.text, b.len, 0, c->arena, e);
	buf_free(&b);
	if (status == OK)
		status = call_check(&args->call, e);
	if (status == OK && args->call.phone != NULL &&
	    strcmp(args->call.phone, "-") == 0)
		status = read_phone(c, &args->call, e);
	return status;
}

static void
say_opened(struct cli *c, const struct ticket *t, struct buf *out)
{
	const struct category *cat = category_find(c->work.desk, t->category);

	buf_puts(out, _("logged"));
	if (t->resolved != 0)
		buf_printf(out, "  %s", _("done on the spot"));
	buf_printf(out, "  %s %s", word_label(word_kinds,
	    word_kinds[t->kind - 1].code),
	    cat ? label_of(&cat->label) : t->category);
	if (t->cause != 0)
		buf_puts(out, _(" (municipal)"));
}

static void
say(struct cli *c, const struct ticket *t, const struct contact *n,
    struct buf *out)
{
	if (n->no > 1)
		buf_printf(out, _("added as number %lld"), (long long)n->no);
	else
		say_opened(c, t, out);
	if (n->room != NULL)
		buf_printf(out, "  %s", room_spoken(&c->work, n->room));
	buf_printf(out, "  %s", n->name ? n->name : _("anonymous"));
	if (n->no == 1 && t->accused != NULL)
		buf_printf(out, _("  about %s"),
		    holder_name(&c->work, t->accused));
}

static enum status
log_one(struct work *w, void *arg, struct error *e)
{
	struct taken *k = arg;
	struct buf said = { 0 };

	cli_begin(k->cli);
	if (reception_take(w, k->call, &k->ticket, &k->contact, e) != OK)
		return e->status;
	if (cli_for_people(k->cli))
		say(k->cli, &k->ticket, &k->contact, &said);
	cli_done(k->cli, k->ticket.base.id, said.text);
	buf_free(&said);
	return OK;
}

/* The newest of his that was handed back and lies there; NULL: none. */
static enum status
find_returned(struct work *w, const char **id, struct error *e)
{
	static const char sql[] = "SELECT id FROM ticket WHERE office = $1 "
	    "AND closed IS NULL AND state <> 'void' AND state = 'pending' AND "
	    "hand_backs > 0 AND first_responder = $2 ORDER BY id DESC LIMIT 1";

	*id = NULL;
	return store_text(w->store, sql, VALUES(v_text(w->office),
	    v_text(w->actor)), w->arena, id, e);
}

/* One thing more to be seen to, for people: of these the first. */
static void
hint(struct cli *c, const struct taken *k)
{
	const struct ticket *t = &k->ticket;
	struct work *w = &c->work;
	struct buf b = { 0 };
	struct likes likes;
	struct error ignored;
	const struct like *l = &likes.list[0];
	const char *id;

	if (likeness_find(w, t->room, k->contact.phone, t->category,
	    t->base.id, &likes, &ignored) != OK)
		return;
	if (likes.n > 0 && l->how < LIKE_OPEN_ROOM)
		buf_printf(&b, _("hint: like %s: join-tickets %s --ticket %s"),
		    l->id, t->base.id, l->id);
	else if (likes.n > 0 && l->how == LIKE_OPEN_ROOM)
		buf_printf(&b, _("hint: %s has %lld more open: list tickets "
		    "--room %s"), room_spoken(w, t->room),
		    (long long)l->alike, t->room);
	else if (likes.n > 0)
		buf_printf(&b, _("hint: the caller has %lld more open: show "
		    "%s"), (long long)l->alike, l->id);
	else if (find_returned(w, &id, &ignored) == OK && id != NULL)
		buf_printf(&b, _("hint: %s was handed back to you: assign %s "
		    "--to WHO"), id, id);
	if (b.len > 0)
		cli_note(c, b.text);
	buf_free(&b);
}

/* Until it is recorded, or they leave the form. */
static enum status
fill(struct cli *c, struct taken *k, struct call *call, struct error *e)
{
	struct form *f;
	enum status status;

	if (form_open(c, call, &f, e) != OK)
		return e->status;
	do {
		*e = (struct error){ .status = OK };
		if (form_fill(f, e) != OK || cli_clock(c, e) != OK)
			return e->status;
		cli_digest(c, form_answers(f));
		status = work_run(&c->work, log_one, k, e);
	} while (status != OK && form_again(f, e));
	return status;
}

static enum status
take(struct cli *c, struct taken *k, struct call *call, struct error *e)
{
	if (by_form(c))
		return fill(c, k, call, e);
	cli_digest(c, call->phone);
	return work_run(&c->work, log_one, k, e);
}

static enum status
run(struct cli *c, struct error *e)
{
	struct bulk_args *args = c->values;
	struct taken k = { .cli = c, .call = &args->call };

	if (args->from != 0)
		return bulk_run(c, e);
	if (take(c, &k, &args->call, e) != OK)
		return e->status;
	if (k.ticket.self_taken && k.contact.no == 1)
		cli_note(c, _("note: you are the one complained about. It is "
		    "recorded as it was said (C5)"));
	if (cli_print(c, e) != OK)
		return e->status;
	cli_phrase(c, args->call.on_spot);
	/* Whoever filled in the form has seen them. */
	if (k.contact.no == 1 && !by_form(c) && cli_for_people(c) &&
	    isatty(STDERR_FILENO))
		hint(c, &k);
	return OK;
}

static const struct command command = {
	.name = "log-call", .operands = N_("[CONTENT]"),
	.about = N_("record a call, visit or letter and open its ticket"),
	.undone = N_("not recorded"), .args = &call_table,
	.more = &bulk_table, .listing = "tickets", .owed = 1,
	.common = TAKES_DESK | TAKES_WRITING | TAKES_KEEPING,
	.check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
