/* SPDX-License-Identifier: ISC */
/*
 * sieve.c: a command, each time another piece of memory not there, until it
 * ends as it never did before.
 *
 *	sieve KNOWN STORE OUT ERR COMMAND [ARGUMENT...]
 *
 * Standard input has a number on each line: which piece, for fail.so, which is
 * to be preloaded.  An end is known when a file of the directory KNOWN has its
 * status and how many bytes it printed on the first line, then what it printed,
 * then what it said,
 * and STORE and its log are as they were, or its directory where it was not
 * there.  At the first that is not known its
 * number and status are printed, its output is left in OUT and ERR, and the
 * numbers behind it in standard input, for another run.  The environment has
 * INPUT, the file that the command reads, and may have MADE: an end that leaves
 * that file is never known.
 */
#include <dirent.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"

enum { MOST = 512, NUMBER_ROOM = 24 };

struct files {			/* the store and its log */
	struct stat db, log;
};

static struct files
look(const char *store)
{
	char log[4096];
	struct files f = { 0 };

	snprintf(log, sizeof(log), "%s-wal", store);
	if (stat(store, &f.db) == 0) {
		stat(log, &f.log);
		return f;
	}
	snprintf(log, sizeof(log), "%s", store);
	if (stat(dirname(log), &f.db) != 0)
		die(store);
	return f;
}

static int
same_file(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino && a->st_size == b->st_size &&
	    a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static int
untouched(const struct files *before, const char *store)
{
	const char *made = getenv("MADE");
	struct files now = look(store);

	if (made != NULL && *made != '\0' && access(made, F_OK) == 0)
		return 0;
	return same_file(&before->db, &now.db) &&
	    same_file(&before->log, &now.log);
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
next(char line[static NUMBER_ROOM])
{
	size_t n = 0;

	while (n < NUMBER_ROOM - 1 && read(STDIN_FILENO, line + n, 1) == 1) {
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
is_known(int status, const char *out, const char *err, char *known[],
    size_t n)
{
	size_t len = strlen(out);
	char *end;

	for (size_t i = 0; i < n; i++)
		if (strtol(known[i], &end, 10) == status &&
		    strtoul(end, &end, 10) == len && *end++ == '\n' &&
		    strncmp(end, out, len) == 0 &&
		    strcmp(end + len, err) == 0)
			return 1;
	return 0;
}

static int
status_of(const struct child *c)
{
	int status;

	if (waitpid(c->pid, &status, 0) != c->pid)
		die("waitpid");
	return WIFEXITED(status) ? WEXITSTATUS(status) :
	    128 + WTERMSIG(status);
}

int
main(int argc, char *argv[])
{
	const char *from = getenv("INPUT");
	char *known[MOST], *input, number[NUMBER_ROOM];
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
		char *out, *err;
		int status;

		setenv("FAIL_AT", number, 1);
		child_start(&c, (const char *const *)argv + 5, input);
		status = status_of(&c);
		out = child_said(c.out);
		err = child_said(c.err);
		if (!untouched(&before, argv[2]) ||
		    !is_known(status, out, err, known, n)) {
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
