/* SPDX-License-Identifier: ISC */
/*
 * plain.c: reading the plain files of every day quickly.
 */
#include <string.h>

#include "plain.h"

enum { KEY_MAX = 64 };

/*
 * The text is known to hold node_plain() characters and line feeds only, one
 * of them at its end, so that whatever looks for a character stops there.
 * All functions that read return 0 for what is not known here.
 */
struct text {
	struct tree *tree;
	const char *at, *last;	/* the last line feed */
	const char *line;	/* where the line begins */
	int indent;		/* blanks before its first word; -1: no more */
	unsigned number;	/* of the line, from 1 */
	const char *counted;	/* up to here the column is known: */
	unsigned column;
};

static int read_block(struct text *);
static int read_value(struct text *, int flow);

/* Columns count characters; they are asked for from left to right. */
static unsigned
column(struct text *t, const char *p)
{
	for (; t->counted < p; t->counted++)
		t->column += ((unsigned char)*t->counted & 0xC0) != 0x80;
	return t->column;
}

static int
put_open(struct text *t, enum node_kind kind)
{
	return t->tree->depth < NODE_DEPTH &&
	    tree_open(t->tree, kind, t->number, column(t, t->at));
}

/* The text from t->at up to stop; without its quotes, if it has any. */
static int
put_text(struct text *t, const char *stop, int quoted)
{
	const char *from = t->at + quoted;

	while (from < stop && *from == ' ')
		from++;
	while (from < stop && stop[-1] == ' ')
		stop--;
	return t->tree->texts < NODE_TEXTS && tree_plain(t->tree, t->number,
	    column(t, t->at), from, (size_t)(stop - from), quoted);
}

static void
skip_blanks(struct text *t)
{
	while (*t->at == ' ')
		t->at++;
}

static int
at_line_end(const struct text *t)
{
	return *t->at == '\n' || (*t->at == '#' && t->at[-1] == ' ');
}

static void
begin_line(struct text *t, const char *line)
{
	t->at = t->line = t->counted = line;
	t->column = 1;
	skip_blanks(t);
	t->indent = (int)(t->at - t->line);
}

/* To the first word of the next line that has any. */
static void
next_line(struct text *t)
{
	do {
		t->at = strchr(t->at, '\n');
		if (t->at == t->last) {
			t->indent = -1;
			return;
		}
		t->number++;
		begin_line(t, t->at + 1);
	} while (*t->at == '\n' || *t->at == '#');
}

static int
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_';
}

/* The length of the key that stands here with its colon; 0: none does. */
static size_t
key_length(const struct text *t)
{
	size_t n = 0;

	while (is_letter(t->at[n]))
		n++;
	return n <= KEY_MAX && t->at[n] == ':' &&
	    (t->at[n + 1] == ' ' || t->at[n + 1] == '\n') ? n : 0;
}

static int
at_item(const struct text *t)
{
	return t->at[0] == '-' && t->at[1] == ' ';
}

/* ---- values on one line ---- */

static int
read_quoted(struct text *t)
{
	const char *stop = t->at + 1 + strcspn(t->at + 1,
	    *t->at == '"' ? "\"\\\n" : "'\n");

	if (*stop != *t->at || !put_text(t, stop, 1))
		return 0;
	t->at = stop + 1;
	return 1;
}

/* Where a text without quotes ends; NULL if it holds more than text. */
static const char *
plain_end(const char *p, int flow)
{
	for (;; p++)
		switch (*p) {
		case '\n':
			return p;
		case '#':
			if (p[-1] == ' ')
				return p;
			break;
		case ':':
			if (flow || p[1] == ' ' || p[1] == '\n')
				return NULL;
			break;
		case '[': case '{': case '?':
			if (flow)
				return NULL;
			break;
		case ',': case ']': case '}':
			if (flow)
				return p;
			break;
		}
}

static int
read_plain(struct text *t, int flow)
{
	const char *stop;

	if (strchr("?:,[]{}#&*!|>'\"%@`", *t->at) != NULL ||
	    (*t->at == '-' && !is_letter(t->at[1])))
		return 0;
	stop = plain_end(t->at, flow);
	if (stop == NULL || !put_text(t, stop, 0))
		return 0;
	t->at = stop;
	return 1;
}

/* The key of {key: value, ...}. */
static int
read_flow_key(struct text *t)
{
	size_t n = key_length(t);

	if (n == 0 || !put_text(t, t->at + n, 0))
		return 0;
	t->at += n + 1;
	skip_blanks(t);
	return 1;
}

static int
read_flow(struct text *t, enum node_kind kind, char close)
{
	if (!put_open(t, kind))
		return 0;
	t->at++;
	skip_blanks(t);
	while (*t->at != close) {
		if ((kind == NODE_MAP && !read_flow_key(t)) ||
		    !read_value(t, 1))
			return 0;
		skip_blanks(t);
		if (*t->at == close)
			break;
		if (*t->at++ != ',')
			return 0;
		skip_blanks(t);
		if (*t->at == close)
			return 0;
	}
	t->at++;
	tree_close(t->tree);
	return 1;
}

static int
read_value(struct text *t, int flow)
{
	switch (*t->at) {
	case '[':
		return read_flow(t, NODE_LIST, ']');
	case '{':
		return read_flow(t, NODE_MAP, '}');
	case '"':
	case '\'':
		return read_quoted(t);
	default:
		return read_plain(t, flow);
	}
}

/* A value, and nothing behind it on its line. */
static int
read_inline(struct text *t)
{
	if (!read_value(t, 0))
		return 0;
	skip_blanks(t);
	if (!at_line_end(t))
		return 0;
	next_line(t);
	return 1;
}

/* ---- values on lines of their own ---- */

/* Each reads as far as the lines are its own; one that is nobody's, being
 * indented otherwise, is left over at the end. */

/* What stands behind a key; nothing is a text, too. */
static int
read_key_value(struct text *t, int indent)
{
	struct text blank = *t;

	skip_blanks(t);
	if (!at_line_end(t))
		return read_inline(t);
	next_line(t);
	if (t->indent > indent || (t->indent == indent && at_item(t)))
		return read_block(t);
	return put_text(&blank, blank.at, 0);
}

static int
read_map(struct text *t, int indent)
{
	size_t n;

	if (!put_open(t, NODE_MAP))
		return 0;
	while (t->indent == indent) {
		n = key_length(t);
		if (n == 0 || !put_text(t, t->at + n, 0))
			return 0;
		t->at += n + 1;
		if (!read_key_value(t, indent))
			return 0;
	}
	tree_close(t->tree);
	return 1;
}

static int
read_list(struct text *t, int indent)
{
	if (!put_open(t, NODE_LIST))
		return 0;
	while (t->indent == indent && at_item(t)) {
		t->at++;
		skip_blanks(t);
		if (at_line_end(t))
			return 0;
		t->indent = (int)(t->at - t->line);
		if (key_length(t) == 0 ? !read_inline(t) :
		    !read_map(t, t->indent))
			return 0;
	}
	tree_close(t->tree);
	return 1;
}

static int
read_block(struct text *t)
{
	return at_item(t) ? read_list(t, t->indent) : read_map(t, t->indent);
}

static int
is_plain(const char *text, size_t len)
{
	size_t n;

	for (; len > 0; text += n, len -= n) {
		n = 1;
		if ((*text < 0x20 || *text >= 0x7F) && *text != '\n')
			n = node_plain(text, len);
		if (n == 0)
			return 0;
	}
	return 1;
}

int
plain_read(const char *text, size_t len, struct tree *tree)
{
	struct text t = { .tree = tree, .number = 1 };

	if (len == 0 || text[len - 1] != '\n' || !is_plain(text, len))
		return 0;
	t.last = text + len - 1;
	begin_line(&t, text);
	if (*t.at == '\n' || *t.at == '#')
		next_line(&t);
	return t.indent >= 0 && read_block(&t) && t.indent < 0;
}
