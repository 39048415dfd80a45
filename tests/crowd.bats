#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# crowd.bats: many at once, and the whole machine: writers killed at random,
# the power cut, disks that run full, backups under load.  `make torture' does
# it thousands of times (tests/crowd/run); here is a sample, the same each time unless SEED
# says otherwise.

load helper

# Nothing of these may go wrong, or be left out where it can be tried.
sample() {
	run "$ROOT/tests/$1" "${@:2}"
	[ "$status" -ne 77 ] || skip "$output"
	assert_success
}

@test "16 write and are killed at random: all that was told is there, once" {
	local kills=300

	[ -z "${FRONTDESK_SANITIZED:-}" ] || kills=30
	sample storm "$FRONTDESK_CONFIG" -s "${SEED:-1}" -k "$kills" -c 100
	assert_output --regexp '^[0-9]+ killed, .* 0 wrong, [^'$'\n'']*$'
}

@test "64 write at once, five calls each: none fails, none is lost" {
	local writers=64

	[ -z "${FRONTDESK_SANITIZED:-}" ] || writers=8
	sample storm "$FRONTDESK_CONFIG" -s "${SEED:-1}" -l -w "$writers" \
	    -n $((writers * 5))
	assert_output --partial "$((writers * 5)) lines told, 0 refused"
	[ "$(sql 'SELECT count(*) FROM ticket')" -eq $((writers * 5)) ]
}

@test "the power is cut while eight write: what was told before is there" {
	in_a_file
	not_sanitized
	sample cuts 20 "${SEED:-1}"
}

@test "disks of six sizes run full under five commands" {
	in_a_file
	not_sanitized
	sample full 6 "${SEED:-1}"
}

@test "backups under four writers hold all that was told before; killed too" {
	in_a_file
	needs_tracing
	sample backups 10 20 "${SEED:-1}"
}
