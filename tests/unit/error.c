/* SPDX-License-Identifier: ISC */
/*
 * error.c: what is too long to say is cut where a character ends.
 */
#include <string.h>

#include "buf.h"
#include "error.h"
#include "unit.h"

/* The text with so many bytes before the Han characters that fill it. */
static void
check_cut(size_t before)
{
	struct buf text = { 0 };
	struct error e;
	size_t room = sizeof(e.text) - 1, len;

	for (size_t i = 0; i < before; i++)
		buf_puts(&text, "x");
	while (text.len <= room)
		buf_puts(&text, "水");
	fail(&e, REFUSED, NULL, "%s", text.text);
	len = strlen(e.text);
	same_number("whole", (int64_t)((len - before) % 3), 0);
	same_number("no more than it must", room - len <= 3, 1);
	same_number("begins alike", memcmp(e.text, text.text, len), 0);
	buf_free(&text);
}

int
main(void)
{
	struct error e;

	check_cut(0);
	check_cut(1);
	check_cut(2);
	fail(&e, REFUSED, "C6", "%0511d", 0);
	same_number("what just fits", (int64_t)strlen(e.text), 511);
	same_number("status", advise(&e, "%0600d", 0), REFUSED);
	same_number("without characters of several bytes",
	    (int64_t)strlen(e.advice), 511);
	at_place(&e, "%s", "standard input:3:1");
	fail(&e, MISUSED, NULL, "next");
	same("no place of before", e.place, "");
	same("no advice of before", e.advice, "");
	return finish();
}
