#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# accept.bats: the handler takes on what was handed over (F4.4).

load helper
load ticket

setup() {
	desk_setup
	calls -g leak -t ligong
}

@test "F4.4: the handler accepts, and owes no acceptance any more" {
	at 08:36
	done_as "$T1" as ligong accept "$T1"
	run ticket "$T1" state department handler first_responder
	assert_output 'accepted engineering ligong xiaozhou'
	run owes "$T1"
	assert_output 'answer house 25.08:12 ligong'
	run ended "$T1"
	assert_output 'accept F4.4 met 0'
	run story "$T1"
	assert_output 'xiaozhou log C1
ligong accept F4.4'
}

@test "F4.4: on a terminal it says who has it now" {
	run -0 terminal accept --as ligong "$T1"
	assert_output 'T261123-0001  accepted  Li'
}

@test "F4.4: on time to the second of two hours, late a second after" {
	calls -g leak -t ligong
	at 10:12:00
	as ligong accept "$T1"
	at 10:12:01
	as ligong accept "$T2"
	run ended "$T1"
	assert_output 'accept F4.4 met 0'
	run ended "$T2"
	assert_output 'accept F4.4 met 1'
	run ticket "$T1" breached
	assert_output 'false'
	run ticket "$T2" breached
	assert_output 'true'
}

@test "F4.4: late, a terminal says by how much and that it is on record" {
	at 11:18
	run -0 terminal accept --as ligong "$T1"
	assert_output \
	    'T261123-0001  accepted  Li  late 1 h 06 min (F4.4), on record'
}

@test "what was said with it is kept in the journal" {
	as ligong accept "$T1" -m 'there at ten'
	run last_said text
	assert_output 'there at ten'
}

@test "F4.4: what was handed to Li is not Ma's to accept" {
	refused 1 'accept: not accepted: T261123-0001 was handed to Li (F4.4). Only they or a head may do this' \
	    as xiaoma accept "$T1"
}

@test "a head may accept for his people, and the line says so" {
	run -0 terminal accept --as sunzhuguan "$T1"
	assert_output 'T261123-0001  accepted  Li (by Sun for them)'
	run ticket "$T1" state handler
	assert_output 'accepted ligong'
}

@test "E2: a firm has no login, so anybody at the desk accepts for it" {
	calls -g access -t 太川
	run -0 terminal accept --as xiaozhou "$T2" -m 'this afternoon'
	assert_output \
	    'T261123-0002  accepted  Taichuan (by Zhou for them)'
}

@test "what nobody holds cannot be accepted: the states, and what to do" {
	calls -g leak
	refused 1 'accept: not accepted: T261123-0002 is pending; this is for those that are: assigned, in work (F4.4). What can be done: assign answer promise follow-up chase resolve escalate acknowledge join-tickets join-tickets --apart amend amend --void. The whole story: show T261123-0002' \
	    as ligong accept "$T2"
}

@test "what is resolved cannot be accepted" {
	as ligong resolve "$T1" -m 'new seal' >/dev/null
	refused 1 'accept: not accepted: T261123-0001 is resolved; this is for those that are: assigned, in work (F4.4). What can be done: call-back reopen acknowledge amend amend --void. The whole story: show T261123-0001' \
	    as ligong accept "$T1"
}

@test "accepting twice changes nothing but the journal" {
	as ligong accept "$T1" >/dev/null
	done_as "$T1" as ligong accept "$T1"
	run ticket "$T1" state handler
	assert_output 'accepted ligong'
}

@test "as JSON the whole ticket, with its id" {
	run -0 accept --as ligong --json "$T1"
	assert_equal "$(jq -r '[.id, .state, .handler] | join(" ")' \
	    <<<"$output")" "$T1 accepted ligong"
}

@test "in Chinese" {
	run -0 zh terminal accept --as ligong "$T1"
	assert_output 'T261123-0001  已签收  水电李工'
}
