/* SPDX-License-Identifier: ISC */
/*
 * frontdesk: list the commands, or run one of them.
 */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"
#include "table.h"
#include "text.h"

static const struct entry {
	const char *name, *group, *text;	/* N_() */
} entries[] = {
	{ "log-call", N_("Reception"), N_("log a call or visit") },
	{ "who-handles", N_("Reception"), N_("who answers for what") },
	{ "assign", N_("Handling"), N_("hand over") },
	{ "accept", N_("Handling"), N_("accept") },
	{ "hand-back", N_("Handling"), N_("hand back") },
	{ "answer", N_("Handling"), N_("answer the resident") },
	{ "promise", N_("Handling"), N_("tell a time") },
	{ "chase", N_("Handling"), N_("ask those outside") },
	{ "follow-up", N_("Handling"), N_("follow up") },
	{ "resolve", N_("Handling"), N_("finish") },
	{ "call-back", N_("Handling"), N_("ask if it is done") },
	{ "reopen", N_("Handling"), N_("open again") },
	{ "escalate", N_("Handling"), N_("escalate") },
	{ "acknowledge", N_("Handling"), N_("seen by the head") },
	{ "join-tickets", N_("Handling"), N_("one matter") },
	{ "amend", N_("Handling"), N_("put right, void") },
	{ "lend-key", N_("Keys"), N_("give out a key") },
	{ "return-key", N_("Keys"), N_("take keys back") },
	{ "count-keys", N_("Keys"), N_("count them") },
	{ "mark-key", N_("Keys"), N_("lost, withdrawn") },
	{ "analyse", N_("Oversight"), N_("why they recur") },
	{ "report", N_("Oversight"), N_("reports, registers") },
	{ "list", N_("Reading"), N_("list") },
	{ "show", N_("Reading"), N_("a record's story") },
	{ "desk-init", N_("The desk"), N_("make a desk") },
	{ "desk-check", N_("The desk"), N_("check it") },
	{ "desk-backup", N_("The desk"), N_("back it up") },
	{ "desk-export", N_("The desk"), N_("move it: all out") },
	{ "desk-import", N_("The desk"), N_("move it: all in") },
	{ NULL, NULL, NULL }
};

enum { LEFT = 11, RIGHT = 46, BEHIND = 13 };

/* Blanks up to a column of the line, and the text there. */
static void
put_at(struct buf *out, size_t *column, size_t at, const char *text)
{
	size_t gap = at > *column ? at - *column : *column > 0;

	buf_printf(out, "%*s%s", (int)gap, "", text);
	*column += gap + text_width(text);
}

/* Two commands a line, so that all fit a terminal of 24 lines. */
static void
print_grouped(void)
{
	const char *group = "";
	struct buf out = { 0 };
	size_t column = 0;
	int second = 0;

	for (const struct entry *p = entries; p->name != NULL; p++) {
		int same = strcmp(group, p->group) == 0;
		size_t at = same && !second ? RIGHT : LEFT;

		second = at == RIGHT;
		if (!second && out.len > 0)
			buf_putc(&out, '\n');
		if (!second)
			column = 0;
		if (!same)
			put_at(&out, &column, 0, _(p->group));
		put_at(&out, &column, at, p->name);
		put_at(&out, &column, at + BEHIND, _(p->text));
		group = p->group;
	}
	fputs(out.text, stdout);
	puts(_("\nusage: COMMAND -h   everything: man COMMAND   "
	    "times, names, ids: man 7 frontdesk"));
	buf_free(&out);
}

static enum status
list(struct cli *c, struct error *e)
{
	struct emit out = { .out = stdout, .format = cli_format(c) };

	(void)e;
	if (cli_for_people(c) && terminal_width() >= 72) {
		print_grouped();
		return OK;
	}
	for (const struct entry *p = entries; p->name != NULL; p++) {
		emit_text(&out, "name", p->name);
		emit_text(&out, "group", _(p->group));
		emit_text(&out, "text", _(p->text));
		emit_end(&out);
	}
	return OK;
}

static enum status
no_command(const char *name, struct error *e)
{
	const char *names[64], *near;
	int n = 0;

	for (const struct entry *p = entries; p->name != NULL; p++)
		names[n++] = p->name;
	names[n] = NULL;
	near = text_nearest(name, names);
	fail(e, MISUSED, NULL, _("there is no command %s"), name);
	if (near != NULL)
		return advise(e, _("Did you mean %s?"), near);
	return advise(e, _("All commands: frontdesk"));
}

static const struct command command = {
	.name = "frontdesk", .operands = N_("[COMMAND ...]"),
	.about = N_("list the commands, or run one of them"),
	.common = TAKES_JSON, .run = list,
};

static enum status
unknown(struct cli *c, struct error *e)
{
	return no_command(c->options.operands[0], e);
}

/* The command lies beside this program; returns only when it is not there. */
static void
run(char *argv[])
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	char *slash;

	if (n <= 0)
		return;
	path[n] = '\0';
	slash = strrchr(path, '/');
	if (strlen(argv[1]) + (size_t)(slash - path) + 2 > sizeof(path))
		return;
	strcpy(slash + 1, argv[1]);
	execv(path, argv + 1);
}

static int
is_command(const char *name)
{
	for (const struct entry *p = entries; p->name != NULL; p++)
		if (strcmp(p->name, name) == 0)
			return 1;
	return 0;
}

int
main(int argc, char *argv[])
{
	struct command missing = command;

	if (argc < 2 || argv[1][0] == '-')
		return cli_main(&command, argc, argv);
	if (is_command(argv[1]))
		run(argv);
	missing.run = unknown;
	argv[2] = NULL;
	return cli_main(&missing, argc < 3 ? argc : 2, argv);
}
