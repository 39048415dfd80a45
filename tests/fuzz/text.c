/* SPDX-License-Identifier: ISC */
/*
 * text: what was taken is taken again as it stands; a telephone number and a
 * room are found in what they were written as; what is shown on a terminal
 * has no control in it, whatever it was.
 */
#include "fuzz.h"
#include "text.h"

static void
shown(const char *text)
{
	struct buf out = { 0 };

	text_visible(text, 0, &out);
	for (const char *p = out.text; p != NULL && *p != '\0'; p++)
		holds((unsigned char)*p >= ' ' && *p != 0x7F);
	text_width(out.text ? out.text : "");
	buf_free(&out);
}

static void
numbers(struct arena *a, const char *text)
{
	const char *one, *two;
	struct error e;
	int home, again;

	if (text_phone(a, text, &one, &e) == OK) {
		holds(strspn(one, "0123456789") == strlen(one));
		holds(text_phone(a, one, &two, &e) == OK &&
		    strcmp(one, two) == 0);
		text_mask_phone(a, one);
	}
	text_room(a, text, &one, &home);
	text_room(a, one, &two, &again);
	holds(!home || (again && strcmp(one, two) == 0));
	text_room_spoken(a, one);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *one, *two;
	char *text = as_text(data, size);
	struct error e;

	shown(text);
	for (int kind = TEXT_LINE; kind <= TEXT_FREE; kind++) {
		if (text_take(a, (const char *)data, size,
		    (enum text_kind)kind, &one, &e) != OK)
			continue;
		holds(text_take(a, one, strlen(one), (enum text_kind)kind,
		    &two, &e) == OK && strcmp(one, two) == 0);
		text_mask_name(a, one);
		text_cut(a, one, 8);
		text_blank(one);
		numbers(a, one);
	}
	arena_free(a);
	free(text);
	return 0;
}
