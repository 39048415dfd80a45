/* SPDX-License-Identifier: ISC */
/*
 * storm: many writers on one desk, all at once, some of them killed.
 *
 *	storm [-l] [-c CHECKS] [-k KILLS] [-n JOBS] [-s SEED] [-w WRITERS]
 *	    [-x MOUNT] TOLD
 *
 * The desk is FRONTDESK_CONFIG's.  Each id that a command printed is added to
 * TOLD as soon as the command has ended, behind its request and a tab; a job
 * whose command was killed is done again, with its request, until it is told
 * or refused.  Writers stop after so many kills (-k) or so many jobs (-n), or
 * at SIGTERM.  -c: desk-check runs beside them after each so many kills.  -l:
 * calls only.  -x: after a while the power of the ext4 that is mounted there
 * is cut, its journal as it is; only what was told by then is in TOLD.
 *
 * What went wrong is printed, and last what was done.  The same seed tries
 * the same jobs and delays, not the same order of events.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "child.h"
#include "job.h"

#define EXT4_IOC_SHUTDOWN	_IOR('X', 125, uint32_t)

enum {
	MOST = 256, NOLOGFLUSH = 2, LONG = 60000000,
	MORNING = 1795421520	/* 2026-11-23 08:12, as the desk's clock has it */
};

struct storm {
	struct child child[MOST + 1];	/* the last one is desk-check's */
	struct job job[MOST];
	int struck[MOST];		/* it was killed */
	int again[MOST];		/* its job is not done yet */
	struct tickets tickets;
	uint64_t random;
	unsigned long seed, jobs, kills, writers, checks;	/* asked for */
	unsigned long begun, killed, checked, refused, told, wrong;
	int64_t usual, slowest;		/* microseconds a command takes */
	int calls, enough, file;
	const char *mount;
	int64_t kill_at, cut_at;
};

/* Each job a second after the one before. */
static void
set_clock(unsigned long n)
{
	time_t t = MORNING + (time_t)n;
	struct tm tm;
	char text[40];

	gmtime_r(&t, &tm);
	strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S+08:00", &tm);
	setenv("FRONTDESK_NOW", text, 1);
}

static void
start(struct storm *s, size_t i)
{
	struct job *j = &s->job[i];

	if (!s->again[i])
		job_make(j, &s->random, &s->tickets, s->calls, s->seed,
		    s->begun++);
	s->again[i] = 0;
	set_clock(s->begun);
	child_start(&s->child[i], j->argv, j->card);
	s->struck[i] = 0;
}

/* Whole lines are kept; what a kill left of one was never told. */
static unsigned long
keep(struct storm *s, const struct job *j, char *text)
{
	const char *request = j->request[0] != '\0' ? j->request : j->argv[0];
	unsigned long n = 0;
	char *line = text, *end;

	for (; (end = strchr(line, '\n')) != NULL; line = end + 1, n++) {
		*end = '\0';
		if (dprintf(s->file, "%s\t%s\n", request, line) < 0)
			die("TOLD");
		if (strcmp(j->argv[0], "log-call") == 0)
			job_add(&s->tickets, line);
	}
	return n;
}

static void
say_wrong(struct storm *s, const struct child *c, const char *name, int status)
{
	char *said = child_said(c->err);

	s->wrong++;
	printf("%s: status %#x: %s\n", name, (unsigned int)status, said);
	free(said);
}

static void
ended(struct storm *s, size_t i, int status)
{
	struct child *c = &s->child[i];
	struct job *j = &s->job[i];
	int64_t took = child_clock() - c->began;
	char *said = child_said(c->out);
	unsigned long lines = keep(s, j, said);

	free(said);
	s->told += lines;
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL &&
	    s->struck[i]) {
		s->killed++;
		s->again[i] = 1;
		return;
	}
	s->usual += (took - s->usual) / 16;
	if (took > s->slowest)
		s->slowest = took;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 1)
		s->refused++;
	else if (status != 0 || (lines == 0 && j->request[0] != '\0'))
		say_wrong(s, c, j->argv[0], status);
}

static void
reap(struct storm *s)
{
	struct child *c;
	int status;

	while ((c = child_ended(s->child, MOST + 1, &status)) != NULL) {
		if (c != &s->child[MOST])
			ended(s, (size_t)(c - s->child), status);
		else if (status != 0)
			say_wrong(s, c, "desk-check", status);
	}
}

/* What was told by now counts; then no more reaches the disk. */
static void
cut(struct storm *s)
{
	uint32_t how = NOLOGFLUSH;
	int dir = open(s->mount, O_RDONLY | O_DIRECTORY);

	for (size_t i = 0; i < s->writers; i++) {
		char *said;

		if (s->child[i].pid == 0)
			continue;
		said = child_said(s->child[i].out);
		s->told += keep(s, &s->job[i], said);
		free(said);
	}
	if (dir < 0 || ioctl(dir, EXT4_IOC_SHUTDOWN, &how) != 0)
		die(s->mount);
	for (size_t i = 0; i < s->writers; i++)
		if (s->child[i].pid != 0)
			kill(s->child[i].pid, SIGKILL);
	while (wait(NULL) > 0)
		continue;
}

/* Kills one of those that run, whichever: when to look again. */
static int64_t
strike(struct storm *s)
{
	int64_t now = child_clock(), next = now + LONG;
	size_t i = job_random(&s->random, (uint32_t)s->writers);

	if (s->killed < s->kills) {
		if (s->kill_at <= now) {
			for (size_t n = 0; n < s->writers &&
			    (s->child[i].pid == 0 || s->struck[i]); n++)
				i = (i + 1) % s->writers;
			if (s->child[i].pid != 0)
				kill(s->child[i].pid, SIGKILL);
			s->struck[i] = 1;
			s->kill_at = now + job_random(&s->random,
			    (uint32_t)s->usual / (uint32_t)s->writers + 1);
		}
		next = s->kill_at;
	}
	if (s->mount != NULL && s->cut_at < next)
		next = s->cut_at;
	return next;
}

/* How many run. */
static size_t
fill(struct storm *s)
{
	static const char *const check[] = { "desk-check", NULL };
	size_t running = 0;

	if ((s->kills > 0 && s->killed >= s->kills) ||
	    (s->jobs > 0 && s->begun >= s->jobs))
		s->enough = 1;
	for (size_t i = 0; i < s->writers; i++) {
		if (s->child[i].pid == 0 && (!s->enough || s->again[i]) &&
		    (s->again[i] || s->jobs == 0 || s->begun < s->jobs)) {
			start(s, i);
			strike(s);
		}
		running += s->child[i].pid != 0;
	}
	if (s->checks > 0 && s->child[MOST].pid == 0 &&
	    s->killed / s->checks > s->checked) {
		s->checked++;
		child_start(&s->child[MOST], check, "");
	}
	return running + (s->child[MOST].pid != 0);
}

static void
weather(struct storm *s)
{
	while (fill(s) > 0) {
		s->enough |= child_wait(strike(s));
		if (s->mount != NULL && child_clock() >= s->cut_at) {
			cut(s);
			return;
		}
		reap(s);
	}
}

/* Tickets of a storm before this one; the clock goes on behind them. */
static void
go_on(struct storm *s)
{
	char line[256], id[ID];
	FILE *told = fdopen(dup(s->file), "r");

	if (told == NULL)
		die("TOLD");
	while (fgets(line, sizeof(line), told) != NULL)
		if (sscanf(line, "log-call-%*s\t%23[^\n]", id) == 1)
			job_add(&s->tickets, id);
	fclose(told);
	s->begun = 10 * s->tickets.n;
	if (s->jobs > 0)
		s->jobs += s->begun;
}

static void
take_options(struct storm *s, int argc, char **argv)
{
	int option;

	while ((option = getopt(argc, argv, "lc:k:n:s:w:x:")) != -1) {
		unsigned long n = optarg != NULL ? strtoul(optarg, NULL, 10) : 0;

		switch (option) {
		case 'l': s->calls = 1; break;
		case 'c': s->checks = n; break;
		case 'k': s->kills = n; break;
		case 'n': s->jobs = n; break;
		case 's': s->seed = n; break;
		case 'w': s->writers = n; break;
		case 'x': s->mount = optarg; break;
		default: exit(64);
		}
	}
	if (optind != argc - 1 || s->writers < 1 || s->writers > MOST)
		exit(64);
	s->random = s->seed * 0x9e3779b97f4a7c15U | 1;
	s->file = open(argv[optind], O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC,
	    0600);
	if (s->file < 0)
		die(argv[optind]);
	go_on(s);
}

int
main(int argc, char **argv)
{
	struct storm *s = calloc(1, sizeof(*s));
	sigset_t set;
	int wrong;

	if (s == NULL)
		die("storm");
	s->writers = 16;
	s->seed = 1;
	s->usual = 20000;
	take_options(s, argc, argv);
	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	child_open(&s->child[MOST]);
	for (size_t i = 0; i < s->writers; i++)
		child_open(&s->child[i]);
	s->cut_at = child_clock() + 20000 + job_random(&s->random, 100000);
	weather(s);
	printf("%lu killed, %lu jobs, %lu lines told, %lu refused, %lu checked,"
	    " %lu wrong, the slowest took %" PRId64 " ms\n", s->killed,
	    s->begun, s->told, s->refused, s->checked, s->wrong,
	    s->slowest / 1000);
	wrong = s->wrong != 0;
	free(s);
	return wrong;
}
