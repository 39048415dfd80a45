/* SPDX-License-Identifier: ISC */
/*
 * label.c: what a thing is called in both languages.
 */
#include <stddef.h>

#include "error.h"
#include "label.h"

const char *
label_of(const struct label *l)
{
	const char *first = in_chinese() ? l->chinese : l->english;

	if (first != NULL)
		return first;
	return in_chinese() ? l->english : l->chinese;
}
