/* SPDX-License-Identifier: ISC */
/*
 * plain.c: what the quick reader reads is what libyaml reads.
 *
 * Every text is given to both: as it is, and with a comment at its end that
 * holds a TAB, which the quick reader leaves to libyaml.  Then the texts are
 * mutated, always in the same ways.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/plain.h"
#include "../../lib/yamlfile.h"

enum { MUTATIONS = 3000, TEXT_ROOM = 4096 };

static const char end_comment[] = "#\t\n";
static const char sample[] =
    "# 说明 / page\n"
    "office: DH  # 本处\n"
    "name: 东方鸿润物业\n"
    "greeting: \"您好，东方\"\n"
    "blank:\n"
    "null: ~\n"
    "kinds:\n"
    "  complaint: {answer: 24h, call_back: true}  # 投诉\n"
    "  tip: {answer: -3d, call_back: false }\n"
    "ladder:\n"
    "  - {rung: 0, at: -2h, deadlines: [answer], tell: [holder, head]}\n"
    "  - {rung: 1, tell: [ 'a b' , \"c\"], other: {x: [1, [2, 3]]}}\n"
    "\n"
    "categories:\n"
    "- code: leak\n"
    "  also: 渗水 a#b a:b http://x/y\n"
    "  hint: 2小时内上门；殃及楼下\n"
    "  # 注意\n"
    "- code: other\n"
    "  list:\n"
    "    - one\n"
    "    - two: 2\n"
    "      three:\n"
    "    -   four: 4\n"
    "        five: 5\n"
    "from: 08:00\n"
    "last: it's [ok], {yes} & so?\n";

/* Each is given as it is, too. */
static const char *const texts[] = {
	/* deeper than anything may be */
	"a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g:\n       h:\n"
	"        i:\n         j:\n          k:\n           l:\n            m:\n"
	"             n:\n              o:\n               p:\n"
	"                q:\n                 r: s\n",
	"a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g:\n       h:\n"
	"        i:\n         j:\n          k:\n           l:\n            m:\n"
	"             n:\n              o:\n               p:\n"
	"                - q\n",
	"a: b\n", "  a: b\n  c: d\n", "- a\n- b\n", "a:\n- b\n- c\nd: e\n",
	"a:\n\n  # c\n  b: c\n", "a: [b, c]\n", "a: {}\n", "a: []\n",
	"a: {b: {c: d}}\n", "a: 'b'\n", "a: ''\n", "a: \" b \"\n",
	"a: b # c\n", "a: b #c\n", "a: b#c\n", "a: #c\n", "a:\nb:\n",
	"- a: b\n  c: d\n- e: f\n", "-  a: b\n   c: d\n", "a: -b\n",
	"a: b: c\n", "a: b\n c\n", "a:\n  b\n", "a: |\n b\n", "a: - b\n",
	"a: 'it''s'\n", "a: \"b\\n\"\n", "a: {b: c,}\n", "a: [b c, d]\n",
	"a: [b: c]\n", "a: [b:c]\n", "a: [a#b, c]\n", "a: [b #c]\n",
	"---\na: b\n", "a: b\n...\n", "a: b\n---\nc: d\n", "%A\na: b\n",
	"? a\n: b\n", "a : b\n", "\"a\": b\n", "a: b\r\n", "a: \302\240b\n",
	"a: b\n- c\n", "- a\nb: c\n", "a:\n  - b\n c: d\n", "- - a\n",
	"-\n  a\n", "- a\n - b\n", "a: &b c\n", "a: *b\n", "a: !b c\n",
	"a: {b: c}d\n", "a: [b]]\n", "a: [b\n", "a: 'b\n", "a: @b\n", "\n",
	"# a\n", "a\n", "a: b\n\n\n# c\n", "a: ?b\n", "a: [?b]\n",
	"a: :b\n", "a: [,]\n", "a: null\nb: Null\nc: 'null'\nd: \"~\"\n",
	"a: <<\n", "<<: a\n", "a: =\n", "a:   b   \n", "a: {b: c }  # d\n",
	"a:b\n", "a: [b]#c\n", "a: \"b\"#c\n", "a: \"b\" #c\n",
	"a: \"b\"c\n", "a: {b:c}\n", "a: {b: }\n", "a: {b, c: d}\n",
	"a: [[[[[[[[[[[[[[[[b]]]]]]]]]]]]]]]]\n", "a:\n  b: c\n\n d: e\n",
	"a: b\\c\n", "a: 中文 # 中\nb: {c: 中, d: 文}\n", "--- a\n", "--a: b\n",
};

static unsigned passed, failed, read_both;

static int
same(const struct node *a, const struct node *b)
{
	for (; a != NULL && b != NULL; a = a->next, b = b->next)
		if (a->kind != b->kind || a->quoted != b->quoted ||
		    a->line != b->line || a->column != b->column ||
		    strcmp(a->text, b->text) != 0 ||
		    !same(a->first, b->first))
			return 0;
	return a == b;
}

/* A text that the quick reader takes, libyaml takes in the same way. */
static void
check(const char *text, size_t len)
{
	struct mistakes quick = { .arena = arena_new(), .file = "quick" };
	struct mistakes slow = { .arena = arena_new(), .file = "slow" };
	struct tree tree = { .mistakes = &quick };
	char longer[TEXT_ROOM + sizeof(end_comment)];
	const struct node *root;

	memcpy(longer, text, len);
	memcpy(longer + len, end_comment, sizeof(end_comment));
	if (!plain_read(text, len, &tree)) {
		passed += quick.count == 0;
		failed += quick.count != 0;
	} else {
		read_both++;
		root = yamlfile_parse(longer, len + sizeof(end_comment) - 1,
		    &slow);
		if (root != NULL && same(tree.root, root))
			passed++;
		else {
			failed++;
			printf("FAILED quick reader: read / %s\n%.*s",
			    root ? "another tree" : "refused", (int)len,
			    text);
		}
	}
	arena_free(quick.arena);
	arena_free(slow.arena);
}

/* A generator that gives the same numbers everywhere. */
static unsigned
draw(uint64_t *state, unsigned below)
{
	*state = *state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (unsigned)(*state >> 33) % below;
}

/* Put in, take out or change a few characters, or repeat a part. */
static size_t
mutate(char *text, size_t len, uint64_t *state)
{
	static const char signs[] = " \n:-#'\",[]{}?&*!|>%@`~a0\\\t.";
	size_t at, n;

	for (unsigned i = draw(state, 3) + 1; i > 0; i--) {
		at = draw(state, (unsigned)len);
		n = draw(state, 4) + 1;
		if (at + n >= len)
			continue;
		switch (draw(state, 3)) {
		case 0:
			text[at] = signs[draw(state, sizeof(signs) - 1)];
			break;
		case 1:
			memmove(text + at, text + at + n, len - at - n);
			len -= n;
			break;
		default:
			memmove(text + at + n, text + at, len - at);
			memset(text + at, signs[draw(state,
			    sizeof(signs) - 1)], n);
			len += n;
		}
	}
	return len;
}

int
main(int argc, char **argv)
{
	long rounds = argc > 1 ? atol(argv[1]) : MUTATIONS;
	char text[TEXT_ROOM];
	uint64_t state = 1;

	check(sample, sizeof(sample) - 1);
	if (read_both != 1)
		failed++, printf("FAILED sample: left / read\n");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check(texts[i], strlen(texts[i]));
	for (long i = 0; i < rounds; i++) {
		memcpy(text, sample, sizeof(sample));
		check(text, mutate(text, sizeof(sample) - 1, &state));
	}
	for (long i = 0; i < rounds; i++) {
		size_t n = draw(&state, sizeof(texts) / sizeof(texts[0]));

		strcpy(text, texts[n]);
		check(text, mutate(text, strlen(text), &state));
	}
	printf("%u passed, %u failed\n", passed, failed);
	return failed != 0;
}
