#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# config.bats: what is wrong with the configuration or the store is said with
# its place and what to do, all in one go, and is 78.

load helper

setup() {
	desk_setup
	cd "$FRONTDESK_CONFIG" || return 1
	added=$(($(wc -l <desk.yaml) + 1))	# the first line to be added
}

# refused LINE...: desk-check says these, and any other command does as well.
refused() {
	run desk-check --config-only
	assert_failure 78
	for line in "$@"; do
		assert_line "desk-check: $line"
	done
	run list tickets
	assert_failure 78
	assert_line "list: $1"
}

# unread LINE: the same in a file that the other commands do not read.
unread() {
	run desk-check
	assert_failure 78
	assert_line "desk-check: $1"
	run list tickets
	assert_success
}

@test "bad indentation" {
	printf 'one: 1\n  two: 2\n' >>desk.yaml
	refused "desk.yaml:$((added + 1)):6: a \": \" cannot stand here; look at the line above, line the keys up, or put the text in quotes"
}

@test "a TAB" {
	printf 'limits:\n\taccept: 2h\n' >>desk.yaml
	refused "desk.yaml:$((added + 1)):1: a TAB stands here; use spaces, not a tab"
}

@test "unknown keys, the nearest named" {
	echo 'ofice: XX' >>desk.yaml
	sed -i 's/^    brief: 小周/    breif: 小周/' staff.yaml
	refused "desk.yaml:$added:1: unknown key \"ofice\"; did you mean \"office\"?" \
	    "staff.yaml:$(grep -n breif staff.yaml | cut -d: -f1):5: unknown key \"people[4].breif\"; did you mean \"brief\"?"
}

@test "a wrong type, a list for a text, a map for a list" {
	sed -i -e 's/^office: [A-Z]*/office: [DH]/' \
	    -e 's/hand_over: 30m/hand_over: soon/' desk.yaml
	at=$(grep -n '^office' desk.yaml | cut -d: -f1)
	refused "desk.yaml:$at:9: office must be one value, not a list" \
	    "desk.yaml:$(grep -n soon desk.yaml | cut -d: -f1):14: limits.hand_over must be a span such as 30m, 24h or 7d, not \"soon\""
}

@test "given twice" {
	echo 'office: XX' >>desk.yaml
	refused "desk.yaml:$added:1: \"office\" is given twice (first on line $(grep -n '^office' desk.yaml | head -1 | cut -d: -f1)); keep one"
}

@test "out of range" {
	sed -i '0,/copies: 2/s//copies: 70000/' keys.yaml
	unread "keys.yaml:$(grep -n 70000 keys.yaml | cut -d: -f1):$(grep 70000 keys.yaml | sed 's/copies: .*/copies: /' | wc -m): keys[3].copies is 70000; it must be from 1 to 50"
}

@test "missing" {
	sed -i '/^zone:/d' desk.yaml
	run desk-check
	assert_failure 78
	assert_line --regexp '^desk-check: desk.yaml:[0-9]+:1: "zone" is missing; add it'
}

@test "not UTF-8, and a byte order mark, which does not matter" {
	printf '\xef\xbb\xbf' | cat - desk.yaml >new
	mv new desk.yaml
	desk-check --config-only
	printf 'x: \xc4\xe3\n' >>desk.yaml
	refused "desk.yaml:$added:4: this is not UTF-8 text; save the file as UTF-8"
}

@test "anchors, tags, a second document, a bomb of brackets" {
	cp desk.yaml good
	printf 'a: &x [1]\nb: *x\n' >>desk.yaml
	refused "desk.yaml:$added:4: anchors (&name) are not allowed; put a text that begins with & in quotes"
	cp good desk.yaml
	echo 'a: !!python/object x' >>desk.yaml
	refused "desk.yaml:$added:4: tags (!name) are not allowed; put a text that begins with ! in quotes"
	cp good desk.yaml
	printf -- '---\na: 1\n' >>desk.yaml
	refused "desk.yaml:$added:1: only one document is allowed; delete this line and what follows"
	head -c 100000 /dev/zero | tr '\0' '[' >desk.yaml
	run desk-check
	assert_failure 78
	assert_line --regexp '^desk-check: desk.yaml:1:[0-9]+: .*deep'
}

@test "too large, empty, gone, a directory" {
	cp desk.yaml good
	head -c 1200000 /dev/zero | tr '\0' '#' >desk.yaml
	refused 'desk.yaml:1:1: the file is larger than 1 MB; shorten it'
	: >desk.yaml
	refused 'desk.yaml:1:1: the file is empty; fill it in'
	rm desk.yaml
	run list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG/desk.yaml cannot be read: No such file or directory"
	mkdir desk.yaml
	run list tickets
	assert_failure 78
	refute_output ''
}

@test "yes, 0x1F and 010 are no true, no 31 and no 8" {
	sed -i 's/^accused_may_resolve: .*/accused_may_resolve: yes/' desk.yaml
	sed -i -e '0,/floors: 33/s//floors: 010/' desk.yaml
	run desk-check
	assert_failure 78
	assert_line --regexp '^desk-check: desk.yaml:[0-9]+:[0-9]+: accused_may_resolve must be true or false, not "yes"$'
	assert_line --regexp '^desk-check: desk.yaml:[0-9]+:[0-9]+: buildings\[1\].floors .*"?010"?'
}

@test "what one file says of another" {
	sed -i -e 's/^centre: .*/centre: sevice/' \
	    -e 's/^manager: .*/manager: ligong/' desk.yaml
	run desk-check
	assert_failure 78
	assert_line --regexp '^desk-check: desk.yaml:[0-9]+:9: "sevice" is not in staff.yaml; did you mean "service"\?$'
	assert_line --regexp '^desk-check: desk.yaml:[0-9]+:10: ligong lacks the role manager; add it in staff.yaml$'
}

@test "mistakes in all files are said in one go, and counted" {
	sed -i 's/^zone: .*/zone: Asia\/Nowhere/; s/accept: 2h/accept: 2/' desk.yaml
	sed -i '0,/roles: \[clerk\]/s//roles: [clark]/' staff.yaml
	sed -i '0,/assets: \[lift\]/s//assets: [lfit]/' contractors.yaml
	sed -i '0,/class: plant/s//class: plants/' keys.yaml
	run desk-check
	assert_failure 78
	for file in desk staff contractors keys; do
		assert_line --regexp "^desk-check: $file.yaml:[0-9]+:[0-9]+: "
	done
	assert_line "desk-check: there are 5 mistakes in $FRONTDESK_CONFIG. Correct the files and run the check again"
}

# ---- the store ----

@test "no store, an empty one, a directory, a link, somebody else's" {
	in_a_file
	mv frontdesk.db kept
	rm -f frontdesk.db-*
	run list tickets
	assert_failure 78
	assert_output "list: there is no store at $FRONTDESK_CONFIG/frontdesk.db. Make it with desk-init"
	[ ! -e frontdesk.db ]
	: >frontdesk.db
	run list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG/frontdesk.db is empty. Make the store with desk-init"
	rm frontdesk.db
	mkdir frontdesk.db
	run list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG/frontdesk.db is no file; the store has to be one"
	rmdir frontdesk.db
	ln -s kept frontdesk.db
	run list tickets
	assert_failure 78
	rm frontdesk.db
	head -c 8192 /dev/urandom >frontdesk.db
	run list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG/frontdesk.db is no store of frontdesk"
	rm -f frontdesk.db*
	sqlite3 frontdesk.db 'CREATE TABLE other (x)'
	run list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG/frontdesk.db is no store of frontdesk"
}

@test "a store that a newer program made" {
	sql "UPDATE setting SET value = '99'
	    WHERE name = 'version'"
	for command in 'list tickets' 'log-call -n Z -p 13800000501 x' \
	    'escalate --overdue' desk-check "desk-backup $BATS_TEST_TMPDIR/x"; do
		# shellcheck disable=SC2086
		run $command
		assert_failure 78
		assert_line --partial ": the store has version 99, this program version 4. Use the newer program"
	done
	run desk-init --practice "$FRONTDESK_CONFIG"
	assert_failure 78
	assert_line --partial 'was made by a newer program. Use the newer program'
}

@test "a store that everybody may write" {
	in_a_file
	chmod o+w frontdesk.db
	run list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG/frontdesk.db may be written by everybody. Take that away: chmod o-rwx $FRONTDESK_CONFIG/frontdesk.db"
}

@test "a store of a kind that is not known" {
	sed -i 's|^store: .*|store: mysql://there/desk|' desk.yaml
	run list tickets
	assert_failure 78
	assert_line --regexp '^list: desk.yaml:[0-9]+:8: store must be the name of a file, or postgresql://...$'
}

# ---- where the configuration is looked for ----

@test "--config before FRONTDESK_CONFIG before XDG_CONFIG_HOME" {
	mkdir "$BATS_TEST_TMPDIR/xdg"
	desk-init --practice "$BATS_TEST_TMPDIR/xdg/frontdesk" 2>/dev/null
	log-call -n Zhang -p 13800000501 here
	[ "$(XDG_CONFIG_HOME=$BATS_TEST_TMPDIR/xdg list tickets -o content)" = here ]
	[ "$(list tickets --config "$BATS_TEST_TMPDIR/xdg/frontdesk")" = '' ]
	[ "$(FRONTDESK_CONFIG='' XDG_CONFIG_HOME=$BATS_TEST_TMPDIR/xdg \
	    list tickets)" = '' ]
	run list tickets --config /no/such
	assert_failure 78
	assert_output 'list: there is no directory /no/such. Name the directory of desk.yaml with --config'
	[ -d /etc/frontdesk ] && skip 'there is a desk on this computer'
	FRONTDESK_CONFIG='' run list tickets
	assert_failure 78
	assert_output 'list: no configuration was found. Name its directory with --config, or put it in /etc/frontdesk'
}
