/* SPDX-License-Identifier: ISC */
/*
 * called.c: finding a thing by what people call it.
 */
#include <string.h>

#include "called.h"
#include "text.h"

struct called
called_new(struct arena *arena, size_t room)
{
	return (struct called){ arena_alloc(arena,
	    (room + 1) * sizeof(struct named)), 0 };
}

static int
is_called(const struct named *v, const char *typed)
{
	const char *names[5] = { v->code, v->name->english, v->name->chinese,
		v->brief ? v->brief->english : NULL,
		v->brief ? v->brief->chinese : NULL };

	for (int i = 0; i < 5; i++)
		if (names[i] != NULL && text_same(names[i], typed))
			return 1;
	return text_among(v->also, typed);
}

static const char *
nearest(struct arena *arena, const struct called *l, const char *typed)
{
	const char **names = arena_alloc(arena,
	    (5 * l->n + 1) * sizeof(*names));
	size_t k = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct named *v = &l->v[i];

		names[k++] = v->code;
		if (v->name->chinese != NULL)
			names[k++] = v->name->chinese;
		if (v->name->english != NULL)
			names[k++] = v->name->english;
		if (v->brief != NULL && v->brief->chinese != NULL)
			names[k++] = v->brief->chinese;
		if (v->brief != NULL && v->brief->english != NULL)
			names[k++] = v->brief->english;
	}
	return text_nearest(typed, names);
}

enum status
called_find(struct arena *arena, const struct called *l, const char *typed,
    size_t *out, struct error *e)
{
	const char *near;
	size_t found = l->n;

	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].code, typed) == 0) {
			*out = i;
			return OK;
		}
	for (size_t i = 0; i < l->n; i++) {
		if (!is_called(&l->v[i], typed))
			continue;
		if (found < l->n) {
			fail(e, REFUSED, NULL, _("\"%s\" may be %s or %s"),
			    typed, l->v[found].code, l->v[i].code);
			return advise(e, _("Write one of these instead"));
		}
		found = i;
	}
	*out = found;
	if (found < l->n)
		return OK;
	near = nearest(arena, l, typed);
	fail(e, REFUSED, NULL, _("nobody and nothing is called \"%s\""), typed);
	return near == NULL ? REFUSED : advise(e, _("Did you mean %s?"), near);
}

const char *
called_after(const char *typed, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(typed, prefix, n) == 0 ? typed + n : NULL;
}
