/* SPDX-License-Identifier: ISC */
/*
 * child.c: start, wait for and read the output of many commands.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "child.h"

_Noreturn void
die(const char *what)
{
	perror(what);
	exit(70);
}

int64_t
child_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

void
child_open(struct child *c)
{
	int *files[] = { &c->in, &c->out, &c->err };

	c->pid = 0;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		*files[i] = memfd_create("child", MFD_CLOEXEC);
		if (*files[i] < 0)
			die("memfd_create");
	}
}

static void
empty(int file)
{
	if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0)
		die("ftruncate");
}

void
child_start(struct child *c, const char *const *argv, const char *input)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	sigset_t none;
	size_t n = strlen(input);
	int error;

	empty(c->in);
	empty(c->out);
	empty(c->err);
	if (pwrite(c->in, input, n, 0) != (ssize_t)n)
		die("pwrite");
	sigemptyset(&none);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigmask(&attr, &none);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, c->in, 0);
	posix_spawn_file_actions_adddup2(&files, c->out, 1);
	posix_spawn_file_actions_adddup2(&files, c->err, 2);
	c->began = child_clock();
	error = posix_spawnp(&c->pid, argv[0], &files, &attr,
	    (char *const *)(uintptr_t)argv, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attr);
	if (error != 0) {
		errno = error;
		die(argv[0]);
	}
}

int
child_wait(int64_t until)
{
	int64_t left = until - child_clock();
	struct timespec t;
	sigset_t set;

	if (left < 0)
		left = 0;
	t.tv_sec = left / 1000000;
	t.tv_nsec = left % 1000000 * 1000;
	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigaddset(&set, SIGTERM);
	return sigtimedwait(&set, NULL, &t) == SIGTERM;
}

struct child *
child_ended(struct child *c, size_t n, int *status)
{
	pid_t pid = waitpid(-1, status, WNOHANG);

	for (size_t i = 0; pid > 0 && i < n; i++) {
		if (c[i].pid == pid) {
			c[i].pid = 0;
			return &c[i];
		}
	}
	return NULL;
}

char *
child_said(int file)
{
	off_t size = lseek(file, 0, SEEK_END);
	char *text = size < 0 ? NULL : malloc((size_t)size + 1);
	ssize_t n = text == NULL ? -1 : pread(file, text, (size_t)size, 0);

	if (n < 0)
		die("pread");
	text[n] = '\0';
	return text;
}
