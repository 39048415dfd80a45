/* SPDX-License-Identifier: ISC */
/*
 * import.h: taking in what export.h wrote.
 */
#ifndef IMPORT_H
#define IMPORT_H

#include <stdio.h>

#include "event.h"
#include "work.h"

struct import {
	FILE *in;
	const char *place;	/* what messages call it */
	/* So many by now; what is not OK ends it. */
	enum status (*told)(void *arg, int64_t rows, struct error *);
	void *arg;
	int64_t rows;
	struct chain chain;
	int there;		/* its journal was: nothing was written */
};

/*
 * Make the office what the export says, in one transaction.  Where it has as
 * many events already, and the head of its journal is the export's, nothing is
 * written; that can be told of what can be gone back in, by its last line alone.
 * REFUSED when it has other events, or when the export is of another office, or of a practice desk and this is a
 * real one, or the other way about.  MISREAD,
 * with its place, for whatever is not as it was written, and for a journal
 * that does not hold.
 */
enum status import_office(struct work *, struct import *, struct error *);

#endif
