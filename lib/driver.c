/* SPDX-License-Identifier: ISC */
/*
 * driver.c: which kind of store an address means.
 */
#define _GNU_SOURCE	/* dladdr() */
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "driver.h"

/* A part of its own beside this library, so that whoever has a file needs no
 * library of PostgreSQL's. */
static const struct driver *
load_postgresql(struct error *e)
{
	const char *lib = "", *slash;
	const struct driver *driver;
	char path[PATH_MAX];
	void *part;
	Dl_info own;

	if (dladdr(&driver_sqlite, &own) != 0)
		lib = own.dli_fname;
	slash = strrchr(lib, '/');
	snprintf(path, sizeof(path), "%.*s/frontdesk-postgresql.so",
	    slash != NULL ? (int)(slash - lib) : 0, lib);
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
