/* SPDX-License-Identifier: ISC */
/*
 * queue.c: the line that writers of one file stand in.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "clock.h"
#include "queue.h"
#include "xalloc.h"

/* The lock goes to whoever has waited longest in the kernel, so the wait is
 * one that blocks and is not broken off.  The alarm rings when the time is
 * up, and again and again lest that ring come before the wait begins. */
enum { RING_MS = 50 };

static enum status
open_file(int *fd, const char *path, struct error *e)
{
	size_t room = strlen(path) + sizeof(".lock");
	char *name = xcalloc(1, room);
	struct stat sb;

	snprintf(name, room, "%s.lock", path);
	*fd = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
	if (*fd < 0)
		fail(e, MISCONFIGURED, NULL, "%s: %s", name, strerror(errno));
	else if (fstat(*fd, &sb) == 0 && (sb.st_mode & 0777) != 0660)
		(void)!fchmod(*fd, 0660);	/* the maker's umask */
	free(name);
	return *fd < 0 ? e->status : OK;
}

static void
ring(int signal)
{
	(void)signal;
}

static enum status
wait_for(int fd, int64_t wait, struct error *e)
{
	const struct itimerval rings = {	/* again, then first */
		{ 0, RING_MS * 1000 }, { (time_t)(wait / SECOND),
		(suseconds_t)(wait % SECOND * 1000) }
	};
	const struct itimerval never = { { 0, 0 }, { 0, 0 } };
	struct sigaction old, new = { .sa_handler = ring };
	sigset_t alarm, masked;
	int64_t until = clock_steady() + wait;
	int rc = -1;

	sigemptyset(&new.sa_mask);
	sigaction(SIGALRM, &new, &old);
	sigemptyset(&alarm);
	sigaddset(&alarm, SIGALRM);
	sigprocmask(SIG_UNBLOCK, &alarm, &masked);
	setitimer(ITIMER_REAL, &rings, NULL);
	errno = EINTR;
	while (rc != 0 && errno == EINTR && clock_steady() < until)
		rc = flock(fd, LOCK_EX);
	setitimer(ITIMER_REAL, &never, NULL);
	sigprocmask(SIG_SETMASK, &masked, NULL);
	sigaction(SIGALRM, &old, NULL);
	if (rc == 0)
		return OK;
	if (errno != EINTR)
		return fail(e, BROKEN, NULL, _("the store cannot be locked: %s"),
		    strerror(errno));
	return fail(e, BUSY, NULL, _("waited %lld s, and others were still "
	    "writing"), (long long)(wait / SECOND));
}

enum status
queue_enter(int *fd, const char *path, int64_t wait, struct error *e)
{
	if (*fd < 0 && open_file(fd, path, e) != OK)
		return e->status;
	if (flock(*fd, LOCK_EX | LOCK_NB) == 0)
		return OK;
	if (errno != EWOULDBLOCK && errno != EINTR)
		return fail(e, BROKEN, NULL, _("the store cannot be locked: %s"),
		    strerror(errno));
	return wait_for(*fd, wait, e);
}

void
queue_leave(int fd)
{
	if (fd >= 0)
		flock(fd, LOCK_UN);
}
