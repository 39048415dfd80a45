/* SPDX-License-Identifier: ISC */
/*
 * offices.h: reading several offices of one store, one after the other.
 *
 * Each is read by queries of its own.  Of another office only the rows are
 * here: what it has configured is not, so codes stand where names are not
 * known, and times are in the zone of one's own.
 */
#ifndef OFFICES_H
#define OFFICES_H

#include "cli.h"

#define ALL_OFFICES "all"	/* no code of one: those are in capitals */

struct office {
	const char *code;
	const struct desk *desk;	/* of another: with no categories, */
	const struct roll *roll;	/* nobody, */
	const struct firms *firms;	/* and none of these; of one's own */
	const struct keys *keys;	/* NULL until somebody asks */
};

/*
 * Those that --office asks for, as c->offices; one's own without it.
 * FORBIDDEN to who may not read others, REFUSED for one that the store does
 * not hold.  c->work is about one's own until it is turned.
 */
enum status offices_open(struct cli *, struct error *);
/* From now on c->work is about this one of them. */
void	offices_turn(struct cli *, size_t i);
/* The same for the office that an id names: DH:T261123-0007; where it names
 * none that is read, one's own, or the only one. */
void	offices_turn_to(struct cli *, const char *id);

#endif
