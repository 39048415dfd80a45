#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# recurring.bats: complaints that come again in the same place (C9): which
# they are, as data and for people.

load helper
load ticket

noisy=$'noise\t6-1-302\t3\t2026-11-23T08:12:00+08:00\t2026-11-23T10:20:00+08:00\t\t\tT261123-0001 T261123-0002 T261123-0003'

# Three about noise in 6-1-302, by 10:20.
three() {
	complains
	at 09:00
	complains
	at 10:20
	complains
} >/dev/null

# recurring {count: 2, ...}: what desk.yaml says of it.
recurring() {
	sed -i "s/^recurring: .*/recurring: $1/" "$FRONTDESK_CONFIG/desk.yaml"
	grep -qF "recurring: $1" "$FRONTDESK_CONFIG/desk.yaml"
}

# groups: each as category, place, how many.
groups() {
	list recurring -o category,place,count | tr '\t' ' '
}

@test "C9: three of one category and place within thirty days, and not two" {
	complains >/dev/null
	at 09:00
	complains >/dev/null
	done_as '' list recurring
	at 10:20
	complains >/dev/null
	done_as "$noisy" list recurring
}

@test "C9: a hundred are a hundred" {
	{
		echo content,kind,category,room,name,phone
		yes 'again,complaint,noise,6-1-302,刘先生,13800000611' |
		    head -n 100
	} | log-call --as xiaozhou --from csv >/dev/null
	run -0 groups
	assert_output 'noise 6-1-302 100'
}

@test "C9: another place, another category and another kind are not counted" {
	complains >/dev/null
	complains >/dev/null
	complains -r 6-1-301 >/dev/null
	complains -g attitude >/dev/null
	complains -k request >/dev/null
	log-call --as xiaozhou -k complaint -g noise -n Liu -p 13800000611 \
	    'noise somewhere' >/dev/null
	done_as '' list recurring
}

@test "C9: what is older than that is not counted any more" {
	three
	at 2026-12-23T08:12
	done_as "$noisy" list recurring
	at 08:12:01
	done_as '' list recurring
}

@test "C9: those that were joined, or are void, are not counted" {
	three
	complains >/dev/null
	run groups
	assert_output 'noise 6-1-302 4'
	as xiaozhou join-tickets "$T2" --ticket "$T1" >/dev/null
	run groups
	assert_output 'noise 6-1-302 3'
	as zhaodui amend "$T3" --void -w 'nobody called' -y >/dev/null
	done_as '' list recurring
	as xiaozhou join-tickets "$T2" --apart >/dev/null
	run groups
	assert_output 'noise 6-1-302 3'
}

@test "C9: a finished one is counted like one that is open" {
	three
	as xiaoma resolve "$T1" "$T2" "$T3" -m 'they stopped' >/dev/null
	as xiaozhou call-back "$T1" --result satisfied >/dev/null
	done_as "$noisy" list recurring
}

@test "C9: how many, and within how long, is configuration" {
	recurring '{count: 2, within: 1d, place: room, kinds: [complaint]}'
	complains >/dev/null
	at 2026-11-24T08:12
	complains >/dev/null
	run groups
	assert_output 'noise 6-1-302 2'
	at 2026-11-24T08:12:01
	run groups
	assert_output ''
}

@test "C9: of a category that desk.yaml no longer has, by its code" {
	three
	run zh list recurring --table
	assert_line --partial 噪音
	awk '/^  - code: /{ gone = $3 == "noise" } !gone || /^[a-z]/' \
	    "$FRONTDESK_CONFIG/desk.yaml" >"$BATS_TEST_TMPDIR/desk.yaml"
	cp "$BATS_TEST_TMPDIR/desk.yaml" "$FRONTDESK_CONFIG"
	run list recurring
	assert_output "$noisy"
	run zh list recurring --table
	assert_line --partial noise
}

@test "C9: by buildings all rooms of one are one place; other places are themselves" {
	recurring '{count: 2, within: 30d, place: building, kinds: [complaint]}'
	complains >/dev/null
	complains -r 6-4-1801 >/dev/null
	complains -r 5-4-1801 >/dev/null
	complains -r 花园 >/dev/null
	complains -r 花园 >/dev/null
	run groups
	assert_output $'noise 6 2\nnoise 中心花园 2'
}

@test "C9: which kinds are counted is configuration" {
	recurring '{count: 2, within: 30d, place: room, kinds: [request, tip]}'
	complains >/dev/null
	complains >/dev/null
	calls -g leak >/dev/null
	calls -g leak -k tip >/dev/null
	run groups
	assert_output 'leak 3-2-501 2'
}

@test "groups are in order of category and place, and of their own months" {
	for room in 6-1-302 6-1-301; do
		complains -r "$room" >/dev/null
		complains -r "$room" -g attitude >/dev/null
		complains -r "$room" >/dev/null
		complains -r "$room" -g attitude --at 2026-11-03T09:00 >/dev/null
		complains -r "$room" >/dev/null
		complains -r "$room" -g attitude >/dev/null
	done
	run list recurring -o category,place,first,tickets
	assert_output "\
attitude	6-1-301	2026-11-03T09:00:00+08:00	T261103-0002 T261123-0007 T261123-0010
attitude	6-1-302	2026-11-03T09:00:00+08:00	T261103-0001 T261123-0002 T261123-0005
noise	6-1-301	2026-11-23T08:12:00+08:00	T261123-0006 T261123-0008 T261123-0009
noise	6-1-302	2026-11-23T08:12:00+08:00	T261123-0001 T261123-0003 T261123-0004"
}

@test "as data: the header, chosen columns, JSON, CSV" {
	three
	run list recurring --header -o count,place
	assert_output $'count\tplace\n3\t6-1-302'
	run list recurring --json
	assert_output '{"category":"noise","place":"6-1-302","count":3,"first":"2026-11-23T08:12:00+08:00","last":"2026-11-23T10:20:00+08:00","analysis":null,"state":null,"tickets":"T261123-0001 T261123-0002 T261123-0003"}'
	run list recurring --csv -o category,count,tickets
	assert_output $'category,count,tickets\r
noise,3,T261123-0001 T261123-0002 T261123-0003\r'
	run --separate-stderr -64 list recurring --all
	assert_equal "$output" ''
	run -0 list recurring --exit-code -o count
	at 2027-01-23T08:12
	run -1 list recurring --exit-code
	assert_output ''
}

@test "on a terminal: its names, and what is not analysed stands out" {
	three
	run terminal list recurring
	assert_output $'Category  Place    Tickets  First  Last   Analysis  State         Which
\e[31mnoise     6-1-302        3  08:12  10:20  -         not analysed  T261123-0001 ~\e[0m
PRACTICE'
	run zh terminal list recurring
	assert_line --index 1 --partial '噪音  6栋1单元302     3  08:12  10:20'
}

@test "C9: with the analysis that was made of it, and how that has come on" {
	three
	at 2026-11-23T11:00
	as xiaozhou analyse -g noise -r 6-1-302 --root-cause 'no patrol' \
	    --departments order --remedy 'a patrol at ten' --owner xiaoma \
	    --due 2026-11-25T18:00 --verify-after 2026-11-30T18:00 >/dev/null
	run list recurring -o place,analysis,state
	assert_output $'6-1-302\tA261123-0002\topen'
	run terminal list recurring
	assert_line --index 1 --partial '  A261123-0002  being remedied  '
	as xiaoma analyse A261123-0002 --remedied >/dev/null
	run list recurring -o analysis,state
	assert_output $'A261123-0002\tremedied'
	at 2026-11-24T09:00
	complains >/dev/null
	run list recurring -o analysis,state,count
	assert_output $'A261123-0002\tfailed\t4'
}

@test "C9: an analysis older than the first of them is of others" {
	three
	as xiaozhou analyse -g noise -r 6-1-302 --root-cause 'no patrol' \
	    --departments order --remedy 'a patrol at ten' --owner xiaoma \
	    --due 2026-11-25T18:00 --verify-after 2026-11-30T18:00 >/dev/null
	at 2026-12-24T08:12
	complains >/dev/null
	complains >/dev/null
	complains >/dev/null
	run list recurring -o analysis,count
	assert_output $'\t3'
}
