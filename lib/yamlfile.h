/* SPDX-License-Identifier: ISC */
/*
 * yamlfile.h: reading a YAML file into a tree of nodes.
 *
 * One document of keys, lists and texts is read, in UTF-8, up to 1 MB.
 * Anchors, aliases and tags are refused, so that what stands in the file is
 * what is meant and no short file makes a large tree; so are TABs outside
 * comments.  What the values mean is for decode.h.
 */
#ifndef YAMLFILE_H
#define YAMLFILE_H

#include <stddef.h>

#include "error.h"
#include "mistake.h"
#include "node.h"

enum { YAMLFILE_BYTES = 1 << 20 };

/* The tree, in the arena of the mistakes; NULL after a mistake. */
const struct node *yamlfile_parse(const char *text, size_t len,
	    struct mistakes *);
/* The same from a file.  MISCONFIGURED for one that cannot be read; a file
 * with mistakes in it is OK with a *root of NULL. */
enum status yamlfile_load(const char *path, struct mistakes *,
	    const struct node **root, struct error *);

#endif
