/* SPDX-License-Identifier: ISC */
/*
 * pages.c: records(5) says what the tables say: columns, words and steps.
 * With an argument it prints what the page must hold, to be pasted there.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/analysis.h"
#include "../../lib/cabinet.h"
#include "../../lib/card.h"
#include "../../lib/firms.h"
#include "../../lib/keycount.h"
#include "../../lib/listing.h"
#include "../../lib/records.h"
#include "../../lib/words.h"
#include "../../lib/xalloc.h"

static const char path[] = "man/man5/records.5";

static const char *const types[] = {
	[T_TEXT] = "text", [T_INT] = "number", [T_MAYBE] = "number",
	[T_TIME] = "time", [T_WORD] = "word", [T_FLAG] = "flag",
};

static const struct vocabulary {
	const char *title;
	const struct word *words;
} vocabularies[] = {
	{ "States of a ticket", word_states },
	{ "Kinds of tickets", word_kinds },
	{ "Channels of contacts", word_channels },
	{ "Callers", word_callers },
	{ "Dispositions of contacts", word_dispositions },
	{ "Causes", word_causes },
	{ "Utilities", word_utilities },
	{ "Kinds of deadlines", word_deadlines },
	{ "Outcomes of deadlines", word_outcomes },
	{ "Steps of events", word_steps },
	{ "Messages of notices", word_messages },
	{ "Ways of an answer", word_hows },
	{ "Reasons of an escalation", word_reasons },
	{ "Results of a call-back", word_results },
	{ "States of an analysis", word_analysis_states },
	{ "Assets of contractors", word_assets },
	{ "Roles", word_roles },
	{ "Recipients in the ladder", word_recipients },
	{ "Urgings of the ladder", word_urgings },
	{ "States of a key", word_key_states },
	{ "States of a loan", word_loan_states },
	{ "States of a key count", word_count_states },
	{ "Classes of keys", word_key_classes },
	{ "Cards", word_cards },
};

enum { VOCABULARIES = sizeof(vocabularies) / sizeof(vocabularies[0]) };

static unsigned passed, failed;
static int printing;
static char *page;

static char *
read_page(void)
{
	FILE *f = fopen(path, "r");
	struct buf b = { 0 };
	int c;

	if (f == NULL)
		return NULL;
	while ((c = getc(f)) != EOF)
		buf_putc(&b, (char)c);
	fclose(f);
	return b.text;
}

/* Whether the page holds these lines, whole. */
static void
expect(const char *what, const char *lines)
{
	const char *at;

	if (printing) {
		fputs(lines, stdout);
		return;
	}
	for (at = page; (at = strstr(at, lines)) != NULL; at++)
		if (at == page || at[-1] == '\n') {
			passed++;
			return;
		}
	failed++;
	printf("FAILED %s: %s lacks these lines, whole:\n%s", what, path,
	    lines);
}

/* Names, so many a line. */
static void
standard(const char *names, struct buf *out)
{
	enum { ROOM = 70 };
	size_t begin = 0, n;

	for (; *names != '\0'; names += n, names += strspn(names, " ")) {
		n = strcspn(names, " ");
		if (begin == 0 || out->len - begin + n > ROOM) {
			buf_puts(out, begin == 0 ? ".Cm" : "\n.Cm");
			begin = out->len;
		}
		buf_putc(out, ' ');
		buf_add(out, names, n);
	}
	buf_puts(out, " .\n");
}

static void
columns(const struct listing *l)
{
	struct buf b = { 0 };

	for (const struct column *c = l->columns; c->field.name; c++)
		buf_printf(&b, ".It Cm %s Ta %s Ta\n%s\n", c->field.name,
		    types[c->field.type], c->field.help);
	buf_puts(&b, ".El\n.Pp\nIn TSV and CSV, unless others are "
	    "chosen:\n");
	standard(l->standard, &b);
	expect(l->name, b.text);
	buf_free(&b);
}

/* Of a list that is no table of the store there are names alone. */
static void
made(const struct listing *l)
{
	struct buf names = { 0 }, b = { 0 };

	for (const char *const *c = l->section->columns; *c != NULL; c++)
		buf_printf(&names, "%s ", *c);
	standard(names.text, &b);
	if (l->section->standard != NULL) {
		buf_puts(&b, ".Pp\nIn TSV and CSV, unless others are "
		    "chosen:\n");
		standard(l->section->standard, &b);
	}
	expect(l->name, b.text);
	buf_free(&names);
	buf_free(&b);
}

static void
words(const struct vocabulary *v)
{
	struct buf b = { 0 };

	buf_printf(&b, ".Ss %s\n.Bl -column acknowledgement "
	    "acknowledgement 中文中文中文\n", v->title);
	for (const struct word *w = v->words; w->code != NULL; w++) {
		buf_printf(&b, ".It Cm %s Ta %s Ta %s", w->code, w->english,
		    w->chinese);
		buf_printf(&b, w->also ? ", %s\n" : "\n", w->also);
	}
	buf_puts(&b, ".El\n");
	expect(v->title, b.text);
	buf_free(&b);
}

static void
put_bits(struct buf *b, const char *before, unsigned bits,
    const struct word *w)
{
	buf_printf(b, ";\n%s", before);
	for (int i = 0; w[i].code != NULL; i++)
		if (bits & 1u << i)
			buf_printf(b, " %s", w[i].code);
}

/* Names, on as many lines as they take. */
static void
put_some(struct buf *b, const char *before, const char *names)
{
	enum { ROOM = 70 };
	size_t begin = b->len, n;

	if (names == NULL)
		return;
	buf_printf(b, ";\n%s", before);
	for (; *names != '\0'; names += n, names += strspn(names, " ")) {
		n = strcspn(names, " ");
		buf_putc(b, b->len - begin + n > ROOM ? '\n' : ' ');
		if (b->text[b->len - 1] == '\n')
			begin = b->len;
		buf_add(b, names, n);
	}
}

/* Inputs that a command can be given; others are set by rules. */
static void
put_inputs(struct buf *b, const struct record *r, const struct step *s)
{
	const char *before = ";\ntakes ";

	for (const struct field *f = r->inputs.fields; f != NULL && f->name;
	    f++) {
		if (f->flags & F_INNER || !field_among(s->takes, f->name))
			continue;
		buf_printf(b, "%s%s", before, f->name);
		before = " ";
	}
}

/* The states a step is taken from, which STATE() counts from 1. */
static void
step(const struct record *r, const struct step *s)
{
	struct buf b = { 0 };

	buf_printf(&b, ".It Cm %s Pq %s\n%s", s->name, s->clause,
	    s->from == 0 ? "makes the record" : s->to == STAY ?
	    "leaves the state" : r->states[s->to - 1].code);
	if (s->from != 0)
		put_bits(&b, "from", s->from >> 1, r->states);
	if (s->roles == ANYONE)
		buf_puts(&b, ";\nby anyone");
	else
		put_bits(&b, "by", s->roles, word_roles);
	put_inputs(&b, r, s);
	put_some(&b, "needs", s->needs);
	put_some(&b, "opens", s->opens);
	put_some(&b, "meets", s->meets);
	put_some(&b, "voids", s->voids);
	buf_puts(&b, ".\n");
	expect(s->name, b.text);
	buf_free(&b);
}

int
main(int argc, char *argv[])
{
	(void)argv;
	printing = argc > 1;
	page = printing ? NULL : read_page();
	if (!printing && page == NULL) {
		printf("FAILED %s cannot be read\n0 passed, 1 failed\n", path);
		return 1;
	}
	for (const struct listing *l = listings; l->name != NULL; l++)
		(l->section != NULL ? made : columns)(l);
	for (const struct record *const *r = records; *r != NULL; r++)
		for (const struct step *s = (*r)->steps; s->name; s++)
			step(*r, s);
	for (int i = 0; i < VOCABULARIES; i++)
		words(&vocabularies[i]);
	free(page);
	if (!printing)
		printf("%u passed, %u failed\n", passed, failed);
	return failed != 0;
}
