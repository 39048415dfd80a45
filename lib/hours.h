/* SPDX-License-Identifier: ISC */
/*
 * hours.h: a clock time as people write it, in either language.
 */
#ifndef HOURS_H
#define HOURS_H

struct hours {
	int given;		/* a clock time was there: hour to ms hold */
	int hour;		/* 0 to 24 when hours_right() */
	int minute, second, ms;
	int part;		/* 上午: a part of the day was there */
	int either;		/* 3点: may be 03:00 or 15:00 */
	int zone;		/* an offset was there */
	int offset;		/* minutes east of UTC */
};

/* Takes 18:00, 9:32:09, 10点半, 下午3点一刻, and 下午 alone, from the front
 * of *p, which scan_fold() has folded; with an offset after it where
 * `with_zone'.  0 when there is no clock time. */
int	hours_read(const char **p, int with_zone, struct hours *);
/* Whether a clock shows that time; 24:00 is the end of a day. */
int	hours_right(const struct hours *);

#endif
