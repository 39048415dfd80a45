/* SPDX-License-Identifier: ISC */
/*
 * keyfigures.h: the keys in reports (E4).
 */
#ifndef KEYFIGURES_H
#define KEYFIGURES_H

#include "figures.h"

/* One row: out, overdue, lost, and what the last count in the period found. */
enum status keyfigures_line(struct work *, const struct period *,
	    const struct sheet *, struct error *);

#endif
