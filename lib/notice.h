/* SPDX-License-Identifier: ISC */
/*
 * notice.h: messages owed to people, written with the event that owes them.
 */
#ifndef NOTICE_H
#define NOTICE_H

#include "work.h"

/*
 * Tell a person what the last event of this run was about; message is a code
 * that says why.  Once for each event and person: a second call does nothing,
 * nor does one for nobody (NULL) or for a contractor, who has no login.
 */
enum status notice_add(struct work *, const char *recipient,
	    const char *message, const char *record, struct error *);

#endif
