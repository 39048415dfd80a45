/* SPDX-License-Identifier: ISC */
/*
 * job.h: what the writers of a storm do: calls are logged, handed on, taken
 * on, finished, keys lent and taken back, and the ladder looked at.
 */
#ifndef JOB_H
#define JOB_H

#include <stdint.h>

enum { WORDS = 24, RECENT = 256, ID = 24 };

/* Tickets that were told, the last of them, for the steps to come. */
struct tickets {
	char id[RECENT][ID];
	unsigned int n;		/* all there ever were */
};

/* One run of a command, a card's number its input; after a kill the same is
 * done again. */
struct job {
	const char *argv[WORDS];
	char request[48];	/* empty: the ladder's, that needs none */
	char ticket[ID], room[16], phone[16], key[8], card[16];
};

/* A seeded number below n. */
uint32_t job_random(uint64_t *state, uint32_t n);

void job_add(struct tickets *, const char *id);

/* The number-th job of the seed; calls: it is another call. */
void job_make(struct job *, uint64_t *random, const struct tickets *,
    int calls, unsigned long seed, unsigned long number);

#endif
