/* SPDX-License-Identifier: ISC */
/*
 * race: lend-key many times at once, round after round: of those who want one
 * key with a card each (`key'), or eight keys with one card (`card'), exactly
 * one gets it, and all others are told who has it (E4).
 *
 *	race key|card ROUNDS
 *
 * The desk is FRONTDESK_CONFIG's, where no key was ever lent.  For one key
 * there are 64 in the first of ten rounds and eight in the others.  Every line
 * printed is what went wrong; the last says how many rounds there were.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "child.h"

enum { FEW = 8, MANY = 64, TEXT = 160 };

static const char *const keys[FEW] = {
	"GG-1", "GG-2", "GG-4", "PD-1", "PD-2", "RD-1", "SB-1/1", "TT-1/1"
};

struct race {
	struct child child[MANY];
	int status[MANY];
	char input[MANY][32], name[MANY][16], phone[MANY][16];
	int card;		/* one card for all */
};

/* The Nth number of a resident identity card: the last digit is what
 * GB 11643 makes it. */
static void
card_number(unsigned int n, char text[32])
{
	static const unsigned int weights[] = {
		7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
	};
	unsigned int sum = 0;

	snprintf(text, 32, "11010119900307%03u", n);
	for (size_t i = 0; i < 17; i++)
		sum += (unsigned int)(text[i] - '0') * weights[i];
	snprintf(text + 17, 32 - 17, "%c\n", "10X98765432"[sum % 11]);
}

static const char *
key_of(const struct race *r, int i)
{
	return r->card ? keys[i] : "PD-1";
}

/* All at once, until all have ended. */
static void
run(struct race *r, int n)
{
	struct child *c;
	int status, left = n;

	for (int i = 0; i < n; i++) {
		const char *argv[] = { "lend-key", "--as", "chenzhuguan",
		    "--db-wait", "60", key_of(r, i), "-t", r->name[i], "-p",
		    r->phone[i], NULL };

		child_start(&r->child[i], argv, r->input[i]);
	}
	while (left > 0) {
		child_wait(child_clock() + 1000000);
		while ((c = child_ended(r->child, MANY, &status)) != NULL) {
			r->status[c - r->child] = status;
			left--;
		}
	}
}

/* 0: as it must be with this winner. */
static int
differs(struct race *r, int i, int winner)
{
	char wanted[TEXT] = "", *said;
	int differ;

	if (i != winner && r->card)
		snprintf(wanted, TEXT, "lend-key: not lent: this card (ending"
		    " 0011) has %s already (E4). Take that back first:"
		    " return-key %s\n", keys[winner], keys[winner]);
	else if (i != winner)
		snprintf(wanted, TEXT, "lend-key: not lent: PD-1 is lent to %s"
		    " since today 08:12 (E4). Take it back first: return-key"
		    " PD-1\n", r->name[winner]);
	said = child_said(r->child[i].err);
	differ = strcmp(said, wanted) != 0 || r->status[i] !=
	    (i == winner ? 0 : 1 << 8);
	if (differ)
		printf("%s ended with %#x: %s\n", r->name[i],
		    (unsigned int)r->status[i], said);
	free(said);
	return differ;
}

/* The output of a command that has to succeed. */
static char *
output(struct race *r, const char *const *argv)
{
	struct child *c = &r->child[0];
	int status;

	child_start(c, argv, "");
	while (child_ended(c, 1, &status) == NULL)
		child_wait(child_clock() + 1000000);
	if (status != 0)
		die(argv[0]);
	return child_said(c->out);
}

static int
round_of(struct race *r, int n)
{
	const char *back[] = { "return-key", "--as", "chenzhuguan", NULL,
	    NULL };
	int winner = -1, winners = 0, wrong = 0;

	run(r, n);
	for (int i = 0; i < n; i++) {
		if (r->status[i] == 0) {
			winner = i;
			winners++;
		}
	}
	if (winners != 1) {
		printf("%d got it\n", winners);
		return 1;
	}
	for (int i = 0; i < n; i++)
		wrong |= differs(r, i, winner);
	back[3] = key_of(r, winner);
	free(output(r, back));
	return wrong;
}

static int
loans(struct race *r)
{
	static const char *const list[] = {
		"list", "loans", "--all", "-o", "id", NULL
	};
	char *said = output(r, list);
	int n = 0;

	for (const char *p = said; (p = strchr(p, '\n')) != NULL; p++)
		n++;
	free(said);
	return n;
}

int
main(int argc, char **argv)
{
	struct race *r;
	int rounds, wrong = 0, n;
	sigset_t set;

	if (argc != 3)
		return 64;
	r = calloc(1, sizeof(*r));
	if (r == NULL)
		die("race");
	r->card = strcmp(argv[1], "card") == 0;
	rounds = atoi(argv[2]);
	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	for (unsigned int i = 0; i < MANY; i++) {
		child_open(&r->child[i]);
		card_number(r->card ? 1 : i, r->input[i]);
		snprintf(r->name[i], sizeof(r->name[i]), "Borrower%u", i);
		snprintf(r->phone[i], sizeof(r->phone[i]), "138%08u", 1000 + i);
	}
	for (int i = 0; i < rounds; i++)
		wrong += round_of(r, r->card || i % 10 > 0 ? FEW : MANY);
	if ((n = loans(r)) != rounds) {
		printf("there are %d loans\n", n);
		wrong++;
	}
	free(r);
	printf("%d rounds, %d went wrong\n", rounds, wrong);
	return wrong != 0;
}
