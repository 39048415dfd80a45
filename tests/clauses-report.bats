#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# clauses-report.bats: a month of which every figure of every clause can be
# counted by hand.

load helper

log() {
	local who=$1

	shift
	as "$who" log-call -n 张女士 -p 13800000501 "$@"
}

quietly() {
	"$@" >/dev/null 2>&1
}

# Complaints: one of an owner that is handed back, promised, moved, resolved
# and called back; one of a tenant about the same, taken by the accused, that
# nobody does anything about; one that is made void.  Then a municipal matter,
# a suggestion without a name, a reply owed, and somebody who comes three
# times.
setup() {
	desk_setup
	export NO_COLOR=1
	at 2026-11-10T08:00
	quietly log xiaozhou -k complaint -g noise -r 3-2-501 --caller owner \
	    --rings 2 -t xiaoma 'noise'
	at 08:30
	quietly as xiaoma hand-back T261110-0001 -w 'not mine'
	quietly as zhaodui acknowledge T261110-0001
	at 08:45
	quietly as xiaozhou assign T261110-0001 -t zhaodui
	at 09:00
	quietly as zhaodui accept T261110-0001
	quietly as zhaodui answer T261110-0001 -m 'we see to it' -P 18:00
	at 10:00
	quietly as zhaodui promise T261110-0001 19:00 -w 'no key'
	at 18:30
	quietly as zhaodui resolve T261110-0001 -m 'they are quiet'
	at 20:00
	quietly as xiaozhou call-back T261110-0001 --result satisfied
	at 2026-11-12T08:00
	quietly log xiaowu -k complaint -g noise -r 3-2-501 --caller tenant \
	    --rings 3 -A xiaowu -t chenzhuguan 'noise again, and he laughs'
	quietly log xiaozhou -k complaint -g attitude -c letter \
	    -t chenzhuguan 'written twice'
	at 09:00
	quietly as chenzhuguan amend T261112-0002 --void -w 'the same' -y
	quietly log xiaozhou -g water_cut -r 3-2-502 -t ligong 'no water'
	quietly as ligong accept T261112-0003
	quietly as ligong chase T261112-0003 --body Waterworks \
	    --outcome 'water is back'
	quietly as ligong resolve T261112-0003 -m 'water is back'
	at 10:00
	quietly as xiaozhou log-call --anonymous --no-phone none -k suggestion \
	    -c letter -t xiaoma 'more light'
	quietly log xiaozhou -k enquiry --callback-owed --tried Li 'which form'
	quietly as xiaozhou answer T261112-0005 -m 'no way, ask them'
	quietly as xiaozhou escalate T261112-0005 -w cannot_explain
	for n in 1 2 3; do
		at 1$n:00
		if [ $n = 1 ]; then
			quietly log xiaozhou -c visit -g fees -t xiaowu 'a bill'
		else
			quietly log xiaozhou -c visit -T T261112-0006 'again'
		fi
	done
	at 2026-11-20T12:00
}

@test "every clause has its row, in order, once or more often" {
	report clauses --json | jq -r .clause | uniq >"$BATS_TEST_TMPDIR/rows"
	sed -n 's/^	{ "\([A-F][0-9.]*\)",.*/\1/p' "$ROOT/lib/clause.c" \
	    >"$BATS_TEST_TMPDIR/clauses"
	assert [ -s "$BATS_TEST_TMPDIR/clauses" ]
	run -0 diff "$BATS_TEST_TMPDIR/clauses" "$BATS_TEST_TMPDIR/rows"
}

# clause, measure: kept broken percent, or a number, or seconds.
figures='A3 acknowledged 1 1 50.0 - -
A3 unacknowledged - - - 1 -
A3 acknowledging - - - - 1800
A5 answer_gap - - - - 702000
A9 fit_answers 3 1 75.0 - -
A11 asked 1 0 100.0 - -
A16 escalated - - - 1 -
A18 two_rings 1 1 50.0 - -
B5 gifts - - - 0 -
C1 handed_over 1 0 100.0 - -
C1 handing_over - - - - 900
C1 unheld - - - 0 -
C1 on_spot - - 0.0 0 -
C2 suggestions - - - 1 -
C4 complaints_void - - - 1 -
C5 accused - - - 1 -
C5 self_taken - - 100.0 1 -
C6 answered 1 1 50.0 - -
C6 called_back 1 1 50.0 - -
C6 satisfied 1 0 100.0 - -
C7 chased 0 0 - - -
C7 settled 1 0 100.0 - -
C8 repeated 1 1 50.0 - -
C9 analysed 0 0 - - -
C9 groups 0 0 - - -
C9 remedied 0 0 - - -
C9 verified 0 0 - - -
C9 held 0 0 - - -
C10 void - - - 1 -
E4 keys_back 0 0 - - -
E4 locks 0 0 - - -
F4.1 responsible 6 0 100.0 - -
F4.2 met_other - - 0.0 0 -
F4.4 accepted 2 3 40.0 - -
F4.4 followed_up 2 4 33.3 - -
F4.4 not_followed - - - 4 -
F4.4 hand_backs - - - 1 -
F4.5 registered 7 1 87.5 - -
F4.6 promises 1 0 100.0 - -
F4.6 moved - - - 1 -
F4.6 second_visit 0 1 0.0 - -
F4.6 third_visit - - - 1 -
F4.7 kicked - - - 0 -
F4.8 replied 1 0 100.0 - -
F4.8 tries - - - 1 -'

# The rows with something to count, of whatever report clauses is given.
counted() {
	report clauses "$@" | grep -v not_measurable | cut -f 2,4- |
	    sed -E ':a; s/\t(\t|$)/\t-\1/; ta; s/\t/ /g'
}

@test "what each clause comes to, as counted by hand" {
	run -0 counted
	assert_output "$figures"
}

@test "clauses that people keep, and those without a register, say so" {
	run -0 bash -c "report clauses --json | jq -r 'select(.measure ==
	    \"not_measurable\") | select([.kept, .broken, .percent, .count,
	    .seconds] == [null, null, null, null, null]) | .clause' | xargs"
	assert_output 'A1 A2 A4 A6 A7 A8 A10 A12 A13 A14 A15 A17 B1 B2 B3 B4 B6 B7 B8 C3 D0.1 D0.2 D0.3 D1 D2.1 D2.2 D2.3 D2.4 D2.4.1 D2.4.2 D2.4.3 E1 E2 E3 F4.3 F4.9 F4.10 F4.11'
}

@test "the same as JSON: a row each, numbers as numbers" {
	run -0 bash -c 'report clauses --json | grep -e not_followed -e \"A3\" -e \"B1\"'
	assert_output '{"section":"clauses","clause":"A3","title":"take criticism, report complaints to the head","measure":"acknowledged","kept":1,"broken":1,"percent":50.0,"count":null,"seconds":null}
{"section":"clauses","clause":"A3","title":"take criticism, report complaints to the head","measure":"unacknowledged","kept":null,"broken":null,"percent":null,"count":1,"seconds":null}
{"section":"clauses","clause":"A3","title":"take criticism, report complaints to the head","measure":"acknowledging","kept":null,"broken":null,"percent":null,"count":null,"seconds":1800}
{"section":"clauses","clause":"B1","title":"be on time","measure":"not_measurable","kept":null,"broken":null,"percent":null,"count":null,"seconds":null}
{"section":"clauses","clause":"F4.4","title":"hand over to a person and follow up","measure":"not_followed","kept":null,"broken":null,"percent":null,"count":4,"seconds":null}'
}

@test "for people: the title once, whatever is missed in its own row" {
	run -0 bash -c 'report clauses --table | sed -n "1,8p;/^C5/,/^C7/p"'
	assert_output 'Dongfang Hongrun Property DH  the regulation, clause by clause
2026-11-01 Sun - 2026-11-20 Fri  printed 12:00:00 Wang  PRACTICE
================================================================================
Clause  Asks for         Figure                    Kept  Broken  Percent  Number
A1      rise for a res~  not measurable
A2      be courteous w~  not measurable
A3      take criticism~  acknowledged in time         1       1   50.0%
A3                       still to be acknowledged                              1
C5      the accused re~  complaints about staff                                1
C5                       taken by the accused                    100.0%        1
C6      answer complai~  answered in 24 hours         1       1   50.0%
C6                       called back in time          1       1   50.0%
C6                       residents satisfied          1       0  100.0%
C7      negotiate with~  chased in time               0       0  -'
	run -0 bash -c 'LANGUAGE=zh_CN report clauses --table | grep "^C6.*24"'
	assert_output 'C6      24小时内答复                24小时内答复       1       1   50.0%'
}

@test "this month unless another time is said" {
	at 2026-12-03T09:00
	run -0 bash -c 'report clauses | grep -E "(24 hours.answered|suggestions|analysed).[0-9]*.[0-9]*.[0-9]*.[0-9]*.$"'
	assert_output $'clauses\tC2\tcollect suggestions\tsuggestions\t\t\t\t0\t
clauses\tC6\tanswer complaints within 24 hours\tanswered\t0\t0\t\t\t
clauses\tC9\tanalyse complaints, cure recurring ones\tanalysed\t0\t0\t\t\t'
	run -0 counted -S 2026-11-01 -U 2026-11-30
	assert_line 'C6 answered 1 1 50.0 - -'
	assert_line 'C2 suggestions - - - 1 -'
	run -0 counted -D 2026-11-10
	assert_line 'C6 called_back 0 0 - - -'
	assert_line 'C6 satisfied 1 0 100.0 - -'
	assert_line 'F4.6 promises 1 0 100.0 - -'
	assert_line 'C10 void - - - 0 -'
}

@test "C6: dissatisfied residents count where they said so, before and after" {
	at 2026-11-20T13:00
	quietly as xiaozhou call-back T261110-0001 --result dissatisfied \
	    --text 'as loud as ever'
	at 14:00
	quietly as zhaodui resolve T261110-0001 -m 'moved out'
	quietly as xiaozhou call-back T261110-0001 --result unreachable
	run -0 counted
	assert_line 'C6 satisfied 1 1 50.0 - -'
	run -0 bash -c 'report daily | grep satisfied; report daily -D 11-10 | grep satisfied'
	assert_output $'rates\tsatisfied\t0\t1\t0.0\tC6
rates\tsatisfied\t1\t1\t100.0\tC6'
}

@test "C9: what recurs is analysed, its remedy fails" {
	at 2026-11-20T13:00
	quietly log xiaozhou -k complaint -g noise -r 3-2-501 -t xiaoma more
	run -0 counted
	assert_line 'C9 groups 0 1 0.0 - -'
	quietly as zhaodui analyse -g noise -r 3-2-501 --root-cause walls \
	    --departments order --remedy carpets --owner zhaodui \
	    --due '2026-11-21 12:00' --verify-after '2026-12-20 12:00'
	run -0 counted
	assert_line 'C9 groups 1 0 100.0 - -'
	at 2026-11-21T10:00
	quietly as zhaodui analyse A261120-0001 --remedied
	at 11:00
	quietly log xiaozhou -k complaint -g noise -r 3-2-501 -t xiaoma again
	at 13:00
	run -0 counted
	assert_line 'C9 remedied 1 0 100.0 - -'
	assert_line 'C9 held 0 1 0.0 - -'
}

@test "what is made void leaves every rate, and is counted" {
	at 2026-11-20T13:00
	quietly as zhaodui amend T261110-0001 --void -w 'never happened' -y
	run -0 counted
	# shellcheck disable=SC2001
	assert_output "$(sed -e 's/^\(A3 acknowledged\) .*/\1 0 1 0.0 - -/
	    s/^\(A3 acknowledging\) .*/\1 - - - - -/
	    s/^\(A5 answer_gap\) .*/\1 - - - - -/
	    s/^\(A9 fit_answers\) .*/\1 1 1 50.0 - -/
	    s/^\(A18 two_rings\) .*/\1 0 1 0.0 - -/
	    s/^\(C1 handed_over\) .*/\1 0 0 - - -/
	    s/^\(C1 handing_over\) .*/\1 - - - - -/
	    s/^\(C4 complaints_void\) .*/\1 - - - 2 -/
	    s/^\(C6 answered\) .*/\1 0 1 0.0 - -/
	    s/^\(C6 called_back\) .*/\1 0 1 0.0 - -/
	    s/^\(C6 satisfied\) .*/\1 0 0 - - -/
	    s/^\(C8 repeated\) .*/\1 1 0 100.0 - -/
	    s/^\(C10 void\) .*/\1 - - - 2 -/
	    s/^\(F4.1 responsible\) .*/\1 5 0 100.0 - -/
	    s/^\(F4.4 accepted\) .*/\1 1 3 25.0 - -/
	    s/^\(F4.4 followed_up\) .*/\1 1 4 20.0 - -/
	    s/^\(F4.4 hand_backs\) .*/\1 - - - 0 -/
	    s/^\(F4.5 registered\) .*/\1 6 1 85.7 - -/
	    s/^\(F4.6 promises\) .*/\1 0 0 - - -/
	    s/^\(F4.6 moved\) .*/\1 - - - 0 -/' <<<"$figures")"
	run -0 bash -c 'report daily -D 11-10 |
	    grep -E "^(contacts.(complaint|all|void)|rates)"'
	assert_output $'contacts\tcomplaint\t0\t0\t0\t0\t0\t0
contacts\tall\t0\t0\t0\t0\t0\t0
contacts\tvoid\t\t\t\t\t0\t
rates\ton_spot\t0\t0\t\tC1
rates\tanswered\t0\t0\t\tC6
rates\tpromises\t0\t0\t\tF4.6
rates\taccepted\t0\t0\t\tF4.4
rates\tacknowledged\t0\t0\t\tA3
rates\tkeys_back\t0\t0\t\tE4
rates\tsatisfied\t0\t0\t\tC6'
	run -0 bash -c 'report daily | grep contacts.void'
	assert_output $'contacts\tvoid\t\t\t\t\t1\t'
	run -0 bash -c 'report fairness | grep owner; report complaints'
	assert_output $'callers\towner\t0\t\t\t\t\t0\t0\t\tA5
complaints\t2026-11\t1\t5664\t0.0\t1\t0\t0.0\tC8'
}

@test "a void ticket's breach stays in the list of what was missed" {
	at 2026-11-20T13:00
	quietly as chenzhuguan amend T261112-0006 --void -w twice -y
	run -0 bash -c 'report overdue -D 11-12 | grep T261112-0006.visit'
	assert_line --partial $'breaches\tT261112-0006\tvisit\tF4.6'
}

@test "--explain: a line for every figure, with its clause" {
	run -0 bash -c 'diff <(report clauses --explain | cut -f 1) \
	    <(report clauses | grep -v not_measurable | cut -f 2)'
}

@test "all offices: each by itself, then what can be added up" {
	export NH="$BATS_TEST_TMPDIR/north"
	mkdir "$NH"
	cp "$FRONTDESK_CONFIG"/*.yaml "$NH"
	sed -i -e 's/^office: .*/office: NH/' \
	    -e "s|^store: frontdesk.db|store: $FRONTDESK_CONFIG/frontdesk.db|" \
	    "$NH/desk.yaml"
	quietly desk-init --practice "$NH"
	at 12:10
	quietly as xiaowu log-call --config "$NH" -k complaint -g noise -n Li \
	    -p 13800000501 --rings 1 -O 'went there at once' noise
	run -0 bash -c 'report clauses --office all |
	    grep -E "self_taken|acknowledging|fit_answers|two_rings|D1"'
	assert_output $'DH\tclauses\tA3\ttake criticism, report complaints to the head\tacknowledging\t\t\t\t\t1800
DH\tclauses\tA9\tnever "not my business"\tfit_answers\t3\t1\t75.0\t\t
DH\tclauses\tA18\tanswer after two rings, with the greeting\ttwo_rings\t1\t1\t50.0\t\t
DH\tclauses\tC5\tthe accused records truthfully\tself_taken\t\t\t100.0\t1\t
DH\tclauses\tD1\tfire: the fire plan\tnot_measurable\t\t\t\t\t
NH\tclauses\tA3\ttake criticism, report complaints to the head\tacknowledging\t\t\t\t\t
NH\tclauses\tA9\tnever "not my business"\tfit_answers\t0\t0\t\t\t
NH\tclauses\tA18\tanswer after two rings, with the greeting\ttwo_rings\t1\t0\t100.0\t\t
NH\tclauses\tC5\tthe accused records truthfully\tself_taken\t\t\t\t0\t
NH\tclauses\tD1\tfire: the fire plan\tnot_measurable\t\t\t\t\t
all\tclauses\tA3\ttake criticism, report complaints to the head\tacknowledging\t\t\t\t\t
all\tclauses\tA9\tnever "not my business"\tfit_answers\t3\t1\t75.0\t\t
all\tclauses\tA18\tanswer after two rings, with the greeting\ttwo_rings\t2\t1\t66.7\t\t
all\tclauses\tC5\tthe accused records truthfully\tself_taken\t\t\t\t1\t
all\tclauses\tD1\tfire: the fire plan\tnot_measurable\t\t\t\t\t'
}

@test "C7: what a head gave up is not settled" {
	quietly log xiaozhou -g water_cut -r 3-2-501 -t ligong 'no water'
	quietly as sunzhuguan chase T261120-0001 --give-up 'they never reply'
	run -0 bash -c 'report clauses | grep settled | cut -f 2,4-7'
	assert_output $'C7\tsettled\t1\t1\t50.0'
}
