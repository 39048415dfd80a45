/* SPDX-License-Identifier: ISC */
/*
 * driver.c: which kind of store an address means.
 */
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "driver.h"

/* A part of its own in lib/ beside the bin/ that the program is in, so that
 * whoever has a file needs no library of PostgreSQL's. */
static const struct driver *
load_postgresql(struct error *e)
{
	static const char name[] = "/../lib/frontdesk-postgresql.so";
	const struct driver *driver;
	char path[PATH_MAX + sizeof(name)], *slash;
	ssize_t n = readlink("/proc/self/exe", path, PATH_MAX);
	void *part;

	path[n < 0 ? 0 : n] = '\0';
	slash = strrchr(path, '/');
	memcpy(slash != NULL ? slash : path, name, sizeof(name));
	part = dlopen(path, RTLD_NOW);
	driver = part == NULL ? NULL : dlsym(part, "driver_postgresql");
	if (driver != NULL)
		return driver;
	fail(e, MISCONFIGURED, NULL, _("the part for stores on PostgreSQL "
	    "cannot be used: %s"), dlerror());
	advise(e, _("Install it and libpq, or give the path of a file as "
	    "store:"));
	return NULL;
}

const struct driver *
driver_of(const char *url, struct error *e)
{
	return strstr(url, "://") == NULL ? &driver_sqlite :
	    load_postgresql(e);
}
