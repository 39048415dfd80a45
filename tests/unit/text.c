/* SPDX-License-Identifier: ISC */
/*
 * text.c: text from outside: checked, folded, masked, cut and shown.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rune.h"
#include "text.h"
#include "unit.h"

static struct arena *arena;

static void
same_size(const char *what, size_t got, size_t wanted)
{
	char a[24], b[24];

	snprintf(a, sizeof(a), "%zu", got);
	snprintf(b, sizeof(b), "%zu", wanted);
	same(what, a, b);
}

struct pair {
	const char *in, *wanted;
};

/* A refusal is wanted as its text with `!' before it. */
static void
take(const char *text, size_t len, enum text_kind kind, const char *wanted)
{
	struct error e = { 0 };
	const char *out = NULL;
	char what[80];

	snprintf(what, sizeof(what), "text_take %d %.40s", (int)kind, text);
	if (text_take(arena, text, len, kind, &out, &e) != OK)
		out = e.status == MISUSED ?
		    arena_printf(arena, "!%s", e.text) : "wrong status";
	same(what, out, wanted);
}

static void
check_take(void)
{
	static const struct {
		const char *in;
		enum text_kind kind;
		const char *wanted;
	} rows[] = {
		{ "", TEXT_LINE, "" },
		{ "plain ASCII ~", TEXT_LINE, "plain ASCII ~" },
		{ "  张女士　 ", TEXT_LINE, "张女士" },
		{ "\xC2\xA0 a b \xC2\xA0", TEXT_LINE, "a b" },
		{ " a ", TEXT_FREE, " a " },
		{ "a\r\nb\rc\n\td\r\r\n", TEXT_FREE, "a\nb\nc\n\td\n\n" },
		{ "e\xCC\x81t\xC3\xA9", TEXT_LINE,
		    "\xC3\xA9t\xC3\xA9" },
		{ "\xE3\x81\x8B\xE3\x82\x99\r\n", TEXT_FREE, "が\n" },
		{ "灯\xE2\x80\x8B不亮", TEXT_FREE, "灯\xE2\x80\x8B不亮" },
		{ "灯\xE2\x80\x8B不亮", TEXT_LINE,
		    "!character 2 is U+200B, which cannot be seen" },
		{ "a\tb", TEXT_LINE,
		    "!character 2 is U+0009, a control character" },
		{ "a\n", TEXT_LINE,
		    "!character 2 is U+000A, a control character" },
		{ "a\rb", TEXT_LINE,
		    "!character 2 is U+000D, a control character" },
		{ "门禁\x1b[2J", TEXT_FREE,
		    "!character 3 is U+001B, a control character" },
		{ "\x7f", TEXT_FREE,
		    "!character 1 is U+007F, a control character" },
		{ "a\xC2\x85", TEXT_FREE,
		    "!character 2 is U+0085, a control character" },
		{ "a\xE2\x80\xA8", TEXT_FREE, "a\xE2\x80\xA8" },
		{ "a\xE2\x80\xA8", TEXT_LINE,
		    "!character 2 is U+2028, a control character" },
		{ "好\xE2\x80\xAE" "cba", TEXT_FREE, "!character 2 is U+202E, "
		    "which turns the direction of writing" },
		{ "\xE2\x81\xA6", TEXT_FREE, "!character 1 is U+2066, "
		    "which turns the direction of writing" },
		{ "好\xff", TEXT_FREE,
		    "!character 2 is broken: this is not UTF-8" },
		{ "\xC0\xAF", TEXT_FREE,
		    "!character 1 is broken: this is not UTF-8" },
		{ "\xED\xA0\x80", TEXT_FREE,
		    "!character 1 is broken: this is not UTF-8" },
		{ "\xF4\x90\x80\x80", TEXT_FREE,
		    "!character 1 is broken: this is not UTF-8" },
		{ "ab\xE5\xBC", TEXT_FREE,
		    "!character 3 is broken: this is not UTF-8" },
		{ "\xF3\xA0\x80\x81", TEXT_LINE,
		    "!character 1 is U+E0001, which cannot be seen" },
	};
	char *big = xcalloc(1, TEXT_MAX + 2);
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		take(rows[i].in, strlen(rows[i].in), rows[i].kind,
		    rows[i].wanted);
	take("a\0b", 3, TEXT_FREE,
	    "!character 2 is U+0000, a control character");
	memset(big, 'x', TEXT_MAX + 1);
	take(big, TEXT_MAX + 1, TEXT_FREE,
	    "!the text has 65537 bytes, more than 65536");
	big[TEXT_MAX] = '\0';
	take(big, TEXT_MAX, TEXT_FREE, big);
	free(big);
}

/* What rune_settled() promises, for every character it says yes to. */
static void
check_settled(void)
{
	char text[8192], utf8[4];
	size_t len = 0, n, mapped_len, wrong = 0;
	int32_t c;
	char *mapped;

	for (c = 1; c < 0x30000; c++) {
		if (!rune_settled(c))
			continue;
		n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
		utf8[0] = (char)(n == 1 ? c : (0xF00 >> n & 0xFF) |
		    c >> (6 * (n - 1)));
		utf8[1] = (char)(0x80 | (c >> (n > 1 ? 6 * (n - 2) : 0) & 63));
		utf8[2] = (char)(0x80 | (c >> (n > 2 ? 6 * (n - 3) : 0) & 63));
		utf8[3] = (char)(0x80 | (c & 63));
		memcpy(text + len, utf8, n);
		len += n;
		if (len + 4 < sizeof(text) && c < 0x1FAFF)
			continue;
		mapped = rune_map(text, len, RUNE_NFC, &mapped_len);
		wrong += mapped_len != len || memcmp(mapped, text, len) != 0;
		free(mapped);
		len = 0;
	}
	same_size("settled characters that NFC changes", wrong, 0);
	same_size("voiced mark", (size_t)rune_settled(0x3099), 0);
	same_size("accent", (size_t)rune_settled(0x301), 0);
}

static void
check_fold(void)
{
	static const struct pair folds[] = {
		{ "", "" }, { "Ligong", "ligong" },
		{ " 水电 李工 ", "水电李工" },
		{ "ＡＢＣ　１２", "abc12" }, { "①号", "1号" },
		{ "3－2–501", "3-2-501" }, { "STRASSE", "strasse" },
		{ "Straße", "strasse" }, { "灯\xE2\x80\x8B亮", "灯亮" },
		{ "e\xCC\x81", "\xC3\xA9" }, { "\xC3\x89", "\xC3\xA9" },
		{ "a\xff", "a\xff" }, { "ﾊﾟ", "パ" },
		{ "\xE6\xB0", "\xE6\xB0" }, { "\xE6" "水", "\xE6" "水" },
		{ "\xEF\xB7\xBA", "صلىاللهعليهوسلم" },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < COUNT(folds); i++) {
		buf_clear(&b);
		text_fold(folds[i].in, &b);
		same(folds[i].in, b.text, folds[i].wanted);
	}
	buf_free(&b);
	same_size("same", (size_t)text_same("Li Gong", "ligong "), 1);
	same_size("same Han", (size_t)text_same("来电", " 来 电"), 1);
	same_size("same wide", (size_t)text_same("Ａ栋", "a栋"), 1);
	same_size("beginning", (size_t)text_same("来电", "来"), 0);
	same_size("other", (size_t)text_same("来电", "来访"), 0);
	same_size("empty", (size_t)text_same("", "  "), 1);
	same_size("among", (size_t)text_among(" 漏水  Leak ", "leak"), 1);
	same_size("among none", (size_t)text_among("漏水 leak", "lea"), 0);
	same_size("nothing among", (size_t)text_among("漏水 ", " "), 0);
	same_size("among, and long", (size_t)text_among("the 电梯间与楼道之间的"
	    "那扇很重而且总是关不上的防火门的闭门器 x", "电梯间与楼道之间的"
	    "那扇很重而且总是关不上的防火门的闭门器"), 1);
	same_size("has", (size_t)text_has("真的没 办法了", "没办法"), 1);
	same_size("has wide", (size_t)text_has("ＯＫ吧", "ok"), 1);
	same_size("has not", (size_t)text_has("有办法", "没办法"), 0);
	same_size("has nothing", (size_t)text_has("有办法", " "), 0);
}

static void
check_phones(void)
{
	static const struct pair phones[] = {
		{ "138 0000-0501", "13800000501" },
		{ "＋86 138 0000 0501", "13800000501" },
		{ "0086 138 0000 0501", "13800000501" },
		{ "8613800000501", "13800000501" },
		{ "１３８０００００５０１", "13800000501" },
		{ "(0731) 8888 0501", "073188880501" },
		{ "（0731）8888–0501", "073188880501" },
		{ "+852 9123 4567", "0085291234567" },
		{ "110", "110" }, { " 8001 ", "8001" },
		{ "12", "!a telephone number has 3 to 20 digits, and this one "
		    "2" },
		{ "", "!a telephone number has 3 to 20 digits, and this one "
		    "0" },
		{ "123456789012345678901", "!a telephone number has 3 to 20 "
		    "digits, and this one 21" },
		{ "13800000501x", "!a telephone number has digits only, and "
		    "no x" },
		{ "8888转8001", "!a telephone number has digits only, and no "
		    "转" },
		{ "1+1", "!a telephone number has digits only, and no +" },
	};
	struct error e = { 0 };
	const char *out;
	size_t i;

	for (i = 0; i < COUNT(phones); i++) {
		if (text_phone(arena, phones[i].in, &out, &e) != OK)
			out = e.status == REFUSED &&
			    strcmp(e.clause, "F4.5") == 0 ?
			    arena_printf(arena, "!%s", e.text) : "wrong";
		same(phones[i].in, out, phones[i].wanted);
	}
}

static void
check_rooms(void)
{
	/* a place is wanted with `@' before it */
	static const struct pair rooms[] = {
		{ "3栋2单元501", "3-2-501" }, { "3幢2单元501室", "3-2-501" },
		{ "三栋2单元501", "3-2-501" }, { "3#2-501", "3-2-501" },
		{ "3-2-501", "3-2-501" }, { "３－２－５０１", "3-2-501" },
		{ " 3 栋 2单元 501 ", "3-2-501" }, { "3 2 501", "3-2-501" },
		{ "３号楼２单元６０１室", "3-2-601" },
		{ "3/2/601#", "3-2-601" },
		{ "③号楼2单元601", "3-2-601" },
		{ "三栋二单元五〇一", "3-2-501" },
		{ "十二栋1单元3302", "12-1-3302" },
		{ "二十栋一单元101", "20-1-101" },
		{ "二十一幢十单元一零一号", "21-10-101" },
		{ "十栋1门101", "10-1-101" },
		{ "03栋02单元0501", "3-2-501" }, { "B座１２０１", "b-1201" },
		{ "7栋604", "7-604" }, { "A2栋1单元301b", "a2-1-301b" },
		{ "3栋-2-501", "3-2-501" },
		{ "5栋地下车库", "@5栋地下车库" },
		{ "5栋 地下 车库", "@5栋地下车库" },
		{ "North  Gate", "@North Gate" }, { "１号门", "@1号门" },
		{ "1-4栋", "@1-4栋" }, { "3栋", "@3栋" }, { "3-2", "@3-2" },
		{ "3栋2单元", "@3栋2单元" }, { "7 604", "@7 604" },
		{ "3-2-501-1", "@3-2-501-1" }, { "1234-2-501", "@1234-2-501" },
		{ "3-222-501", "@3-222-501" }, { "99999999栋", "@99999999栋" },
		{ "PD-1", "@PD-1" }, { "", "@" }, { "栋", "@栋" },
		{ "一二三四五六七八九栋", "@一二三四五六七八九栋" },
		{ "五五十栋1单元101", "@五五十栋1单元101" },
	};
	static const struct pair spoken[] = {
		{ "3-2-501", "3-2-501" }, { "b-1201", "B-1201" },
		{ "1-4栋", "1-4栋" }, { "east-gate", "east-gate" },
	};
	const char *out;
	size_t i;
	int home;

	for (i = 0; i < COUNT(rooms); i++) {
		text_room(arena, rooms[i].in, &out, &home);
		if (!home)
			out = arena_printf(arena, "@%s", out);
		same(rooms[i].in, out, rooms[i].wanted);
	}
	for (i = 0; i < COUNT(spoken); i++)
		same(spoken[i].in, text_room_spoken(arena, spoken[i].in),
		    spoken[i].wanted);
}

static void
check_masks(void)
{
	static const struct pair phones[] = {
		{ "13800000501", "138****0501" }, { "110", "***" },
		{ "88880501", "****0501" }, { "", "" },
		{ "073188880501", "073*****0501" }, { "80011", "****1" },
	}, names[] = {
		{ "刘先生", "刘**" }, { "Ms Zhang", "M**" }, { "", "" },
		{ "何", "何**" },
	};
	size_t i;

	for (i = 0; i < COUNT(phones); i++)
		same(phones[i].in, text_mask_phone(arena, phones[i].in),
		    phones[i].wanted);
	for (i = 0; i < COUNT(names); i++)
		same(names[i].in, text_mask_name(arena, names[i].in),
		    names[i].wanted);
}

static void
check_widths(void)
{
	static const struct {
		const char *in;
		size_t columns;
		const char *wanted;
	} cuts[] = {
		{ "厨房顶渗水", 10, "厨房顶渗水" },
		{ "厨房顶渗水", 9, "厨房顶渗~" },
		{ "厨房顶渗水", 8, "厨房顶~" }, { "abc", 3, "abc" },
		{ "abcd", 3, "ab~" }, { "abcd", 1, "~" }, { "abcd", 0, "" },
		{ "", 0, "" }, { "a\nb\tc", 5, "a b c" },
		{ "a\nb\tc", 4, "a b~" }, { "e\xCC\x81xy", 2, "e\xCC\x81~" },
	};
	size_t i;

	same_size("width", text_width("3栋2单元501"), 11);
	same_size("width of a line feed", text_width("a\nb"), 3);
	same_size("width of a mark", text_width("e\xCC\x81"), 1);
	same_size("full width", text_width("：，"), 4);
	for (i = 0; i < COUNT(cuts); i++)
		same(cuts[i].in, text_cut(arena, cuts[i].in,
		    cuts[i].columns), cuts[i].wanted);
}

static void
check_visible(void)
{
	static const struct pair rows[] = {
		{ "", "" }, { "门禁 ok", "门禁 ok" },
		{ "a\x1b]0;x\x07z", "a\\x1b]0;x\\x07z" },
		{ "\x7f", "\\x7f" }, { "\xC2\x9b", "\\u009b" },
		{ "\x9b", "\\x9b" }, { "a\xE2\x80\xAE", "a\\u202e" },
		{ "\xE2\x80\x8B", "\\u200b" }, { "\xEF\xBB\xBF", "\\ufeff" },
		{ "\xF3\xA0\x80\x81", "\\U000e0001" },
		{ "\xE5\xBC", "\\xe5\\xbc" }, { "a\n\tb", "a\n\tb" },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		buf_clear(&b);
		text_visible(rows[i].in, 1, &b);
		same("visible", b.text, rows[i].wanted);
	}
	buf_clear(&b);
	text_visible("a\n\tb", 0, &b);
	same("visible in one line", b.text, "a\\x0a\\x09b");
	buf_free(&b);
}

static void
check_nearest(void)
{
	static const char *const words[] = { "complaint", "request",
	    "enquiry", "报修", "投诉", "水电李工", "李工", "李弓", "call",
	    "visit", NULL };
	static const struct pair rows[] = {
		{ "complain", "complaint" }, { "compliant", "complaint" },
		{ "Reqeust", "request" }, { "保修", "报修" },
		{ "李公", "李工" },
		{ "水电李公", "水电李工" }, { "ｖｉｓｉt", "visit" },
		{ "visti", "visit" }, { "cal", "call" }, { "x", "none" },
		{ "电话", "none" }, { "", "none" }, { "requisition", "none" },
		{ "callers", "none" },
		{ "a word that is so much longer than any of the words in "
		    "this list", "none" },
		{ "complaint,complaint,complaint,complaint,complaint",
		    "none" },
	};
	const char *near;
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		near = text_nearest(rows[i].in, words);
		same(rows[i].in, near != NULL ? near : "none",
		    rows[i].wanted);
	}
}

int
main(void)
{
	arena = arena_new();
	check_take();
	check_settled();
	check_fold();
	check_phones();
	check_rooms();
	check_masks();
	check_widths();
	check_visible();
	check_nearest();
	arena_free(arena);
	return finish();
}
