#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# clauses.bats: the regulation, one story a clause, as the clause has it: what
# people do from the first call on, and what is owed, told and missed by it.
# The details of each command are in the file that has its name.

load helper
load ticket

# says WHO COMMAND...: it is done, whatever it prints.
says() {
	run -0 --separate-stderr as "$@"
}

# no WHO CLAUSE COMMAND...: refused under that clause, and nothing written.
no() {
	local who=$1 clause=$2 before

	shift 2
	before=$(rows)
	run --separate-stderr as "$who" "$@"
	assert_equal "$output" ''
	assert_regex "$stderr" "\\($clause\\)"
	[ "$status" -eq 1 ] || [ "$status" -eq 77 ]
	assert_equal "$(rows)" "$before"
}

# missed: every breach: of which record, which deadline, which clause.
missed() {
	sql "SELECT record || ' ' || kind || ' ' || clause FROM breach
	    ORDER BY due, kind"
}

# figure CLAUSE MEASURE: kept and broken, or how many, by report clauses.
figure() {
	report clauses --until "${FRONTDESK_NOW%%T*}" --json | jq -r \
	    --arg clause "$1" --arg measure "$2" 'select(.clause == $clause
	    and .measure == $measure) | if .count == null
	    then "\(.kept) \(.broken)" else "\(.count)" end'
}

@test "A3: a complaint is reported to the head at once, and he says that he has it" {
	complains
	run -0 told "$T1"
	assert_line 'zhaodui complaint'
	at 10:12:01
	run -0 --separate-stderr escalate --overdue
	assert_output --partial "$T1	acknowledge	A3	1	"
	says zhaodui acknowledge "$T1" -m '我来盯'
	run -0 missed
	assert_line "$T1 acknowledge A3"
	assert_equal "$(figure A3 acknowledged)" '0 1'
}

@test "A5: an owner, a tenant and a visitor are answered by the same clock" {
	local caller

	for caller in owner tenant visitor; do
		complains --caller "$caller"
	done
	run -0 list tickets -o due
	assert_output '2026-11-24T08:12:00+08:00
2026-11-24T08:12:00+08:00
2026-11-24T08:12:00+08:00'
}

@test "A9: nobody is told that it is not our business" {
	calls
	no xiaozhou F4.7 answer "$T1" --strict -m '这与我无关'
	run -0 --separate-stderr as xiaozhou answer "$T1" -m '这与我无关'
	assert_equal "$stderr" 'answer: note: "与我无关" is not said to residents (F4.7); recorded as it was said. Say instead: 我马上帮您联系负责的同事'
	says xiaozhou answer "$T1" --strict -m '已转工程部李工，10点半前到'
	assert_equal "$stderr" ''
	assert_equal "$(figure A9 fit_answers)" '1 1'
}

@test "A11: who does not know asks, and owes a reply until there is one" {
	no xiaozhou F4.8 log-call -n 张 -p 13800000501 --callback-owed '装修几点停'
	says xiaozhou log-call -n 张 -p 13800000501 --callback-owed \
	    --tried '工程部孙主管，没接' '装修几点停'
	run -0 owes "$T1"
	assert_line 'callback F4.8 23.12:12 xiaozhou'
	at 09:00
	says xiaozhou follow-up "$T1" --tried '孙主管' -m '问到了：18点'
	says xiaozhou answer "$T1" -m '每天18点停'
	run -0 ended "$T1"
	assert_line 'callback F4.8 met 0'
	assert_equal "$(figure A11 asked)" '1 0'
}

@test "A16: who cannot explain asks the superior, and does not quarrel" {
	calls -g leak
	says xiaozhou escalate "$T1" -w 解释不了
	run -0 told "$T1"
	assert_line 'sunzhuguan escalated'
	assert_equal "$(last_said why)" cannot_explain
	assert_equal "$(figure A16 escalated)" 1
}

@test "C1: whoever is asked receives it and passes it on; nobody is too far away" {
	as ligong log-call -n 张 -p 13800000501 -g lift '电梯有异响' >/dev/null
	assert_equal "$(ticket "$T1" state first_responder)" 'pending ligong'
	run -0 owes "$T1"
	assert_line 'hand_over C1 23.08:42 ligong'
	says ligong assign "$T1" --auto
	run -0 ended "$T1"
	assert_output 'hand_over C1 met 0'
	assert_equal "$(figure C1 on_spot)" 0
}

@test "C2: every employee collects suggestions, and each has its outcome" {
	as hejie log-call -k suggestion -n 张 -p 13800000501 '花园加几张椅子' >/dev/null
	assert_equal "$(ticket "$T1" kind first_responder)" 'suggestion hejie'
	run -0 owes "$T1"
	assert_line 'answer house 30.08:12 hejie'
	assert_equal "$(figure C2 suggestions)" 1
}

@test "C3: the telephone is answered after two rings" {
	calls --rings 2
	calls --rings 5
	run -0 list contacts -o id,rings
	assert_output "$T1	2
$T2	5"
	assert_equal "$(figure A18 two_rings)" '1 1'
}

@test "C4: there is no way to refuse a complaint, only to finish it" {
	complains --to xiaoma
	run -0 show "$T1" --json
	refute_output --partial reject
	no xiaozhou C6 resolve "$T1"
	says xiaoma hand-back "$T1" -w '不归我'
	assert_equal "$(ticket "$T1" state)" pending
	run -0 owes "$T1"
	assert_line 'answer C6 24.08:12 xiaozhou'
}

@test "C5: the accused records the complaint truthfully, and judges nothing" {
	complains --accused xiaozhou
	assert_equal "$(ticket "$T1" self_taken)" true
	run -0 told "$T1"
	assert_line 'zhaodui self_taken'
	no xiaozhou C5 resolve "$T1" -m '已解释'
	no xiaozhou C5 amend "$T1" -r 3-2-501 -w '听错'
	says xiaozhou amend "$T1" -m '住户还说是第二次' -w '补充'
	no xiaozhou C10 amend "$T1" --void -w '没这事' -y
	says xiaoma resolve "$T1" -m '已道歉'
	no xiaozhou C5 call-back "$T1" --result satisfied
	says xiaowu call-back "$T1" --result satisfied
	run -0 list contacts -o content
	assert_output 'noise at night'
	assert_equal "$(figure C5 self_taken)" 1
}

@test "C6: every complaint is answered in 24 hours, and closed when its resident says so" {
	complains
	at 2026-11-24T08:11
	says xiaozhou answer "$T1" -m '今晚有人巡查' -P 22:00
	at 21:50
	says xiaoma resolve "$T1" -m '已劝停'
	no xiaoma C6 call-back "$T1" --result satisfied
	at 2026-11-25T09:00
	says xiaozhou call-back "$T1" --result unreachable
	says xiaozhou call-back "$T1" --result dissatisfied -m '半夜又吵' -P 23:00
	assert_equal "$(ticket "$T1" state reopens)" 'accepted 1'
	at 22:00
	says xiaoma resolve "$T1" -m '业主签了承诺'
	says xiaozhou call-back "$T1" --result satisfied --score 4
	assert_equal "$(ticket "$T1" state result score)" 'closed satisfied 4'
	run -0 missed
	assert_line "$T1 promise F4.6"
	refute_line "$T1 answer C6"
	assert_equal "$(figure C6 answered)" '1 0'
	assert_equal "$(figure C6 satisfied)" '1 1'
}

@test "C7: what the waterworks caused is taken up with them, and not pushed away" {
	as xiaozhou log-call -k complaint -n 吴 -p 13800000502 -r 2-1-101 \
	    --cause municipal --utility water '停水' >/dev/null
	no sunzhuguan C7 resolve "$T1" -m '来水了'
	says xiaozhou chase "$T1" --body 自来水公司 --person 调度 --ref QX-45 \
	    --reply '主管抢修' --next 13:00
	run -0 owes "$T1"
	assert_line 'chase C7 23.13:00 xiaozhou'
	assert_line 'answer C6 24.08:12 xiaozhou'
	no xiaozhou C7 resolve "$T1" -m '来水了'
	at 13:05
	says xiaozhou chase "$T1" --outcome '主管已修复'
	says xiaozhou resolve "$T1" -m '17:40 来水'
	run -0 missed
	assert_line "$T1 chase C7"
	assert_equal "$(figure C7 chased)" '0 1'
	assert_equal "$(figure C7 settled)" '1 0'
}

@test "C8: complaints are to become fewer: what comes again is seen" {
	local day

	for day in 10 15 20; do
		complains -a "2026-11-$day 22:00"
	done
	run -0 list recurring
	assert_output 'noise	6-1-302	3	2026-11-10T22:00:00+08:00	2026-11-20T22:00:00+08:00			T261110-0001 T261115-0001 T261120-0001'
	assert_equal "$(figure C8 repeated)" '1 2'
}

@test "C9: what comes again is analysed, and its cure is judged by what comes after" {
	complains && complains && complains
	as chenzhuguan analyse --category noise --room 6-1-302 \
	    --root-cause '夜间装修' --departments order --remedy '加巡两班' \
	    --owner zhaodui --due 2026-11-25T18:00 \
	    --verify-after 2026-12-25T18:00
	says zhaodui analyse A261123-0002 --remedied
	at 2026-12-01T09:00
	complains
	assert_equal "$(list analyses --all --state failed -o id,failed_by)" \
	    'A261123-0002	T261201-0001'
	run -0 told A261123-0002
	assert_line 'zhaodui remedy_failed'
	as chenzhuguan analyse --month 2026-11 --root-cause '装修' \
	    --departments order,engineering --remedy '装修告知' \
	    --owner chenzhuguan --due 2026-12-10T18:00 \
	    --verify-after 2027-01-10T18:00
	run -0 ended A261123-0001
	assert_output 'analysis C9 met 0'
}

@test "F4.1: the first responder answers for it to the end, whoever does it" {
	calls --to ligong
	as ligong hand-back "$T1" -w '没料' >/dev/null
	as xiaozhou assign "$T1" -t hejie >/dev/null
	as hejie resolve "$T1" -m '好了' >/dev/null
	assert_equal "$(ticket "$T1" first_responder handler)" 'xiaozhou hejie'
	run -0 as xiaozhou list tickets --mine -o id
	assert_output "$T1"
	run -0 told "$T1"
	assert_line 'xiaozhou resolved'
}

@test "F4.2: it is the first whom they met, whoever types it" {
	calls -f ligong
	assert_equal "$(ticket "$T1" first_responder recorded_by)" 'ligong xiaozhou'
	run -0 told "$T1"
	assert_output 'ligong first_responder'
	assert_equal "$(figure F4.2 met_other)" 1
}

@test "F4.3: what is civil is heard at a test call: no command judges it" {
	assert_equal "$(figure F4.3 not_measurable)" 'null null'
}

@test "F4.4: to a person by name, followed until it is solved; after two hand-backs the head names him" {
	calls
	says xiaozhou assign "$T1" -t engineering
	run -0 owes "$T1"
	assert_line 'hand_over C1 23.08:42 xiaozhou'
	says xiaozhou assign "$T1" -t ligong
	says ligong hand-back "$T1" -w '不会'
	says xiaozhou assign "$T1" -t ligong
	says ligong hand-back "$T1" -w '还是不会'
	no xiaozhou F4.4 assign "$T1" -t hejie
	says sunzhuguan assign "$T1" -t hejie
	at 2026-11-24T08:12:01
	run -0 --separate-stderr escalate --overdue
	assert_output --partial "$T1	follow_up	F4.4	1	"
	says xiaozhou follow-up "$T1" -m '明天到料'
	run -0 missed
	assert_line "$T1 follow_up F4.4"
	assert_equal "$(figure F4.4 followed_up)" '0 1'
	assert_equal "$(figure F4.4 hand_backs)" 2
}

@test "F4.5: matter, name and telephone are in the book, and which department has it" {
	no xiaozhou F4.5 log-call -p 13800000501 '灯不亮'
	no xiaozhou F4.5 log-call -n 张 '灯不亮'
	calls -t engineering
	run -0 list contacts -o name,phone,told_department
	assert_output '张**	138****0501	engineering'
	assert_equal "$(figure F4.5 registered)" '1 0'
}

@test "F4.6: the time is told and kept, and nobody makes a third trip" {
	calls -c visit -P 10:30
	no xiaozhou F4.6 promise "$T1" -P 11:30
	says xiaozhou promise "$T1" -P 11:30 -w '等料' --told-by ligong
	run -0 told "$T1"
	assert_line 'xiaozhou promise_moved'
	calls -c visit -T "$T1"
	run -0 owes "$T1"
	assert_line 'visit F4.6 24.00:00 xiaozhou'
	at 11:31
	calls -c visit -T "$T1"
	escalate --overdue >/dev/null
	run -0 missed
	assert_output "$T1 promise F4.6
$T1 visit F4.6"
	assert_equal "$(ticket "$T1" visits moved)" '3 1'
	assert_equal "$(figure F4.6 promises)" '0 1'
	assert_equal "$(figure F4.6 third_visit)" 1
}

@test "F4.7: the ball is not kicked about: every hand-back is counted, no clock stops" {
	calls --to ligong
	as ligong hand-back "$T1" -w '不归我' >/dev/null
	assert_equal "$(ticket "$T1" hand_backs state)" '1 pending'
	run -0 owes "$T1"
	assert_line 'answer house 25.08:12 xiaozhou'
	run -0 told "$T1"
	assert_line 'xiaozhou handed_back'
	assert_equal "$(figure F4.4 hand_backs)" 1
}

@test "F4.8: who cannot be reached leaves a name, a number and the question with us" {
	no xiaozhou F4.8 log-call --anonymous --no-phone '不肯留' \
	    --callback-owed --tried 燃气公司 '几时通气'
	says xiaozhou log-call -n 张 -p 13800000501 --callback-owed \
	    --tried 燃气公司 '几时通气'
	at 12:12:01
	run -0 --separate-stderr escalate --overdue
	assert_output --partial "$T1	callback	F4.8	1	"
	says xiaozhou follow-up "$T1" --tried 燃气公司 -m '还是没人接'
	assert_equal "$(ticket "$T1" tries)" 2
	says xiaozhou answer "$T1" -m '16点通气'
	run -0 missed
	assert_output "$T1 callback F4.8"
	assert_equal "$(figure F4.8 replied)" '0 1'
	assert_equal "$(figure F4.8 tries)" 2
}
