/* SPDX-License-Identifier: ISC */
/*
 * yamlfile.c: reading a YAML file into a tree of nodes.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utf8proc.h>
#include <yaml.h>

#include "plain.h"
#include "xalloc.h"
#include "yamlfile.h"

struct reader {
	yaml_parser_t parser;
	struct tree tree;
	int documents;
};

/* What libyaml says, by its beginning, and how we say it. */
static const struct {
	const char *problem;
	int context;	/* the place is where it began, not where it showed */
	const char *says;
} problems[] = {
	{ "mapping values are not allowed", 0,
	    N_("a \": \" cannot stand here; look at the line above, line the "
	    "keys up, or put the text in quotes") },
	{ "block sequence entries are not allowed", 0,
	    N_("a \"- \" cannot stand here; begin the list on a line of its "
	    "own, under its key") },
	{ "mapping keys are not allowed", 0,
	    N_("a \"? \" cannot stand here; put the text in quotes") },
	{ "did not find expected '-' indicator", 0,
	    N_("this line does not belong to the list above; indent its "
	    "\"- \" like the others") },
	{ "did not find expected key", 0,
	    N_("this line is indented otherwise than its neighbours; line it "
	    "up with them") },
	{ "could not find expected ':'", 1,
	    N_("this line has no \": \"; write it as \"key: value\"") },
	{ "did not find expected ',' or ']'", 0,
	    N_("a \",\" or \"]\" is missing before this; add it") },
	{ "did not find expected ',' or '}'", 0,
	    N_("a \",\" or \"}\" is missing before this; add it") },
	{ "did not find expected node content", 0,
	    N_("a value is missing before this; add it") },
	{ "found unexpected end of stream", 1,
	    N_("the quote that opens here is never closed; close it") },
	{ "found unexpected document indicator", 1,
	    N_("the quote that opens here is never closed; close it") },
	{ "found unknown escape character", 0,
	    N_("a backslash means nothing here; write \\\\ or use '...'") },
	{ "did not find expected hexdecimal number", 0,
	    N_("a backslash means nothing here; write \\\\ or use '...'") },
	{ "found invalid Unicode character escape", 0,
	    N_("a backslash means nothing here; write \\\\ or use '...'") },
	{ "found unexpected ':'", 0,
	    N_("a \":\" cannot stand here; add a blank after it, or put the "
	    "text in quotes") },
	{ "found character that cannot start", 0,
	    N_("a text cannot begin with this sign; put it in quotes") },
	{ "did not find expected alphabetic or numeric", 1,
	    N_("a text cannot begin with & or *; put it in quotes") },
	{ "found undefined tag handle", 1,
	    N_("tags (!name) are not allowed; put a text that begins with ! "
	    "in quotes") },
	{ "did not find expected tag URI", 1,
	    N_("tags (!name) are not allowed; put a text that begins with ! "
	    "in quotes") },
	{ "did not find expected comment or line break", 0,
	    N_("nothing may follow here; begin the text on the next line") },
	{ "did not find expected <document start>", 0,
	    N_("this line does not belong to what stands above; line it up "
	    "with it") },
	{ NULL, 0,
	    N_("this line cannot be read; look at its indentation, colons "
	    "and quotes") },
};

static int
refuse(struct reader *r, yaml_mark_t at, const char *says)
{
	mistake(r->tree.mistakes, (unsigned)at.line + 1,
	    (unsigned)at.column + 1, "%s", says);
	return 0;
}

static int
refuse_problem(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	const char *found = p->problem ? p->problem : "", *known;
	size_t i;

	for (i = 0; (known = problems[i].problem) != NULL; i++)
		if (strncmp(found, known, strlen(known)) == 0)
			break;
	return refuse(r, problems[i].context ? p->context_mark :
	    p->problem_mark, _(problems[i].says));
}

static int
is_bare(struct reader *r, const yaml_char_t *anchor, const yaml_char_t *tag,
    yaml_mark_t at)
{
	if (anchor != NULL)
		return refuse(r, at, _("anchors (&name) are not allowed; put "
		    "a text that begins with & in quotes"));
	if (tag != NULL)
		return refuse(r, at, _("tags (!name) are not allowed; put a "
		    "text that begins with ! in quotes"));
	return 1;
}

static int
open_node(struct reader *r, enum node_kind kind, const yaml_char_t *anchor,
    const yaml_char_t *tag, yaml_mark_t at)
{
	return is_bare(r, anchor, tag, at) && tree_open(&r->tree, kind,
	    (unsigned)at.line + 1, (unsigned)at.column + 1);
}

static int
take_scalar(struct reader *r, const yaml_event_t *ev)
{
	yaml_mark_t at = ev->start_mark;

	return is_bare(r, ev->data.scalar.anchor, ev->data.scalar.tag, at) &&
	    tree_text(&r->tree, (unsigned)at.line + 1,
	    (unsigned)at.column + 1, (const char *)ev->data.scalar.value,
	    ev->data.scalar.length,
	    ev->data.scalar.style != YAML_PLAIN_SCALAR_STYLE);
}

/* 0 after a mistake. */
static int
take_event(struct reader *r, const yaml_event_t *ev)
{
	switch (ev->type) {
	case YAML_SCALAR_EVENT:
		return take_scalar(r, ev);
	case YAML_SEQUENCE_START_EVENT:
		return open_node(r, NODE_LIST, ev->data.sequence_start.anchor,
		    ev->data.sequence_start.tag, ev->start_mark);
	case YAML_MAPPING_START_EVENT:
		return open_node(r, NODE_MAP, ev->data.mapping_start.anchor,
		    ev->data.mapping_start.tag, ev->start_mark);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		tree_close(&r->tree);
		return 1;
	case YAML_ALIAS_EVENT:
		return refuse(r, ev->start_mark, _("aliases (*name) are not "
		    "allowed; put a text that begins with * in quotes"));
	case YAML_DOCUMENT_START_EVENT:
		return r->documents++ == 0 || refuse(r, ev->start_mark,
		    _("only one document is allowed; delete this line and "
		    "what follows"));
	default:
		return 1;
	}
}

static int
take_events(struct reader *r)
{
	yaml_event_t ev;
	int good, end;

	do {
		if (!yaml_parser_parse(&r->parser, &ev))
			return refuse_problem(r);
		good = take_event(r, &ev);
		end = ev.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&ev);
	} while (good && !end);
	return good;
}

/* What is wrong with a character; NULL for one that a file may hold. */
static const char *
bad_character(utf8proc_int32_t c, int comment)
{
	if (c < 0)
		return _("this is not UTF-8 text; save the file as UTF-8");
	if (c == 0)
		return _("a NUL stands here, which no text may hold; "
		    "delete it");
	if (c == '\t' && !comment)
		return _("a TAB stands here; use spaces, not a tab");
	if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
	    (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c >= 0x10FFFE ||
	    (c & 0xFFFE) == 0xFFFE)
		return _("a control character stands here that cannot be "
		    "seen; delete it");
	return NULL;
}

/* Look at each character before libyaml does, which would give no place. */
static int
look_through(const char *text, size_t len, struct mistakes *m)
{
	const unsigned char *s = (const unsigned char *)text, *end = s + len;
	unsigned line = 1, column = 1, told = 0;
	int comment = 0, blank = 1;
	utf8proc_int32_t c;
	utf8proc_ssize_t n;
	const char *says;

	for (; s < end; s += n) {
		n = 1;
		c = *s;
		if (c >= 0x80)
			n = utf8proc_iterate(s, end - s, &c);
		comment = comment || (blank && c == '#');
		says = bad_character(n < 0 ? -1 : c, comment);
		if (says != NULL && told != line)
			mistake(m, told = line, column, "%s", says);
		if (n < 0)
			break;
		blank = c == ' ' || c == '\t' || c == '\n';
		column++;
		if (c == '\n') {
			line++;
			column = 1;
			comment = 0;
		}
	}
	return told == 0;
}

const struct node *
yamlfile_parse(const char *text, size_t len, struct mistakes *m)
{
	struct reader r = { .tree.mistakes = m };
	int good;

	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		text += 3;
		len -= 3;
	}
	if (plain_read(text, len, &r.tree))
		return r.tree.root;
	r.tree = (struct tree){ .mistakes = m };
	if (!look_through(text, len, m))
		return NULL;
	if (!yaml_parser_initialize(&r.parser))
		xmust(NULL);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text,
	    len);
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	good = take_events(&r);
	yaml_parser_delete(&r.parser);
	if (good && r.tree.root == NULL)
		mistake(m, 1, 1, "%s", _("the file is empty; fill it in"));
	return good ? r.tree.root : NULL;
}

/* The whole of a file, or OK with NULL after a mistake. */
static enum status
read_file(int fd, const char *path, struct mistakes *m, char **text,
    size_t *len, struct error *e)
{
	struct stat st;
	ssize_t n = 1;

	*text = NULL;
	*len = 0;
	if (fstat(fd, &st) != 0)
		return fail(e, MISCONFIGURED, NULL, _("%s cannot be read: "
		    "%s"), path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return fail(e, MISCONFIGURED, NULL, _("%s is not a file"),
		    path);
	if (st.st_size > YAMLFILE_BYTES) {
		mistake(m, 1, 1, "%s", _("the file is larger than 1 MB; "
		    "shorten it"));
		return OK;
	}
	*text = xcalloc((size_t)st.st_size + 1, 1);
	while (n > 0 && *len < (size_t)st.st_size) {
		n = read(fd, *text + *len, (size_t)st.st_size - *len);
		if (n > 0)
			*len += (size_t)n;
	}
	return n >= 0 ? OK : fail(e, MISCONFIGURED, NULL,
	    _("%s cannot be read: %s"), path, strerror(errno));
}

enum status
yamlfile_load(const char *path, struct mistakes *m, const struct node **root,
    struct error *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	enum status status;
	char *text;
	size_t len;

	*root = NULL;
	if (fd < 0)
		return fail(e, MISCONFIGURED, NULL, _("%s cannot be read: "
		    "%s"), path, strerror(errno));
	status = read_file(fd, path, m, &text, &len, e);
	close(fd);
	if (status == OK && text != NULL)
		*root = yamlfile_parse(text, len, m);
	free(text);
	return status;
}
