/* SPDX-License-Identifier: ISC */
/*
 * cli.c: what every command does the same way, from start to exit status.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "clause.h"
#include "emit.h"
#include "text.h"

static const int exit_codes[] = {
	[OK] = 0, [REFUSED] = 1, [MISUSED] = 64, [MISREAD] = 65,
	[BROKEN] = 70, [UNPRINTED] = 74, [BUSY] = 75, [FORBIDDEN] = 77,
	[MISCONFIGURED] = 78,
};

/* Closed descriptors would be taken by the store's files; those in their
 * place fail as closed ones do. */
static void
keep_descriptors(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
			_Exit(exit_codes[BROKEN]);
}

/* Beside the program: ../share/locale. */
static void
bind_catalogue(void)
{
	static const char tail[] = "/share/locale";
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path,
	    sizeof(path) - sizeof(tail));

	if (n <= 0)
		return;
	path[n] = '\0';
	for (int up = 0; up < 2; up++) {
		char *slash = strrchr(path, '/');

		if (slash == NULL)
			return;
		*slash = '\0';
	}
	strcat(path, tail);
	bindtextdomain("frontdesk", path);
	bind_textdomain_codeset("frontdesk", "UTF-8");
	bind_textdomain_codeset("libc", "UTF-8");	/* strerror() */
}

static int
is_empty(const char *s)
{
	return s == NULL || *s == '\0';
}

/* What the messages are in without any catalogue. */
static int
is_english(const char *locale)
{
	return strncmp(locale, "en", 2) == 0 || strcmp(locale, "POSIX") == 0 ||
	    strcmp(locale, "C") == 0 || strncmp(locale, "C.", 2) == 0;
}

/*
 * Messages follow LC_ALL, LC_MESSAGES and LANG even where no such locale was
 * ever generated: C.UTF-8 is always there, and LANGUAGE names the catalogue.
 * Nothing else of a locale is wanted: text is UTF-8, numbers are data.
 */
static void
choose_language(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *wanted = NULL;

	for (int i = 0; i < 3 && is_empty(wanted); i++)
		wanted = getenv(names[i]);
	if (is_empty(wanted) || (is_empty(getenv("LANGUAGE")) &&
	    is_english(wanted)))
		return;
	if (setlocale(LC_MESSAGES, "") == NULL) {
		setlocale(LC_MESSAGES, "C.UTF-8");
		if (is_empty(getenv("LANGUAGE")))
			setenv("LANGUAGE", wanted, 1);
	}
	bind_catalogue();
}

static size_t
count(const struct table *t)
{
	size_t n = 0;

	while (t->fields[n].name != NULL)
		n++;
	return n;
}

/* One table of the fields of two. */
static const struct table *
both(struct arena *arena, const struct table *a, const struct table *b)
{
	size_t n = count(a), m = count(b);
	struct table *t = arena_alloc(arena, sizeof(*t));
	struct field *fields = arena_alloc(arena, (n + m + 1) *
	    sizeof(*fields));

	memcpy(fields, a->fields, n * sizeof(*fields));
	memcpy(fields + n, b->fields, m * sizeof(*fields));
	t->name = b->name;
	t->size = b->size;
	t->fields = fields;
	return t;
}

/* The names of those it takes, and of all of the other table. */
static const char *
joined(struct arena *arena, const char *takes, const struct table *more)
{
	for (const struct field *f = more->fields; f->name != NULL; f++)
		takes = arena_printf(arena, "%s %s", takes, f->name);
	return takes;
}

static void
start(struct cli *c, const struct command *command)
{
	memset(c, 0, sizeof(*c));
	if (command->common & TAKES_DESK)
		memory_ahead();
	keep_descriptors();
	choose_language();
	signal(SIGALRM, SIG_DFL);
	signal(SIGXFSZ, SIG_IGN);	/* no room, as on a full disk */
	if (command->undone != NULL)
		signal(SIGPIPE, SIG_IGN);	/* stored, but not printed: 74 */
	else
		signal(SIGPIPE, SIG_DFL);
	c->command = command;
	c->arena = arena_new();
	c->people = isatty(STDOUT_FILENO);
	c->options.own = command->args;
	c->options.common = command->common;
	if (command->record != NULL && command->args == NULL) {
		const struct step *s = step_find(command->record,
		    command->step);

		c->options.own = &command->record->inputs;
		c->options.takes = s->takes ? s->takes : "";
		if (command->more != NULL)
			c->options.takes = joined(c->arena, c->options.takes,
			    command->more);
	}
	if (command->more != NULL)
		c->options.own = both(c->arena, c->options.own, command->more);
	if (c->options.own != NULL)
		c->values = arena_alloc(c->arena, c->options.own->size);
}

void
cli_message(const struct cli *c, const struct error *e, struct buf *out)
{
	const char *undone = c->command->undone;
	int whose = e->place[0] == '\0' && undone != NULL &&
	    e->status != MISUSED && e->status != MISCONFIGURED;

	if (e->place[0] != '\0')
		buf_printf(out, "%s: ", e->place);
	else if (whose)
		/* TRANSLATORS: what was not done, and then why. */
		buf_printf(out, _("%s: "), _(undone));
	buf_puts(out, e->text);
	clause_put(out, e->clause);
	if (e->advice[0] != '\0')
		/* TRANSLATORS: between a fact and what to do next. */
		buf_printf(out, "%s%s", _(". "), e->advice);
}

void
cli_note(const struct cli *c, const char *text)
{
	struct buf shown = { 0 };

	text_visible(text, 0, &shown);
	fprintf(stderr, "%s: %s\n", c->command->name,
	    shown.text ? shown.text : "");
	buf_free(&shown);
}

void
cli_lines(const struct cli *c, struct buf *lines)
{
	char *line = lines->text, *end;

	for (; line != NULL && (end = strchr(line, '\n')) != NULL;
	    line = end + 1) {
		*end = '\0';
		cli_note(c, line);
	}
	buf_free(lines);
}

static void
complain(struct cli *c, const struct error *e)
{
	struct buf b = { 0 };

	cli_message(c, e, &b);
	if (e->status == BUSY && c->work.request != NULL &&
	    c->command->common & TAKES_WRITING) {
		buf_puts(&b, _(". "));
		buf_printf(&b, _("Run it again with --request-id %s: nothing "
		    "is done twice"), c->work.request);
	} else if (e->status == BUSY && e->advice[0] == '\0')
		buf_printf(&b, "%s%s", _(". "), _("Run it again"));
	cli_note(c, b.text);
	buf_free(&b);
}

int
cli_asks(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

enum status
cli_agrees(struct cli *c, const char *question, int *yes, struct error *e)
{
	char line[16];

	*yes = c->options.values.yes;
	if (*yes)
		return OK;
	if (!cli_asks()) {
		fail(e, MISUSED, NULL, _("this has to be confirmed"));
		return advise(e, _("Add --yes if it is meant"));
	}
	fprintf(stderr, "%s [y/N] ", question);
	if (fgets(line, sizeof(line), stdin) != NULL)
		*yes = *line == 'y' || *line == 'Y';
	return OK;
}

int
cli_for_people(const struct cli *c)
{
	const struct common *v = &c->options.values;

	return !v->json && !v->csv && !v->quiet && (c->people || v->table);
}

enum format
cli_format(const struct cli *c)
{
	const struct common *v = &c->options.values;

	return v->json ? FORMAT_JSON : v->csv ? FORMAT_CSV : FORMAT_TSV;
}

int
cli_colour(const struct cli *c)
{
	const char *when = c->options.values.color, *term = getenv("TERM");

	if (when != NULL && strcmp(when, "always") == 0)
		return 1;
	if (when != NULL && strcmp(when, "never") == 0)
		return 0;
	return c->people && getenv("NO_COLOR") == NULL && term != NULL &&
	    strcmp(term, "dumb") != 0;
}

/* What was stored must be known even if it could not be printed. */
static void
say_unprinted(struct cli *c, const char *why)
{
	struct buf b = { 0 };

	for (size_t i = 0; i + 1 < c->done.len; i++)
		if (c->done.text[i] == '\n')
			c->done.text[i] = ' ';
	if (c->done.len > 0) {
		c->done.text[c->done.len - 1] = '\0';
		buf_printf(&b, _("recorded as %s, but not printed (%s). "
		    "Do not record it again"), c->done.text, why);
	} else if (c->work.bulk || c->wholly)
		buf_printf(&b, _("all is recorded, but not all of it printed "
		    "(%s). Do not record it again"), why);
	else
		buf_printf(&b, _("the output could not be written (%s)"),
		    why);
	cli_note(c, b.text);
	buf_free(&b);
}

static enum status
finish(struct cli *c, enum status status, const struct error *e)
{
	if (status != OK && status != UNPRINTED)
		buf_clear(&c->done);	/* it was undone again */
	errno = 0;
	if (fflush(stdout) != 0 || ferror(stdout) || (close(STDOUT_FILENO) !=
	    0 && errno != EBADF)) {
		say_unprinted(c, status == UNPRINTED ? e->text :
		    strerror(errno ? errno : EIO));
		status = UNPRINTED;
	} else if (status == UNPRINTED)
		say_unprinted(c, e->text);
	return status;
}

/* --help and its like need nothing else; -1: neither was asked for. */
static int
informed(struct cli *c)
{
	const struct common *v = &c->options.values;
	struct buf b = { 0 };

	if (v->describe)
		options_describe(&c->options, &b);
	else if (v->help)
		options_help(&c->options, c->command->name,
		    *c->command->operands ? _(c->command->operands) : "",
		    _(c->command->about), &b);
	else if (v->version)
		buf_printf(&b, _("%s (frontdesk) %s, store version %d, ISC "
		    "licence\n"), c->command->name, VERSION, STORE_VERSION);
	else
		return 0;
	if (b.text != NULL)
		fputs(b.text, stdout);
	buf_free(&b);
	return 1;
}

static enum status
check_arguments(struct cli *c, struct error *e)
{
	const char *when = c->options.values.color;

	if (when != NULL && strcmp(when, "auto") != 0 &&
	    strcmp(when, "always") != 0 && strcmp(when, "never") != 0)
		return fail(e, MISUSED, NULL,
		    _("--color is auto, always or never"));
	if (c->command->check != NULL && c->command->check(c, e) != OK)
		return e->status;
	return c->command->common & TAKES_IDS ? cli_ids(c, e) : OK;
}

static enum status
work(struct cli *c, struct error *e)
{
	if (check_arguments(c, e) != OK)
		return e->status;
	if (c->command->common & TAKES_DESK &&
	    !(c->command->common & OPENS_ITSELF) && cli_open(c, e) != OK)
		return e->status;
	cli_once(c);
	if (c->command->common & TAKES_IDS && c->nids == 0)
		return OK;
	return c->command->run(c, e);
}

int
cli_main(const struct command *command, int argc, char *argv[])
{
	struct cli c;
	struct error e = { .status = OK };
	enum status status;

	start(&c, command);
	argv += argc > 0;
	status = command->common & TAKES_NO_CARD ? cli_no_card(argv, &e) : OK;
	if (status == OK)
		status = options_parse(&c.options, argv, c.values, c.arena, &e);
	if (status == OK && !informed(&c))
		status = work(&c, &e);
	if (c.refused.len > 0)
		fputs(c.refused.text, stderr);
	if (status != OK && status != UNPRINTED && e.text[0] != '\0')
		complain(&c, &e);
	if (status == OK)
		status = c.worst;
	/* Memory and files go back with the process, sooner than by hand. */
	exit(exit_codes[finish(&c, status, &e)]);
}
