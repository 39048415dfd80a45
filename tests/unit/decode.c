/* SPDX-License-Identifier: ISC */
/*
 * decode.c: what is refused in a YAML file, where and in which words.
 *
 * Each row is a whole file, read by one small table of keys.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/decode.h"
#include "../../lib/yamlfile.h"
#include "unit.h"

struct office {
	const char *id, *name, *phone;
};

struct sla {
	const char *kind;
	int64_t respond, wait, rest;
};

struct file {
	struct office office;
	const struct sla *sla;	size_t nsla;
	const char *const *staff;
	const char *const *kinds;
	int strict;
};

static const struct decode_key office_keys[] = {
	{ KEY(office, id, "id", TEXT), .required = 1,
	  .take = decode_code, .what = decode_code_what },
	{ KEY(office, name, "name", TEXT), .required = 1 },
	{ KEY(office, phone, "phone", TEXT),
	  .take = decode_phone, .what = decode_phone_what },
	{ 0 }
};

static const struct decode_key sla_keys[] = {
	{ KEY(sla, kind, "kind", WORD), .words = word_kinds },
	{ KEY(sla, respond, "respond", NUMBER), .min = 1, .max = 10080 },
	{ KEY(sla, wait, "wait", SPAN), .min = -3600000,
	  .max = 172800000 },
	{ KEY(sla, rest, "rest", SPAN), .min = 30000, .max = 5400000 },
	{ 0 }
};

static const struct decode_key file_keys[] = {
	{ .name = "office", .type = DECODE_MAP, .keys = office_keys,
	  .offset = offsetof(struct file, office) },
	{ LIST(file, sla, nsla, "sla", sla_keys), .max = 3 },
	{ KEY(file, staff, "staff", TEXTS), .min = 1, .max = 3 },
	{ KEY(file, kinds, "kinds", WORDS), .words = word_kinds },
	{ KEY(file, strict, "strict", FLAG) },
	{ 0 }
};

struct row {
	const char *text, *lines;
};

static const struct row rows[] = {
	/* what is right */
	{ "office: {id: a, name: b}\n", "" },
	{ "\357\273\277office: {id: a, name: \346\235\216}\n", "" },
	{ "---\noffice: {id: a, name: b}\n...\n", "" },
	{ "office: {id: a, name: \"b\"}\r\nstrict: true\r\n", "" },
	{ "office:\n  id: a\n  name: >-\n    two\n    lines\n", "" },
	{ "staff: [a, 'b''c', \"d\\u4e2d\"]  # three\t\n", "" },
	{ "sla:\n- {respond: 1, wait: -1h}\n- {respond: 10080, wait: none}\n",
	  "" },
	{ "staff:\noffice: {id: a, name: b, phone: ~}\n", "" },
	{ "office: {id: a, name: a\342\200\224b \352\260\200}\n", "" },
	/* indentation */
	{ "office:\n  id: a\n   name: b\n",
	  "f:3:8: a \": \" cannot stand here; look at the line above, line the "
	  "keys up, or put the text in quotes\n" },
	{ "staff:\n  - a\n  - b\n  - c\n - d\n",
	  "f:5:2: this line is indented otherwise than its neighbours; line "
	  "it up with them\n" },
	{ "staff:\n  - a\n   - b\n  - c\nsla:\n  - kind: tip\n - kind: tip\n",
	  "f:7:2: this line is indented otherwise than its neighbours; line "
	  "it up with them\n" },
	{ "- a\n- b\nc: d\n",
	  "f:3:1: this line does not belong to the list above; indent its "
	  "\"- \" like the others\n" },
	{ "office: - a\n",
	  "f:1:9: a \"- \" cannot stand here; begin the list on a line of its "
	  "own, under its key\n" },
	{ "office\nstaff: [a]\n",
	  "f:2:6: a \": \" cannot stand here; look at the line above, line the "
	  "keys up, or put the text in quotes\n" },
	{ "strict: true\nstaff\nkinds: [a]\n",
	  "f:2:1: this line has no \": \"; write it as \"key: value\"\n" },
	/* keys */
	{ "office: {id: a, name: b, nmae: c}\n",
	  "f:1:26: unknown key \"office.nmae\"; did you mean \"name\"?\n" },
	{ "office: {id: a, name: b}\nzzzz: 1\n",
	  "f:2:1: unknown key \"zzzz\"; there are: office, sla, staff, kinds, "
	  "strict\n" },
	{ "office: {id: a, name: b, id: c}\n",
	  "f:1:26: \"office.id\" is given twice (first on line 1); keep "
	  "one\n" },
	{ "strict: true\nstaff: [a]\nstrict: false\n",
	  "f:3:1: \"strict\" is given twice (first on line 1); keep one\n" },
	{ "office: {id: a}\n", "f:1:9: office: \"name\" is missing; add it\n" },
	{ "office:\n  id:\n  name: b\n",
	  "f:2:6: office.id is blank; fill it in\n" },
	{ "? [a]\n: b\n",
	  "f:1:3: a key cannot be a list; put the text in quotes\n" },
	/* kinds of values */
	{ "staff:\n  a: b\n", "f:2:3: staff must be a list (lines starting "
	  "with \"- \"), not \"key: value\" lines\n" },
	{ "staff: a\n", "f:1:8: staff must be a list (lines starting with "
	  "\"- \"), not one value\n" },
	{ "office: [a]\n",
	  "f:1:9: office must be \"key: value\" lines, not a list\n" },
	{ "office: a\n",
	  "f:1:9: office must be \"key: value\" lines, not one value\n" },
	{ "strict: [true]\n", "f:1:9: strict must be one value, not a list\n" },
	{ "strict: {a: b}\n",
	  "f:1:9: strict must be one value, not \"key: value\" lines\n" },
	{ "staff: [a, [b]]\n",
	  "f:1:12: staff[2] must be one value, not a list\n" },
	{ "- a\n",
	  "f:1:1: the file must be \"key: value\" lines, not a list\n" },
	{ "office: {id: a, name: \"b\\nc\"}\n",
	  "f:1:23: office.name must be one line; write it as one\n" },
	{ "staff:\n- a\n-\n", "f:3:2: staff[2] is blank; fill it in\n" },
	{ "staff: []\n", "f:1:8: staff holds 0; it must hold from 1 to 3\n" },
	{ "staff: [a, b, c, d]\n",
	  "f:1:8: staff holds 4; it must hold from 1 to 3\n" },
	/* numbers, flags, spans, words, codes, telephones */
	{ "sla:\n- respond: soon\n", "f:2:12: sla[1].respond must be a whole "
	  "number from 1 to 10080, not \"soon\"\n" },
	{ "sla: [{respond: 1}, {respond: 70000}]\n",
	  "f:1:31: sla[2].respond is 70000; it must be from 1 to 10080\n" },
	{ "sla: [{respond: -3}, {respond: 0}]\n",
	  "f:1:17: sla[1].respond is -3; it must be from 1 to 10080\n"
	  "f:1:32: sla[2].respond is 0; it must be from 1 to 10080\n" },
	{ "sla: [{respond: 99999999999999999999}]\n", "f:1:17: sla[1].respond "
	  "is 99999999999999999999; it must be from 1 to 10080\n" },
	{ "sla: [{respond: 0x1F}, {respond: 010}, {respond: 1_0}]\n",
	  "f:1:17: sla[1].respond must be a whole number from 1 to 10080, not "
	  "\"0x1F\"\n"
	  "f:1:34: sla[2].respond must be a whole number from 1 to 10080, not "
	  "\"010\"\n"
	  "f:1:50: sla[3].respond must be a whole number from 1 to 10080, not "
	  "\"1_0\"\n" },
	{ "sla: [{respond: 1e3}, {respond: 1.0}, {respond: +1}]\n",
	  "f:1:17: sla[1].respond must be a whole number from 1 to 10080, not "
	  "\"1e3\"\n"
	  "f:1:33: sla[2].respond must be a whole number from 1 to 10080, not "
	  "\"1.0\"\n"
	  "f:1:49: sla[3].respond must be a whole number from 1 to 10080, not "
	  "\"+1\"\n" },
	{ "strict: yes\n", "f:1:9: strict must be true or false, not "
	  "\"yes\"\n" },
	{ "strict: True\n", "f:1:9: strict must be true or false, not "
	  "\"True\"\n" },
	{ "strict: 1\n", "f:1:9: strict must be true or false, not \"1\"\n" },
	{ "sla: [{wait: soon}, {wait: 72h}, {wait: -2h}]\n",
	  "f:1:14: sla[1].wait must be a span such as 30m, 24h or 7d, not "
	  "\"soon\"\n"
	  "f:1:28: sla[2].wait is 72h; it must be from -1h to 2d\n"
	  "f:1:41: sla[3].wait is -2h; it must be from -1h to 2d\n" },
	{ "sla: [{rest: 30s}, {rest: 1h}, {rest: 2h}]\n",
	  "f:1:39: sla[3].rest is 2h; it must be from 30s to 90m\n" },
	{ "kinds: [tip, complain, xxxxxx, \346\212\225\350\257\211]\n",
	  "f:1:14: kinds[2] cannot be \"complain\"; did you mean "
	  "\"complaint\"? There are: complaint, request, enquiry, suggestion, "
	  "praise, tip\n"
	  "f:1:24: kinds[3] cannot be \"xxxxxx\"; there are: complaint, "
	  "request, enquiry, suggestion, praise, tip\n" },
	{ "office: {id: 1a, name: b, phone: none}\n",
	  "f:1:14: office.id must be a word of letters, digits, _ and -, such "
	  "as water_cut, not \"1a\"\n"
	  "f:1:34: office.phone must be a telephone number of 3 to 20 digits, "
	  "not \"none\"\n" },
	/* characters */
	{ "office:\n\tid: a\n\tname: b\n",
	  "f:2:1: a TAB stands here; use spaces, not a tab\n"
	  "f:3:1: a TAB stands here; use spaces, not a tab\n" },
	{ "strict:\ttrue\n", "f:1:8: a TAB stands here; use spaces, not a "
	  "tab\n" },
	{ "staff: [a]\noffice: \326\320\316\304\n",
	  "f:2:9: this is not UTF-8 text; save the file as UTF-8\n" },
	{ "# \344\270\255\344\270\255\377\n",
	  "f:1:5: this is not UTF-8 text; save the file as UTF-8\n" },
	{ "\377\376o\n", "f:1:1: this is not UTF-8 text; save the file as "
	  "UTF-8\n" },
	{ "office: \033\n", "f:1:9: a control character stands here that "
	  "cannot be seen; delete it\n" },
	{ "staff: [a, \"a\\0b\"]\n", "f:1:12: this text holds a NUL (\\0), "
	  "which no text may; delete it\n" },
	{ "staff: [a, \"b\\e[2J\"]\n", "f:1:12: character 2 is U+001B, a "
	  "control character\n" },
	/* what YAML has beyond keys, lists and texts */
	{ "office: &a {id: a, name: b}\n",
	  "f:1:9: anchors (&name) are not allowed; put a text that begins "
	  "with & in quotes\n" },
	{ "staff: [a]\noffice: *a\n",
	  "f:2:9: aliases (*name) are not allowed; put a text that begins "
	  "with * in quotes\n" },
	{ "staff: &a [*a]\n",
	  "f:1:8: anchors (&name) are not allowed; put a text that begins "
	  "with & in quotes\n" },
	{ "strict: !!bool true\n", "f:1:9: tags (!name) are not allowed; put "
	  "a text that begins with ! in quotes\n" },
	{ "strict: !a:b true\n", "f:1:9: tags (!name) are not allowed; put "
	  "a text that begins with ! in quotes\n" },
	{ "strict: true\n---\nstrict: true\n", "f:2:1: only one document is "
	  "allowed; delete this line and what follows\n" },
	{ "staff: [[[[[[[[[[[[[[[[[[[[[\n", "f:1:23: this is nested too deep; "
	  "close what was opened before\n" },
	{ "", "f:1:1: the file is empty; fill it in\n" },
	{ "# nothing\n", "f:1:1: the file is empty; fill it in\n" },
	/* what is of another shape, or too long to guess at */
	{ "sla:\n- {kind: [tip]}\n- {respond: {a: 1}}\n- {wait: []}\n",
	  "f:2:10: sla[1].kind must be one value, not a list\n"
	  "f:3:13: sla[2].respond must be one value, not \"key: "
	  "value\" lines\n"
	  "f:4:10: sla[3].wait must be one value, not a list\n" },
	{ "sla: x\n", "f:1:6: sla must be a list (lines starting with \"- "
	  "\"), not one value\n" },
	{ "kinds: [one-word-so-long-that-nobody-can-have-meant-another-word"
	  "]\n", "f:1:9: kinds[1] cannot be \"one-word-so-long-that-nobody-can-"
	  "have-m~\"; there are: complaint, request, enquiry, suggestion, "
	  "praise, tip\n" },
	/* quotes and brackets */
	{ "staff: [a, b\nstrict: true\n", "f:2:7: a \",\" or \"]\" is missing "
	  "before this; add it\n" },
	{ "office: {id: a, name: b\nstrict: true\n", "f:2:7: a \",\" or \"}\" "
	  "is missing before this; add it\n" },
	{ "office: {id: \"a, name: b}\n", "f:1:14: the quote that opens here "
	  "is never closed; close it\n" },
	{ "staff: [\"a\\d\"]\n", "f:1:11: a backslash means nothing here; "
	  "write \\\\ or use '...'\n" },
	{ "staff: [@a]\n", "f:1:9: a text cannot begin with this sign; put it "
	  "in quotes\n" },
	{ "staff: [a, *]\n", "f:1:12: a text cannot begin with & or *; put it "
	  "in quotes\n" },
	{ "%x\nstaff: [a]\n", "f:1:3: this line cannot be read; look at its "
	  "indentation, colons and quotes\n" },
	/* all of a run, in the order of their places */
	{ "office: {nmae: a, id: 1}\nstrict: no\nstaff: a\n",
	  "f:1:9: office: \"name\" is missing; add it\n"
	  "f:1:10: unknown key \"office.nmae\"; did you mean \"name\"?\n"
	  "f:1:23: office.id must be a word of letters, digits, _ and -, such "
	  "as water_cut, not \"1\"\n"
	  "f:2:9: strict must be true or false, not \"no\"\n"
	  "f:3:8: staff must be a list (lines starting with \"- \"), not one "
	  "value\n" },
};

static void
read_text(const char *what, const char *text, size_t len, const char *lines)
{
	struct mistakes m = { .arena = arena_new(), .file = "f" };
	struct buf got = { 0 };
	struct file file = { .strict = 0 };

	decode(yamlfile_parse(text, len, &m), file_keys, &file, &m);
	buf_puts(&got, "");
	mistake_lines(&m, &got);
	same(what, got.text, lines);
	buf_free(&got);
	arena_free(m.arena);
}

/* Many of one thing. */
static void
read_many(const char *head, const char *each, size_t n, const char *lines)
{
	struct buf text = { 0 };

	buf_puts(&text, head);
	while (n-- > 0)
		buf_puts(&text, each);
	read_text(each, text.text, text.len, lines);
	buf_free(&text);
}

static void
read_rows(void)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		read_text(rows[i].text, rows[i].text, strlen(rows[i].text),
		    rows[i].lines);
	read_text("a NUL", "strict: true\n\0", 14, "f:2:1: a NUL stands here, "
	    "which no text may hold; delete it\n");
	read_many("a: ", "[", 100000, "f:1:19: this is nested too deep; close "
	    "what was opened before\n");
	read_many("a: [", "1,", 100000, "f:1:200003: the file has too many "
	    "values; shorten it\n");
}

int
main(void)
{
	setenv("LC_ALL", "C", 1);
	unsetenv("LANGUAGE");
	read_rows();
	return finish();
}
