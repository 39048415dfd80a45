/* SPDX-License-Identifier: ISC */
/*
 * spool.c: standard input that can be read again.
 */
#include <errno.h>
#include <string.h>

#include "spool.h"

enum status
spool_open(struct spool *s, struct error *e)
{
	char part[1 << 16];
	size_t n;

	s->from = stdin;
	s->begins = ftello(stdin);
	if (s->begins >= 0)
		return OK;
	s->begins = 0;
	s->from = tmpfile();
	while (s->from != NULL && (n = fread(part, 1, sizeof(part),
	    stdin)) > 0)
		fwrite(part, 1, n, s->from);
	if (s->from != NULL && !ferror(stdin) && fflush(s->from) == 0)
		return OK;
	fail(e, BROKEN, NULL, _("what was read could not be kept: %s"),
	    strerror(errno));
	spool_close(s);
	return e->status;
}

enum status
spool_rewind(const struct spool *s, struct error *e)
{
	if (fseeko(s->from, s->begins, SEEK_SET) == 0)
		return OK;
	return fail(e, BROKEN, NULL, "%s: %s", _("standard input"),
	    strerror(errno));
}

void
spool_close(struct spool *s)
{
	if (s->from != NULL && s->from != stdin)
		fclose(s->from);
	s->from = NULL;
}
