/* SPDX-License-Identifier: ISC */
/*
 * report: figures of the day and the month, and the registers.
 */
#include <string.h>

#include "cli.h"
#include "figures.h"
#include "offices.h"
#include "sheets.h"
#include "tally.h"
#include "who.h"
#include "table.h"
#include "text.h"

enum { FIGURES_MOST = 16 };

struct args {
	int64_t date, since, until;
	int explain;
};

static const struct field fields[] = {
	{ FIELD(args, date, "date", T_TIME), .when = WHEN_DATE,
	  .arg = N_("DAY"), .help = N_("of that day (today)") },
	{ FIELD(args, since, "since", T_TIME), .when = WHEN_SINCE,
	  .arg = N_("TIME"), .help = N_("from then on") },
	{ FIELD(args, until, "until", T_TIME), .when = WHEN_UNTIL,
	  .arg = N_("TIME"), .help = N_("until then") },
	{ FIELD(args, explain, "explain", T_FLAG),
	  .help = N_("what its rates count and leave out") },
	{ 0 }
};

static const struct table args_table = {
	"report", sizeof(struct args), fields
};

static const struct figure *
wanted(const struct cli *c)
{
	return figure_find(c->options.noperands ? c->options.operands[0] :
	    "daily");
}

static enum status
check_office(struct cli *c, struct error *e)
{
	if (c->options.values.office == NULL || !wanted(c)->at_home)
		return OK;
	fail(e, MISUSED, NULL, _("%s have no --%s"), wanted(c)->name,
	    "office");
	return advise(e, _("Leave it out"));
}

static enum status
check(struct cli *c, struct error *e)
{
	const struct args *a = c->values;
	const char *names[FIGURES_MOST], *what;
	int n = 0;

	if (a->date != 0 && (a->since != 0 || a->until != 0)) {
		fail(e, MISUSED, NULL, _("--date and --since or --until "
		    "exclude each other"));
		return advise(e, _("Leave one of them out"));
	}
	if (c->options.noperands <= 1 && wanted(c) != NULL)
		return check_office(c, e);
	what = c->options.operands[c->options.noperands > 1];
	for (const struct figure *f = figures; f->name != NULL &&
	    n < FIGURES_MOST - 1; f++)
		names[n++] = f->name;
	names[n] = NULL;
	fail(e, MISUSED, NULL, _("there is no report \"%s\""), what);
	return text_suggest(e, what, names);
}

/* One piece of the title, behind the others where there is room. */
static void
put_piece(struct buf *piece, int width, int *at)
{
	struct buf shown = { 0 };
	int needs;

	text_visible(piece->text, 0, &shown);
	needs = (int)text_width(shown.text);
	if (*at > 0 && *at + 2 + needs > width)
		*at = -2;
	if (*at != 0)
		fputs(*at > 0 ? "  " : "\n", stdout);
	fputs(shown.text, stdout);
	buf_free(&shown);
	*at += needs + (*at != 0 ? 2 : 0);
	buf_clear(piece);
}

static void
put_title(struct cli *c, const struct figure *f, const struct period *p)
{
	const struct desk *d = c->work.desk;
	char when[CLOCK_ROOM];
	struct buf b = { 0 };
	int width = c->people ? terminal_width() : 80, at = 0;

	if (c->all_offices)
		buf_puts(&b, _("all offices"));
	else if (c->work.with_office)
		buf_puts(&b, c->offices[0].code);
	else
		buf_printf(&b, "%s %s", label_of(&d->name), d->office);
	put_piece(&b, width, &at);
	buf_puts(&b, _(f->title));
	put_piece(&b, width, &at);
	buf_puts(&b, clock_weekday(p->from, when));
	if (!p->one_day)
		buf_printf(&b, " - %s", clock_weekday(p->to - 1, when));
	put_piece(&b, width, &at);
	/* TRANSLATORS: when a report was printed, and by whom. */
	buf_printf(&b, _("printed %s %s"), clock_time(c->work.now, when),
	    holder_full(&c->work, c->work.actor));
	put_piece(&b, width, &at);
	if (c->work.practice) {
		buf_puts(&b, _("PRACTICE"));
		put_piece(&b, width, &at);
	}
	buf_free(&b);
	putchar('\n');
	for (int i = 0; i < width && i < 80; i++)
		putchar('=');
	putchar('\n');
}

static struct period
period_of(const struct cli *c, const struct args *a, const struct figure *f)
{
	int64_t day = a->date ? a->date : c->work.now;
	struct period p = { clock_midnight(day, 0), clock_midnight(day, 1),
		1 };
	struct error ignored;

	if (a->since == 0 && a->until == 0) {
		if (f->period == OF_MONTH && a->date == 0)
			p.from = clock_month(p.from, 0);
	} else {
		/* No time is older, and no id of a day before. */
		clock_parse("2000-01-01", WHEN_SINCE, c->work.now, &p.from,
		    &ignored);
		p.from = a->since ? a->since : p.from;
		p.to = a->until ? a->until + 1 : clock_midnight(c->work.now,
		    1);
	}
	p.one_day = p.from == clock_midnight(p.from, 0) &&
	    p.to == clock_midnight(p.from, 1);
	return p;
}

static enum status
explain(const struct cli *c)
{
	struct buf b = { 0 };

	figure_explain(wanted(c)->name, &b);
	if (b.text != NULL)
		fputs(b.text, stdout);
	buf_free(&b);
	return OK;
}

struct making {
	struct cli *cli;
	const struct sheet *sheet;
	struct period period;
};

static enum status
make(void *arg, struct error *e)
{
	struct making *m = arg;

	return wanted(m->cli)->make(&m->cli->work, &m->period, m->sheet, e);
}

/* Each office by itself, and of all then what they come to together. */
static enum status
make_each(struct making *m, struct error *e)
{
	const struct sheet *out = m->sheet;
	struct cli *c = m->cli;
	enum status status = OK;

	if (c->all_offices)
		m->sheet = tally_begin(&c->work, out);
	for (size_t i = 0; status == OK && i < c->noffices; i++) {
		offices_turn(c, i);
		status = store_reading(c->work.store, make, m, e);
	}
	if (c->all_offices && status == OK) {
		c->work.office = ALL_OFFICES;
		tally_end(m->sheet);
	}
	sheets_end(out);
	return status;
}

static enum status
run(struct cli *c, struct error *e)
{
	const struct args *a = c->values;
	struct making m = { c, sheets_begin(c, 1), period_of(c, a,
	    wanted(c)) };
	const struct figure *f = wanted(c);
	int whenever = a->date == 0 && a->since == 0 && a->until == 0;

	if (a->explain)
		return explain(c);
	if (cli_for_people(c))
		put_title(c, f, &m.period);
	if (f->period == OF_NOW && whenever)
		m.period.to = INT64_MAX;
	return make_each(&m, e);
}

static const struct command command = {
	.name = "report", .operands = "[daily|clauses|complaints|fairness|keys"
	    "|overdue|register|suggestions]",
	.about = N_("figures of the day and the month, and the registers"),
	.args = &args_table, .common = TAKES_DESK | TAKES_OFFICE | TAKES_ROWS,
	.check = check, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
