/* SPDX-License-Identifier: ISC */
/*
 * who-handles: which contractor answers for what (E2).
 */
#include <string.h>

#include "cli.h"
#include "firms.h"
#include "sheets.h"
#include "text.h"

static const struct section answers = {
	.name = "firms",
	.columns = { "asset", "firm", "name", "person", "phone",
		"our_share" },
	.headings = { N_("What"), N_("Code"), N_("Firm"), N_("Person"),
		N_("Telephone"), N_("What we do") },
	.text = 5, .spare = 1,
	.table = "asset name person phone our_share",
};

static int
has_asset(const struct firm *f, const char *code)
{
	for (const char *const *a = f->assets; a != NULL && *a != NULL; a++)
		if (strcmp(*a, code) == 0)
			return 1;
	return 0;
}

/* All firms that answer for it; what is blank in the file is said. */
static int
put_asset(struct cli *c, const struct firms *all, const char *code,
    const struct sheet *s)
{
	const struct firm *f = all->firms;
	struct buf b = { 0 };
	int n = 0;

	for (; f < all->firms + all->nfirms; f++) {
		const struct cell cells[] = {
			cell_text(code, word_label(word_assets, code)),
			cell_text(f->code, NULL),
			cell_text(f->name.chinese ? f->name.chinese :
			    f->name.english, label_of(&f->name)),
			cell_text(f->person, NULL), cell_text(f->phone, NULL),
			cell_text(f->our_share, NULL),
		};

		if (!has_asset(f, code))
			continue;
		n++;
		s->row(&answers, cells, f->phone == NULL, s->arg);
		if (f->phone != NULL)
			continue;
		buf_printf(&b, _("note: %s: contractors.yaml has no telephone "
		    "of %s (E2)"), word_label(word_assets, code),
		    label_of(&f->name));
		cli_note(c, b.text);
		buf_clear(&b);
	}
	buf_free(&b);
	return n;
}

static enum status
check(struct cli *c, struct error *e)
{
	const char *code;

	for (size_t i = 0; i < c->options.noperands; i++)
		if (word_need(word_assets, _("asset"),
		    c->options.operands[i], &code, e) != OK)
			return e->status;
	return OK;
}

static enum status
run(struct cli *c, struct error *e)
{
	const struct firms *all;
	struct buf nobody = { 0 };
	const struct sheet *s;
	const char *code;

	if (work_firms(&c->work, &all, e) != OK)
		return e->status;
	s = sheets_begin(c, 0);
	s->section(&answers, s->arg);
	for (size_t i = 0; i < c->options.noperands; i++) {
		code = word_code(word_assets, c->options.operands[i]);
		if (put_asset(c, all, code, s) == 0)
			buf_printf(&nobody, "%s%s", nobody.len ? _(", ") : "",
			    word_label(word_assets, code));
	}
	for (int i = 0; c->options.noperands == 0 && word_assets[i].code !=
	    NULL; i++)
		put_asset(c, all, word_assets[i].code, s);
	sheets_end(s);
	if (nobody.len == 0)
		return OK;
	fail(e, REFUSED, "E2", _("%s: no contractor answers for it"),
	    nobody.text);
	buf_free(&nobody);
	return advise(e, _("Enter one in contractors.yaml"));
}

static const struct command command = {
	.name = "who-handles", .operands = N_("[ASSET...]"),
	.about = N_("which contractor answers for what"),
	.common = TAKES_DESK | TAKES_ROWS, .check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
