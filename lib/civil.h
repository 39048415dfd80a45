/* SPDX-License-Identifier: ISC */
/*
 * civil.h: the office's calendar: moments taken apart and put together.
 *
 * The zone is that of $TZ at each call, which clock_zone() sets.
 */
#ifndef CIVIL_H
#define CIVIL_H

#include <stdint.h>
#include <time.h>

/* The parts of a moment, in ms since 1970. */
struct tm civil(int64_t at);
/* The number of a day, for differences; mday and mon may be out of range. */
int64_t	civil_days(const struct tm *);
/* That clock time of that day, the first where the clocks go back to it; 0
 * when the calendar or the clocks that day have no such one. */
int64_t	civil_at(const struct tm *);
/* The first moment of the day n days after that one: 0:00, except where the
 * clocks skip it. */
int64_t	civil_midnight(const struct tm *, int n);

#endif
