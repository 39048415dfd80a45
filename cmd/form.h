/* SPDX-License-Identifier: ISC */
/*
 * form.h: log-call on a terminal, with nothing said: what it was is asked,
 * one thing after the other.
 */
#ifndef FORM_H
#define FORM_H

#include "cli.h"
#include "reception.h"

struct form;

/* Greet, and take what stood on the command line: that is not asked.  The
 * call came when this is called, unless it says otherwise. */
enum status form_open(struct cli *, struct call *, struct form **,
	    struct error *);
/* Ask for the rest.  REFUSED when they left it. */
enum status form_fill(struct form *, struct error *);
/* It could not be recorded: say why, and let form_fill() go on from what may
 * be at fault, with all answers as what Enter takes; 0 when none helps. */
int	form_again(struct form *, const struct error *);
/* All that was answered, for cli_digest(). */
const char *form_answers(const struct form *);

#endif
