/* SPDX-License-Identifier: ISC */
/*
 * desk-export: everything the store has of this office, as JSON Lines.
 */
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "export.h"
#include "moving.h"
#include "newfile.h"
#include "progress.h"
#include "text.h"

static enum status
check(struct cli *c, struct error *e)
{
	if (c->options.noperands == 0 ||
	    (c->options.noperands == 1 && *c->options.operands[0] != '\0'))
		return OK;
	fail(e, MISUSED, NULL, _("one file at most"));
	return advise(e, _("Give one that is not there yet, or none for "
	    "standard output"));
}

static enum status
put(struct cli *c, FILE *out, struct progress *p, int64_t *rows,
    struct error *e)
{
	struct export x = { .out = out, .told = progress_told, .arg = p };
	enum status status = export_office(&c->work, &x, e);

	*rows = x.rows;
	return status;
}

static enum status
unwritten(struct error *e)
{
	return fail(e, UNPRINTED, NULL, "%s", strerror(errno));
}

static enum status
put_file(struct cli *c, const char *file, struct progress *p, int64_t *rows,
    struct error *e)
{
	const char *part;
	enum status status;
	FILE *out;

	if (newfile_begin(c->arena, file, &part, e) != OK)
		return e->status;
	out = fopen(part, "we");
	status = out == NULL ? unwritten(e) : put(c, out, p, rows, e);
	if (out != NULL && fclose(out) != 0 && status == OK)
		status = unwritten(e);
	if (status == OK && newfile_keep(c->arena, file, part) != 0)
		status = unwritten(e);
	if (status != OK)
		unlink(part);
	return status;
}

static void
tell(struct cli *c, const char *file, int64_t rows)
{
	printf("%s", cli_for_people(c) ? text_shown(c->arena, file) : file);
	if (cli_for_people(c))
		printf(_("  exported: %" PRId64 " rows"), rows);
	putchar('\n');
}

static enum status
run(struct cli *c, struct error *e)
{
	const char *file = c->options.operands[0];
	struct progress p = { 0 };
	enum status status;
	int64_t rows = 0;

	if (moving_allowed(c, e) != OK)
		return e->status;
	progress_begin(&p, c, NULL);
	if (file != NULL) {
		progress_hold(&p);
		status = put_file(c, file, &p, &rows, e);
	} else {
		/* Not among the lines of the export itself. */
		p.seen = p.seen && !c->people;
		status = put(c, stdout, &p, &rows, e);
	}
	progress_over(&p);
	if (status == OK && file != NULL)
		tell(c, file, rows);
	return status;
}

static const struct command command = {
	.name = "desk-export", .operands = N_("[FILE]"),
	.about = N_("write everything of this office as JSON Lines"),
	.undone = N_("not exported"), .common = TAKES_DESK,
	.check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
