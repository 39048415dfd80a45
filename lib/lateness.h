/* SPDX-License-Identifier: ISC */
/*
 * lateness.h: breaches as rows of a report: what, which clause, how late.
 */
#ifndef LATENESS_H
#define LATENESS_H

#include "figures.h"

/* Due times of the period that passed unmet; with no period (NULL) those
 * that are late at this moment. */
enum status lateness_rows(struct work *, const struct period *,
	    const struct sheet *, struct error *);

#endif
