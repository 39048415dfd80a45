#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# frontdesk.bats: what commands there are, and running one of them.

load helper

@test "a line for every command there is, and for no other" {
	run bash -c 'frontdesk | cut -f1 | sort'
	assert_success
	[ "$output" = "$(cd "$BUILD/bin" && printf '%s\n' * | sed '/^frontdesk$/d' | sort)" ]
	while IFS=$'\t' read -r name group text; do
		[ -n "$name" ] && [ -n "$group" ] && [ -n "$text" ]
	done < <(frontdesk)
}

@test "on a terminal they are grouped and fit it, in both languages" {
	run terminal frontdesk
	assert_line --index 0 --regexp '^Reception +log-call '
	[ "${#lines[@]}" -le 24 ]
	for line in "${lines[@]}"; do
		[ "$(printf %s "$line" | wc -L)" -le 80 ]
	done
	LANGUAGE=zh_CN run terminal frontdesk
	assert_line --index 0 --regexp '^接待 +log-call '
	for line in "${lines[@]}"; do
		[ "$(printf %s "$line" | wc -L)" -le 80 ]
	done
}

@test "the --help of each fits 80 columns, and goes on below" {
	for file in "$BUILD"/bin/*; do
		run -0 "$file" --help
		assert [ "$(wc -L <<<"$output")" -le 80 ]
	done
	run list --help
	assert_line -n 0 'usage: list [options] [tickets|contacts|deadlines|recurring|analyses|loans|keys|'
	assert_line -n 1 '    counts|events|notices|staff]'
}

@test "it runs any of them, with their arguments and their status" {
	run frontdesk log-call -n Zhang -p 13800000501 'a leak'
	assert_success
	assert_output T261123-0001
	run frontdesk list tickets -o content
	assert_output 'a leak'
	run frontdesk assign T261123-0099 -t ligong
	assert_failure 1
	run frontdesk list --nonsense
	assert_failure 64
	assert_output --partial 'list: there is no option --nonsense'
	[ "$(list tickets | frontdesk show --json | jq -r .id)" = T261123-0001 ]
}

@test "it needs no PATH" {
	PATH=/usr/bin:/bin run "$BUILD/bin/frontdesk" list tickets
	assert_success
}

@test "no such command: 64, the nearest named; no other program is run" {
	run frontdesk asign
	assert_failure 64
	assert_output 'frontdesk: there is no command asign. Did you mean assign?'
	run frontdesk ls
	assert_failure 64
	run frontdesk ../../bin/ls
	assert_failure 64
	run frontdesk frontdesk
	assert_failure 64
}
