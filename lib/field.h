/* SPDX-License-Identifier: ISC */
/*
 * field.h: describing the members of a struct.
 *
 * A table lists a struct's members once.  From it come the SQL columns, the
 * JSON keys, the TSV headings, the options of commands and their pages.  It
 * knows nothing of SQL, JSON or rules.
 */
#ifndef FIELD_H
#define FIELD_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "clock.h"
#include "error.h"
#include "words.h"
#include "xalloc.h"

struct maybe {		/* a number that may be absent; zeroed = absent */
	int64_t v;
	int set;
};

enum type {
	T_TEXT,		/* const char *, NULL = absent */
	T_INT,		/* int64_t */
	T_MAYBE,	/* struct maybe */
	T_TIME,		/* int64_t, 0 = absent: nothing happened in 1970 */
	T_WORD,		/* int, 1 + its index in words, 0 = absent */
	T_FLAG,		/* int, 0 or 1 */
};

/* What FIELD() holds a member to. */
typedef const char *field_T_TEXT;
typedef int64_t field_T_INT;
typedef struct maybe field_T_MAYBE;
typedef int64_t field_T_TIME;
typedef int field_T_WORD;
typedef int field_T_FLAG;

enum {
	F_KEY = 1,	/* part of the primary key */
	F_FIXED = 2,	/* set at birth, never updated */
	F_FREE = 4,	/* T_TEXT: free text, several lines */
	F_OPERAND = 8,	/* an input given as operand, not as an option */
	F_MASK = 16,	/* personal: a name or a telephone number */
	F_WAY = 32,	/* input: only a way to settle a member of the record,
			 * which the journal holds instead */
	F_INNER = 64,	/* input: set by a rule, never an option */
	F_HIDDEN = 128,	/* never printed */
	F_ID = 256,	/* the id of a record */
};

struct field {
	const char *name;	/* column, key, heading; option with - for _ */
	enum type type;
	unsigned flags;
	size_t offset;
	const struct word *words;	/* T_WORD: the closed list */
	int64_t min, max;		/* T_INT, T_MAYBE; both 0: any */
	enum when when;			/* T_TIME as input */
	const char *arg;		/* what usage calls its value */
	const char *help;		/* one phrase, N_() */
	size_t typed;			/* T_WORD: offset of a const char * that
					 * keeps an alias as it was typed */
	const char *lack;		/* what to say when it is missing, N_() */
};

struct table {
	const char *name;		/* of the SQL table */
	size_t size;
	const struct field *fields;	/* ends with a name of NULL */
};

/* A row of a table.  Does not compile unless member is kept as a t. */
#define FIELD(rec, member, column, t) .name = column, .type = t, \
	.offset = offsetof(struct rec, member) + 0 * \
	    sizeof(_Generic(((struct rec *)0)->member, field_##t: 0))

const struct field *field_find(const struct table *, const char *name);
/* Whether name is one of the blank-separated ones. */
int	field_among(const char *names, const char *name);

/*
 * Set a member from outside text: checked, normalised, kept in the arena.
 * With now = 0 a time is only checked for its form and set to 1: given.
 */
enum status field_set(const struct field *, void *rec, const char *text,
	    size_t len, int64_t now, struct arena *, struct error *);
int	field_absent(const struct field *, const void *rec);
int	field_same(const struct field *, const void *a, const void *b);

const char *field_text(const struct field *, const void *rec);	/* TEXT, WORD */
int64_t	field_number(const struct field *, const void *rec);	/* the others */
/* Set as it was stored; an unknown word is BROKEN. */
enum status field_put_text(const struct field *, void *rec, const char *,
	    struct error *);
void	field_put_number(const struct field *, void *rec, int absent,
	    int64_t);

/* The text member called name, or NULL: "handler", "department". */
const char *table_text(const struct table *, const void *rec,
	    const char *name);

#endif
