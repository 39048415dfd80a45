/* SPDX-License-Identifier: ISC */
/*
 * plain.h: reading the plain files of every day quickly.
 *
 * Reading its configuration with libyaml would cost a command a tenth of its
 * time.  Files written line by line, as ours are, need little of YAML; they
 * are read here, to the same tree, and all others by libyaml, which is also
 * the one that says what is wrong.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include <stddef.h>

#include "node.h"

/*
 * 1: read, and libyaml would have read the same.  0: there is something in
 * the text that is not known here (quotes with escapes, values of several
 * lines, ...) or wrong; the tree is of no use, and no mistake was left.
 */
int	plain_read(const char *text, size_t len, struct tree *);

#endif
