/* SPDX-License-Identifier: ISC */
/*
 * desk-backup: a whole, checked copy of the store, while others write.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

static enum status
check(struct cli *c, struct error *e)
{
	if (c->options.noperands == 1 && *c->options.operands[0] != '\0')
		return OK;
	fail(e, MISUSED, NULL, _("no file is given"));
	return advise(e, _("Give one that is not there yet, as in: "
	    "desk-backup /backup/desk-2026-11-23.db"));
}

/* A name is only safe once its directory is on the disk. */
static int
sync_directory(struct arena *arena, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *dir = slash == NULL ? "." : slash == file ? "/" :
	    arena_slice(arena, file, (size_t)(slash - file));
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), bad;

	if (fd < 0)
		return -1;
	bad = fsync(fd);
	close(fd);
	return bad;
}

static int
sync_file(const char *file)
{
	int fd = open(file, O_RDWR | O_CLOEXEC | O_NOFOLLOW), bad;

	if (fd < 0)
		return -1;
	bad = fsync(fd);
	close(fd);
	return bad;
}

static void
tell(struct cli *c, const char *file)
{
	struct emit out = { .out = stdout, .format = FORMAT_JSON };

	if (cli_for_people(c))
		printf("%s  %s\n", file, _("copied and checked"));
	else if (!c->options.values.json)
		printf("%s\n", file);
	else {
		emit_text(&out, "file", file);
		emit_end(&out);
	}
}

/* An empty file, so that what is wrong with the place is said of it. */
static enum status
make_part(const char *part, const char *file, struct error *e)
{
	int fd;

	unlink(part);	/* what a power cut left */
	fd = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW,
	    0600);
	if (fd >= 0) {
		close(fd);
		return OK;
	}
	fail(e, REFUSED, NULL, "%s: %s", file, strerror(errno));
	return advise(e, _("Take a directory where you may write"));
}

static enum status
run(struct cli *c, struct error *e)
{
	const struct driver *d = store_driver(c->work.store);
	const char *file = c->options.operands[0];
	const char *part = arena_printf(c->arena, "%s.part", file);
	struct stat sb;

	if (lstat(file, &sb) == 0) {
		fail(e, REFUSED, "C10", _("%s is there already"), file);
		return advise(e, _("A backup is never written over: take "
		    "another name"));
	}
	umask(077);	/* it holds names and telephone numbers */
	if (make_part(part, file, e) != OK)
		return e->status;
	if (d->copy(store_db(c->work.store), part, e) != OK) {
		unlink(part);
		return e->status;
	}
	/* link() and not rename(): nobody's file is written over. */
	if (sync_file(part) != 0 || link(part, file) != 0 ||
	    unlink(part) != 0 || sync_directory(c->arena, file) != 0) {
		fail(e, BROKEN, NULL, "%s: %s", file, strerror(errno));
		unlink(part);
		return e->status;
	}
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
