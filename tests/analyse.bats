#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# analyse.bats: complaints are analysed (C9): those that recur, the tickets
# that are named, all of a month; and what a remedy was worth.
# shellcheck disable=SC2154,SC2086

load helper
load ticket

A1=A261123-0001 A2=A261123-0002

# Of noise in 6-1-302 there are three, the third of which came by letter.
setup() {
	desk_setup
	complains >/dev/null
	complains >/dev/null
	complains -c letter >/dev/null
	findings=(--root-cause 'nobody walks there at night'
	    --departments order --remedy 'a patrol at ten' --owner xiaoma
	    --due 2026-11-25T18:00 --verify-after 2026-12-05T18:00)
}

# analysed ID COLUMN...: these of one, `-' for what is not there.
analysed() {
	local id=$1 columns

	shift
	columns=$(printf ',.%s' "$@")
	list analyses --all --json | jq -r --arg id "$id" "select(.id ==
	    \$id) | [${columns#,}] | map(. // \"-\") | join(\" \")"
}

# remedied [TIME]: the three are analysed, and the remedy is there.
remedied() {
	as xiaozhou analyse "$T1" "$T2" "$T3" "${findings[@]}" >/dev/null
	at "${1:-2026-11-25T10:00}"
	as xiaoma analyse "$A2" --remedied -m 'he walks' >/dev/null
}

# in_december: the remedy is to be there by the 10th, and to hold on the 20th.
in_december() {
	findings=("${findings[@]:0:8}" --due 2026-12-10T18:00
	    --verify-after 2026-12-20T18:00)
}

# ---- what is analysed ----

@test "C9: what recurs, by its category and room: members, findings, remedy" {
	at 09:00
	done_as "$A2" as xiaozhou analyse -g 噪音 -r 6栋1单元302 \
	    "${findings[@]}"
	run bash -c "list analyses --all --json | jq -cS 'select(.id ==
	    \"$A2\")'"
	assert_output '{"category":"noise","departments":"order","due":"2026-11-25T18:00:00+08:00","ended":null,"failed_by":null,"first_responder":"xiaozhou","id":"A261123-0002","members":"T261123-0001 T261123-0002 T261123-0003","month":null,"opened":"2026-11-23T09:00:00+08:00","owner":"xiaoma","place":"6-1-302","remedied":null,"remedy":"a patrol at ten","root_cause":"nobody walks there at night","state":"open","verify_after":"2026-12-05T18:00:00+08:00"}'
	run owes "$A2"
	assert_output 'remedy C9 25.18:00 xiaoma'
	run told "$A2"
	assert_output $'xiaoma remedy\nzhaodui remedy'
	run story "$A2"
	assert_output $'xiaozhou owe C9\nxiaozhou analyse C9'
}

@test "C9: tickets that are named, also fewer than recur" {
	done_as "$A2" as xiaozhou analyse "$T1" "$T3" "${findings[@]}"
	run analysed "$A2" category place members
	assert_output "noise 6-1-302 $T1 $T3"
}

@test "C9: tickets from standard input, as another command prints them" {
	list tickets -k complaint --json >"$BATS_TEST_TMPDIR/complaints"
	done_as "$A2" as xiaozhou analyse "${findings[@]}" \
	    <"$BATS_TEST_TMPDIR/complaints"
	run analysed "$A2" members
	assert_output "$T1 $T2 $T3"
	done_as '' as xiaozhou analyse "${findings[@]}" </dev/null
}

@test "C9: what does not recur is not analysed as if it did" {
	refused 1 'analyse: not recorded: noise does not recur in 6-1-301 (C9). What does: list recurring; or name the tickets' \
	    as xiaozhou analyse -g noise -r 6-1-301 "${findings[@]}"
	as zhaodui amend "$T2" --void -w 'nobody called' -y >/dev/null
	refused 1 'analyse: not recorded: noise does not recur in 6-1-302 (C9). What does: list recurring; or name the tickets' \
	    as xiaozhou analyse -g noise -r 6-1-302 "${findings[@]}"
	refused 1 "analyse: not recorded: $T2 is void (C9). Analyse those of one category and place together; see list recurring" \
	    as xiaozhou analyse "$T1" "$T2" "${findings[@]}"
}

@test "C9: of several categories or places, or of none, there are several analyses" {
	complains -r 6-1-301 >/dev/null
	complains -g attitude >/dev/null
	log-call --as xiaozhou -k complaint -g noise -n Liu -p 13800000611 \
	    'noise somewhere' >/dev/null
	for other in T261123-0004 T261123-0005; do
		refused 1 "analyse: not recorded: $other is of another category or place than $T1 (C9). Analyse those of one category and place together; see list recurring" \
		    as xiaozhou analyse "$T1" "$other" "${findings[@]}"
	done
	for order in "$T1 T261123-0006" "T261123-0006 $T1"; do
		refused 1 'analyse: not recorded: T261123-0006 has no room or place (C9). Analyse those of one category and place together; see list recurring' \
		    as xiaozhou analyse $order "${findings[@]}"
	done
	refused 1 'analyse: not recorded: there is no ticket T261123-0009' \
	    as xiaozhou analyse "$T1" T261123-0009 "${findings[@]}"
}

@test "C9: by buildings, tickets of two rooms are of one place" {
	complains -r 6-1-301 >/dev/null
	sed -i '/^recurring:/s/place: room/place: building/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	done_as "$A2" as xiaozhou analyse "$T1" T261123-0004 "${findings[@]}"
	run analysed "$A2" place
	assert_output 6
	done_as A261123-0003 as xiaozhou analyse -g noise -r 6-2-101 \
	    "${findings[@]}"
	run analysed A261123-0003 members
	assert_output "$T1 $T2 $T3 T261123-0004"
}

@test "what is to be analysed is named in one way" {
	for what in '-g noise' '-r 6-1-302' "-g noise -r 6-1-302 $T1" \
	    '-g noise -r 6-1-302 --month 2026-10' "--month 2026-10 $T1"; do
		refused 64 'analyse: what is to be analysed is not clear (C9). Name tickets, or --category with --room, or --month' \
		    as xiaozhou analyse $what "${findings[@]}"
	done
}

# ---- what is found out ----

@test "C9: nothing of it may be left out" {
	local i option lacks

	while IFS='|' read -r option lacks; do
		local some=()

		for ((i = 0; i < ${#findings[@]}; i += 2)); do
			[ "${findings[i]}" = "${option%% *}" ] ||
			    some+=("${findings[@]:i:2}")
		done
		refused 1 "analyse: not recorded: $lacks (C9). Add $option" \
		    as xiaozhou analyse "$T1" "${some[@]}"
	done <<-'END'
		--root-cause TEXT|why it comes about is not said
		--departments DEPARTMENTS|no department is named
		--remedy TEXT|no remedy is named
		--owner STAFF|nobody is named who sees to the remedy
		--due TIME|no time for the remedy
		--verify-after TIME|no time after which it is verified
	END
}

@test "C9: departments by their names; all their heads are told, once" {
	done_as "$A2" as xiaozhou analyse "$T1" "${findings[@]}" \
	    --departments '秩序部, cleaning engineering' --owner hejie
	run analysed "$A2" departments owner
	assert_output 'order cleaning engineering hejie'
	run told "$A2"
	assert_output $'hejie remedy\nsunzhuguan remedy\nzhaodui remedy'
	refused 1 'analyse: not recorded: no department is named (C9)' \
	    as xiaozhou analyse "$T1" "${findings[@]}" --departments ', '
	run --separate-stderr -1 as xiaozhou analyse "$T1" "${findings[@]}" \
	    --departments order,gardens
	assert_regex "$stderr" 'nobody and nothing is called "gardens"'
	run --separate-stderr -1 as xiaozhou analyse "$T1" "${findings[@]}" \
	    --owner laowang
	assert_regex "$stderr" 'nobody and nothing is called "laowang"'
}

@test "C9: it shows that a remedy holds only after it is there" {
	for day in 2026-11-25T18:00 2026-11-25T17:59; do
		refused 1 'analyse: not recorded: whether a remedy holds shows only after it is there (C9). Give a --verify-after that is later than --due' \
		    as xiaozhou analyse "$T1" "${findings[@]}" \
		    --verify-after "$day"
	done
}

@test "C9: analysing is for the desk and the heads" {
	refused 77 'analyse: not recorded: only these may: clerk, head, duty leader, manager (C9). Ask Chen' \
	    as xiaoma analyse "$T1" "${findings[@]}"
	done_as "$A2" as zhaodui analyse "$T1" "${findings[@]}"
}

# ---- the remedy ----

@test "C9: remedied by its owner, verified when it has held" {
	remedied
	run analysed "$A2" state remedied verify_after
	assert_output 'remedied 2026-11-25T10:00:00+08:00 2026-12-05T18:00:00+08:00'
	run ended "$A2"
	assert_output 'remedy C9 met 0'
	run list deadlines -k verify -o id,due,owed_by
	assert_output "$A2	2026-12-06T18:00:00+08:00	xiaoma"
	at 2026-12-05T17:59:59
	refused 1 'analyse: not recorded: whether the remedy holds is known after today 18:00 (C9). Wait until then: a new ticket before shows by itself that it failed' \
	    as xiaoma analyse "$A2" --verified
	at 2026-12-05T18:00
	done_as "$A2" as xiaoma analyse "$A2" --verified -m 'quiet nights'
	run last_said text
	assert_output 'quiet nights'
	run analysed "$A2" state ended
	assert_output 'verified 2026-12-05T18:00:00+08:00'
	run ended "$A2"
	assert_output $'remedy C9 met 0\nverify C9 met 0'
	run owes "$A2"
	assert_output ''
}

@test "C9: its owner has a day to find out whether it held" {
	remedied
	at 2026-12-06T18:00
	as xiaoma analyse "$A2" --verified >/dev/null
	run ended "$A2"
	assert_line 'verify C9 met 0'
}

@test "C9: a remedy that is late, and one that was not verified, climb the ladder" {
	as xiaozhou analyse "$T1" "$T2" "$T3" "${findings[@]}" >/dev/null
	at 2026-11-25T17:50:01
	run --separate-stderr -0 escalate --overdue
	assert_line "$A2	remedy	C9	0	2026-11-25T18:00:00+08:00	-599	xiaoma,xiaozhou	"
	at 18:00:01
	run --separate-stderr -0 escalate --overdue
	assert_line "$A2	remedy	C9	1	2026-11-25T18:00:00+08:00	1	chenzhuguan,xiaozhou	"
	at 2026-11-26T10:00
	as xiaoma analyse "$A2" --remedied >/dev/null
	run ended "$A2"
	assert_output 'remedy C9 met 57600'
	escalate --overdue >/dev/null 2>&1
	at 2026-12-06T18:00:01
	run --separate-stderr -0 escalate --overdue
	assert_line "$A2	verify	C9	1	2026-12-06T18:00:00+08:00	1	chenzhuguan,xiaozhou	0"
}

@test "C9: a remedy there only after it was to be verified has to hold too" {
	remedied 2026-12-10T10:00
	run analysed "$A2" verify_after
	assert_output 2027-01-09T10:00:00+08:00
	refused 1 'analyse: not recorded: whether the remedy holds is known after 2027-01-09 10:00 (C9). Wait until then: a new ticket before shows by itself that it failed' \
	    as xiaoma analyse "$A2" --verified
	run list deadlines -k verify -o due
	assert_output 2027-01-10T10:00:00+08:00
}

@test "C9: only its owner or a head says that it is there, and that it holds" {
	as xiaozhou analyse "$T1" "$T2" "$T3" "${findings[@]}" >/dev/null
	refused 1 "analyse: not recorded: Ma sees to the remedy of $A2 (C9). Only they or a head may do this" \
	    as xiaozhou analyse "$A2" --remedied
	done_as "$A2" as zhaodui analyse "$A2" --remedied
	at 2026-12-05T19:00
	refused 1 "analyse: not recorded: Ma sees to the remedy of $A2 (C9). Only they or a head may do this" \
	    as ligong analyse "$A2" --verified
	done_as "$A2" as wangjingli analyse "$A2" --verified
}

@test "C9: each in its turn" {
	as xiaozhou analyse "$T1" "$T2" "$T3" "${findings[@]}" >/dev/null
	refused 1 "analyse: not recorded: $A2 is being remedied; this is for those that are: remedied (C9). What can be done: analyse --remedied. The whole story: show $A2" \
	    as xiaoma analyse "$A2" --verified
	refused 1 "analyse: not recorded: $A1 is still to be done; this is for those that are: being remedied (C9). What can be done: analyse. The whole story: show $A1" \
	    as chenzhuguan analyse "$A1" --remedied
	refused 1 "analyse: not recorded: $A2 is no ticket. Ids of this kind begin with T" \
	    as xiaozhou analyse "$A2" "${findings[@]}"
	as xiaoma analyse "$A2" --remedied >/dev/null
	refused 1 "analyse: not recorded: $A2 is remedied; this is for those that are: being remedied (C9). What can be done: analyse --verified. The whole story: show $A2" \
	    as xiaoma analyse "$A2" --remedied
	at 2026-12-05T19:00
	as xiaoma analyse "$A2" --verified >/dev/null
	refused 1 "analyse: not recorded: $A2 is verified; this is for those that are: remedied (C9). The whole story: show $A2" \
	    as xiaoma analyse "$A2" --verified
	refused 1 "analyse: not recorded: $T1 is no analysis. Ids of this kind begin with A" \
	    as xiaoma analyse "$T1" --remedied
}

@test "an analysis that is there is not made anew beside" {
	local what each='analyse: --remedied and --verified are each for analyses that are there (C9). Give the id of one, as in: analyse A261123-0001 --remedied'

	as xiaozhou analyse "$T1" "$T2" "$T3" "${findings[@]}" >/dev/null
	refused 64 "$each" as xiaoma analyse "$A2" --remedied --verified
	refused 64 "$each" as xiaoma analyse --remedied -g noise -r 6-1-302
	refused 64 "$each" as xiaoma analyse --verified --month 2026-11
	for what in --root-cause=rain --departments=order --remedy=none \
	    --owner=xiaoma --due=12:00 --verify-after=18:00; do
		refused 64 "$each" as xiaoma analyse "$A2" --remedied "$what"
	done
	refused 64 'analyse: --text is for --remedied and --verified (C9). Write it in --root-cause or --remedy' \
	    as xiaozhou analyse "$T1" "${findings[@]}" -m 'as above'
}

# ---- it comes again ----

@test "C9: the next one after the remedy shows by itself that it failed" {
	remedied
	at 2026-11-26T23:30
	done_as T261126-0001 complains
	run analysed "$A2" state ended failed_by
	assert_output 'failed 2026-11-26T23:30:00+08:00 T261126-0001'
	run bash -c "list notices -o id,recipient,message | grep failed"
	assert_output "\
$A2	xiaoma	remedy_failed
$A2	xiaozhou	remedy_failed
$A2	zhaodui	remedy_failed"
	run ended "$A2"
	assert_output $'remedy C9 met 0\nverify C9 void 0'
	done_as T261126-0002 complains
	run analysed "$A2" failed_by
	assert_output T261126-0001
	at 2026-12-06T09:00
	refused 1 "analyse: not recorded: $A2 is failed; this is for those that are: remedied (C9). The whole story: show $A2" \
	    as xiaoma analyse "$A2" --verified
}

@test "C9: what comes before the remedy is there fails nothing" {
	as xiaozhou analyse "$T1" "$T2" "$T3" "${findings[@]}" >/dev/null
	at 2026-11-24T23:30
	complains >/dev/null
	run analysed "$A2" state failed_by
	assert_output 'open -'
}

@test "C9: nor does what was written down later, but came before" {
	remedied
	at 2026-11-26T09:00
	complains --at 2026-11-25T09:59 >/dev/null
	complains --at 2026-11-25T10:00 >/dev/null
	run analysed "$A2" state
	assert_output remedied
	complains --at 2026-11-25T10:01 >/dev/null
	run analysed "$A2" state failed_by
	assert_output 'failed T261125-0003'
}

@test "C9: nor what is of another room, category or kind" {
	remedied
	at 2026-11-26T09:00
	complains -r 6-1-301 >/dev/null
	complains -g attitude >/dev/null
	complains -k request >/dev/null
	log-call --as xiaozhou -k complaint -g noise -n Liu -p 13800000611 \
	    'noise somewhere' >/dev/null
	run analysed "$A2" state
	assert_output remedied
}

@test "C9: nor what comes when it was verified" {
	remedied
	at 2026-12-05T19:00
	as xiaoma analyse "$A2" --verified >/dev/null
	complains >/dev/null
	run analysed "$A2" state
	assert_output verified
}

@test "C9: what was logged as something else fails it when it is put right" {
	remedied
	at 2026-11-26T09:00
	complains -r 6-1-301 >/dev/null
	complains -r 6-1-301 >/dev/null
	as xiaozhou join-tickets T261126-0002 --ticket T261126-0001 >/dev/null
	as xiaozhou amend T261126-0002 --room 6-1-302 -w 'next door' >/dev/null
	run analysed "$A2" state
	assert_output remedied
	done_as T261126-0001 as xiaozhou amend T261126-0001 --room 6-1-302 \
	    -w 'next door'
	run analysed "$A2" state failed_by
	assert_output 'failed T261126-0001'
}

@test "C9: by buildings, the room next door fails it" {
	sed -i '/^recurring:/s/place: room/place: building/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	remedied
	at 2026-11-26T09:00
	complains -r 5-1-302 >/dev/null
	run analysed "$A2" state
	assert_output remedied
	complains -r 6-4-101 >/dev/null
	run analysed "$A2" failed_by
	assert_output T261126-0002
}

@test "C9: a book that is loaded fails it too; each is one analysis of its month" {
	remedied
	at 2026-11-26T09:00
	printf '%s\n' room,kind,category,name,phone,content \
	    6-1-302,complaint,noise,Liu,13800000611,again \
	    6-1-301,complaint,noise,Wu,13800000612,noise \
	    6-1-302,complaint,noise,Liu,13800000611,'once more' \
	    >"$BATS_TEST_TMPDIR/book.csv"
	run --separate-stderr -0 log-call --as xiaozhou --request-id book \
	    --from csv <"$BATS_TEST_TMPDIR/book.csv"
	assert_output $'T261126-0001\nT261126-0002\nT261126-0003'
	run --separate-stderr -0 log-call --as xiaozhou --request-id book \
	    --from csv <"$BATS_TEST_TMPDIR/book.csv"
	assert_output $'T261126-0001\nT261126-0002\nT261126-0003'
	run analysed "$A2" state failed_by
	assert_output 'failed T261126-0001'
	run list analyses --all -o id,month
	assert_output $'A261123-0001\t2026-11\nA261123-0002\t'
}

# ---- a month ----

@test "C9: the first complaint of a month opens its analysis, for the head of the centre" {
	run analysed "$A1" state month first_responder opened members
	assert_output 'owed 2026-11 chenzhuguan 2026-12-01T00:00:00+08:00 -'
	run list deadlines -k analysis -o id,clause,due,owed_by
	assert_output "$A1	C9	2026-12-06T00:00:00+08:00	chenzhuguan"
	at 2026-12-31T23:59:59
	calls >/dev/null
	run list analyses -o month
	assert_output 2026-11
	complains >/dev/null
	run list deadlines -k analysis -o id,due
	assert_output "\
$A1	2026-12-06T00:00:00+08:00
A261231-0001	2027-01-06T00:00:00+08:00"
	run told A261231-0001
	assert_output ''
}

@test "C9: a late entry opens that of the month it came in" {
	complains --at 2026-10-31T23:59 >/dev/null
	run list analyses -o id,month
	assert_output $'A261031-0001\t2026-10\nA261123-0001\t2026-11'
	run list deadlines -k analysis -o id,due,late_seconds
	assert_output "\
A261031-0001	2026-11-06T00:00:00+08:00	1498320
$A1	2026-12-06T00:00:00+08:00	"
}

@test "C9: until when is configuration" {
	sed -i 's/^  analysis: 5d.*/  analysis: 3d/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	at 2026-12-01T09:00
	complains >/dev/null
	run list deadlines -k analysis -o due
	assert_output $'2026-12-06T00:00:00+08:00\n2027-01-04T00:00:00+08:00'
}

@test "C9: all complaints of the month are analysed when it is over" {
	calls >/dev/null
	complains -r 3-2-501 -g attitude --at 2026-11-01T00:00 >/dev/null
	complains --at 2026-10-31T23:59 >/dev/null
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	as zhaodui amend "$T3" --void -w 'nobody called' -y >/dev/null
	at 2026-11-30T23:59:59
	in_december
	refused 1 'analyse: not recorded: 2026-11 is not over yet (C9). Analyse it when it is; what recurs by now: list recurring' \
	    as chenzhuguan analyse --month 2026-11 "${findings[@]}"
	at 2026-12-01T00:00
	done_as "$A1" as chenzhuguan analyse --month 2026-11 "${findings[@]}"
	run analysed "$A1" state month category members
	assert_output "open 2026-11 - T261101-0001 $T1"
	run ended "$A1"
	assert_output 'analysis C9 met 0'
	run list deadlines -k remedy -o id,due,owed_by
	assert_output "$A1	2026-12-10T18:00:00+08:00	xiaoma"
	refused 1 "analyse: not recorded: $A1 is being remedied; this is for those that are: still to be done (C9). What can be done: analyse --remedied. The whole story: show $A1" \
	    as chenzhuguan analyse --month 2026-11 "${findings[@]}"
}

@test "C9: a month's analysis that is late climbs the ladder, to the manager" {
	at 2026-12-05T23:50:01
	run --separate-stderr -0 escalate --overdue
	assert_line "$A1	analysis	C9	0	2026-12-06T00:00:00+08:00	-599	chenzhuguan	"
	at 2026-12-06T00:00:01
	run --separate-stderr -0 escalate --overdue
	assert_line "$A1	analysis	C9	1	2026-12-06T00:00:00+08:00	1	chenzhuguan	"
	at 2026-12-06T01:00:01
	run --separate-stderr -0 escalate --overdue
	assert_line "$A1	analysis	C9	2	2026-12-06T00:00:00+08:00	3601	wangjingli,chenzhuguan	"
	in_december
	as chenzhuguan analyse --month 2026-11 "${findings[@]}" >/dev/null
	run ended "$A1"
	assert_output 'analysis C9 met 3601'
}

@test "C9: a month without a complaint owes nothing, and there is nothing to analyse" {
	at 2026-12-05T09:00
	in_december
	refused 1 'analyse: not recorded: no complaint came in 2026-10 (C9)' \
	    as chenzhuguan analyse --month 2026-10 "${findings[@]}"
	for month in 2026-13 2026 26-11 november 2026-11-01; do
		refused 64 "analyse: \"$month\" is no month (C9). Write it as 2026-11" \
		    as chenzhuguan analyse --month "$month" "${findings[@]}"
	done
}

@test "C9: a month whose complaints were all void is still analysed" {
	as wangjingli amend "$T1" "$T2" "$T3" --void -w 'a joke' -y >/dev/null
	at 2026-12-01T09:00
	in_december
	done_as "$A1" as chenzhuguan analyse --month 2026-11 "${findings[@]}"
	run analysed "$A1" state members
	assert_output 'open -'
	desk-check >/dev/null 2>&1
}

@test "C9: the complaints of a store that was not analysed are analysed all the same" {
	sql "DELETE FROM deadline WHERE record = '$A1'"
	sql "DELETE FROM analysis"
	at 2026-12-01T09:00
	in_december
	done_as A261101-0001 as chenzhuguan analyse --month 2026-11 \
	    "${findings[@]}"
	run analysed A261101-0001 state members
	assert_output "open $T1 $T2 $T3"
	run ended A261101-0001
	assert_output 'analysis C9 met 0'
}

# ---- for people, and as one request ----

@test "on a terminal: what is owed next, and its whole story" {
	run terminal analyse --as xiaozhou "$T1" "${findings[@]}"
	assert_output $'A261123-0002  being remedied\n    remedy by 11-25 18:00 (C9)'
	at 2026-11-25T10:00
	run terminal analyse --as xiaoma "$A2" --remedied -m 'he walks'
	assert_output $'A261123-0002  remedied\n    remedy verified by 12-06 18:00 (C9)'
	at 2026-11-26T09:00
	complains >/dev/null
	run terminal show "$A2"
	assert_output "\
$A2  analysis  noise  6-1-302  failed  PRACTICE
nobody walks there at night
a patrol at ten
remedy by Ma until yesterday 18:00  verified after 12-05 18:00
tickets: $T1
Deadline         Due              Outcome               Clause
remedy           yesterday 18:00  yesterday 10:00 kept  C9
remedy verified  12-06 18:00      09:00 dropped         C9
11-23 08:12  Zhou  analysis owed
11-23 08:12  Zhou  analysed  nobody walks there at night; a patrol at ten
yesterday 10:00  Ma  remedied  he walks
09:00:00  Zhou  remedy failed  T261126-0001 came in spite of it"
}

@test "the same request twice makes one analysis, and prints its id again" {
	done_as "$A2" as xiaozhou analyse "$T1" "${findings[@]}" \
	    --request-id once
	done_as "$A2" as xiaozhou analyse "$T1" "${findings[@]}" \
	    --request-id once
	run -1 --separate-stderr as xiaozhou analyse "$T2" "${findings[@]}" \
	    --request-id once
	run list analyses -o id
	assert_output $'A261123-0001\nA261123-0002'
	at 2026-11-25T10:00
	done_as "$A2" as xiaoma analyse "$A2" --remedied --request-id twice
	done_as "$A2" as xiaoma analyse "$A2" --remedied --request-id twice
	at 2026-11-26T09:00
	done_as T261126-0001 complains --request-id thrice
	done_as T261126-0001 complains --request-id thrice
}

@test "several analyses at once; with --keep-going each by itself" {
	as xiaozhou analyse "$T1" "${findings[@]}" >/dev/null
	as xiaozhou analyse "$T2" "${findings[@]}" >/dev/null
	refused 1 'analyse: not recorded: there is no analysis A261123-0009' \
	    as xiaoma analyse --remedied "$A2" A261123-0009
	run --separate-stderr -1 as xiaoma analyse --remedied --keep-going \
	    "$A2" A261123-0009 A261123-0003
	assert_output $'A261123-0002\nA261123-0003'
	run list analyses -o id,state
	assert_output $'A261123-0001\towed\nA261123-0002\tremedied\nA261123-0003\tremedied'
}

@test "analyses are listed: open ones, all, by state, mine; and follow from the journal" {
	remedied
	run list analyses -o id,state
	assert_output $'A261123-0001\towed\nA261123-0002\tremedied'
	run list analyses --as xiaoma --mine -o id
	assert_output "$A2"
	run list analyses -s owed -o id
	assert_output "$A1"
	at 2026-11-26T09:00
	complains >/dev/null
	run list analyses -o id
	assert_output "$A1"
	run list analyses --all -o id,failed_by
	assert_output $'A261123-0001\t\nA261123-0002\tT261126-0001'
	run --separate-stderr -0 desk-check
	sql "UPDATE analysis SET remedy = 'none' WHERE id = '$A2'"
	run --separate-stderr -70 desk-check
	assert_regex "$stderr" "$A2: \"remedy\" is not what its events say"
}
