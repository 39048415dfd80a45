/* SPDX-License-Identifier: ISC */
/*
 * pace.c: how far a long run is: rows, how many a second, and when all of
 * what is read will have been.
 */
#include <inttypes.h>
#include <stdio.h>

#include "clock.h"
#include "pace.h"

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
pace_text(const struct pace *p, struct buf *out)
{
	struct buf rows = { 0 }, rate = { 0 };
	char shown[CLOCK_ROOM];
	int64_t left = 0;

	put_grouped(p->rows, &rows);
	buf_printf(out, _("%s rows"), rows.text);
	if (p->ms > 0) {
		put_grouped((int64_t)((double)p->rows * 1000 /
		    (double)p->ms), &rate);
		buf_printf(out, _(", %s a second"), rate.text);
	}
	if (p->bytes > 0 && p->bytes < p->size)
		left = (int64_t)((double)p->ms / (double)p->bytes *
		    (double)(p->size - p->bytes));
	if (left >= SECOND)
		buf_printf(out, _(", %s to go"), clock_length(left, shown));
	buf_free(&rows);
	buf_free(&rate);
}
