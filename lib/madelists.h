/* SPDX-License-Identifier: ISC */
/*
 * madelists.h: lists of what is configuration: the staff, and the keys; and
 * of what is worked out: what recurs.
 */
#ifndef MADELISTS_H
#define MADELISTS_H

#include "listing.h"

extern const struct section staff_section, keys_section, recurring_section;
extern const struct filter keys_filters[];

enum status staff_rows(struct work *, const struct asked *,
	    const struct sheet *, struct error *);
enum status recurring_rows(struct work *, const struct asked *,
	    const struct sheet *, struct error *);
enum status keys_rows(struct work *, const struct asked *,
	    const struct sheet *, struct error *);

#endif
