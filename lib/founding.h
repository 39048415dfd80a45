/* SPDX-License-Identifier: ISC */
/*
 * founding.h: making a desk, or bringing an older one up to date.
 */
#ifndef FOUNDING_H
#define FOUNDING_H

#include "work.h"

struct founding {
	int practice;		/* asked for: a desk for training and tests */
	/* What was found and done. */
	int64_t had;		/* version of the store; 0: there was none */
	int known;		/* the office was in it already */
	int is_practice;
};

/*
 * Make the store that the configuration names, or keep what is there, and
 * enter the office, and make the desk's secret.  Leaves the store open in
 * work->store.  A desk stays for practice, or for real, for ever: REFUSED
 * otherwise.
 */
enum status desk_found(struct work *, struct founding *, struct error *);

#endif
