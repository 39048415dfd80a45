#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# card.bats: the number of a card is nowhere, however lend-key ends; and one
# card has one key, however many want it at once (E4).

load helper
load ticket
load key

@test "E4: the number is in no file, no export and no backup" {
	local dir=$BATS_TEST_TMPDIR number
	number=$(card 123)

	cd "$dir"
	showing "$number" PD-1 -t ligong -w repair --request-id a
	showing "$number" PD-1 -t ligong -w repair --request-id a
	run showing "$number" PD-2 -t ligong
	run showing "${number%3}4" PD-2 -t ligong
	run answering "(not shown" "$number\n" -- lend-key PD-2 -t ligong
	run lend-key PD-2 -t ligong -w "$number"
	run lend-key PD-2 --request-id "$number" <<<"$(card 1)"
	as xiaozhou return-key PD-1
	everything >"$dir/dump"
	[ -n "${SERVER:-}" ] || desk-backup "$dir/copy"
	list events --json >"$dir/events"
	list notices --json >"$dir/notices"
	for what in loans deadlines; do
		list $what --all --json
	done >"$dir/lists"
	show "$L1" >"$dir/show"
	show "$L1" --json >>"$dir/show"
	lend-key --describe >"$dir/describe"
	grep -q 1233 "$dir/lists"
	run holds_number "$number" "$dir"
	assert_failure 1
	assert_output ''
}

@test "E4: it is in no argument and no environment while it is typed" {
	local number pid
	number=$(card 123)

	mkfifo "$BATS_TEST_TMPDIR/typed"
	lend-key PD-1 -t ligong <"$BATS_TEST_TMPDIR/typed" 3>&- &
	pid=$!
	exec 7>"$BATS_TEST_TMPDIR/typed"
	printf '%s' "${number:0:17}" >&7
	until [ "$(readlink "/proc/$pid/exe")" = "$BUILD/bin/lend-key" ] &&
	    grep -q '^State:	S' "/proc/$pid/status"; do
		sleep 0.01
	done
	run holds_number "$number" "/proc/$pid/cmdline" "/proc/$pid/environ"
	assert_failure 1
	printf '%s\n' "${number:17}" >&7
	exec 7>&-
	wait "$pid"
}

@test "E4: killed while it has the number: it is nowhere" {
	in_a_file
	needs_tracing
	run -0 "$ROOT/tests/leak" KILL "$FRONTDESK_CONFIG"
	assert_output --regexp '^[0-9]+ tried, the number found in 0 places$'
}

@test "E4: crashed while it has the number: it is in no core" {
	local signal status

	in_a_file
	needs_tracing
	for signal in SEGV ABRT; do
		run "$ROOT/tests/leak" "$signal" "$FRONTDESK_CONFIG"
		# shellcheck disable=SC2154
		[ "$status" -ne 77 ] || skip 'cores are not to be seen here'
		assert_success
		assert_output --regexp '^[0-9]+ tried, the number found in 0 places$'
	done
}

@test "E4: 64 want one key at once: one gets it, 63 are told who" {
	local rounds=20

	[ -z "${FRONTDESK_SANITIZED:-}" ] || rounds=2
	run -0 "$BUILD/crowd/race" key "$rounds"
	assert_output "$rounds rounds, 0 went wrong"
	run --separate-stderr -0 desk-check
}

@test "E4: eight keys on one card at once: one is lent" {
	run -0 "$BUILD/crowd/race" card 20
	assert_output '20 rounds, 0 went wrong'
	run --separate-stderr -0 desk-check
}
