/* SPDX-License-Identifier: ISC */
/*
 * bulk.c: log-call --from: many calls at once, all or nothing.
 */
#include <stdio.h>
#include <string.h>

#include "bulk.h"
#include "digest.h"
#include "intake.h"
#include "progress.h"
#include "spool.h"
#include "text.h"

enum { MOST_MAPPED = 64, TELL_EVERY = 100 };

static const struct field fields[] = {
	{ FIELD(bulk_args, from, "from", T_WORD), .words = word_formats,
	  .arg = N_("FORMAT"),
	  .help = N_("many, from standard input: csv, tsv or json") },
	{ FIELD(bulk_args, map, "map", T_TEXT), .arg = N_("OPTION=COLUMN"),
	  .help = N_("with --from: what a column of another name is") },
	{ 0 }
};

const struct table bulk_table = {
	"bulk_args", sizeof(struct bulk_args), fields
};

struct mapped {
	const struct field *field;
	const char *column;
	int seen;		/* such a column was there */
};

struct bulk {
	struct cli *cli;
	struct spool input;
	enum intake_format format;
	struct intake *in;
	struct mapped map[MOST_MAPPED];
	int nmap;
	int headed;		/* the names stand in the first line */
	int misnamed;		/* and these are wrong, so every row is */
	struct digest digest;
	struct progress progress;
	int64_t rows;
};

/* The option that a name of a column or of --map means. */
static const struct field *
option_of(const char *name, size_t len)
{
	char plain[64];

	if (len >= sizeof(plain))
		return NULL;
	for (size_t i = 0; i < len; i++)
		plain[i] = name[i] == '-' ? '_' : name[i];
	plain[len] = '\0';
	return field_find(&call_table, plain);
}

static enum status
no_option(const char *name, struct error *e)
{
	const char *names[MOST_MAPPED], *near;
	int n = 0;

	for (const struct field *f = call_table.fields; f->name != NULL; f++)
		names[n++] = f->name;
	names[n] = NULL;
	near = text_nearest(name, names);
	fail(e, MISREAD, NULL, _("the column \"%s\" is no option of "
	    "log-call"), name);
	if (near != NULL)
		return advise(e, _("Did you mean %s? Or say what it is: "
		    "--map OPTION=%s"), near, name);
	return advise(e, _("Say what it is: --map OPTION=%s"), name);
}

static enum status
read_maps(struct bulk *b, struct error *e)
{
	const struct options *o = &b->cli->options;

	for (size_t i = 0; i < o->ngiven; i++) {
		const char *text = o->given[i].text, *equals;
		const struct field *f;

		if (strcmp(o->given[i].field->name, "map") != 0)
			continue;
		equals = strchr(text, '=');
		f = equals ? option_of(text, (size_t)(equals - text)) : NULL;
		if (f == NULL) {
			fail(e, MISUSED, NULL, _("--map %s names no option"),
			    text);
			return advise(e, _("Write it as --map "
			    "content=COLUMN"));
		}
		if (b->nmap == MOST_MAPPED)
			return fail(e, MISUSED, NULL, _("too many --map"));
		b->map[b->nmap].field = f;
		b->map[b->nmap++].column = equals + 1;
	}
	return OK;
}

enum status
bulk_check(struct cli *c, struct error *e)
{
	const struct bulk_args *args = c->values;
	struct bulk b = { .cli = c };

	if (c->options.noperands > 0) {
		fail(e, MISUSED, NULL, _("with --from what they said stands "
		    "in the column \"content\""));
		return advise(e, _("Leave \"%s\" out"), c->options.operands[0]);
	}
	if (args->call.phone != NULL && strcmp(args->call.phone, "-") == 0) {
		fail(e, MISUSED, NULL, _("%s and %s exclude each other"),
		    "--phone -", "--from");
		return advise(e, _("Leave one of them out"));
	}
	return read_maps(&b, e);
}

/* What a column is: by --map, else by its own name. */
static enum status
field_of(struct bulk *b, const char *column, const struct field **f,
    struct error *e)
{
	*f = NULL;
	for (int i = 0; i < b->nmap; i++)
		if (strcmp(b->map[i].column, column) == 0) {
			b->map[i].seen = 1;
			*f = b->map[i].field;
			return OK;
		}
	*f = option_of(column, strlen(column));
	/* Where columns are mapped the others are left alone. */
	return *f != NULL || b->nmap > 0 ? OK : no_option(column, e);
}

static enum status
check_maps(const struct bulk *b, struct error *e)
{
	for (int i = 0; i < b->nmap; i++)
		if (!b->map[i].seen)
			return fail(e, MISREAD, NULL, _("there is no column "
			    "\"%s\""), b->map[i].column);
	return OK;
}

/* In JSON each object has names of its own; a line of them is for all. */
static enum status
check_content(const struct bulk *b, int there, struct error *e)
{
	if (there || !b->headed)
		return OK;
	fail(e, MISREAD, NULL, _("there is no column \"%s\""), "content");
	return advise(e, _("Say which one it is: --map content=COLUMN"));
}

static void
add_to_digest(struct bulk *b)
{
	size_t len;

	for (size_t i = 0; i < intake_count(b->in); i++) {
		const char *v = intake_value(b->in, i, &len);

		if (v != NULL)
			digest_add(&b->digest, v, len);
		digest_add(&b->digest, "", 1);
	}
}

/* What each column is. */
static enum status
name_columns(struct bulk *b, const struct field **what, struct error *e)
{
	const struct field *content = field_find(&call_table, "content");
	enum status status = OK;
	int there = 0;

	for (int i = 0; i < b->nmap; i++)
		b->map[i].seen = 0;
	for (size_t i = 0; i < intake_count(b->in) && status == OK; i++) {
		status = field_of(b, intake_name(b->in, i), &what[i], e);
		there = there || what[i] == content;
	}
	if (status == OK)
		status = check_maps(b, e);
	if (status == OK)
		status = check_content(b, there, e);
	b->misnamed = b->headed && status != OK;
	return status;
}

/* The column as it is called there, unless the fact begins with it. */
static enum status
in_column(const char *name, struct error *e)
{
	size_t n = strlen(name);

	if (strncmp(e->text, name, n) == 0 && e->text[n] == ':')
		return e->status;
	return at_place(e, "%s", name);
}

/* A row over the defaults; an empty value leaves these as they are. */
static enum status
fill(struct bulk *b, struct call *call, struct error *e)
{
	struct work *w = &b->cli->work;
	size_t len, n = intake_count(b->in);
	const struct field **what = arena_alloc(w->arena, (n + 1) *
	    sizeof(*what));

	if (name_columns(b, what, e) != OK)
		return e->status;
	for (size_t i = 0; i < n; i++) {
		const char *v = intake_value(b->in, i, &len);

		if (what[i] != NULL && v != NULL && len > 0 && field_set(
		    what[i], call, v, len, w->now, w->arena, e) != OK)
			return in_column(intake_name(b->in, i), e);
	}
	if (text_blank(call->content)) {
		fail(e, MISREAD, "F4.5", _("nothing is said"));
		return advise(e, _("Fill in \"content\""));
	}
	return call_check(call, e);
}

/* Where it went wrong: the line, and which column if one is known. */
static enum status
place_error(const struct bulk *b, struct error *e)
{
	const char *column = arena_copy(b->cli->work.arena, e->place);
	size_t line = b->misnamed ? 1 : intake_line(b->in);

	if (e->status == MISUSED)
		e->status = MISREAD;
	return at_place(e, *column != '\0' ? "%s:%zu: %s" : "%s:%zu",
	    intake_place(b->in), line, column);
}

static enum status
take_row(struct bulk *b, struct error *e)
{
	struct bulk_args *args = b->cli->values;
	struct call call = args->call;
	struct contact contact;
	struct ticket ticket;
	enum status status = fill(b, &call, e);

	if (status == OK)
		status = reception_take(&b->cli->work, &call, &ticket,
		    &contact, e);
	return status == OK ? OK : place_error(b, e);
}

static enum status
take_alone(struct bulk *b, struct error *e)
{
	struct work *w = &b->cli->work;
	struct mark m;
	enum status status;

	if (work_mark(w, &m, e) != OK)
		return e->status;
	status = take_row(b, e);
	if (status == OK)
		return work_keep(w, e);
	if (status == BUSY || status == BROKEN || b->misnamed)
		return status;
	cli_refuse(b->cli, e);
	return work_undo(w, &m, e);
}

/* A line that cannot be read, with --keep-going. */
static enum status
pass_over(struct bulk *b, struct error *e)
{
	if (!b->cli->options.values.keep_going || intake_fatal(b->in) ||
	    e->status != MISREAD)
		return e->status;
	cli_refuse(b->cli, e);
	return OK;
}

/* What was asked for is known once all of it was read. */
static enum status
settle(struct work *w, void *arg, struct error *e)
{
	struct bulk *b = arg;
	char hex[DIGEST_HEX];
	int more = 1;

	w->digest_late = NULL;
	while (more) {
		if (intake_next(b->in, &more, e) != OK &&
		    pass_over(b, e) != OK)
			return e->status;
		else if (more)
			add_to_digest(b);
	}
	digest_end_hex(&b->digest, hex);
	cli_digest(b->cli, hex);
	return OK;
}

static enum status
begin_reading(struct bulk *b, struct error *e)
{
	struct work *w = &b->cli->work;

	if (b->in != NULL)
		intake_close(b->in);
	b->in = NULL;
	if (spool_rewind(&b->input, e) != OK)
		return e->status;
	b->in = intake_open(b->input.from, b->format, _("standard input"));
	b->misnamed = 0;
	b->rows = 0;
	digest_start(&b->digest);
	w->digest_late = settle;
	w->digest_arg = b;
	return OK;
}

static enum status
take_all(struct work *w, void *arg, struct error *e)
{
	struct bulk *b = arg;
	int keep_going = b->cli->options.values.keep_going, more = 1;
	enum status status = OK;

	cli_begin(b->cli);
	if (begin_reading(b, e) != OK)
		return e->status;
	progress_begin(&b->progress, b->cli, b->input.from);
	progress_hold(&b->progress);
	while (status == OK) {
		arena_reset(w->arena);
		w->late = NULL;		/* it lay there */
		if (intake_next(b->in, &more, e) != OK) {
			status = pass_over(b, e);
			continue;
		}
		if (!more)
			return OK;
		add_to_digest(b);
		status = keep_going ? take_alone(b, e) : take_row(b, e);
		if (status == OK && ++b->rows % TELL_EVERY == 0)
			status = progress_told(&b->progress, b->rows, e);
	}
	return status;
}

enum status
bulk_run(struct cli *c, struct error *e)
{
	static const enum intake_format formats[] = {
		INTAKE_CSV, INTAKE_TSV, INTAKE_JSON
	};
	const struct bulk_args *args = c->values;
	struct bulk b = { .cli = c, .format = formats[args->from - 1] };
	enum status status = read_maps(&b, e);

	if (status == OK)
		status = spool_open(&b.input, e);
	if (status != OK)
		return status;
	b.headed = b.format != INTAKE_JSON;
	status = begin_reading(&b, e);
	if (status == OK) {
		c->work.bulk = 1;
		store_driver(c->work.store)->bulk(store_db(c->work.store));
		status = work_run(&c->work, take_all, &b, e);
		progress_over(&b.progress);
	}
	if (b.in != NULL)
		intake_close(b.in);
	spool_close(&b.input);
	return status == OK ? cli_print_bulk(c, e) : status;
}
