/* SPDX-License-Identifier: ISC */
/*
 * heartbeat.h: the record of the scans themselves, so that a cron that has
 * stopped shows.
 */
#ifndef HEARTBEAT_H
#define HEARTBEAT_H

#include "clock.h"
#include "work.h"

/* A scan has ended.  Quiet ones only lengthen the last row, unsynced. */
enum status heartbeat(struct work *, int64_t fired, int64_t skipped,
	    struct error *);
/* For how long no scan has come, when that is longer than it should be; 0
 * otherwise, -1 where there was none ever. */
enum status heartbeat_silence(struct work *, int64_t *ms, struct error *);

#endif
