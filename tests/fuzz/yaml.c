/* SPDX-License-Identifier: ISC */
/*
 * yaml: where the quick reader reads a file, libyaml reads the same of it; a
 * mistake has a place in the file.
 */
#include <stdio.h>

#include "fuzz.h"
#include "plain.h"
#include "yamlfile.h"

static void
write_tree(const struct node *n, struct buf *out)
{
	if (n == NULL)
		return;
	buf_printf(out, "%c%u:%u%s", "tlm"[n->kind], n->line, n->column,
	    n->quoted ? "q" : "");
	if (n->kind == NODE_TEXT)
		buf_printf(out, "\"%s\"", n->text);
	buf_putc(out, '(');
	for (const struct node *k = n->first; n->kind != NODE_TEXT &&
	    k != NULL; k = k->next)
		write_tree(k, out);
	buf_putc(out, ')');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct mistakes quick = { .arena = a, .file = "f" },
	    slow = { .arena = a, .file = "f" };
	struct tree tree = { .mistakes = &quick };
	struct buf one = { 0 }, two = { 0 }, lines = { 0 };
	char *text = as_text(data, size), *behind;
	const struct node *root;

	/* A comment with a TAB is not for the quick reader, and no news. */
	behind = malloc(size + 3);
	holds(behind != NULL);
	memcpy(behind, text, size);
	memcpy(behind + size, "#\t\n", 3);
	if (size > 0 && text[size - 1] == '\n' &&
	    plain_read(text, size, &tree)) {
		root = yamlfile_parse(behind, size + 3, &slow);
		holds(quick.count == 0 && slow.count == 0);
		write_tree(tree.root, &one);
		write_tree(root, &two);
		holds(one.len == two.len && (one.len == 0 ||
		    memcmp(one.text, two.text, one.len) == 0));
	} else {
		yamlfile_parse(text, size, &slow);
		mistake_lines(&slow, &lines);
		holds(slow.count == 0 || lines.len > 0);
	}
	buf_free(&one);
	buf_free(&two);
	buf_free(&lines);
	free(behind);
	free(text);
	arena_free(a);
	return 0;
}
