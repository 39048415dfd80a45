/* SPDX-License-Identifier: ISC */
/*
 * sieve.c: a command, each time another piece of memory not there, until it
 * ends as it never did before.
 *
 *	sieve KNOWN STORE OUT ERR COMMAND [ARGUMENT...]
 *
 * Standard input has a number on each line: which piece, for fail.so, which is
 * to be preloaded.  An end is known when a file of the directory KNOWN has its
 * status on the first line and what it said behind that, when it printed
 * nothing, and left STORE and its log as they were.  At the first that is none
 * of these the number and the status are printed, its output is left in OUT
 * and ERR, and the numbers behind it in standard input for another run.
 * INPUT is what the command reads.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"

enum { MOST = 512 };

struct files {			/* the store and its log */
	struct stat db, log;
};

static struct files
look(const char *store)
{
	char log[4096];
	struct files f = { 0 };

	snprintf(log, sizeof(log), "%s-wal", store);
	if (stat(store, &f.db) != 0)
		die(store);
	stat(log, &f.log);
	return f;
}

static int
same_file(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino && a->st_size == b->st_size &&
	    a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static char *
whole_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char *text;

	if (fd < 0)
		die(path);
	text = child_said(fd);
	close(fd);
	return text;
}

static size_t
read_known(const char *dir, char *known[])
{
	char path[4096];
	struct dirent *d;
	DIR *all = opendir(dir);
	size_t n = 0;

	if (all == NULL)
		die(dir);
	while (n < MOST && (d = readdir(all)) != NULL) {
		snprintf(path, sizeof(path), "%s/%s", dir, d->d_name);
		if (d->d_name[0] != '.')
			known[n++] = whole_file(path);
	}
	closedir(all);
	return n;
}

/* A byte at a time: the rest is for others. */
static int
next(char line[static 32])
{
	size_t n = 0;

	while (n < 31 && read(STDIN_FILENO, line + n, 1) == 1) {
		if (line[n] == '\n') {
			line[n] = '\0';
			return 1;
		}
		n++;
	}
	return 0;
}

static void
leave(const char *path, const char *text)
{
	FILE *out = fopen(path, "we");

	if (out == NULL || fputs(text, out) == EOF || fclose(out) != 0)
		die(path);
}

static int
is_known(int status, const char *said, char *known[], size_t n)
{
	char *end;

	for (size_t i = 0; i < n; i++)
		if (strtol(known[i], &end, 10) == status && *end == '\n' &&
		    strcmp(end + 1, said) == 0)
			return 1;
	return 0;
}

int
main(int argc, char *argv[])
{
	const char *from = getenv("INPUT");
	char *known[MOST], *input, number[32];
	struct files before;
	struct child c;
	size_t n;

	if (argc < 6 || from == NULL) {
		fputs("usage: INPUT=FILE sieve KNOWN STORE OUT ERR "
		    "COMMAND [ARGUMENT...]\n", stderr);
		return 64;
	}
	input = whole_file(from);
	n = read_known(argv[1], known);
	before = look(argv[2]);
	child_open(&c);
	while (next(number)) {
		struct files after;
		char *out, *err;
		int status;

		setenv("FAIL_AT", number, 1);
		child_start(&c, (const char *const *)argv + 5, input);
		if (waitpid(c.pid, &status, 0) != c.pid)
			die("waitpid");
		status = WIFEXITED(status) ? WEXITSTATUS(status) :
		    128 + WTERMSIG(status);
		out = child_said(c.out);
		err = child_said(c.err);
		after = look(argv[2]);
		if (*out != '\0' || !same_file(&before.db, &after.db) ||
		    !same_file(&before.log, &after.log) ||
		    !is_known(status, err, known, n)) {
			leave(argv[3], out);
			leave(argv[4], err);
			printf("%s %d\n", number, status);
			return 0;
		}
		free(out);
		free(err);
	}
	return 0;
}
