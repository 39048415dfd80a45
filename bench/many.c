/* SPDX-License-Identifier: ISC */
/*
 * many.c: so many at once, each of them running a command so many times.
 *
 *	many WRITERS TIMES COMMAND [ARGUMENT...]
 *
 * Prints how many ran in a second, the slowest in milliseconds, and how many
 * failed.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

struct writer {		/* what it found, where its parent sees it */
	double slowest;
	int failed;
};

static double
now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec * 1e3 + (double)ts.tv_nsec / 1e6;
}

static _Noreturn void
fail(const char *what)
{
	fprintf(stderr, "many: %s\n", what);
	exit(1);
}

static void
run(char **argv, int times, struct writer *w)
{
	posix_spawn_file_actions_t actions;
	int status;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
	    O_WRONLY, 0);
	while (times-- > 0) {
		double took = now_ms();

		if (posix_spawnp(&pid, argv[0], &actions, NULL, argv,
		    environ) != 0 || waitpid(pid, &status, 0) != pid ||
		    status != 0)
			w->failed++;
		took = now_ms() - took;
		if (took > w->slowest)
			w->slowest = took;
	}
	posix_spawn_file_actions_destroy(&actions);
}

int
main(int argc, char *argv[])
{
	int writers = argc > 3 ? atoi(argv[1]) : 0, times, failed = 0;
	double began, slowest = 0;
	struct writer *all;

	if (writers < 1 || (times = atoi(argv[2])) < 1)
		fail("usage: many WRITERS TIMES COMMAND [ARGUMENT...]");
	all = mmap(NULL, (size_t)writers * sizeof(*all), PROT_READ |
	    PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (all == MAP_FAILED)
		fail("no memory");
	began = now_ms();
	for (int i = 0; i < writers; i++)
		switch (fork()) {
		case -1:
			fail("no process");
		case 0:
			run(argv + 3, times, &all[i]);
			_exit(0);
		}
	while (wait(NULL) > 0)
		;
	began = now_ms() - began;
	for (int i = 0; i < writers; i++) {
		failed += all[i].failed;
		if (all[i].slowest > slowest)
			slowest = all[i].slowest;
	}
	printf("%.0f %.0f %d\n", writers * times / began * 1e3, slowest,
	    failed);
	return 0;
}
