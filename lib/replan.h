/* SPDX-License-Identifier: ISC */
/*
 * replan.h: when the ladder was changed in the configuration, open deadlines
 * go by the new one from the next scan on.
 */
#ifndef REPLAN_H
#define REPLAN_H

#include "work.h"

/* Compare the ladder with the one last gone by, and plan anew if need be. */
enum status replan(struct work *, struct error *);

#endif
