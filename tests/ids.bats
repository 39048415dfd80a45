#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# ids.bats: ids in, ids out: what acting commands act on.

load helper
load ticket

setup() {
	desk_setup
	calls -t ligong >/dev/null
	calls -t ligong >/dev/null
	calls >/dev/null
}

pending="$T3 is pending; this is for those that are: assigned, in work (F4.4). What can be done: assign answer promise follow-up chase resolve escalate acknowledge join-tickets join-tickets --apart amend amend --void. The whole story: show $T3"

@test "as arguments: printed in their order, one a line" {
	done_as "$T2
$T1" as ligong accept "$T2" "$T1"
}

@test "from standard input: the first word of each line" {
	done_as "$T1
$T2" as ligong accept <<-END
		$T1	complaint	assigned
		
		  $T2 and more words
	END
}

@test "what list prints is what commands read" {
	done_as "$T1
$T2" as ligong accept < <(list tickets --state assigned)
	done_as "$T1
$T2
$T3" resolve -m 'done' < <(list tickets --json)
}

@test "from standard input: the id of each JSON object" {
	done_as "$T1
$T2" as ligong accept <<-END
		{"id":"$T1","kind":"complaint","more":[1,{"id":"x"}]}
		{"state":"assigned","id":"$T2"}
	END
}

@test "the rest of a line may be cut, the id may not" {
	done_as "$T1" as ligong accept < <(printf '%s\tcompl' "$T1")
	refused 65 'accept: standard input:2:1: "T261123-00" is no id. Write the whole id, such as T261123-0007' \
	    as ligong accept < <(printf '%s\n%s' "$T1" T261123-00)
	refused 65 'accept: standard input:1:22: the line ends before its object does. Write each row as one object on one line' \
	    as ligong accept < <(printf '{"id":"%s",\n' "$T1")
}

@test "a contact's id means its ticket; named twice, done once" {
	done_as "$T1
$T2" as ligong accept "$T1/1" "DH:$T2" "$T1" "$T1/2" "$T2"
	run story "$T1"
	assert_output 'xiaozhou log C1
ligong accept F4.4'
}

@test "all or nothing: one that is refused, and none is done" {
	refused 1 "accept: not accepted: $pending" \
	    as ligong accept "$T1" "$T3" "$T2"
	run ticket "$T1" state
	assert_output assigned
}

@test "--keep-going: each by itself, a line for each refused" {
	run --separate-stderr -1 as ligong accept --keep-going "$T1" "$T3" \
	    T261123-0099 "$T2"
	assert_equal "$output" "$T1
$T2"
	assert_equal "$stderr" "\
accept: not accepted: $pending
accept: not accepted: there is no ticket T261123-0099"
	run sql 'SELECT count(*) FROM event'
	assert_output 5
	run -0 desk-check
}

@test "--keep-going: the worst status of all" {
	complains >/dev/null
	run --separate-stderr -77 as ligong acknowledge --keep-going \
	    T261123-0099 T261123-0004
	assert_equal "$output" ''
	assert_equal "$stderr" "\
acknowledge: not acknowledged: there is no ticket T261123-0099
acknowledge: not acknowledged: only these may: head, duty leader, manager (A3). Ask Zhao"
}

@test "empty input does nothing, and that is no error" {
	done_as '' as ligong accept </dev/null
	done_as '' as ligong accept <<<''
	run sql 'SELECT count(*) FROM event'
	assert_output 3
}

@test "no ids on a terminal are a mistake of the command line" {
	run -64 script -qec 'accept --as ligong' /dev/null </dev/null
	assert_equal "${output//$'\r'/}" \
	    'accept: no id is given. Give one, as in: accept T261123-0007'
}

@test "what is no id: 64 as an argument" {
	local bad

	for bad in 7 T7 T261123 T261123-7 T261123-00007 T261123-0001x \
	    t261123-0001 T261123-0001/ T261123-b10000 '' '-'; do
		refused 64 "accept: \"$bad\" is no id. Ids look like T261123-0007" \
		    as ligong accept -- "$T1" "$bad"
	done
}

@test "what is no id: 65 with its place in data" {
	refused 65 'accept: standard input:2:1: "7" is no id. Write the whole id, such as T261123-0007' \
	    as ligong accept <<<"$T1
7"
	refused 65 'accept: standard input:2:1: "7" is no id. Write the whole id, such as T261123-0007' \
	    as ligong accept <<<"{\"id\":\"$T1\"}
{\"id\":7}"
	refused 65 'accept: standard input:2:1: this object has no id' \
	    as ligong accept <<<"{\"id\":\"$T1\"}
{\"di\":\"$T2\"}"
}

@test "bytes that are no text are shown harmless" {
	refused 65 'accept: standard input:1:1: "\xff\x1b[31m" is no id. Write the whole id, such as T261123-0007' \
	    as ligong accept < <(printf '\xff\x1b[31m\n')
	refused 65 'accept: standard input:1: an invisible zero character stands here. Save the file as UTF-8 text' \
	    as ligong accept < <(printf '%s\0\n' "$T1")
}

@test "a byte order mark and CRLF are no part of an id" {
	done_as "$T1
$T2" as ligong accept < <(printf '\xef\xbb\xbf%s\r\n%s\r\n' "$T1" "$T2")
}

@test "an id of another office" {
	refused 1 'accept: not accepted: XH:T261123-0001 belongs to another office; this is DH' \
	    as ligong accept "$T1" "XH:$T1"
	done_as "$T1" as ligong accept "DH:$T1"
}

@test "an id of another kind" {
	refused 1 'accept: not accepted: L261123-0001 is no ticket. Ids of this kind begin with T' \
	    as ligong accept L261123-0001
	refused 1 'log-call: not recorded: L261123-0001 is no ticket. Ids of this kind begin with T' \
	    calls -T L261123-0001
}

@test "an id that does not exist" {
	refused 1 'accept: not accepted: there is no ticket T261123-0099' \
	    as ligong accept T261123-0099
	refused 1 'log-call: not recorded: there is no ticket T261123-0099' \
	    calls -T T261123-0099
}

@test "options are found behind ids, and -- ends them" {
	done_as "$T1" accept "$T1" --as ligong
	refused 64 'accept: "--as" is no id. Ids look like T261123-0007' \
	    accept -- "$T1" --as ligong
}

@test "very many are read at once, doubles and all" {
	run --separate-stderr -1 as ligong accept < <(
		for _ in 1 2; do seq -f 'T261123-a%.0f' 10000 30000; done)
	assert_equal "$stderr" \
	    'accept: not accepted: there is no ticket T261123-a10000'
}

@test "on a terminal each line tells its own lateness, and no other's" {
	at 10:00
	run -0 calls -t ligong
	local new=$output

	at 11:00
	run -0 terminal accept --as ligong "$T1" "$new"
	assert_output "$T1  accepted  Li  late 48 min (F4.4), on record
$new  accepted  Li"
}
