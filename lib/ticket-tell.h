/* SPDX-License-Identifier: ISC */
/*
 * ticket-tell.h: the notices of a ticket's steps.  Between ticket-steps.c and
 * ticket-tell.c; nobody else includes it.
 */
#ifndef TICKET_TELL_H
#define TICKET_TELL_H

#include "ticket.h"

/* After so many hand-backs the head names the handler (F4.4). */
enum { HAND_BACKS = 2 };

step_rule ticket_tell_logged, ticket_tell_added, ticket_tell_assigned,
	    ticket_tell_back, ticket_tell_resolved, ticket_tell_escalated,
	    ticket_tell_promised, ticket_tell_called, ticket_tell_reopened,
	    ticket_tell_joined, ticket_tell_amended;

#endif
