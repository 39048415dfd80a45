/* SPDX-License-Identifier: ISC */
/*
 * secret.c: the desk's secret.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "secret.h"
#include "xalloc.h"

enum { KEY = DIGEST_SIZE, HEX = 2 * KEY };

static char *
path_of(const char *dir, const char *name)
{
	size_t room = strlen(dir) + strlen(name) + 2;
	char *path = xcalloc(1, room);

	snprintf(path, room, "%s/%s", dir, name);
	return path;
}

static enum status
system_fail(const char *path, struct error *e)
{
	return fail(e, MISCONFIGURED, NULL, "%s: %s", path, strerror(errno));
}

/* The whole file, on the disk. */
static int
write_out(int fd, const unsigned char key[static KEY])
{
	char line[HEX + 2];
	int bad;

	hex_of(key, KEY, line);
	line[HEX] = '\n';
	bad = fchmod(fd, 0640) != 0 || write(fd, line, HEX + 1) != HEX + 1 ||
	    fsync(fd) != 0;
	explicit_bzero(line, sizeof(line));
	return bad;
}

enum status
secret_make(const char *dir, const char *office, int practice,
    struct error *e)
{
	char *path = path_of(dir, "secret"), *new = path_of(dir,
	    "secret.XXXXXX");
	unsigned char key[KEY];
	struct digest d;
	struct stat sb;
	int fd = -1, bad = 0;

	e->status = OK;
	if (lstat(path, &sb) != 0) {
		if (practice) {
			digest_start(&d);
			digest_add(&d, office, strlen(office));
			digest_end(&d, key);
		} else
			random_bytes(key, sizeof(key));
		/* A link puts it there whole, and never over another. */
		fd = mkstemp(new);
		bad = fd < 0 || write_out(fd, key) ||
		    (link(new, path) != 0 && errno != EEXIST);
		explicit_bzero(key, sizeof(key));
	}
	if (bad)
		system_fail(path, e);
	if (fd >= 0) {
		unlink(new);
		close(fd);
	}
	free(path);
	free(new);
	return e->status;
}

static enum status
check_mode(int fd, const char *path, struct error *e)
{
	struct stat sb;

	if (fstat(fd, &sb) != 0)
		return system_fail(path, e);
	if (!S_ISREG(sb.st_mode))
		return fail(e, MISCONFIGURED, NULL, _("%s is not a file"),
		    path);
	if ((sb.st_mode & S_IRWXO) == 0)
		return OK;
	fail(e, MISCONFIGURED, NULL, _("%s may be read by everybody"), path);
	return advise(e, _("Take that away: chmod o-rwx %s"), path);
}

static enum status
read_key(int fd, const char *path, unsigned char key[static KEY],
    struct error *e)
{
	char line[HEX + 1] = "";
	ssize_t n;

	if (check_mode(fd, path, e) != OK)
		return e->status;
	n = read(fd, line, HEX);
	if (n < 0)
		return system_fail(path, e);
	if (n == HEX && hex_read(line, KEY, key))
		e->status = OK;
	else
		fail(e, MISCONFIGURED, NULL, _("%s is damaged"), path);
	explicit_bzero(line, sizeof(line));
	return e->status;
}

enum status
secret_mac(const char *dir, const char *text, size_t len,
    char out[static SECRET_MAC], struct error *e)
{
	unsigned char key[KEY];
	char *path = path_of(dir, "secret");
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

	e->status = OK;
	if (fd < 0 && errno == ENOENT) {
		fail(e, MISCONFIGURED, NULL, _("%s is not there"), path);
		advise(e, _("Bring it back, or make a new one: desk-init %s; "
		    "then the cards of keys that are out now are not known "
		    "again"), dir);
	} else if (fd < 0)
		system_fail(path, e);
	else if (read_key(fd, path, key, e) == OK)
		digest_mac(key, KEY, text, len, out);
	explicit_bzero(key, sizeof(key));
	if (fd >= 0)
		close(fd);
	free(path);
	return e->status;
}
