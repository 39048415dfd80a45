/* SPDX-License-Identifier: ISC */
/*
 * intake-source.h: a stream cut into rows as they stand; what is in them is
 * not looked at, but for quotes in CSV.
 */
#ifndef INTAKE_SOURCE_H
#define INTAKE_SOURCE_H

#include <stdio.h>

#include "error.h"
#include "intake-row.h"

struct source {
	FILE *in;
	int csv;	/* rows end at line ends outside quotes only, and the
			 * last one needs none */

	/* Bytes read ahead: the row begins at `at' and is known to go on as
	 * far as `look', with so many lines and quotes in it. */
	char *data;
	size_t at, look, end, room;
	size_t line, lines, quotes;
	int ended, unread;	/* unread: the errno that ended it */

	char *text;		/* the room for a row's values */
	size_t text_room;
};

void	source_open(struct source *, FILE *, int csv);
void	source_close(struct source *);	/* the stream stays open */
/* The next row, good until the one after it; of no length at the end.  An
 * error is fatal unless row->fatal is still 0. */
enum status source_take(struct source *, struct row *);
/* The row just taken comes again next time. */
void	source_back(struct source *);

#endif
