/* SPDX-License-Identifier: ISC */
/*
 * replay.c: give a target each file of the directories that are named; one
 * that does not hold ends the program before its last line.
 */
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>

#include "fuzz.h"

static int
give(const char *path)
{
	struct stat st;
	FILE *f = fopen(path, "rb");
	uint8_t *data;
	size_t n;

	if (f == NULL || fstat(fileno(f), &st) != 0 || !S_ISREG(st.st_mode)) {
		if (f != NULL)
			fclose(f);
		return 0;
	}
	/* No byte more than there is: the sanitizer sees a read behind it. */
	data = malloc(st.st_size > 0 ? (size_t)st.st_size : 1);
	holds(data != NULL);
	n = fread(data, 1, (size_t)st.st_size, f);
	fclose(f);
	LLVMFuzzerTestOneInput(data, n);
	free(data);
	return 1;
}

int
main(int argc, char *argv[])
{
	char path[PATH_MAX];
	struct dirent *entry;
	int passed = 0;
	DIR *dir;

	for (int i = 1; i < argc; i++) {
		dir = opendir(argv[i]);
		if (dir == NULL) {
			perror(argv[i]);
			return 1;
		}
		while ((entry = readdir(dir)) != NULL) {
			snprintf(path, sizeof(path), "%s/%s", argv[i],
			    entry->d_name);
			passed += give(path);
		}
		closedir(dir);
	}
	printf("%d passed, %d failed\n", passed, passed == 0);
	return passed == 0;
}
