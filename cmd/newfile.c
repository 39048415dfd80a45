/* SPDX-License-Identifier: ISC */
/*
 * newfile.c: a new file, there whole or not at all.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "newfile.h"

enum status
newfile_begin(struct arena *arena, const char *file, const char **part,
    struct error *e)
{
	struct stat sb;
	int fd;

	*part = arena_printf(arena, "%s.part", file);
	if (lstat(file, &sb) == 0) {
		fail(e, REFUSED, "C10", _("%s is there already"), file);
		return advise(e, _("Nothing is ever written over: take "
		    "another name"));
	}
	umask(077);
	unlink(*part);	/* what a power cut left */
	fd = open(*part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW,
	    0600);
	if (fd >= 0) {
		close(fd);
		return OK;
	}
	fail(e, REFUSED, NULL, "%s: %s", file, strerror(errno));
	return advise(e, _("Take a directory where you may write"));
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

/* link() and not rename(): nobody's file is written over. */
int
newfile_keep(struct arena *arena, const char *file, const char *part)
{
	int error, linked = 0;

	if (sync_file(part) == 0 && (linked = link(part, file) == 0) != 0 &&
	    unlink(part) == 0 && sync_directory(arena, file) == 0)
		return 0;
	error = errno;
	unlink(part);
	if (linked)
		unlink(file);
	errno = error;
	return -1;
}
