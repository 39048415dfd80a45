/* SPDX-License-Identifier: ISC */
/*
 * moving.h: what desk-export and desk-import do the same way.
 */
#ifndef MOVING_H
#define MOVING_H

#include "cli.h"

/* FORBIDDEN for all but the manager and the system: it is everybody's names
 * and telephone numbers, and all at once. */
enum status moving_allowed(struct cli *, struct error *);

#endif
