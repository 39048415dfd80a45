/* SPDX-License-Identifier: ISC */
/*
 * step.h: records, and the steps that move them.
 *
 * Taking a step is the same for every record: the role, the rules about the
 * person, the state, what must be said; then the deadlines that it ends, the
 * record's own rule, the row, the deadlines that it opens, the event and its
 * notices, in the transaction of the work.
 * A refusal leaves the transaction to be undone.
 */
#ifndef STEP_H
#define STEP_H

#include "deadline.h"
#include "field.h"
#include "work.h"

/* What every record begins with, in its struct and in its table. */
struct base {
	const char *office, *id;
	int64_t rev;
	int state;		/* 1 + index in record->states */
};

enum { STAY = 0 };		/* the step changes no state */
#define STATE(n) (1u << (n))	/* bit of a state in step->from */
#define ANYONE 0xFFu		/* every role */

typedef enum status step_rule(struct work *, void *rec, void *input,
	    struct error *);

struct step {
	const char *name, *clause;
	const char *command;	/* that takes it, where that has another name */
	unsigned from;		/* STATE() bits; 0: it makes the record */
	int to;			/* a state, or STAY; a rule may choose another */
	unsigned roles;		/* bits of word_roles */
	const char *takes;	/* inputs a command may give it: "to auto" */
	const char *notes;	/* inputs that the journal keeps beside these */
	const char *needs;	/* of what it takes, what it must be given */
	const struct table *leaves;	/* what it leaves one row of, that holds
				 * its notes; desk-check compares them */
	const char *opens, *meets, *voids;	/* kinds of deadlines, always */
	step_rule *person;	/* may this one? before the state is looked at */
	step_rule *rule;	/* the rest, and what depends on a value */
	step_rule *tell;	/* notices, once the event is there */
	int spreads;		/* last, record->spread goes on to others */
};

struct record {
	struct table table;	/* of its rows; begins with struct base */
	char letter;		/* of its ids */
	const char *noun;	/* N_("ticket") */
	const struct word *states;
	struct table inputs;	/* what its steps can be given */
	const struct step *steps;	/* ends with a name of NULL */
	const struct owed *owes;	/* ends with a kind of NULL */
	/* The id of the one that goes by another name: of a loan, the tag of
	 * its key.  NULL: ids alone. */
	enum status (*called)(struct work *, const char *typed,
	    const char **id, struct error *);
	/* What a step does to the records that go with this one; or NULL. */
	enum status (*spread)(struct work *, const struct step *, void *rec,
	    void *input, struct error *);
};

const struct step *step_find(const struct record *, const char *name);
/* FORBIDDEN for an actor who has none of the step's roles; rec is for the
 * department whose head may be asked, and may be zeroed. */
enum status step_may(struct work *, const struct record *,
	    const struct step *, const void *rec, struct error *);
/* The id that was typed, or that the record's other names lead to. */
enum status record_named(struct work *, const struct record *,
	    const char *typed, const char **id, struct error *);
/* Load by id; REFUSED when it is not there. rec is zeroed first. */
enum status record_load(struct work *, const struct record *,
	    const char *id, void *rec, struct error *);
/*
 * Take a step with a loaded record.  For the step that makes a record, rec
 * holds its members but office, id and rev, `at' is when it happened and
 * gives the id its day, and the rule comes after the row: it may only open
 * and end deadlines.  Otherwise `at' is work->now.  `inputs' describes input
 * where that is not what record->inputs does; NULL: it is.
 */
enum status step_take(struct work *, const struct record *,
	    const struct step *, void *rec, const struct table *inputs,
	    void *input, int64_t at, struct error *);
/* A deadline of the record's own kinds, as whoever owes it owes it. */
struct debt step_debt(struct work *, const struct record *, const void *rec,
	    const char *kind);
/* Open a deadline of the record's own kinds, for whoever owes it; due 0 = as
 * its kind says. clause NULL = its kind's. */
enum status step_owe(struct work *, const struct record *, const void *rec,
	    const char *kind, const char *clause, int64_t from, int64_t due,
	    struct error *);
/* The same by name and id. */
enum status step_by_id(struct work *, const struct record *,
	    const char *step, const char *id, void *rec, void *input,
	    struct error *);
/* Names of the commands whose steps this state allows, appended. */
void	steps_allowed(const struct record *, int state, struct buf *);
/* "clerk, head": who may take the step, appended. */
void	roles_shown(unsigned roles, struct buf *);

#endif
