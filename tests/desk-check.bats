#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# desk-check.bats: whoever alters the store by other means is found out.

load helper
load tamper

# The complaint is event 1, the analysis that its month owes event 2.
setup() {
	desk_setup
	as xiaozhou log-call -k complaint -g noise -r 3-2-501 -n Zhang \
	    -p 13800000501 -t xiaoma 'noise at night' >/dev/null
	as xiaozhou log-call -g leak -n Wang -p 13800000502 -t ligong leak \
	    >/dev/null
	at 09:00
	as xiaoma accept T261123-0001 >/dev/null
	as xiaoma answer T261123-0001 -m told >/dev/null
}

# found MESSAGE: desk-check says so, and 70.
found() {
	run desk-check
	assert_failure 70
	assert_line --index -1 --partial "desk-check: $1"
}

altered='Somebody or something altered the store; compare it with the last backup'

@test "a desk that is well: the counts and the head" {
	run --separate-stderr desk-check
	assert_success
	assert_line --index 0 $'records\t3'
	assert_line --index 1 $'events\t5'
	assert_line --index 2 --regexp $'^head\t[0-9a-f]{64}$'
	run terminal desk-check
	assert_line --index -1 --regexp '^all is well: 3 records, 5 events, head [0-9a-f]{64}$'
}

@test "what the sample lacks is a warning, not a mistake" {
	run --separate-stderr desk-check
	assert_success
	[ "$(wc -l <<<"$stderr")" -eq 2 ]
	[[ $stderr == *'there is no telephone number for security doors (E2); fill in "phone"'* ]]
}

@test "the body of an event was changed" {
	tamper "UPDATE event_body SET body = replace(body, 'told', 'sold')
	    WHERE seq = 5"
	found "event 5 of the journal: "
	assert_line --index -1 --partial "$altered"
}

@test "a body that was erased leaves the chain whole, and the rest of it" {
	local whole

	whole=$(desk-check 2>/dev/null)
	tamper "DELETE FROM event_body WHERE seq = 5"
	run -0 --separate-stderr desk-check
	assert_output "$whole"
	# What its record says now nobody can tell from its events; others are
	# compared as before.
	tamper "UPDATE ticket SET category = 'noise' WHERE id = 'T261123-0002'"
	found 'T261123-0002: "category" is not what its events say'
}

@test "an event was changed: who, when, what, about what" {
	keep
	for change in "actor = 'ligong'" 'at = at - 60000' 'at = -at' 'recorded = 0' \
	    "step = 'promise'" "record = 'T261123-0002'" 'uid = 1234' \
	    "clause = 'C5'" "commitment = replace(commitment, '0', '1')" \
	    "hash = replace(hash, '0', '1')"; do
		put_back
		tamper "UPDATE event SET $change WHERE seq = 4"
		found 'event '
	done
}

@test "an event was taken out of the middle" {
	tamper 'DELETE FROM event_body WHERE seq = 4;
	    DELETE FROM event WHERE seq = 4'
	found 'event '
}

@test "the last events were cut off" {
	tamper 'DELETE FROM event_body WHERE seq >= 4;
	    DELETE FROM event WHERE seq >= 4'
	found 'event '
}

@test "the last events were cut off, and the head with them" {
	head=$(desk-check 2>/dev/null | sed -n 's/^head\t//p')
	tamper "DELETE FROM event_body WHERE seq = 5;
	    DELETE FROM event WHERE seq = 5;
	    UPDATE counter SET last = 4, head = (SELECT hash FROM event
	    WHERE seq = 4) WHERE name = 'event'"
	# The ticket still says that it was answered.
	found 'T261123-0001: "answered" is not what its events say'
	# Who cuts the ticket as well leaves another head than the printed.
	tamper "UPDATE ticket SET answered = NULL WHERE id = 'T261123-0001'"
	run desk-check
	assert_success
	refute_output --partial "$head"
}

@test "an event was put in" {
	tamper "INSERT INTO event SELECT office, 6, at, recorded, actor, uid,
	    record, step, clause, commitment, hash FROM event WHERE seq = 5;
	    UPDATE counter SET last = 6 WHERE name = 'event'"
	found 'event 6 of the journal: '
}

@test "a ticket's row was changed" {
	keep
	for change in "first_responder 'xiaowu'" "handler 'zhaodui'" \
	    "accused 'xiaowu'" "kind 'praise'" "room '1-1-101'" \
	    'opened opened-86400000' 'answered answered-1' 'contacts 2' \
	    'hand_backs 1' "recorded_by 'xiaowu'" 'self_taken 1' \
	    "joined 'T261123-0002'" "body 'water works'" 'settled 1' \
	    "result 'satisfied'" 'score 5' 'called_back 1' 'follow_ups 1' \
	    'chases 1' 'tries 1' 'moved 1' 'reopens 1' 'unreached 1'; do
		put_back
		tamper "UPDATE ticket SET ${change%% *} = ${change#* }
		    WHERE id = 'T261123-0001'"
		found "T261123-0001: \"${change%% *}\" is not what its events say (C10). $altered"
	done
}

@test "an analysis that is owed was done away with" {
	keep
	tamper "UPDATE analysis SET state = 'open'"
	found "A261123-0001: \"state\" is not what its events say (C10). $altered"
	put_back
	tamper 'DELETE FROM analysis'
	found 'A261123-0001: its row is missing'
}

@test "a ticket's row is gone, or under another id, or was put in" {
	keep
	tamper "DELETE FROM ticket WHERE id = 'T261123-0002'"
	found 'T261123-0002: its row is missing'
	put_back
	tamper "UPDATE ticket SET id = 'T261123-0003'
	    WHERE id = 'T261123-0002'"
	found 'T261123-0002: its row is missing'
	put_back
	tamper "CREATE TEMP TABLE x AS SELECT * FROM ticket
	    WHERE id = 'T261123-0002'; UPDATE x SET id = 'T261123-0003';
	    INSERT INTO ticket SELECT * FROM x"
	found 'ticket: there are more rows than the journal knows'
}

@test "a contact was changed, taken away or put in" {
	as xiaozhou log-call -T T261123-0002 --urge -n Wang -p 13800000502 \
	    'still leaking' >/dev/null
	run desk-check
	assert_success
	keep
	for change in "content 'nothing at all'" "name 'Smith'" \
	    "phone '13900000000'" 'at at+1' "channel 'visit'"; do
		put_back
		tamper "UPDATE contact SET ${change%% *} = ${change#* }
		    WHERE ticket = 'T261123-0001'"
		found "T261123-0001: \"${change%% *}\" is not what its events say"
	done
	put_back
	tamper "UPDATE contact SET content = 'fine now' WHERE no = 2"
	found 'T261123-0002: "content" is not what its events say'
	put_back
	tamper 'DELETE FROM contact WHERE no = 2'
	found 'T261123-0002: a row of "contact" is missing'
	put_back
	tamper "INSERT INTO contact SELECT office, 'T261123-0001', 2, channel,
	    medium, at, day, room, caller, name, phone, no_phone, content,
	    disposition, done, told_department, first_responder, recorded_by,
	    rings, tried FROM contact WHERE no = 2"
	found 'contact: there are more rows than the journal knows'
}

@test "a breach was taken away: of what was met late, escalated, moved" {
	as ligong promise T261123-0002 09:30 >/dev/null
	at 09:40
	as ligong promise T261123-0002 10:30 -w 'no part' >/dev/null
	at 2026-11-24T09:00
	escalate --overdue >/dev/null
	as ligong resolve T261123-0002 -m mended >/dev/null
	run desk-check
	assert_success
	keep
	for row in "kind = 'accept'" "kind = 'promise'" "kind = 'acknowledge'"; do
		put_back
		tamper "DELETE FROM breach WHERE $row"
		found 'T261123-000'
		assert_line --index -1 --partial \
		    ': a deadline that was missed is not on record as missed (C10)'
	done
}

@test "damage to the file itself" {
	in_a_file
	sqlite3 "$FRONTDESK_CONFIG/frontdesk.db" 'PRAGMA wal_checkpoint(TRUNCATE)'
	size=$(stat -c %s "$FRONTDESK_CONFIG/frontdesk.db")
	dd if=/dev/zero of="$FRONTDESK_CONFIG/frontdesk.db" bs=1 conv=notrunc \
	    seek=$((size / 2 / 4096 * 4096)) count=4096 status=none
	run desk-check
	assert_failure 70
	assert_line --index -1 --regexp '^desk-check: .*(damaged|failed|malformed)'
}

@test "--config-only leaves the store alone" {
	sed -i 's|^store: .*|store: gone.db|' "$FRONTDESK_CONFIG/desk.yaml"
	run --separate-stderr desk-check --config-only
	assert_success
	assert_output ''
	run desk-check
	assert_failure 78
	run terminal desk-check --config-only
	assert_line 'the configuration is right'
}

@test "checking writes nothing" {
	before=$(everything)
	desk-check
	[ "$before" = "$(everything)" ]
}

@test "usage" {
	run desk-check nonsense
	assert_failure 64
	assert_output 'desk-check: "nonsense" is too much here'
}
