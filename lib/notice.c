/* SPDX-License-Identifier: ISC */
/*
 * notice.c: messages owed to people.
 */
#include <string.h>

#include "notice.h"

enum status
notice_add(struct work *w, const char *recipient, const char *message,
    const char *record, struct error *e)
{
	static const char sql[] = "INSERT INTO notice (office, seq, "
	    "recipient, message, record, not_before, tries) "
	    "VALUES ($1, $2, $3, $4, $5, $6, 0) "
	    "ON CONFLICT (office, seq, recipient) DO NOTHING";

	if (recipient == NULL || strncmp(recipient, "firm:", 5) == 0)
		return OK;
	return store_run(w->store, sql, VALUES(v_text(w->office),
	    v_number(w->seq), v_text(recipient), v_text(message),
	    v_text(record), v_number(w->now)), NULL, e);
}
