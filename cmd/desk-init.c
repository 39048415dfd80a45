/* SPDX-License-Identifier: ISC */
/*
 * desk-init: make a desk: its directory, its configuration and its store.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"
#include "config.h"
#include "founding.h"
#include "replan.h"
#include "text.h"

struct args {
	int practice;
	const char *office;
};

static const struct field fields[] = {
	{ FIELD(args, practice, "practice", T_FLAG),
	  .help = N_("for training and tests: the clock can be set") },
	{ FIELD(args, office, "office", T_TEXT), .arg = N_("CODE"),
	  .help = N_("code of the office, for a new configuration") },
	{ 0 }
};

static const struct table args_table = {
	"desk_init", sizeof(struct args), fields
};

static const char *const samples[] = {
	"desk.yaml", "staff.yaml", "contractors.yaml", "keys.yaml", NULL
};

static enum status
check(struct cli *c, struct error *e)
{
	const struct args *a = c->values;

	if (c->options.noperands != 1) {
		fail(e, MISUSED, NULL, _("no directory is given"));
		return advise(e, _("Give one, as in: desk-init /srv/desk"));
	}
	if (a->office != NULL && (strlen(a->office) > 8 || strspn(a->office,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != strlen(a->office) ||
	    *a->office == '\0')) {
		fail(e, MISUSED, NULL, _("\"%s\" is no code of an office"),
		    a->office);
		return advise(e, _("Use 1 to 8 capital letters and digits"));
	}
	return OK;
}

static enum status
system_fail(const char *path, struct error *e)
{
	return fail(e, MISCONFIGURED, NULL, "%s: %s", path, strerror(errno));
}

/* Where the sample lies, seen from the program. */
static enum status
sample_dir(struct cli *c, const char **dir, struct error *e)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (n <= 0)
		return system_fail("/proc/self/exe", e);
	path[n] = '\0';
	for (int up = 0; up < 2; up++)
		*strrchr(path, '/') = '\0';
	*dir = arena_printf(c->arena, "%s/share/frontdesk/config", path);
	return OK;
}

static enum status
make_directory(const char *dir, int practice, struct error *e)
{
	struct stat sb;
	int made = mkdir(dir, 0770) == 0;

	if (!made && errno != EEXIST)
		return system_fail(dir, e);
	if (stat(dir, &sb) != 0 || (S_ISDIR(sb.st_mode) ? 0 :
	    (errno = ENOTDIR)) != 0)
		return system_fail(dir, e);
	/* Group and its inheritance whatever the umask; no world. */
	if (made && chmod(dir, 02770) != 0)
		return system_fail(dir, e);
	if (!practice && sb.st_mode & S_IWOTH) {
		fail(e, MISCONFIGURED, NULL,
		    _("%s may be written by everybody"), dir);
		return advise(e, _("Take that away: chmod o-rwx %s"), dir);
	}
	return OK;
}

/* The sample's `office:' line with another code. */
static void
put_office(FILE *out, const char *line, const char *office)
{
	if (office != NULL && strncmp(line, "office:", 7) == 0)
		fprintf(out, "office: %s\n", office);
	else
		fputs(line, out);
}

static enum status
copy(const char *from, const char *to, const char *office, struct error *e)
{
	char *line = NULL;
	size_t room = 0;
	FILE *in = fopen(from, "re"), *out;
	int fd, bad;

	if (in == NULL)
		return system_fail(from, e);
	fd = open(to, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW,
	    0640);
	out = fd < 0 ? NULL : fdopen(fd, "w");
	if (out == NULL) {
		fclose(in);
		return system_fail(to, e);
	}
	while (getline(&line, &room, in) > 0)
		put_office(out, line, office);
	free(line);
	bad = (feof(in) == 0) | ferror(out) | fflush(out) | fchmod(fd, 0640) |
	    fsync(fd);
	fclose(in);
	bad |= fclose(out);
	return bad ? system_fail(to, e) : OK;
}

/* One file of the sample, whole or not at all; one that is there stays. */
static enum status
place(struct cli *c, const char *samples_at, const char *dir,
    const char *name, struct error *e)
{
	const struct args *a = c->values;
	const char *to = arena_printf(c->arena, "%s/%s", dir, name);
	const char *from = arena_printf(c->arena, "%s/%s", samples_at, name);
	const char *new = arena_printf(c->arena, "%s.new", to);
	struct stat sb;

	if (lstat(to, &sb) == 0)
		return OK;
	unlink(new);	/* what a power cut left */
	if (copy(from, new, a->office, e) != OK)
		return e->status;
	return rename(new, to) == 0 ? OK : system_fail(to, e);
}

static enum status
place_sample(struct cli *c, const char *dir, struct error *e)
{
	const char *at, *desk = arena_printf(c->arena, "%s/desk.yaml", dir);
	struct stat sb;

	if (lstat(desk, &sb) == 0)
		return OK;	/* a desk is configured here already */
	if (sample_dir(c, &at, e) != OK)
		return e->status;
	/* desk.yaml comes last: it is what makes the rest count. */
	for (int i = 1; samples[i] != NULL; i++)
		if (place(c, at, dir, samples[i], e) != OK)
			return e->status;
	return place(c, at, dir, samples[0], e);
}

static enum status
load(struct cli *c, const char *dir, struct error *e)
{
	struct args *a = c->values;
	struct buf mistakes = { 0 }, warnings = { 0 };
	enum status status;

	status = config_check(c->arena, dir, &mistakes, &warnings, e);
	cli_lines(c, &mistakes);
	cli_lines(c, &warnings);
	if (status != OK)
		return status;
	status = desk_load(c->arena, dir, &c->work.desk, &mistakes, e);
	buf_free(&mistakes);
	if (status != OK || a->office == NULL ||
	    strcmp(a->office, c->work.desk->office) == 0)
		return status;
	fail(e, REFUSED, NULL, _("%s/desk.yaml is that of office %s"), dir,
	    c->work.desk->office);
	return advise(e, _("Leave --office out, or take another directory"));
}

static void
tell(struct cli *c, const struct founding *f, const char *dir)
{
	struct emit out = { .out = stdout, .format = FORMAT_JSON };

	if (c->options.values.json) {
		emit_text(&out, "dir", dir);
		emit_text(&out, "office", c->work.office);
		emit_flag(&out, "practice", f->is_practice);
		emit_end(&out);
		return;
	}
	if (!cli_for_people(c)) {
		printf("%s\n", dir);
		return;
	}
	dir = text_shown(c->arena, dir);
	printf("%s  ", dir);
	if (f->had == 0)
		printf(_("made: office %s"), c->work.office);
	else if (f->had < STORE_VERSION)
		printf(_("kept, and brought from version %lld to %d: office "
		    "%s"), (long long)f->had, STORE_VERSION, c->work.office);
	else if (!f->known)
		printf(_("kept, and office %s added"), c->work.office);
	else
		printf(_("kept as it is: office %s"), c->work.office);
	printf("%s\n", f->is_practice ? _(", for practice") : "");
	printf(_("    use it: export FRONTDESK_CONFIG=%s\n"), dir);
}

static enum status
run(struct cli *c, struct error *e)
{
	const struct args *a = c->values;
	struct founding f = { .practice = a->practice };
	const char *given = c->options.operands[0], *dir;

	if (make_directory(given, a->practice, e) != OK ||
	    place_sample(c, given, e) != OK)
		return e->status;
	c->work.config = c->arena;
	c->work.arena = arena_new();
	if (config_find(c->arena, given, &dir, e) != OK ||
	    load(c, dir, e) != OK ||
	    desk_found(&c->work, &f, e) != OK ||
	    (!f.known && replan(&c->work, e) != OK))
		return e->status;
	c->wholly = 1;
	tell(c, &f, dir);
	return OK;
}

static const struct command command = {
	.name = "desk-init", .operands = N_("DIR"),
	.about = N_("make a desk, or bring an older one up to date"),
	.undone = N_("not made"), .args = &args_table,
	.common = TAKES_JSON, .check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
