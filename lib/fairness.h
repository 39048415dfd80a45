/* SPDX-License-Identifier: ISC */
/*
 * fairness.h: whether all are treated alike (A5).
 */
#ifndef FAIRNESS_H
#define FAIRNESS_H

#include "figures.h"

/* How far the median times to the first answer of different callers lie
 * apart; *n is of how many kinds, 0 where there are not two. */
enum status fairness_gap(struct work *, const struct period *, int64_t *gap,
	    int64_t *n, struct error *);

#endif
