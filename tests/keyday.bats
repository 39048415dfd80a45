#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# keyday.bats: the keys of one day, typed at a terminal as a Chinese desk does
# (E4).

load helper
load ticket
load key

setup() {
	desk_setup
	export LANGUAGE=zh_CN
	lends 8 GG-1 -t 李工 >/dev/null
	lends 9 GG-2 -t 小马 >/dev/null
}

number() {
	answering 居民身份证号 "$(card 123)"'\n' -- "$@"
}

@test "E4: lent, a second one refused, chased, brought back late" {
	at 11:05
	run -0 number lend-key PD-1 -t 太川/孙师傅 -U 17:00 -w 检修门禁电源
	assert_output '居民身份证号（不显示，看过原件即还本人）：
L261123-0003  已借出  PD-1 1号配电房  孙师傅 尾号 1233  今天 17:00 前还(E4)'
	run -1 number lend-key PD-2 -t 太川/孙师傅 -U 17:00
	assert_output '居民身份证号（不显示，看过原件即还本人）：
lend-key: 未借出：这张证（尾号 1233）已借着 PD-1(E4)。先还：return-key PD-1'
	for time in 17:00:01 17:30:01 18:00:01; do
		at "$time"
		terminal escalate --overdue
	done >"$BATS_TEST_TMPDIR/chased"
	run grep '^L' "$BATS_TEST_TMPDIR/chased"
	assert_output 'L261123-0003  还钥匙(E4)应于 17:00，已超 1 秒；已告诉 王经理
L261123-0003  还钥匙(E4)应于 17:00，已超 30分；已告诉 王经理
L261123-0003  还钥匙(E4)应于 17:00，已超 1小时00分；已告诉 陈主管、王经理'
	run list notices -o recipient,message
	assert_output $'wangjingli\tremind
wangjingli\tphone
chenzhuguan\toverdue
wangjingli\toverdue'
	at 18:32
	run -0 terminal return-key PD-1
	assert_output 'L261123-0003  已归还  PD-1 1号配电房  迟 1小时32分(E4)已记违规'
	run -0 terminal report overdue -D today
	assert_line --index -1 'L261123-0003  还钥匙  E4    17:00  1:32  孙师傅  王经理  PD-1 1号配电房'
}
