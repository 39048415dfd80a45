/* SPDX-License-Identifier: ISC */
/*
 * form-show.c: what the form of log-call shows between its questions.
 */
#include <string.h>

#include "form-show.h"
#include "estate.h"
#include "text.h"

void
form_show(struct form *f, struct buf *parts)
{
	struct buf line = { 0 }, seen = { 0 };

	cli_parts(f->cli, parts->text, "    ", &line);
	text_visible(line.text, 1, &seen);
	fputs(seen.text, stderr);
	buf_free(&seen);
	buf_free(&line);
	buf_free(parts);
}

void
form_show_error(struct form *f, const struct error *e)
{
	struct error said = *e;
	struct buf b = { 0 };

	said.status = MISUSED;
	cli_message(f->cli, &said, &b);
	form_show(f, &b);
}

void
form_show_last(struct form *f)
{
	const struct last *l = &f->last;
	struct work *w = &f->cli->work;
	char when[CLOCK_ROOM];
	struct likes open;
	struct error ignored;
	struct buf b = { 0 };
	const struct category *c = category_find(w->desk, l->category);

	if (l->at == 0)
		return;
	buf_printf(&b, "%s  %s", l->phone ? text_mask_phone(w->arena,
	    l->phone) : "-", l->name);
	if (l->caller != 0)
		buf_printf(&b, "  %s", word_label(word_callers,
		    word_callers[l->caller - 1].code));
	if (l->room != NULL)
		buf_printf(&b, "  %s", room_spoken(w, l->room));
	buf_puts(&b, "  ");
	buf_printf(&b, _("last %s %s"), clock_sentence(l->at, w->now, when),
	    c != NULL ? label_of(&c->label) : l->category);
	if (l->result != 0)
		buf_printf(&b, _(", %s"), word_label(word_results,
		    word_results[l->result - 1].code));
	if (likeness_find(w, l->room, l->phone, NULL, NULL, &open,
	    &ignored) == OK) {
		buf_puts(&b, "  ");
		buf_printf(&b, _("open %lld"), (long long)open.total);
	}
	form_show(f, &b);
}

void
form_show_likes(struct form *f)
{
	struct work *w = &f->cli->work;

	for (size_t i = 0; i < f->likes.n; i++) {
		const struct like *l = &f->likes.list[i];
		struct buf b = { 0 };

		buf_puts(&b, l->how < LIKE_OPEN_ROOM ? _("like") : _("open"));
		buf_printf(&b, "  %zu) %s  %s  %s", i + 1, l->id,
		    room_spoken(w, l->room), text_cut(w->arena, l->content,
		    30));
		if (l->handler != NULL)
			buf_printf(&b, "  %s", holder_name(w, l->handler));
		buf_printf(&b, "  %s", word_label(word_states,
		    word_states[l->state - 1].code));
		form_show(f, &b);
	}
}

const char *
form_by(const struct form *f, const char *kind, char out[static CLOCK_ROOM])
{
	const struct work *w = &f->cli->work;

	return clock_sentence(w->now + owed_limit(w->desk,
	    owed_find(ticket_owes, kind)), w->now, out);
}

void
form_show_sentence(struct form *f)
{
	struct work *w = &f->cli->work;
	const struct department *d = department_find(w->roll,
	    f->who.department);
	const char *office = d != NULL ? label_of(&d->name) : "";
	const char *whom = f->who.holder == NULL ? office :
	    arena_printf(w->arena, "%s (%s)", holder_name(w, f->who.holder),
	    office);
	char when[CLOCK_ROOM];
	struct buf b = { 0 };

	if (f->call->ticket != NULL || f->how == DONE)
		return;
	clock_sentence(f->call->promise, w->now, when);
	if (f->how == OWED)
		buf_printf(&b, _("Tell the resident: \"We find out, and call "
		    "you back by %s.\""), form_by(f, "callback", when));
	else if (f->how == MINE)
		buf_printf(&b, _("Tell the resident: \"I see to it by %s, and "
		    "call you back then.\""), when);
	else if (f->call->promise != 0)
		buf_printf(&b, _("Tell the resident: \"%s has it, and is done "
		    "by %s; then we call you back.\""), whom, when);
	else
		buf_printf(&b, _("Tell the resident: \"%s has it; we call you "
		    "back when it is done.\""), whom);
	form_show(f, &b);
}
