#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# report.bats: a small day whose figures can be counted by hand.

load helper

log() {
	local who=$1

	shift
	as "$who" log-call -n 张女士 -p 13800000501 "$@"
}

# Yesterday two complaints, one of them answered late this morning.  Today
# five tickets: two promises are kept, one was moved too late, one is missed;
# one hand-over is accepted late, by a head who was late with the complaint.
setup() {
	desk_setup
	export NO_COLOR=1
	{
		at 2026-11-22T08:30
		log xiaozhou -k complaint -g noise -t xiaoma 'noise one'
		at 09:00
		log xiaozhou -k complaint -g noise -t xiaoma 'noise two'
		at 09:10
		list tickets | as xiaoma accept
		list tickets | as zhaodui acknowledge
		at 22:30
		list tickets | as xiaozhou follow-up -m 'asked after it'
		at 2026-11-23T08:20
		as xiaoma answer T261122-0001 -m told
		at 08:30
		log xiaozhou -g leak -r 3-2-501 -t ligong -P 10:30 leak
		at 08:35
		log xiaowu -c visit -g fees -O explained 'fees?'
		at 08:40
		log xiaozhou -g lighting -t ligong -P 09:30 dark
		at 08:45
		log xiaozhou -c letter -g attitude -A xiaowu -t chenzhuguan rude
		at 08:50
		log xiaozhou -g parking -t xiaoma -P 12:00 'my place is taken'
		at 09:00
		as ligong accept T261123-0001 T261123-0003
		as xiaoma accept T261123-0005
		at 09:45
		as ligong promise T261123-0003 11:00 -w 'no part'
		at 09:50
		as xiaoma promise T261123-0005 13:00 -w 'asks for it'
		at 10:00
		as xiaoma answer T261122-0002 -m told
		as ligong resolve T261123-0001 -m mended
		at 10:30
		as ligong resolve T261123-0003 -m mended
		at 11:00
		log xiaowu -T T261123-0005 --urge 'still taken'
		at 12:00
		as chenzhuguan acknowledge T261123-0004
		as chenzhuguan accept T261123-0004
		at 22:00
	} >/dev/null
}

# The chain's head depends on who runs the tests, so it is covered up.
@test "daily, as data: every figure as counted by hand" {
	run bash -c "report daily | sed -E 's/[0-9a-f]{64}/HEAD/'"
	assert_success
	assert_output $'contacts\tcomplaint\t0\t0\t1\t1\t1\t2
contacts\trequest\t4\t0\t0\t4\t3\t0
contacts\tenquiry\t0\t1\t0\t1\t1\t0
contacts\tsuggestion\t0\t0\t0\t0\t0\t0
contacts\tpraise\t0\t0\t0\t0\t0\t0
contacts\ttip\t0\t0\t0\t0\t0\t0
contacts\tall\t4\t1\t1\t6\t5\t2
contacts\tvoid\t\t\t\t\t0\t
rates\ton_spot\t1\t5\t20.0\tC1
rates\tanswered\t1\t2\t50.0\tC6
rates\tpromises\t2\t4\t50.0\tF4.6
rates\taccepted\t3\t4\t75.0\tF4.4
rates\tacknowledged\t0\t1\t0.0\tA3
rates\tkeys_back\t0\t0\t\tE4
rates\tsatisfied\t0\t0\t\tC6
breaches\tT261122-0002\tanswer\tC6\t2026-11-23T09:00:00+08:00\t3600\t0\txiaoma\txiaozhou\tnoise two
breaches\tT261123-0003\tpromise\tF4.6\t2026-11-23T09:30:00+08:00\t3600\t0\tligong\txiaozhou\tdark
breaches\tT261123-0004\taccept\tF4.4\t2026-11-23T10:45:00+08:00\t4500\t0\tchenzhuguan\txiaozhou\trude
breaches\tT261123-0004\tacknowledge\tA3\t2026-11-23T10:45:00+08:00\t4500\t0\tchenzhuguan\txiaozhou\trude
breaches\tT261123-0005\tpromise\tF4.6\t2026-11-23T13:00:00+08:00\t32400\t1\txiaoma\txiaozhou\tmy place is taken
open\txiaoma\t3\t1
open\tligong\t2\t0
open\tchenzhuguan\t1\t0
keys\t18\t0\t0\t0\t0\t\t\t
journal\t26\tHEAD\t'
}

@test "daily, for people" {
	run bash -c "report daily --table | sed -E 's/[0-9a-f]{16} /HEAD             /'"
	assert_output 'Dongfang Hongrun Property DH  daily report  2026-11-23 Mon
printed 22:00:00 Wang  PRACTICE
================================================================================
Contacts           Calls  Visits  Letters  Sum  Tickets  Before
complaint              0       0        1    1        1       2
request                4       0        0    4        3       0
enquiry                0       1        0    1        1       0
suggestion             0       0        0    0        0       0
praise                 0       0        0    0        0       0
tip                    0       0        0    0        0       0
all                    4       1        1    6        5       2
tickets made void      -       -        -    -        0       -
Rate                  Part  Whole  Percent                         Clause
done on the spot         1      5   20.0%  [####----------------]  C1
answered in 24 hours     1      2   50.0%  [##########----------]  C6
promises kept            2      4   50.0%  [##########----------]  F4.6
accepted in time         3      4   75.0%  [###############-----]  F4.4
acknowledged in time     0      1    0.0%  [--------------------]  A3
keys back in time        0      0  -                               E4
residents satisfied      0      0  -                               C6
Missed        Deadline     Clause  Due     Late  Handler  Matter
T261122-0002  answer       C6      09:00   1:00  Ma       noise two
T261123-0003  promise      F4.6    09:30   1:00  Li       dark
T261123-0004  accept       F4.4    10:45   1:15  Chen     rude
T261123-0004  acknowledge  A3      10:45   1:15  Chen     rude
T261123-0005  promise      F4.6    13:00  !9:00  Ma       my place is taken
Handler  Open  Overdue
Ma          3        1
Li          2        0
Chen        1        0
Keys in now  Out  Overdue  Lost  Withdrawn  Counted      Missing  Unexpected
         18    0        0     0          0  not counted  -        -
Events  Head              Without a scan
    26  HEAD              never any'
}

@test "the head that is printed is the journal's, as desk-check has it" {
	head=$(desk-check 2>/dev/null | sed -n 's/^head\t//p')
	[ "$(report daily --json | jq -r 'select(.section == "journal").head')" = \
	    "$head" ]
	run report daily --table
	assert_output --partial "  ${head:0:16}  "
}

@test "daily says for how long no scan has come" {
	escalate --overdue >/dev/null
	at 22:14
	[ "$(report daily --json |
	    jq 'select(.section == "journal").without_scan_seconds')" = null ]
	run report daily --table
	assert_line --index -1 --regexp '^ +2[0-9] +[0-9a-f]{16}  -$'
	at 23:44
	[ "$(report daily --json |
	    jq 'select(.section == "journal").without_scan_seconds')" = 6240 ]
	run report daily --table
	assert_line --index -1 --regexp '^ +2[0-9] +[0-9a-f]{16} +1 h 44 min$'
}

@test "those still open count, once their time is past (C6)" {
	# T261123-0004 falls due at 08:45 tomorrow, unanswered.
	at 2026-11-24T08:45
	rate=$'rates\tanswered\t0\t0\t\tC6'
	[ "$(report daily | grep answered)" = "$rate" ]
	at 08:46
	[ "$(report daily | grep answered)" = $'rates\tanswered\t0\t1\t0.0\tC6' ]
	at 09:00
	as chenzhuguan answer T261123-0004 -m sorry
	[ "$(report daily | grep answered)" = $'rates\tanswered\t0\t1\t0.0\tC6' ]
}

@test "another day, and a span of days" {
	run bash -c 'report daily -D yesterday | grep -E "^(rates|contacts.all)"'
	assert_output $'contacts\tall\t2\t0\t0\t2\t2\t0
rates\ton_spot\t0\t2\t0.0\tC1
rates\tanswered\t0\t0\t\tC6
rates\tpromises\t0\t0\t\tF4.6
rates\taccepted\t2\t2\t100.0\tF4.4
rates\tacknowledged\t2\t2\t100.0\tA3
rates\tkeys_back\t0\t0\t\tE4
rates\tsatisfied\t0\t0\t\tC6'
	for span in '-S 2026-11-22 -U 2026-11-23' '-S 2026-11-22' \
	    '-U 2026-11-23'; do
		# shellcheck disable=SC2086
		run report daily $span
		assert_line $'contacts\tall\t6\t1\t1\t8\t7\t'
		assert_line $'rates\taccepted\t5\t6\t83.3\tF4.4'
	done
	run report register -S 2026-11-22 -U '2026-11-23 08:35'
	[ "${#lines[@]}" -eq 4 ]
	run report overdue -D 2026-11-23
	[ "${#lines[@]}" -eq 5 ]
	run report daily -D yesterday -S 2026-11-22
	assert_failure 64
	assert_output 'report: --date and --since or --until exclude each other. Leave one of them out'
}

@test "overdue: what is late at this moment" {
	run report overdue
	assert_output $'breaches\tT261123-0005\tpromise\tF4.6\t2026-11-23T13:00:00+08:00\t32400\t1\txiaoma\txiaozhou\tmy place is taken'
	run report overdue --json
	assert_output '{"section":"breaches","id":"T261123-0005","deadline":"promise","clause":"F4.6","due":"2026-11-23T13:00:00+08:00","late_seconds":32400,"open":true,"holder":"xiaoma","first_responder":"xiaozhou","content":"my place is taken"}'
	at 2026-11-24T08:50
	run bash -c 'report overdue | cut -f 2,3'
	assert_output $'T261123-0005\tpromise
T261122-0001\tfollow_up
T261122-0002\tfollow_up
T261123-0004\tanswer
T261123-0004\tfollow_up'
}

@test "register: the book's columns, names and numbers masked" {
	run report register --csv
	assert_output $'section,id,at,channel,kind,room,caller,name,phone,content,disposition,told_department,first_responder,state\r
register,T261123-0001,2026-11-23T08:30:00+08:00,call,request,3-2-501,,张**,138****0501,leak,handed_over,engineering,xiaozhou,resolved\r
register,T261123-0002,2026-11-23T08:35:00+08:00,visit,enquiry,,,张**,138****0501,fees?,on_spot,,xiaowu,closed\r
register,T261123-0003,2026-11-23T08:40:00+08:00,call,request,,,张**,138****0501,dark,handed_over,engineering,xiaozhou,resolved\r
register,T261123-0004,2026-11-23T08:45:00+08:00,letter,complaint,,,张**,138****0501,rude,handed_over,service,xiaozhou,accepted\r
register,T261123-0005,2026-11-23T08:50:00+08:00,call,request,,,张**,138****0501,my place is taken,handed_over,order,xiaozhou,accepted\r
register,T261123-0005/2,2026-11-23T11:00:00+08:00,call,request,,,张**,138****0501,still taken,urged,,xiaowu,accepted\r'
}

@test "register, for people: no column is lost at 80 columns" {
	run report register --table
	assert_output 'Dongfang Hongrun Property DH  register of calls, visits and letters
2026-11-23 Mon  printed 22:00:00 Wang  PRACTICE
================================================================================
T261123-0001 08:30 call request 3-2-501 张** 138****0501 handed over engineering
  Zhou resolved
  leak
T261123-0002 08:35 visit enquiry 张** 138****0501 done on the spot Wu closed
  fees?
T261123-0003 08:40 call request 张** 138****0501 handed over engineering Zhou
  resolved
  dark
T261123-0004 08:45 letter complaint 张** 138****0501 handed over
  customer service centre Zhou in work
  rude
T261123-0005 08:50 call request 张** 138****0501 handed over order and security
  Zhou in work
  my place is taken
T261123-0005/2 11:00 call request 张** 138****0501 urged Wu in work
  still taken'
}

@test "every report fits a terminal of 80 columns and one of 40" {
	for what in clauses complaints daily fairness overdue register \
	    suggestions; do
		for columns in 80 40; do
			run script -qec "stty cols $columns; report $what" \
			    /dev/null
			assert_success
			for line in "${lines[@]//$'\r'/}"; do
				[ "$(printf %s "$line" | wc -L)" -le $columns ] || {
					echo "$what at $columns: $line"
					return 1
				}
			done
		done
	done
}

@test "an empty day" {
	at 2026-12-24T08:00
	run report register
	assert_success
	assert_output ''
	run report overdue -D today --table
	assert_line --index -1 'Missed: none'
}

@test "--explain says what each rate counts and leaves out" {
	for what in clauses complaints daily fairness keys overdue register \
	    suggestions; do
		run report $what --explain
		assert_success
		refute_output ''
	done
	run report daily --explain
	assert_line --regexp '^C6'$'\t''.*those still open included'
	for clause in C1 C6 F4.6 F4.4 A3; do
		assert_line --regexp "^$clause"$'\t'
	done
}

@test "no such report: 64, the nearest named" {
	run report dayly
	assert_failure 64
	assert_output 'report: there is no report "dayly". Did you mean daily?'
}

@test "a hand-over resolved after its time, never accepted, was not in time" {
	at 2026-11-25T08:00
	id=$(log xiaozhou -k request -g leak -t ligong 'a leak')
	at 11:00
	as ligong resolve "$id" -m mended
	run -0 report daily --json
	assert_equal "$(jq -c 'select(.clause == "F4.4" and has("part")) |
	    [.part, .whole]' <<<"$output")" '[0,1]'
}

@test "a void or cut output: 74" {
	run bash -c 'report daily >/dev/full'
	assert_failure 74
}
