#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# badinput.bats: bad input gets a clear error, and nothing is lost or half
# done: refused() compares the whole message and finds nothing written.

load helper
load ticket

# says [option...]: a call that lacks nothing but what is tried.
says() {
	log-call -n Zhang -p 13800000501 "$@" 'the pipe leaks'
}

@test "an unknown option: the nearest one is named" {
	refused 64 'log-call: there is no option --nmae. Did you mean --name?' \
	    says --nmae x
	refused 64 'accept: there is no option --jsno. Did you mean --json?' \
	    accept --jsno "$T1"
	refused 64 'log-call: there is no option --weather. All options: --help' \
	    says --weather
	refused 64 'log-call: there is no option -Z. All options: --help' \
	    says -Z
	refused 64 'accept: there is no option --from. All options: --help' \
	    accept --from csv
	refused 64 'log-call: there is no option --no_phone. Did you mean --no-phone?' \
	    says --no_phone x
}

@test "an abbreviation is refused: a new option would change what it means" {
	refused 64 'log-call: there is no option --promis. Did you mean --promise?' \
	    says --promis 17:00
	refused 64 'assign: there is no option --aut. Did you mean --auto?' \
	    assign --aut "$T1"
}

@test "a value too few, or one too many" {
	refused 64 'assign: --to needs a value' assign "$T1" --to
	refused 64 'assign: -t needs a value' assign "$T1" -t
	refused 64 'log-call: --anonymous takes no value' \
	    log-call --anonymous=yes x
}

@test "unknown staff: the nearest one is named" {
	refused 1 'log-call: not recorded: nobody and nothing is called "李公". Did you mean 李工?' \
	    says -A 李公
	refused 1 'log-call: not recorded: nobody and nothing is called "xiaozhuo". Did you mean xiaozhou?' \
	    says -f xiaozhuo
	refused 1 'log-call: not recorded: nobody and nothing is called "somebody else". All names: list staff' \
	    says -t 'somebody else'
	refused 1 'log-call: not recorded: nobody and nothing is called "xiaozhuo". Did you mean xiaozhou?' \
	    says --as xiaozhuo
}

@test "an unknown department: the nearest one is named" {
	calls >/dev/null
	refused 1 'assign: not handed over: nobody and nothing is called "enginering". Did you mean engineering?' \
	    assign "$T1" -t enginering
	refused 1 'assign: not handed over: nobody and nothing is called "enginering". Did you mean engineering?' \
	    assign "$T1" -t dept:enginering
	refused 1 'assign: not handed over: nobody and nothing is called "工呈部". Did you mean 工程部?' \
	    assign "$T1" -t 工呈部
}

@test "an unknown category: the nearest one, aliases too" {
	refused 1 'log-call: not recorded: nobody and nothing is called "leek". Did you mean leak?' \
	    says -g leek
	refused 1 'log-call: not recorded: nobody and nothing is called "渗漏". Did you mean 渗水?' \
	    says -g 渗漏
	refused 1 'log-call: not recorded: nobody and nothing is called "zoology". Categories are kept in desk.yaml; for what fits none there is "other"' \
	    says -g zoology
}

@test "an unknown kind, channel or caller: the nearest, and all there are" {
	refused 64 'log-call: --kind: there is no "complant". Did you mean complaint? There are: complaint, request, enquiry, suggestion, praise, tip' \
	    says -k complant
	refused 64 'log-call: --kind: there is no "投拆". Did you mean 投诉? There are: complaint, request, enquiry, suggestion, praise, tip' \
	    says -k 投拆
	refused 64 "log-call: --kind: there is no \"$(printf 'x%.0s' {1..70})\". There are: complaint, request, enquiry, suggestion, praise, tip" \
	    says -k "$(printf 'x%.0s' {1..70})"
	refused 64 'log-call: --channel: there is no "fax". There are: call, visit, letter' \
	    says -c fax
	refused 64 'log-call: --caller: there is no "owne". Did you mean owner? There are: owner, tenant, visitor, other' \
	    says --caller owne
}

@test "whole words only: the beginning of one is none" {
	refused 64 'log-call: --kind: there is no "comp". There are: complaint, request, enquiry, suggestion, praise, tip' \
	    says -k comp
	refused 1 'log-call: not recorded: nobody and nothing is called "水电". All names: list staff' \
	    says -t 水电
}

@test "a time that is none" {
	local text tail='Write one such as 18:00, tomorrow 10:00, 11-23 9:00 or +2h'

	for text in noonish 43563.3592 1e9 -1y '10:00 or so' 10:00:00:00; do
		refused 64 "log-call: $text is no time. $tail" says -a "$text"
	done
	refused 64 "log-call: the time is empty. $tail" says -a ''
	refused 64 'log-call: 25:00 is no time of a clock. A day goes from 00:00 to 24:00' \
	    says -a 25:00
	refused 64 'log-call: 2026-02-30 10:00 is no day of the calendar' \
	    says -a '2026-02-30 10:00'
	refused 64 'log-call: 昨天 names no hour. Write the hour too, such as 10:30' \
	    says -a 昨天
}

@test "a contact in the future" {
	refused 64 'log-call: 2026-11-23 08:12:01 is still to come. It is 08:12 now' \
	    says -a '2026-11-23 08:12:01'
	refused 64 'log-call: +1m is still to come' says -a +1m
}

@test "a promise in the past" {
	refused 64 'log-call: 昨天18:00 is past' says -P 昨天18:00
	refused 64 'log-call: 2026-11-23 08:11 is past. It is 08:12 now' \
	    says -P '2026-11-23 08:11'
}

@test "a time before 2000" {
	refused 64 'log-call: 1999-12-31T23:59:59 is before the year 2000' \
	    says -a 1999-12-31T23:59:59
	done_as T000101-0001 says -a 2000-01-01T00:00:00
}

@test "3点 may be morning or afternoon; 03:00 is plain" {
	refused 64 'log-call: 3点 may be morning or afternoon. Write 15:00 or 03:00' \
	    says -P 3点
	refused 64 'log-call: 7点半 may be morning or afternoon. Write 19:30 or 07:30' \
	    says -a 7点半
	done_as "$T1" says -a 03:00
	done_as "$T2" says -P 下午3点
}

@test "a promise needs an hour" {
	local text

	for text in 尽快 下班前 明天上午 soon; do
		refused 64 "log-call: $text names no hour. Write the hour too, such as 10:30" \
		    says -P "$text"
	done
}

@test "invalid UTF-8, with its place" {
	refused 64 'log-call: content: character 2 is broken: this is not UTF-8' \
	    log-call -n Zhang -p 111 $'a\xff'
	refused 64 'log-call: --name: character 3 is broken: this is not UTF-8' \
	    log-call -n $'ab\xe5\xbc' -p 111 x
	calls >/dev/null
	refused 64 'answer: --text: character 1 is broken: this is not UTF-8' \
	    answer "$T1" -m $'\xc0\xaf'
}

@test "control characters: TAB and line ends in free text alone" {
	refused 64 'log-call: content: character 2 is U+001B, a control character. Take it out' \
	    log-call -n Zhang -p 111 $'a\x1b[31m'
	refused 64 'log-call: content: character 1 is U+007F, a control character. Take it out' \
	    log-call -n Zhang -p 111 $'\x7f'
	refused 64 'log-call: content: character 1 is U+0085, a control character. Take it out' \
	    log-call -n Zhang -p 111 $'\u0085'
	refused 64 'log-call: --name: character 3 is U+0009, a control character. Take it out' \
	    log-call -n $'ab\tc' -p 111 x
	refused 64 'log-call: --room: character 2 is U+000A, a control character. Take it out' \
	    log-call -n Zhang -p 111 -r $'3\n-2-501' x
	done_as "$T1" log-call -n Zhang -p 111 $'a\tb\nc'
}

@test "bidi overrides and isolates, anywhere" {
	local sign code

	for sign in $'\u202a' $'\u202b' $'\u202d' $'\u202e' $'\u2066' \
	    $'\u2067' $'\u2068'; do
		code=$(printf '%04X' "'$sign")
		refused 64 "log-call: content: character 2 is U+$code, which turns the direction of writing. Take it out" \
		    log-call -n Zhang -p 111 "x$sign"
	done
	refused 64 'log-call: --name: character 1 is U+202E, which turns the direction of writing. Take it out' \
	    log-call -n $'\u202eZhang' -p 111 x
}

@test "zero width: kept in free text, refused in a name" {
	done_as "$T1" log-call -n Zhang -p 111 $'a\u200bb'
	refused 64 'log-call: --name: character 2 is U+200B, which cannot be seen. Take it out' \
	    log-call -n $'Z\u200bhang' -p 111 x
}

@test "empty content, of whatever width" {
	local text

	for text in '' ' ' $'\t\n' '　' $'\u00a0' $'\u200b'; do
		refused 64 'log-call: nothing is said (F4.5). Add in one argument what they said' \
		    log-call -n Zhang -p 111 "$text"
	done
	refused 64 'log-call: nothing is said (F4.5). Add in one argument what they said' \
	    log-call -n Zhang -p 111
}

@test "content that is too long: 64 KiB at most" {
	local text

	text=$(printf '%065536d' 0)
	done_as "$T1" log-call -n Zhang -p 111 "$text"
	refused 64 'log-call: content: the text has 65537 bytes, more than 65536. Shorten it' \
	    log-call -n Zhang -p 111 "0$text"
}

@test "a room that is not there: the range that is" {
	refused 1 'log-call: not recorded: there is no room 3-2-3401. Building 3 unit 2 has 101 to 3302' \
	    says -r 3-2-3401
	refused 1 'log-call: not recorded: there is no room 3-2-103. Building 3 unit 2 has 101 to 3302' \
	    says -r 3栋2单元103
	refused 1 'log-call: not recorded: building 3 has units 1 to 4' \
	    says -r 3-5-501
	refused 1 'log-call: not recorded: there is no building 30. Buildings here: 1-4, 5-12' \
	    says -r 30-1-101
	refused 1 'log-call: not recorded: building 3 has units 1 to 4' \
	    says -r 3-501
	refused 1 'log-call: not recorded: "花员" is neither a room nor a place. Did you mean 花园?' \
	    says -r 花员
	refused 1 'log-call: not recorded: "upstairs" is neither a room nor a place. Write rooms as 3-2-501; places are kept in desk.yaml' \
	    says -r upstairs
}

@test "where no buildings are configured a room is what is typed" {
	sed -i '/^buildings:/,/^$/d' "$FRONTDESK_CONFIG/desk.yaml"
	log-call -n Z -p 13800000501 -r '99栋7单元101' x
	log-call -n Z -p 13800000501 -r upstairs x
	[ "$(list tickets -o room | tr '\n' ' ')" = '99-7-101 upstairs ' ]
}

@test "a room of a building without units, which has a letter" {
	sed -i '/first: 5, last: 12/a\  - {first: b, units: 0, floors: 20, doors: 8}' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	refused 1 'log-call: not recorded: there is no room b-2009. Building b has no units; its rooms are b-101 to b-2008' \
	    says -r B座2009
	refused 1 'log-call: not recorded: there is no room b-1-1201. Building b has no units; its rooms are b-101 to b-2008' \
	    says -r b-1-1201
	refused 1 'log-call: not recorded: there is no building c. Buildings here: 1-4, 5-12, b' \
	    says -r C座1201
	done_as "$T1" says -r B座1201
	run ticket "$T1" room
	assert_output b-1201
}

@test "a step the state does not allow: which states do, what to do instead" {
	calls -t ligong >/dev/null
	as ligong resolve "$T1" -m 'new seal' >/dev/null
	local tail='What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0001'
	local free='pending, assigned, in work' held='assigned, in work'

	refused 1 "assign: not handed over: $T1 is resolved; this is for those that are: $free (F4.4). $tail" \
	    assign "$T1" -t ligong
	refused 1 "accept: not accepted: $T1 is resolved; this is for those that are: $held (F4.4). $tail" \
	    accept "$T1"
	refused 1 "hand-back: not handed back: $T1 is resolved; this is for those that are: $held (F4.4). $tail" \
	    hand-back "$T1" -w x
	refused 1 "answer: not answered: $T1 is resolved; this is for those that are: $free (C6). $tail" \
	    answer "$T1" -m x
	refused 1 "promise: not promised: $T1 is resolved; this is for those that are: $free (F4.6). $tail" \
	    promise 17:00 "$T1"
	refused 1 "resolve: not done: $T1 is resolved; this is for those that are: $free (C6). $tail" \
	    resolve "$T1" -m x
	refused 1 "escalate: not escalated: $T1 is resolved; this is for those that are: $free (A16). $tail" \
	    escalate "$T1"
}

@test "the role comes before the state, and the command line before both" {
	complains >/dev/null
	as wangjingli resolve "$T1" -m x >/dev/null
	refused 64 'assign: nobody is named (F4.4). Add --to WHO, or --auto' \
	    assign --as nobody "$T1"
	refused 77 'acknowledge: not acknowledged: only these may: head, duty leader, manager (A3). Ask Zhao' \
	    as xiaozhou acknowledge "$T1"
}

@test "a value for a number that is none" {
	refused 64 'log-call: --db-wait: "soon" is no whole number. Write digits only' \
	    says --db-wait soon
	refused 64 'log-call: --rings: "-1" is no whole number. Write digits only' \
	    says --rings=-1
}

@test "messages in Chinese say the same" {
	refused 64 'log-call: “3点”分不清上午下午。写 15:00 或 03:00' \
	    zh log-call -n 张女士 -p 111 -P 3点 x
	refused 1 'log-call: 未登记：没有姓名和电话(F4.5)。加 --name 姓名 --phone 号码；不肯留：--anonymous，--no-phone 原因' \
	    zh log-call x
}

@test "no message of a refusal carries a control character to the terminal" {
	run --separate-stderr zh accept $'T\x1b]0;x\x07'
	refute_regex "$stderr" $'[\x01-\x08\x0b-\x1f\x7f]'
	run --separate-stderr log-call --from json --keep-going \
	    <<<$'{"con\u202etent":"x"}'
	refute_regex "$stderr" $'\u202e'
}
