/* SPDX-License-Identifier: ISC */
/*
 * field.c: describing the members of a struct.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "field.h"
#include "text.h"

static void *
member(const struct field *f, void *rec)
{
	return (char *)rec + f->offset;
}

static const void *
seen(const struct field *f, const void *rec)
{
	return (const char *)rec + f->offset;
}

const struct field *
field_find(const struct table *t, const char *name)
{
	/* Mostly the first letter tells. */
	for (const struct field *f = t->fields; f->name != NULL; f++)
		if (*f->name == *name && strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

int
field_among(const char *names, const char *name)
{
	size_t n, len = strlen(name);

	for (; names != NULL && *names != '\0'; names += n) {
		names += strspn(names, " ");
		n = strcspn(names, " ");
		if (n == len && strncmp(names, name, n) == 0)
			return 1;
	}
	return 0;
}

/* A whole number and nothing behind it. */
static enum status
set_number(const struct field *f, const char *text, int64_t *out,
    struct error *e)
{
	char *end;
	long long n = strtoll(text, &end, 10);

	if (*text < '0' || *text > '9' || *end != '\0') {
		fail(e, MISUSED, NULL, _("%s: \"%s\" is no whole number"),
		    f->name, text);
		return advise(e, _("Write digits only"));
	}
	if (f->max > 0 && (n < f->min || n > f->max))
		return fail(e, MISUSED, NULL, _("%s is %s; it goes from "
		    "%" PRId64 " to %" PRId64), f->name, text, f->min, f->max);
	*out = n;
	return OK;
}

static enum status
set_flag(const struct field *f, const char *text, int *out, struct error *e)
{
	static const char *const words[] = { "false", "true", "0", "1", "" };

	for (int i = 0; i < 5; i++)
		if (strcmp(text, words[i]) == 0) {
			*out = i & 1;
			return OK;
		}
	fail(e, MISUSED, NULL, _("%s: \"%s\" is neither true nor false"),
	    f->name, text);
	return advise(e, _("Write true or false"));
}

static enum status
set_word(const struct field *f, const char *text, void *rec, struct error *e)
{
	const struct word *w;
	const char *code;
	int n;

	if (word_need(f->words, f->name, text, &code, e) != OK)
		return e->status;
	n = word_index(f->words, code);
	*(int *)member(f, rec) = n + 1;
	w = &f->words[n];
	if (f->typed != 0 && strcmp(text, code) != 0 &&
	    strcmp(text, w->english) != 0 && strcmp(text, w->chinese) != 0)
		*(const char **)((char *)rec + f->typed) = text;
	return OK;
}

static enum status
set_time(const struct field *f, const char *text, int64_t now, int64_t *out,
    struct error *e)
{
	if (now == 0) {		/* which it is, is told later; but it is given */
		*out = 1;
		return clock_form(text, f->when, e);
	}
	return clock_parse(text, f->when, now, out, e);
}

enum status
field_set(const struct field *f, void *rec, const char *text, size_t len,
    int64_t now, struct arena *arena, struct error *e)
{
	struct maybe *maybe = member(f, rec);
	const char *taken;
	enum status status;

	status = text_take(arena, text, len,
	    f->flags & F_FREE ? TEXT_FREE : TEXT_LINE, &taken, e);
	if (status != OK) {
		if (e->place[0] == '\0')
			at_place(e, "%s", f->name);
		return status;
	}
	switch (f->type) {
	case T_TEXT: *(const char **)member(f, rec) = taken; return OK;
	case T_INT: return set_number(f, taken, member(f, rec), e);
	case T_MAYBE:
		maybe->set = 1;
		return set_number(f, taken, &maybe->v, e);
	case T_TIME: return set_time(f, taken, now, member(f, rec), e);
	case T_WORD: return set_word(f, taken, rec, e);
	case T_FLAG: return set_flag(f, taken, member(f, rec), e);
	}
	return OK;
}

int
field_absent(const struct field *f, const void *rec)
{
	switch (f->type) {
	case T_TEXT: return *(const char *const *)seen(f, rec) == NULL;
	case T_MAYBE: return !((const struct maybe *)seen(f, rec))->set;
	case T_TIME: return *(const int64_t *)seen(f, rec) == 0;
	case T_WORD: return *(const int *)seen(f, rec) == 0;
	case T_INT:
	case T_FLAG: break;
	}
	return 0;
}

const char *
field_text(const struct field *f, const void *rec)
{
	int n;

	if (f->type == T_TEXT)
		return *(const char *const *)seen(f, rec);
	if (f->type != T_WORD)
		return NULL;
	n = *(const int *)seen(f, rec);
	return n == 0 ? NULL : f->words[n - 1].code;
}

int64_t
field_number(const struct field *f, const void *rec)
{
	switch (f->type) {
	case T_MAYBE: return ((const struct maybe *)seen(f, rec))->v;
	case T_FLAG: return *(const int *)seen(f, rec);
	case T_INT:
	case T_TIME: return *(const int64_t *)seen(f, rec);
	case T_TEXT:
	case T_WORD: break;
	}
	return 0;
}

int
field_same(const struct field *f, const void *a, const void *b)
{
	const char *x, *y;

	if (field_absent(f, a) || field_absent(f, b))
		return field_absent(f, a) == field_absent(f, b);
	x = field_text(f, a);
	y = field_text(f, b);
	if (x != NULL && y != NULL)
		return strcmp(x, y) == 0;
	return field_number(f, a) == field_number(f, b);
}

enum status
field_put_text(const struct field *f, void *rec, const char *text,
    struct error *e)
{
	int n;

	if (f->type == T_TEXT) {
		*(const char **)member(f, rec) = text;
		return OK;
	}
	n = text == NULL ? 0 : word_index(f->words, text) + 1;
	if (text != NULL && n == 0)
		return fail(e, BROKEN, NULL,
		    _("the store holds \"%s\" as %s"), text, f->name);
	*(int *)member(f, rec) = n;
	return OK;
}

void
field_put_number(const struct field *f, void *rec, int absent, int64_t v)
{
	struct maybe *maybe = member(f, rec);

	if (f->type == T_FLAG)
		*(int *)member(f, rec) = v != 0;
	else if (f->type == T_MAYBE)
		*maybe = (struct maybe){ absent ? 0 : v, !absent };
	else
		*(int64_t *)member(f, rec) = absent ? 0 : v;
}

const char *
table_text(const struct table *t, const void *rec, const char *name)
{
	const struct field *f = field_find(t, name);

	return f == NULL ? NULL : field_text(f, rec);
}
