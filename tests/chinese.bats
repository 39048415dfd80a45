# SPDX-License-Identifier: ISC
# The day as a Chinese clerk sees it on a terminal of 80 columns.
# shellcheck shell=bash disable=SC2154
load helper

# Two tickets: one late to be accepted, one complaint about 小周 himself.
setup() {
	desk_setup
	zh as xiaozhou log-call -c 电 -k 报修 -g 漏水 -r 3-2-501 -n 张女士 \
	    -p '138 0000 0501' -t 李工 -P 10点半 厨房下水管漏水，总阀已经关了
	zh as xiaozhou log-call -g 态度 -A 小周 -r 5-1-903 -n 孙先生 \
	    -p 13800000903 -P 17点 没讲清，跑了两趟 2>/dev/null
	T1=T261123-0001 T2=T261123-0002
}

@test "what was not done, the fact, the clause, what to type next" {
	run zh log-call 漏水 -n 张女士
	assert_failure 1
	assert_output 'log-call: 未登记：没有电话(F4.5)。加 --phone 号码；住户不肯留：--no-phone 原因'
	run zh as xiaozhou resolve "$T2" -m 已解释
	assert_failure 1
	assert_output "resolve: 未办：前台小周是 $T2 的被投诉人(C5)。请客服陈主管或他指定的人来办"
	run zh as xiaozhou acknowledge "$T2"
	assert_failure 77
	assert_output 'acknowledge: 未确认：这一步只有负责人、值班领导、经理能做(A3)。请找陈主管'
	run zh assign "$T1" -t 李公
	assert_failure 1
	assert_output 'assign: 未派：没有“李公”。是不是 李工？'
	run zh log-call -P 3点 -n 张女士 -p 13800000501 漏水
	assert_failure 64
	assert_output 'log-call: “3点”分不清上午下午。写 15:00 或 03:00'
	run zh accept <<<7
	assert_failure 65
	assert_output 'accept: 标准输入:1:1: “7”不是编号。写全号，如 T261123-0007'
}

@test "the list: short names, what is late with its sign" {
	at 10:24
	NO_COLOR=1 run zh terminal list tickets
	assert_output "\
编号          类型  房号     事由                    经办人  状态  下一时限
$T1  报修  3-2-501  厨房下水管漏水，总阀~   李工    已派  !签收 超 0:12
$T2  投诉  5-1-903  没讲清，跑了两趟        陈主管  已派  !确认 超 0:12
演练"
}

@test "one ticket's story" {
	at 10:20
	zh as ligong resolve "$T1" -m 换密封圈，试水不漏
	run zh terminal show "$T1"
	assert_output "\
$T1  报修 漏水  3栋2单元501  张女士 138****0501  已解决  演练
厨房下水管漏水，总阀已经关了
首问 前台小周  登记 前台小周  经办 水电李工  三来 1  来访 0  退单 0  催单 0
时限  应于         结果          条款
签收  10:12        10:20 迟 8分  F4.4
承诺  10:30        10:20 守住    F4.6
跟进  明天 08:12   10:20 不必办  F4.4
回访  明天 10:20   还欠          C6
答复  11-25 08:12  10:20 守住    本处
08:12:00  前台小周  登记  来电；水电李工；承诺 今天 10:30
10:20:00  水电李工  办结  换密封圈，试水不漏
你可以：call-back reopen acknowledge amend amend --void"
}

@test "what the ladder did, in a sentence" {
	at 11:05
	run zh terminal escalate --overdue
	assert_line "$T1  签收(F4.4)应于 10:12，已超 53分；已告诉 孙主管、小周"
}

@test "tables hold what has one width everywhere" {
	at 12:00
	run zh terminal report daily
	assert_success
	for what in tickets contacts deadlines events notices staff; do
		output+=$(zh terminal list $what)
	done
	run grep -P '[^\x00-\x7f\x{3000}-\x{303f}\x{4e00}-\x{9fff}\x{ff00}-\x{ffef}]' \
	    <<<"$output"
	assert_failure 1
	assert_output ''
}

@test "--help fits 80 columns and is all Chinese" {
	for file in "$BUILD"/bin/*; do
		run -0 zh "$file" --help
		assert [ "$(wc -L <<<"$output")" -le 80 ]
		assert_line -n 0 --partial '用法：'
		refute_output --partial 'TICKET'
	done
}

# What is to be said to the resident, in quotes, may be as polite as it is.
@test "no message blames, shouts or bows" {
	run bash -c 'msgcat --no-wrap "$1" | sed "s/“[^”]*”//g"' - \
	    "$ROOT/po/zh_CN.po"
	assert_success
	run grep -nE '^msgstr.*(请勿|错误|非法|系统|！|您)' <<<"$output"
	assert_failure 1
}
