#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# promises.bats: an id that was printed is never lost, and nothing is half
# done: killed at any system call, with a disk that fails or is full, an
# output that nobody takes, others who do not let go, and many at once.
# `make torture' tries every point; here some commands are tried at a sample.

load helper

call=(log-call -k complaint -n Zhang -p 13800000501 -r 3-2-501 -g noise)

# Pages in the write-ahead log; past 256 it is emptied after a commit.
log_pages() {
	echo $((($(stat -c %s "$1/frontdesk.db-wal") - 32) / 4120))
}

# Desks to copy from: with tickets, with so long a log that the next command
# empties it, with deadlines that passed, with a key to lend and one lent.
setup_file() {
	local n

	[ -z "${SERVER:-}" ] || return 0
	BATS_TEST_TMPDIR=$BATS_FILE_TMPDIR desk_setup
	export BASE=$FRONTDESK_CONFIG
	for n in {1..20}; do
		"${call[@]}" "noise, $n"
	done >"$BATS_FILE_TMPDIR/input"
	cp "$BATS_FILE_TMPDIR/input" "$BASE/input"
	export LONG=$BATS_FILE_TMPDIR/long LATE=$BATS_FILE_TMPDIR/late
	export KEYS=$BATS_FILE_TMPDIR/keys LENT=$BATS_FILE_TMPDIR/lent
	cp -a "$BASE" "$KEYS"
	echo 110101199003071233 >"$KEYS/input"
	cp -a "$KEYS" "$LENT"
	lend-key --config "$LENT" PD-1 -t ligong <"$KEYS/input" >/dev/null
	: >"$LENT/input"
	cp -a "$BASE" "$LATE"
	escalate --config "$LATE" --overdue
	cp -a "$BASE" "$LONG"
	while [ "$(log_pages "$LONG")" -lt 242 ]; do
		"${call[@]}" --config "$LONG" 'more noise' >/dev/null
	done
}

# A desk with twenty tickets.
setup() {
	local n

	desk_setup
	if [ -n "${SERVER:-}" ]; then
		for n in {1..20}; do
			"${call[@]}" "noise, $n"
		done
		return
	fi
	rm -r "$FRONTDESK_CONFIG"
	cp -a "$BASE" "$FRONTDESK_CONFIG"
}

teardown() {
	umount "$BATS_TEST_TMPDIR/disk" 2>/dev/null || true
}

strike() {
	in_a_file
	needs_tracing
	"$ROOT/tests/strike" -s "${SEED:-1}" "$@"
}

rows() {
	sql 'SELECT count(*) FROM ticket'
}

# The id that one more call would get.
readonly next=T261123-0021

# hold COMMAND...: runs in the background until let_go.
hold() {
	mkfifo "$BATS_TEST_TMPDIR/gate"
	"$@" <"$BATS_TEST_TMPDIR/gate" >"$BATS_TEST_TMPDIR/held" 3>&- &
	holder=$!
	exec 7>"$BATS_TEST_TMPDIR/gate"
}

let_go() {
	exec 7>&-
	wait "$holder"
}

# Others hold it: 75 within the time, nothing written, and done at once when
# they have gone, with the request the message names.
refuses_to_wait() {
	local began=$EPOCHREALTIME waited request

	run --separate-stderr "${call[@]}" --db-wait 1 'one more'
	waited=$((${EPOCHREALTIME/./} - ${began/./}))
	let_go
	assert_equal "$status" 75
	assert_output ''
	[ "$waited" -ge 900000 ]
	[ "$waited" -le 4000000 ]
	[ "$(rows)" -eq 20 ]
	# shellcheck disable=SC2154
	[[ $stderr == 'log-call: not recorded: '* ]]
	request=$(sed -n 's/.*--request-id \([0-9a-f-]*\).*/\1/p' <<<"$stderr")
	[ -n "$request" ]
	run "${call[@]}" --request-id "$request" 'one more'
	assert_output $next
	run "${call[@]}" --request-id "$request" 'one more'
	assert_output $next
	[ "$(rows)" -eq 21 ]
}

@test "log-call killed at every system call: what was printed is there, once" {
	strike -r kill "$BASE" "${call[@]}" 'one more'
}

@test "log-call killed while it empties the log" {
	strike -n 50 -r kill "$LONG" "${call[@]}" 'one more'
}

@test "assign of twenty killed: all of them or none" {
	strike -n 50 -r kill "$BASE" assign --to ligong
}

@test "escalate --overdue killed: every rung once" {
	at 11:12
	strike -n 50 kill "$LATE" escalate --overdue
}

@test "lend-key and return-key killed: lent or not, back or not" {
	strike -n 50 -r kill "$KEYS" lend-key PD-1 -t ligong
	strike -n 50 -r kill "$LENT" return-key PD-1
}

@test "lend-key and return-key with a disk that fails or is full" {
	strike -n 20 -r EIO "$KEYS" lend-key PD-1 -t ligong
	strike -n 20 -r ENOSPC+ "$KEYS" lend-key PD-1 -t ligong
	strike -n 20 -r EIO "$LENT" return-key PD-1
	strike -n 20 -r ENOSPC+ "$LENT" return-key PD-1
}

@test "log-call with each write failing: recorded, not recorded, or not known" {
	strike -r EIO "$BASE" "${call[@]}" 'one more'
	strike -n 20 -r EIO+ "$LONG" "${call[@]}" 'one more'
}

@test "log-call with no room for each write" {
	strike -r ENOSPC "$BASE" "${call[@]}" 'one more'
	strike -n 20 -r ENOSPC+ "$LONG" "${call[@]}" 'one more'
}

@test "each error that a call can give: done, not done, or not known" {
	strike -n 12 -r EROFS "$BASE" "${call[@]}" 'one more'
	strike -n 12 -r EMFILE+ "$BASE" "${call[@]}" 'one more'
	strike -n 12 -r EINTR "$BASE" "${call[@]}" 'one more'
	strike -n 12 EIO "$BASE" list tickets
	strike -n 12 EMFILE "$BASE" report daily
}

@test "a time zone that cannot be read moves no promise to another hour" {
	strike -r EMFILE "$BASE" promise 18:00
	strike -n 20 -r memory "$BASE" promise 18:00
}

@test "memory that runs out: done, not done, or to be tried again" {
	strike -r memory "$BASE" "${call[@]}" 'one more'
	strike -n 200 -r memory+ "$BASE" "${call[@]}" 'one more'
	strike -n 200 -r memory "$BASE" assign --to ligong
	strike -n 200 memory "$BASE" list tickets
}

@test "memory that runs out leaves no hole in what is printed" {
	strike memory "$BASE" desk-export
	strike memory "$BASE" show --json T261123-0001
}

@test "what makes a desk or a file makes all of it, or none" {
	local at=$BATS_TEST_TMPDIR

	in_a_file
	desk-init --practice "$at/empty" >/dev/null 2>&1
	desk-export >"$at/empty/input"
	mkdir "$at/no"
	: >"$at/no/input"
	strike -n 30 kill "$at/empty" desk-import
	strike -n 20 EIO "$at/empty" desk-import
	strike -n 30 -b kill "$at/no" desk-init --practice desk
	strike -n 20 -b ENOSPC+ "$at/no" desk-init --practice desk
	strike -n 20 -o copy EIO "$BASE" desk-backup copy
	strike -n 100 -o copy memory "$BASE" desk-export copy
}

@test "assign of twenty with a failing disk" {
	strike -n 15 -r EIO "$BASE" assign --to ligong
	strike -n 15 -r ENOSPC "$BASE" assign --to ligong
}

@test "escalate --overdue with a failing disk" {
	at 11:12
	strike -n 20 EIO "$LATE" escalate --overdue
	strike -n 20 ENOSPC+ "$LATE" escalate --overdue
}

@test "an output that takes nothing: 74, and the id on standard error" {
	run "${call[@]}" 'one more' >/dev/null
	run bash -c '"$@" 2>&1 >/dev/full' - "${call[@]}" 'second'
	assert_failure 74
	assert_output "log-call: recorded as T261123-0022, but not printed (No\
 space left on device). Do not record it again"
	run bash -c '"$@" 2>&1 >&-' - "${call[@]}" 'third'
	assert_failure 74
	[[ $output == 'log-call: recorded as T261123-0023, but not printed ('* ]]
	run bash -c '"$@" 2>&1 >/dev/full' - assign --to ligong $next \
	    T261123-0022
	assert_failure 74
	[[ $output == "assign: recorded as $next T261123-0022, but not"* ]]
	at 11:12
	run bash -c '"$@" 2>&1 >/dev/full' - escalate --overdue
	assert_failure 74
	[[ $output == 'escalate: recorded as T261123-0001 '*', but not '* ]]
	[ "$(rows)" -eq 23 ]
	desk-check
}

@test "a reader whose output takes nothing says so" {
	run bash -c 'list tickets 2>&1 >/dev/full'
	assert_failure 74
}

@test "others stand in line for too long: 75, nothing written" {
	in_a_file
	hold flock "$FRONTDESK_CONFIG/frontdesk.db.lock" sh -c 'echo; cat'
	until [ -s "$BATS_TEST_TMPDIR/held" ]; do sleep 0.01; done
	refuses_to_wait
}

@test "another program holds the store for too long: 75, nothing written" {
	in_a_file
	hold sqlite3 "$FRONTDESK_CONFIG/frontdesk.db"
	printf 'BEGIN IMMEDIATE;\nSELECT 1;\n' >&7
	until [ -s "$BATS_TEST_TMPDIR/held" ]; do sleep 0.01; done
	refuses_to_wait
}

@test "readers do not wait for writers" {
	in_a_file
	hold sqlite3 "$FRONTDESK_CONFIG/frontdesk.db"
	printf 'BEGIN IMMEDIATE;\nSELECT 1;\n' >&7
	until [ -s "$BATS_TEST_TMPDIR/held" ]; do sleep 0.01; done
	run -0 --separate-stderr list tickets --db-wait 0
	let_go
	[ "${#lines[@]}" -eq 20 ]
}

@test "64 at once: 64 ids without a gap" {
	local n pids=() dir=$BATS_TEST_TMPDIR

	for n in {1..64}; do
		"${call[@]}" --db-wait 60 "at once, $n" >"$dir/id.$n" \
		    2>"$dir/err.$n" 3>&- &
		pids+=($!)
	done
	for n in "${pids[@]}"; do
		wait "$n"
	done
	assert_equal "$(cat "$dir"/id.* | sort)" \
	    "$(printf 'T261123-%04d\n' {21..84})"
	[ "$(rows)" -eq 84 ]
	desk-check
}

@test "the same request by 16 at once is one record" {
	local n pids=() dir=$BATS_TEST_TMPDIR

	for n in {1..16}; do
		"${call[@]}" --db-wait 60 --request-id same 'one more' \
		    >"$dir/id.$n" 3>&- &
		pids+=($!)
	done
	for n in "${pids[@]}"; do
		wait "$n"
	done
	assert_equal "$(sort -u "$dir"/id.*)" $next
	[ "$(rows)" -eq 21 ]
	desk-check
}

@test "a small disk runs full: what was printed is there, and can be read" {
	local disk=$BATS_TEST_TMPDIR/disk printed=$BATS_TEST_TMPDIR/printed
	local n status=0

	in_a_file
	not_sanitized
	[ "$(id -u)" -eq 0 ] || skip "only root can mount a small disk"
	mkdir "$disk"
	mount -t tmpfs -o size=900k tmpfs "$disk" 2>/dev/null ||
	    skip "mounting is not permitted here"
	cp -a "$BASE" "$disk/desk"
	export FRONTDESK_CONFIG=$disk/desk
	cp "$BATS_FILE_TMPDIR/input" "$printed"
	for n in {1..200}; do
		"${call[@]}" "until it is full, $n" >>"$printed" \
		    2>"$BATS_TEST_TMPDIR/err" || {
			status=$?
			break
		}
	done
	list tickets --all -o id >"$BATS_TEST_TMPDIR/stored"
	desk-check
	umount "$disk"
	assert_equal "$status" 70
	assert_equal "$(cat "$BATS_TEST_TMPDIR/err")" "log-call: not recorded:\
 the disk with the store is full. Make room and do it again"
	assert_equal "$(cat "$BATS_TEST_TMPDIR/stored")" "$(cat "$printed")"
}
