/* SPDX-License-Identifier: ISC */
/*
 * digest.c: the sums that journals and cards rest on are those of the
 * standards: FIPS 180-4, and the cases 1, 2 and 6 of RFC 4231.
 */
#include <string.h>

#include "../../lib/digest.h"
#include "unit.h"

static void
check_sums(void)
{
	static const struct {
		const char *text, *sum;
	} sums[] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb924"
		  "27ae41e4649b934ca495991b7852b855" },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223"
		  "b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		  "248d6a61d20638b8e5c026930c3e6039"
		  "a33ce45964ff2167f6ecedd419db06c1" },
	};
	char hex[DIGEST_HEX];
	struct digest d;

	for (size_t i = 0; i < COUNT(sums); i++) {
		size_t half = strlen(sums[i].text) / 2;

		digest_start(&d);
		digest_add(&d, sums[i].text, half);
		digest_add(&d, sums[i].text + half,
		    strlen(sums[i].text) - half);
		digest_end_hex(&d, hex);
		same(sums[i].text, hex, sums[i].sum);
	}
}

static void
check_macs(void)
{
	static const char large[] =
	    "Test Using Larger Than Block-Size Key - Hash Key First";
	unsigned char key[131];
	char hex[DIGEST_HEX];

	memset(key, 0x0b, 20);
	digest_mac(key, 20, "Hi There", 8, hex);
	same("case 1", hex, "b0344c61d8db38535ca8afceaf0bf12b"
	    "881dc200c9833da726e9376c2e32cff7");
	digest_mac("Jefe", 4, "what do ya want for nothing?", 28, hex);
	same("case 2", hex, "5bdcc146bf60754e6a042426089575c7"
	    "5a003f089d2739839dec58b964ec3843");
	memset(key, 0xaa, sizeof(key));
	digest_mac(key, sizeof(key), large, strlen(large), hex);
	same("case 6", hex, "60e431591ee0b67f0d8a26aacbf5b77f"
	    "8e0bc6213728c5140546040f0ee37f54");
}

static void
check_hex(void)
{
	static const char *const wrong[] = { "0g", "0", " 0", "0 ", "-1" };
	unsigned char bytes[2] = { 0 };
	char hex[5];

	same_number("read", hex_read("0aF1", 2, bytes), 1);
	hex_of(bytes, 2, hex);
	same("back", hex, "0af1");
	for (size_t i = 0; i < COUNT(wrong); i++)
		same_number(wrong[i], hex_read(wrong[i], 1, bytes), 0);
}

static void
check_random(void)
{
	unsigned char one[32] = { 0 }, other[32] = { 0 };

	random_bytes(one, sizeof(one));
	random_bytes(other, sizeof(other));
	same_number("never twice", memcmp(one, other, sizeof(one)) == 0, 0);
}

int
main(void)
{
	check_sums();
	check_macs();
	check_hex();
	check_random();
	return finish();
}
