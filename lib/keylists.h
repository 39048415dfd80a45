/* SPDX-License-Identifier: ISC */
/*
 * keylists.h: the columns and filters of loans and of key counts.
 */
#ifndef KEYLISTS_H
#define KEYLISTS_H

#include "keycount.h"
#include "listing.h"

extern const struct column loan_columns[], count_columns[];
extern const struct filter loan_filters[], count_filters[];

#endif
