/* SPDX-License-Identifier: ISC */
/*
 * tables.c: reading schema.sql, which is ours and sound: tools/schema-check
 * compares what is made of it here with what SQLite makes of it.
 */
#include <stdio.h>
#include <string.h>

#include "tables.h"

enum { MOST_TABLES = 64, MOST_COLUMNS = 64, WORD_ROOM = 64 };

extern const char schema_sql[];		/* made from schema.sql */

struct reading {
	struct arena *arena;
	const char *at;		/* behind the word */
	char word[WORD_ROOM];	/* or sign, or quoted text; "" at the end */
};

static int
is(const struct reading *r, const char *word)
{
	return strcmp(r->word, word) == 0;
}

static void
next(struct reading *r)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789_@";
	size_t n;

	for (;;) {
		r->at += strspn(r->at, " \t\n");
		if (strncmp(r->at, "--", 2) != 0)
			break;
		r->at += strcspn(r->at, "\n");
	}
	n = strspn(r->at, letters);
	if (*r->at == '\'')
		n = strcspn(r->at + 1, "'") + 2;
	else if (n == 0)
		n = *r->at != '\0';
	snprintf(r->word, sizeof(r->word), "%.*s", (int)n, r->at);
	r->at += n;
}

/* Go to the comma or bracket that ends a column or a constraint; whether it
 * has NOT NULL of its own. */
static int
pass(struct reading *r)
{
	int depth = 0, held = 0;

	for (; !is(r, "") && (depth > 0 || (!is(r, ",") && !is(r, ")")));
	    next(r)) {
		depth += is(r, "(") - is(r, ")");
		held |= depth == 0 && is(r, "NULL");	/* NOT before it */
	}
	return held;
}

static void
read_key(struct reading *r, struct field *fields)
{
	for (; !is(r, "") && !is(r, ")"); next(r))
		for (struct field *f = fields; f->name != NULL; f++)
			if (is(r, f->name))
				f->flags = F_KEY;
	next(r);
}

static void
read_column(struct reading *r, struct table *t, struct field *f)
{
	int held;

	f->name = arena_copy(r->arena, r->word);
	f->offset = t->size;
	next(r);
	f->type = is(r, "TEXT") ? T_TEXT : T_MAYBE;
	held = pass(r);
	if (held && f->type == T_MAYBE)
		f->type = T_INT;
	t->size += f->type == T_MAYBE ? sizeof(struct maybe) :
	    sizeof(int64_t);
}

/* name (column ..., constraint ...): the keys stand behind the columns. */
static const struct table *
read_table(struct reading *r)
{
	struct table *t = arena_alloc(r->arena, sizeof(*t));
	struct field *fields = arena_alloc(r->arena, MOST_COLUMNS *
	    sizeof(*fields));
	int n = 0;

	t->name = arena_copy(r->arena, r->word);
	t->fields = fields;
	next(r);
	while (is(r, "(") || is(r, ",")) {
		next(r);
		if (is(r, "PRIMARY"))
			read_key(r, fields);
		else if (is(r, "FOREIGN") || is(r, "CHECK") ||
		    is(r, "UNIQUE"))
			pass(r);
		else if (n < MOST_COLUMNS - 1)
			read_column(r, t, &fields[n++]);
	}
	return t;
}

const struct table *const *
tables_all(struct arena *arena)
{
	const struct table **tables = arena_alloc(arena, MOST_TABLES *
	    sizeof(*tables));
	struct reading r = { .arena = arena, .at = schema_sql };
	int n = 0;

	for (next(&r); !is(&r, "") && n < MOST_TABLES - 1; ) {
		if (!is(&r, "TABLE")) {
			next(&r);
			continue;
		}
		next(&r);
		tables[n++] = read_table(&r);
	}
	return tables;
}
