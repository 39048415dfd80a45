/* SPDX-License-Identifier: ISC */
/*
 * spool.h: standard input that can be read again, as a transaction may have
 * to run again.
 */
#ifndef SPOOL_H
#define SPOOL_H

#include <stdio.h>
#include <sys/types.h>

#include "error.h"

struct spool {
	FILE *from;		/* standard input, or what was kept of it */
	off_t begins;
};

/* A file stays what it is; what can be read but once is kept in another,
 * which has no name. */
enum status spool_open(struct spool *, struct error *);
enum status spool_rewind(const struct spool *, struct error *);
void	spool_close(struct spool *);

#endif
