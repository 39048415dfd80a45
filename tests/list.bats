#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# list.bats: what can be listed, chosen and printed, for people and as data.

load helper

# Three tickets: a complaint, a request with a promise, an enquiry that was
# done on the spot.
setup() {
	desk_setup
	as xiaozhou log-call -k complaint -g noise -r 3-2-501 -n 张女士 \
	    -p 13800000501 -t xiaoma '夜间装修施工' >/dev/null
	as xiaowu log-call -g leak -r 3-2-401 -n 李先生 -p 13800000502 \
	    -t ligong -P 10:30 '=1+1 Kitchen LEAKS' >/dev/null
	as xiaozhou log-call -c visit -g fees -n Wang -p 13800000503 \
	    -O explained '物业费怎么算' >/dev/null
}

ids() {
	list "$@" -o id | tr '\n' ' ' | sed 's/T261123-//g; s/ $//'
}

# terminal_of 50 list tickets: as terminal, with so many columns.
terminal_of() {
	local columns=$1

	shift
	script -qec "stty cols $columns; $(printf '%q ' "$@")" /dev/null \
	    </dev/null | tr -d '\r'
}

@test "tickets: TSV without a header, in the order of their ids, the open ones" {
	run list tickets
	assert_success
	assert_output $'T261123-0001\tcomplaint\tassigned\tnoise\t3-2-501\torder\txiaoma\txiaozhou\t2026-11-23T08:12:00+08:00\t2026-11-24T08:12:00+08:00\t0\t夜间装修施工
T261123-0002\trequest\tassigned\tleak\t3-2-401\tengineering\tligong\txiaowu\t2026-11-23T08:12:00+08:00\t2026-11-25T08:12:00+08:00\t0\t=1+1 Kitchen LEAKS'
}

@test "--header names the columns" {
	run list tickets --header --limit 0
	assert_output $'id\tkind\tstate\tcategory\troom\tdepartment\thandler\tfirst_responder\topened\tdue\tbreached\tcontent'
	run list contacts --header --limit 0
	assert_output $'id\tticket\tchannel\tat\troom\tkind\tfirst_responder\trecorded_by'
	run list deadlines --header --limit 0
	assert_output $'id\tdeadline\tclause\tdue\tmet\tlate_seconds\towed_by'
	run list staff --header
	assert_line --index 0 $'login\tname\tshort\tdepartment\trole\ton_duty'
}

@test "JSON of a ticket has the promised keys" {
	run bash -c "list tickets --json --limit 1 | jq -r keys_unsorted[]"
	for key in id kind state category room department handler \
	    first_responder recorded_by accused self_taken opened due \
	    answered promised resolved closed breached; do
		assert_line $key
	done
	run bash -c "list tickets --json --limit 1 |
	    jq -c '[.self_taken, .breached, .accused, .due]'"
	assert_output '[false,false,null,"2026-11-24T08:12:00+08:00"]'
}

@test "contacts, with a later one; names and numbers are masked" {
	as xiaozhou log-call -T T261123-0001 --urge -n 张女士 \
	    -p 13800000501 'still noisy'
	run list contacts -o id,ticket,name,phone,disposition
	assert_output $'T261123-0001\tT261123-0001\t张**\t138****0501\thanded_over
T261123-0001/2\tT261123-0001\t张**\t138****0501\turged
T261123-0002\tT261123-0002\t李**\t138****0502\thanded_over
T261123-0003\tT261123-0003\tW**\t138****0503\ton_spot'
}

@test "deadlines, by when they are due" {
	run list deadlines
	assert_output $'T261123-0001\tacknowledge\tA3\t2026-11-23T10:12:00+08:00\t\t\tzhaodui
T261123-0001\taccept\tF4.4\t2026-11-23T10:12:00+08:00\t\t\txiaoma
T261123-0002\taccept\tF4.4\t2026-11-23T10:12:00+08:00\t\t\tligong
T261123-0002\tpromise\tF4.6\t2026-11-23T10:30:00+08:00\t\t\tligong
T261123-0001\tanswer\tC6\t2026-11-24T08:12:00+08:00\t\t\txiaoma
T261123-0001\tfollow_up\tF4.4\t2026-11-24T08:12:00+08:00\t\t\txiaozhou
T261123-0002\tfollow_up\tF4.4\t2026-11-24T08:12:00+08:00\t\t\txiaowu
T261123-0002\tanswer\thouse\t2026-11-25T08:12:00+08:00\t\t\tligong
A261123-0001\tanalysis\tC9\t2026-12-06T00:00:00+08:00\t\t\tchenzhuguan'
	at 10:13
	run list deadlines -k acknowledge
	assert_output $'T261123-0001\tacknowledge\tA3\t2026-11-23T10:12:00+08:00\t\t60\tzhaodui'
}

@test "events and notices" {
	run list events
	assert_line --index 0 $'1\tT261123-0001\t2026-11-23T08:12:00+08:00\t2026-11-23T08:12:00+08:00\txiaozhou\tlog\tC1'
	run list events -o seq,id,actor,step
	assert_output $'1\tT261123-0001\txiaozhou\tlog
2\tA261123-0001\txiaozhou\towe
3\tT261123-0002\txiaowu\tlog
4\tT261123-0003\txiaozhou\tlog'
	run list notices
	assert_output $'T261123-0001\txiaoma\tassigned\t2026-11-23T08:12:00+08:00\t\t1
T261123-0001\tzhaodui\tcomplaint\t2026-11-23T08:12:00+08:00\t\t1
T261123-0002\tligong\tassigned\t2026-11-23T08:12:00+08:00\t\t3'
}

@test "staff: who they are, and who is on duty now" {
	run list staff
	assert_line $'xiaozhou\t前台小周\t小周\tservice\tclerk\t1'
	assert_line $'xiaowu\t前台小吴\t小吴\tservice\tclerk\t0'
	at 16:00
	run list staff
	assert_line $'xiaowu\t前台小吴\t小吴\tservice\tclerk\t1'
}

@test "each filter of tickets" {
	at 10:20
	[ "$(ids tickets --all)" = '0001 0002 0003' ]
	[ "$(ids tickets)" = '0001 0002' ]
	[ "$(ids tickets -s closed)" = 0003 ]
	[ "$(ids tickets -s 已派)" = '0001 0002' ]
	[ "$(ids tickets -k complaint)" = 0001 ]
	[ "$(ids tickets -k 报修)" = 0002 ]
	[ "$(ids tickets -d engineering)" = 0002 ]
	[ "$(ids tickets -d 工程部)" = 0002 ]
	[ "$(ids tickets -H xiaoma)" = 0001 ]
	[ "$(ids tickets -H 李工)" = 0002 ]
	[ "$(ids tickets -f xiaowu)" = 0002 ]
	[ "$(ids tickets -r 3栋2单元501)" = 0001 ]
	[ "$(ids tickets --phone '138 0000 0502')" = 0002 ]
	[ "$(ids tickets -x)" = '0001 0002' ]
	[ "$(ids tickets -x -k complaint)" = 0001 ]
	[ "$(ids tickets -S 2026-11-24)" = '' ]
	[ "$(ids tickets -S 2026-11-23 -U 2026-11-23)" = '0001 0002' ]
	[ "$(ids tickets -U 2026-11-22)" = '' ]
	[ "$(ids tickets -D 2026-11-23 --all)" = '0001 0002 0003' ]
	[ "$(ids tickets -D yesterday --all)" = '' ]
}

@test "each filter of the other listings" {
	at 10:31
	[ "$(list deadlines -k accept -o id | wc -l)" -eq 2 ]
	[ "$(list deadlines -x -o deadline | sort | uniq -c | tr -s ' \n' ' ')" = \
	    ' 2 accept 1 acknowledge 1 promise ' ]
	[ "$(list deadlines -H ligong -o id | sort -u)" = T261123-0002 ]
	[ "$(ids contacts -k enquiry)" = 0003 ]
	[ "$(ids contacts -r 3-2-401)" = 0002 ]
	[ "$(ids contacts -f xiaowu)" = 0002 ]
	[ "$(list notices --mine --as ligong -o id)" = T261123-0002 ]
	[ "$(list events --mine --as xiaowu -o seq)" = 3 ]
}

@test "a filter that a listing has not is refused" {
	run list deadlines --room 3-2-501
	assert_failure 64
	assert_output 'list: deadlines have no --room. Leave it out'
	run list events --text x
	assert_failure 64
	assert_output 'list: events hold no text. Leave --text out'
	run list staff --overdue
	assert_failure 64
	assert_output 'list: staff have no --overdue. Leave it out'
}

@test "a day and a span exclude each other" {
	run list tickets -D today -S yesterday
	assert_failure 64
	assert_output 'list: --date and --since or --until exclude each other. Leave one of them out'
}

@test "--mine is what one handles or answers for; list alone is that" {
	[ "$(ids tickets --mine --as ligong)" = 0002 ]
	[ "$(ids tickets --mine --as xiaowu)" = 0002 ]
	[ "$(ids tickets --mine --as hejie)" = '' ]
	[ "$(list --as xiaoma -o id)" = T261123-0001 ]
}

@test "--text finds Chinese, and Latin letters of either case and width" {
	[ "$(ids tickets --text 装修)" = 0001 ]
	[ "$(ids tickets --text 施工)" = 0001 ]
	[ "$(ids tickets --text leaks)" = 0002 ]
	[ "$(ids tickets --text ＬＥＡＫＳ)" = 0002 ]
	[ "$(ids tickets --text 没有这个)" = '' ]
	[ "$(ids tickets --text '%')" = '' ]
	[ "$(ids tickets --text e --limit 1)" = 0002 ]
	[ "$(ids contacts --text 物业费)" = 0003 ]
}

@test "--limit" {
	[ "$(ids tickets --all -l 2)" = '0001 0002' ]
	[ "$(ids tickets -l 0)" = '' ]
	run list tickets -l -1
	assert_failure 64
	assert_output 'list: --limit: "-1" is no whole number. Write digits only'
}

@test "-o chooses columns and their order, in TSV, CSV, JSON and on a terminal" {
	run list tickets -o handler,id -k complaint
	assert_output $'xiaoma\tT261123-0001'
	run list tickets -o handler,id -k complaint --json
	assert_output '{"handler":"xiaoma","id":"T261123-0001"}'
	run list tickets -o handler,id -k complaint --csv
	assert_output $'handler,id\r\nxiaoma,T261123-0001\r'
	run terminal list tickets -o handler,id -k complaint
	assert_output 'Handler  Id
Ma       T261123-0001
PRACTICE'
	run list tickets -o nonsuch
	assert_failure 64
	assert_output --partial 'list: tickets have no column "nonsuch". There are: id kind state '
	run -0 list tickets -o ' id,,state, ' -k complaint
	assert_output $'T261123-0001\tassigned'
	run -64 list tickets -o ' , '
	assert_output 'list: no column is named'
	run -64 list tickets -o "$(yes id | head -n 65 | paste -sd ,)"
	assert_output 'list: too many columns'
}

@test "CSV: a header, CRLF, quotes, and no formula for a spreadsheet" {
	as xiaozhou log-call -g leak -n '@SUM(A1)' -p 13800000504 -t ligong \
	    $'a "b", c\n-2+3'
	list tickets --csv -o id,content >"$BATS_TEST_TMPDIR/csv"
	run cat -A "$BATS_TEST_TMPDIR/csv"
	assert_line --index 0 'id,content^M$'
	assert_line --index 2 "T261123-0002,'=1+1 Kitchen LEAKS^M\$"
	assert_line --index 3 'T261123-0004,"a ""b"", c$'
	assert_line --index 4 '-2+3"^M$'
	run list contacts --csv -o name --text '-2'
	assert_output --partial "'@**"
}

@test "CSV for Excel begins with a byte order mark, once" {
	list tickets --csv --bom | head -c 5 >"$BATS_TEST_TMPDIR/csv"
	[ "$(od -An -tx1 "$BATS_TEST_TMPDIR/csv")" = ' ef bb bf 69 64' ]
	[ "$(list tickets --csv | head -c 2)" = id ]
}

@test "TSV: a TAB or a line's end in a text stays one field of one line" {
	as xiaozhou log-call -g leak -n Z -p 13800000504 -t ligong \
	    $'one\ttwo\nthree\\four'
	run list tickets --text four -o id,content
	assert_output $'T261123-0004\tone\\ttwo\\nthree\\\\four'
	run bash -c "list tickets --text four --json | jq -r .content"
	assert_output $'one\ttwo\nthree\\four'
}

@test "a terminal of 80 columns: the text is cut, then the kind goes" {
	at 10:20
	run terminal list tickets
	assert_output $'Id            Room     Matter          Handler  State     Next deadline
\e[31mT261123-0001  3-2-501  夜间装修施工    Ma       assigned  !acknowledge late 0:08\e[0m
\e[31mT261123-0002  3-2-401  =1+1 Kitchen ~  Li       assigned  !accept late 0:08\e[0m
PRACTICE'
}

@test "the sign of a late one, of a warning, of none; colours only if wanted" {
	at 10:05
	NO_COLOR=1 run terminal list deadlines -k accept
	assert_line --index 1 'T261123-0001  accept    10:12        F4.4    Ma'
	NO_COLOR=1 run terminal list tickets -o id,next
	assert_line --index 1 'T261123-0001  *acknowledge 10:12'
	at 09:00
	run list tickets -o id,next --table
	assert_line --index 1 'T261123-0001   acknowledge 10:12'
	at 10:13
	run list tickets -o id,next --table --color always -k complaint
	assert_line --index 1 $'\e[31mT261123-0001  !acknowledge late 0:01\e[0m'
}

@test "a terminal of 50 columns: cards" {
	at 10:20
	NO_COLOR=1 run terminal_of 50 list tickets
	assert_output 'T261123-0001 3-2-501 Ma assigned
  !acknowledge late 0:08
  夜间装修施工
T261123-0002 3-2-401 Li assigned !accept late 0:08
  =1+1 Kitchen LEAKS
PRACTICE'
}

@test "every listing fits 80 and 40 columns" {
	at 2026-12-30T10:20
	for what in tickets contacts deadlines events notices staff; do
		for columns in 80 40; do
			NO_COLOR=1 run terminal_of $columns list $what
			assert_success
			for line in "${lines[@]}"; do
				[ "$(printf %s "$line" | wc -L)" -le $columns ] || {
					echo "$what at $columns: $line"
					return 1
				}
			done
		done
	done
}

@test "--table prints into a pipe as a terminal of 80 columns would" {
	at 10:20
	NO_COLOR=1 run terminal list tickets
	[ "$output" = "$(list tickets --table)" ]
}

@test "hostile text is shown, never obeyed, on a terminal" {
	run as xiaozhou log-call -g leak -n Z -p 13800000504 $'a\e[2Jb'
	assert_failure 64
	assert_output --partial 'U+001B'
	# What lies in the store all the same, put there by other hands.
	sql $'UPDATE contact SET content = \'x\e[2J\u202ey\' WHERE no = 1'
	NO_COLOR=1 run terminal list tickets
	refute_output --partial $'\e[2J'
	refute_output --partial $'\u202e'
	assert_output --partial 'x\x1b[2J'
}

@test "nothing found: 0, and 1 with --exit-code" {
	run list tickets --text nothing
	assert_success
	assert_output ''
	run list tickets --text nothing --exit-code
	assert_failure 1
	assert_output ''
	run list tickets --exit-code
	assert_success
}

@test "what cannot be listed: 64, the nearest named" {
	run list ticket
	assert_failure 64
	assert_output 'list: "ticket" cannot be listed. Did you mean tickets?'
	run list tickets -s nonsense
	assert_failure 64
	assert_output 'list: --state: there is no "nonsense". There are: pending, assigned, accepted, resolved, closed, void'
	run list tickets -d nowhere
	assert_failure 1
	run list tickets -r 99-9-9
	assert_failure 1
}

@test "a pipe that is closed early is no trouble" {
	run bash -c 'set -o pipefail; list tickets | head -1 | cut -f1'
	assert_output T261123-0001
}

@test "a full disk behind standard output: 74" {
	run bash -c 'list tickets >/dev/full'
	assert_failure 74
	assert_output --partial 'list: the output could not be written'
}
