/* SPDX-License-Identifier: ISC */
/* tsv: rows of TSV, see rows.h. */
#include "rows.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return try_rows(data, size, INTAKE_TSV);
}
