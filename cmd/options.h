/* SPDX-License-Identifier: ISC */
/*
 * options.h: the command line: one letter means one thing in all commands.
 *
 * A command's options are the fields of its table; what every command takes
 * beside them is in one more table here.  Abbreviations are refused, for a
 * new option would change what they mean.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "error.h"
#include "field.h"

struct common {			/* what commands take beside their own */
	int help, version, describe;
	const char *config, *as, *office, *request_id, *columns, *color;
	struct maybe db_wait;	/* seconds */
	int quiet, keep_going, yes;
	int json, csv, bom, header, table;
};

enum {				/* which of them a command takes */
	TAKES_NOTHING = 0,	/* --help --version */
	TAKES_DESK = 1,		/* --config --as --db-wait */
	TAKES_WRITING = 2,	/* --request-id --quiet --json */
	TAKES_IDS = 4,		/* --keep-going */
	TAKES_ROWS = 8,		/* --json --csv --header --table ... */
	TAKES_COLUMNS = 16,	/* --columns */
	TAKES_KEEPING = 32,	/* --keep-going without ids */
	TAKES_JSON = 64,	/* --json alone */
	OPENS_ITSELF = 128,	/* the desk, when it wants to */
	TAKES_YES = 256,	/* --yes: it asks before it does */
	TAKES_NO_CARD = 512,	/* no argument with the number of a card */
	TAKES_OFFICE = 1024,	/* --office: reads other offices too */
	/* A step taken with records: */
	TAKES_STEP = TAKES_DESK | TAKES_WRITING | TAKES_IDS,
};

struct given {			/* one option or operand, as typed */
	const struct field *field;
	const char *text;
};

struct options {
	const struct table *own;	/* the command's; NULL: none */
	const char *takes;	/* which of its fields; NULL: all */
	unsigned common;	/* TAKES_ bits */
	struct common values;
	struct given *given;	/* of the command's own, in order */
	size_t ngiven;
	const char **operands;	/* NULL-ended */
	size_t noperands;
};

/*
 * Take apart argv.  Common options are set at once; the command's own are
 * checked for their form and set, except times: options_set() sets all of
 * them once `now' is known.  MISUSED otherwise.
 */
enum status options_parse(struct options *, char *argv[], void *values,
	    struct arena *, struct error *);
enum status options_set(const struct options *, void *values, int64_t now,
	    struct arena *, struct error *);

char	option_letter(const char *name);	/* 0: none */
/* --help: usage, about, options; --describe: one line each, for machines. */
void	options_help(const struct options *, const char *name,
	    const char *operands, const char *about, struct buf *out);
void	options_describe(const struct options *, struct buf *out);

#endif
