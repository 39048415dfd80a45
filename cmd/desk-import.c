/* SPDX-License-Identifier: ISC */
/*
 * desk-import: make an empty store what an export says.
 */
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "import.h"
#include "moving.h"
#include "progress.h"

static enum status
check(struct cli *c, struct error *e)
{
	if (c->options.noperands > 1) {
		fail(e, MISUSED, NULL, _("\"%s\" is too much here"),
		    c->options.operands[1]);
		return advise(e, _("Give the file that desk-export wrote"));
	}
	if (c->options.noperands == 1 || !isatty(STDIN_FILENO))
		return OK;
	fail(e, MISUSED, NULL, _("no file is given"));
	return advise(e, _("Give the file that desk-export wrote"));
}

static void
tell(struct cli *c, const struct import *m)
{
	struct emit out = { .out = stdout, .format = FORMAT_JSON };

	if (cli_for_people(c))
		printf(m->there ? _("all there already: %" PRId64 " rows, %"
		    PRId64 " events, head %s\n") : _("imported: %" PRId64
		    " rows, %" PRId64 " events, head %s\n"), m->rows,
		    m->chain.events, m->chain.head);
	else if (!c->options.values.json)
		printf("rows\t%" PRId64 "\nevents\t%" PRId64 "\nhead\t%s\n",
		    m->rows, m->chain.events, m->chain.head);
	else {
		emit_number(&out, "rows", m->rows);
		emit_number(&out, "events", m->chain.events);
		emit_text(&out, "head", m->chain.head);
		emit_end(&out);
	}
}

static enum status
run(struct cli *c, struct error *e)
{
	const char *file = c->options.operands[0];
	struct progress p = { 0 };
	struct import m = { .in = stdin, .place = _("standard input"),
		.told = progress_told, .arg = &p };
	enum status status;

	if (moving_allowed(c, e) != OK)
		return e->status;
	if (c->options.noperands == 1) {
		m.in = fopen(file, "re");
		m.place = file;
	}
	if (m.in == NULL)
		return fail(e, REFUSED, NULL, "%s: %s", file,
		    strerror(errno));
	progress_begin(&p, c, m.in);
	if (p.size > 0)
		progress_hold(&p);
	status = import_office(&c->work, &m, e);
	progress_over(&p);
	if (m.in != stdin)
		fclose(m.in);
	c->wholly = status == OK;
	if (status == OK)
		tell(c, &m);
	return status;
}

static const struct command command = {
	.name = "desk-import", .operands = N_("[FILE]"),
	.about = N_("make an empty store what an export says"),
	.undone = N_("not imported"), .common = TAKES_DESK | TAKES_JSON,
	.check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
