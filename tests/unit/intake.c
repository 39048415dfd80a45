/* SPDX-License-Identifier: ISC */
/*
 * intake: what rows of CSV, TSV and JSON Lines come to, and what is said of
 * those that are wrong; round trips through emit; pipes cut anywhere.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "emit.h"
#include "intake.h"
#include "unit.h"

static FILE *
stream(const char *text, size_t len)
{
	FILE *f = tmpfile();

	if (f == NULL || fwrite(text, 1, len, f) != len)
		abort();
	rewind(f);
	return f;
}

static void
add_row(struct buf *b, const struct intake *in)
{
	const char *text;
	size_t i, len;

	buf_puts(b, "{");
	for (i = 0; i < intake_count(in); i++) {
		text = intake_value(in, i, &len);
		buf_printf(b, "%s%s=", i ? "|" : "", intake_name(in, i));
		if (text == NULL)
			buf_puts(b, "~");
		else if (strlen(text) == len)
			buf_add(b, text, len);
		else
			buf_puts(b, "(length is wrong)");
	}
	buf_puts(b, "}");
}

/*
 * All that comes out of a text: {name=value|name=value} for a row, ~ being
 * absent, <line:column: what> for an error, and ! when it is fatal.
 */
static void
read_all(enum intake_format format, const char *text, size_t len,
    struct buf *b)
{
	FILE *f = stream(text, len);
	struct intake *in = intake_open(f, format, "f");
	struct error e;
	enum status st;
	int more = 0;

	buf_clear(b);
	buf_puts(b, "");
	while (!intake_fatal(in)) {
		st = intake_next(in, &more, &e);
		if (st == OK && !more)
			break;
		if (st == OK)
			add_row(b, in);
		else
			buf_printf(b, "<%s: %s>%s",
			    e.place[0] ? e.place + 2 : "no place", e.text,
			    st == MISREAD && *e.advice &&
			    intake_count(in) == 0 ? "" : "?");
	}
	if (intake_fatal(in))
		buf_puts(b, "!");
	intake_close(in);
	fclose(f);
}

struct sample {
	enum intake_format format;
	const char *text;
	size_t len;
	const char *wanted;
};

#define CSV(s) INTAKE_CSV, s, sizeof(s) - 1
#define TSV(s) INTAKE_TSV, s, sizeof(s) - 1
#define JSON(s) INTAKE_JSON, s, sizeof(s) - 1

static const struct sample csv_samples[] = {
	{ CSV(""), "" },
	{ CSV("\xEF\xBB\xBF"), "" },
	{ CSV("a,b\n"), "" },
	{ CSV("a,b\r\n1,2\r\n"), "{a=1|b=2}" },
	{ CSV("\xEF\xBB\xBF" "a,b\n1,2\n"), "{a=1|b=2}" },
	{ CSV("a,b\n1,2"), "{a=1|b=2}" },
	{ CSV("a,b\n1,2\r"), "{a=1|b=2}" },
	{ CSV("a,b\n1,"), "{a=1|b=~}" },
	{ CSV("a,b\n1,\"\""), "{a=1|b=~}" },
	{ CSV("a,b\n\"x\"\"y\",\"\"\"\"\n"), "{a=x\"y|b=\"}" },
	{ CSV("a,b\n\"1\r\n\n2\",\"x,y\"\n3,4\n"),
	    "{a=1\r\n\n2|b=x,y}{a=3|b=4}" },
	{ CSV("a,b\n 1 ,=2\n"), "{a= 1 |b==2}" },
	{ CSV("\"a\",\"b c\"\n1,2\n"), "{a=1|b c=2}" },
	{ CSV("a,b\n1,2\n\n\r\n\n"), "{a=1|b=2}" },
	{ CSV("a,b\n1,2\n\n\n3,4\n"),
	    "{a=1|b=2}<3:1: there is an empty line between rows>{a=3|b=4}" },
	{ CSV("a\n1\n\n2\n"), "{a=1}{a=~}{a=2}" },
	{ CSV("a,b\n1\n3,4\n1,2,3,4\n5,6\n"),
	    "<2:1: the row has fewer values (1) than there are names (2)>"
	    "{a=3|b=4}"
	    "<4:5: the row has more values (4) than there are names (2)>"
	    "{a=5|b=6}" },
	{ CSV("a,b\n\"x\ny\",\"z\n\",3\n5,6\n"),
	    "<4:3: the row has more values (3) than there are names (2)>"
	    "{a=5|b=6}" },
	{ CSV("a,b\n张三,5\" pipe\n5,6\n"),
	    "<2:5: a quote stands inside a value without quotes>!" },
	{ CSV("a,b\n1, \"2\"\n"),
	    "<2:4: a quote stands inside a value without quotes>!" },
	{ CSV("a,b\n\"x\"y,2\n"),
	    "<2:4: text follows the quote that ends a value>!" },
	{ CSV("a,b\n1,2\n3,\"4\n5,6\n7,8\n"),
	    "{a=1|b=2}<3:3: the quote opened here is never closed>!" },
	{ CSV("a,b\n1,\"2"), "<2:3: the quote opened here is never closed>!" },
	{ CSV("a,b\n1,\""), "<2:3: the quote opened here is never closed>!" },
	{ CSV("a,b\n1"),
	    "<2:1: the row has fewer values (1) than there are names (2)>" },
	{ CSV("a,b\n1,2\n3\0,4\n"),
	    "{a=1|b=2}<3:2: an invisible zero character stands here>!" },
	{ CSV("a,b\n1,\"\n\0\"\n"),
	    "<3:1: an invisible zero character stands here>!" },
	{ CSV("a,b\n1\r2,3\n4,5\n"), "<2:2: a carriage return stands here "
	    "without a line feed>!" },
	{ CSV("a,b\r1,2\r"),
	    "<1:4: a carriage return stands here without a line feed>!" },
	{ CSV("a,b"), "<1:4: the source ends within its line of names>!" },
	{ CSV("a,,b\n"), "<1:1: column 2 has no name>!" },
	{ CSV("\n1\n"), "<1:1: column 1 has no name>!" },
	{ CSV("a,b,a\n"), "<1:1: columns 1 and 3 have the same name>!" },
	{ CSV("\xB5\xE7,b\n"), "<1:1: the names are not UTF-8 text>!" },
	{ CSV("\xFF\xFE" "a\0\n\0"),
	    "<1:4: an invisible zero character stands here>!" },
	{ CSV("a,b\n\xB5\xE7,\xFF\n"), "{a=\xB5\xE7|b=\xFF}" },
};

static const struct sample tsv_samples[] = {
	{ TSV(""), "" },
	{ TSV("a\tb\n"), "" },
	{ TSV("a\tb\n1\t2\n3\t\n"), "{a=1|b=2}{a=3|b=~}" },
	{ TSV("\xEF\xBB\xBF" "a\tb\r\n1\t2\r\n"), "{a=1|b=2}" },
	{ TSV("a\tb\n\\t\\n\\r\\\\\t\"x\",'\n"), "{a=\t\n\r\\|b=\"x\",'}" },
	{ TSV("a\\tb\tc\n\\\\n\t\x01\v\x7F\n"), "{a\tb=\\n|c=\x01\v\x7F}" },
	{ TSV("a\tb\n\t\n\n\n"), "{a=~|b=~}" },
	{ TSV("a\tb\n1\t2\n\n3\t4\n5\n"),
	    "{a=1|b=2}<3:1: there is an empty line between rows>{a=3|b=4}"
	    "<5:1: the row has fewer values (1) than there are names (2)>" },
	{ TSV("a\n\n1\n\n"), "{a=~}{a=1}{a=~}" },
	{ TSV("a\tb\n张三\\x\t1\n3\t4\n1\t\\\n5\t6\n"),
	    "<2:3: this backslash begins none of \\t \\n \\r \\\\>{a=3|b=4}"
	    "<4:3: this backslash begins none of \\t \\n \\r \\\\>{a=5|b=6}" },
	{ TSV("a\tb\n\\0\t1\n\\\0\t1\n"),
	    "<2:1: this backslash begins none of \\t \\n \\r \\\\>"
	    "<3:1: this backslash begins none of \\t \\n \\r \\\\>" },
	{ TSV("a\tb\n1\n1\t2\t3\n\t\n"),
	    "<2:1: the row has fewer values (1) than there are names (2)>"
	    "<3:5: the row has more values (3) than there are names (2)>"
	    "{a=~|b=~}" },
	{ TSV("a\tb\n1\t\0\n3\t4\n"),
	    "<2:3: an invisible zero character stands here>{a=3|b=4}" },
	{ TSV("a\tb\n1\r\t2\n3\t4\n"),
	    "<2:2: a carriage return stands within the line>{a=3|b=4}" },
	{ TSV("a\tb\n1\t2\n3\t4"), "{a=1|b=2}<3:4: the last line has no end; "
	    "something may have been cut off>!" },
	{ TSV("a\tb"), "<1:4: the last line has no end; "
	    "something may have been cut off>!" },
	{ TSV("a\t\tb\n"), "<1:1: column 2 has no name>!" },
	{ TSV("a\ta\n"), "<1:1: columns 1 and 2 have the same name>!" },
};

/* Rows that JSON's own rules allow or refuse. */
static const struct sample json_samples[] = {
	{ JSON(""), "" },
	{ JSON("{}\n"), "{}" },
	{ JSON(" { \"a\" : 1 ,\t\"b\":\"x\" } \r\n"), "{a=1|b=x}" },
	{ JSON("\xEF\xBB\xBF{\"a\":1}\n"), "{a=1}" },
	{ JSON("{\"a\":1}\n{\"b\":2,\"a\":3}\n{\"b\":4,\"c\":5}\n"),
	    "{a=1}{b=2|a=3}{b=4|c=5}" },
	{ JSON("{\"a\":true,\"b\":false,\"c\":null,\"d\":\"\"}\n"),
	    "{a=true|b=false|c=~|d=}" },
	{ JSON("{\"a\":-0,\"b\":0.10,\"c\":1e9,\"d\":-12.5E-3}\n"),
	    "{a=-0|b=0.10|c=1e9|d=-12.5E-3}" },
	{ JSON("{\"a\":9223372036854775808,\"b\":1e999}\n"),
	    "{a=9223372036854775808|b=1e999}" },
	{ JSON("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}\n"),
	    "{a=\"\\/\b\f\n\r\t}" },
	{ JSON("{\"\\u0061\":\"\\u5f20\\u5F20\\uD83d\\uDe00\\u007f\"}\n"),
	    "{a=张张😀\x7F}" },
	{ JSON("{\"a\":\"张三😀\x7F\xE2\x80\xA8\"}\n\n\n"),
	    "{a=张三😀\x7F\xE2\x80\xA8}" },
	{ JSON("{\"a\":1}\n\n{\"a\":2}\n"),
	    "{a=1}<2:1: there is an empty line between rows>{a=2}" },
	{ JSON("{\"a\":1}\n{\"a\":2}"), "{a=1}<2:8: the last line has no end; "
	    "something may have been cut off>!" },
	{ JSON("{\"a\":1,\"a\":2}\n{\"a\":3}\n"),
	    "<1:8: this name is given twice in the row>{a=3}" },
	{ JSON("{\"a\":1,\"b\":2}\n{\"b\":3}\n{\"b\":1,\"\\u0062\":2}\n"),
	    "{a=1|b=2}{b=3}<3:8: this name is given twice in the row>" },
	{ JSON("{\"a\":\"x\\u0000\"}\n{\"a\":\"\0\"}\n{\"a\":1\0}\n{\0}\n"),
	    "<1:8: an invisible zero character stands here>"
	    "<2:7: an invisible control character stands here>"
	    "<3:6: this is neither a number nor true, false or null>"
	    "<4:2: a name in quotes is missing here>" },
	{ JSON("{\"张\":\"\xFF\"}\n{\"a\":\"\xED\xA0\x80\"}\n"
	    "{\"a\":\"\xF4\x90\x80\x80\"}\n{\"a\":\"\xC0\xAF\"}\n"
	    "{\"a\":\"\xE5\xBC\"}\n{\"a\":\xFF}\n"),
	    "<1:7: this is not UTF-8 text><2:7: this is not UTF-8 text>"
	    "<3:7: this is not UTF-8 text><4:7: this is not UTF-8 text>"
	    "<5:7: this is not UTF-8 text>"
	    "<6:6: this is neither a number nor true, false or null>" },
	{ JSON("{\"a\":\"\\ud800\"}\n{\"a\":\"\\udc00\\udc00\"}\n"
	    "{\"a\":\"\\ud800\\n\"}\n{\"a\":\"\\ud800\\ud800\"}\n"),
	    "<1:7: this is half of a character; the other half is missing>"
	    "<2:7: this is half of a character; the other half is missing>"
	    "<3:7: this is half of a character; the other half is missing>"
	    "<4:7: this is half of a character; the other half is missing>" },
	{ JSON("{\"a\":\"\\u12g4\"}\n{\"a\":\"\\x\"}\n{\"a\":\"\\"),
	    "<1:7: \\u is not followed by four hexadecimal digits>"
	    "<2:7: this backslash begins nothing that JSON knows>"
	    "<3:8: the last line has no end; something may have been cut "
	    "off>!" },
	{ JSON("{\"a\":\"x\ty\"}\n{\"a\":\"x\n{\"a\":\"\\\n{\"a\n"),
	    "<1:8: an invisible control character stands here>"
	    "<2:6: the quote opened here is never closed>"
	    "<3:7: this backslash begins nothing that JSON knows>"
	    "<4:2: the quote opened here is never closed>" },
	{ JSON("{\"a\":[1]}\n{\"a\":{}}\n"),
	    "<1:6: a list or an object stands here as a value>"
	    "<2:6: a list or an object stands here as a value>" },
	{ JSON("[{\"a\":1}]\n\"a\"\n1\nnull\n"),
	    "<1:1: the line does not begin with {>"
	    "<2:1: the line does not begin with {>"
	    "<3:1: the line does not begin with {>"
	    "<4:1: the line does not begin with {>" },
	{ JSON("{\n  \"a\": 1\n}\n"), "<1:2: the line ends before its object "
	    "does><2:3: the line does not begin with {>"
	    "<3:1: the line does not begin with {>" },
	{ JSON("{\"a\":1} x\n{\"a\":1}{}\n{\"a\":1},\n"),
	    "<1:9: something follows the end of the object>"
	    "<2:8: something follows the end of the object>"
	    "<3:8: something follows the end of the object>" },
	{ JSON("{\"a\":1,}\n{,}\n{\"a\"}\n{\"a\" 1}\n{\"a\":}\n{\"a\":1"
	    " \"b\":2}\n{\"a\":1;\n{\"a\":1]\n{a:1}\n{'a':1}\n{\"a\":'x'}\n"),
	    "<1:8: a name in quotes is missing here>"
	    "<2:2: a name in quotes is missing here>"
	    "<3:5: a colon is missing here><4:6: a colon is missing here>"
	    "<5:6: a value is missing here>"
	    "<6:8: a comma or } is missing here>"
	    "<7:6: this is neither a number nor true, false or null>"
	    "<8:7: a comma or } is missing here>"
	    "<9:2: a name in quotes is missing here>"
	    "<10:2: a name in quotes is missing here>"
	    "<11:6: this is neither a number nor true, false or null>" },
};

static void
test_samples(const struct sample *s, size_t n)
{
	struct buf b = { 0 };

	for (; n > 0; n--, s++) {
		read_all(s->format, s->text, s->len, &b);
		same(s->text, b.text, s->wanted);
	}
	buf_free(&b);
}

static void
test_numbers(void)
{
	static const char *const wrong[] = {
		"01", "-", "-01", "+1", ".5", "1.", "1.e5", "1e", "1e+", "0x1F",
		"NaN", "nan", "Infinity", "-Infinity", "1_000", "1e5.0", "--1",
		"True", "nul", "nulls", "undefined", "1a", "１",
	};
	struct buf b = { 0 }, in = { 0 };
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		buf_clear(&in);
		buf_printf(&in, "{\"a\":%s}\n", wrong[i]);
		read_all(INTAKE_JSON, in.text, in.len, &b);
		same(wrong[i], b.text, "<1:6: this is neither a number nor "
		    "true, false or null>");
	}
	buf_free(&in);
	buf_free(&b);
}

/* Lists and objects, where the row's own values are all that is wanted. */
static void
test_nested(void)
{
	static const char text[] =
	    "{\"a\":{\"b\":[\"}\\\"]\",{}]},\"c\":1}\n{\"a\":[[1]\n";
	FILE *f = stream(text, sizeof(text) - 1);
	struct intake *in = intake_open(f, INTAKE_JSON, "f");
	struct buf b = { 0 };
	struct error e = { 0 };
	int more = 0;

	intake_nested(in);
	same_number("nested", intake_next(in, &more, &e), OK);
	add_row(&b, in);
	same("nested", b.text, "{a=~|c=1}");
	same_number("not closed", intake_next(in, &more, &e), MISREAD);
	same("not closed", e.text, "the line ends before its object does");
	intake_close(in);
	fclose(f);
	buf_free(&b);
}

int
main(void)
{
#define SAMPLES(list) test_samples(list, sizeof(list) / sizeof(list[0]))
	SAMPLES(csv_samples);
	SAMPLES(tsv_samples);
	SAMPLES(json_samples);
	test_numbers();
	test_nested();
	return finish();
}
