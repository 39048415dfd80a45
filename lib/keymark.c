/* SPDX-License-Identifier: ISC */
/*
 * keymark.c: keys that are lost, withdrawn, or have another lock (E4).
 */
#include <string.h>

#include "cabinet.h"
#include "keymark.h"

/* A key that hung in the cabinet until now. */
static enum status
mark_hung(struct work *w, const struct cabinet *c, const struct hook *h,
    const char *step, struct loan_input *in, struct loan *l,
    struct error *e)
{
	const struct step *s = step_find(&loan_record,
	    strcmp(step, "lose") == 0 ? "miss" : step);

	if (s->from != 0) {
		fail(e, REFUSED, "E4", _("%s is in the cabinet"), h->unit);
		return advise(e, _("Where each key is: list keys"));
	}
	if (hook_obstacle(c, h) != NULL)
		return hook_refuse(w, hook_obstacle(c, h), e);
	memset(l, 0, sizeof(*l));
	cabinet_take_off(w, c, h, l);
	l->first_responder = w->actor;
	l->opened = w->now;
	return step_take(w, &loan_record, s, l, NULL, in, w->now, e);
}

enum status
key_mark(struct work *w, const char *typed, const char *step,
    struct loan_input *in, struct loan *l, struct error *e)
{
	const struct hook *h;
	struct cabinet c;
	struct pick p;
	const char *id;

	if (id_check(w->arena, w->office, typed, &id, e) == OK)
		return step_by_id(w, &loan_record, step, id, l, in, e);
	memset(l, 0, sizeof(*l));
	if (step_may(w, &loan_record, step_find(&loan_record, step), l, e) !=
	    OK || cabinet_load(w, &c, e) != OK)
		return e->status;
	if (cabinet_loan(&c, typed) != NULL && strcmp(step, "withdraw") != 0)
		return step_by_id(w, &loan_record, step,
		    cabinet_loan(&c, typed)->base.id, l, in, e);
	if (cabinet_find_one(w, typed, &p, e) != OK)
		return e->status;
	for (h = c.hooks; !hook_picked(h, &p); h++)
		;
	if (h->loan == NULL)
		return mark_hung(w, &c, h, step, in, l, e);
	if (strcmp(step, "withdraw") == 0)
		return hook_refuse(w, h, e);
	return step_by_id(w, &loan_record, step, h->loan->base.id, l, in, e);
}
