/* SPDX-License-Identifier: ISC */
/*
 * pace.c: what is said of a long run, from what is known of it.
 */
#include "../../lib/pace.h"
#include "unit.h"

static const struct {
	struct pace pace;
	const char *text;
} cases[] = {
	{ { .rows = 7 }, "7 rows" },
	{ { .rows = 999, .size = 100, .bytes = 50 }, "999 rows" },
	{ { .rows = 1000, .ms = 500 }, "1,000 rows, 2,000 a second" },
	{ { .rows = 1234567, .ms = 60000 },
	  "1,234,567 rows, 20,576 a second" },
	{ { 120000, 8000, 30, 90 },
	  "120,000 rows, 15,000 a second, 16 s to go" },
	{ { 120000, 8000, 1, 100 },
	  "120,000 rows, 15,000 a second, 13 min to go" },
	{ { 100, 1000, 1, 10000000000 },
	  "100 rows, 100 a second, 115740 d 17 h to go" },
	{ { 900, 1000, 900, 1000 }, "900 rows, 900 a second" },
	{ { 900, 1000, 0, 1000 }, "900 rows, 900 a second" },
	{ { 900, 1000, 1000, 1000 }, "900 rows, 900 a second" },
	{ { 900, 1000, 1200, 1000 }, "900 rows, 900 a second" },
};

int
main(void)
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf text = { 0 };

		pace_text(&cases[i].pace, &text);
		same("pace", text.text, cases[i].text);
		buf_free(&text);
	}
	return finish();
}
