/* SPDX-License-Identifier: ISC */
/*
 * turns.c: run several programs in turn, A B C A B C, and print the median of
 * each from spawning to its end.
 *
 *	turns ROUNDS A... -- B... -- C...
 *
 * An argument @ID stands for the round: T261123-0001 in the first; one that
 * begins with < and comes first is the file to stand behind standard input.
 * Prints microseconds, one line for each program, in their order.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
time_one(char **argv)
{
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
	began = now_us();
	if (posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ) != 0 ||
	    waitpid(pid, &status, 0) != pid || status != 0)
		fail(argv[0]);
	began = now_us() - began;
	posix_spawn_file_actions_destroy(&actions);
	return began;
}

/* The arguments with @ID filled in. */
static double
turn(char **argv, int round)
{
	char id[32], *copy[64];
	int n = 0;

	snprintf(id, sizeof(id), "T261123-%04d", round + 1);
	for (; argv[n] != NULL && n < 63; n++)
		copy[n] = strcmp(argv[n], "@ID") == 0 ? id : argv[n];
	copy[n] = NULL;
	return time_one(copy);
}

int
main(int argc, char *argv[])
{
	char **programs[MOST];
	double *times[MOST];
	int rounds = argc > 2 ? atoi(argv[1]) : 0, n = 0;

	if (rounds < 1)
		fail("usage: turns ROUNDS A... -- B... -- C...");
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
	for (int round = -WARM_UP; round < rounds; round++)
		for (int i = 0; i < n; i++) {
			double us = turn(programs[i], round + WARM_UP);

			if (round >= 0)
				times[i][round] = us;
		}
	for (int i = 0; i < n; i++) {
		qsort(times[i], (size_t)rounds, sizeof(double), by_size);
		printf("%.0f\n", times[i][rounds / 2]);
		free(times[i]);
	}
	return 0;
}
