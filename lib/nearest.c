/* SPDX-License-Identifier: ISC */
/*
 * nearest.c: the word that was probably meant.
 */
#include <string.h>

#include "rune.h"
#include "text.h"

enum { LONGEST = 48, FARTHEST = 3 };

/* A word folded, as characters; one that is too long has len 0. */
struct runes {
	size_t len;
	int32_t rune[LONGEST];
};

static void
runes_of(const char *word, struct runes *out)
{
	struct buf folded = { 0 };
	size_t i;

	out->len = 0;
	text_fold(word, &folded);
	for (i = 0; i < folded.len; ) {
		if (out->len == LONGEST) {
			out->len = 0;
			break;
		}
		i += rune_next(folded.text + i, folded.len - i,
		    &out->rune[out->len++]);
	}
	buf_free(&folded);
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Characters to put in, take out, replace, or swap with their neighbour. */
static size_t
distance(const struct runes *a, const struct runes *b)
{
	size_t row[3][LONGEST + 1], i, j, best;
	size_t *before = row[0], *above = row[1], *here = row[2], *spare;

	for (j = 0; j <= b->len; j++)
		here[j] = j;
	for (i = 1; i <= a->len; i++) {
		spare = before;
		before = above;
		above = here;
		here = spare;
		here[0] = i;
		for (j = 1; j <= b->len; j++) {
			best = above[j - 1] +
			    (a->rune[i - 1] != b->rune[j - 1]);
			best = least(best, above[j] + 1);
			best = least(best, here[j - 1] + 1);
			if (i > 1 && j > 1 &&
			    a->rune[i - 1] == b->rune[j - 2] &&
			    a->rune[i - 2] == b->rune[j - 1])
				best = least(best, before[j - 2] + 1);
			here[j] = best;
		}
	}
	return here[b->len];
}

const char *
text_nearest(const char *typed, const char *const *words)
{
	const char *nearest = NULL;
	struct runes mine, theirs;
	size_t limit, far;

	runes_of(typed, &mine);
	limit = least(mine.len < 3 ? 1 : mine.len / 3, FARTHEST);
	for (; *words != NULL; words++) {
		runes_of(*words, &theirs);
		if (mine.len == 0 || theirs.len == 0)
			continue;
		far = distance(&mine, &theirs);
		/* a word with no character in common is not near */
		if (far > limit || (far >= mine.len && far >= theirs.len))
			continue;
		nearest = *words;
		if (far == 0)
			break;
		limit = far - 1;
	}
	return nearest;
}

enum status
text_suggest(struct error *e, const char *typed, const char *const *words)
{
	const char *near = text_nearest(typed, words);
	struct buf all = { 0 };

	if (near != NULL)
		return advise(e, _("Did you mean %s?"), near);
	for (; *words != NULL; words++)
		buf_printf(&all, "%s%s", all.len ? " " : "", *words);
	advise(e, _("There are: %s"), all.text ? all.text : "");
	buf_free(&all);
	return e->status;
}
