#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# form.bats: log-call on a terminal with nothing said asks for it.

load helper
load ticket

# types ANSWER... -- OPTION...: the clerk calls up the form and types these,
# each at its question.  What it shows.
types() {
	local answers=()

	while [ "$1" != -- ]; do
		answers+=("$1")
		shift
	done
	shift
	run answering '^[A-Z].*: ' "${answers[@]}" -- log-call --as xiaozhou "$@"
}

contact() {
	list contacts --json | jq -r "[$1] | map(. // \"-\") | join(\" \")"
}

hello='您好，东方鸿润物业    Enter=what is in [ ]  ?=choices  <=back  Ctrl-C=leave'
what_now='What now  1 done on the spot  2 hand over  3 I do it  4 reply owed'
stops='    Procedure: 先请住户关总阀；2小时内上门；殃及楼下另记一件。'

@test "the whole of a call: asked in order, what Enter takes in brackets" {
	types '\n' '138 0000 0501\n' '张女士\n' '3栋2单元501\n' '水管漏水\n' \
	    '\n' '\n' '\n' '10:30\n' '\n' --
	assert_success
	assert_output "$hello
Channel [call]: 
Telephone: 138 0000 0501
Name: 张女士
Room: 3栋2单元501
What is it about: 水管漏水
Category [leak]: 
$stops
$what_now [2]: 
To whom [Li]: 
By when, as the resident was told [today 10:12]: 10:30
    Tell the resident: \"Li (engineering) has it, and is done by today 10:30; then we call you back.\"
Record it [Y/n]: 
T261123-0001  logged  request leak  3-2-501  张女士
    Li to accept by today 10:12 (F4.4)  promised for today 10:30 (F4.6)
    Zhou to follow up by tomorrow 08:12 (F4.4)  answer by 11-25 08:12 (ours)"
	run ticket "$T1" kind state category room department handler promised
	assert_output 'request assigned leak 3-2-501 engineering ligong 2026-11-23T10:30:00+08:00'
	run contact '.name, .channel, .disposition, .told_department, .content'
	assert_output '张** call handed_over engineering 水管漏水'
	run sql 'SELECT phone FROM contact'
	assert_output '13800000501'
}

@test "who it was last time, the number masked, is what Enter takes" {
	calls -g leak --caller owner -c visit >/dev/null
	at 09:00
	types '来访\n' '13800000501\n' '\n' '\n' 'the lamp is out\n' 照明'\n' \
	    '\n' '3\n' '10:00\n' '\n' --
	assert_success
	assert_output "$hello
Channel [call]: 来访
Telephone: 13800000501
    138****0501  张女士  owner  3-2-501  last today 08:12 leak  open 1
Name [张女士]: 
Room [3-2-501]: 
What is it about: the lamp is out
Category [other]: 照明
    open  1) T261123-0001  3-2-501  the pipe under the sink leaks  pending
Join which, 0 = new [0]: 
$what_now [2]: 3
By when, as the resident was told [today 11:00]: 10:00
    Tell the resident: \"I see to it by today 10:00, and call you back then.\"
Record it [Y/n]: 
T261123-0002  logged  request lighting  3-2-501  张女士
    promised for today 10:00 (F4.6)  Zhou to follow up by tomorrow 09:00 (F4.4)
    answer by 11-25 09:00 (ours)"
	run ticket "$T2" state handler
	assert_output 'accepted xiaozhou'
	run sql "SELECT name, phone, room, caller, channel FROM contact
	    WHERE ticket = '$T2'"
	assert_output '张女士|13800000501|3-2-501|owner|visit'
}

@test "how it went last time is shown with it" {
	calls -g leak -O 'showed the cock' >/dev/null
	as xiaowu call-back "$T1" --result satisfied >/dev/null
	types '\n' '13800000501\n' '\004' --
	assert_failure 1
	assert_output "$hello
Channel [call]: 
Telephone: 13800000501
    138****0501  张女士  3-2-501  last today 08:12 leak, satisfied  open 0
Name [张女士]: 
log-call: not recorded: the form was left"
}

@test "of a place that is no home nobody is remembered" {
	log-call --as xiaozhou -g lighting -n 张女士 -p 13800000501 -r 大门 \
	    'the lamp is out' >/dev/null
	types '\n' '\004' -- -r 大门
	assert_output "$hello
Channel [call]: 
Telephone: 
log-call: not recorded: the form was left"
}

@test "words of two categories say neither" {
	types '\n' '13800000501\n' 'Zhang\n' '3-2-501\n' '水管漏水，路灯不亮\n' \
	    '\004' --
	assert_line 'Category [other]: '
}

@test "likely the same, and what else is open, numbered: it is joined by number" {
	log-call --as xiaowu -g leak -r 3-2-401 -n 赵先生 -p 13800000401 \
	    -t ligong 'it drips' >/dev/null
	calls -g noise >/dev/null
	calls -g leak >/dev/null
	types '\n' '13800000501\n' '\n' '\n' 'leaks again\n' '\n' '4\n' '1\n' \
	    '\n' --
	assert_success
	assert_output "$hello
Channel [call]: 
Telephone: 13800000501
    138****0501  张女士  3-2-501  last today 08:12 leak  open 2
Name [张女士]: 
Room [3-2-501]: 
What is it about: leaks again
Category [leak]: 
$stops
    like  1) T261123-0003  3-2-501  the pipe under the sink leaks  pending
    like  2) T261123-0001  3-2-401  it drips  Li  assigned
    open  3) T261123-0002  3-2-501  the pipe under the sink leaks  pending
Join which, 0 = new [0]: 4
    a number from 0 to 3 is wanted
    like  1) T261123-0003  3-2-501  the pipe under the sink leaks  pending
    like  2) T261123-0001  3-2-401  it drips  Li  assigned
    open  3) T261123-0002  3-2-501  the pipe under the sink leaks  pending
Join which, 0 = new [0]: 1
Record it [Y/n]: 
T261123-0003  added as number 2  3-2-501  张女士
    hand over by today 08:42 (C1)  Zhou to follow up by tomorrow 08:12 (F4.4)
    answer by 11-25 08:12 (ours)"
	run ticket "$T3" contact_count
	assert_output 2
	run contact '.id, .content, .disposition'
	assert_line "$T3/2 leaks again added"
}

@test "? lists what can be said, < goes back, and what was said stays" {
	types '?\n' '\n' '-\n' 'ran off\n' '?\n' '-\n' '\n' 'it leaks\n' \
	    '?\n' '<\n' 'my cat is loud\n' 噪音'\n' '<\n' '\n' '2\n' '-\n' '保洁\n' \
	    '-\n' '<\n' '?\n' '-\n' '\n' --
	assert_success
	assert_output "$hello
Channel [call]: ?
    call  visit  letter
Channel [call]: 
Telephone: -
Why there is no number: ran off
Name: ?
    - if they give none
Name: -
Room: 
What is it about: it leaks
Category [leak]: ?
    leak  blocked drain  water cut  power cut  gas  broadband  access control
    lift  lighting  decoration  fees  attitude  gift or property  noise
    cleaning  greenery  parking  security  fire safety  other
Category [leak]: <
What is it about [it leaks]: my cat is loud
Category [other]: 噪音
    Procedure: 问清几栋几楼、从几点起；到场劝停，再告诉住户。
$what_now [2]: <
Category [噪音]: 
    Procedure: 问清几栋几楼、从几点起；到场劝停，再告诉住户。
$what_now [2]: 2
To whom [Ma]: -
    nobody and nothing is called \"-\". All names: list staff
To whom [Ma]: 保洁
By when, as the resident was told [today 10:12]: -
    Tell the resident: \"cleaning has it; we call you back when it is done.\"
Record it [Y/n]: <
By when, as the resident was told [-]: ?
    10:30, tomorrow 9:00, +2h; - if no time was told
By when, as the resident was told [-]: -
    Tell the resident: \"cleaning has it; we call you back when it is done.\"
Record it [Y/n]: 
T261123-0001  logged  complaint noise  anonymous
    hand over by today 08:42 (C1)  Zhao to acknowledge by today 10:12 (A3)
    answer by tomorrow 08:12 (C6)  Zhou to follow up by tomorrow 08:12 (F4.4)"
	run sql 'SELECT content, no_phone FROM contact'
	assert_output 'my cat is loud|ran off'
	run ticket "$T1" department handler category
	assert_output 'cleaning - noise'
}

@test "C7: what the desk refuses is asked again, and all else stays said" {
	types '\n' '13800000501\n' '张女士\n' '\n' '停水\n' '\n' '1\n' 'rang\n' \
	    '\n' '2\n' '\n' '18:00\n' '\n' -- -r 2-1-101
	assert_success
	assert_output "$hello
Channel [call]: 
Telephone: 13800000501
Name: 张女士
What is it about: 
    this has to be answered
What is it about: 停水
Category [water cut]: 
    Procedure: 先看有没有公告；向自来水公司交涉(C7)，问到几时来水。
$what_now [2]: 1
What was done: rang
Record it [Y/n]: 
log-call: not recorded: the cause is municipal, and nobody has taken it up with those in charge yet (C7). Ask them, then: chase TICKET --body BODY --reply TEXT --next TIME; and log what they achieve with --outcome
$what_now [1]: 2
To whom [engineering]: 
By when, as the resident was told [today 10:12]: 18:00
    Tell the resident: \"engineering has it, and is done by today 18:00; then we call you back.\"
Record it [Y/n]: 
T261123-0001  logged  request water cut (municipal)  2-1-101  张女士
    hand over by today 08:42 (C1)  promised for today 18:00 (F4.6)
    Zhou to follow up by tomorrow 08:12 (F4.4)  answer by 11-25 08:12 (ours)"
	run ticket "$T1" state cause resolved
	assert_output 'pending municipal -'
}

@test "F4.8: a reply is owed needs name and number: refused, and then done here" {
	types '\n' '\n' 'ran off\n' '-\n' '\n' 'fees?\n' '\n' '4\n' 'Chen\n' '\n' \
	    '1\n' 'told them\n' 'y\n' --
	assert_success
	assert_output "$hello
Channel [call]: 
Telephone: 
Why there is no number: ran off
Name: -
Room: 
What is it about: fees?
Category [fees]: 
$what_now [2]: 4
Whom you tried to reach: Chen
    Tell the resident: \"We find out, and call you back by today 12:12.\"
Record it [Y/n]: 
log-call: not recorded: a reply is owed, so name and telephone are needed (F4.8). Add --name NAME and --phone NUMBER
$what_now [4]: 1
What was done: told them
Record it [Y/n]: y
T261123-0001  logged  done on the spot  enquiry fees  anonymous"
	run contact '.disposition, .done'
	assert_output 'on_spot told them'
}

@test "F4.8: with both, whom it was tried with is kept, and the reply is owed" {
	types 'visit\n' '13800000501\n' 'Zhang\n' '\n' 'fees?\n' '\n' '4\n' \
	    'Chen\n' '\n' --
	assert_success
	run owes "$T1"
	assert_output 'callback F4.8 23.12:12 xiaozhou
answer house 24.08:12 xiaozhou'
	run sql 'SELECT tried, disposition FROM contact'
	assert_output 'Chen|callback_owed'
}

@test "F4.6: who does it himself tells by when" {
	types '\n' '\n' 'none\n' 'Zhang\n' '\n' 'lost cat\n' '\n' '3\n' '-\n' \
	    '3\n' '\n' '\n' --
	assert_success
	assert_line '    who does it himself tells by when (F4.6)'
	assert_line '    3 is no time. Write one such as 18:00, tomorrow 10:00, 11-23 9:00 or +2h'
	run ticket "$T1" state handler promised
	assert_output 'accepted xiaozhou 2026-11-23T10:12:00+08:00'
}

@test "what stands on the command line is not asked; a room knows who came last" {
	calls -g lift >/dev/null
	types '\n' '\n' '\n' 'it drips\n' '\n' '\n' -- -r 3栋2单元501 -g 漏水 \
	    -t ligong -P 10:30 -k complaint -f xiaowu
	assert_success
	assert_output "$hello
$stops
    138****0501  张女士  3-2-501  last today 08:12 lift  open 1
Channel [call]: 
Telephone [138****0501]: 
Name [张女士]: 
What is it about: it drips
    Tell the resident: \"Li (engineering) has it, and is done by today 10:30; then we call you back.\"
Record it [Y/n]: 
T261123-0002  logged  complaint leak  3-2-501  张女士
    Sun to acknowledge by today 10:12 (A3)  Li to accept by today 10:12 (F4.4)
    promised for today 10:30 (F4.6)  answer by tomorrow 08:12 (C6)
    Wu to follow up by tomorrow 08:12 (F4.4)"
	run sql "SELECT phone, first_responder FROM contact WHERE ticket = '$T2'"
	assert_output '13800000501|xiaowu'
}

@test "with --ticket it is added there" {
	calls >/dev/null
	types '\n' '\n' '\n' '\n' '?\n' 'when?\n' '\n' -- -T "$T1" -u \
	    -r 3-2-501
	assert_success
	run contact '.id, .content, .disposition'
	assert_line "$T1/2 when? urged"
}

@test "what nobody could put right later is refused before anything is asked" {
	# wrong MESSAGE OPTION...
	wrong() {
		local message=$1

		shift
		types -- "$@"
		assert_failure 1
		assert_output "$hello
log-call: not recorded: $message"
	}
	wrong 'there is no building 99. Buildings here: 1-4, 5-12' -r 99-1-101
	wrong 'there is no ticket T261123-0009' \
	    -T T261123-0009
	wrong 'nobody and nothing is called "Nobody". All names: list staff' \
	    -A Nobody
	wrong 'nobody and nothing is called "Nobody". All names: list staff' \
	    -f Nobody
	wrong 'nobody and nothing is called "Nobody". All names: list staff' \
	    -t Nobody
	wrong 'a telephone number has digits only, and no x (F4.5)' -p x
	wrong 'nobody and nothing is called "nothing". Categories are kept in desk.yaml; for what fits none there is "other"' \
	    -g nothing
	types -- -O told -t ligong
	assert_failure 64
	assert_output 'log-call: --on-spot and --to exclude each other. Leave one of them out'
}

@test "Ctrl-C, the end of input and n record nothing" {
	local before

	before=$(rows)
	types '\n' '\003' --
	assert_failure 1
	assert_output "$hello
Channel [call]: 
Telephone: ^C
log-call: not recorded: the form was left"
	types '\004' --
	assert_failure 1
	assert_output "$hello
Channel [call]: 
log-call: not recorded: the form was left"
	types '\n' '138\n' 'Zhang\n' '\n' 'it leaks\n' 'leak\n' '2\n' '\n' '\n' \
	    'perhaps\n' 'N\n' --
	assert_failure 1
	assert_line '    y or n is wanted'
	assert_line -n -1 'log-call: not recorded: you did not confirm it'
	assert_equal "$(rows)" "$before"
}

@test "they called when the form came up, not when it was filled in" {
	unset FRONTDESK_NOW
	types '\n' '138\n' 'Zhang\n' '\n' 'lost cat\n' '\n' '1\n' 'found it\n' \
	    '\n' --
	assert_success
	run sql 'SELECT count(*) FROM ticket WHERE recorded > opened'
	assert_output 1
}

@test "into a pipe the id, and the form on the terminal all the same" {
	# shellcheck disable=SC2016 # it expands there
	run answering '^[A-Z].*: ' '\n' '138\n' 'Zhang\n' '\n' 'lost cat\n' '\n' \
	    '1\n' 'found it\n' '\n' -- \
	    sh -c 'id=$(log-call --as xiaozhou); echo "<$id>"'
	assert_success
	assert_line -n 0 "$hello"
	assert_line -n -1 "<$T1>"
}

@test "nobody is asked unless standard input and error are a terminal" {
	refused 64 'log-call: nothing is said (F4.5). Add in one argument what they said' \
	    log-call --as xiaozhou
	run terminal sh -c "log-call --as xiaozhou 2>'$BATS_TEST_TMPDIR/said'; echo \$?"
	assert_output 64
	run cat "$BATS_TEST_TMPDIR/said"
	assert_output 'log-call: nothing is said (F4.5). Add in one argument what they said'
	run terminal sh -c 'log-call --as xiaozhou </dev/null; echo $?'
	assert_output 'log-call: nothing is said (F4.5). Add in one argument what they said
64'
}

@test "the store is busy: it may be recorded once more, with nothing asked again" {
	in_a_file
	sqlite3 "$FRONTDESK_CONFIG/frontdesk.db" 'BEGIN IMMEDIATE' \
	    ".system until grep -qs long $BATS_TEST_TMPDIR/shown; do sleep .05; done" &
	types '\n' '138\n' 'Zhang\n' '\n' 'lost cat\n' '\n' '1\n' 'found it\n' \
	    '\n' '\n' -- --db-wait 1
	assert_success
	assert_equal "$(tail -n 5 <<<"$output")" "\
Record it [Y/n]: 
log-call: not recorded: others were writing for too long
Record it [Y/n]: 
T261123-0001  logged  done on the spot  request other  Zhang
    Chen to call back by tomorrow 08:12 (C6)"
}
