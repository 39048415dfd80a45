/* SPDX-License-Identifier: ISC */
/*
 * node.c: keys, lists and texts as a tree that knows where each stood.
 */
#include <string.h>

#include "node.h"
#include "text.h"

const struct node *
node_get(const struct node *map, const char *key)
{
	const struct node *n;

	if (map == NULL || map->kind != NODE_MAP)
		return NULL;
	for (n = map->first; n != NULL; n = n->next->next)
		if (strcmp(n->text, key) == 0)
			return n->next;
	return NULL;
}

const struct node *
node_item(const struct node *list, size_t i)
{
	const struct node *n;

	if (list == NULL || list->kind != NODE_LIST)
		return NULL;
	for (n = list->first; n != NULL && i > 0; n = n->next)
		i--;
	return n;
}

size_t
node_count(const struct node *list)
{
	size_t count = 0;

	for (const struct node *n = list->first; n != NULL; n = n->next)
		count++;
	return count;
}

void
node_refuse(const struct node *at, const char *says, struct mistakes *m)
{
	mistake(m, at->line, at->column, "%s", says);
}

static int
refuse(struct tree *t, unsigned line, unsigned column, const char *says)
{
	mistake(t->mistakes, line, column, "%s", says);
	return 0;
}

static struct node *
node_new(struct tree *t, enum node_kind kind, unsigned line,
    unsigned column, const char *text, size_t len)
{
	struct node *n = arena_alloc(t->mistakes->arena,
	    sizeof(*n) + len + 1);

	n->kind = kind;
	n->line = line;
	n->column = column;
	if (len > 0)
		memcpy(n->text, text, len);
	return n;
}

/* Hang a node under the collection that is being filled. */
static int
hang(struct tree *t, struct node *n)
{
	int top = t->depth - 1;

	if (top < 0) {
		t->root = n;
		return 1;
	}
	if (t->open[top].node->kind == NODE_MAP) {
		if (!t->open[top].value && n->kind != NODE_TEXT)
			return refuse(t, n->line, n->column, _("a key cannot "
			    "be a list; put the text in quotes"));
		t->open[top].value = !t->open[top].value;
	}
	*t->open[top].tail = n;
	t->open[top].tail = &n->next;
	return 1;
}

int
tree_open(struct tree *t, enum node_kind kind, unsigned line,
    unsigned column)
{
	struct node *n;

	if (t->depth == NODE_DEPTH)
		return refuse(t, line, column, _("this is nested too deep; "
		    "close what was opened before"));
	n = node_new(t, kind, line, column, NULL, 0);
	if (!hang(t, n))
		return 0;
	t->open[t->depth].node = n;
	t->open[t->depth].tail = &n->first;
	t->open[t->depth].value = 0;
	t->depth++;
	return 1;
}

void
tree_close(struct tree *t)
{
	t->depth--;
}

/*
 * Characters known to be NFC and harmless: ASCII, U+2010 to U+201F (dashes
 * and quotes), U+3001 to U+3020 (Chinese stops and brackets), U+4000 to
 * U+9FFF (Han), U+FF01 to U+FF60 (full width).
 */
size_t
node_plain(const char *text, size_t len)
{
	const unsigned char *s = (const unsigned char *)text;

	if (s[0] < 0x80)
		return s[0] >= 0x20 && s[0] != 0x7F;
	if (len < 3 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80)
		return 0;
	if (s[0] >= 0xE4 && s[0] <= 0xE9)
		return 3;
	if (s[0] == 0xE3)
		return s[1] == 0x80 && s[2] >= 0x81 && s[2] <= 0xA0 ? 3 : 0;
	if (s[0] == 0xE2)
		return s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0x9F ? 3 : 0;
	if (s[0] == 0xEF)
		return (s[1] == 0xBC && s[2] >= 0x81) ||
		    (s[1] == 0xBD && s[2] <= 0xA0) ? 3 : 0;
	return 0;
}

static int
all_plain(const char *text, size_t len)
{
	size_t n;

	for (; len > 0; text += n, len -= n)
		if ((n = node_plain(text, len)) == 0)
			return 0;
	return 1;
}

static int
is_nothing(const char *text, size_t len)
{
	return len == 0 || (len == 1 && *text == '~') ||
	    (len == 4 && (memcmp(text, "null", 4) == 0 ||
	    memcmp(text, "Null", 4) == 0 || memcmp(text, "NULL", 4) == 0));
}

/* As it is to be kept; 0 after a mistake. */
static int
take(struct tree *t, unsigned line, unsigned column, const char **text,
    size_t *len)
{
	struct error e;

	if (all_plain(*text, *len))
		return 1;
	if (memchr(*text, '\0', *len) != NULL)
		return refuse(t, line, column, _("this text holds a NUL "
		    "(\\0), which no text may; delete it"));
	if (text_take(t->mistakes->arena, *text, *len, TEXT_FREE, text,
	    &e) != OK)
		return refuse(t, line, column, e.text);
	*len = strlen(*text);
	return 1;
}

int
tree_plain(struct tree *t, unsigned line, unsigned column,
    const char *text, size_t len, int quoted)
{
	struct node *n;

	if (++t->texts > NODE_TEXTS)
		return refuse(t, line, column, _("the file has too many "
		    "values; shorten it"));
	if (!quoted && is_nothing(text, len))
		len = 0;
	n = node_new(t, NODE_TEXT, line, column, text, len);
	n->quoted = quoted;
	return hang(t, n);
}

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

int
tree_text(struct tree *t, unsigned line, unsigned column, const char *text,
    size_t len, int quoted)
{
	if (!take(t, line, column, &text, &len))
		return 0;
	while (len > 0 && is_blank(text[len - 1]))
		len--;
	for (; len > 0 && is_blank(*text); len--)
		text++;
	return tree_plain(t, line, column, text, len, quoted);
}
