/* SPDX-License-Identifier: ISC */
/*
 * estate.h: where things are: rooms that exist, and places by name.
 */
#ifndef ESTATE_H
#define ESTATE_H

#include "work.h"

/*
 * What is stored for a room or place that was typed: 3-2-501, or the name of
 * a place.  REFUSED with the range or the nearest place when there is none
 * such; anything goes where the configuration lists no buildings.
 */
enum status room_need(const struct work *, const char *typed,
	    const char **room, struct error *);
/* As it is written in lists: 3-2-501; and as it is said: 3栋2单元501. */
const char *room_spoken(const struct work *, const char *room);

/* How many homes the configured buildings have. */
int64_t	estate_homes(const struct desk *);

#endif
