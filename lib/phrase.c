/* SPDX-License-Identifier: ISC */
/*
 * phrase.c: what is not said to residents.
 */
#include <ctype.h>
#include <string.h>

#include "phrase.h"
#include "text.h"

/* Between Latin letters, as after folding, a word ends. */
static int
is_joint(char before, char after)
{
	return !isalnum((unsigned char)before) ||
	    !isalnum((unsigned char)after);
}

/* Folded, but for one blank between Latin words: within Chinese blanks mean
 * nothing, but who says "I know a youngster" says no "no way". */
static void
fold_words(const char *text, struct buf *out)
{
	static const char blanks[] = " \t\n";
	struct buf word = { 0 }, one = { 0 };
	size_t n;

	for (; *(text += strspn(text, blanks)) != '\0'; text += n) {
		n = strcspn(text, blanks);
		buf_add(&word, text, n);
		text_fold(word.text, &one);
		if (out->len > 0 && one.len > 0 &&
		    !is_joint(out->text[out->len - 1], one.text[0]))
			buf_putc(out, ' ');
		buf_puts(out, one.len > 0 ? one.text : "");
		buf_clear(&word);
		buf_clear(&one);
	}
	buf_free(&word);
	buf_free(&one);
}

static int
has_words(const struct buf *text, const char *words)
{
	struct buf w = { 0 };
	const char *at = NULL;

	fold_words(words, &w);
	if (text->len > 0 && w.len > 0)
		at = strstr(text->text, w.text);
	while (at != NULL && ((at > text->text && !is_joint(at[-1], *at)) ||
	    !is_joint(at[w.len - 1], at[w.len])))
		at = strstr(at + 1, w.text);
	buf_free(&w);
	return at != NULL;
}

const struct phrase *
phrase_find(const struct desk *d, const char *text)
{
	const struct phrase *found = NULL;
	struct buf folded = { 0 };

	if (text != NULL)
		fold_words(text, &folded);
	for (size_t i = 0; found == NULL && i < d->nphrases; i++)
		if (has_words(&folded, d->phrases[i].words))
			found = &d->phrases[i];
	buf_free(&folded);
	return found;
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
