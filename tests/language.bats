#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# language.bats: messages in the language that the locale variables ask for,
# data in none.

load helper

setup() {
	desk_setup
	export NO_COLOR=1
	log >/dev/null
}

log() {
	as xiaozhou log-call -k complaint -g noise -r 3-2-501 -n 张女士 \
	    -p 13800000501 -t xiaoma -P 15:00 夜间装修施工
}

chinese='list: --state 没有“nonsense”。有：pending 待派、assigned 已派、accepted 处理中、resolved 已解决、closed 已办结、void 作废'

# speaks VARIABLE...: what an unknown state is answered with.
speaks() {
	run env -u LC_ALL -u LANG -u LANGUAGE -u LC_MESSAGES "$@" \
	    list tickets -s nonsense
	assert_failure 64
}

@test "LC_ALL=C.UTF-8 LANGUAGE=zh_CN" {
	speaks LC_ALL=C.UTF-8 LANGUAGE=zh_CN
	assert_output "$chinese"
}

@test "LANG=zh_CN.UTF-8 with an empty LC_ALL, where no such locale is" {
	speaks LC_ALL= LANG=zh_CN.UTF-8
	assert_output "$chinese"
	speaks LANG=zh_CN.UTF-8
	assert_output "$chinese"
	speaks LC_ALL=zh_CN.UTF-8
	assert_output "$chinese"
	speaks LC_MESSAGES=zh_CN.UTF-8 LANG=en_US.UTF-8
	assert_output "$chinese"
	speaks LANG=zh_CN
	assert_output "$chinese"
}

@test "English where nothing else is asked for, or is known" {
	english='list: --state: there is no "nonsense". There are: pending, assigned, accepted, resolved, closed, void'
	for language in LANG= LANG=C LC_ALL=C LANG=en_GB.UTF-8 LANG=C.UTF-8 \
	    LANG=xx_YY.UTF-8 LANG=fr_FR.UTF-8; do
		speaks $language
		assert_output "$english"
	done
	# LC_ALL goes before the others.
	speaks LC_ALL=C LANG=zh_CN.UTF-8
	assert_output "$english"
	speaks LC_ALL=C LANG=zh_CN.UTF-8 LANGUAGE=zh_CN
	assert_output "$english"
}

@test "data are the same in every language" {
	at 16:00
	for command in 'list tickets' 'list tickets --json' \
	    'list tickets --csv --header' 'list contacts' 'list deadlines' \
	    'list events' 'list notices' 'list staff' 'report daily' \
	    'report overdue --json' 'report register --csv' \
	    'show T261123-0001 --json' 'escalate --overdue --dry-run' \
	    'escalate --overdue --explain' 'desk-check'; do
		# shellcheck disable=SC2086
		[ "$($command 2>/dev/null)" = "$(zh $command 2>/dev/null)" ] || {
			echo "$command"
			return 1
		}
	done
	[ "$(zh as xiaozhou log-call -n Z -p 13800000501 x)" = T261123-0002 ]
}

@test "words of both languages are taken in every locale" {
	for locale in C.UTF-8 zh_CN.UTF-8; do
		[ "$(LC_ALL=$locale list tickets -k 投诉 -o id)" = T261123-0001 ]
		[ "$(LC_ALL=$locale list tickets -k complaint -d 秩序维护部 -o id)" \
		    = T261123-0001 ]
	done
}

@test "the day's report in Chinese, within 80 columns" {
	at 16:00
	run bash -c 'LANGUAGE=zh_CN report daily --table |
	    sed -E "s/[0-9a-f]{16}/HEAD            /"'
	assert_output '东方鸿润物业 DH  日报  2026-11-23 周一  印于 16:00:00 项目王经理  演练
================================================================================
三来      来电  来访  来信  合计  工单  昨日
投诉         1     0     0     1     1     0
报修         0     0     0     0     0     0
咨询         0     0     0     0     0     0
建议         0     0     0     0     0     0
表扬         0     0     0     0     0     0
举报         0     0     0     0     0     0
合计         1     0     0     1     1     0
作废工单     -     -     -     -     0     -
指标          分子  分母  比率                            条款
当场办结         0     1    0.0%  [--------------------]  C1
24小时内答复     0     0  -                               C6
承诺守住         0     1    0.0%  [--------------------]  F4.6
按时签收         0     1    0.0%  [--------------------]  F4.4
按时确认         0     1    0.0%  [--------------------]  A3
钥匙按时还       0     0  -                               E4
住户满意         0     0  -                               C6
违规          时限  条款  应于      迟  经办人  首问  事由
T261123-0001  签收  F4.4  10:12  !5:48  小马    小周  夜间装修施工
T261123-0001  确认  A3    10:12  !5:48  赵队    小周  夜间装修施工
T261123-0001  承诺  F4.6  15:00  !1:00  小马    小周  夜间装修施工
经办人  未办结  超时
小马         1     1
钥匙现在在柜  在外  超时  遗失  停用  清点于  少  多
          18     0     0     0     0  未清点  -   -
流水  校验              督办停了多久
   2  HEAD              从没开过'
}

@test "lists, stories, success and the ladder in Chinese" {
	at 16:00
	run zh list tickets --table
	assert_output '编号          类型  房号     事由          经办人  状态  下一时限
T261123-0001  投诉  3-2-501  夜间装修施工  小马    已派  !确认 超 5:48
演练'
	run zh show T261123-0001
	assert_output 'T261123-0001  投诉 噪音  3栋2单元501  张女士 138****0501  已派  演练
夜间装修施工
首问 前台小周  登记 前台小周  经办 秩序小马  三来 1  来访 0  退单 0  催单 0
时限  应于        结果                  条款
确认  10:12       还欠，已超 5小时48分  A3
签收  10:12       还欠，已超 5小时48分  F4.4
承诺  15:00       还欠，已超 1小时00分  F4.6
答复  明天 08:12  还欠                  C6
跟进  明天 08:12  还欠                  F4.4
08:12:00  前台小周  登记  来电；秩序小马；承诺 今天 15:00
你可以：assign accept hand-back answer promise follow-up chase resolve escalate
    acknowledge join-tickets join-tickets --apart amend amend --void'
	LANGUAGE=zh_CN run terminal answer T261123-0001 -m 已劝停 --as xiaoma
	assert_output 'T261123-0001  已答复'
	LANGUAGE=zh_CN run terminal escalate --overdue
	assert_output 'T261123-0001  确认(A3)应于 10:12，已超 5小时48分；已告诉 王经理、赵队、小周
T261123-0001  签收(F4.4)应于 10:12，已超 5小时48分；已告诉 王经理、赵队、小周
T261123-0001  承诺(F4.6)应于 15:00，已超 1小时00分；已告诉 赵队、小周'
}

@test "refusals in Chinese say what is not done, the clause, and what to do" {
	run zh as xiaozhou log-call -n 张女士 灯不亮
	assert_failure 1
	assert_output 'log-call: 未登记：没有电话(F4.5)。加 --phone 号码；住户不肯留：--no-phone 原因'
	run zh assign T261123-0001 -t 李公
	assert_failure 1
	assert_output 'assign: 未派：没有“李公”。是不是 李工？'
	run zh as xiaoma acknowledge T261123-0001
	assert_failure 77
	assert_output 'acknowledge: 未确认：这一步只有负责人、值班领导、经理能做(A3)。请找赵队'
	run bash -c 'echo 7 | LANGUAGE=zh_CN accept'
	assert_failure 65
	assert_output 'accept: 标准输入:1:1: “7”不是编号。写全号，如 T261123-0007'
	sed -i 's/^zone: .*/zone: Nowhere/' "$FRONTDESK_CONFIG/desk.yaml"
	run zh list tickets
	assert_failure 78
	assert_line --index 0 --regexp '^list: desk.yaml:[0-9]+:7: 这台电脑没有时区 Nowhere$'
	assert_line --index 1 'list: desk.yaml 里有一处不对。改好再运行一次'
}

@test "help in both languages names the same options" {
	for command in "$BUILD"/bin/*; do
		[ "$("$command" --help | grep -o -- '--[a-z-]*' | sort -u)" = \
		    "$(zh "$command" --help | grep -o -- '--[a-z-]*' | sort -u)" ] || {
			echo "$command"
			return 1
		}
		zh "$command" --help | grep -q ^用法： || {
			echo "$command"
			return 1
		}
	done
}
