/* SPDX-License-Identifier: ISC */
/*
 * staff.h: people, departments and categories by the names they go by.
 *
 * A name is a code, or a whole name, short name or alias in either language;
 * staff:CODE and dept:CODE are never ambiguous.  Not known: REFUSED
 * with the nearest name; known twice: REFUSED with both codes.
 */
#ifndef STAFF_H
#define STAFF_H

#include "called.h"

/* Whether two logins are one person's; NULL is nobody's. */
int	same_login(const char *, const char *);
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
/* Everything that people and departments may be called. */
struct called staff_called(const struct work *);
struct called departments_called(const struct work *);

#endif
