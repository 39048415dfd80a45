#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# offices.bats: two offices in one store: each has a configuration directory
# of its own, and reads the other.

load helper

# DH has a complaint; NH a complaint from the same number, and an enquiry
# that was done on the spot.  Both have a ticket of the first number, and
# staff of the same logins.
setup() {
	desk_setup
	export NO_COLOR=1 NH="$BATS_TEST_TMPDIR/north"
	mkdir "$NH"
	cp "$FRONTDESK_CONFIG"/*.yaml "$NH"
	sed -i -e 's/^office: .*/office: NH/' \
	    -e "s|^store: frontdesk.db|store: $FRONTDESK_CONFIG/frontdesk.db|" \
	    "$NH/desk.yaml"
	desk-init --practice "$NH" >/dev/null 2>&1
	{
		as xiaozhou log-call -k complaint -g noise -r 3-2-501 \
		    -n 张女士 -p 13800000501 -t xiaoma 'drilling'
		as xiaowu log-call --config "$NH" -k complaint -g noise \
		    -r 3-2-401 -n 李先生 -p 13800000501 -t ligong 'music'
		as xiaowu log-call --config "$NH" -c visit -g fees -n Wang \
		    -p 13800000503 -O explained 'fees?'
	} >/dev/null
}

dh=$'T261123-0001\tcomplaint\tassigned\tnoise\t3-2-501\torder\txiaoma\txiaozhou\t2026-11-23T08:12:00+08:00\t2026-11-24T08:12:00+08:00\t0\tdrilling'
nh=$'T261123-0001\tcomplaint\tassigned\tnoise\t3-2-401\tengineering\tligong\txiaowu\t2026-11-23T08:12:00+08:00\t2026-11-24T08:12:00+08:00\t0\tmusic'

# same_as_alone list tickets: with one's own office named nothing changes.
same_as_alone() {
	local alone

	run -0 "$@"
	alone=$output
	run -0 "$@" --office DH
	assert_output "$alone"
}

# refused 77 'list: ...' list --office all
refused() {
	local status=$1 said=$2

	shift 2
	run --separate-stderr "$@"
	assert_failure "$status"
	assert_equal "$stderr" "$said"
	assert_output ''
}

@test "without --office, and with one's own: nothing of the others" {
	run list tickets
	assert_output "$dh"
	run list tickets --config "$NH"
	assert_output "$nh"
	same_as_alone list tickets
	same_as_alone list contacts --json
	same_as_alone list tickets --table
	same_as_alone report
	same_as_alone report --json
	same_as_alone report --table
	same_as_alone show T261123-0001
	same_as_alone show --json T261123-0001
	same_as_alone as xiaozhou list tickets -d order -H xiaoma -r 3栋2单元501
}

@test "a list of another office, and of all: ids say which" {
	run list tickets --office NH
	assert_output "NH:$nh"
	run list tickets --office all
	assert_output "DH:$dh
NH:$nh"
	run list tickets --config "$NH" --office all
	assert_output "DH:$dh
NH:$nh"
	run list contacts --office all --header -o id,ticket,name,phone
	assert_output $'id\tticket\tname\tphone
DH:T261123-0001\tDH:T261123-0001\t张**\t138****0501
NH:T261123-0001\tNH:T261123-0001\t李**\t138****0501
NH:T261123-0002\tNH:T261123-0002\tW**\t138****0503'
	run list deadlines --office all -k answer
	assert_output $'DH:T261123-0001\tanswer\tC6\t2026-11-24T08:12:00+08:00\t\t\txiaoma
NH:T261123-0001\tanswer\tC6\t2026-11-24T08:12:00+08:00\t\t\tligong'
	run list events --office all -o seq,id,actor
	assert_output $'1\tDH:T261123-0001\txiaozhou
2\tDH:A261123-0001\txiaozhou
1\tNH:T261123-0001\txiaowu
2\tNH:A261123-0001\txiaowu
3\tNH:T261123-0002\txiaowu'
	run list notices --office NH -o id,recipient
	assert_output "$(list notices --config "$NH" -o id,recipient |
	    sed 's/^/NH:/')"
}

@test "as JSON and CSV: the same columns in the same order" {
	run list tickets --office all --json
	assert_output "$( (list tickets --json
	    list tickets --config "$NH" --json | sed 's/^{"id":"/&NH:/') |
	    sed 's/^{"id":"T/{"id":"DH:T/')"
	run list tickets --office all --csv -o id,content
	assert_output $'id,content\r\nDH:T261123-0001,drilling\r\nNH:T261123-0001,music\r'
}

@test "for people: one table; what the others call things is not known" {
	run list tickets --office all --table -o id,category,department,handler
	assert_output 'Id               Category  Department          Handler
DH:T261123-0001  noise     order and security  Ma
NH:T261123-0001  noise     engineering         ligong
PRACTICE'
	run list tickets --office NH --table -o id,category,handler,next
	assert_output 'Id               Category  Handler  Next deadline
NH:T261123-0001  noise     ligong    acknowledge 10:12
PRACTICE'
}

@test "filters: a limit counts all rows, names are codes" {
	run list contacts --office all --limit 2 -o id
	assert_output 'DH:T261123-0001
NH:T261123-0001'
	run list contacts --office all --limit 1 -o id
	assert_output 'DH:T261123-0001'
	run list contacts --office all -p '138 0000 0501' -o id
	assert_output 'DH:T261123-0001
NH:T261123-0001'
	run list tickets --office all -d engineering -o id
	assert_output 'NH:T261123-0001'
	run list tickets --office all -H xiaoma -r 3-2-501 -f xiaozhou -o id
	assert_output 'DH:T261123-0001'
	run as zhaodui list deadlines --office all -M -o id,deadline
	assert_output $'DH:T261123-0001\tacknowledge
NH:T261123-0001\tacknowledge'
	run list tickets --office all -m MUSIC -o id
	assert_output 'NH:T261123-0001'
	run list tickets --office all -m nothing --exit-code
	assert_failure 1
	assert_output ''
}

# The phone that was asked for must not be lost among the rows.
@test "what is asked for holds for every row of a pipe" {
	for _ in 2 3 4; do
		as xiaozhou log-call -g leak -r 3-2-501 -n 张女士 \
		    -p 13800000501 -t ligong 'leak' >/dev/null
	done
	run list contacts -r 3栋2单元501 -p '138 0000 0501' -o name,phone,id
	assert_output $'张**\t138****0501\tT261123-0001
张**\t138****0501\tT261123-0002
张**\t138****0501\tT261123-0003
张**\t138****0501\tT261123-0004'
}

@test "an office that the store does not hold" {
	refused 1 'list: office XX is not in this store. There are: DH, NH' \
	    list tickets --office XX
	refused 1 'show: office nh is not in this store. There are: DH, NH' \
	    show --office nh NH:T261123-0001
	refused 1 'report: office XX is not in this store. There are: DH, NH' \
	    report --office XX
}

@test "a real desk and a practice desk are not read together" {
	sql "DELETE FROM setting WHERE office = 'NH' AND name = 'practice'"
	refused 1 'list: office NH is not in this store. There are: DH' \
	    list tickets --office NH
	run list tickets --office all
	assert_output "DH:$dh"
}

@test "who may: duty leaders, the manager, auditors, system" {
	for who in zhaodui chenzhuguan wangjingli; do
		run as "$who" list tickets --office NH -o id
		assert_success
		assert_output NH:T261123-0001
	done
	local said='only these may read other offices: duty leader, manager, auditor, system. Leave --office out, or ask Wang'
	refused 77 "list: $said" as xiaozhou list tickets --office all
	refused 77 "list: $said" as ligong list tickets --office XX
	refused 77 "show: $said" as hejie show --office NH NH:T261123-0001
	refused 77 "report: $said" as xiaozhou report --office NH
	sed -i '/login: xiaowu/,/roles/ s/roles: .*/roles: [auditor]/' \
	    "$FRONTDESK_CONFIG/staff.yaml"
	run as xiaowu list tickets --office NH -o id
	assert_output NH:T261123-0001
}

@test "what is configuration is one's own alone" {
	refused 64 'list: keys have no --office. Leave it out' \
	    list keys --office all
	refused 64 'list: staff have no --office. Leave it out' \
	    list staff --office NH
	refused 64 'report: keys have no --office. Leave it out' \
	    report keys --office all
}

@test "show: another office's record, its names masked and no step offered" {
	at 09:00
	run show --office all NH:T261123-0001 DH:T261123-0001
	assert_output 'NH:T261123-0001  complaint noise  3-2-401  李** 138****0501  assigned  PRACTICE
music
first responder xiaowu  recorded by xiaowu  handler ligong
contacts 1  visits 0  handed back 0  urged 0
Deadline     Due             Outcome     Clause
acknowledge  10:12           still owed  A3
accept       10:12           still owed  F4.4
answer       tomorrow 08:12  still owed  C6
follow-up    tomorrow 08:12  still owed  F4.4
08:12:00  xiaowu  logged  call; ligong

DH:T261123-0001  complaint noise  3-2-501
张女士 138****0501  assigned  PRACTICE
drilling
first responder Zhou  recorded by Zhou  handler Ma
contacts 1  visits 0  handed back 0  urged 0
Deadline     Due             Outcome     Clause
acknowledge  10:12           still owed  A3
accept       10:12           still owed  F4.4
answer       tomorrow 08:12  still owed  C6
follow-up    tomorrow 08:12  still owed  F4.4
08:12:00  Zhou  logged  call; Ma
you can: assign accept hand-back answer promise follow-up chase resolve escalate
    acknowledge join-tickets join-tickets --apart amend amend --void'
}

@test "show: an id without an office is of the one that is read, or one's own" {
	run show --office NH T261123-0001 --json
	assert_output "$(show --config "$NH" T261123-0001 --json |
	    sed -E 's/"(id|ticket)":"/&NH:/g')"
	run show --office NH NH:T261123-0001 --json
	assert_output "$(show --office NH T261123-0001 --json)"
	run bash -c "show --office all T261123-0001 --json | jq -r .id"
	assert_output DH:T261123-0001
	run bash -c "list tickets --office all | show --json --office all |
	    jq -r '[.id, .handler, .contacts[0].ticket] | @tsv'"
	assert_output $'DH:T261123-0001\txiaoma\tDH:T261123-0001
NH:T261123-0001\tligong\tNH:T261123-0001'
}

@test "show: what is not there, or not asked for" {
	refused 1 'show: NH:T261123-0001 belongs to another office; this is DH. Read it with --office NH' \
	    show NH:T261123-0001
	refused 1 'show: DH:T261123-0001 belongs to another office; this is NH. Read it with --office DH' \
	    show --office NH DH:T261123-0001
	refused 1 'show: there is no ticket NH:T261123-0003' \
	    show --office all NH:T261123-0003
	refused 1 'show: there is no ticket NH:T261123-0003' \
	    show --office NH T261123-0003 --json
	refused 64 'show: "PD-1" is no id. Ids look like T261123-0007' \
	    show --office NH PD-1
}

@test "show: whoever has another office's key is masked, on every line" {
	as xiaozhou lend-key --config "$NH" PD-1 -t 太川/孙师傅 \
	    --id-type passport -U 17:00 -w repair >/dev/null <<<E1234567
	run list loans --office NH --table -o id,key,borrower,holder,phone
	assert_output 'Id               Key   Borrower  Of             Telephone
NH:L261123-0001  PD-1  孙**      firm:taichuan  138****0666
PRACTICE'
	run show --office NH L261123-0001
	refute_output --partial 孙师傅
	assert_line --index 0 --partial 'NH:L261123-0001  PD-1  孙**'
}

@test "ids of another office go down a pipe and are refused there" {
	refused 1 'accept: not accepted: NH:T261123-0001 belongs to another office; this is DH' \
	    bash -c 'list tickets --office NH | accept --as ligong'
	run bash -c 'list tickets --office all -d order | accept --as xiaoma'
	assert_output T261123-0001
	run bash -c 'list tickets --office all | accept --as ligong --keep-going 2>&1'
	assert_failure 1
	assert_line 'accept: not accepted: NH:T261123-0001 belongs to another office; this is DH'
	run list tickets --config "$NH" -o state
	assert_output assigned
}

daily='DH	contacts	complaint	1	0	0	1	1	0
DH	contacts	request	0	0	0	0	0	0
DH	contacts	enquiry	0	0	0	0	0	0
DH	contacts	suggestion	0	0	0	0	0	0
DH	contacts	praise	0	0	0	0	0	0
DH	contacts	tip	0	0	0	0	0	0
DH	contacts	all	1	0	0	1	1	0
DH	contacts	void					0	
DH	rates	on_spot	0	1	0.0	C1
DH	rates	answered	0	0		C6
DH	rates	promises	0	0		F4.6
DH	rates	accepted	1	1	100.0	F4.4
DH	rates	acknowledged	0	1	0.0	A3
DH	rates	keys_back	0	0		E4
DH	rates	satisfied	0	0		C6
DH	breaches	DH:T261123-0001	acknowledge	A3	2026-11-23T10:12:00+08:00	2880	1	zhaodui	xiaozhou	drilling
DH	open	xiaoma	1	1
DH	keys	18	0	0	0	0			
DH	journal	3	HEAD	
NH	contacts	complaint	1	0	0	1	1	0
NH	contacts	request	0	0	0	0	0	0
NH	contacts	enquiry	0	1	0	1	1	0
NH	contacts	suggestion	0	0	0	0	0	0
NH	contacts	praise	0	0	0	0	0	0
NH	contacts	tip	0	0	0	0	0	0
NH	contacts	all	1	1	0	2	2	0
NH	contacts	void					0	
NH	rates	on_spot	1	2	50.0	C1
NH	rates	answered	0	0		C6
NH	rates	promises	0	0		F4.6
NH	rates	accepted	0	1	0.0	F4.4
NH	rates	acknowledged	0	1	0.0	A3
NH	rates	keys_back	0	0		E4
NH	rates	satisfied	0	0		C6
NH	breaches	NH:T261123-0001	accept	F4.4	2026-11-23T10:12:00+08:00	2880	1	ligong	xiaowu	music
NH	breaches	NH:T261123-0001	acknowledge	A3	2026-11-23T10:12:00+08:00	2880	1	zhaodui	xiaowu	music
NH	open	ligong	1	1
NH	journal	3	HEAD	
all	contacts	complaint	2	0	0	2	2	0
all	contacts	request	0	0	0	0	0	0
all	contacts	enquiry	0	1	0	1	1	0
all	contacts	suggestion	0	0	0	0	0	0
all	contacts	praise	0	0	0	0	0	0
all	contacts	tip	0	0	0	0	0	0
all	contacts	all	2	1	0	3	3	0
all	contacts	void					0	
all	rates	on_spot	1	3	33.3	C1
all	rates	answered	0	0		C6
all	rates	promises	0	0		F4.6
all	rates	accepted	1	2	50.0	F4.4
all	rates	acknowledged	0	2	0.0	A3
all	rates	keys_back	0	0		E4
all	rates	satisfied	0	0		C6'

@test "report daily of all: each office, then what they come to together" {
	as xiaoma accept T261123-0001 >/dev/null
	at 11:00
	run report --office all
	assert_success
	output=$(sed -E 's/[0-9a-f]{64}/HEAD/' <<<"$output")
	assert_output "$daily"
	run report --office NH
	output=$(sed -E 's/[0-9a-f]{64}/HEAD/' <<<"$output")
	assert_output "$(sed -n 's/^NH	//p' <<<"$daily")"
	run bash -c "report --office all --json |
	    jq -r '[.[] | if type == \"boolean\" then if . then 1 else 0 end
		else . end] | map(tostring | gsub(\"null\"; \"\")) | join(\"\\t\")' |
	    sed -E 's/[0-9a-f]{64}/HEAD/'"
	assert_output "${daily//.0	/	}"
	run report --office all --csv
	assert_line --index 0 $'office,section,kind,call,visit,letter,contacts,tickets,day_before\r'
	assert_line --index 1 $'DH,contacts,complaint,1,0,0,1,1,0\r'
}

@test "report daily of several days: nothing to compare with, in the sum too" {
	run bash -c "report --office all -S 11-20 -U 11-23 | grep contacts.all"
	assert_output $'DH\tcontacts\tall\t1\t0\t0\t1\t1\t
NH\tcontacts\tall\t1\t1\t0\t2\t2\t
all\tcontacts\tall\t2\t1\t0\t3\t3\t'
}

@test "reports of all for people: a heading for each office" {
	at 11:00
	run report overdue --office all --table
	assert_output 'all offices  what is late  2026-11-23 Mon  printed 11:00:00 Wang  PRACTICE
================================================================================
DH
Missed           Deadline     Clause  Due     Late  Handler  Matter
DH:T261123-0001  accept       F4.4    10:12  !0:48  Ma       drilling
DH:T261123-0001  acknowledge  A3      10:12  !0:48  Zhao     drilling

NH
Missed           Deadline     Clause  Due     Late  Handler  Matter
NH:T261123-0001  accept       F4.4    10:12  !0:48  ligong   music
NH:T261123-0001  acknowledge  A3      10:12  !0:48  zhaodui  music'
	run report register --office NH --table
	assert_output 'NH  register of calls, visits and letters  2026-11-23 Mon  printed 11:00:00 Wang
PRACTICE
================================================================================
NH:T261123-0001 08:12 call complaint 3-2-401 李** 138****0501 handed over
  engineering xiaowu assigned
  music
NH:T261123-0002 08:12 visit enquiry W** 138****0503 done on the spot xiaowu
  closed
  fees?'
	run report --office all --table
	assert_line --index 2 DH
	assert_line NH
	assert_equal "$(sed -n '/^all offices$/,$p' <<<"$output")" \
'all offices
Contacts           Calls  Visits  Letters  Sum  Tickets  Before
complaint              2       0        0    2        2       0
request                0       0        0    0        0       0
enquiry                0       1        0    1        1       0
suggestion             0       0        0    0        0       0
praise                 0       0        0    0        0       0
tip                    0       0        0    0        0       0
all                    2       1        0    3        3       0
tickets made void      -       -        -    -        0       -
Rate                  Part  Whole  Percent                         Clause
done on the spot         1      3   33.3%  [#######-------------]  C1
answered in 24 hours     0      0  -                               C6
promises kept            0      0  -                               F4.6
accepted in time         0      2    0.0%  [--------------------]  F4.4
acknowledged in time     0      2    0.0%  [--------------------]  A3
keys back in time        0      0  -                               E4
residents satisfied      0      0  -                               C6'
}
