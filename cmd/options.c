/* SPDX-License-Identifier: ISC */
/*
 * options.c: the command line.
 */
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "text.h"

enum { OPERANDS_COLUMN = 4, HELP_COLUMN = 26, HELP_WIDTH = 80 };
enum { MOST_NAMES = 64 };

/* The letters, the same in every command.  A new one is added here. */
static const struct letter {
	char letter;
	const char *name;
} letters[] = {
	{ 'a', "at" }, { 'A', "accused" }, { 'b', "callback_owed" },
	{ 'c', "channel" }, { 'd', "department" }, { 'D', "date" },
	{ 'e', "edit" }, { 'E', "explain" }, { 'f', "first_responder" },
	{ 'F', "from" }, { 'g', "category" }, { 'h', "help" },
	{ 'H', "handler" }, { 'i', "item" }, { 'j', "json" },
	{ 'k', "kind" }, { 'l', "limit" }, { 'm', "text" }, { 'M', "mine" },
	{ 'n', "name" }, { 'N', "dry_run" }, { 'o', "columns" },
	{ 'O', "on_spot" }, { 'p', "phone" }, { 'P', "promise" },
	{ 'q', "quiet" }, { 'r', "room" }, { 'R', "result" },
	{ 's', "state" }, { 'S', "since" }, { 't', "to" },
	{ 'T', "ticket" }, { 'u', "urge" }, { 'U', "until" },
	{ 'V', "version" }, { 'w', "why" }, { 'x', "overdue" },
	{ 'y', "yes" }, { 0, NULL }
};

static const struct common_field {
	unsigned takes;		/* any of these */
	struct field field;
} common_fields[] = {
	{ TAKES_DESK, { FIELD(common, config, "config", T_TEXT),
	  .arg = N_("DIR"), .help = N_("directory of the configuration") } },
	{ TAKES_DESK, { FIELD(common, as, "as", T_TEXT), .arg = N_("STAFF"),
	  .help = N_("who you are, at a shared login") } },
	{ TAKES_DESK, { FIELD(common, db_wait, "db_wait", T_MAYBE),
	  .max = 86400, .arg = N_("SECONDS"),
	  .help = N_("how long to wait for others (10; a server 30)") } },
	{ TAKES_OFFICE, { FIELD(common, office, "office", T_TEXT),
	  .arg = N_("CODE|all"),
	  .help = N_("of another office in this store, or of all") } },
	{ TAKES_WRITING, { FIELD(common, request_id, "request_id", T_TEXT),
	  .arg = N_("ID"),
	  .help = N_("a repeat with the same one does nothing twice") } },
	{ TAKES_IDS | TAKES_KEEPING, { FIELD(common, keep_going, "keep_going", T_FLAG),
	  .help = N_("each by itself: refuse one, do the others") } },
	{ TAKES_WRITING, { FIELD(common, quiet, "quiet", T_FLAG),
	  .help = N_("print the id alone") } },
	{ TAKES_YES, { FIELD(common, yes, "yes", T_FLAG),
	  .help = N_("do not ask whether it is meant") } },
	{ TAKES_WRITING | TAKES_ROWS | TAKES_JSON,
	  { FIELD(common, json, "json", T_FLAG),
	  .help = N_("print JSON Lines") } },
	{ TAKES_ROWS, { FIELD(common, csv, "csv", T_FLAG),
	  .help = N_("print CSV, for spreadsheets") } },
	{ TAKES_ROWS, { FIELD(common, bom, "bom", T_FLAG),
	  .help = N_("with --csv: for Excel") } },
	{ TAKES_ROWS, { FIELD(common, header, "header", T_FLAG),
	  .help = N_("names of the columns first") } },
	{ TAKES_ROWS, { FIELD(common, table, "table", T_FLAG),
	  .help = N_("as on a terminal, into a pipe or mail too") } },
	{ TAKES_ROWS, { FIELD(common, color, "color", T_TEXT),
	  .arg = N_("WHEN"), .help = N_("auto, always or never") } },
	{ TAKES_COLUMNS, { FIELD(common, columns, "columns", T_TEXT),
	  .arg = N_("COLUMNS"),
	  .help = N_("these columns, separated by commas") } },
	{ ~0u, { FIELD(common, help, "help", T_FLAG),
	  .help = N_("print this") } },
	{ ~0u, { FIELD(common, version, "version", T_FLAG),
	  .help = N_("print the version") } },
	{ ~0u, { FIELD(common, describe, "describe", T_FLAG),
	  .flags = F_INNER } },
	{ 0, { 0 } }
};

char
option_letter(const char *name)
{
	for (const struct letter *l = letters; l->name != NULL; l++)
		if (strcmp(l->name, name) == 0)
			return l->letter;
	return 0;
}

static int
takes_common(const struct options *o, const struct common_field *c)
{
	return c->takes == ~0u || c->takes & o->common;
}

static int
takes_own(const struct options *o, const struct field *f)
{
	return !(f->flags & (F_OPERAND | F_INNER)) &&
	    (o->takes == NULL || field_among(o->takes, f->name));
}

/* Options and fields differ in - and _ alone. */
static int
same_name(const char *field, const char *typed, size_t len)
{
	size_t i;

	for (i = 0; i < len && field[i] != '\0'; i++)
		if (field[i] != typed[i] &&
		    !(field[i] == '_' && typed[i] == '-'))
			return 0;
	return i == len && field[i] == '\0' && memchr(typed, '_', len) == NULL;
}

static void
spell(const char *name, struct buf *out)
{
	for (; *name != '\0'; name++)
		buf_putc(out, *name == '_' ? '-' : *name);
}

/* The field that an option means; *own is 0 for a common one. */
static const struct field *
find(const struct options *o, const char *name, size_t len, char letter,
    int *own)
{
	*own = 1;
	for (const struct field *f = o->own ? o->own->fields : NULL;
	    f != NULL && f->name != NULL; f++)
		if (takes_own(o, f) && (letter ? option_letter(f->name) ==
		    letter : same_name(f->name, name, len)))
			return f;
	*own = 0;
	for (const struct common_field *c = common_fields; c->takes; c++)
		if (takes_common(o, c) && (letter ?
		    option_letter(c->field.name) == letter :
		    same_name(c->field.name, name, len)))
			return &c->field;
	return NULL;
}

static enum status
unknown(const struct options *o, const char *typed, struct arena *arena,
    struct error *e)
{
	const char *names[MOST_NAMES + 1], *near;
	struct buf b = { 0 };
	int n = 0;

	for (const struct field *f = o->own ? o->own->fields : NULL;
	    f != NULL && f->name != NULL && n < MOST_NAMES; f++)
		if (takes_own(o, f))
			names[n++] = f->name;
	for (const struct common_field *c = common_fields; c->takes &&
	    n < MOST_NAMES; c++)
		if (takes_common(o, c) && !(c->field.flags & F_INNER))
			names[n++] = c->field.name;
	names[n] = NULL;
	near = strncmp(typed, "--", 2) == 0 ? text_nearest(arena_slice(arena,
	    typed + 2, strcspn(typed + 2, "=")), names) : NULL;
	/* What stands behind the = may be nobody else's business. */
	fail(e, MISUSED, NULL, _("there is no option %.*s"),
	    (int)strcspn(typed, "="), typed);
	if (near == NULL)
		return advise(e, _("All options: --help"));
	spell(near, &b);
	advise(e, _("Did you mean --%s?"), b.text);
	buf_free(&b);
	return e->status;
}

static enum status
take(struct options *o, const struct field *f, int own, const char *text,
    void *values, struct arena *arena, struct error *e)
{
	struct field as_typed = *f;
	struct buf name = { 0 };
	enum status status;

	if (own) {
		o->given[o->ngiven].field = f;
		o->given[o->ngiven++].text = text;
	}
	buf_puts(&name, "--");
	spell(f->name, &name);
	as_typed.name = name.text;
	status = field_set(&as_typed, own ? values : &o->values, text,
	    strlen(text), 0, arena, e);
	buf_free(&name);
	return status;
}

static enum status
lacks_value(const char *typed, struct error *e)
{
	return fail(e, MISUSED, NULL, _("%s needs a value"), typed);
}

/* --name, --name value, --name=value */
static enum status
take_long(struct options *o, char ***argv, void *values,
    struct arena *arena, struct error *e)
{
	const char *typed = **argv, *name = typed + 2, *value;
	size_t len = strcspn(name, "=");
	const struct field *f;
	int own;

	f = find(o, name, len, 0, &own);
	if (f == NULL)
		return unknown(o, typed, arena, e);
	value = name[len] == '=' ? name + len + 1 : NULL;
	if (f->type == T_FLAG) {
		if (value == NULL)
			return take(o, f, own, "true", values, arena, e);
		fail(e, MISUSED, NULL, _("--%.*s takes no value"), (int)len,
		    name);
		return e->status;
	}
	if (value == NULL && (*argv)[1] == NULL)
		return lacks_value(typed, e);
	if (value == NULL)
		value = *++*argv;
	return take(o, f, own, value, values, arena, e);
}

/* -q, -qj, -t value, -tvalue */
static enum status
take_short(struct options *o, char ***argv, void *values,
    struct arena *arena, struct error *e)
{
	const struct field *f;
	char typed[3] = "-";
	int own;

	for (const char *p = **argv + 1; *p != '\0'; p++) {
		typed[1] = *p;
		f = find(o, "", 0, *p, &own);
		if (f == NULL)
			return unknown(o, (*p & 0x80) != 0 ? **argv : typed,
			    arena, e);
		if (f->type == T_FLAG) {
			if (take(o, f, own, "true", values, arena, e) != OK)
				return e->status;
			continue;
		}
		if (p[1] != '\0')
			return take(o, f, own, p + 1, values, arena, e);
		if ((*argv)[1] == NULL)
			return lacks_value(typed, e);
		return take(o, f, own, *++*argv, values, arena, e);
	}
	return OK;
}

enum status
options_parse(struct options *o, char *argv[], void *values,
    struct arena *arena, struct error *e)
{
	size_t n = 0, letters_in_all = 0;
	enum status status = OK;

	for (char **p = argv; *p != NULL; p++, n++)
		letters_in_all += strlen(*p) + 1;
	o->given = arena_alloc(arena, (letters_in_all + 1) *
	    sizeof(*o->given));
	o->operands = arena_alloc(arena, (n + 1) * sizeof(*o->operands));
	for (; *argv != NULL && status == OK; argv++) {
		if (strcmp(*argv, "--") == 0) {
			while (*++argv != NULL)
				o->operands[o->noperands++] = *argv;
			break;
		}
		if (strncmp(*argv, "--", 2) == 0)
			status = take_long(o, &argv, values, arena, e);
		else if (**argv == '-' && (*argv)[1] != '\0')
			status = take_short(o, &argv, values, arena, e);
		else
			o->operands[o->noperands++] = *argv;
	}
	return status;
}

enum status
options_set(const struct options *o, void *values, int64_t now,
    struct arena *arena, struct error *e)
{
	for (size_t i = 0; i < o->ngiven; i++) {
		const struct given *g = &o->given[i];

		if (g->field->type == T_TIME && field_set(g->field, values,
		    g->text, strlen(g->text), now, arena, e) != OK)
			return e->status;
	}
	return OK;
}

/* On the line that begins there, and below it what is too wide for it:
 * broken behind a blank or a bar. */
static void
put_folded(const char *text, size_t line, int indent, struct buf *out)
{
	for (size_t n, was; *text != '\0'; text += n) {
		n = strcspn(text, " |");
		n += text[n] != '\0';
		was = out->len;
		buf_add(out, text, n);
		if (text_width(out->text + line) <= HELP_WIDTH)
			continue;
		out->len = was;
		while (out->len > line && out->text[out->len - 1] == ' ')
			out->len--;
		buf_putc(out, '\n');
		line = out->len;
		buf_printf(out, "%*s", indent, "");
		buf_add(out, text, n);
	}
}

static void
help_line(const struct field *f, struct buf *out)
{
	char letter = option_letter(f->name);
	size_t begin = out->len, width;

	if (f->flags & F_INNER)
		return;
	if (letter != 0)
		buf_printf(out, "  -%c, --", letter);
	else
		buf_puts(out, "      --");
	spell(f->name, out);
	if (f->type != T_FLAG)
		buf_printf(out, " %s", f->arg ? _(f->arg) : "VALUE");
	width = text_width(out->text + begin);
	buf_printf(out, "%*s", width + 2 > HELP_COLUMN ? 2 :
	    (int)(HELP_COLUMN - width), "");
	put_folded(f->help ? _(f->help) : "", begin, HELP_COLUMN, out);
	buf_putc(out, '\n');
}

void
options_help(const struct options *o, const char *name,
    const char *operands, const char *about, struct buf *out)
{
	size_t begin;

	begin = out->len;
	buf_printf(out, _("usage: %s [options]"), name);
	if (*operands != '\0') {
		buf_putc(out, ' ');
		put_folded(operands, begin, OPERANDS_COLUMN, out);
	}
	buf_printf(out, "\n%s\n\n", about);
	begin = out->len;
	for (const struct field *f = o->own ? o->own->fields : NULL;
	    f != NULL && f->name != NULL; f++)
		if (takes_own(o, f))
			help_line(f, out);
	if (out->len > begin)
		buf_putc(out, '\n');
	for (const struct common_field *c = common_fields; c->takes; c++)
		if (takes_common(o, c))
			help_line(&c->field, out);
	buf_printf(out, _("\nMore: man %s\n"), name);
}

static void
describe(const struct field *f, struct buf *out)
{
	char letter = option_letter(f->name);

	if (f->flags & F_INNER)
		return;
	buf_printf(out, letter ? "-%c\t--" : "\t--", letter);
	spell(f->name, out);
	buf_printf(out, "\t%s\t", f->type == T_FLAG ? "" :
	    f->arg ? f->arg : "VALUE");
	for (const struct word *w = f->words; w && w->code != NULL; w++)
		buf_printf(out, "%s%s", w == f->words ? "" : " ", w->code);
	buf_putc(out, '\n');
}

void
options_describe(const struct options *o, struct buf *out)
{
	for (const struct field *f = o->own ? o->own->fields : NULL;
	    f != NULL && f->name != NULL; f++)
		if (takes_own(o, f))
			describe(f, out);
	for (const struct common_field *c = common_fields; c->takes; c++)
		if (takes_common(o, c))
			describe(&c->field, out);
}
