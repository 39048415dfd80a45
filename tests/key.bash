# SPDX-License-Identifier: ISC
# key.bash: what the tests of the commands for keys have in common: `load
# ticket' and `load key' behind `load helper'.
# shellcheck shell=bash

L1=L261123-0001 L2=L261123-0002 L3=L261123-0003
export L1 L2 L3

# What a command of keys says of a card's number among its arguments.
no_argument="the number of a card is no argument: others could read it in the\
 list of processes, and the shell keeps it (E4). lend-key asks for it, or takes\
 it on the first line of standard input; now clear the shell's history"
export no_argument

# card N: the Nth number of a resident identity card, N from 0 to 999; its
# last digit is what GB 11643 makes it.
card() {
	local i n weights=(7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2) sum=0 ends

	n=11010119900307$(printf '%03d' "$1")
	ends=10X98765432
	for i in {0..16}; do
		sum=$((sum + ${n:i:1} * weights[i]))
	done
	echo "$n${ends:sum % 11:1}"
}

# showing NUMBER KEY [option...]: xiaozhou lends, and this stands on the card.
showing() {
	printf '%s\n' "$1" | lend-key --as xiaozhou "${@:2}"
}

# lends N KEY [option...]: the same with the Nth card.
lends() {
	showing "$(card "$1")" "${@:2}"
}

# lent COLUMN[,COLUMN...]: these columns of all loans.
lent() {
	list loans --all -o "$1" | tr '\t' ' '
}

# holds_number NUMBER PLACE...: the files in which this number of a card
# stands, or its first 14 digits, its date of birth with the digits beside it,
# or its last eight.
holds_number() {
	local n=$1

	shift
	grep -rlaF -e "${n:0:14}" -e "${n:5:10}" -e "${n:10}" "$@"
}
