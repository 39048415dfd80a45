/* SPDX-License-Identifier: ISC */
/*
 * who.h: whom a thing can be handed to: staff, departments, contractors; and
 * who is in charge at a moment.
 */
#ifndef WHO_H
#define WHO_H

#include "staff.h"

/* Who a thing is handed to: a person or firm, or a department alone. */
struct who {
	const char *holder;	/* a login or firm:CODE; NULL: department only */
	const char *department;	/* always set */
};

/* Anyone: staff, me, head (of department, NULL: the centre's), duty, a
 * department, a firm (太川) or its man (太川/孙师傅). */
enum status who_need(struct work *, const char *typed,
	    const char *department, struct who *, struct error *);

/* Whether somebody or something of ours is called so, or was meant to be
 * (staff:...), though it may not be what who_need() takes. */
int	who_known(struct work *, const char *typed);

/* A login or firm:CODE as people call it: short, or in full; itself when it
 * is not known (any more). */
const char *holder_name(struct work *, const char *holder);
const char *holder_full(struct work *, const char *holder);

/* The head of a department; of the centre when it is NULL or has none. */
const char *head_of(const struct work *, const char *department);
/* The same, but above him who is accused (C5); NULL: nobody is. */
const char *head_above(const struct work *, const char *department,
	    const char *accused);
/* Who leads at that moment (值班领导); the manager when nobody does. */
const char *leader_at(const struct work *, int64_t at);
int	on_duty(const struct roll *, const char *login, int64_t at);

#endif
