/* SPDX-License-Identifier: ISC */
/*
 * value.c: what one value of a file means: a number, a span, a word.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "text.h"
#include "value.h"

enum { SHOWN = 40, NEAR_LEN = 64, NEAR_MAX = 128 };

const char *
path_text(struct arena *a, const struct path *p)
{
	const char *up;

	if (p == NULL)
		return "";
	up = path_text(a, p->up);
	if (p->name == NULL)
		return arena_printf(a, "%s[%zu]", up, p->item);
	return arena_printf(a, "%s%s%s", up, *up ? "." : "", p->name);
}

const char *
value_shown(const struct value *v)
{
	return text_cut(v->mistakes->arena, v->node->text, SHOWN);
}

static const char *
place(const struct value *v)
{
	const char *path = path_text(v->mistakes->arena, v->path);

	return *path ? path : _("the file");
}

void
value_wrong(const struct value *v, const char *must)
{
	mistake(v->mistakes, v->node->line, v->node->column,
	    _("%s must be %s, not \"%s\""), place(v), must, value_shown(v));
}

int
value_is(const struct value *v, enum node_kind wanted)
{
	static const char *const says[3][3] = {
		[NODE_TEXT][NODE_LIST] =
		    N_("%s must be one value, not a list"),
		[NODE_TEXT][NODE_MAP] =
		    N_("%s must be one value, not \"key: value\" lines"),
		[NODE_LIST][NODE_TEXT] = N_("%s must be a list (lines "
		    "starting with \"- \"), not one value"),
		[NODE_LIST][NODE_MAP] = N_("%s must be a list (lines "
		    "starting with \"- \"), not \"key: value\" lines"),
		[NODE_MAP][NODE_TEXT] =
		    N_("%s must be \"key: value\" lines, not one value"),
		[NODE_MAP][NODE_LIST] =
		    N_("%s must be \"key: value\" lines, not a list"),
	};

	if (v->node->kind == wanted)
		return 1;
	mistake(v->mistakes, v->node->line, v->node->column,
	    _(says[wanted][v->node->kind]), place(v));
	return 0;
}

int
value_text(const struct value *v, const char **out)
{
	const char *text = v->node->text;

	if (!value_is(v, NODE_TEXT))
		return 0;
	if (*text != '\0' && strpbrk(text, "\t\n") == NULL) {
		*out = text;
		return 1;
	}
	mistake(v->mistakes, v->node->line, v->node->column, *text == '\0' ?
	    _("%s is blank; fill it in") :
	    _("%s must be one line; write it as one"), place(v));
	return 0;
}

static int
out_of_range(const struct value *v, const char *min, const char *max)
{
	mistake(v->mistakes, v->node->line, v->node->column,
	    _("%s is %s; it must be from %s to %s"), place(v),
	    value_shown(v), min, max);
	return 0;
}

/* An optional sign, then digits without a zero before them. */
static int
is_number(const char *text)
{
	text += *text == '-';
	return *text != '\0' && text[strspn(text, "0123456789")] == '\0' &&
	    (*text != '0' || text[1] == '\0');
}

int
value_number(const struct value *v, int64_t min, int64_t max, int64_t *out)
{
	struct arena *a = v->mistakes->arena;
	const char *text;
	long long n;

	if (!value_text(v, &text))
		return 0;
	if (!is_number(text)) {
		value_wrong(v, arena_printf(a, _("a whole number from %"
		    PRId64 " to %" PRId64), min, max));
		return 0;
	}
	errno = 0;
	n = strtoll(text, NULL, 10);
	*out = n;
	return (errno == 0 && n >= min && n <= max) ||
	    out_of_range(v, arena_printf(a, "%" PRId64, min),
	    arena_printf(a, "%" PRId64, max));
}

/* In the largest unit that it is a whole number of. */
static const char *
span_text(struct arena *a, int64_t ms)
{
	if (ms != 0 && ms % DAY == 0)
		return arena_printf(a, "%" PRId64 "d", ms / DAY);
	if (ms != 0 && ms % HOUR == 0)
		return arena_printf(a, "%" PRId64 "h", ms / HOUR);
	if (ms % MINUTE == 0)
		return arena_printf(a, "%" PRId64 "m", ms / MINUTE);
	return arena_printf(a, "%" PRId64 "s", ms / SECOND);
}

int
value_span(const struct value *v, int64_t min, int64_t max, int64_t *out)
{
	struct arena *a = v->mistakes->arena;
	const char *text;
	struct error e;

	*out = 0;
	if (!value_text(v, &text))
		return 0;
	if (strcmp(text, "none") != 0 && strcmp(text, "0") != 0 &&
	    clock_span(text, out, &e) != OK) {
		value_wrong(v, _("a span such as 30m, 24h or 7d"));
		return 0;
	}
	return (*out >= min && *out <= max) ||
	    out_of_range(v, span_text(a, min), span_text(a, max));
}

int
value_flag(const struct value *v, int *out)
{
	const char *text;

	if (!value_text(v, &text))
		return 0;
	*out = strcmp(text, "true") == 0;
	if (*out || strcmp(text, "false") == 0)
		return 1;
	value_wrong(v, _("true or false"));
	return 0;
}

static const char *
nearest_word(const struct word *words, const char *typed)
{
	const char *names[NEAR_MAX];
	size_t n = 0;

	if (strlen(typed) > NEAR_LEN)
		return NULL;
	for (; words->code != NULL && n + 3 < NEAR_MAX; words++) {
		names[n++] = words->code;
		names[n++] = words->chinese;
	}
	names[n] = NULL;
	return text_nearest(typed, names);
}

int
value_word(const struct value *v, const struct word *words,
    const char **out)
{
	struct buf all = { 0 };
	const char *text, *near;

	if (!value_text(v, &text))
		return 0;
	*out = word_code(words, text);
	if (*out != NULL)
		return 1;
	near = nearest_word(words, text);
	word_list(words, &all);
	if (near != NULL)
		mistake(v->mistakes, v->node->line, v->node->column,
		    _("%s cannot be \"%s\"; did you mean \"%s\"? There are: "
		    "%s"), place(v), value_shown(v), near, all.text);
	else
		mistake(v->mistakes, v->node->line, v->node->column,
		    _("%s cannot be \"%s\"; there are: %s"), place(v),
		    value_shown(v), all.text);
	buf_free(&all);
	return 0;
}

int
value_count(const struct value *v, size_t is, int64_t min, int64_t max)
{
	if (is >= (size_t)min && (max == 0 || is <= (size_t)max))
		return 1;
	if (max == 0)
		mistake(v->mistakes, v->node->line, v->node->column,
		    _("%s holds %zu; it must hold at least %" PRId64),
		    place(v), is, min);
	else
		mistake(v->mistakes, v->node->line, v->node->column,
		    _("%s holds %zu; it must hold from %" PRId64 " to %"
		    PRId64), place(v), is, min, max);
	return 0;
}
