/* SPDX-License-Identifier: ISC */
/* csv: rows of CSV, see rows.h. */
#include "rows.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return try_rows(data, size, INTAKE_CSV);
}
