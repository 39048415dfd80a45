#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# who.bats: what people type to name somebody, a room, a kind; and that one
# letter means one thing in all commands.

load helper
load ticket

# goes WHO: where a ticket goes that is handed to them.
goes() {
	assign "$T1" -t "$1" >/dev/null && ticket "$T1" department handler
}

# all_go WANTED WHO...
all_go() {
	local wanted=$1 who

	shift
	for who; do
		assert_equal "$who: $(goes "$who")" "$who: $wanted"
	done
}

setup() {
	desk_setup
	calls -g leak >/dev/null
}

@test "staff by login, name or short name, in both languages" {
	all_go 'engineering ligong' ligong 水电李工 李工 Li staff:ligong \
	    staff:李工
}

@test "folded: width, case and blanks make no difference" {
	all_go 'engineering ligong' LIGONG li ' 李工 ' '水电 李工' ｌｉｇｏｎｇ
}

@test "a department by code, name or alias" {
	all_go 'engineering -' engineering 工程部 工程 维修部 dept:engineering \
	    dept:工程部
	all_go 'order -' order 秩序维护部 保安部 'order and security'
}

@test "a firm, or its man" {
	all_go 'engineering firm:taichuan' 太川 太川科技公司 taichuan \
	    'Taichuan' firm:taichuan firm:太川 太川/孙师傅 \
	    firm:taichuan/孙师傅
}

@test "a firm's man who is not theirs" {
	refused 1 'assign: not handed over: Taichuan has nobody called "李师傅". Did you mean 孙师傅?' \
	    assign "$T1" -t 太川/李师傅
	refused 1 'assign: not handed over: nobody and nothing is called "太穿". Did you mean 太川?' \
	    assign "$T1" -t 太穿/孙师傅
}

@test "me, head and duty stand for whoever it is now" {
	as xiaozhou assign "$T1" -t me >/dev/null
	run ticket "$T1" handler
	assert_output xiaozhou
	as xiaowu assign "$T1" -t 我 >/dev/null
	run ticket "$T1" handler
	assert_output xiaowu
	assign "$T1" -t engineering >/dev/null
	all_go 'engineering sunzhuguan' head 部门负责人
	all_go 'management wangjingli' duty 值班领导
	at 16:00
	all_go 'service chenzhuguan' duty
	at 23:00
	all_go 'order zhaodui' duty
	at 2026-11-24T05:00
	all_go 'order zhaodui' duty
}

@test "a prefix is never ambiguous, and looks nowhere else" {
	refused 1 'assign: not handed over: nobody and nothing is called "engineering". All names: list staff' \
	    assign "$T1" -t staff:engineering
	refused 1 'assign: not handed over: nobody and nothing is called "太川"' \
	    assign "$T1" -t dept:太川
}

@test "whole names, never the beginning of one; the nearest is named" {
	refused 1 'assign: not handed over: nobody and nothing is called "李". Did you mean 李工?' \
	    assign "$T1" -t 李
	refused 1 'assign: not handed over: nobody and nothing is called "太穿". Did you mean 太川?' \
	    assign "$T1" -t 太穿
	refused 1 'assign: not handed over: nobody and nothing is called "保结". Did you mean 保洁?' \
	    assign "$T1" -t 保结
}

@test "a short name that two share: the full one is asked for" {
	sed -i 's/brief: 孙主管/brief: 陈主管/' "$FRONTDESK_CONFIG/staff.yaml"
	refused 1 'assign: not handed over: "陈主管" may be chenzhuguan or sunzhuguan. Write one of these instead' \
	    assign "$T1" -t 陈主管
	all_go 'engineering sunzhuguan' 工程孙主管 sunzhuguan
}

@test "the same names for who was met first, and who is complained about" {
	done_as "$T2" log-call -n Zhang -p 111 -k ts -f 小马 -A staff:xiaowu x
	run ticket "$T2" first_responder accused
	assert_output 'xiaoma xiaowu'
	done_as "$T3" log-call --as 小周 -n Zhang -p 111 -f 我 x
	run ticket "$T3" first_responder
	assert_output xiaozhou
}

# ---- rooms ----

@test "a room in any writing is one room" {
	local room

	for room in 3栋2单元501 3幢2单元501室 三栋2单元501 '3#2-501' 3-2-501 \
	    ３栋２单元５０１ ' 3 栋 2 单元 501 ' 3号楼2单元501室 03-02-501; do
		log-call -n Zhang -p 111 -r "$room" x >/dev/null
	done
	run sql "SELECT room, count(*) FROM ticket GROUP BY room"
	assert_output '3-2-501|10'
}

@test "a place by any of its names" {
	local place

	for place in 中心花园 花园 garden GARDEN; do
		log-call -n Zhang -p 111 -r "$place" x >/dev/null
	done
	run sql "SELECT room, count(*) FROM ticket GROUP BY room ORDER BY room"
	assert_output '3-2-501|1
中心花园|4'
}

@test "spoken in Chinese on a terminal, kept and piped as 3-2-501" {
	run -0 zh terminal log-call -n 张女士 -p 111 -r 三栋2单元501 灯不亮
	assert_line -n 0 'T261123-0002  已登记  报修 其他  3栋2单元501  张女士'
	run ticket "$T2" room
	assert_output 3-2-501
}

# ---- words ----

# words OPTION COLUMN WORD=CODE...: each is taken as that.
words() {
	local option=$1 column=$2 pair found

	shift 2
	for pair; do
		log-call -n Zhang -p 111 "$option" "${pair%=*}" x >/dev/null
		found=$(list contacts --json | tail -n 1 | jq -r ".$column")
		assert_equal "${pair%=*}=$found" "$pair"
	done
}

@test "kinds: code, label and aliases, in every locale" {
	words -k kind complaint=complaint 投诉=complaint ts=complaint \
	    报修=request 求助=request bx=request 咨询=enquiry zx=enquiry \
	    建议=suggestion jy=suggestion 表扬=praise by=praise 举报=tip \
	    jb=tip Complaint=complaint
}

@test "channels, and the word that was typed is kept" {
	words -c channel 来电=call 电话=call 电=call 来访=visit 访=visit \
	    来信=letter 信=letter 微信=letter 邮件=letter
	run sql "SELECT medium FROM contact WHERE channel = 'letter'
	    ORDER BY ticket"
	assert_output "$(printf '\n信\n微信\n邮件')"
}

@test "callers" {
	words --caller caller 业主=owner owner=owner 租户=tenant 租客=tenant \
	    访客=visitor 其他=other
}

@test "a category by code, label or alias" {
	local word

	for word in leak 漏水 渗水 water_leak; do
		log-call -n Zhang -p 111 -g "$word" x >/dev/null
	done
	run sql 'SELECT DISTINCT category FROM ticket'
	assert_output leak
}

# ---- letters ----

letters='-D --date
-E --explain
-F --from
-H --handler
-M --mine
-N --dry-run
-O --on-spot
-P --promise
-R --result
-S --since
-T --ticket
-U --until
-V --version
-A --accused
-a --at
-b --callback-owed
-c --channel
-d --department
-e --edit
-f --first-responder
-g --category
-h --help
-i --item
-j --json
-k --kind
-l --limit
-m --text
-n --name
-o --columns
-p --phone
-q --quiet
-r --room
-s --state
-t --to
-u --urge
-w --why
-x --overdue
-y --yes'

@test "one letter means one thing in all commands" {
	local command

	for command in "$BUILD"/bin/*; do
		"$command" --help | sed -n \
		    's/^  \(-[A-Za-z]\), \(--[a-z-]*\).*/\1 \2/p'
	done | LC_ALL=C sort -u >"$BATS_TEST_TMPDIR/used"
	LC_ALL=C sort <<<"$letters" >"$BATS_TEST_TMPDIR/known"
	run -0 comm -23 "$BATS_TEST_TMPDIR/used" "$BATS_TEST_TMPDIR/known"
	assert_output ''
}

@test "an option with a letter of its own has it in every command" {
	local command

	for command in "$BUILD"/bin/*; do
		"$command" --help | sed -n 's/^      \(--[a-z-]*\).*/\1/p'
	done | LC_ALL=C sort -u >"$BATS_TEST_TMPDIR/bare"
	cut -d ' ' -f 2 <<<"$letters" | LC_ALL=C sort \
	    >"$BATS_TEST_TMPDIR/lettered"
	run -0 comm -12 "$BATS_TEST_TMPDIR/bare" "$BATS_TEST_TMPDIR/lettered"
	assert_output ''
}

@test "every option of log-call by its letter" {
	done_as "$T2" log-call -a 07:50 -A xiaowu -c 访 -f xiaoma -g attitude \
	    -k ts -n Zhang -p 111 -r 3-2-501 -P 17:00 x
	run ticket "$T2" opened accused category kind room first_responder \
	    visits promised
	assert_output "\
2026-11-23T07:50:00+08:00 xiaowu attitude complaint 3-2-501 xiaoma 1 2026-11-23T17:00:00+08:00"
	done_as "$T2" log-call -n Zhang -p 111 -T "$T2" -u x
	done_as "$T3" log-call -n Zhang -p 111 -b --tried ligong x
	done_as T261123-0004 log-call -n Zhang -p 111 -O done x
	done_as T261123-0005 log-call -n Zhang -p 111 -t ligong x
}

@test "letters may stand together, and a value close behind its letter" {
	done_as "$T2" log-call -qnZhang -p111 -kts x
	run ticket "$T2" kind
	assert_output complaint
}
