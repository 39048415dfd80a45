/* SPDX-License-Identifier: ISC */
/* toy: --what WHAT lends an umbrella, --how HOW ID... takes it back. */
#include "cli.h"
#include "toy.h"

static enum status
lend(struct work *w, void *c, struct error *e)
{
	const char *id;

	cli_begin(c);
	if (toy_lend(w, ((struct cli *)c)->values, &id, e) != OK)
		return e->status;
	cli_done(c, id, "lent");
	return OK;
}

static enum status
run(struct cli *c, struct error *e)
{
	if (((struct toy_input *)c->values)->what == NULL)
		return cli_ids(c, e) == OK ? cli_step(c, e) : e->status;
	cli_digest(c, NULL);
	if (work_run(&c->work, lend, c, e) != OK)
		return e->status;
	return cli_print(c, e);
}

static const struct command command = {
	.name = "toy", .operands = "ID...", .about = "lend and take back",
	.undone = "not done", .record = &toy_record, .step = "return",
	.args = &toy_record.inputs, .run = run,
	.common = TAKES_DESK | TAKES_WRITING | TAKES_KEEPING,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
