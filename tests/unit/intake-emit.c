/* SPDX-License-Identifier: ISC */
/*
 * What emit writes, intake reads back as it was; a pipe cut at any byte gives
 * no row that was not sent; and the limits of one value and one row.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "emit.h"
#include "intake.h"
#include "xalloc.h"

enum { COLUMNS = 5, TEXT_ROOM = 64, ROWS = 6000 };

static const char *const names[COLUMNS] = { "id", "a\tb", "c\"d", "e", "张" };

static int passed, failed;

static void
check(int good, const char *what, const char *got, const char *wanted)
{
	passed += good;
	failed += !good;
	if (!good)
		printf("FAILED %s: %s / %s\n", what, got ? got : "(absent)",
		    wanted ? wanted : "(absent)");
}

static uint32_t seed;

static uint32_t
chance(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

/* Any text but NUL: characters that mean something somewhere, and with
 * `bytes' such as are no UTF-8 at all. */
static void
make_text(char out[static TEXT_ROOM], int bytes)
{
	static const char *const pieces[] = {
		"\t", "\n", "\r", "\r\n", "\\", "\"", "\"\"", ",", "'", "=",
		"+", "-", "@", "＝", "张", "楼", "😀", "e\xCC\x81",
		"\xE2\x80\xA8", "\xC2\x85", "\x7F", "\x01", "\x1B", " ", "\\n",
		"\\u0041", "7", "abc", "{", "}", "[", "null", "\xEF\xBB\xBF",
	};
	uint32_t n = chance(12);
	size_t len = 0;

	for (; n > 0; n--)
		if (bytes && chance(2))
			out[len++] = (char)(1 + chance(255));
		else {
			strcpy(out + len, pieces[chance(sizeof(pieces) /
			    sizeof(pieces[0]))]);
			len += strlen(out + len);
		}
	out[len] = '\0';
}

/* The text that comes back: empty is absent but in JSON, and CSV may have
 * put its guard in front. */
static int
came_back(enum format format, const char *sent, const char *got)
{
	if (got == NULL)
		return *sent == '\0' && format != FORMAT_JSON;
	if (format == FORMAT_CSV && *got == '\'' && *sent != '\'')
		return strcmp(got + 1, sent) == 0;
	return strcmp(got, sent) == 0;
}

static void
write_rows(FILE *f, enum format format, int columns, int bytes)
{
	struct emit e = { .out = f, .format = format, .header = 1 };
	char text[TEXT_ROOM];
	int row, i;

	emit_header(&e, names, columns);
	for (row = 0; row < ROWS; row++) {
		for (i = 0; i < columns; i++) {
			make_text(text, bytes);
			emit_text(&e, names[i], text);
		}
		emit_end(&e);
	}
}

static void
compare_row(const struct intake *in, enum format format, int columns,
    int bytes)
{
	char text[TEXT_ROOM];
	const char *got;
	size_t len;
	int i;

	for (i = 0; i < columns; i++) {
		make_text(text, bytes);
		got = intake_value(in, (size_t)i, &len);
		check(came_back(format, text, got) &&
		    (got == NULL || strlen(got) == len), "round trip", got,
		    text);
		check(strcmp(intake_name(in, (size_t)i), names[i]) == 0,
		    "name", intake_name(in, (size_t)i), names[i]);
	}
}

static void
test_round_trip(enum format out, enum intake_format form, int columns,
    int bytes)
{
	FILE *f = tmpfile();
	struct intake *in;
	struct error e = { 0 };
	int more, row = 0;

	seed = 20261123;
	write_rows(f, out, columns, bytes);
	rewind(f);
	in = intake_open(f, form, "f");
	seed = 20261123;
	while (intake_next(in, &more, &e) == OK && more && failed < 20) {
		compare_row(in, out, columns, bytes);
		row++;
	}
	check(row == ROWS && *e.text == '\0', "all rows", e.place, e.text);
	intake_close(in);
	fclose(f);
}

/* Read up to 8 rows, each value followed by a bar; *bad says how it ended. */
static size_t
read_rows(enum intake_format form, const char *text, size_t len,
    struct buf rows[8], int *bad)
{
	FILE *f = tmpfile();
	struct intake *in = intake_open(f, form, "f");
	struct error e;
	const char *value;
	size_t i, n = 0, room;
	int more;

	fwrite(text, 1, len, f);
	rewind(f);
	while (!(*bad = intake_next(in, &more, &e) != OK) && more && n < 8) {
		buf_clear(&rows[n]);
		for (i = 0; i < intake_count(in); i++) {
			value = intake_value(in, i, &room);
			buf_printf(&rows[n], "%s|", value ? value : "~");
		}
		n++;
	}
	intake_close(in);
	fclose(f);
	return n;
}

/*
 * Cut at each byte.  Nothing but the beginning of what was sent comes out,
 * and where a row is missing it is said.  CSV may take its last line without
 * a line end: the last value alone may then be short.
 */
static void
test_cut(enum intake_format form, const char *text)
{
	struct buf whole[8] = { { 0 } }, part[8] = { { 0 } };
	size_t all, n, i, cut, len = strlen(text);
	int bad, good, ends;

	all = read_rows(form, text, len, whole, &bad);
	check(all == 3 && !bad, "the sample", "", text);
	for (cut = 0; cut < len; cut++) {
		n = read_rows(form, text, cut, part, &bad);
		ends = cut == 0 || text[cut - 1] == '\n';
		good = n <= all;
		for (i = 0; i + 1 < n && good; i++)
			good = strcmp(part[i].text, whole[i].text) == 0;
		if (n > 0 && good && !bad && !ends && form == INTAKE_CSV)
			good = strncmp(part[n - 1].text, whole[n - 1].text,
			    strcspn(whole[n - 1].text, "|") + 1) == 0;
		else if (n > 0 && good)
			good = strcmp(part[n - 1].text, whole[n - 1].text) == 0;
		if (form != INTAKE_CSV)
			good = good && bad == !ends;
		check(good, "cut", text + cut, n > 0 ? part[n - 1].text : "");
	}
	for (i = 0; i < 8; i++) {
		buf_free(&whole[i]);
		buf_free(&part[i]);
	}
}

/* A text of n times c between what comes before and after it. */
static struct buf
long_text(const char *before, size_t n, char c, const char *after)
{
	struct buf b = { 0 };
	char *middle = xcalloc(1, n + 1);

	memset(middle, c, n);
	buf_puts(&b, before);
	buf_add(&b, middle, n);
	buf_puts(&b, after);
	free(middle);
	return b;
}

/* The first row or what is said of it, then whether the next one comes. */
static void
test_long(enum intake_format form, struct buf text, const char *wanted,
    int next)
{
	FILE *f = tmpfile();
	struct intake *in = intake_open(f, form, "f");
	struct error e = { 0 };
	char got[700];
	int more;

	fwrite(text.text, 1, text.len, f);
	rewind(f);
	if (intake_next(in, &more, &e) == OK)
		check(*wanted == '\0', "long", "a row", wanted);
	else {
		snprintf(got, sizeof(got), "%s %s", e.place, e.text);
		check(strcmp(got, wanted) == 0, "long", got, wanted);
	}
	check(next == (intake_next(in, &more, &e) == OK && more), "long: next",
	    e.text, wanted);
	check(next == !intake_fatal(in), "long: fatal", e.text, wanted);
	intake_close(in);
	fclose(f);
	buf_free(&text);
}

static void
test_limits(void)
{
	const size_t mib = 1 << 20;
	const char *value = "f:2:1 the value that begins here is over 1 MiB";
	const char *row = "f:2:1 the row that begins here is over 8 MiB";
	const char *quote = "f:2:1 the value that begins here is over 1 MiB, "
	    "or its quote is never closed";
	struct buf late, middle = long_text("", mib, 'x', "");

	test_long(INTAKE_TSV, long_text("a\n", mib, 'x', "\n1\n"), "", 1);
	test_long(INTAKE_TSV, long_text("a\n", mib + 1, 'x', "\n1\n"), value,
	    1);
	test_long(INTAKE_TSV, long_text("a\n", 20 * mib, '\\', "\n1\n"), row,
	    1);
	test_long(INTAKE_CSV, long_text("a\n\"", mib, '\n', "\"\n1\n"), "", 1);
	test_long(INTAKE_CSV, long_text("a\n\"", mib + 1, '\n', "\"\n1\n"),
	    value, 0);
	test_long(INTAKE_CSV, long_text("a\n", mib + 1, 'x', "\n1\n"), value,
	    0);
	test_long(INTAKE_CSV, long_text("a\n\"", 20 * mib, '\n', "\n1\n"),
	    quote, 0);
	test_long(INTAKE_CSV, long_text("a\n", 20 * mib, ',', "\n1\n"), row,
	    0);
	test_long(INTAKE_JSON, long_text("{\"a\":", mib + 1, '1', "}\n{}\n"),
	    "f:1:6 the value that begins here is over 1 MiB", 1);
	late = long_text("a\n", 8 * mib - 4096, ',', "\"");
	buf_add(&late, middle.text, middle.len);
	buf_free(&middle);
	test_long(INTAKE_CSV, late,
	    "f:2:8384513 the row of the quote opened here is over 8 MiB", 0);
	test_long(INTAKE_JSON, long_text("{\"a\":\"", mib, 'x',
	    "\"}\n{}\n"), "", 1);
	test_long(INTAKE_JSON, long_text("{\"a\":\"", mib + 1, 'x',
	    "\"}\n{}\n"),
	    "f:1:6 the value that begins here is over 1 MiB", 1);
	test_long(INTAKE_JSON, long_text("{\"a\":\"", 9 * mib, 'x', "\"}\n{}\n"),
	    "f:1:1 the row that begins here is over 8 MiB", 1);
}

/* Up to 64 names, and not one more. */
static void
test_names(void)
{
	struct buf csv = { 0 }, json = { 0 };
	int i;

	for (i = 0; i < 64; i++) {
		buf_printf(&csv, "%sn%d", i > 0 ? "," : "", i);
		buf_printf(&json, "%s\"n%d\":1", i > 0 ? "," : "{", i);
	}
	buf_puts(&csv, ",more\n");
	buf_puts(&json, ",\"more\":1}\n{}\n");
	test_long(INTAKE_CSV, csv,
	    "f:1:247 the first line has more than 64 names", 0);
	test_long(INTAKE_JSON, json,
	    "f:1:504 this row has more than 64 values", 1);
	csv = json = (struct buf){ 0 };
	for (i = 0; i < 3 * 64; i++)
		buf_printf(&csv, "n%d%s", i, i % 64 < 63 ? "\t" : "\n");
	for (i = 0; i < 64; i++)
		buf_printf(&json, "%s\"n%d\":1", i > 0 ? "," : "{", i);
	buf_puts(&json, "}\n{}\n");
	test_long(INTAKE_TSV, csv, "", 1);
	test_long(INTAKE_JSON, json, "", 1);
}

/* What cannot be read is not the end, and a long path leaves room. */
static void
test_unreadable(void)
{
	static const char path[] = "/srv/前台/前台/前台/前台/前台/前台/前台/"
	    "a-rather-long-name-of-a-file-of-messages.csv";
	static const char shown[] = "...台/前台/前台/前台/前台/"
	    "a-rather-long-name-of-a-file-of-messages.csv:1";
	FILE *f = fopen("/", "r");
	struct intake *in = intake_open(f, INTAKE_CSV, path);
	struct error e = { 0 };
	int more, i;

	for (i = 0; i < 2; i++) {
		check(intake_next(in, &more, &e) == MISREAD && !more,
		    "a directory", e.text, "it cannot be read");
		check(strcmp(e.place, shown) == 0, "place", e.place, shown);
		e = (struct error){ 0 };
	}
	check(intake_fatal(in), "a directory is fatal", "", "");
	intake_close(in);
	fclose(f);
}

int
main(void)
{
	test_round_trip(FORMAT_TSV, INTAKE_TSV, COLUMNS, 1);
	test_round_trip(FORMAT_TSV, INTAKE_TSV, 1, 1);
	test_round_trip(FORMAT_CSV, INTAKE_CSV, COLUMNS, 1);
	test_round_trip(FORMAT_CSV, INTAKE_CSV, 1, 1);
	test_round_trip(FORMAT_JSON, INTAKE_JSON, COLUMNS, 0);
	test_cut(INTAKE_TSV, "a\tb\n1\t张\\n三\n\\\\\t\n5\t6\n");
	test_cut(INTAKE_JSON, "{\"a\":1,\"b\":\"张\\u5f20\\\\\"}\n"
	    "{\"a\":null,\"b\":true}\n{\"a\":-1.5e3,\"b\":\"\"}\n");
	test_cut(INTAKE_CSV, "a,b\r\n1,\"张\n\n\"\"x\"\"三\"\r\n\"2,2\",\r\n"
	    "5,\"\"\"6\"\"\"\r\n");
	test_limits();
	test_names();
	test_unreadable();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
