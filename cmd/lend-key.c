/* SPDX-License-Identifier: ISC */
/*
 * lend-key: give out a key, against one identity card (E4).
 *
 * The number of the card is read into memory that is kept out of cores, and
 * out of swap as far as the system lets it, and is gone before the store is
 * written.
 */
#include <bsd/readpassphrase.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "cabinet.h"
#include "clause.h"
#include "cli.h"
#include "lending.h"
#include "xalloc.h"

enum { NUMBER_ROOM = 128, TRIES = 3 };

struct giving {
	struct cli *cli;
	const struct lending *asked;
	struct card card;
};

static enum status
check(struct cli *c, struct error *e)
{
	struct lending *a = c->values;

	if (c->options.noperands == 0) {
		fail(e, MISUSED, "E4", _("no key is named"));
		return advise(e, _("Give its tag, as in: lend-key PD-1; all "
		    "of them: list keys"));
	}
	if (c->options.noperands > 1) {
		fail(e, MISUSED, "E4", _("more than one key is named, and "
		    "one card is good for one"));
		return advise(e, _("Lend each by itself; the number of the "
		    "card is typed when it is asked for"));
	}
	a->key = c->options.operands[0];
	if (a->id_type == 0)
		a->id_type = CARD_RESIDENT;
	return OK;
}

/* The first line, byte by byte: nothing of it stays in a buffer. */
static void
read_line(char out[static NUMBER_ROOM])
{
	size_t n = 0;
	char byte;

	while (read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n')
		if (n < NUMBER_ROOM - 1)
			out[n++] = byte ? byte : '\1';	/* none has it */
	out[n] = '\0';
}

static enum status
ask(struct cli *c, int type, char number[static NUMBER_ROOM],
    struct error *e)
{
	/* TRANSLATORS: asking for the number of a card, of which kind. */
	const char *prompt = arena_printf(c->arena, _("Number of the %s (not "
	    "shown; look at it and hand it back): "), word_label(word_cards,
	    word_cards[type - 1].code));
	enum status status = OK;

	for (int i = 0; i < TRIES; i++) {
		struct buf why = { 0 };

		if (readpassphrase(prompt, number, NUMBER_ROOM,
		    RPP_REQUIRE_TTY) == NULL)
			number[0] = '\0';
		status = card_check(number, type, c->work.now, e);
		if (status == OK || number[0] == '\0' || i + 1 == TRIES)
			break;
		cli_message(c, e, &why);
		cli_note(c, why.text);
		buf_free(&why);
	}
	return status;
}

static enum status
take_number(struct cli *c, int type, char number[static NUMBER_ROOM],
    struct error *e)
{
	if (isatty(STDIN_FILENO))
		return ask(c, type, number, e);
	read_line(number);
	if (card_check(number, type, c->work.now, e) == OK)
		return OK;
	return at_place(e, _("standard input:1"));
}

static enum status
take_card(struct cli *c, int type, struct card *card, struct error *e)
{
	/* A page of its own, where the system lets it be held neither in swap
	 * nor in a core. */
	char *number = mmap(NULL, NUMBER_ROOM, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	if (number == MAP_FAILED)
		xmust(NULL);
	mlock(number, NUMBER_ROOM);
	madvise(number, NUMBER_ROOM, MADV_DONTDUMP);
	if (take_number(c, type, number, e) == OK)
		card_seal(c->work.desk->dir, number, type, card, e);
	explicit_bzero(number, NUMBER_ROOM);
	munmap(number, NUMBER_ROOM);
	return e->status;
}

static void
say(struct cli *c, const struct loan *l, struct buf *out)
{
	char when[CLOCK_ROOM];

	buf_puts(out, _("lent  "));
	cabinet_shown(&c->work, l, out);
	/* TRANSLATORS: the end of a card's number. */
	buf_printf(out, _("  %s, card ending %s"), l->borrower, l->card_end);
	/* TRANSLATORS: when a key is to be back. */
	buf_printf(out, _("  back by %s"), clock_sentence(l->due,
	    c->work.now, when));
	clause_put(out, "E4");
	if (l->card_held)
		buf_printf(out, "  %s", _("the card is kept"));
}

static enum status
lend(struct work *w, void *arg, struct error *e)
{
	struct giving *g = arg;
	struct buf said = { 0 };
	struct loan l;

	cli_begin(g->cli);
	if (lending_take(w, g->asked, &g->card, &l, e) != OK)
		return e->status;
	if (cli_for_people(g->cli))
		say(g->cli, &l, &said);
	cli_done(g->cli, l.base.id, said.text);
	buf_free(&said);
	return OK;
}

static enum status
run(struct cli *c, struct error *e)
{
	struct giving g = { .cli = c, .asked = c->values };
	/* What was done already needs no more than its card. */
	if (!c->work.request_given && lending_ready(&c->work, g.asked, e) !=
	    OK)
		return e->status;
	if (take_card(c, g.asked->id_type, &g.card, e) != OK)
		return e->status;
	cli_digest(c, g.card.mac);
	if (work_run(&c->work, lend, &g, e) != OK)
		return e->status;
	return cli_print(c, e);
}

static const struct command command = {
	.name = "lend-key", .operands = N_("KEY"),
	.about = N_("give out a key, against one identity card"),
	.undone = N_("not lent"), .args = &lending_table,
	.listing = "loans",
	.common = TAKES_DESK | TAKES_WRITING | TAKES_NO_CARD,
	.check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
