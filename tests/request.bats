#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# request.bats: --request-id names a whole run: a repeat writes nothing and
# prints the same ids; the same name for something else is refused.

load helper
load ticket

used='request R1 was used for something else. Leave --request-id out, or take a new one'

# repeated COMMAND...: it prints what `output' holds, and writes nothing.
repeated() {
	local before first=$output

	before=$(rows)
	done_as "$first" "$@"
	assert_equal "$(rows)" "$before"
}

@test "log-call: a repeat prints the same id and writes nothing" {
	run -0 calls --request-id R1
	assert_output "$T1"
	repeated calls --request-id R1
	at 10:00
	repeated calls --request-id R1
	done_as "$T2" calls --request-id R2
	done_as T261123-0003 calls
}

@test "log-call: other input by the same name is refused" {
	calls --request-id R1 >/dev/null
	refused 1 "log-call: not recorded: $used" calls --request-id R1 -g leak
	refused 1 "log-call: not recorded: $used" \
	    calls --request-id R1 -r 3-2-502
	refused 1 "log-call: not recorded: $used" log-call --request-id R1 \
	    --as xiaowu -n 张女士 -p 13800000501 -r 3-2-501 \
	    'the pipe under the sink leaks'
}

@test "log-call -p -: the number that was read belongs to the input" {
	log-call -n Zhang -p - --request-id R1 x <<<13800000501 >/dev/null
	output=$T1
	repeated log-call -n Zhang -p - --request-id R1 x <<<13800000501
	refused 1 "log-call: not recorded: $used" \
	    log-call -n Zhang -p - --request-id R1 x <<<13800000502
}

@test "another command by the same name is refused" {
	calls --request-id R1 >/dev/null
	refused 1 "assign: not handed over: $used" \
	    assign "$T1" -t ligong --request-id R1
}

@test "assign over several: the same ids in the same order" {
	calls >/dev/null
	calls >/dev/null
	calls >/dev/null
	run -0 assign --request-id R1 -t ligong "$T3" "$T1" "$T2"
	assert_output "$T3
$T1
$T2"
	repeated assign --request-id R1 -t ligong "$T3" "$T1" "$T2"
	refused 1 "assign: not handed over: $used" \
	    assign --request-id R1 -t ligong "$T1" "$T2"
	refused 1 "assign: not handed over: $used" \
	    assign --request-id R1 -t xiaoma "$T3" "$T1" "$T2"
}

@test "assign: a repeat stays one when the ticket has moved on since" {
	calls >/dev/null
	assign --request-id R1 -t ligong "$T1" >/dev/null
	as ligong resolve "$T1" -m 'new seal' >/dev/null
	output=$T1
	repeated assign --request-id R1 -t ligong "$T1"
	run ticket "$T1" state
	assert_output resolved
}

@test "ids from standard input belong to the input" {
	calls >/dev/null
	calls >/dev/null
	run -0 assign --request-id R1 -t ligong <<<"$T1"
	repeated assign --request-id R1 -t ligong <<<"$T1"
	refused 1 "assign: not handed over: $used" \
	    assign --request-id R1 -t ligong <<<"$T2"
}

@test "--keep-going: a repeat prints those that were done, and ends alike" {
	calls -t ligong >/dev/null
	calls >/dev/null
	run -1 as ligong accept --keep-going --request-id R1 "$T1" "$T2" \
	    2>/dev/null
	assert_line "$T1"
	run --separate-stderr -1 as ligong accept --keep-going \
	    --request-id R1 "$T1" "$T2"
	assert_equal "$output|$stderr" "$T1|"
	assert_equal "$(sql "SELECT count(*) FROM event WHERE step = 'accept'")" 1
}

@test "a refused run leaves its name free" {
	refused 1 'log-call: not recorded: no name (F4.5). Add --name NAME, or --anonymous' \
	    log-call -p 13800000501 --request-id R1 x
	done_as "$T1" log-call -p 13800000501 -n Zhang --request-id R1 x
}

@test "--from: a repeat prints the same ids and writes nothing" {
	rows_in() {
		printf 'content,name,phone\nx,Zhang,111\ny,Liu,%s\n' "$1"
	}
	run -0 log-call --from csv --request-id R1 < <(rows_in 222)
	assert_output "$T1
$T2"
	repeated log-call --from csv --request-id R1 < <(rows_in 222)
	refused 1 "log-call: not recorded: $used" \
	    log-call --from csv --request-id R1 < <(rows_in 223)
	refused 1 "log-call: not recorded: $used" \
	    log-call --from csv --request-id R1 -k tip < <(rows_in 222)
}

@test "a repeat on a terminal says that it is one" {
	calls --request-id R1 >/dev/null
	run -0 terminal log-call --as xiaozhou -n 张女士 -p 13800000501 \
	    -r 3-2-501 --request-id R1 'the pipe under the sink leaks'
	assert_line -n 0 'T261123-0001  done already, by the same request'
}

@test "a repeat as JSON prints the ticket as it is now" {
	calls --request-id R1 >/dev/null
	assign "$T1" -t ligong >/dev/null
	run -0 calls --request-id R1 --json
	assert_equal "$(jq -r '.id + " " + .state' <<<"$output")" \
	    "$T1 assigned"
}
