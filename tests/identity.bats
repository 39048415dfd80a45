#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# identity.bats: who acts is whom the kernel says; on a real desk nobody can
# say otherwise.

load helper

teardown() {
	[ -z "${REAL:-}" ] || rm -rf "$REAL"
}

# A real desk of root's for the group nogroup, where `nobody' is Zhou and
# `daemon' the login that is shared.  Only root can be them all.
real_desk() {
	[ "$(id -u)" -eq 0 ] || skip 'only root can act as other logins'
	for login in nobody daemon games; do
		id "$login" >/dev/null 2>&1 || skip "no login $login here"
	done
	# Others cannot pass through the directories of the tests.
	REAL=$(mktemp -d /tmp/frontdesk-test.XXXXXX)
	chmod 755 "$REAL"
	setpriv --reuid nobody --clear-groups test -x "$BUILD/bin/list" ||
	    skip "others may not enter $BUILD"
	export FRONTDESK_CONFIG=$REAL/desk
	unset FRONTDESK_NOW
	mkdir -m 2770 "$FRONTDESK_CONFIG"
	chgrp nogroup "$FRONTDESK_CONFIG"
	chmod 2770 "$FRONTDESK_CONFIG"
	cp "$BUILD"/share/frontdesk/config/*.yaml "$FRONTDESK_CONFIG"
	chmod 640 "$FRONTDESK_CONFIG"/*.yaml
	sed -i -e 's/\<xiaozhou\>/nobody/' -e 's/login: desk$/login: daemon/' \
	    "$FRONTDESK_CONFIG/staff.yaml"
	desk-init "$FRONTDESK_CONFIG" >/dev/null 2>&1
}

# by LOGIN COMMAND...
by() {
	local login=$1

	shift
	setpriv --reuid "$login" --regid nogroup --clear-groups \
	    env HOME=/ "PATH=$PATH" "FRONTDESK_CONFIG=$FRONTDESK_CONFIG" \
	    ${FRONTDESK_NOW:+"FRONTDESK_NOW=$FRONTDESK_NOW"} "$@"
}

@test "practice: an unmapped login is the manager, and may be anybody" {
	id nobody >/dev/null 2>&1 || skip 'no login nobody here'
	log-call -g leak -n Z -p 13800000501 x
	run list events -o actor,uid
	assert_output $'wangjingli\t'"$(id -u)"
	log-call --as xiaozhou -n Z -p 13800000501 x
	run list tickets -o recorded_by
	assert_output $'wangjingli\nxiaozhou'
	run log-call --as nosuch -n Z -p 13800000501 x
	assert_failure 1
	assert_output --partial 'log-call: not recorded: '
}

@test "practice: the clock is the one that is set, or the kernel's" {
	id=$(log-call -n Z -p 13800000501 x)
	[ "$id" = T261123-0001 ]
	unset FRONTDESK_NOW
	id=$(log-call -n Z -p 13800000501 x)
	[ "${id%-*}" = "T$(TZ=Asia/Shanghai date +%y%m%d)" ]
	FRONTDESK_NOW=nonsense run list tickets
	assert_failure
	assert_output --partial 'FRONTDESK_NOW'
}

@test "a role is asked for before the state is looked at (77 before 1)" {
	log-call -k complaint -g noise -n Z -p 13800000501 -t xiaoma x
	as zhaodui resolve T261123-0001 -m mended
	run as xiaoma acknowledge T261123-0001
	assert_failure 77
	assert_output 'acknowledge: not acknowledged: only these may: head, duty leader, manager (A3). Ask Zhao'
	run as zhaodui resolve T261123-0001 -m again
	assert_failure 1
	assert_output 'resolve: not done: T261123-0001 is resolved; this is for those that are: pending, assigned, in work (C6). What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0001'
	# An auditor may do nothing, whatever the state.
	sed -i '/login: xiaowu/,/roles:/s/roles: .*/roles: [auditor]/' \
	    "$FRONTDESK_CONFIG/staff.yaml"
	run as xiaowu resolve T261123-0001 -m again
	assert_failure 77
	run escalate --overdue --as ligong
	assert_success
}

@test "real: a login that nobody has is refused, for reading too" {
	real_desk
	run by games list tickets
	assert_failure 77
	assert_output "list: the login games is nobody's here. Add it to staff.yaml as somebody's login:"
	run by games log-call -n Z -p 13800000501 x
	assert_failure 77
	assert_output "log-call: not recorded: the login games is nobody's here. Add it to staff.yaml as somebody's login:"
	run by nobody list contacts
	assert_output ''
}

@test "real: a mapped login is that person, and nobody else" {
	real_desk
	run by nobody log-call -n Z -p 13800000501 x
	assert_success
	id=$output
	run by nobody list events -o actor,uid
	assert_output $'nobody\t'"$(id -u nobody)"
	run by nobody answer "$id" -m told --as chenzhuguan
	assert_failure 77
	assert_output 'answer: not answered: the login nobody may not speak for Chen. Use your own login, or one that is shared: in staff.yaml'
	run by nobody answer "$id" -m told --as nobody
	assert_success
	# A clerk is no head, whatever the environment says.
	USER=wangjingli LOGNAME=wangjingli run by nobody acknowledge "$id"
	assert_failure 77
}

@test "real: a shared login says who speaks, and for whom it may" {
	real_desk
	run by daemon log-call -n Z -p 13800000501 x
	assert_failure 77
	assert_output 'log-call: not recorded: the login daemon is shared. Say who you are: --as STAFF'
	run by daemon log-call --as xiaowu -n Z -p 13800000501 x
	assert_success
	run by nobody list events -o actor,uid
	assert_output $'xiaowu\t'"$(id -u daemon)"
	run by daemon log-call --as wangjingli -n Z -p 13800000501 x
	assert_failure 77
	assert_output 'log-call: not recorded: the login daemon may not speak for Wang. Use your own login, or one that is shared: in staff.yaml'
	# The role is the one of whom it speaks for.
	id=$(by daemon log-call --as xiaowu -k complaint -g fees -n Z \
	    -p 13800000501 x)
	run by daemon acknowledge "$id" --as xiaowu
	assert_failure 77
	run by daemon acknowledge "$id" --as chenzhuguan
	assert_success
}

@test "real: cron's login escalates and does nothing else" {
	real_desk
	run escalate --overdue
	assert_success
	id=$(by nobody log-call -n Z -p 13800000501 x)
	run escalate "$id"
	assert_success
	run list events -o actor
	assert_line system
	run zh list events --table
	assert_line --regexp "$id .* 定时任务 "
	run answer "$id" -m told
	assert_failure 77
	run report daily
	assert_success
	# It loads books, and met nobody itself (F4.2).
	run log-call -n Z -p 13800000501 x
	assert_failure 1
	assert_output 'log-call: not recorded: nobody of the staff is named who met them (F4.2). Add --first-responder STAFF'
	run log-call -n Z -p 13800000501 --first-responder nobody x
	assert_success
}

@test "real: FRONTDESK_NOW sets no clock" {
	real_desk
	at 2021-01-01T10:00
	id=$(by nobody log-call -n Z -p 13800000501 x)
	[ "${id%-*}" = "T$(TZ=Asia/Shanghai date +%y%m%d)" ]
}

@test "real: another directory of configuration is refused" {
	real_desk
	cp -a "$FRONTDESK_CONFIG" "$REAL/mine"
	sed -i "s|^store: .*|store: $FRONTDESK_CONFIG/frontdesk.db|" \
	    "$REAL/mine/desk.yaml"
	run by nobody list tickets --config "$REAL/mine"
	assert_failure 78
	assert_output "list: this store belongs to the configuration in $FRONTDESK_CONFIG, not to that in $REAL/mine. Use --config $FRONTDESK_CONFIG"
}

@test "real: a configuration that others may write, or that is another's" {
	real_desk
	chmod g+w "$FRONTDESK_CONFIG/staff.yaml"
	run by nobody list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG/staff.yaml may be written by others. Close it: chmod go-w $FRONTDESK_CONFIG/staff.yaml"
	chmod 640 "$FRONTDESK_CONFIG/staff.yaml"
	chown nobody "$FRONTDESK_CONFIG/desk.yaml"
	run by nobody list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG/desk.yaml belongs neither to root nor to the owner of the store. Give it to root: chown root $FRONTDESK_CONFIG/desk.yaml"
	chown root "$FRONTDESK_CONFIG/desk.yaml"
	chmod o+w "$FRONTDESK_CONFIG"
	run by nobody list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG may be written by others. Close it: chmod go-w $FRONTDESK_CONFIG"
	chmod 2770 "$FRONTDESK_CONFIG"
	run by nobody list tickets
	assert_success
}

@test "real: a store that is open to everybody" {
	real_desk
	chmod 664 "$FRONTDESK_CONFIG/frontdesk.db"
	run by nobody list tickets
	assert_failure 78
	assert_output "list: $FRONTDESK_CONFIG/frontdesk.db is open to everybody. Take that away: chmod o-rwx $FRONTDESK_CONFIG/frontdesk.db"
}

@test "real: a store that one may not write, or not even read" {
	real_desk
	chmod 640 "$FRONTDESK_CONFIG/frontdesk.db"
	run by nobody log-call -n Z -p 13800000501 x
	assert_failure 78
	assert_output --partial "$FRONTDESK_CONFIG/frontdesk.db: you may not write this store. Ask whoever looks after the desk"
	chmod 660 "$FRONTDESK_CONFIG/frontdesk.db"
	[ "$(by nobody list contacts)" = '' ]
	chmod 700 "$FRONTDESK_CONFIG"
	run by nobody list tickets
	assert_failure 78
}

@test "real: members of the group share one store, whoever was first" {
	real_desk
	umask 077
	by nobody log-call -n Z -p 13800000501 x
	by daemon log-call --as xiaowu -n Z -p 13800000501 y
	escalate --overdue
	run by nobody list tickets -o recorded_by
	assert_output $'nobody\nxiaowu'
	run desk-check
	assert_success
}
