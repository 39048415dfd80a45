/* SPDX-License-Identifier: ISC */
/*
 * desk-backup: a whole, checked copy of the store, while others write.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "newfile.h"
#include "text.h"

static enum status
check(struct cli *c, struct error *e)
{
	if (c->options.noperands == 1 && *c->options.operands[0] != '\0')
		return OK;
	fail(e, MISUSED, NULL, _("no file is given"));
	return advise(e, _("Give one that is not there yet, as in: "
	    "desk-backup /backup/desk-2026-11-23.db"));
}

static void
tell(struct cli *c, const char *file)
{
	struct emit out = { .out = stdout, .format = FORMAT_JSON };

	if (cli_for_people(c))
		printf("%s  %s\n", text_shown(c->arena, file),
		    _("copied and checked"));
	else if (!c->options.values.json)
		printf("%s\n", file);
	else {
		emit_text(&out, "file", file);
		emit_end(&out);
	}
}

static enum status
run(struct cli *c, struct error *e)
{
	const struct driver *d = store_driver(c->work.store);
	const char *file = c->options.operands[0], *part;

	if (newfile_begin(c->arena, file, &part, e) != OK)
		return e->status;
	if (d->copy(store_db(c->work.store), part, e) != OK) {
		unlink(part);
		return e->status;
	}
	if (newfile_keep(c->arena, file, part) != 0)
		return fail(e, BROKEN, NULL, "%s: %s", file, strerror(errno));
	tell(c, file);
	return OK;
}

static const struct command command = {
	.name = "desk-backup", .operands = N_("FILE"),
	.about = N_("make a whole, checked copy of the store"),
	.undone = N_("no backup made"), .common = TAKES_DESK | TAKES_JSON,
	.check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
