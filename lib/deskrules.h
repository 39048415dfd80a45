/* SPDX-License-Identifier: ISC */
/*
 * deskrules.h: what must hold between the values of desk.yaml.
 */
#ifndef DESKRULES_H
#define DESKRULES_H

#include "desk.h"
#include "mistake.h"
#include "node.h"

/* Complaints within a day (C6), a ladder that climbs, routing that ends
 * somewhere, nothing twice: each breach is a mistake.  The desk is decoded
 * from root and may be incomplete; NULL for root does nothing. */
void	desk_rules(const struct desk *, const struct node *root,
	    struct mistakes *);

#endif
