/* SPDX-License-Identifier: ISC */
/*
 * cli.h: what every command does the same way.
 *
 * Each goes through the same five: start, options, checks of the arguments,
 * opening the desk, its work.  Only this layer prints messages and exits.
 */
#ifndef CLI_H
#define CLI_H

#include <stdio.h>

#include "emit.h"
#include "options.h"
#include "step.h"

struct cli;
struct office;

struct command {
	const char *name;
	const char *operands;	/* N_(), as usage shows them: TICKET... */
	const char *about;	/* N_(): one line */
	const char *undone;	/* N_(): "not recorded"; NULL for readers */
	const struct table *args;	/* its options, and what they set */
	const struct table *more;	/* more of them, of a struct that begins
				 * with the other; or NULL */
	unsigned common;	/* TAKES_ bits */
	/* Of a command that is one step of a record: */
	const struct record *record;
	const char *step;
	const struct record *named;	/* the one whose other names it takes
				 * for ids too, when that is no such step */
	const char *operand;	/* input that the operand which is no id is for */
	const char *listing;	/* how such records are listed; may be NULL */
	int owed;		/* after success, say what is owed by when */
	int row;		/* into a pipe its row as listed, not its id */
	/* The arguments alone: MISUSED.  May be NULL. */
	enum status (*check)(struct cli *, struct error *);
	/* What it does with each, where that is no single step; in the
	 * transaction, with what was typed.  May be NULL. */
	enum status (*act)(struct cli *, const char *typed, void *rec,
	    void *input, struct error *);
	/* Its work, with the desk open. */
	enum status (*run)(struct cli *, struct error *);
	/* What happened, for a terminal: "handed over  Li".  May be NULL. */
	void	(*say)(struct cli *, const void *rec, const void *input,
	    struct buf *);
};

struct cli {
	const struct command *command;
	struct options options;
	void *values;		/* the command's own arguments */
	struct arena *arena;	/* as long as the command */
	struct work work;
	const struct office *offices;	/* to be read (offices.h), in order */
	size_t noffices;
	int all_offices;
	int desk_is_open, people;	/* people: standard output is a terminal */
	struct buf out;		/* what is to be printed once it is stored */
	struct buf refused;	/* messages about those left out */
	struct buf done;	/* ids that are stored */
	int wholly;		/* all of it is, and no id says so */
	enum status worst;
	const char **ids;	/* what to act on */
	size_t nids;
	void *rec;		/* the record a step is being taken with */
};

/* The whole of a command; main returns its value. */
int	cli_main(const struct command *, int argc, char *argv[]);

/* The whole of a command that takes a step with each id (ids.c). */
enum status cli_ids(struct cli *, struct error *);
/* Of ids named twice, in one way or another, the first is kept. */
void	cli_once(struct cli *);
enum status cli_step(struct cli *, struct error *);

/* Config, store, clock and identity; cli_main does it before run. */
enum status cli_open(struct cli *, struct error *);
/* What time it is now, where people were waited for. */
enum status cli_clock(struct cli *, struct error *);
/* Settings that a terminal is asked about; 0 when standard input or error
 * is none. */
int	cli_asks(void);
/* --yes, or a yes to the question on a terminal; no is OK with *yes 0.
 * MISUSED where nobody can be asked. */
enum status cli_agrees(struct cli *, const char *question, int *yes,
	    struct error *);

/* MISUSED where an argument has the number of a card in it: others could read
 * it there, and it would be stored.  No message repeats it. */
enum status cli_no_card(char *argv[], struct error *);

/* What was asked for, so that a repeat with another is refused; more may be
 * NULL. */
void	cli_digest(struct cli *, const char *more);
/* Begin again with nothing to print: a transaction may run twice. */
void	cli_begin(struct cli *);
/* Note that a record is done: its id, and what happened (may be NULL). */
void	cli_done(struct cli *, const char *id, const char *said);
/* A refused one of several, with --keep-going. */
void	cli_refuse(struct cli *, const struct error *);
/* Print what is done after the commit: ids, lines or JSON. */
enum status cli_print(struct cli *, struct error *);
/* The same for very many, read back from the journal; no lines. */
enum status cli_print_bulk(struct cli *, struct error *);
/* One line of what is owed about a record by when, appended. */
enum status cli_owed(struct cli *, const char *id, struct buf *,
	    struct error *);

/* A line for people, of parts with two blanks between; those for which it
 * has no room go on below.  Appended. */
void	cli_parts(struct cli *, const char *text, const char *indent,
	    struct buf *);
/* An error as it is printed, without the command's name, appended. */
void	cli_message(const struct cli *, const struct error *, struct buf *);
/* A note where a text has in it what is not said to residents (F4.7). */
void	cli_phrase(const struct cli *, const char *text);
/* A line on standard error: "command: text". */
void	cli_note(const struct cli *, const char *text);
/* Each line of them so; they are given up. */
void	cli_lines(const struct cli *, struct buf *lines);
/* Whether output is a table for people; else the format of data. */
int	cli_for_people(const struct cli *);
enum format cli_format(const struct cli *);
int	cli_colour(const struct cli *);

#endif
