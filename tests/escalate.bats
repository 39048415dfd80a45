#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# escalate.bats: by hand, and by the clock: what is late climbs the ladder,
# every rung once.

load helper

# A complaint of 08:12 that Ma has to deal with: its answer is owed by 08:12
# tomorrow, as is Zhou's follow-up, his acceptance by 10:12, the head's
# acknowledgement by 10:12.
complaint() {
	as xiaozhou log-call -k complaint -g noise -r 3-2-501 -n Zhang \
	    -p 13800000501 -t xiaoma "$@" 'noise at night'
}

# The same with nothing owed but the answer and the follow-up.
quiet_complaint() {
	complaint >/dev/null
	as xiaoma accept T261123-0001 >/dev/null
	as zhaodui acknowledge T261123-0001 >/dev/null
}

# A scan's lines, apart from what it says about cron.
scan() {
	run --separate-stderr escalate --overdue "$@"
}

tsv() {		# blanks of a TSV line as written in a test: | for TAB
	printf '%s\n' "${1//|/$'\t'}"
}

@test "nothing is due: nothing is printed" {
	complaint
	scan
	assert_success
	assert_output ''
	[ -z "$stderr" ]
}

@test "an empty desk: nothing is printed" {
	scan
	assert_success
	assert_output ''
}

@test "one line per rung: id deadline clause rung due late_seconds notified skipped" {
	quiet_complaint
	at 2026-11-24T06:12:01
	scan
	assert_success
	assert_output "$(tsv 'T261123-0001|answer|C6|0|2026-11-24T08:12:00+08:00|-7199|xiaoma,xiaozhou|')"
	at 2026-11-24T08:12:01
	scan
	assert_output "$(tsv 'T261123-0001|follow_up|F4.4|1|2026-11-24T08:12:00+08:00|1|zhaodui,xiaozhou|0
T261123-0001|answer|C6|1|2026-11-24T08:12:00+08:00|1|zhaodui,xiaozhou|')"
	at 2026-11-24T09:12:01
	scan
	assert_output "$(tsv 'T261123-0001|answer|C6|2|2026-11-24T08:12:00+08:00|3601|wangjingli,zhaodui,xiaozhou|
T261123-0001|follow_up|F4.4|2|2026-11-24T08:12:00+08:00|3601|wangjingli,zhaodui,xiaozhou|')"
	at 2026-11-25T08:12:01
	scan
	assert_output "$(tsv 'T261123-0001|answer|C6|3|2026-11-24T08:12:00+08:00|86401|wangjingli,xiaozhou|')"
	at 2026-11-29T08:12
	scan
	assert_output ''
}

@test "JSON has the same keys, with arrays" {
	quiet_complaint
	at 2026-11-24T09:30
	scan --json
	assert_success
	assert_output '{"id":"T261123-0001","deadline":"answer","clause":"C6","rung":2,"due":"2026-11-24T08:12:00+08:00","late_seconds":4680,"notified":["wangjingli","zhaodui","xiaozhou"],"skipped":[0,1]}
{"id":"T261123-0001","deadline":"follow_up","clause":"F4.4","rung":2,"due":"2026-11-24T08:12:00+08:00","late_seconds":4680,"notified":["wangjingli","zhaodui","xiaozhou"],"skipped":[0,1]}'
}

@test "on a terminal it is a sentence" {
	quiet_complaint
	at 2026-11-24T08:30
	run terminal escalate --overdue
	assert_success
	assert_output 'T261123-0001  answer (C6) was due 08:12, 18 min late; told: Zhao, Zhou
T261123-0001  follow-up (F4.4) was due 08:12, 18 min late; told: Zhao, Zhou'
}

@test "at exactly 24:00:00 it is not late, a second after it is (C6)" {
	quiet_complaint
	at 2026-11-24T08:12:00
	scan
	assert_output --partial $'\tC6\t0\t'
	run list tickets --overdue
	assert_output ''
	[ "$(list tickets --json | jq .breached)" = false ]
	at 2026-11-24T08:12:01
	scan
	assert_output --partial $'\tC6\t1\t2026-11-24T08:12:00+08:00\t1\t'
	[ "$(list tickets --json | jq .breached)" = true ]
}

@test "an answer at exactly 24:00:00 leaves no breach, a second after one" {
	complaint
	complaint
	at 2026-11-24T08:12:00
	answer T261123-0001 -m told
	at 2026-11-24T08:12:01
	answer T261123-0002 -m told
	[ "$(sql "SELECT record, kind FROM breach WHERE kind = 'answer'")" = \
	    'T261123-0002|answer' ]
	run list deadlines --kind answer --all -o id,met,late_seconds
	assert_output "$(tsv 'T261123-0001|2026-11-24T08:12:00+08:00|
T261123-0002|2026-11-24T08:12:01+08:00|1')"
}

@test "twice in a row fires nothing twice" {
	complaint
	at 2026-11-24T08:12:01
	scan
	[ "${#lines[@]}" -eq 4 ]
	scan
	assert_output ''
	[ "$(sql 'SELECT count(*) FROM rung WHERE fired IS NOT NULL')" = 4 ]
}

@test "after two days without cron: the highest rung once, the skipped named" {
	complaint
	at 2026-11-25T09:00
	scan
	assert_success
	assert_output "$(tsv 'T261123-0001|acknowledge|A3|2|2026-11-23T10:12:00+08:00|168480|wangjingli,zhaodui,xiaozhou|0,1
T261123-0001|accept|F4.4|2|2026-11-23T10:12:00+08:00|168480|wangjingli,zhaodui,xiaozhou|0,1
T261123-0001|answer|C6|3|2026-11-24T08:12:00+08:00|89280|wangjingli,xiaozhou|0,1,2
T261123-0001|follow_up|F4.4|2|2026-11-24T08:12:00+08:00|89280|wangjingli,zhaodui,xiaozhou|0,1')"
	[ "$(sql 'SELECT count(*) FROM rung WHERE fired IS NULL')" = 9 ]
	at 2026-11-26T09:00
	scan
	assert_output ''
}

@test "two at once over 100 late deadlines: each rung exactly once" {
	for n in $(seq 100); do
		echo "{\"content\":\"noise $n\",\"name\":\"Z\",\"phone\":\"13800000501\"}"
	done | as xiaozhou log-call -F json -k request -b --tried chenzhuguan >/dev/null
	[ "$(list deadlines --kind callback | wc -l)" -eq 100 ]
	at 2026-11-23T12:30
	for run in 1 2; do
		escalate --overdue >"$BATS_TEST_TMPDIR/$run" &
	done
	wait %1
	wait %2
	cat "$BATS_TEST_TMPDIR"/[12] | cut -f1,2,4 | sort >"$BATS_TEST_TMPDIR/all"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/all")" -eq 100 ]
	[ "$(uniq "$BATS_TEST_TMPDIR/all" | wc -l)" -eq 100 ]
	[ "$(sql 'SELECT count(*) FROM rung WHERE fired IS NOT NULL')" = 100 ]
	[ "$(sql "SELECT count(*) FROM breach WHERE kind = 'callback'")" = 100 ]
	run desk-check
	assert_success
}

@test "more than one transaction's worth: nothing is left, nothing twice" {
	for n in $(seq 1100); do
		echo "{\"content\":\"noise $n\",\"name\":\"Z\",\"phone\":\"13800000501\"}"
	done | as xiaozhou log-call -F json -k request -b --tried chenzhuguan >/dev/null
	at 2026-11-23T12:30
	[ "$(escalate --overdue | sort -u | wc -l)" -eq 1100 ]
	[ "$(sql "SELECT count(*) FROM event WHERE step = 'rung'")" = 1100 ]
	[ "$(sql "SELECT count(*) FROM request WHERE command = 'escalate'")" = 3 ]
	scan
	assert_output ''
}

@test "the warning comes before the time is up, once" {
	complaint -P 15:00
	as xiaoma accept T261123-0001
	as zhaodui acknowledge T261123-0001
	at 14:30:00
	scan
	assert_output ''
	at 14:30:01
	scan
	assert_output "$(tsv 'T261123-0001|promise|F4.6|0|2026-11-23T15:00:00+08:00|-1799|xiaoma,xiaozhou|')"
	scan
	assert_output ''
	[ -z "$(sql 'SELECT 1 FROM breach')" ]
	run list notices -o id,recipient,message
	assert_line "$(tsv 'T261123-0001|xiaoma|due_soon')"
	assert_line "$(tsv 'T261123-0001|xiaozhou|due_soon')"
}

@test "one notice per event and recipient; who is told twice hears once" {
	# Zhao is handler, head and first responder at once, and two things
	# are late.
	as xiaozhou log-call -k complaint -g noise -n Z -p 13800000501 \
	    -t zhaodui -f zhaodui noise
	as zhaodui accept T261123-0001
	as zhaodui acknowledge T261123-0001
	at 2026-11-24T08:12:01
	scan
	assert_output --partial $'\t1\tzhaodui\t0'
	[ "$(sql "SELECT recipient, message FROM notice JOIN event v USING
	    (office, seq) WHERE v.step = 'rung'")" = \
	    $'zhaodui|overdue\nzhaodui|overdue' ]
}

@test "a firm has no login: nobody there is told, the head is" {
	as xiaozhou log-call -g access -n Z -p 13800000501 -t taichuan door
	at 10:10:01
	scan
	assert_output "$(tsv 'T261123-0001|accept|F4.4|0|2026-11-23T10:12:00+08:00|-119|xiaozhou|')"
	at 10:12:01
	scan
	assert_output "$(tsv 'T261123-0001|accept|F4.4|1|2026-11-23T10:12:00+08:00|1|sunzhuguan,xiaozhou|')"
}

@test "a breach is kept for ever, after answering and after closing" {
	complaint
	at 2026-11-24T09:00
	escalate --overdue
	answer T261123-0001 -m told
	resolve T261123-0001 -m 'all done'
	call-back --as xiaozhou T261123-0001 --result satisfied
	at 2026-12-24T09:00
	[ "$(list tickets --all --json | jq .breached)" = true ]
	[ "$(sql "SELECT (ended - due) / 1000 FROM breach
	    WHERE kind = 'answer'")" = 2880 ]
	scan
	assert_output "$(tsv 'A261123-0001|analysis|C9|2|2026-12-06T00:00:00+08:00|1587600|wangjingli,chenzhuguan|0,1')"
}

@test "one that no scan ever saw is a breach all the same" {
	complaint
	at 2026-11-24T09:00
	[ "$(list tickets --json | jq .breached)" = true ]
	answer T261123-0001 -m told
	resolve T261123-0001 -m 'all done'
	[ "$(list tickets --all --json | jq .breached)" = true ]
	[ "$(sql "SELECT count(*) FROM breach
	    WHERE kind = 'answer' AND found = ended")" = 1 ]
}

@test "a promise that is moved keeps the breach of its old time" {
	complaint -P 10:00
	at 10:30
	promise T261123-0001 14:00 -w 'part is missing'
	[ "$(sql "SELECT due / 1000 FROM breach WHERE kind = 'promise'")" = \
	    "$(date -d '2026-11-23 02:00:00Z' +%s)" ]
	# The new time climbs by itself, from its own warning on.
	at 13:30:01
	scan
	assert_line "$(tsv 'T261123-0001|promise|F4.6|0|2026-11-23T14:00:00+08:00|-1799|xiaoma,xiaozhou|')"
	at 14:00:01
	scan
	assert_line "$(tsv 'T261123-0001|promise|F4.6|1|2026-11-23T14:00:00+08:00|1|zhaodui,xiaozhou|')"
	[ "$(sql "SELECT count(*) FROM breach WHERE kind = 'promise'")" = 2 ]
}

@test "acknowledge --until is silence until then, while the clock runs" {
	quiet_complaint
	at 2026-11-24T08:12:01
	escalate --overdue
	as zhaodui acknowledge T261123-0001 -U 11:00
	at 2026-11-24T10:30
	scan
	assert_output ''
	[ "$(list deadlines --overdue -o deadline,late_seconds)" = \
	    "$(tsv 'answer|8280
follow_up|8280')" ]
	at 2026-11-24T11:00:01
	scan
	assert_output "$(tsv 'T261123-0001|answer|C6|2|2026-11-24T08:12:00+08:00|10081|wangjingli,zhaodui,xiaozhou|
T261123-0001|follow_up|F4.4|2|2026-11-24T08:12:00+08:00|10081|wangjingli,zhaodui,xiaozhou|')"
}

@test "deadlines of before enforce_from are kept but never climb" {
	sed -i 's/^#*enforce_from: .*/enforce_from: 2026-11-24/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	complaint
	at 2026-11-25T09:00
	scan --explain
	assert_line "$(tsv 'T261123-0001|accept|F4.4|2026-11-23T10:12:00+08:00||exempt')"
	scan
	assert_output "$(tsv 'T261123-0001|answer|C6|3|2026-11-24T08:12:00+08:00|89280|wangjingli,xiaozhou|0,1,2
T261123-0001|follow_up|F4.4|2|2026-11-24T08:12:00+08:00|89280|wangjingli,zhaodui,xiaozhou|0,1')"
	[ "$(list deadlines --overdue | wc -l)" -eq 4 ]
}

# Another rung between the others: those above it get new numbers.
change_ladder() {
	sed -i -e '/^  # 钥匙/,/^$/d' \
	    -e 's/rung: 3,/rung: 4,/' -e 's/rung: 2,/rung: 3,/' \
	    -e '/rung: 3, at: 60m/i\  - {rung: 2, at: 10m, tell: [leader]}' \
	    "$FRONTDESK_CONFIG/desk.yaml"
}

@test "a ladder that was changed fires its new rung, and nothing twice" {
	quiet_complaint
	at 2026-11-24T08:12:01
	escalate --overdue
	change_ladder
	scan
	assert_output ''
	at 2026-11-24T08:22:01
	scan
	assert_output "$(tsv 'T261123-0001|answer|C6|2|2026-11-24T08:12:00+08:00|601|wangjingli,xiaozhou|
T261123-0001|follow_up|F4.4|2|2026-11-24T08:12:00+08:00|601|wangjingli,xiaozhou|')"
	scan
	assert_output ''
}

@test "the duty leader hears of it, or the manager where the roster has none" {
	sed -i '/^ladder:/,/^$/s/tell: \[.*\]/tell: [leader]/' \
	    "$FRONTDESK_CONFIG/desk.yaml"
	at 23:10
	quiet_complaint
	at 2026-11-24T23:10:01
	scan --dry-run
	assert_line --partial zhaodui
	sed -i '/^    leader: /d' "$FRONTDESK_CONFIG/staff.yaml"
	scan
	assert_line --partial wangjingli
	refute_line --partial zhaodui
}

@test "a rung that was done under another number is not done again" {
	quiet_complaint
	at 2026-11-24T09:12:01
	scan
	assert_output --partial $'\tC6\t2\t'
	change_ladder
	at 2026-11-24T09:20
	scan
	assert_output ''
	at 2026-11-25T08:12:01
	scan
	assert_output "$(tsv 'T261123-0001|answer|C6|4|2026-11-24T08:12:00+08:00|86401|wangjingli,xiaozhou|')"
}

@test "--dry-run says what would fire and writes nothing" {
	complaint
	at 2026-11-25T09:00
	before=$(everything)
	scan --dry-run
	assert_success
	[ "${#lines[@]}" -eq 4 ]
	said=$output
	[ "$before" = "$(everything)" ]
	[ "$said" = "$(escalate --overdue)" ]
}

@test "--explain says why each fires, or does not" {
	complaint -P 2026-11-26T09:00
	at 2026-11-24T08:12:01
	escalate --overdue
	at 2026-11-24T09:12:01
	scan --explain
	assert_success
	assert_output "$(tsv 'A261123-0001|analysis|C9|2026-12-06T00:00:00+08:00|2026-12-05T23:50:00+08:00|waits
T261123-0001|answer|C6|2026-11-24T08:12:00+08:00|2026-11-24T09:12:00+08:00|fires
T261123-0001|acknowledge|A3|2026-11-23T10:12:00+08:00||done
T261123-0001|promise|F4.6|2026-11-26T09:00:00+08:00|2026-11-26T08:30:00+08:00|waits
T261123-0001|follow_up|F4.4|2026-11-24T08:12:00+08:00|2026-11-24T09:12:00+08:00|fires
T261123-0001|accept|F4.4|2026-11-23T10:12:00+08:00||done')"
	scan --explain T261123-0001
	[ "${#lines[@]}" -eq 5 ]
	run escalate --overdue --explain T261123-0002
	assert_failure 1
	assert_output 'escalate: not escalated: there is no ticket T261123-0002'
	[ -n "$(escalate --overdue --dry-run)" ]
}

@test "a scan with nothing due syncs nothing to the disk" {
	in_a_file
	needs_tracing
	complaint
	escalate --overdue
	at 08:17
	strace -f -c -e trace=fsync,fdatasync,sync,syncfs,msync \
	    -o "$BATS_TEST_TMPDIR/trace" escalate --overdue
	run cat "$BATS_TEST_TMPDIR/trace"
	refute_output --partial sync
	at 10:12:01
	strace -f -c -e trace=fsync,fdatasync,sync,syncfs,msync \
	    -o "$BATS_TEST_TMPDIR/trace" escalate --overdue
	run cat "$BATS_TEST_TMPDIR/trace"
	assert_output --partial sync
}

@test "quiet scans leave it to those who write to empty the log" {
	in_a_file
	for _ in {1..240}; do
		escalate --overdue
	done
	[ "$(stat -c %s "$FRONTDESK_CONFIG/frontdesk.db-wal")" -gt \
	    $((256 * 4120)) ]
	complaint
	[ "$(stat -c %s "$FRONTDESK_CONFIG/frontdesk.db-wal")" -eq 0 ]
	# Where nobody does, it does not grow for ever.
	for _ in {1..1040}; do
		escalate --overdue
	done
	[ "$(stat -c %s "$FRONTDESK_CONFIG/frontdesk.db-wal")" -lt \
	    $((1024 * 4120)) ]
}

@test "quiet scans are one row; a gap and a firing begin another" {
	complaint
	for now in 08:15 08:20 08:25; do
		at $now
		escalate --overdue
	done
	[ "$(sql 'SELECT runs, fired, gap FROM scan_run')" = '3|0|0' ]
	at 08:50
	escalate --overdue
	at 10:12:01
	escalate --overdue >/dev/null
	run sql 'SELECT runs, fired, skipped, gap / 1000 FROM scan_run'
	assert_output '3|0|0|0
1|0|0|1500
1|2|2|4921'
}

@test "when scans had stopped, the next one says so" {
	escalate --overdue
	at 08:27
	scan
	[ -z "$stderr" ]
	at 09:57
	scan
	assert_success
	assert_output ''
	[ "$stderr" = \
	    'escalate: note: no scan came for 1 h 30 min; see that cron runs' ]
}

@test "by hand: to the head, or to whom is named; both hear of it" {
	complaint
	run as xiaozhou escalate T261123-0001 -w cannot_explain
	assert_success
	assert_output T261123-0001
	[ "$(list tickets --json | jq -r .escalated)" = \
	    2026-11-23T08:12:00+08:00 ]
	[ "$(sql "SELECT recipient FROM notice WHERE message = 'escalated'
	    ORDER BY recipient")" = \
	    $'xiaozhou\nzhaodui' ]
	as xiaozhou escalate T261123-0001 -t 王经理 -w 例会点名
	[ "$(sql "SELECT recipient FROM notice WHERE message = 'escalated'
	    AND seq = (SELECT max(seq) FROM event)
	    ORDER BY recipient")" = \
	    $'wangjingli\nxiaozhou' ]
	[ "$(list tickets -o state,handler)" = $'assigned\txiaoma' ]
}

@test "by hand over a pipe, all or nothing" {
	complaint
	complaint
	as xiaozhou log-call -k request -g leak -n Z -p 13800000501 -t ligong x
	list tickets --kind complaint | as xiaozhou escalate \
	    >"$BATS_TEST_TMPDIR/out"
	[ "$(cat "$BATS_TEST_TMPDIR/out")" = $'T261123-0001\nT261123-0002' ]
	run --separate-stderr escalate T261123-0003 T261123-0099
	assert_failure 1
	[ "$stderr" = \
	    'escalate: not escalated: there is no ticket T261123-0099' ]
	[ "$(list tickets --json | jq -rs '.[2].escalated')" = null ]
}

@test "an answer that a head escalates to himself goes to the manager" {
	complaint
	as zhaodui escalate T261123-0001
	[ "$(sql "SELECT recipient FROM notice WHERE message = 'escalated'
	    ORDER BY recipient")" = \
	    $'wangjingli\nxiaozhou' ]
}

@test "usage: what does not go together is 64" {
	run escalate --dry-run T261123-0001
	assert_failure 64
	assert_output 'escalate: --dry-run and --explain go with --overdue. Add --overdue'
	run escalate --overdue --to zhaodui
	assert_failure 64
	assert_output 'escalate: --overdue goes by the ladder in desk.yaml. Leave --to and --why out'
	run escalate --overdue T261123-0001
	assert_failure 64
	assert_output 'escalate: --overdue takes no ids'
}

@test "what is late but cannot be printed was fired: 74, and not again" {
	complaint
	at 2026-11-25T09:00
	run bash -c 'escalate --overdue >/dev/full'
	assert_failure 74
	scan
	assert_output ''
	[ "$(sql "SELECT count(*) FROM rung WHERE fired IS NOT NULL")" = 4 ]
}
