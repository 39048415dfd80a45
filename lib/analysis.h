/* SPDX-License-Identifier: ISC */
/*
 * analysis.h: complaints that were analysed, so that they do not come again:
 * those that recur in one place, or all of a month (C9).
 */
#ifndef ANALYSIS_H
#define ANALYSIS_H

#include "step.h"

enum analysis_state {
	ANALYSIS_OWED = 1,	/* of a month: nobody has done it yet */
	ANALYSIS_OPEN,		/* the remedy is still to be carried out */
	ANALYSIS_REMEDIED,	/* it was; whether it holds is not known yet */
	ANALYSIS_VERIFIED,	/* no new one came until verify_after */
	ANALYSIS_FAILED,	/* one did */
};

struct analysis {
	struct base base;
	const char *month;	/* 2026-11; NULL: of what recurs: */
	const char *category, *place;	/* and where */
	const char *members;	/* ids of its tickets, blank-separated */
	const char *root_cause;
	const char *departments;	/* codes, blank-separated */
	const char *remedy;
	const char *owner;	/* login of who sees to the remedy */
	const char *first_responder;	/* who analysed, or owes it */
	int64_t opened, due, remedied, verify_after, ended;
	const char *failed_by;	/* ticket that came in spite of it */
};

struct analysis_input {
	const char *root_cause, *departments, *remedy, *owner, *text;
	int64_t due, verify_after;
	const char *members, *failed_by;	/* set by who takes the step */
};

extern const struct word word_analysis_states[];
extern const struct record analysis_record;

#endif
