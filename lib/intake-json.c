/* SPDX-License-Identifier: ISC */
/*
 * intake-json.c: a line of JSON Lines: one flat object, read strictly.
 * Numbers, true and false are kept as their own text; no value is made of them.
 */
#include <stdint.h>
#include <string.h>

#include "intake-row.h"
#include "rune.h"

static void
skip_blanks(struct row *row)
{
	while (*row->at == ' ' || *row->at == '\t' || *row->at == '\r')
		row->at++;
}

/* Something else was to come where row->at is; NULL: the line ends there. */
static enum status
missing(struct row *row, const char *fact)
{
	if (row->at == row->end - 1)
		fact = _("the line ends before its object does");
	return row_wrong(row, row->at, fact,
	    _("Write each row as one object on one line"));
}

/* A run of characters beyond ASCII. */
static enum status
copy_utf8(struct row *row, const char *p, char **to)
{
	int32_t rune;
	size_t n;

	for (; (unsigned char)*p >= 0x80; p += n) {
		n = rune_next(p, (size_t)(row->end - p), &rune);
		if (rune == RUNE_BROKEN)
			return row_wrong(row, p, _("this is not UTF-8 text"),
			    _("Save the file as UTF-8"));
		memcpy(*to, p, n);
		*to += n;
	}
	row->at = p;
	return OK;
}

/* The four digits at p, or -1. */
static int32_t
hexadecimal(const char *p)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	const char *found;
	int32_t code = 0;
	int i;

	for (i = 0; i < 4; i++) {
		found = memchr(digits, p[i], sizeof(digits) - 1);
		if (found == NULL)
			return -1;
		code = code * 16 + (int32_t)(found - digits);
		if (found - digits > 15)
			code -= 6;
	}
	return code;
}

/* Put the two halves of a character together; -1 when one is missing. */
static int32_t
join_halves(const char *p, int32_t high)
{
	int32_t low;

	if (high >= 0xDC00 || p[0] != '\\' || p[1] != 'u')
		return -1;
	low = hexadecimal(p + 2);
	if (low < 0xDC00 || low > 0xDFFF)
		return -1;
	return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

static void
put_utf8(int32_t code, char **to)
{
	static const int first[] = { 0, 0xC0, 0xE0, 0xF0 };
	int more = (code >= 0x80) + (code >= 0x800) + (code >= 0x10000);

	*(*to)++ = (char)(first[more] | code >> 6 * more);
	while (more-- > 0)
		*(*to)++ = (char)(0x80 | (code >> 6 * more & 0x3F));
}

/* \u and four digits, twice for what lies beyond U+FFFF. */
static enum status
copy_code(struct row *row, const char *p, char **to)
{
	int32_t code = hexadecimal(p + 2);

	if (code < 0)
		return row_wrong(row, p,
		    _("\\u is not followed by four hexadecimal digits"),
		    _("Write a backslash as \\\\"));
	if (code == 0)
		return row_wrong(row, p,
		    _("an invisible zero character stands here"),
		    _("Take it out"));
	row->at = p + 6;
	if (code >= 0xD800 && code <= 0xDFFF) {
		code = join_halves(row->at, code);
		row->at += 6;
	}
	if (code < 0)
		return row_wrong(row, p,
		    _("this is half of a character; the other half is missing"),
		    _("Write the character itself"));
	put_utf8(code, to);
	return OK;
}

static enum status
copy_escape(struct row *row, const char *p, char **to)
{
	static const char letter[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
	const char *found;

	if (p[1] == 'u')
		return copy_code(row, p, to);
	found = memchr(letter, p[1], sizeof(letter) - 1);
	if (found == NULL)
		return row_wrong(row, p,
		    _("this backslash begins nothing that JSON knows"),
		    _("Write a backslash as \\\\"));
	*(*to)++ = means[found - letter];
	row->at = p + 2;
	return OK;
}

/* What lies at p within the quotes opened before, and is not plain ASCII. */
static enum status
copy_odd(struct row *row, const char *open, const char *p, char **to)
{
	if ((unsigned char)*p >= 0x80)
		return copy_utf8(row, p, to);
	if (*p == '\\')
		return copy_escape(row, p, to);
	if (p == row->end - 1)
		return row_wrong(row, open,
		    _("the quote opened here is never closed"),
		    _("Close it, or export the file again"));
	return row_wrong(row, p,
	    _("an invisible control character stands here"),
	    _("Write a TAB as \\t, a line end as \\n, others as \\u and four "
	    "digits"));
}

static enum status
string(struct row *row, struct value *v)
{
	const char *open = row->at, *p = open + 1;
	char *to = row->to;
	enum status st;

	for (;; p = row->at) {
		while ((unsigned char)(*p - ' ') < 0x60 && *p != '"' &&
		    *p != '\\')
			*to++ = *p++;
		if (*p == '"')
			break;
		if ((st = copy_odd(row, open, p, &to)) != OK)
			return st;
	}
	row->at = p + 1;
	return row_text(row, open, to, v);
}

static int
is_number(const char *p)
{
	static const char digits[] = "0123456789";
	size_t n;

	p += *p == '-';
	n = strspn(p, digits);
	if (n == 0 || (n > 1 && *p == '0'))
		return 0;
	p += n;
	if (*p == '.') {
		p += 1 + (n = strspn(p + 1, digits));
		if (n == 0)
			return 0;
	}
	if (*p == 'e' || *p == 'E') {
		p += 1 + (p[1] == '+' || p[1] == '-');
		p += n = strspn(p, digits);
	}
	return n > 0 && *p == '\0';
}

/* A number, true, false, null: all up to a blank or what closes it. */
static enum status
token(struct row *row, struct value *v)
{
	static const char closes[] = " \t\r\n,:{}[]\"";
	const char *from = row->at, *p = from;
	enum status st;

	while (memchr(closes, *p, sizeof(closes) - 1) == NULL)
		p++;
	if (p == from)
		return missing(row, _("a value is missing here"));
	memcpy(row->to, from, (size_t)(p - from));
	st = row_text(row, from, row->to + (p - from), v);
	row->at = p;
	if (st != OK)
		return st;
	if (v->len != strlen(v->text) || (!is_number(v->text) &&
	    strcmp(v->text, "true") != 0 && strcmp(v->text, "false") != 0 &&
	    strcmp(v->text, "null") != 0))
		return row_wrong(row, from,
		    _("this is neither a number nor true, false or null"),
		    _("Put text in quotes"));
	if (*v->text == 'n')
		*v = (struct value){ 0 };
	return OK;
}

/* A list or an object, up to the bracket that closes it. */
static enum status
pass_over(struct row *row)
{
	const char *p = row->at;
	int depth = 0, quoted = 0;

	for (; p < row->end - 1; p++) {
		if (quoted && *p == '\\')
			p++;
		else if (quoted)
			quoted = *p != '"';
		else if (*p == '"')
			quoted = 1;
		else if (*p == '{' || *p == '[')
			depth++;
		else if ((*p == '}' || *p == ']') && --depth == 0) {
			row->at = p + 1;
			return OK;
		}
	}
	row->at = row->end - 1;
	return missing(row, NULL);
}

static enum status
value(struct row *row, struct value *v)
{
	if (*row->at == '"')
		return string(row, v);
	if ((*row->at == '{' || *row->at == '[') && row->nested)
		return pass_over(row);
	if (*row->at == '{' || *row->at == '[')
		return row_wrong(row, row->at,
		    _("a list or an object stands here as a value"),
		    _("Give each value a name of its own in the row"));
	return token(row, v);
}

static int
same(const struct buf *name, const struct value *v)
{
	return name->len == v->len && memcmp(name->text, v->text, v->len) == 0;
}

/*
 * The name of the next value.  Rows tend to have the same names in the same
 * order, so those of the row before are kept: the first names_n of names are
 * all different, and one that is the same again need not be looked for.
 */
static enum status
name(struct row *row)
{
	const char *from = row->at;
	size_t i, n = row->count;
	struct value v;
	enum status st;

	if (*from != '"')
		return missing(row, _("a name in quotes is missing here"));
	if (n == NAMES_MAX)
		return row_wrong(row, from,
		    _("this row has more than 64 values"), _("Leave some out"));
	if ((st = string(row, &v)) != OK)
		return st;
	if (n < row->names_n && same(&row->names[n], &v))
		return OK;
	for (i = 0; i < n; i++)
		if (same(&row->names[i], &v))
			return row_wrong(row, from,
			    _("this name is given twice in the row"),
			    _("Keep one of the two"));
	buf_clear(&row->names[n]);
	buf_add(&row->names[n], v.text, v.len);
	row->names_n = n + 1;
	return OK;
}

static enum status
member(struct row *row)
{
	struct value v = { 0 };
	enum status st;

	if ((st = name(row)) != OK)
		return st;
	skip_blanks(row);
	if (*row->at != ':')
		return missing(row, _("a colon is missing here"));
	row->at++;
	skip_blanks(row);
	if ((st = value(row, &v)) != OK)
		return st;
	row_add(row, row->at, v);
	skip_blanks(row);
	return OK;
}

/* What stands between the braces, and the closing one. */
static enum status
members(struct row *row)
{
	enum status st;

	row->at++;
	skip_blanks(row);
	if (*row->at != '}')
		while ((st = member(row)) == OK && *row->at == ',') {
			row->at++;
			skip_blanks(row);
		}
	else
		st = OK;
	if (st != OK)
		return st;
	if (*row->at != '}')
		return missing(row, _("a comma or } is missing here"));
	row->at++;
	return OK;
}

enum status
row_json(struct row *row)
{
	enum status st;

	skip_blanks(row);
	if (*row->at != '{')
		return missing(row, _("the line does not begin with {"));
	if ((st = members(row)) != OK)
		return st;
	skip_blanks(row);
	if (row->at != row->end - 1)
		return row_wrong(row, row->at,
		    _("something follows the end of the object"),
		    _("Put the next row on a line of its own"));
	return OK;
}
