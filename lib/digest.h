/* SPDX-License-Identifier: ISC */
/*
 * digest.h: SHA-256 and HMAC-SHA-256, random bytes, and hexadecimal.
 *
 * All that the tree asks of cryptography; nobody else names the library.
 * Nothing here allocates.  Texts that come out are lower-case
 * hexadecimal and end with a NUL.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>

#include <nettle/sha2.h>

enum { DIGEST_SIZE = SHA256_DIGEST_SIZE, DIGEST_HEX = 2 * DIGEST_SIZE + 1 };

struct digest {
	struct sha256_ctx state;
};

void digest_start(struct digest *);
void digest_add(struct digest *, const void *bytes, size_t n);
void digest_end(struct digest *, unsigned char out[static DIGEST_SIZE]);
void digest_end_hex(struct digest *, char out[static DIGEST_HEX]);

/* Of n bytes under a key, as text. */
void digest_mac(const void *key, size_t len, const void *bytes, size_t n,
    char out[static DIGEST_HEX]);

/* As many as asked for, or the process ends: there is no going on without. */
void random_bytes(void *out, size_t n);

/* out has room for 2 * n + 1. */
void hex_of(const void *bytes, size_t n, char *out);
/* -> 0 where the 2 * n characters are not all hexadecimal. */
int hex_read(const char *text, size_t n, unsigned char *out);

#endif
