#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# fairness.bats: whether all are treated alike, and whether complaints become
# fewer (A5, C8).

load helper

setup() {
	desk_setup
	export NO_COLOR=1
}

# brings CALLER ROOM [option...]: one of these has something to say.
brings() {
	local caller=$1 room=$2

	shift 2
	as xiaozhou log-call --caller "$caller" ${room:+-r "$room"} -n 张女士 \
	    -p 13800000501 "$@" 'something'
}

# Three owners who are answered after 1, 2 and 6 h; two tenants, held after 20
# and 40 minutes, one answered too late and one not yet; praise of a visitor,
# which needs no answer; one who does not say who he is.
day() {
	at 2026-11-22T08:00
	brings owner 3-2-501 -g parking -t xiaoma
	brings owner 3-2-502 -g parking -t xiaoma
	brings owner 12-1-101 -g parking -t xiaoma
	brings tenant 3-1-501 -g fees
	brings tenant 12-1-102 -k complaint -g noise
	brings visitor 大门 -k praise -t xiaowu
	as xiaozhou log-call --anonymous --no-phone none -g fees -O told 'fees'
	at 08:20
	as xiaozhou assign T261122-0004 -t xiaowu
	at 08:40
	as xiaozhou assign T261122-0005 -t xiaoma
	as xiaozhou assign T261122-0006 -t xiaowu
	at 09:00
	as xiaoma answer T261122-0001 -m soon
	at 10:00
	as xiaoma answer T261122-0002 -m soon
	at 14:00
	as xiaoma answer T261122-0003 -m soon
	at 2026-11-23T09:00
	as xiaowu answer T261122-0004 -m 'that much'
	at 12:00
}

@test "A5: how long who waited, by caller and by building" {
	day >/dev/null
	run -0 report fairness
	assert_output $'callers\towner\t3\t0\t0\t7200\t21600\t3\t0\t100.0\tA5
callers\ttenant\t2\t1800\t2400\t95400\t100800\t0\t2\t0.0\tA5
callers\tvisitor\t1\t0\t0\t\t\t0\t0\t\tA5
callers\tother\t0\t\t\t\t\t0\t0\t\tA5
callers\tnot_said\t1\t0\t0\t0\t0\t1\t0\t100.0\tA5
buildings\t3\t3\t0\t1200\t7200\t90000\t2\t1\t66.7\tA5
buildings\t12\t2\t1200\t2400\t61200\t100800\t1\t1\t50.0\tA5
buildings\telsewhere\t2\t0\t0\t0\t0\t1\t0\t100.0\tA5'
	run -0 bash -c 'report clauses | grep answer_gap'
	assert_output $'clauses\tA5\ttreat all alike\tanswer_gap\t\t\t\t\t88200'
}

@test "A5: for people" {
	day >/dev/null
	run -0 terminal report fairness
	assert_output 'Dongfang Hongrun Property DH  equal treatment (A5)
2026-11-01 Sun - 2026-11-23 Mon  printed 12:00:00 Wang  PRACTICE
================================================================================
Caller    Tickets  Waited  Longest  Answer  Longest  Kept  Broken  Percent
owner           3    0:00     0:00    2:00     6:00     3       0  100.0%
tenant          2    0:30     0:40   26:30    28:00     0       2    0.0%
visitor         1    0:00     0:00       -        -     0       0  -
other           0       -        -       -        -     0       0  -
not said        1    0:00     0:00    0:00     0:00     1       0  100.0%
Building   Tickets  Waited  Longest  Answer  Longest  Kept  Broken  Percent
3                3    0:00     0:20    2:00    25:00     2       1   66.7%
12               2    0:20     0:40   17:00    28:00     1       1   50.0%
elsewhere        2    0:00     0:00    0:00     0:00     1       0  100.0%'
}

@test "A5: who is held by nobody waits until now, and a late entry too" {
	at 2026-11-22T08:00
	brings owner 3-2-501 -g fees >/dev/null
	at 10:00
	brings owner 3-2-501 -g fees --at 09:00 -t xiaowu >/dev/null
	at 12:00
	run -0 bash -c 'report fairness | grep owner'
	assert_output $'callers\towner\t2\t9000\t14400\t12600\t14400\t0\t0\t\tA5'
}

@test "A5: a day, and another office" {
	day >/dev/null
	run -0 bash -c 'report fairness -D today | cut -f 1-3'
	assert_output $'callers\towner\t0
callers\ttenant\t0
callers\tvisitor\t0
callers\tother\t0
callers\tnot_said\t0'
	run -0 bash -c 'report fairness --office all | grep -e owner -e buildings.12'
	assert_output $'DH\tcallers\towner\t3\t0\t0\t7200\t21600\t3\t0\t100.0\tA5
DH\tbuildings\t12\t2\t1200\t2400\t61200\t100800\t1\t1\t50.0\tA5
all\tcallers\towner\t3\t\t\t\t\t3\t0\t100.0\tA5
all\tbuildings\t12\t2\t\t\t\t\t1\t1\t50.0\tA5'
}

# Three in September and one in November, of which one repeats what was 29
# days ago, and one what is joined to it.
@test "C8: complaints per 100 households, month by month" {
	{
		sed -i '/first: 1, last: 4/s/.*/  - {first: 1, last: 4, units: 1, floors: 5, doors: 2}/
		    /first: 5, last: 12/d' "$FRONTDESK_CONFIG/desk.yaml"
		at 2026-09-02T08:00
		brings owner 3-1-501 -k complaint -g noise -t xiaoma
		brings owner 3-1-501 -k complaint -g cleaning -t xiaoma
		at 2026-09-03T08:00
		brings owner 3-1-501 -k complaint -g noise -t xiaoma
		join-tickets --as xiaoma T260903-0001 -T T260902-0001
		at 2026-10-01T08:00
		brings owner 3-1-501 -k complaint -g noise -t xiaoma
		brings owner 3-1-502 -k complaint -g noise -t xiaoma
		brings owner '' -k complaint -g noise -t xiaoma
		at 2026-11-22T08:00
		brings owner 3-1-501 -k complaint -g noise -t xiaoma
		brings owner 3-1-501 -g noise -k request -t xiaoma
	} >/dev/null
	run -0 report complaints
	assert_output $'complaints\t2026-11\t1\t40\t2.5\t-2\t0\t0.0\tC8'
	run -0 report complaints -S 2020-01-01
	assert_output $'complaints\t2026-09\t3\t40\t7.5\t3\t0\t0.0\tC8
complaints\t2026-10\t3\t40\t7.5\t0\t1\t33.3\tC8
complaints\t2026-11\t1\t40\t2.5\t-2\t0\t0.0\tC8'
	run -0 bash -c 'report complaints -S 10-15 --table | tail -n 3'
	assert_output 'Month    Complaints  Households  Per 100  Change  Repeated  Percent  Clause
2026-10           3          40  7.5          +0         1   33.3%   C8
2026-11           1          40  2.5          -2         0    0.0%   C8'
	run -0 bash -c 'report clauses -S 2020-01-01 | grep repeated'
	assert_output $'clauses\tC8\tprevent complaints\trepeated\t6\t1\t85.7\t\t'
}

@test "a building with a letter stands behind the numbers; its homes count" {
	sed -i '/first: 1, last: 4/s/.*/  - {first: a, units: 0, floors: 5, doors: 2}/
	    /first: 5, last: 12/s/.*/  - {first: b, units: 0, floors: 5, doors: 2}\
  - {first: 9, last: 10, units: 1, floors: 5, doors: 2}/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	for room in b-501 10-1-101 a-202 9-1-101; do
		brings owner "$room" -g fees -t xiaoma >/dev/null
	done
	run -0 bash -c 'report fairness | grep buildings | cut -f 2,3'
	assert_output $'9\t1\n10\t1\na\t1\nb\t1'
	run -0 bash -c 'report complaints | cut -f 4'
	assert_output 40
}

@test "C8: where no buildings are configured, no share of households" {
	sed -i '/^buildings:/,/^$/d' "$FRONTDESK_CONFIG/desk.yaml"
	run -0 report complaints --json
	assert_output '{"section":"complaints","month":"2026-11","complaints":0,"households":0,"per_100":null,"change":0,"repeated":0,"percent":null,"clause":"C8"}'
}
