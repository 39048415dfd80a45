/* SPDX-License-Identifier: ISC */
/* toy.h: an umbrella that the desk lends. */
#include "step.h"

struct toy_input {
	const char *what, *how;
};

extern const struct record toy_record;
enum status toy_lend(struct work *, const struct toy_input *, const char **id,
	    struct error *);
