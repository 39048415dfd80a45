/* SPDX-License-Identifier: ISC */
/*
 * emit.c: writing rows out as data: TSV, JSON Lines, CSV.
 * Tables for people are not made here.
 */
#include <inttypes.h>
#include <string.h>

#include "buf.h"
#include "clock.h"
#include "emit.h"
#include "rune.h"

/* Where JSON goes: a stream or a buffer. */
typedef void put_fn(void *to, const char *text, size_t len);

static void
put_stream(void *to, const char *text, size_t len)
{
	fwrite(text, 1, len, to);
}

static void
put_buf(void *to, const char *text, size_t len)
{
	buf_add(to, text, len);
}

/* The bytes of the character at p if JSON text may hold it as it is, else 0.
 * U+2028 and U+2029 end a line for some readers of JSON Lines. */
static size_t
json_plain(const char *p, const char *end)
{
	enum rune_class class;
	int32_t rune;
	size_t n;

	if ((unsigned char)*p < 0x7F)
		return (unsigned char)*p >= ' ' && *p != '"' && *p != '\\';
	n = rune_next(p, (size_t)(end - p), &rune);
	class = rune_class(rune);
	if (rune == RUNE_BROKEN || class == RUNE_CONTROL || class == RUNE_BREAK)
		return 0;
	return n;
}

/* Behind the plain ASCII that begins at p: most of most texts. */
static const char *
json_letters(const char *p)
{
	while ((unsigned char)(*p - ' ') < 0x5F && *p != '"' && *p != '\\')
		p++;
	return p;
}

enum { ESCAPE_ROOM = 16 };

/* What to write for a character that is not plain; the bytes it had. */
static size_t
json_escape(const char *p, const char *end, char out[static ESCAPE_ROOM])
{
	static const char special[] = "\"\\\b\f\n\r\t", letter[] = "\"\\bfnrt";
	const char *found = strchr(special, *p);
	int32_t rune;
	size_t n;

	if (found != NULL) {
		snprintf(out, ESCAPE_ROOM, "\\%c", letter[found - special]);
		return 1;
	}
	n = rune_next(p, (size_t)(end - p), &rune);
	if (rune == RUNE_BROKEN)
		snprintf(out, ESCAPE_ROOM, "\xEF\xBF\xBD");
	else
		snprintf(out, ESCAPE_ROOM, "\\u%04x", (unsigned)rune);
	return n;
}

/* In text that is JSON already quotes and backslashes have their meaning,
 * and a control character can only be a blank between two tokens. */
static size_t
json_keep(const char *p, const char *end, char out[static ESCAPE_ROOM])
{
	if (*p != '"' && *p != '\\' && (unsigned char)*p >= ' ')
		return json_escape(p, end, out);
	out[0] = (unsigned char)*p < ' ' ? ' ' : *p;
	out[1] = '\0';
	return 1;
}

typedef size_t escape_fn(const char *p, const char *end, char *out);

static void
put_json(const char *p, escape_fn *escape, put_fn *put, void *to)
{
	const char *end = p + strlen(p), *from;
	char piece[ESCAPE_ROOM];
	size_t n;

	while (p < end) {
		for (from = p; (p = json_letters(p)) < end &&
		    (n = json_plain(p, end)) > 0; p += n)
			;
		if (p > from)
			put(to, from, (size_t)(p - from));
		if (p == end)
			break;
		p += escape(p, end, piece);
		put(to, piece, strlen(piece));
	}
}

void
json_quote(struct buf *b, const char *text)
{
	buf_putc(b, '"');
	put_json(text, json_escape, put_buf, b);
	buf_putc(b, '"');
}

static void
put_json_text(FILE *out, const char *text)
{
	putc('"', out);
	put_json(text, json_escape, put_stream, out);
	putc('"', out);
}

static void
put_tsv(FILE *out, const char *s)
{
	static const char special[] = "\t\n\r\\", letter[] = "tnr\\";
	size_t n;

	for (;; s++) {
		n = strcspn(s, special);
		fwrite(s, 1, n, out);
		s += n;
		if (*s == '\0')
			return;
		putc('\\', out);
		putc(letter[strchr(special, *s) - special], out);
	}
}

/* -5, +3.20: what a spreadsheet shows as it stands. */
static int
signed_number(const char *s)
{
	static const char digits[] = "0123456789";
	size_t n;

	if (*s != '+' && *s != '-')
		return 0;
	s += 1 + (n = strspn(s + 1, digits));
	if (n > 0 && *s == '.')
		s += 1 + (n = strspn(s + 1, digits));
	return n > 0 && *s == '\0';
}

/* Whether a spreadsheet might run this text as a formula. */
static int
formula(const char *s)
{
	static const char *const full_width[] = { "＝", "＋", "－", "＠" };
	size_t i;

	for (i = 0; i < sizeof(full_width) / sizeof(full_width[0]); i++)
		if (strncmp(s, full_width[i], strlen(full_width[i])) == 0)
			return 1;
	return *s != '\0' && strchr("=+-@\t\r\n", *s) != NULL &&
	    !signed_number(s);
}

static void
put_csv(FILE *out, const char *s)
{
	int quoted = strpbrk(s, ",\"\r\n") != NULL;
	int guarded = formula(s);
	size_t n;

	if (quoted)
		putc('"', out);
	if (guarded)
		putc('\'', out);
	for (; s[n = strcspn(s, "\"")] != '\0'; s += n + 1) {
		fwrite(s, 1, n + 1, out);
		putc('"', out);
	}
	fwrite(s, 1, n, out);
	if (quoted)
		putc('"', out);
}

static void
put_cell(struct emit *e, const char *text)
{
	if (e->format == FORMAT_CSV)
		put_csv(e->out, text);
	else
		put_tsv(e->out, text);
}

/* What comes before a value. */
static void
begin(struct emit *e, const char *name)
{
	int first = e->column++ == 0;

	if (e->format == FORMAT_JSON) {
		putc(first ? '{' : ',', e->out);
		put_json_text(e->out, name);
		putc(':', e->out);
	} else if (!first)
		putc(e->format == FORMAT_CSV ? ',' : '\t', e->out);
}

void
emit_header(struct emit *e, const char *const *names, int n)
{
	int i;

	if (e->rows > 0 || e->format == FORMAT_JSON ||
	    (e->format == FORMAT_TSV && !e->header))
		return;
	if (e->format == FORMAT_CSV && e->bom)
		fputs("\xEF\xBB\xBF", e->out);
	for (i = 0; i < n; i++) {
		begin(e, names[i]);
		put_cell(e, names[i]);
	}
	emit_end(e);
}

void
emit_text(struct emit *e, const char *name, const char *text)
{
	if (text == NULL) {
		emit_absent(e, name);
		return;
	}
	begin(e, name);
	if (e->format == FORMAT_JSON)
		put_json_text(e->out, text);
	else
		put_cell(e, text);
}

void
emit_number(struct emit *e, const char *name, int64_t number)
{
	begin(e, name);
	fprintf(e->out, "%" PRId64, number);
}

void
emit_time(struct emit *e, const char *name, int64_t at)
{
	char text[CLOCK_ROOM];

	if (at == 0)
		emit_absent(e, name);
	else
		emit_text(e, name, clock_iso(at, text));
}

void
emit_flag(struct emit *e, const char *name, int flag)
{
	begin(e, name);
	if (e->format == FORMAT_JSON)
		fputs(flag ? "true" : "false", e->out);
	else
		putc(flag ? '1' : '0', e->out);
}

void
emit_absent(struct emit *e, const char *name)
{
	begin(e, name);
	if (e->format == FORMAT_JSON)
		fputs("null", e->out);
}

void
emit_json(struct emit *e, const char *name, const char *json)
{
	if (json == NULL || *json == '\0' || e->format != FORMAT_JSON) {
		emit_text(e, name, json && *json ? json : NULL);
		return;
	}
	begin(e, name);
	put_json(json, json_keep, put_stream, e->out);
}

void
emit_end(struct emit *e)
{
	if (e->format == FORMAT_JSON)
		fputs(e->column > 0 ? "}\n" : "{}\n", e->out);
	else
		fputs(e->format == FORMAT_CSV ? "\r\n" : "\n", e->out);
	e->column = 0;
	e->rows++;
}
