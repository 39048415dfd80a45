/* SPDX-License-Identifier: ISC */
/*
 * moving.c: what desk-export and desk-import do the same way.
 */
#include "moving.h"
#include "who.h"

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
