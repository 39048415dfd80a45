/* SPDX-License-Identifier: ISC */
/*
 * digest.c: SHA-256, HMAC, random bytes and hexadecimal, with nettle.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include <nettle/base16.h>
#include <nettle/hmac.h>

#include "digest.h"

void
digest_start(struct digest *d)
{
	sha256_init(&d->state);
}

void
digest_add(struct digest *d, const void *bytes, size_t n)
{
	sha256_update(&d->state, n, bytes);
}

void
digest_end(struct digest *d, unsigned char out[static DIGEST_SIZE])
{
	sha256_digest(&d->state, DIGEST_SIZE, out);
}

void
digest_end_hex(struct digest *d, char out[static DIGEST_HEX])
{
	unsigned char sum[DIGEST_SIZE];

	digest_end(d, sum);
	hex_of(sum, sizeof(sum), out);
}

void
digest_mac(const void *key, size_t len, const void *bytes, size_t n,
    char out[static DIGEST_HEX])
{
	unsigned char mac[DIGEST_SIZE];
	struct hmac_sha256_ctx h;

	hmac_sha256_set_key(&h, len, key);
	hmac_sha256_update(&h, n, bytes);
	hmac_sha256_digest(&h, sizeof(mac), mac);
	hex_of(mac, sizeof(mac), out);
	explicit_bzero(&h, sizeof(h));
}

void
random_bytes(void *out, size_t n)
{
	unsigned char *p = out;

	while (n > 0) {
		ssize_t got = getrandom(p, n, 0);

		if (got < 0 && errno != EINTR)
			abort();
		if (got > 0) {
			p += got;
			n -= (size_t)got;
		}
	}
}

void
hex_of(const void *bytes, size_t n, char *out)
{
	base16_encode_update(out, n, bytes);
	out[2 * n] = '\0';
}

int
hex_read(const char *text, size_t n, unsigned char *out)
{
	struct base16_decode_ctx h;
	size_t got = n;

	base16_decode_init(&h);
	return base16_decode_update(&h, &got, out, 2 * n, text) && got == n &&
	    base16_decode_final(&h);
}
