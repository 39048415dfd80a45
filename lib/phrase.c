/* SPDX-License-Identifier: ISC */
/*
 * phrase.c: what is not said to residents.
 */
#include "phrase.h"
#include "text.h"

const struct phrase *
phrase_find(const struct desk *d, const char *text)
{
	for (size_t i = 0; text != NULL && i < d->nphrases; i++)
		if (text_has(text, d->phrases[i].words))
			return &d->phrases[i];
	return NULL;
}

enum status
phrase_refuse(const struct desk *d, const char *text, struct error *e)
{
	const struct phrase *p = phrase_find(d, text);

	if (p == NULL)
		return OK;
	fail(e, REFUSED, "F4.7", _("\"%s\" is not said to residents"),
	    p->words);
	return p->instead == NULL ? REFUSED :
	    advise(e, _("Say instead: %s"), p->instead);
}
