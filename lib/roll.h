/* SPDX-License-Identifier: ISC */
/*
 * roll.h: staff.yaml: departments, people, and who is on duty when.
 */
#ifndef ROLL_H
#define ROLL_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "error.h"
#include "label.h"
#include "xalloc.h"

struct department {
	const char *code;
	struct label name;
	const char *also;	/* may be NULL */
	const char *head;	/* a login */
};

struct person {
	const char *login;	/* also the code that records hold */
	struct label name, brief;	/* 水电李工 and 李工; Li in both */
	const char *department;
	unsigned roles;		/* bit per index in word_roles */
	const char *phone;	/* digits; may be NULL */
	const char *const *speaks_for;	/* a shared: login's people, NULL-ended;
					 * NULL for a person */
};

struct shift {
	unsigned days;		/* bit 0 = Monday */
	int64_t from, to;	/* ms after midnight; to <= from: over night */
	const char *leader;	/* 值班领导; may be NULL */
	const char *const *staff;	/* logins, NULL-ended */
};

struct roll {
	const struct department *departments;	size_t ndepartments;
	const struct person *people;	size_t npeople;	/* in file order */
	const struct shift *roster;	size_t nshifts;
};

/*
 * Load the file from dir.  With mistakes in it, status MISCONFIGURED and a
 * line each, "staff.yaml:3:8: what and what to do", in *mistakes; *e then
 * counts them.  What it says of other files is for config_check().
 */
enum status roll_load(struct arena *, const char *dir, const struct roll **,
	    struct buf *mistakes, struct error *);

#endif
