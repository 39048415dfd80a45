/* SPDX-License-Identifier: ISC */
/*
 * listing.h: what can be listed: columns, filters and the SQL of each.
 *
 * A listing is a table of columns; each has a field, which says how its
 * value is read and printed, and the SQL that gives it.  -o picks among
 * them.  All text of SQL is constant; what people type is only ever bound.
 */
#ifndef LISTING_H
#define LISTING_H

#include "emit.h"
#include "field.h"
#include "sheet.h"

/* How a person sees a value; data always holds the code. */
enum look {
	LOOK_PLAIN, LOOK_STAFF, LOOK_CATEGORY, LOOK_DEPARTMENT,
	LOOK_DEADLINE,	/* of what is owed next: its code and its time */
	LOOK_STEP, LOOK_LATE,
};

struct column {
	struct field field;	/* name, type, words, flags, help */
	const char *sql;
	const char *heading;	/* N_(), on a terminal */
	enum look look;
};

struct filter {
	const char *option;	/* member of the asked-for struct */
	const char *sql;	/* " AND t.state = %s": %s is the parameter */
};

struct asked;

struct listing {
	const char *name;	/* tickets */
	/* Of what is configuration, and so no row of the store: who makes
	 * its rows, and what they are.  Then there are filters and states,
	 * and nothing else. */
	enum status (*make)(struct work *, const struct asked *,
	    const struct sheet *, struct error *);
	const struct section *section;
	const char *from;	/* "ticket t": FROM and WHERE up to the office */
	const char *open;	/* condition unless --all or what it is about
				 * is asked for; NULL: none */
	const char *order, *mine;	/* in which order; of --mine, NULL: the
					 * same */
	const char *standard;	/* columns of TSV and CSV, separated by blanks */
	const char *table;	/* columns for people */
	const struct column *columns;	/* ends with a NULL field.name */
	const struct filter *filters;	/* ends with a NULL option */
	const struct word *states;	/* what --state may say; NULL: none */
	const char *lifts;	/* filters that lift `open' */
};

extern const struct listing listings[];	/* ends with a name of NULL */

struct asked {			/* what list was asked for, resolved */
	const char *state, *kind, *department, *handler, *first_responder;
	const char *mine, *room, *phone, *text, *id, *key;
	int64_t since, until;
	int overdue, all;
	struct maybe limit;
};

extern const struct table asked_table;

enum { MOST_COLUMNS = 48 };

struct chosen {
	const struct listing *listing;
	const struct column *columns[MOST_COLUMNS];
	int n;
};

const struct listing *listing_find(const char *name);
const struct column *column_find(const struct listing *, const char *name);
/*
 * Choose columns by names separated by commas or blanks, NULL: all of them.
 * MISUSED with the nearest name for an unknown one.
 */
enum status listing_choose(const struct listing *, const char *names,
	    struct chosen *, struct error *);
/*
 * Call each for every row asked for; the query stands on it, its columns
 * being those chosen.  *rows counts them.
 */
typedef enum status listing_each(struct query *, const struct chosen *,
	    void *arg, struct error *);
enum status listing_run(struct work *, const struct chosen *,
	    const struct asked *, listing_each *, void *arg, int64_t *rows,
	    struct error *);
/* What is F_MASK, a name or a telephone, masked; what is F_ID by id_told(). */
const char *listing_text(struct work *, const struct field *,
	    const char *text);
/* One row as data; names and telephones masked. */
void	listing_emit(struct work *, struct emit *, struct query *,
	    const struct chosen *);

#endif
