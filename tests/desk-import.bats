#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# desk-import.bats: a desk that moved is the same desk; an export that is not
# as it was written leaves no trace.

load helper
load ticket
load key
load moving

setup() {
	desk_setup
	cd "$BATS_TEST_TMPDIR" || return 1
}

# refuses FILE [message]: a new desk refuses it with 65, and stays as it was.
refuses() {
	local file=$1

	[ -d empty ] || {
		new_desk empty --practice
		desk-export --config empty >empty.jsonl
	}
	run --separate-stderr desk-import --config empty "$file"
	assert_equal "$status" 65
	[ $# -lt 2 ] || assert_equal "$stderr" "desk-import: $2"
	[[ $stderr == "desk-import: $file:"* ]] || fail "no place: $stderr"
	desk-export --config empty | cmp - empty.jsonl
}

again='The file is not as it was written: export it again'

# Make the foot right for what stands above it, as who alters a file may do.
seal() {
	local rows sum

	head -n -1 "$1" >body
	rows=$(($(wc -l <body) - 1))
	sum=$(sha256sum body | cut -d ' ' -f 1)
	tail -n 1 "$1" | jq -c ".rows = $rows | .sha256 = \"$sum\"" >foot
	cat body foot >"$1"
}

# A row in each table, and few lines.
short_desk() {
	log-call -k complaint -g noise -n Zhang -p 13800000501 -t xiaoma x
	at 13:00
	escalate --overdue
} >/dev/null

# What people see of the desk that FRONTDESK_CONFIG names.
views() {
	list tickets --all --json
	list contacts --json
	list deadlines --json
	list events --json
	list notices --json
	show T261123-0001
	show T261123-0004 --json
	report daily --table
	report register --csv
	report overdue --json
	escalate --overdue --dry-run
	desk-check 2>/dev/null
}

@test "there and back: the same bytes, the same answers, a whole journal" {
	busy_desk
	desk-export first >/dev/null
	views >before
	new_desk moved --practice
	run --separate-stderr desk-import --config moved first
	assert_success
	assert_output "$(tail -n 1 first |
	    jq -r '"rows\t\(.rows)\nevents\t\(.events)\nhead\t\(.head)"')"
	assert_equal "$stderr" ''
	desk-export --config moved >second
	cmp first second
	FRONTDESK_CONFIG=$PWD/moved views >after
	diff before after
	new_desk back --practice
	desk-import --config back <second >/dev/null
	desk-export --config back | cmp - first
}

# What people see of the keys; views has the rest.
views_of_keys() {
	list loans --all --json
	list keys --json
	list counts --json
	report keys --table
	report keys --json
	show L261123-0001
}

@test "from a file to a server and back: the same bytes, the same answers" {
	[ -n "${SERVER:-}" ] || skip "only where the suite has a server"
	command desk-init --practice file >/dev/null 2>&1
	export FRONTDESK_CONFIG=$PWD/file
	lends 1 GG-1 -t ligong -U 10:00
	lends 2 WT-1 -t Wilson -p 13800000999 -r 3-2-501 -U 13:00 \
	    --consent 林女士 --consent-how call -w '修门'
	as xiaozhou mark-key PD-1 --lost --yes -w '找不到了'
	as xiaozhou count-keys GG-2 PD-2
	busy_desk
	as xiaozhou log-call -g leak -n 王女士 -p 13800000503 -r 3-2-501 \
	    '厨房漏水，地板都湿了'
	for table in ticket contact loan key_count breach notice scan_run; do
		[ "$(sqlite3 file/frontdesk.db \
		    "SELECT count(*) FROM $table")" -gt 0 ] || fail "no $table"
	done
	new_desk server --practice
	command desk-init --practice back >/dev/null 2>&1
	for desk in file server back; do
		export FRONTDESK_CONFIG=$PWD/$desk
		[ "$desk" = file ] || desk-import "$last" >/dev/null
		last=$desk.jsonl
		desk-export "$last" >/dev/null
		desk-check >"$desk.checked"
		{
			views
			views_of_keys
		} >"$desk.views"
	done
	[[ $(FRONTDESK_CONFIG=$PWD/server store) == postgresql:* ]]
	cmp file.jsonl server.jsonl
	cmp file.jsonl back.jsonl
	diff file.views server.views
	diff file.views back.views
}

@test "the desk goes on where it was" {
	busy_desk
	desk-export out >/dev/null
	new_desk moved --practice
	desk-import --config moved out >/dev/null
	export FRONTDESK_CONFIG=$PWD/moved
	run as xiaoma answer T261123-0001 -m told --request-id told-once
	assert_success
	assert_output T261123-0001
	assert_equal "$(sql \
	    "SELECT count(*) FROM event WHERE step = 'answer'")" 1
	at 2026-11-23T12:00
	run log-call -n Zhang -p 13800000501 x
	assert_output T261123-0006
	at 2026-11-25T12:00
	run escalate --overdue
	assert_success
	assert_line --partial T261123-0005
	run desk-check
	assert_success
}

@test "a ladder that is another one here counts for what is still owed" {
	log-call -k complaint -g noise -n Zhang -p 13800000501 -t xiaoma \
	    x >/dev/null
	desk-export out >/dev/null
	new_desk moved --practice
	sed -i 's/^enforce_from: .*//' moved/desk.yaml
	echo 'enforce_from: 2026-12-01' >>moved/desk.yaml
	desk-init --practice moved >/dev/null 2>&1
	desk-import --config moved out >/dev/null
	at 2026-11-25T12:00
	run escalate --overdue --config moved
	assert_success
	assert_output ''
	run escalate --overdue
	assert_line --partial T261123-0001
}

@test "on a terminal, and as JSON" {
	log-call -n Zhang -p 13800000501 x >/dev/null
	desk-export out >/dev/null
	head=$(tail -n 1 out | jq -r .head)
	rows=$(tail -n 1 out | jq -r .rows)
	new_desk one --practice
	run terminal desk-import --config one out
	assert_output "imported: $rows rows, 1 events, head $head"
	new_desk two --practice
	run desk-import --config two -j out
	assert_output '{"rows":'"$rows"',"events":1,"head":"'"$head"'"}'
	new_desk three --practice
	run zh terminal desk-import --config three out
	assert_output "已导入：$rows 行，流水 1 条，校验 $head"
}

@test "cut off: behind any line, and within one" {
	short_desk
	desk-export out >/dev/null
	for n in $(seq 1 $(($(wc -l <out) - 1))); do
		head -n "$n" out >short
		refuses short "short:$((n + 1)): the export is cut off here: its last line is missing. $again"
	done
	head -c -1 out >short
	refuses short
	head -c 3000 out >short
	refuses short
	: >short
	refuses short "short:1: the export is cut off here: its last line is missing. $again"
}

@test "any line changed, doubled, left out, or moved by one" {
	short_desk
	desk-export out >/dev/null
	last=$(wc -l <out)
	for n in $(seq 1 "$last"); do
		# The last letter or digit.
		sed -E "$n{s/0(\"?\})\$/1\\1/;t;s/[1-9](\"?\})\$/0\\1/;t
		    s/.(\"?\})\$/q\\1/}" out >bad
		assert_equal "$(diff out bad | grep -c '^>')" 1
		refuses bad
		sed "${n}p" out >bad
		refuses bad
		sed "${n}d" out >bad
		refuses bad
		[ "$n" -lt "$last" ] || continue
		sed "$n{h;d};$((n + 1)){G}" out >bad
		refuses bad
	done
}

@test "what is wrong with a line, and where" {
	log-call -n Zhang -p 13800000501 x >/dev/null
	log-call -n Zhang -p 13800000501 y >/dev/null
	desk-export out >/dev/null
	t=$(grep -n '"table":"ticket"' out | head -n 1 | cut -d : -f 1)
	sed "${t}p" out >bad
	refuses bad "bad:$((t + 1)): this row is there twice. $again"
	sed "$t{h;d};$((t + 1)){G}" out >bad
	refuses bad "bad:$((t + 1)): this line comes before the one above it. $again"
	sed "3{h;d};${t}{G}" out >bad
	refuses bad "bad:$t: table \"setting\" comes before \"ticket\". $again"
	sed "${t}s/\"ticket\"/\"teacup\"/" out >bad
	refuses bad "bad:$t: the store has no table \"teacup\". $again"
	sed "${t}s/\"room\"/\"rooms\"/" out >bad
	refuses bad "bad:$t: these are not the columns of table \"ticket\". $again"
	sed "${t}s/,\"urges\":0//" out >bad
	refuses bad "bad:$t: these are not the columns of table \"ticket\". $again"
	sed "${t}s/\"urges\":0/\"urges\":0,\"more\":0/" out >bad
	refuses bad "bad:$t: these are not the columns of table \"ticket\". $again"
	sed "${t}s/\"urges\":0/\"urges\":1e3/" out >bad
	refuses bad "bad:$t: urges: \"1e3\" is no whole number. $again"
	sed "${t}s/\"urges\":0/\"urges\":null/" out >bad
	refuses bad "bad:$t: urges: \"\" is no whole number. $again"
	sed "${t}s/\"urges\":0/\"urges\":9223372036854775808/" out >bad
	refuses bad "bad:$t: urges: \"9223372036854775808\" is no whole number. $again"
	sed "${t}s/\"office\":\"DH\"/\"office\":\"XY\"/" out >bad
	refuses bad "bad:$t: this row is of another office. $again"
	sed "${t}s/\"state\":\"[a-z]*\"/\"state\":\"lost\"/" out >bad
	refuses bad
	assert_equal "${stderr%: the store refused it*}" "desk-import: bad:$t"
	sed "${t}d" out >bad
	refuses bad
	sed "${t}s/\$/,/" out >bad
	refuses bad
	echo '{}' | cat out - >bad
	refuses bad "bad:$(($(wc -l <out) + 1)): something stands behind the export's last line. $again"
	sed '1d' out >bad
	refuses bad 'bad:1: this is no export of a desk. Give the file that desk-export wrote'
	sed 's/$/\r/' out >bad
	refuses bad "bad:$(wc -l <out): a line above this one was changed. $again"
	zh desk-import --config empty bad 2>said || true
	assert_equal "$(cat said)" "desk-import: bad:$(wc -l <out): 前面有一行被改过。文件和导出时不一样；重新导出一份"
}

@test "who alters the file and its foot: the chain tells" {
	busy_desk
	desk-export out >/dev/null
	last=$(wc -l <out)
	sed '/"event"/s/"actor":"xiaoma"/"actor":"xiaowu"/' out >bad
	seal bad
	refuses bad
	assert_equal "${stderr##*bad}" ": event $(jq \
	    'select(.actor == "xiaoma").seq' out |
	    head -n 1) of the journal: it was changed, or the one before it (C10). $again"
	sed '/"event_body"/s/told/sold/' out >bad
	seal bad
	refuses bad
	assert_equal "${stderr#*journal: }" "what it says was changed (C10). $again"
	# The last event, and all that hangs on it.
	seq=$(tail -n 1 out | jq .events)
	grep -v "\"seq\":$seq," out >bad
	seal bad
	refuses bad "bad: event $seq of the journal: the last events are missing (C10). $again"
	jq -c ".events -= 1" <(tail -n 1 out) | cat <(head -n -1 out) - >bad
	refuses bad "bad:$last: the journal does not end as this line says (C10). $again"
	tail -n 1 out | jq -c '.head |= "0" + .[1:]' |
	    cat <(head -n -1 out) - >bad
	refuses bad "bad:$last: the journal does not end as this line says (C10). $again"
	jq -c ".rows += 1" <(tail -n 1 out) | cat <(head -n -1 out) - >bad
	refuses bad "bad:$last: there are $((last - 2)) rows before this line, which says \"$((last - 1))\". $again"
	# It can be sealed, then: a line that no chain holds.
	sed '/"scan_run"/s/"runs":1/"runs":2/' out >bad
	refuses bad "bad:$last: a line above this one was changed. $again"
	seal bad
	run desk-import --config empty bad
	assert_success
}

@test "a version that this program does not have" {
	desk-export out >/dev/null
	ours=$(jq -r 'select(.store).store' out)
	sed '1s/"store":[0-9]*/"store":99/' out >bad
	refuses bad "bad:1: the export has format 1 and store version 99, this program 1 and $ours. Use the newer program"
	sed '1s/"format":1/"format":2/' out >bad
	refuses bad "bad:1: the export has format 2 and store version $ours, this program 1 and $ours. Use the newer program"
	sed '1s/"store":[0-9]*/"store":0/' out >bad
	refuses bad "bad:1: the export has format 1 and store version 0, this program 1 and $ours. Bring that desk up to date with desk-init, and export it again"
}

@test "only into a store without events; what a scan left gives way" {
	busy_desk
	desk-export out >/dev/null
	log-call -n Zhang -p 13800000501 'one more' >/dev/null
	desk-export now >/dev/null
	run desk-import out
	assert_failure 1
	assert_output "desk-import: not imported: office DH has $(tail -n 1 now |
	    jq .events) events in this store already. Make a new store with desk-init, and import there"
	desk-export | cmp - now
	new_desk moved --practice
	escalate --overdue --config moved
	run desk-import --config moved out
	assert_success
	desk-export --config moved | cmp - out
}

@test "once more the same: nothing is written, and the same is said" {
	busy_desk
	desk-export out >/dev/null
	new_desk moved --practice
	desk-import --config moved out >first
	desk-import --config moved out >second
	cmp first second
	desk-export --config moved | cmp - out
	run terminal desk-import --config moved out
	assert_success
	assert_output "all there already: $(tail -n 1 out |
	    jq -r '"\(.rows) rows, \(.events) events, head \(.head)"')"
	# From what cannot be gone back in it cannot be told.
	run bash -c 'desk-import --config moved < <(cat out)'
	assert_failure 1
	assert_output --partial 'events in this store already'
	# Another journal is another.
	sed '$s/"head":"./"head":"x/' out >bad
	run desk-import --config moved bad
	assert_failure 1
	: >bad
	run desk-import --config moved bad
	assert_failure 1
	desk-export --config moved | cmp - out
}

@test "beside another office, which stays as it is" {
	busy_desk
	desk-export out >/dev/null
	new_desk here --practice
	beside here other
	log-call --config other -n Zhang -p 13800000501 x >/dev/null
	desk-export --config other >before
	run desk-import --config other out
	assert_failure 1
	sed -i '/"table":"event/d' before
	run desk-import --config here out
	assert_success
	desk-export --config other | sed '/"table":"event/d' | cmp - before
	desk-export --config here | cmp - out
}

@test "another office's export is refused" {
	desk-export out >/dev/null
	beside "$FRONTDESK_CONFIG" other
	run desk-import --config other out
	assert_failure 1
	assert_output "desk-import: not imported: this is the export of office DH, and the desk here is office XY. Give that office's configuration: --config DIR"
}

@test "practice and real do not mix" {
	log-call -n Zhang -p 13800000501 x >/dev/null
	desk-export out >/dev/null
	new_desk real
	run desk-import --config real out
	assert_failure 1
	assert_output 'desk-import: not imported: this is the export of a practice desk, and the desk here is a real one. Import it at a practice desk'
	sed '1s/true/false/' out >forged
	seal forged
	run desk-import --config real forged
	assert_failure 65
	assert_output "desk-import: forged:$(wc -l <forged): the rows and the first line disagree on whether the desk is for practice. $again"
	sed -i '/"name":"practice"/d' forged
	seal forged
	run desk-import --config real forged
	assert_success
	desk-export --config real | cmp - forged
	new_desk practice --practice
	run desk-import --config practice forged
	assert_failure 1
	assert_output 'desk-import: not imported: this is the export of a real desk, and the desk here is for practice. Import it at a real desk'
	# A real desk stays where it is.
	run desk-check --config real
	assert_success
}

@test "others are writing: 75, and what to do" {
	in_a_file
	desk-export out >/dev/null
	new_desk moved --practice
	run flock moved/frontdesk.db.lock desk-import --config moved \
	    --db-wait 0 out
	assert_failure 75
	assert_output 'desk-import: not imported: waited 0 s, and others were still writing. Run it again'
}

@test "only the manager and system may" {
	desk-export out >/dev/null
	new_desk moved --practice
	run as zhaodui desk-import --config moved out
	assert_failure 77
	assert_output 'desk-import: not imported: only these may: manager, system. Ask Wang'
	run as wangjingli desk-import --config moved out
	assert_success
}

@test "from standard input; no file, a directory, none such" {
	log-call -n Zhang -p 13800000501 x >/dev/null
	desk-export out >/dev/null
	new_desk moved --practice
	run bash -c 'head -c 500 out | desk-import --config moved'
	assert_failure 65
	assert_output --partial 'desk-import: standard input:'
	run desk-import --config moved nosuch
	assert_failure 1
	assert_output 'desk-import: not imported: nosuch: No such file or directory'
	run desk-import --config moved .
	assert_failure 65
	run desk-import a b
	assert_failure 64
	run terminal bash -c 'desk-import --config moved </dev/tty'
	assert_failure 64
	assert_output 'desk-import: no file is given. Give the file that desk-export wrote'
	run bash -c 'desk-export | desk-import --config moved'
	assert_success
}

@test "killed at any moment: all of it is there, or nothing" {
	tickets 1000 | log-call --from tsv >/dev/null
	desk-export out >/dev/null
	new_desk moved --practice
	desk-export --config moved >empty.jsonl
	for delay in 0.005 0.01 0.02 0.03 0.04 0.05 0.07; do
		desk-import --config moved out >/dev/null 2>&1 &
		sleep $delay
		kill -9 $! 2>/dev/null || true
		wait $! 2>/dev/null || true
		desk-export --config moved >now
		cmp -s now empty.jsonl || cmp now out
	done
	desk-import --config moved out >/dev/null 2>&1 || true
	desk-export --config moved | cmp - out
}

@test "on a terminal one line shows how far it is, and goes away" {
	tickets 1500 | log-call --from tsv >/dev/null
	desk-export out >/dev/null
	rows=$(tail -n 1 out | jq -r .rows)
	head=$(tail -n 1 out | jq -r .head)
	new_desk one --practice
	run bash -c 'script -qec "desk-import --config one out" /dev/null </dev/null'
	assert_output $'\rdesk-import: 10,000 rows\r                        \r'"imported: $rows rows, 1500 events, head $head"$'\r'
	new_desk two --practice
	run bash -c 'script -qec "desk-import --config two -j out" /dev/null </dev/null'
	refute_output --partial 'desk-import'
}

@test "interrupted: the desk is as it was, and that is said" {
	not_sanitized	# half way is a matter of time
	in_a_file
	tickets 30000 | log-call --from tsv >/dev/null
	desk-export out >/dev/null
	new_desk moved --practice
	desk-export --config moved >empty.jsonl
	for signal in INT TERM HUP; do
		run interrupted "$signal" desk-import --config moved out
		assert_failure 1
		assert_equal "$(cat said)" 'desk-import: not imported: it was interrupted. None of it is kept; run it again'
		desk-export --config moved | cmp - empty.jsonl
	done
	# What comes through a pipe may never end: it is not waited for.
	mkfifo pipe
	{
		head -n 5000 out
		exec sleep 3
	} >pipe 3>&- &
	run interrupted TERM desk-import --config moved pipe
	assert_failure 143
	desk-export --config moved | cmp - empty.jsonl
	desk-import --config moved out >/dev/null
	desk-export --config moved | cmp - out
}

@test "10,000 and 100,000 tickets within the same memory" {
	local sizes=(10000 100000)

	not_sanitized
	# A server takes them all too, but not in the time of a check.
	[ -z "${SERVER:-}" ] || sizes=(1000 10000)
	for n in "${sizes[@]}"; do
		new_desk "from$n" --practice
		new_desk "to$n" --practice
		tickets "$n" | log-call --config "from$n" --from tsv >/dev/null
		(
			ulimit -v 100000
			desk-export --config "from$n" out >/dev/null
			run --separate-stderr desk-import --config "to$n" out
			assert_line --index 1 $'events\t'"$n"
			desk-export --config "to$n" | cmp - out
		)
		rm -r out "from$n" "to$n"
	done
}
