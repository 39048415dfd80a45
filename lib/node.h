/* SPDX-License-Identifier: ISC */
/*
 * node.h: keys, lists and texts as a tree that knows where each stood.
 */
#ifndef NODE_H
#define NODE_H

#include <stddef.h>

#include "mistake.h"

enum { NODE_DEPTH = 16, NODE_TEXTS = 100000 };

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
	enum node_kind kind;
	int quoted;		/* so that it is a text and nothing else */
	unsigned line, column;	/* from 1; columns count characters */
	const struct node *next;
	const struct node *first;	/* of a list its items; of a map key,
					 * value, key, value, ... */
	char text[];		/* NFC, without blanks at both ends */
};

/* The value of a key, the first if it is there twice; an item from 0; NULL
 * where there is none, or where the node is NULL or of another kind. */
const struct node *node_get(const struct node *map, const char *key);
const struct node *node_item(const struct node *list, size_t i);
size_t	node_count(const struct node *);
/* Leave a mistake at the place of a node. */
void	node_refuse(const struct node *, const char *says, struct mistakes *);

/*
 * A tree being built, in the arena of its mistakes; it starts zeroed but for
 * these.  Nothing, "" and ~ without quotes are a text of "".  What is refused
 * (16 levels, 100,000 texts, a key that is no text, a text that is none)
 * leaves a mistake and returns 0; the tree is of no use then.
 */
struct tree {
	struct mistakes *mistakes;
	struct node *root;
	int depth, texts;
	struct {
		struct node *node;
		const struct node **tail;	/* where its next child goes */
		int value;			/* of a map: a value is due */
	} open[NODE_DEPTH];
};

int	tree_open(struct tree *, enum node_kind, unsigned line,
	    unsigned column);
void	tree_close(struct tree *);
int	tree_text(struct tree *, unsigned line, unsigned column,
	    const char *text, size_t len, int quoted);
/* The same for text that is known to hold node_plain() characters only and
 * no blanks at its ends. */
int	tree_plain(struct tree *, unsigned line, unsigned column,
	    const char *text, size_t len, int quoted);

/* The bytes of the character at text that needs no look at all: it is
 * printable, NFC and combines with nothing; 0 for any other. */
size_t	node_plain(const char *text, size_t len);

#endif
