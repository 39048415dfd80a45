/* SPDX-License-Identifier: ISC */
/*
 * job.c: a day's work at a desk, at random.
 */
#include <stdio.h>
#include <string.h>

#include "job.h"

enum { WAYS = 9, HUNDRED = 100 };

/* Words in capitals are filled in. */
static const struct way {
	unsigned int share;	/* of a hundred */
	const char *argv[14];
} ways[WAYS] = {
	{ 24, { "log-call", "-k", "complaint", "-n", "Zhang", "-p",
	  "PHONE", "-r", "ROOM", "-g", "noise", "noise again" } },
	{ 14, { "log-call", "-k", "request", "-n", "Li", "-p", "PHONE",
	  "-r", "ROOM", "-g", "noise", "somebody is to come" } },
	{ 18, { "assign", "--to", "ligong", "TICKET" } },
	{ 14, { "accept", "TICKET" } },
	{ 9, { "follow-up", "--text", "asked after it", "TICKET" } },
	{ 9, { "resolve", "--text", "they are quiet now", "TICKET" } },
	{ 5, { "lend-key", "--id-type", "passport", "-t", "ligong", "KEY" } },
	{ 4, { "return-key", "KEY" } },
	{ 3, { "escalate", "--overdue" } },
};

/* xorshift64*: the same from the same seed on every machine. */
uint32_t
job_random(uint64_t *state, uint32_t n)
{
	uint64_t x = *state;

	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	*state = x;
	return (uint32_t)((x * 0x2545f4914f6cdd1dU >> 32) % n);
}

void
job_add(struct tickets *t, const char *id)
{
	snprintf(t->id[t->n++ % RECENT], ID, "%s", id);
}

static const char *
filled(const struct job *j, const char *word)
{
	if (strcmp(word, "PHONE") == 0)
		return j->phone;
	if (strcmp(word, "ROOM") == 0)
		return j->room;
	if (strcmp(word, "KEY") == 0)
		return j->key;
	if (strcmp(word, "TICKET") == 0)
		return j->ticket;
	return word;
}

static const struct way *
choose(uint64_t *random, int calls)
{
	uint32_t share = calls ? 0 : job_random(random, HUNDRED);
	const struct way *w = ways;

	while (share >= w->share)
		share -= w++->share;
	return w;
}

/* Rooms that there are in buildings 1 to 4. */
static void
fill(struct job *j, uint64_t *random, const struct tickets *t)
{
	static const char *const keys[] = { "GG-1", "GG-2", "PD-1", "PD-2" };
	uint32_t recent = t->n < RECENT ? t->n : RECENT;

	snprintf(j->room, sizeof(j->room), "%u-%u-%u01",
	    (unsigned int)job_random(random, 4) + 1,
	    (unsigned int)job_random(random, 4) + 1,
	    (unsigned int)job_random(random, 33) + 1);
	snprintf(j->phone, sizeof(j->phone), "138%08u",
	    (unsigned int)job_random(random, 100000000));
	snprintf(j->key, sizeof(j->key), "%s", keys[job_random(random, 4)]);
	snprintf(j->card, sizeof(j->card), "AB000000%u\n",
	    (unsigned int)job_random(random, 8));
	if (recent > 0)
		snprintf(j->ticket, sizeof(j->ticket), "%s",
		    t->id[job_random(random, recent)]);
}

void
job_make(struct job *j, uint64_t *random, const struct tickets *t, int calls,
    unsigned long seed, unsigned long number)
{
	const struct way *w = choose(random, calls || t->n == 0);
	int n = 0;

	*j = (struct job){ 0 };
	fill(j, random, t);
	for (; w->argv[n] != NULL; n++)
		j->argv[n] = filled(j, w->argv[n]);
	j->argv[n++] = "--db-wait";
	j->argv[n++] = "60";
	if (strcmp(w->argv[0], "escalate") == 0)
		return;
	snprintf(j->request, sizeof(j->request), "%s-%lu-%lu", w->argv[0],
	    seed, number);
	j->argv[n++] = "--request-id";
	j->argv[n] = j->request;
}
