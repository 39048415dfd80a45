/* SPDX-License-Identifier: ISC */
/*
 * time: what is read as a time has the form of one, is neither before 2000
 * nor on the wrong side of now, and comes back from how data has it.
 */
#include "clock.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const int64_t now = INT64_C(1795392720000);
	char *text = as_text(data, size), iso[CLOCK_ROOM], people[CLOCK_ROOM];
	int64_t at, again;
	struct error e;

	setenv("TZ", "Asia/Shanghai", 1);
	for (int when = WHEN_AT; when <= WHEN_DATE; when++) {
		if (clock_parse(text, (enum when)when, now, &at, &e) != OK)
			continue;
		holds(clock_form(text, (enum when)when, &e) == OK);
		holds(when != WHEN_AT || at <= now);
		holds(when != WHEN_PROMISE || at >= now);
		clock_iso(at, iso);
		clock_people(at, now, people);
		clock_sentence(at, now, people);
		holds(clock_parse(iso, WHEN_SINCE, now, &again, &e) != OK ||
		    again / SECOND == at / SECOND);
	}
	clock_span(text, &at, &e);
	free(text);
	return 0;
}
