/* SPDX-License-Identifier: ISC */
/*
 * turns.c: run several programs in turn, A B C A B C, and print the median of
 * each from spawning to its end.
 *
 *	turns [-m] ROUNDS A... -- B... -- C...
 *
 * An argument @ID stands for the round: T261123-0001 in the first; one that
 * begins with < and comes first is the file to stand behind standard input.
 * FRONTDESK_NOW=2026-11-23T08:12:00+08:00 is a second later in each round, as
 * calls do not come at one moment.  What is left to be written is, before the
 * next is spawned: each waits for its own bytes alone.
 *
 * Prints microseconds, one line for each program, in their order.  -m: the
 * first round counts, and the most memory that one took, in KiB, comes behind.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WARM_UP = 5, MOST = 16 };

extern char **environ;

static double
now_us(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec * 1e6 + (double)ts.tv_nsec / 1e3;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static _Noreturn void
fail(const char *what)
{
	fprintf(stderr, "turns: %s\n", what);
	exit(1);
}

static double
time_one(char **argv, long *kib)
{
	struct rusage used;
	posix_spawn_file_actions_t actions;
	const char *input = **argv == '<' ? *argv++ + 1 : "/dev/null";
	double began;
	int status;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input,
	    O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
	    O_WRONLY, 0);
	sync();
	began = now_us();
	if (posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ) != 0 ||
	    wait4(pid, &status, 0, &used) != pid || status != 0)
		fail(argv[0]);
	began = now_us() - began;
	if (used.ru_maxrss > *kib)
		*kib = used.ru_maxrss;
	posix_spawn_file_actions_destroy(&actions);
	return began;
}

/* The clock of a practice desk, so many seconds later. */
static void
set_clock(const char *start, int later)
{
	enum { CLOCK = sizeof("2026-11-23T") - 1 };
	char now[64];
	int hour, minute, second;

	if (start == NULL)
		return;
	if (strlen(start) < CLOCK + 8 || strlen(start) >= sizeof(now) ||
	    sscanf(start + CLOCK, "%2d:%2d:%2d", &hour, &minute, &second) != 3)
		fail("FRONTDESK_NOW is not 2026-11-23T08:12:00+08:00");
	second += later + 60 * (minute + 60 * hour);
	snprintf(now, sizeof(now), "%.*s%02d:%02d:%02d%s", CLOCK, start,
	    second / 3600 % 24, second / 60 % 60, second % 60, start + CLOCK +
	    8);
	setenv("FRONTDESK_NOW", now, 1);
}

/* The arguments with @ID filled in. */
static double
turn(char **argv, int round, long *kib)
{
	char id[32], *copy[64];
	int n = 0;

	snprintf(id, sizeof(id), "T261123-%04d", round + 1);
	for (; argv[n] != NULL && n < 63; n++)
		copy[n] = strcmp(argv[n], "@ID") == 0 ? id : argv[n];
	copy[n] = NULL;
	return time_one(copy, kib);
}

static void
run_all(char **programs[], int n, int first, int rounds, double *times[],
    long kib[])
{
	const char *now = getenv("FRONTDESK_NOW");
	char *start = now == NULL ? NULL : strdup(now);

	for (int round = first; round < rounds; round++) {
		set_clock(start, round - first);
		for (int i = 0; i < n; i++) {
			double us = turn(programs[i], round - first, &kib[i]);

			if (round >= 0)
				times[i][round] = us;
		}
	}
	free(start);
}

int
main(int argc, char *argv[])
{
	int with_memory = argc > 1 && strcmp(argv[1], "-m") == 0;
	char **programs[MOST];
	double *times[MOST];
	long kib[MOST] = { 0 };
	int rounds, n = 0;

	argv += with_memory;
	argc -= with_memory;
	rounds = argc > 2 ? atoi(argv[1]) : 0;
	if (rounds < 1)
		fail("usage: turns [-m] ROUNDS A... -- B... -- C...");
	programs[n++] = argv + 2;
	for (int i = 3; i < argc; i++)
		if (strcmp(argv[i], "--") == 0 && n < MOST) {
			argv[i] = NULL;
			programs[n++] = argv + i + 1;
		}
	for (int i = 0; i < n; i++) {
		times[i] = calloc((size_t)rounds, sizeof(double));
		if (times[i] == NULL)
			fail("no memory");
	}
	run_all(programs, n, with_memory ? 0 : -WARM_UP, rounds, times, kib);
	for (int i = 0; i < n; i++) {
		qsort(times[i], (size_t)rounds, sizeof(double), by_size);
		printf("%.0f", times[i][rounds / 2]);
		if (with_memory)
			printf(" %ld", kib[i]);
		putchar('\n');
		free(times[i]);
	}
	return 0;
}
