/* SPDX-License-Identifier: ISC */
/*
 * ticketlists.h: the columns and filters of tickets and of analyses, for
 * listings.c.
 */
#ifndef TICKETLISTS_H
#define TICKETLISTS_H

#include "listing.h"

/* What is owed next of a ticket: the open deadline that is due first. */
#define TICKET_NEXT(what) "(SELECT d." what " FROM deadline d WHERE " \
	"d.office = t.office AND d.record = t.id AND d.ended IS NULL " \
	"ORDER BY d.due, d.no LIMIT 1)"
#define TICKETS_DUE_FIRST "coalesce(" TICKET_NEXT("due") \
	", 9223372036854775807), t.id"

extern const struct column ticket_columns[], analysis_columns[];
extern const struct filter ticket_filters[], analysis_filters[];

#endif
