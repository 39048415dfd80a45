/* SPDX-License-Identifier: ISC */
/*
 * ids: what is read from standard input, as lines or as JSON, gives ids, or a
 * place; and those ids, a line each, give the same again.
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "cli.h"
#include "fuzz.h"
#include "ticket.h"

static const struct command command = {
	.name = "assign", .record = &ticket_record,
};

/* Standard input is these bytes, and no terminal. */
static enum status
ids_of(struct cli *c, const char *bytes, size_t n, struct error *e)
{
	FILE *real = stdin;
	enum status status;

	*c = (struct cli){ .command = &command, .arena = arena_new() };
	stdin = n > 0 ? fmemopen((void *)(uintptr_t)bytes, n, "r") :
	    fopen("/dev/null", "re");
	holds(stdin != NULL);
	status = cli_ids(c, e);
	fclose(stdin);
	stdin = real;
	return status;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int null = -1;
	struct cli first, again;
	struct buf lines = { 0 };
	const char *id;
	struct error e;

	if (null < 0) {
		null = open("/dev/null", O_RDONLY | O_CLOEXEC);
		holds(null >= 0 && dup2(null, STDIN_FILENO) == 0);
	}
	if (ids_of(&first, (const char *)data, size, &e) == OK) {
		for (size_t i = 0; i < first.nids; i++) {
			holds(id_check(first.arena, NULL, first.ids[i], &id,
			    &e) == OK);
			buf_printf(&lines, "%s\n", first.ids[i]);
		}
		holds(ids_of(&again, lines.text, lines.len, &e) == OK);
		holds(first.nids == again.nids);
		for (size_t i = 0; i < again.nids; i++)
			holds(strcmp(first.ids[i], again.ids[i]) == 0);
		arena_free(again.arena);
	} else
		holds(e.text[0] != '\0');
	arena_free(first.arena);
	buf_free(&lines);
	return 0;
}
