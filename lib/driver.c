/* SPDX-License-Identifier: ISC */
/*
 * driver.c: which kind of store an address means.
 */
#include <dlfcn.h>
#include <string.h>

#include "driver.h"

/* A part of its own beside this library, so that whoever has a file needs no
 * library of PostgreSQL's. */
static const struct driver *
load_postgresql(struct error *e)
{
	static const char beside[] = "$ORIGIN/";
	void *part = dlopen("$ORIGIN/frontdesk-postgresql.so", RTLD_NOW);
	const struct driver *driver = part == NULL ? NULL :
	    dlsym(part, "driver_postgresql");
	const char *why;

	if (driver != NULL)
		return driver;
	why = dlerror();
	if (strncmp(why, beside, sizeof(beside) - 1) == 0)
		why += sizeof(beside) - 1;
	fail(e, MISCONFIGURED, NULL, _("the part for stores on PostgreSQL "
	    "cannot be used: %s"), why);
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
