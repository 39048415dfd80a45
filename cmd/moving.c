/* SPDX-License-Identifier: ISC */
/*
 * moving.c: what desk-export and desk-import do the same way.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "moving.h"
#include "who.h"

enum { EVERY = 10000, LINE = 60 };

enum status
moving_allowed(struct cli *c, struct error *e)
{
	unsigned may = ROLE_MANAGER | ROLE_SYSTEM;
	struct buf roles = { 0 };

	if (c->work.roles & may)
		return OK;
	roles_shown(may, &roles);
	fail(e, FORBIDDEN, NULL, _("only these may: %s"), roles.text);
	buf_free(&roles);
	return advise(e, _("Ask %s"), holder_name(&c->work,
	    c->work.desk->manager));
}

/* 120,000 */
static void
put_grouped(int64_t n, struct buf *out)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%" PRId64, n);

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			buf_putc(out, ',');
		buf_putc(out, digits[i]);
	}
}

void
moving_told(void *moving, int64_t rows)
{
	struct moving *m = moving;
	struct buf n = { 0 };

	if (rows - m->shown < EVERY)
		return;
	m->shown = rows;
	put_grouped(rows, &n);
	fprintf(stderr, "\r%s: ", m->cli->command->name);
	fprintf(stderr, _("%s rows"), n.text);
	buf_free(&n);
}

void
moving_over(const struct moving *m)
{
	if (m->shown > 0)
		fprintf(stderr, "\r%*s\r", LINE, "");
}
