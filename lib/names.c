/* SPDX-License-Identifier: ISC */
/*
 * names.c: that what people type to name something means one thing.
 */
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "text.h"

static void
put(struct names *s, const char *word, const struct node *at,
    const struct name *like)
{
	struct buf folded = { 0 };
	struct name *more;

	if (s->n == s->room) {
		s->room = s->room ? 2 * s->room : 64;
		more = arena_alloc(s->arena, s->room * sizeof(*more));
		if (s->n > 0)
			memcpy(more, s->list, s->n * sizeof(*more));
		s->list = more;
	}
	more = &s->list[s->n++];
	*more = *like;
	text_fold(word, &folded);
	more->folded = arena_copy(s->arena, folded.text ? folded.text : "");
	more->word = word;
	more->at = at;
	buf_free(&folded);
}

void
names_add(struct names *s, const struct node *value,
    const struct name *like)
{
	if (value != NULL && value->kind == NODE_TEXT &&
	    *value->text != '\0' && like->thing != NULL)
		put(s, value->text, value, like);
}

void
names_add_words(struct names *s, const struct node *value,
    const struct name *like)
{
	const char *p;
	size_t len;

	if (value == NULL || value->kind != NODE_TEXT || like->thing == NULL)
		return;
	for (p = value->text; *p != '\0'; p += len) {
		p += strspn(p, " ");
		len = strcspn(p, " ");
		if (len > 0)
			put(s, arena_slice(s->arena, p, len), value, like);
	}
}

void
names_reserve(struct names *s, const char *word)
{
	put(s, word, NULL, &(struct name){ .thing = word });
}

/* Our own words first, then in the order of their files and lines. */
static int
by_word(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	int differ = strcmp(x->folded, y->folded);

	if (differ != 0)
		return differ;
	if (x->at == NULL || y->at == NULL)
		return (x->at != NULL) - (y->at != NULL);
	if (x->file != y->file)
		return x->file > y->file ? 1 : -1;
	return (x->at->line > y->at->line) - (x->at->line < y->at->line);
}

static int
clash(const struct name *a, const struct name *b)
{
	if (strcmp(a->thing, b->thing) == 0)
		return 0;
	if ((!a->brief && !b->brief) || a->department == NULL ||
	    b->department == NULL)
		return 1;
	return strcmp(a->department, b->department) == 0;
}

void
names_check(struct names *s)
{
	const struct name *a, *b;

	if (s->n > 0)
		qsort(s->list, s->n, sizeof(*s->list), by_word);
	for (b = s->list; b < s->list + s->n; b++)
		for (a = b; a-- > s->list &&
		    strcmp(a->folded, b->folded) == 0;)
			if (clash(a, b)) {
				mistake(b->file, b->at->line, b->at->column,
				    _("\"%s\" already means %s; choose "
				    "another for %s"), b->word, a->thing,
				    b->thing);
				break;
			}
}
