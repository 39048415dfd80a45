/* SPDX-License-Identifier: ISC */
/*
 * records.h: all records there are.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include "step.h"

extern const struct record *const records[];	/* ends with NULL */

const struct record *record_of(const char *id);	/* NULL: no such letter */

#endif
