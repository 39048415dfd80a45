/* SPDX-License-Identifier: ISC */
/*
 * steps.c: what the tables of steps and deadlines name is there: clauses,
 * inputs, kinds of deadlines, and a word for each.
 */
#include "clause.h"
#include "records.h"
#include "unit.h"

static const char *
known(const char *id)
{
	const struct clause *c = id != NULL ? clause_find(id) : NULL;

	return c != NULL ? c->id : NULL;
}

/* Each of the blank-separated words is among the names. */
static void
all_among(const char *what, const char *words,
    int (*is)(const struct record *, const char *), const struct record *r)
{
	char one[64];
	size_t n;

	for (; words != NULL && *words != '\0'; words += n) {
		words += strspn(words, " ");
		n = strcspn(words, " ");
		snprintf(one, sizeof(one), "%.*s", (int)n, words);
		same_number(what, is(r, one), 1);
	}
}

static int
is_input(const struct record *r, const char *name)
{
	return field_find(&r->inputs, name) != NULL;
}

static int
is_owed(const struct record *r, const char *name)
{
	return owed_find(r->owes, name) != NULL;
}

static void
check_step(const struct record *r, const struct step *s)
{
	same(s->name, known(s->clause), s->clause);
	same_number(s->name, word_index(word_steps, s->name) >= 0, 1);
	all_among(s->name, s->takes, is_input, r);
	all_among(s->name, s->needs, is_input, r);
	all_among(s->name, s->opens, is_owed, r);
	all_among(s->name, s->meets, is_owed, r);
	all_among(s->name, s->voids, is_owed, r);
}

/* Who owes it is a member of the record, the head, or whom a rule names. */
static void
check_owed(const struct record *r, const struct owed *o)
{
	same(o->kind, known(o->clause), o->clause);
	same_number(o->kind, word_index(word_deadlines, o->kind) >= 0, 1);
	same_number(o->kind, o->holder == NULL ||
	    strcmp(o->holder, "head") == 0 ||
	    field_find(&r->table, o->holder) != NULL, 1);
}

int
main(void)
{
	for (const struct record *const *r = records; *r != NULL; r++) {
		same_number("record of a letter", record_of((char[]){
		    (*r)->letter, '\0' }) == *r, 1);
		for (const struct step *s = (*r)->steps; s->name != NULL; s++)
			check_step(*r, s);
		for (const struct owed *o = (*r)->owes; o && o->kind; o++)
			check_owed(*r, o);
	}
	return finish();
}
