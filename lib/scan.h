/* SPDX-License-Identifier: ISC */
/*
 * scan.h: taking words and numbers from the front of what people typed.
 *
 * Each function moves *p past what it took and says whether there was any;
 * it leaves *p alone otherwise.  In a list a word comes before those that
 * begin it; a word of NULL ends it.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stddef.h>

struct mean {
	const char *word;
	int value;
};

int	scan_is_digit(char c);
int	scan_word(const char **p, const char *word);
int	scan_one(const char **p, const struct mean *, int *value);
void	scan_blanks(const char **p);
/* How many digits there were, at most 6; more are not taken. */
size_t	scan_digits(const char **p, int *value);
int	scan_two_digits(const char **p, int *value);
/* One of 〇 to 九. */
int	scan_numeral(const char **p, int *value);
/* Digits, or 零 to 九十九. */
int	scan_number(const char **p, int *value);

/* Copy text folded: full-width signs and blanks to ASCII, dashes to `-', no
 * capitals, no blanks at the ends.  0 when room is too small. */
int	scan_fold(const char *text, char *out, size_t room);

#endif
