/* SPDX-License-Identifier: ISC */
/*
 * firms.h: contractors.yaml: outside firms, and what each answers for.
 */
#ifndef FIRMS_H
#define FIRMS_H

#include <stddef.h>

#include "buf.h"
#include "error.h"
#include "label.h"
#include "words.h"
#include "xalloc.h"

/* Classes of assets; the first ASSETS_E2 are those that E2 names. */
extern const struct word word_assets[];
enum { ASSETS_E2 = 8 };

struct firm {
	const char *code;
	struct label name, brief;	/* 太川科技公司, and 太川 in lists */
	const char *also;	/* may be NULL */
	const char *person, *phone;	/* may be NULL: left blank */
	const char *our_share;	/* what we do ourselves; may be NULL */
	const char *const *assets;	/* codes of word_assets, NULL-ended */
};

struct firms {
	const struct firm *firms;	size_t nfirms;
};

/*
 * Load the file from dir.  With mistakes in it, status MISCONFIGURED and a
 * line each, "contractors.yaml:3:8: what and what to do", in *mistakes; *e then
 * counts them.  What it says of other files is for config_check().
 */
enum status firms_load(struct arena *, const char *dir, const struct firms **,
	    struct buf *mistakes, struct error *);

#endif
