/* SPDX-License-Identifier: ISC */
/*
 * staff.h: people, departments, contractors and categories by the names they
 * go by.
 *
 * A name is a code, or a whole name, short name or alias in either language;
 * staff:CODE, dept:CODE and firm:CODE are never ambiguous.  Not known: REFUSED
 * with the nearest name; known twice: REFUSED with both codes.
 */
#ifndef STAFF_H
#define STAFF_H

#include "work.h"

/* Who a thing is handed to: a person or firm, or a department alone. */
struct who {
	const char *holder;	/* a login or firm:CODE; NULL: department only */
	const char *department;	/* always set */
};

const struct person *person_find(const struct roll *, const char *login);
const struct department *department_find(const struct roll *,
	    const char *code);
/* By login, name or short name; `me' is the actor. */
enum status person_need(const struct work *, const char *typed,
	    const struct person **, struct error *);
enum status department_need(const struct work *, const char *typed,
	    const struct department **, struct error *);
enum status category_need(const struct work *, const char *typed,
	    const struct category **, struct error *);
const struct category *category_find(const struct desk *, const char *code);
/* Anyone: staff, me, head (of department, NULL: the centre's), duty, a
 * department, a firm (太川) or its man (太川/孙师傅). */
enum status who_need(struct work *, const char *typed,
	    const char *department, struct who *, struct error *);

/* A login or firm:CODE as people call it: short, or in full; itself when it
 * is not known (any more). */
const char *holder_name(struct work *, const char *holder);
const char *holder_full(struct work *, const char *holder);

/* The head of a department; of the centre when it is NULL or has none. */
const char *head_of(const struct work *, const char *department);
/* Who leads at that moment (值班领导); the manager when nobody does. */
const char *leader_at(const struct work *, int64_t at);
int	on_duty(const struct roll *, const char *login, int64_t at);
unsigned role_bit(const char *role);

#endif
