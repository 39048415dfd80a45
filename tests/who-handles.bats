#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# who-handles.bats: who outside is responsible for what (E2).
# shellcheck disable=SC2154

load helper

LIFT='lift	lift	电梯维保单位	高师傅	13800000777	轿厢照明由我方供材料'
DOOR='security_door	doors	防盗门防火门单位			'
BLANK='who-handles: note: security doors: contractors.yaml has no telephone of doors firm (E2)'

@test "E2: an asset by its code, and by what both languages call it" {
	local typed

	for typed in lift 电梯 lifts LIFT; do
		run --separate-stderr -0 who-handles "$typed"
		assert_output "$LIFT"
		assert_equal "$stderr" ''
	done
}

@test "E2: gates, barriers and cameras are all Taichuan's, lines the telecom's" {
	run -0 who-handles 门禁 barrier cctv broadband 电话线路
	assert_output 'access_control	taichuan	太川科技公司	孙师傅	13800000666	我方断电、开门、陪同
barrier	taichuan	太川科技公司	孙师傅	13800000666	我方断电、开门、陪同
cctv	taichuan	太川科技公司	孙师傅	13800000666	我方断电、开门、陪同
broadband	telecom	中国电信	唐主任	13800000888	开弱电间、陪同
telephone	telecom	中国电信	唐主任	13800000888	开弱电间、陪同'
}

@test "E2: what the regulation leaves blank is said to be blank" {
	run --separate-stderr -0 who-handles 防盗门
	assert_output "$DOOR"
	assert_equal "$stderr" "$BLANK"
}

@test "E2: with no asset named, all that somebody answers for" {
	run --separate-stderr -0 who-handles
	assert_output "$LIFT
access_control	taichuan	太川科技公司	孙师傅	13800000666	我方断电、开门、陪同
barrier	taichuan	太川科技公司	孙师傅	13800000666	我方断电、开门、陪同
cctv	taichuan	太川科技公司	孙师傅	13800000666	我方断电、开门、陪同
$DOOR
fire_door	doors	防盗门防火门单位			
broadband	telecom	中国电信	唐主任	13800000888	开弱电间、陪同
telephone	telecom	中国电信	唐主任	13800000888	开弱电间、陪同"
	assert_equal "$stderr" "$BLANK
who-handles: note: fire doors: contractors.yaml has no telephone of doors firm (E2)"
}

@test "E2: two firms for one asset are both named" {
	sed -i 's/assets: \[lift\]/assets: [lift, cctv]/' \
	    "$FRONTDESK_CONFIG/contractors.yaml"
	run -0 who-handles cctv
	assert_output 'cctv	taichuan	太川科技公司	孙师傅	13800000666	我方断电、开门、陪同
cctv	lift	电梯维保单位	高师傅	13800000777	轿厢照明由我方供材料'
}

@test "E2: what nobody answers for is said, after what somebody does" {
	run --separate-stderr -1 who-handles pump 电梯 发电机
	assert_output "$LIFT"
	assert_equal "$stderr" 'who-handles: pumps, generators: no contractor answers for it (E2). Enter one in contractors.yaml'
}

@test "a word that is no asset" {
	run --separate-stderr -64 who-handles lift lft
	assert_output ''
	assert_equal "$stderr" 'who-handles: asset: there is no "lft". Did you mean lift? There are: lift, access_control, barrier, cctv, security_door, fire_door, broadband, telephone, fire_system, pump, generator, gas'
}

@test "as JSON, what is blank is null" {
	run --separate-stderr -0 who-handles lift 防盗门 --json
	assert_output '{"asset":"lift","firm":"lift","name":"电梯维保单位","person":"高师傅","phone":"13800000777","our_share":"轿厢照明由我方供材料"}
{"asset":"security_door","firm":"doors","name":"防盗门防火门单位","person":null,"phone":null,"our_share":null}'
	assert_equal "$stderr" "$BLANK"
}

@test "as CSV, with the names of the columns" {
	run --separate-stderr -0 who-handles lift --csv --header
	assert_output $'asset,firm,name,person,phone,our_share\r
lift,lift,电梯维保单位,高师傅,13800000777,轿厢照明由我方供材料\r'
}

@test "on a terminal: a table, for the telephone" {
	export NO_COLOR=1
	run -0 terminal who-handles lift 门禁 fire_door
	assert_output 'who-handles: note: fire doors: contractors.yaml has no telephone of doors firm (E2)
What            Firm        Person  Telephone    What we do
lifts           lift firm   高师傅  13800000777  轿厢照明由我方供材料
access control  Taichuan    孙师傅  13800000666  我方断电、开门、陪同
fire doors      doors firm'
}
