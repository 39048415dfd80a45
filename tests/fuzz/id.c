/* SPDX-License-Identifier: ISC */
/*
 * id: an id taken apart is one that is taken as it stands.
 */
#include "fuzz.h"
#include "id.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = as_text(data, size);
	const char *id, *again;
	struct arena *a = arena_new();
	struct error e;

	if (id_check(a, NULL, text, &id, &e) == OK) {
		holds(id_check(a, "DH", id, &again, &e) == OK);
		holds(strcmp(id, again) == 0);
	}
	id_check(a, "DH", text, &id, &e);
	arena_free(a);
	free(text);
	return 0;
}
