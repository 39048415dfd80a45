#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# cabinet.bats: where the keys are, in lists, reports and the story of one; and
# what keys.yaml says later of a key that is out (E4).

load helper
load ticket
load key

setup() {
	desk_setup
	export NO_COLOR=1
	at 11:05
}

# keys_yaml SCRIPT: change it, with sed.
keys_yaml() {
	sed -i "$1" "$FRONTDESK_CONFIG/keys.yaml"
}

# A key of each state: out, out late, a ring out, lost, withdrawn.
scattered() {
	lends 1 GG-1 -t ligong -U 17:00
	lends 2 DT-1 -t 电梯维保 -U 24:00
	lends 3 WT-1 -t Wilson -p 13800000999 -r 3-2-501 -U 13:00 \
	    --consent 林女士 --consent-how call -w 'to mend the gate'
	as sunzhuguan mark-key TT-1/2 --withdrawn -w bent
	as xiaozhou mark-key PD-1 --lost --yes -w gone
	at 13:30
}

# ---- keys.yaml is another one by now ----

@test "E4: a key that is out, and gone from keys.yaml, is known until it is back" {
	lends 1 PD-1 -t ligong
	lends 2 GG-1 -t hejie
	keys_yaml '/tag: PD-1/d; /tag: GG-1/d'
	run list keys -s out -o key,name,class,state,loan
	assert_output "PD-1	PD-1	common	out	$L1
GG-1	GG-1	common	out	$L2"
	run report keys
	assert_line --partial PD-1
	run report keys --table
	assert_line --partial PD-1
	run show --as xiaozhou PD-1
	assert_line -n 0 "$L1  PD-1  水电李工 13800000106  out  PRACTICE"
	refused 1 'count-keys: not counted: nobody and nothing is called "PD-1". Did you mean PD-2?' \
	    as xiaozhou count-keys PD-1
	done_as "$L2" as xiaozhou mark-key GG-1 --lost --yes -w gone
	done_as "$L1" as xiaozhou return-key PD-1
	refused 1 'return-key: not taken back: nobody and nothing is called "PD-1". Did you mean PD-2?' \
	    as xiaozhou return-key PD-1
	done_as "$L2" as chenzhuguan mark-key GG-1 --lock-changed
	run list keys -s out
	assert_output ''
}

@test "E4: a copy that is out is the key itself when there is one copy of it" {
	local message='GG-3 is lent to 水电李工 since today 11:05 (E4). Take it back first: return-key GG-3'

	lends 1 GG-3/1 -t ligong
	lends 2 GG-3/2 -t hejie
	keys_yaml '/tag: GG-3/s/, copies: 2//'
	refused 1 "lend-key: not lent: $message" lends 3 GG-3 -t xiaoma
	refused 1 "mark-key: not marked: $message" \
	    as sunzhuguan mark-key GG-3 --withdrawn -w bent
	run list keys -s out -o key,loan
	assert_output "GG-3	$L1
GG-3/2	$L2"
	done_as "$L2" as xiaozhou return-key GG-3/2
	done_as "$L1" as xiaozhou return-key GG-3
	done_as "$L3" lends 3 GG-3 -t xiaoma
	# And the other way round.
	keys_yaml '/tag: GG-3/s/}/, copies: 2}/'
	run list keys -s out -o key,loan
	assert_output "GG-3/1	$L3"
	done_as "$L3" as xiaozhou return-key GG-3/1
}

@test "E4: a key that is out is hung on a ring: the ring waits for it" {
	local message='电梯 is lent to 水电李工 since today 11:05 (E4). Take it back first: return-key 电梯'

	lends 1 RD-1 -t ligong
	keys_yaml '/tag: RD-1/s/}/, bundle: 电梯}/'
	for one in DT-1 RD-1 电梯; do
		refused 1 "lend-key: not lent: $message" lends 2 "$one" -t hejie
		refused 1 "mark-key: not marked: $message" \
		    as sunzhuguan mark-key "$one" --withdrawn -w bent
	done
	refused 1 "mark-key: not marked: $message" \
	    as xiaozhou mark-key DT-1 --lost --yes -w gone
	run list keys -s out -o key,loan
	assert_output "RD-1	$L1"
	done_as "$L1" as xiaozhou return-key RD-1
	done_as "$L2" lends 2 RD-1 -t hejie
	run lent key,tags
	assert_output 'RD-1 
电梯 DT-1 DT-5 DT-9 RD-1'
}

@test "E4: a ring is out, and its keys are others by now: it waits for itself" {
	local message='电梯 is lent to 水电李工 since today 11:05 (E4). Take it back first: return-key 电梯'

	lends 1 DT-1 -t ligong
	keys_yaml 's/tag: DT-/tag: DX-/'
	refused 1 "lend-key: not lent: $message" lends 2 DX-1 -t hejie
	refused 1 "lend-key: not lent: $message" lends 2 电梯 -t hejie
	refused 1 "mark-key: not marked: $message" \
	    as xiaozhou mark-key DX-5 --lost --yes -w gone
	refused 1 "mark-key: not marked: $message" \
	    as sunzhuguan mark-key DX-5 --withdrawn -w bent
	done_as "$L1" as xiaozhou return-key DT-5
	done_as "$L2" lends 2 DX-1 -t hejie
}

# ---- lists ----

@test "list keys: each copy, and where it is" {
	scattered
	run list keys --header
	assert_output 'key	name	class	place	state
GG-1	接待室	common		out
GG-2	活动室	common		in
GG-3/1	物业仓库	common		in
GG-3/2	物业仓库	common		in
GG-4	信报间	common		in
PD-1	1号配电房	plant		lost
PD-2	2号配电房	plant		in
SB-1/1	水泵房	plant		in
SB-1/2	水泵房	plant		in
DT-1	1栋电梯机房	plant		out
DT-5	5栋电梯机房	plant		out
DT-9	9栋电梯机房	plant		out
RD-1	1号弱电间	plant		in
TT-1/1	天台门	plant		in
TT-1/2	天台门	plant		withdrawn
TT-1/3	天台门	plant		in
WT-1	3-2-601	entrusted	3-2-601	out
WT-2	7-1-604	entrusted	7-1-604	in'
	run list keys -o key,ring,loan,borrower,lent,due -s out
	assert_output "GG-1		$L1	水**	2026-11-23T11:05:00+08:00	2026-11-23T17:00:00+08:00
DT-1	电梯	$L2	高**	2026-11-23T11:05:00+08:00	2026-11-24T00:00:00+08:00
DT-5	电梯	$L2	高**	2026-11-23T11:05:00+08:00	2026-11-24T00:00:00+08:00
DT-9	电梯	$L2	高**	2026-11-23T11:05:00+08:00	2026-11-24T00:00:00+08:00
WT-1		$L3	W**	2026-11-23T11:05:00+08:00	2026-11-23T13:00:00+08:00"
	run bash -c 'list keys --json | grep WT-'
	assert_output '{"key":"WT-1","name":"3-2-601","class":"entrusted","place":"3-2-601","state":"out","ring":null,"loan":"L261123-0003","borrower":"W**","lent":"2026-11-23T11:05:00+08:00","due":"2026-11-23T13:00:00+08:00"}
{"key":"WT-2","name":"7-1-604","class":"entrusted","place":"7-1-604","state":"in","ring":null,"loan":null,"borrower":null,"lent":null,"due":null}'
}

@test "list keys: by state, lateness and room; what it has not is refused" {
	scattered
	run list keys -s withdrawn -o key
	assert_output TT-1/2
	run list keys -s lost -o key
	assert_output PD-1
	run list keys --overdue -o key
	assert_output WT-1
	run list keys --room 7-1-604 -o key
	assert_output WT-2
	refused 64 'list: keys have no column "nope". There are: key name class place state ring loan borrower lent due' \
	    list keys -o key,nope
	refused 64 'list: --state: there is no "closed". There are: in, out, lost, withdrawn' \
	    list keys -s closed
	for one in --mine --department=order --handler=ligong --all \
	    --first-responder=xiaozhou --phone=138 --text=x --since=today \
	    --until=today --date=today --limit=2 --key=GG-1; do
		refused 64 "list: keys have no ${one%%=*}. Leave it out" \
		    list keys "$one"
	done
}

@test "list loans --key: of a key, of a copy, of a ring" {
	lends 1 GG-1 -t ligong
	as xiaozhou return-key GG-1
	lends 2 GG-1 -t hejie
	lends 3 DT-5 -t ligong
	run list loans --key GG-1 -o id
	assert_output "$L2"
	run list loans --key GG-1 --all -o id
	assert_output "$L1
$L2"
	for key in 电梯 DT-1; do
		run list loans --key "$key" -o id
		assert_output "$L3"
	done
	lends 4 GG-3 -t xiaoma
	for key in GG-3 GG-3/1 'store room'; do
		run list loans --key "$key" -o key
		assert_output GG-3/1
	done
	run list loans --key GG-3/2 -o key
	assert_output ''
	refused 64 'list: tickets have no --key. Leave it out' \
	    list tickets --key GG-1
}

@test "list counts: who counted, what differed" {
	lends 1 GG-1 -t ligong
	as xiaozhou count-keys GG-1 GG-2 >/dev/null
	at 2026-11-24T21:30
	as xiaowu count-keys --none >/dev/null
	run list counts
	assert_output 'K261123-0001	17	2	16	1	GG-3/1 GG-3/2 GG-4 PD-1 PD-2 SB-1/1 SB-1/2 DT-1 DT-5 DT-9 RD-1 TT-1/1 TT-1/2 TT-1/3 WT-1 WT-2	GG-1
K261124-0001	17	0	17	0	GG-2 GG-3/1 GG-3/2 GG-4 PD-1 PD-2 SB-1/1 SB-1/2 DT-1 DT-5 DT-9 RD-1 TT-1/1 TT-1/2 TT-1/3 WT-1 WT-2	'
	run list counts -o id,state,counted_by,at -D yesterday
	assert_output 'K261123-0001	differs	xiaozhou	2026-11-23T11:05:00+08:00'
	run as xiaowu list counts --mine -o id
	assert_output K261124-0001
	run list counts -s agrees
	assert_output ''
	refused 64 'list: counts have no --overdue. Leave it out' \
	    list counts --overdue
}

# ---- the story of one ----

@test "show: the desk sees name and number while the key is out, not afterwards" {
	local card='resident identity card ending 0038, handed back  lent 11:05 by Zhou'

	# seen WHO BORROWER CONSENT STATE: the first lines, as this one sees them.
	seen() {
		run show --as "$1" "$L3"
		assert_line -n 0 "$L3  WT-1 3-2-601  $2 3-2-501  $4  PRACTICE"
		assert_line -n 1 'to mend the gate'
		assert_line -n 2 "$card"
		assert_line -n 3 "agreed for the owner: $3  by telephone 11:05"
	}
	scattered
	seen xiaowu 'Wilson 13800000999' '林**' out
	seen chenzhuguan 'Wilson 13800000999' 林女士 out
	seen ligong 'W** 138****0999' '林**' out
	as xiaozhou return-key WT-1
	seen xiaowu 'W** 138****0999' '林**' 'given back'
	seen chenzhuguan 'Wilson 138****0999' 林女士 'given back'
}

@test "show: what a count found; its tags on lines of at most 80 columns" {
	scattered
	as xiaozhou return-key GG-1 WT-1 DT-1
	as xiaozhou count-keys TT-1/2 PD-1 >/dev/null
	run show --as xiaozhou K261123-0001
	assert_output 'K261123-0001  key count  Zhou  differs  PRACTICE
expected 16  found 2  missing 16  unexpected 2
not found: GG-1 GG-2 GG-3/1 GG-3/2 GG-4 PD-2 SB-1/1 SB-1/2 DT-1 DT-5 DT-9 RD-1
    TT-1/1 TT-1/3 WT-1 WT-2
not expected: PD-1 TT-1/2
13:30:00  Zhou  counted'
}

@test "show: a key that is in" {
	refused 1 'show: GG-1 is in the cabinet (E4). Who had it: list loans --all --key GG-1' \
	    show GG-1
}

# ---- reports ----

@test "report keys, as data: where they are, who has them, what was counted" {
	scattered
	as xiaozhou return-key WT-1
	as xiaozhou count-keys GG-1 GG-2 PD-1 >/dev/null
	run report keys
	assert_output "keys	12	4	0	1	1	2026-11-23T13:30:00+08:00	11	2
out	GG-1	接待室	水**	ligong	2026-11-23T11:05:00+08:00	2026-11-23T17:00:00+08:00		$L1
out	电梯	DT-1 DT-5 DT-9	高**	firm:lift	2026-11-23T11:05:00+08:00	2026-11-24T00:00:00+08:00		$L2
lost	PD-1	1号配电房		2026-11-23T11:05:00+08:00	2026-11-24T11:05:00+08:00	L261123-0005
borrowers	W**		1	0	1	0
borrowers	水**	ligong	1	1	0	0
borrowers	高**	firm:lift	1	1	0	0
counts	K261123-0001	2026-11-23T13:30:00+08:00	xiaozhou	12	3	11	2	GG-3/1 GG-3/2 GG-4 PD-2 SB-1/1 SB-1/2 RD-1 TT-1/1 TT-1/3 WT-1 WT-2	GG-1 PD-1"
}

@test "report keys, for people" {
	scattered
	as xiaozhou count-keys GG-1 GG-2 PD-1 >/dev/null
	run terminal report keys --as chenzhuguan
	assert_output 'Dongfang Hongrun Property DH  keys  2026-11-23 Mon  printed 13:30:00 Chen
PRACTICE
================================================================================
Keys in now  Out  Overdue  Lost  Withdrawn  Counted  Missing  Unexpected
         11    5        1     1          1  13:30         10           2
Keys out  Label           Borrower  Of         Lent   Due     Late  Loan
GG-1      parlour         水电李工  Li         11:05  17:00         L261123-0001
电梯      DT-1 DT-5 DT-9  高师傅    lift firm  11:05  24:00         L261123-0002
WT-1      3-2-601         Wilson               11:05  13:00  !0:30  L261123-0003
Keys lost  Label         Borrower  Since  New lock by     Loan
PD-1       substation 1            11:05  tomorrow 11:05  L261123-0005
Borrowers  Of         Loans  Out  Late  Lost
Wilson                    1    1     1     0
水电李工   Li             1    1     0     0
高师傅     lift firm      1    1     0     0
Counts        Time   By    Expected  Found  Missing  Unexpected  Not found
K261123-0001  13:30  Zhou        11      3       10           2  GG-3/1 GG-3/2 ~'
}

@test "report keys: a key that was lost is not late for ever" {
	lends 1 GG-1 -t ligong -U 12:00
	as xiaozhou mark-key GG-1 --lost --yes -w gone
	at 2026-11-24T13:00
	run bash -c 'report keys | grep ^borrowers'
	assert_output 'borrowers	水**	ligong	1	0	0	1'
	as chenzhuguan mark-key GG-1 --lock-changed
	run bash -c 'report keys -D yesterday | grep ^borrowers'
	assert_output 'borrowers	水**	ligong	1	0	0	1'
}

@test "E4: what is due at 24:00 counts on the day that ends then" {
	run terminal bash -c "lend-key --as xiaozhou GG-1 -t ligong <<<$(card 1)"
	assert_output "$L1  lent  GG-1 parlour  水电李工, card ending 0011
    back by today 24:00 (E4)"
	lends 2 GG-2 -t hejie
	at 21:00
	as xiaozhou return-key GG-1
	run bash -c 'report daily | grep keys_back'
	assert_output 'rates	keys_back	1	1	100.0	E4'
	at 2026-11-24T00:00:01
	run bash -c 'report daily -D 11-23 | grep -e keys_back -e L26'
	assert_output "rates	keys_back	1	2	50.0	E4
breaches	$L2	key_back	E4	2026-11-24T00:00:00+08:00	1	1	hejie	xiaozhou	GG-2"
	run bash -c 'report daily | grep -e keys_back -e L26'
	assert_output 'rates	keys_back	0	0		E4'
	run bash -c 'report overdue -D 11-23 | cut -f 2'
	assert_output "$L2"
	run report overdue -D 11-24
	assert_output ''
}
