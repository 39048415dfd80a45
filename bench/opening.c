/* SPDX-License-Identifier: ISC */
/*
 * opening.c: a command that opens the desk and closes it again: what every
 * command pays before its own work begins.
 */
#include "cli.h"

static enum status
run(struct cli *c, struct error *e)
{
	(void)c;
	(void)e;
	return OK;
}

static const struct command command = {
	.name = "opening", .about = "open the desk and close it",
	.common = TAKES_DESK, .run = run,
};

int
main(int argc, char *argv[])
{
	return cli_main(&command, argc, argv);
}
