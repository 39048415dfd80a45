/* SPDX-License-Identifier: ISC */
/*
 * secret.h: the desk's secret: what only this desk can work out again.
 *
 * A file beside the configuration, 0640, in no backup and no export.  With
 * it an identity card is known again by a hash, and nobody who has the store
 * alone can try numbers against that.
 */
#ifndef SECRET_H
#define SECRET_H

#include <stddef.h>

#include "error.h"

enum { SECRET_MAC = 65 };	/* bytes of a keyed hash in hex, with its NUL */

/* Make the file, unless it is there.  That of a practice desk follows from
 * its office, so that outputs repeat. */
enum status secret_make(const char *dir, const char *office, int practice,
	    struct error *);
/* HMAC-SHA-256 of text with the secret; MISCONFIGURED without one, or when
 * everybody may read it. */
enum status secret_mac(const char *dir, const char *text, size_t len,
	    char out[static SECRET_MAC], struct error *);

#endif
