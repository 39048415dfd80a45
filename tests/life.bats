#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# life.bats: a ticket's whole life, several steps and several commands
# together: what one of them might undo of another.
# shellcheck disable=SC2154

load helper
load ticket

@test "C5: what somebody else writes down as done on the spot, the accused did not finish" {
	refused 1 'log-call: not recorded: Zhou is the one complained about, and may not finish it (C5). Hand it to Chen, or to somebody else' \
	    log-call --as xiaowu -k complaint -g attitude -A xiaozhou \
	    -f xiaozhou -n Liu -p 13800000611 -O 'he apologised' 'rude'
	sed -i 's/^accused_may_resolve: false/accused_may_resolve: true/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	done_as "$T1" log-call --as xiaowu -k complaint -g attitude \
	    -A xiaozhou -f xiaozhou -n Liu -p 13800000611 \
	    -O 'he apologised' 'rude'
}

@test "C6: what is opened again is late, in all reports, until it ends again" {
	complains -t xiaoma >/dev/null
	at 2026-11-24T10:12
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	at 11:12
	as xiaozhou call-back "$T1" --result dissatisfied -m 'drums' >/dev/null
	at 2026-11-25T08:12
	run bash -c "report overdue --since 2026-11-24 | cut -f 2,3,6,7 |
	    grep answer"
	assert_output $'T261123-0001\tanswer\t86400\t1'
	as xiaoma resolve "$T1" -m 'they stopped' >/dev/null
	run bash -c "report overdue --since 2026-11-24 | cut -f 2,3,6,7 |
	    grep answer"
	assert_output $'T261123-0001\tanswer\t86400\t0'
	run --separate-stderr -0 desk-check
}
