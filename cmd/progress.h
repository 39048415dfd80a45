/* SPDX-License-Identifier: ISC */
/*
 * progress.h: a long run: a line on the terminal that says how far it is, and
 * an end, with nothing done, when it is interrupted.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <signal.h>

#include "cli.h"

struct progress {
	const struct cli *cli;
	FILE *from;		/* what is read; NULL: of a size not known */
	off_t begins, size;
	int seen;		/* somebody sees the line */
	int64_t began, drawn;	/* ms; when it was drawn last */
	int64_t rows;		/* those that it says */
	int width;		/* what there is to wipe away */
	int held;
	sigset_t before;
};

/* It was all zeros; begun again it goes on. */
void	progress_begin(struct progress *, const struct cli *, FILE *from);
/* From here to progress_over() an interrupt waits until progress_told() asks
 * for it: not for where a read or a write may take for ever. */
void	progress_hold(struct progress *);
/* So many by now.  To be called with a struct progress each hundred rows or
 * so; REFUSED when it was interrupted. */
enum status progress_told(void *progress, int64_t rows, struct error *);
/* The line goes away.  An interrupt that nobody asked for came too late. */
void	progress_over(struct progress *);

#endif
