#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# suggestions.bats: everybody collects suggestions, and the report says who did
# not (C2).

load helper

suggests() {
	log-call --as "$1" -k suggestion -n 张女士 -p 13800000501 "${@:2}" \
	    'more light'
}

setup() {
	desk_setup
	export NO_COLOR=1
	{
		at 2026-10-31T09:00
		suggests ligong
		at 2026-11-02T09:00
		suggests xiaozhou
		suggests xiaozhou --first-responder hejie
		suggests xiaowu
		as xiaowu log-call -g fees -n Li -p 13800000502 'no suggestion'
		as chenzhuguan amend T261102-0003 --void -w twice -y
		at 2026-11-23T09:00
		suggests hejie
	} >/dev/null
}

@test "C2: by employee and by department, zeros included" {
	run -0 report suggestions
	assert_output $'employees\twangjingli\tmanagement\t0\tC2
employees\tchenzhuguan\tservice\t0\tC2
employees\tsunzhuguan\tengineering\t0\tC2
employees\txiaozhou\tservice\t1\tC2
employees\txiaowu\tservice\t0\tC2
employees\tligong\tengineering\t0\tC2
employees\tzhaodui\torder\t0\tC2
employees\txiaoma\torder\t0\tC2
employees\tqianbanzhang\torder\t0\tC2
employees\thejie\tcleaning\t2\tC2
departments\tservice\t3\t2\t1\tC2
departments\tengineering\t2\t2\t0\tC2
departments\torder\t3\t3\t0\tC2
departments\tcleaning\t1\t0\t2\tC2
departments\tmanagement\t1\t1\t0\tC2'
}

@test "C2: for people" {
	run -0 terminal report suggestions -S 2026-10-01
	assert_output 'Dongfang Hongrun Property DH  suggestions (C2)  2026-10-01 Thu - 2026-11-23 Mon
printed 09:00:00 Wang  PRACTICE
================================================================================
Employee  Department               Suggestions  Clause
Wang      management                         0  C2
Chen      customer service centre            0  C2
Sun       engineering                        0  C2
Zhou      customer service centre            1  C2
Wu        customer service centre            0  C2
Li        engineering                        1  C2
Zhao      order and security                 0  C2
Ma        order and security                 0  C2
Qian      order and security                 0  C2
He        cleaning                           2  C2
Department               Employees  Without any  Suggestions  Clause
customer service centre          3            2            1  C2
engineering                      2            1            1  C2
order and security               3            3            0  C2
cleaning                         1            0            2  C2
management                       1            1            0  C2'
}

@test "C2: who is on the staff no more is named by the login" {
	sed -i 's/hejie/hejie2/' "$FRONTDESK_CONFIG/staff.yaml" \
	    "$FRONTDESK_CONFIG/desk.yaml"
	run -0 bash -c 'report suggestions | grep -e hejie -e cleaning'
	assert_output $'employees\thejie2\tcleaning\t0\tC2
employees\thejie\t\t2\tC2
departments\tcleaning\t1\t1\t0\tC2'
}

@test "C2: what is configuration is one's own alone" {
	for what in suggestions complaints; do
		run report $what --office all
		assert_failure 64
		assert_output "report: $what have no --office. Leave it out"
	done
}
