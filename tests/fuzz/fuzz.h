/* SPDX-License-Identifier: ISC */
/*
 * fuzz.h: what a target of the fuzzer gives, and how it says that something
 * does not hold.
 *
 * Linked with libFuzzer (make fuzz) it gets made-up inputs; linked with
 * replay.c the files of its corpus.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
holds(int condition)
{
	if (!condition)
		abort();
}

/* The input as a text that ends; without its first NUL and what follows. */
static inline char *
as_text(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1);

	holds(text != NULL);
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	return text;
}

#endif
