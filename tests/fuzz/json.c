/* SPDX-License-Identifier: ISC */
/* json: rows of JSON, see rows.h. */
#include "rows.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return try_rows(data, size, INTAKE_JSON);
}
