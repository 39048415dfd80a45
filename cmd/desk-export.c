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
put(struct cli *c, FILE *out, int64_t *rows, struct error *e)
{
	struct moving m = { .cli = c };
	struct export x = { .out = out, .arg = &m };
	enum status status;

	if (isatty(STDERR_FILENO) && (out != stdout || !c->people))
		x.told = moving_told;
	status = export_office(&c->work, &x, e);
	moving_over(&m);
	*rows = x.rows;
	return status;
}

static enum status
unwritten(struct error *e)
{
	return fail(e, UNPRINTED, NULL, "%s", strerror(errno));
}

static enum status
put_file(struct cli *c, const char *file, int64_t *rows, struct error *e)
{
	const char *part;
	enum status status;
	FILE *out;

	if (newfile_begin(c->arena, file, &part, e) != OK)
		return e->status;
	out = fopen(part, "we");
	status = out == NULL ? unwritten(e) : put(c, out, rows, e);
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
	printf("%s", file);
	if (cli_for_people(c))
		printf(_("  exported: %" PRId64 " rows"), rows);
	putchar('\n');
}

static enum status
run(struct cli *c, struct error *e)
{
	const char *file = c->options.operands[0];
	int64_t rows;

	if (moving_allowed(c, e) != OK)
		return e->status;
	if (c->options.noperands == 0)
		return put(c, stdout, &rows, e);
	if (put_file(c, file, &rows, e) != OK)
		return e->status;
	tell(c, file, rows);
	return OK;
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
