/* SPDX-License-Identifier: ISC */
/*
 * records.c: all records there are.  A new one is added here.
 */
#include "analysis.h"
#include "keycount.h"
#include "records.h"
#include "ticket.h"

const struct record *const records[] = {
	&ticket_record,
	&loan_record,
	&count_record,
	&analysis_record,
	NULL
};

const struct record *
record_of(const char *id)
{
	for (const struct record *const *r = records; *r != NULL; r++)
		if ((*r)->letter == id[0])
			return *r;
	return NULL;
}
