/* SPDX-License-Identifier: ISC */
/*
 * config.c: where the configuration lies, and whether it may be trusted.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "config.h"

static int
is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Empty counts as not set. */
static const char *
setting(const char *name)
{
	const char *value = getenv(name);

	return value == NULL || *value == '\0' ? NULL : value;
}

/* The directory as it was asked for; NULL: there is none. */
static const char *
candidate(struct arena *a, const char *given)
{
	const char *dir = given != NULL ? given : setting("FRONTDESK_CONFIG");

	if (dir != NULL)
		return dir;
	dir = setting("XDG_CONFIG_HOME");
	if (dir != NULL) {
		dir = arena_printf(a, "%s/frontdesk", dir);
		if (is_directory(dir))
			return dir;
	}
	return is_directory("/etc/frontdesk") ? "/etc/frontdesk" : NULL;
}

enum status
config_find(struct arena *a, const char *given, const char **dir,
    struct error *e)
{
	const char *path = candidate(a, given);
	char *real;

	if (path == NULL) {
		fail(e, MISCONFIGURED, NULL, _("no configuration was found"));
		return advise(e, _("Name its directory with --config, or put "
		    "it in /etc/frontdesk"));
	}
	if (!is_directory(path)) {
		fail(e, MISCONFIGURED, NULL, _("there is no directory %s"),
		    path);
		return advise(e, _("Name the directory of desk.yaml with "
		    "--config"));
	}
	real = realpath(path, NULL);
	if (real == NULL)
		return fail(e, MISCONFIGURED, NULL, _("%s cannot be read: "
		    "%s"), path, strerror(errno));
	*dir = arena_copy(a, real);
	free(real);
	return OK;
}

/* A link counts like what it leads to: both decide what is read. */
static enum status
path_trusted(const char *path, uid_t owner, mode_t others, struct error *e)
{
	struct stat link, st;

	if (lstat(path, &link) != 0 || stat(path, &st) != 0)
		return errno == ENOENT ? OK : fail(e, MISCONFIGURED, NULL,
		    _("%s cannot be read: %s"), path, strerror(errno));
	if ((st.st_uid != 0 && st.st_uid != owner) ||
	    (link.st_uid != 0 && link.st_uid != owner)) {
		fail(e, MISCONFIGURED, NULL, _("%s belongs neither to root "
		    "nor to the owner of the store"), path);
		return advise(e, _("Give it to root: chown root %s"), path);
	}
	if ((st.st_mode & others) != 0) {
		fail(e, MISCONFIGURED, NULL, _("%s may be written by others"),
		    path);
		return advise(e, _("Close it: chmod go-w %s"), path);
	}
	return OK;
}

enum status
config_trusted(const char *dir, uid_t owner, struct error *e)
{
	static const char *const files[] = {
		"desk.yaml", "staff.yaml", "contractors.yaml", "keys.yaml",
		"secret"
	};
	struct arena *a = arena_new();
	enum status status;

	/* The group that may write the store may add to its directory. */
	status = path_trusted(dir, owner, S_IWOTH, e);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (status == OK)
			status = path_trusted(arena_printf(a, "%s/%s", dir,
			    files[i]), owner, S_IWGRP | S_IWOTH, e);
	arena_free(a);
	return status;
}
