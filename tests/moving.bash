# SPDX-License-Identifier: ISC
# moving.bash: what the tests of desk-export and desk-import have in common:
# `load moving' behind `load helper'.
# shellcheck shell=bash

# A day and a half: something in each table, and texts that are hard to carry.
busy_desk() {
	local id

	for id in 1 2 3; do
		as xiaozhou log-call -k complaint -g noise -r 3-2-501 \
		    -n 张女士 -p 13800000501 -t xiaoma "noise, call $id"
	done
	as xiaozhou log-call -g leak -n O\'Brien -p 13800000502 -t ligong -- \
	    $'a "leak"\\\tand\nmore \U1F6B0 \u2028 x'
	as xiaowu log-call -c letter --anonymous --no-phone none thanks
	at 09:00
	as xiaoma accept T261123-0001
	as xiaoma answer T261123-0001 -m told --request-id told-once
	as ligong accept T261123-0004
	as ligong promise T261123-0004 15:00
	as ligong resolve T261123-0004 -m mended
	as zhaodui escalate T261123-0002 --to wangjingli --why stuck
	at 2026-11-24T10:00
	escalate --overdue
	at 2026-11-24T11:00
} >/dev/null

# new_desk DIR [option...]: an empty desk, the sample's, with a store of its own.
new_desk() {
	local dir=$1

	shift
	[ -z "${SERVER:-}" ] || place "$dir"
	desk-init "$@" "$dir" >/dev/null 2>&1
}

# beside DESK DIR: an empty desk of another office, in the store of this one.
beside() {
	local desk store

	desk=$(realpath "$1")
	store=$(FRONTDESK_CONFIG=$desk store)
	[ -n "${SERVER:-}" ] || store=$desk/$store
	mkdir "$2"
	cp "$desk"/*.yaml "$2"
	sed -i "s/^office: .*/office: XY/; s|^store: .*|store: ${store//&/\\&}|" \
	    "$2/desk.yaml"
	desk-init --practice "$2" >/dev/null 2>&1
}

# interrupted SIGNAL COMMAND...: stopped half way, once it has written some of
# a file or has the desk `moved' for itself; what it says is in `said'.
interrupted() {
	local signal=$1 pid

	shift
	rm -f out.interrupted
	# A job of its own, or a shell would have it ignore the interrupt.
	set -m
	"$@" >out.interrupted 2>said &
	pid=$!
	set +m
	until [ -s out.part ] || [ -s out.interrupted ] || { [ -d moved ] &&
	    ! flock -n moved/frontdesk.db.lock true; }; do
		sleep 0.01
	done
	kill -s "$signal" "$pid"
	wait "$pid"
}

# tickets N: as many lines for log-call --from tsv.
tickets() {
	printf 'content\tname\tphone\troom\tto\n'
	seq "$1" | sed 's/.*/the pipe under the sink leaks, call &\t张女士\t13800000501\t3-2-501\tligong/'
}
