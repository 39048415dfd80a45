/* SPDX-License-Identifier: ISC */
/*
 * keymark.h: keys that are lost, withdrawn, or have another lock (E4).
 */
#ifndef KEYMARK_H
#define KEYMARK_H

#include "loan.h"

/*
 * A key that is named by its tag, or by the id of its loan, is lost ("lose"),
 * withdrawn ("withdraw"), or its lock was changed ("change_lock"), in a
 * transaction.  It comes back by the step "return".
 */
enum status key_mark(struct work *, const char *typed, const char *step,
	    struct loan_input *, struct loan *, struct error *);

#endif
