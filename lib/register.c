/* SPDX-License-Identifier: ISC */
/*
 * register.c: the book of calls, visits and letters (F4.5: 三来登记本).
 */
#include "estate.h"
#include "figures.h"
#include "listing.h"
#include "staff.h"
#include "who.h"
#include "text.h"

static const struct section book = {
	.name = "register", .title = NULL,
	.columns = { "id", "at", "channel", "kind", "room", "caller", "name",
		"phone", "content", "disposition", "told_department",
		"first_responder", "state" },
	.headings = { N_("Id"), N_("Time"), N_("Channel"), N_("Kind"),
		N_("Room"), N_("Caller"), N_("Name"), N_("Telephone"),
		N_("Matter"), N_("Disposition"), N_("Department told"),
		N_("First responder"), N_("State") },
	.text = 8, .spare = -1,
};

static struct cell
word_cell(struct work *w, const struct word *words, struct query *q, int i)
{
	const char *code = arena_copy(w->arena, query_text(q, i));

	return cell_text(code, word_label(words, code));
}

static void
put_row(struct work *w, struct query *q, const struct sheet *s)
{
	const char *text[13];
	const struct department *d;
	char when[CLOCK_ROOM];
	struct cell c[13];

	for (int i = 0; i < 13; i++)
		text[i] = i == 1 ? NULL : arena_copy(w->arena,
		    query_text(q, i));
	c[0] = cell_text(id_told(w, text[0]), NULL);
	c[1] = cell_time(query_number(q, 1), arena_copy(w->arena,
	    clock_people(query_number(q, 1), w->now, when)));
	c[2] = word_cell(w, word_channels, q, 2);
	c[3] = word_cell(w, word_kinds, q, 3);
	c[4] = cell_text(text[4], NULL);
	c[5] = word_cell(w, word_callers, q, 5);
	c[6] = cell_text(text[6] ? text_mask_name(w->arena, text[6]) : NULL,
	    NULL);
	c[7] = cell_text(text[7] ? text_mask_phone(w->arena, text[7]) : NULL,
	    NULL);
	c[8] = cell_text(text[8], NULL);
	c[9] = word_cell(w, word_dispositions, q, 9);
	d = department_find(w->roll, text[10]);
	c[10] = cell_text(text[10], d ? label_of(&d->name) : text[10]);
	c[11] = cell_text(text[11], holder_name(w, text[11]));
	c[12] = word_cell(w, word_states, q, 12);
	s->row(&book, c, 0, s->arg);
}

enum status
figure_register(struct work *w, const struct period *p,
    const struct sheet *s, struct error *e)
{
	static const char sql[] = "SELECT CASE WHEN c.no = 1 THEN c.ticket "
	    "ELSE c.ticket || '/' || CAST(c.no AS TEXT) END, c.at, c.channel, "
	    "t.kind, c.room, c.caller, c.name, c.phone, c.content, "
	    "c.disposition, c.told_department, c.first_responder, t.state "
	    "FROM " PERIOD_CONTACTS("ticket, no, at, channel, room, caller, "
	    "name, phone, content, disposition, told_department, "
	    "first_responder") "JOIN ticket t ON t.office = $1 AND "
	    "t.id = c.ticket ORDER BY c.at, c.ticket, c.no";
	struct query *q;
	int row;

	s->section(&book, s->arg);
	if (store_walk(w->store, sql, sql, period_contacts(w, p), &q, e) != OK)
		return e->status;
	for (;;) {
		if (query_next(q, &row, e) != OK)
			return e->status;
		if (!row)
			return OK;
		put_row(w, q, s);
	}
}
