/* SPDX-License-Identifier: ISC */
/*
 * queue.h: the line that writers of one file stand in: first come, first
 * served, by the kernel's own queue for file locks.
 */
#ifndef QUEUE_H
#define QUEUE_H

#include <stdint.h>

#include "error.h"

/*
 * Wait for the lock file of path (path.lock) for at most wait ms.  *fd is -1
 * the first time and stays open for the next.  BUSY when waited in vain.
 */
enum status queue_enter(int *fd, const char *path, int64_t wait,
	    struct error *);
void	queue_leave(int fd);

#endif
