/* SPDX-License-Identifier: ISC */
/*
 * count-keys: which keys hang in the cabinet, against which should (E4).
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "keycount.h"

struct args {
	int none;
};

static const struct field fields[] = {
	{ FIELD(args, none, "none", T_FLAG),
	  .help = N_("the cabinet is empty") },
	{ 0 }
};

static const struct table args_table = {
	"count_keys", sizeof(struct args), fields
};

struct counting {
	struct cli *cli;
	struct pick *found;
	size_t n, room;
};

static enum status
check(struct cli *c, struct error *e)
{
	const struct args *a = c->values;

	if (!a->none || c->options.noperands == 0)
		return OK;
	fail(e, MISUSED, NULL, _("%s and %s exclude each other"), "--none",
	    c->options.operands[0]);
	return advise(e, _("Leave one of them out"));
}

static int
same_pick(const struct pick *a, const struct pick *b)
{
	return a->key == b->key && a->copy == b->copy && a->ring == b->ring;
}

/* A key that was found; one that was given before is counted once. */
static enum status
add(struct counting *k, const char *typed, struct error *e)
{
	struct cli *c = k->cli;
	struct buf note = { 0 };
	struct pick p, *more;

	if (cabinet_find_one(&c->work, typed, &p, e) != OK)
		return e->status;
	for (size_t i = 0; i < k->n; i++)
		if (same_pick(&k->found[i], &p)) {
			buf_printf(&note, _("note: %s was given twice, and "
			    "counts once"), typed);
			cli_note(c, note.text);
			buf_free(&note);
			return OK;
		}
	if (k->n == k->room) {
		k->room = k->room ? 2 * k->room : 64;
		more = arena_alloc(c->arena, k->room * sizeof(*more));
		if (k->n > 0)
			memcpy(more, k->found, k->n * sizeof(*more));
		k->found = more;
	}
	k->found[k->n++] = p;
	return OK;
}

/* On a terminal the next one can be taken again at once; else its line says
 * where the mistake stands. */
static enum status
add_line(struct counting *k, const char *word, size_t line, struct error *e)
{
	struct buf why = { 0 };

	if (add(k, word, e) == OK)
		return OK;
	if (e->status != REFUSED)
		return e->status;
	if (!cli_asks()) {
		e->status = MISREAD;
		return at_place(e, _("standard input:%zu:1"), line);
	}
	cli_message(k->cli, e, &why);
	cli_note(k->cli, why.text);
	buf_free(&why);
	return OK;
}

/* One key a line, as a scanner types them; on a terminal an empty line ends
 * it. */
static enum status
read_found(struct counting *k, struct error *e)
{
	char *line = NULL, *word;
	size_t size = 0, number = 0;
	enum status status = OK;

	if (cli_asks())
		fputs(_("Scan or type each key; an empty line ends it.\n"),
		    stderr);
	while (status == OK && getline(&line, &size, stdin) > 0) {
		number++;
		word = line + strspn(line, " \t");
		word[strcspn(word, " \t\r\n")] = '\0';
		if (*word == '\0' && cli_asks())
			break;
		if (*word != '\0')
			status = add_line(k, arena_copy(k->cli->arena, word),
			    number, e);
	}
	free(line);
	if (status == OK && !feof(stdin) && (ferror(stdin) || !cli_asks()))
		return fail(e, BROKEN, NULL, _("standard input cannot be "
		    "read"));
	return status;
}

/* Each behind two blanks, where a line may break. */
static void
say_tags(const char *tags, struct buf *out)
{
	for (; *tags != '\0'; tags++)
		buf_puts(out, *tags == ' ' ? "  " : (char[]){ *tags, '\0' });
}

static void
say(const struct key_count *k, struct buf *out)
{
	buf_printf(out, _("counted  expected %lld  found %lld"),
	    (long long)k->expected, (long long)k->found);
	if (k->missing > 0) {
		buf_printf(out, _("  missing %lld:  "),
		    (long long)k->missing);
		say_tags(k->missing_keys, out);
	}
	if (k->unexpected > 0) {
		buf_printf(out, _("  unexpected %lld:  "),
		    (long long)k->unexpected);
		say_tags(k->unexpected_keys, out);
		buf_puts(out, _("  if it is back: return-key KEY"));
	}
	if (k->base.state == COUNT_AGREES)
		buf_printf(out, "  %s", word_label(word_count_states,
		    "agrees"));
}

static enum status
record(struct work *w, void *arg, struct error *e)
{
	struct counting *k = arg;
	struct buf said = { 0 };
	struct key_count n;

	cli_begin(k->cli);
	if (count_take(w, k->found, k->n, &n, e) != OK)
		return e->status;
	say(&n, &said);
	cli_done(k->cli, n.base.id, said.text);
	buf_free(&said);
	return OK;
}

static enum status
run(struct cli *c, struct error *e)
{
	struct counting k = { .cli = c };
	const struct args *a = c->values;
	struct buf all = { 0 };

	for (size_t i = 0; i < c->options.noperands; i++)
		if (add(&k, c->options.operands[i], e) != OK)
			return e->status;
	if (c->options.noperands == 0 && !a->none && read_found(&k, e) != OK)
		return e->status;
	if (k.n == 0 && !a->none)
		return OK;
	for (size_t i = 0; i < k.n; i++)
		buf_printf(&all, "%s/%" PRId64 "\n", k.found[i].key->tag,
		    k.found[i].copy);
	cli_digest(c, all.text);
	buf_free(&all);
	if (work_run(&c->work, record, &k, e) != OK)
		return e->status;
	return cli_print(c, e);
}

static const struct command command = {
	.name = "count-keys", .operands = N_("[KEY...]"),
	.about = N_("record which keys hang in the cabinet"),
	.undone = N_("not counted"), .args = &args_table,
	.listing = "counts", .row = 1,
	.common = TAKES_DESK | TAKES_WRITING, .check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
