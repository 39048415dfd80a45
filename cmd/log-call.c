/* SPDX-License-Identifier: ISC */
/*
 * log-call: record a call, visit or letter, and open its ticket.
 */
#include <string.h>
#include <unistd.h>

#include "bulk.h"
#include "cli.h"
#include "estate.h"
#include "reception.h"

struct taken {
	struct cli *cli;
	const struct call *call;
	int self_taken;
};

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
	struct contact contact;
	struct ticket ticket;
	struct buf said = { 0 };

	cli_begin(k->cli);
	if (reception_take(w, k->call, &ticket, &contact, e) != OK)
		return e->status;
	if (cli_for_people(k->cli))
		say(k->cli, &ticket, &contact, &said);
	k->self_taken = ticket.self_taken && contact.no == 1;
	cli_done(k->cli, ticket.base.id, said.text);
	buf_free(&said);
	return OK;
}

static enum status
run(struct cli *c, struct error *e)
{
	struct bulk_args *args = c->values;
	struct taken k = { .cli = c, .call = &args->call };

	if (args->from != 0)
		return bulk_run(c, e);
	cli_digest(c, args->call.phone);
	if (work_run(&c->work, log_one, &k, e) != OK)
		return e->status;
	if (k.self_taken)
		cli_note(c, _("note: you are the one complained about. It is "
		    "recorded as it was said (C5)"));
	if (cli_print(c, e) != OK)
		return e->status;
	cli_phrase(c, args->call.on_spot);
	return OK;
}

static const struct command command = {
	.name = "log-call", .operands = N_("CONTENT"),
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
