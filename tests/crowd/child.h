/* SPDX-License-Identifier: ISC */
/*
 * child.h: commands that run beside each other, and what each said.  Whatever
 * is wrong with the machine itself ends the program with 70.
 */
#ifndef CHILD_H
#define CHILD_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* A place for one command at a time.  What it reads and writes are files in
 * memory: what it wrote is there whatever became of it. */
struct child {
	pid_t pid;		/* 0: none runs */
	int in, out, err;
	int64_t began;		/* microseconds of child_clock() */
};

void child_open(struct child *);

/* argv ends with NULL; signals are as usual for the command. */
void child_start(struct child *, const char *const *argv, const char *input);

/* Waits until one has ended, until that time of the clock at most, or for
 * SIGTERM; those have to be blocked.  1: SIGTERM came. */
int child_wait(int64_t until);

/* One that has ended, of so many, or NULL; its status is that of waitpid(). */
struct child *child_ended(struct child *, size_t n, int *status);

/* What a command has written to ->out or ->err so far; the caller frees it. */
char *child_said(int file);

int64_t child_clock(void);
_Noreturn void die(const char *what);

#endif
