/* SPDX-License-Identifier: ISC */
/*
 * config.h: what an office may decide: a directory of YAML files.
 *
 * Each file has its own header, and a command loads only those it needs.
 * frontdesk.yaml(5) describes them.
 */
#ifndef CONFIG_H
#define CONFIG_H

#include <sys/types.h>

#include "buf.h"
#include "desk.h"
#include "error.h"
#include "firms.h"
#include "keys.h"
#include "roll.h"
#include "xalloc.h"

/*
 * The directory: `given' (--config) or NULL, then $FRONTDESK_CONFIG,
 * $XDG_CONFIG_HOME/frontdesk, /etc/frontdesk: the first that is set, or
 * exists for the last two.  Absolute, symbolic links resolved.
 */
enum status config_find(struct arena *, const char *given, const char **dir,
	    struct error *);
/* All files, and that what they say of each other holds.  *warnings gets
 * lines for what is missing but allowed (E2: a firm without a telephone). */
enum status config_check(struct arena *, const char *dir,
	    struct buf *mistakes, struct buf *warnings, struct error *);
/* That the files belong to root or owner and nobody else may write them. */
enum status config_trusted(const char *dir, uid_t owner, struct error *);

#endif
