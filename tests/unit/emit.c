/* SPDX-License-Identifier: ISC */
/*
 * emit: each value in each format, headers, and what must not get out.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "clock.h"
#include "emit.h"
#include "unit.h"

/* The same text in the three formats, the line end left out. */
static const struct {
	const char *text, *tsv, *json, *csv;
} texts[] = {
	{ "", "", "\"\"", "" },
	{ NULL, "", "null", "" },
	{ "3-2-501", "3-2-501", "\"3-2-501\"", "3-2-501" },
	{ "张女士", "张女士", "\"张女士\"", "张女士" },
	{ "😀é", "😀é", "\"😀é\"", "😀é" },
	{ "a\tb", "a\\tb", "\"a\\tb\"", "a\tb" },
	{ "a\nb", "a\\nb", "\"a\\nb\"", "\"a\nb\"" },
	{ "a\r\nb", "a\\r\\nb", "\"a\\r\\nb\"", "\"a\r\nb\"" },
	{ "a\\nb", "a\\\\nb", "\"a\\\\nb\"", "a\\nb" },
	{ "\\", "\\\\", "\"\\\\\"", "\\" },
	{ "a\"b", "a\"b", "\"a\\\"b\"", "\"a\"\"b\"" },
	{ "\"", "\"", "\"\\\"\"", "\"\"\"\"" },
	{ "a,b", "a,b", "\"a,b\"", "\"a,b\"" },
	{ " a ", " a ", "\" a \"", " a " },
	{ "\x01\x1B[31m\x7F", "\x01\x1B[31m\x7F",
	    "\"\\u0001\\u001b[31m\\u007f\"", "\x01\x1B[31m\x7F" },
	{ "\b\f", "\b\f", "\"\\b\\f\"", "\b\f" },
	{ "a\xC2\x9B" "b\xC2\xA0", "a\xC2\x9B" "b\xC2\xA0",
	    "\"a\\u009bb\xC2\xA0\"", "a\xC2\x9B" "b\xC2\xA0" },
	{ "a\xE2\x80\xA8" "b\xE2\x80\xA9", "a\xE2\x80\xA8" "b\xE2\x80\xA9",
	    "\"a\\u2028b\\u2029\"", "a\xE2\x80\xA8" "b\xE2\x80\xA9" },
	/* What is not UTF-8 must not make JSON invalid. */
	{ "a\xFF" "b", "a\xFF" "b", "\"a\xEF\xBF\xBD" "b\"", "a\xFF" "b" },
	{ "\xED\xA0\x80", "\xED\xA0\x80",
	    "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"", "\xED\xA0\x80" },
	{ "\xC0\xAF", "\xC0\xAF", "\"\xEF\xBF\xBD\xEF\xBF\xBD\"", "\xC0\xAF" },
	{ "a\xE7\x8E", "a\xE7\x8E", "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"",
	    "a\xE7\x8E" },
	/* What a spreadsheet would run. */
	{ "=1+1", "=1+1", "\"=1+1\"", "'=1+1" },
	{ "=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")",
	    "\"=HYPERLINK(\\\"x\\\")\"", "\"'=HYPERLINK(\"\"x\"\")\"" },
	{ "@SUM(A1)", "@SUM(A1)", "\"@SUM(A1)\"", "'@SUM(A1)" },
	{ "\t=1", "\\t=1", "\"\\t=1\"", "'\t=1" },
	{ "\r=1", "\\r=1", "\"\\r=1\"", "\"'\r=1\"" },
	{ "\n=1", "\\n=1", "\"\\n=1\"", "\"'\n=1\"" },
	{ "＝1+1", "＝1+1", "\"＝1+1\"", "'＝1+1" },
	{ "＋1", "＋1", "\"＋1\"", "'＋1" },
	{ "－1", "－1", "\"－1\"", "'－1" },
	{ "＠A", "＠A", "\"＠A\"", "'＠A" },
	{ "，不是", "，不是", "\"，不是\"", "，不是" },
	{ "-5", "-5", "\"-5\"", "-5" },
	{ "+3.20", "+3.20", "\"+3.20\"", "+3.20" },
	{ "-5+cmd", "-5+cmd", "\"-5+cmd\"", "'-5+cmd" },
	{ "+86 138", "+86 138", "\"+86 138\"", "'+86 138" },
	{ "-", "-", "\"-\"", "'-" },
	{ "-.5", "-.5", "\"-.5\"", "'-.5" },
	{ "-5.", "-5.", "\"-5.\"", "'-5." },
	{ "- 没人接", "- 没人接", "\"- 没人接\"", "'- 没人接" },
	{ "a=1", "a=1", "\"a=1\"", "a=1" },
};

static char out_text[4096];

/* Run body over a struct emit that writes to out_text. */
static void
run(struct emit e, void body(struct emit *, const void *), const void *arg)
{
	e.out = fmemopen(out_text, sizeof(out_text), "w");
	if (e.out == NULL)
		abort();
	body(&e, arg);
	fputc('\0', e.out);
	fclose(e.out);
}

static void
one_text(struct emit *e, const void *text)
{
	emit_text(e, "a", text);
	emit_end(e);
}

static void
test_texts(void)
{
	char wanted[256];
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		run((struct emit){ .format = FORMAT_TSV }, one_text,
		    texts[i].text);
		snprintf(wanted, sizeof(wanted), "%s\n", texts[i].tsv);
		same("TSV", out_text, wanted);
		run((struct emit){ .format = FORMAT_JSON }, one_text,
		    texts[i].text);
		snprintf(wanted, sizeof(wanted), "{\"a\":%s}\n",
		    texts[i].json);
		same("JSON", out_text, wanted);
		run((struct emit){ .format = FORMAT_CSV }, one_text,
		    texts[i].text);
		snprintf(wanted, sizeof(wanted), "%s\r\n", texts[i].csv);
		same("CSV", out_text, wanted);
	}
}

static void
all_kinds(struct emit *e, const void *arg)
{
	static const char *const names[] = {
		"id", "n", "low", "at", "none", "yes", "no", "gone", "list",
		"nolist",
	};

	(void)arg;
	emit_header(e, names, 10);
	emit_text(e, "id", "T261123-0001");
	emit_number(e, "n", -7);
	emit_number(e, "low", INT64_MIN);
	emit_time(e, "at", INT64_C(1763861400000));
	emit_time(e, "none", 0);
	emit_flag(e, "yes", 4);
	emit_flag(e, "no", 0);
	emit_absent(e, "gone");
	emit_json(e, "list", "[\"a\\\"b\",\r\n\t1]");
	emit_json(e, "nolist", NULL);
	emit_end(e);
	emit_header(e, names, 10);
}

/* Every kind of value; the header comes once, however often it is asked. */
static void
test_kinds(void)
{
	char iso[CLOCK_ROOM], wanted[512];

	clock_iso(INT64_C(1763861400000), iso);
	run((struct emit){ .format = FORMAT_TSV, .header = 1 }, all_kinds,
	    NULL);
	snprintf(wanted, sizeof(wanted),
	    "id\tn\tlow\tat\tnone\tyes\tno\tgone\tlist\tnolist\n"
	    "T261123-0001\t-7\t-9223372036854775808\t%s\t\t1\t0\t\t"
	    "[\"a\\\\\"b\",\\r\\n\\t1]\t\n", iso);
	same("kinds in TSV", out_text, wanted);
	run((struct emit){ .format = FORMAT_TSV }, all_kinds, NULL);
	same("TSV without names", out_text, strchr(wanted, '\n') + 1);
	run((struct emit){ .format = FORMAT_JSON, .header = 1 }, all_kinds,
	    NULL);
	snprintf(wanted, sizeof(wanted),
	    "{\"id\":\"T261123-0001\",\"n\":-7,\"low\":-9223372036854775808,"
	    "\"at\":\"%s\",\"none\":null,\"yes\":true,\"no\":false,"
	    "\"gone\":null,\"list\":[\"a\\\"b\",   1],\"nolist\":null}\n", iso);
	same("kinds in JSON", out_text, wanted);
	run((struct emit){ .format = FORMAT_CSV, .bom = 1 }, all_kinds, NULL);
	snprintf(wanted, sizeof(wanted), "\xEF\xBB\xBF"
	    "id,n,low,at,none,yes,no,gone,list,nolist\r\n"
	    "T261123-0001,-7,-9223372036854775808,%s,,1,0,,"
	    "\"[\"\"a\\\"\"b\"\",\r\n\t1]\",\r\n", iso);
	same("kinds in CSV", out_text, wanted);
}

static void
names_alone(struct emit *e, const void *arg)
{
	static const char *const names[] = { "id", "a,b", "c\td" };

	(void)arg;
	emit_header(e, names, 3);
}

static void
no_values(struct emit *e, const void *arg)
{
	(void)arg;
	emit_end(e);
}

static void
odd_json(struct emit *e, const void *arg)
{
	(void)arg;
	emit_text(e, "a\"\n", "x");
	emit_json(e, "b", "");
	emit_json(e, "c", "{\"k\":\"\xFF\xE2\x80\xA8张\"}");
	emit_end(e);
}

static void
test_edges(void)
{
	struct buf b = { 0 };

	run((struct emit){ .format = FORMAT_CSV }, names_alone, NULL);
	same("CSV names alone", out_text, "id,\"a,b\",c\td\r\n");
	run((struct emit){ .format = FORMAT_TSV, .header = 1 }, names_alone,
	    NULL);
	same("TSV names alone", out_text, "id\ta,b\tc\\td\n");
	run((struct emit){ .format = FORMAT_TSV }, names_alone, NULL);
	same("TSV names not asked for", out_text, "");
	run((struct emit){ .format = FORMAT_JSON }, names_alone, NULL);
	same("JSON has no names", out_text, "");
	run((struct emit){ .format = FORMAT_JSON }, no_values, NULL);
	same("JSON row of nothing", out_text, "{}\n");
	run((struct emit){ .format = FORMAT_JSON }, odd_json, NULL);
	same("JSON as it is", out_text, "{\"a\\\"\\n\":\"x\",\"b\":null,"
	    "\"c\":{\"k\":\"\xEF\xBF\xBD\\u2028张\"}}\n");

	buf_puts(&b, "x:");
	json_quote(&b, "say \"喂\"\n");
	same("json_quote", b.text, "x:\"say \\\"喂\\\"\\n\"");
	buf_free(&b);
}

int
main(void)
{
	test_texts();
	test_kinds();
	test_edges();
	return finish();
}
