/* SPDX-License-Identifier: ISC */
/*
 * card.c: numbers of identity cards: which are taken, which are seen in a
 * text, and what is kept of one.
 */
#include <stdlib.h>
#include <unistd.h>

#include "card.h"
#include "clock.h"
#include "unit.h"

enum { RESIDENT = CARD_RESIDENT, PASSPORT, OTHER = 5 };

static const int64_t NOW = 1795392000000;	/* 2026-11-23 08:00 */

static const struct checked {
	int type;
	const char *in, *wanted;	/* a refusal with `!' before it */
} checks[] = {
	{ RESIDENT, "110101199003071233", "110101199003071233" },
	{ RESIDENT, "440301198512305678", "440301198512305678" },
	{ RESIDENT, "51010719770101888X", "51010719770101888X" },
	{ RESIDENT, "51010719770101888x", "51010719770101888X" },
	{ RESIDENT, "51010719770101888Ｘ", "51010719770101888X" },
	{ RESIDENT, "51010719770101888ｘ", "51010719770101888X" },
	{ RESIDENT, "１１０１０１１９９００３０７１２３３",
	  "110101199003071233" },
	{ RESIDENT, " 110101 19900307-1233\r\n", "110101199003071233" },
	{ RESIDENT, "　110101－19900307 1233", "110101199003071233" },
	{ RESIDENT, "", "!no number of a card was given" },
	{ RESIDENT, " - ", "!no number of a card was given" },
	{ RESIDENT, "11010119900307123", "!a resident identity card has 18 "
	  "digits, and these are 17" },
	{ RESIDENT, "1101011990030712333", "!a resident identity card has 18 "
	  "digits, and these are 19" },
	{ RESIDENT, "1101X1199003071233", "!character 5 is no digit" },
	{ RESIDENT, "110101*99003071233", "!character 7 is none that a card's "
	  "number has" },
	{ RESIDENT, "110101199003071234", "!the last digit does not fit the "
	  "others: one of them is wrong" },
	{ RESIDENT, "11010119900307123A", "!the last digit does not fit the "
	  "others: one of them is wrong" },
	{ RESIDENT, "110101199013071233", "!digits 7 to 14 are no date of "
	  "birth" },
	{ RESIDENT, "110101199000071233", "!digits 7 to 14 are no date of "
	  "birth" },
	{ RESIDENT, "110101199002291233", "!digits 7 to 14 are no date of "
	  "birth" },
	{ RESIDENT, "110101190002291233", "!digits 7 to 14 are no date of "
	  "birth" },
	{ RESIDENT, "110101200002291233", "!the last digit does not fit the "
	  "others: one of them is wrong" },	/* there was that day */
	{ RESIDENT, "110101184912311233", "!digits 7 to 14 are no date of "
	  "birth" },
	{ RESIDENT, "110101202611241233", "!digits 7 to 14 are no date of "
	  "birth" },
	{ RESIDENT, "110101202611231233", "!the last digit does not fit the "
	  "others: one of them is wrong" },	/* born today */
	{ PASSPORT, "ab1234567", "AB1234567" },
	{ OTHER, "粤A99", "粤A99" },
	{ OTHER, "123", "!the number of a card has 4 to 32 characters, and "
	  "these are 3" },
	{ OTHER, "123456789012345678901234567890123", "!the number of a card "
	  "has 4 to 32 characters, and these are 33" },
};

static const struct within {
	const char *text;
	int found;
} texts[] = {
	{ NULL, 0 }, { "", 0 }, { "PD-1", 0 }, { "13800000501", 0 },
	{ "110101199003071233", 1 }, { "--id=110101199003071233", 1 },
	{ "seen: 110101-19900307-1233.", 1 },
	{ "51010719770101888x", 1 },
	{ "１１０１０１１９９００３０７１２３３", 1 },
	{ "9110101199003071233", 1 },	/* among more digits */
	{ "110101199003071234", 1 },	/* mistyped */
	{ "seen: 11010119900307123X", 1 },
	{ "11010119900307123", 0 },
	{ "110101199013071233", 0 },	/* no date of birth */
	{ "110101999903071233", 0 },	/* not yet */
	{ "110101x199003071233", 0 },
};

static void
check_numbers(void)
{
	for (size_t i = 0; i < COUNT(checks); i++) {
		const struct checked *c = &checks[i];
		struct error e = { .status = OK };
		char text[128], got[sizeof(e.text) + 2];

		snprintf(text, sizeof(text), "%s", c->in);
		if (card_check(text, c->type, NOW, &e) == OK)
			snprintf(got, sizeof(got), "%s", text);
		else
			snprintf(got, sizeof(got), "!%s", e.text);
		same(c->in, got, c->wanted);
		same_number(c->in, e.status, *c->wanted == '!' ? MISREAD : OK);
	}
	for (size_t i = 0; i < COUNT(texts); i++)
		same_number(texts[i].text ? texts[i].text : "NULL",
		    card_within(texts[i].text), texts[i].found);
}

static void
same_end(const char *dir, const char *number, const char *wanted)
{
	struct error e = { .status = OK };
	struct card c;

	same_number(number, card_seal(dir, number, OTHER, &c, &e), OK);
	same(number, c.end, wanted);
}

static void
check_kept(const char *dir, const char *other)
{
	static const char number[] = "110101199003071233";
	struct error e = { .status = OK };
	struct card a, b, c, d;

	card_seal(dir, number, RESIDENT, &a, &e);
	card_seal(dir, number, RESIDENT, &b, &e);
	card_seal(dir, number, PASSPORT, &c, &e);
	card_seal(other, number, RESIDENT, &d, &e);
	same_number("sealed", e.status, OK);
	same("end", a.end, "1233");
	same_number("length", (int64_t)strlen(a.mac), SECRET_MAC - 1);
	same("the same card", b.mac, a.mac);
	same_number("of another kind", strcmp(c.mac, a.mac) != 0, 1);
	same_number("at another desk", strcmp(d.mac, a.mac) != 0, 1);
	same_end(dir, "1234", "34");
	same_end(dir, "12345", "45");
	same_end(dir, "1234567", "567");
	same_end(dir, "12345678", "5678");
	same_end(dir, "粤港澳台", "澳台");
}

int
main(void)
{
	char one[] = "/tmp/card.XXXXXX", two[] = "/tmp/card.XXXXXX";
	char path[64];
	struct error e = { .status = OK };

	same_number("zone", clock_zone("Asia/Shanghai", &e), OK);
	if (mkdtemp(one) == NULL || mkdtemp(two) == NULL)
		return 1;
	same_number("made", secret_make(one, "DH", 1, &e), OK);
	same_number("made", secret_make(two, "EH", 1, &e), OK);
	check_numbers();
	check_kept(one, two);
	snprintf(path, sizeof(path), "%s/secret", one);
	unlink(path);
	rmdir(one);
	snprintf(path, sizeof(path), "%s/secret", two);
	unlink(path);
	rmdir(two);
	return finish();
}
