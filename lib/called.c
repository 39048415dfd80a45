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

/* How many names a thing has at most. */
static size_t
count(const struct named *v)
{
	return 5 + (v->also != NULL ? strlen(v->also) / 2 + 1 : 0);
}

static void
put(const char **names, size_t *k, const char *name)
{
	if (name != NULL)
		names[(*k)++] = name;
}

static void
put_all(struct arena *arena, const char **names, size_t *k,
    const struct named *v)
{
	size_t n;

	put(names, k, v->code);
	put(names, k, v->name->chinese);
	put(names, k, v->name->english);
	put(names, k, v->brief != NULL ? v->brief->chinese : NULL);
	put(names, k, v->brief != NULL ? v->brief->english : NULL);
	for (const char *p = v->also; p != NULL && *p != '\0'; p += n) {
		p += strspn(p, " ");
		n = strcspn(p, " ");
		if (n > 0)
			put(names, k, arena_slice(arena, p, n));
	}
}

static const char *
nearest(struct arena *arena, const struct called *l, const char *typed)
{
	const char **names;
	size_t n = 1, k = 0;

	for (size_t i = 0; i < l->n; i++)
		n += count(&l->v[i]);
	names = arena_alloc(arena, n * sizeof(*names));
	for (size_t i = 0; i < l->n; i++)
		put_all(arena, names, &k, &l->v[i]);
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

int
called_any(const struct called *l, const char *typed)
{
	for (size_t i = 0; i < l->n; i++)
		if (is_called(&l->v[i], typed))
			return 1;
	return 0;
}

const char *
called_after(const char *typed, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(typed, prefix, n) == 0 ? typed + n : NULL;
}
