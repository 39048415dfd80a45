/* SPDX-License-Identifier: ISC */
/*
 * upgrade.h: making the tables of a store, and bringing older ones up.
 */
#ifndef UPGRADE_H
#define UPGRADE_H

#include "store.h"

/* What each version changed, in order: from the version before it to `to'.
 * Version 1 is schema.sql itself. */
struct upgrade {
	int64_t to;
	const char *sql;	/* as in schema.sql; NULL ends a list */
};

/*
 * Make the tables in an empty store, or bring an older one up to date, all
 * or nothing; *had is the version it had, 0 where it was empty.
 * MISCONFIGURED for what a newer program made.
 */
enum status store_make(const char *url, int64_t wait, struct store **,
	    int64_t *had, struct error *);
/* The same for a connected store, and with other upgrades. */
enum status store_upgrade(struct store *, const struct upgrade *,
	    int64_t *had, struct error *);

#endif
