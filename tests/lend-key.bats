#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# lend-key.bats: one key against one identity card, which is shown and
# recorded, and not held (E4).

load helper
load ticket
load key

setup() {
	desk_setup
	at 11:05
}

# ---- what is recorded ----

@test "E4: lent: the loan's id; who, which card, until when" {
	done_as "$L1" showing 440301198512305678 PD-1 -t 王师傅 -p 13800000999 \
	    -r 3-2-501 -U 17:00 --purpose 'to mend the gate'
	run sql "SELECT id, state, key, tags, borrower, holder, phone, room,
	    purpose, card_type, card_end, length(card), card_held, consent,
	    first_responder, (due - opened) / 60000, ended FROM loan"
	assert_output "$L1|out|PD-1||王师傅||13800000999|3-2-501|to mend the gate|resident|5678|64|0||xiaozhou|355|"
	run story "$L1"
	assert_output 'xiaozhou lend E4'
	run owes "$L1"
	assert_output 'key_back E4 23.17:00 xiaozhou'
}

@test "E4: the loan in every form: rows, JSON, a table" {
	lends 1 电梯 -t 太川/孙师傅 -U 17:00 -w repair
	run list loans
	assert_output "$L1	电梯	out	2026-11-23T11:05:00+08:00	2026-11-23T17:00:00+08:00	"
	run list loans --json
	assert_output '{"id":"L261123-0001","key":"电梯","state":"out","tags":"DT-1 DT-5 DT-9","borrower":"孙**","holder":"firm:taichuan","phone":"138****0666","room":null,"purpose":"repair","card_type":"resident","card_end":"0011","card_held":false,"consent":null,"consent_how":null,"consented":null,"first_responder":"xiaozhou","lent":"2026-11-23T11:05:00+08:00","opened":"2026-11-23T11:05:00+08:00","due":"2026-11-23T17:00:00+08:00","returned":null,"ended":null,"overdue":false}'
	run terminal list loans
	assert_output "Id            Key   Borrower  Of        Lent   Due    State
L261123-0001  电梯  孙**      Taichuan  11:05  17:00  out
PRACTICE"
	run bash -c 'lend-key --as xiaozhou --json PD-1 -t ligong <<<"$1"' - \
	    "$(card 2)"
	assert_output "$(list loans --json | tail -n 1)"
}

@test "E4: due at the end of the day, unless said" {
	lends 1 GG-1 -t ligong
	lends 2 GG-2 -t hejie -U 17:00
	lends 3 GG-4 -t zhaodui -U 2026-11-25T09:00
	sed -i 's/back_by: 24:00/back_by: 20:30/' "$FRONTDESK_CONFIG/keys.yaml"
	lends 4 PD-1 -t xiaoma
	at 21:00
	lends 5 PD-2 -t sunzhuguan
	run lent key,due
	assert_output 'GG-1 2026-11-24T00:00:00+08:00
GG-2 2026-11-23T17:00:00+08:00
GG-4 2026-11-25T09:00:00+08:00
PD-1 2026-11-23T20:30:00+08:00
PD-2 2026-11-24T00:00:00+08:00'
}

@test "E4: a plant room's key does not stay out over night" {
	local message='is a plant room key, and may not stay out over night (E4). Give a time of today: --until TIME'

	refused 1 "lend-key: not lent: PD-1 $message" \
	    lends 1 PD-1 -t ligong -U 2026-11-24T00:01
	# 09:00 is tomorrow's, for today's is past.
	refused 1 "lend-key: not lent: DT-1 $message" \
	    lends 1 电梯 -t ligong -U 09:00
	done_as "$L1" lends 1 PD-1 -t ligong -U 24:00
	sed -i 's/overnight: .*/overnight: [plant]/' \
	    "$FRONTDESK_CONFIG/keys.yaml"
	done_as "$L2" lends 2 PD-2 -t hejie -U 2026-11-24T00:01
	refused 1 'lend-key: not lent: GG-1 is a common key, and may not stay out over night (E4). Give a time of today: --until TIME' \
	    lends 3 GG-1 -t zhaodui -U 2026-11-24T00:01
}

@test "a time that is none, or past" {
	refused 64 'lend-key: whenever is no time. Write one such as 18:00, tomorrow 10:00, 11-23 9:00 or +2h' \
	    lends 1 GG-1 -t ligong -U whenever
	refused 64 'lend-key: 2026-11-22T10:00 is past. It is 11:05 now' \
	    lends 1 GG-1 -t ligong -U 2026-11-22T10:00
}

# ---- who gets it ----

@test "the borrower: staff, a firm's man, and who is neither" {
	lends 1 GG-1 -t 李工
	lends 2 GG-2 -t 太川/孙师傅
	lends 3 GG-4 -t 太川
	lends 4 PD-1 -t 太川/小郑 -p 13800000667
	lends 5 PD-2 -t Wilson -p '138 0000 0998'
	lends 6 RD-1 -t ligong -p 13800000997
	run sql 'SELECT key, borrower, holder, phone FROM loan'
	assert_output 'GG-1|水电李工|ligong|13800000106
GG-2|孙师傅|firm:taichuan|13800000666
GG-4|孙师傅|firm:taichuan|13800000666
PD-1|小郑|firm:taichuan|13800000667
PD-2|Wilson||13800000998
RD-1|水电李工|ligong|13800000997'
}

@test "no borrower, or none that can be telephoned" {
	refused 1 'lend-key: not lent: nobody is named who gets it (E4). Add --to WHO' \
	    lends 1 GG-1
	refused 1 'lend-key: not lent: nobody is named who gets it (E4). Add --to WHO' \
	    lends 1 GG-1 -t '　'
	refused 1 'lend-key: not lent: there is no telephone number of Wilson (E4). Add --phone NUMBER. All names: list staff' \
	    lends 1 GG-1 -t Wilson
	refused 1 'lend-key: not lent: there is no telephone number of 李公 (E4). Add --phone NUMBER. Did you mean 李工?' \
	    lends 1 GG-1 -t 李公
	refused 1 'lend-key: not lent: a telephone number has 3 to 20 digits, and this one 2 (F4.5)' \
	    lends 1 GG-1 -t Wilson -p 12
	refused 1 'lend-key: not lent: there is no telephone number of 小郑 (E4). Add --phone NUMBER' \
	    lends 1 GG-1 -t 太川/小郑
	refused 1 'lend-key: not lent: doors firm is a firm, and a key goes to a person (E4). Name the person too: --to FIRM/NAME' \
	    lends 1 GG-1 -t 防盗门
	refused 1 'lend-key: not lent: "工程部" is a department, and a key goes to a person (E4). Name the person: --to WHO' \
	    lends 1 GG-1 -t 工程部
	refused 1 'lend-key: not lent: "ligong" is no firm (E4). Give the name alone' \
	    lends 1 GG-1 -t ligong/小郑
	refused 1 'lend-key: not lent: "99-1" is neither a room nor a place. Write rooms as 3-2-501; places are kept in desk.yaml' \
	    lends 1 GG-1 -t ligong -r 99-1
}

@test "a name of ours that is wrong is nobody else's" {
	local none='lend-key: not lent: nobody and nothing is called "nobody"'
	local shared='lend-key: not lent: nothing can be handed to front desk, who has no role (F4.4). All names: list staff'

	refused 1 "$none. All names: list staff" \
	    lends 1 GG-1 -t staff:nobody -p 13800000999
	refused 1 "$none" lends 1 GG-1 -t dept:nobody -p 13800000999
	refused 1 "$none" lends 1 GG-1 -t firm:nobody -p 13800000999
	refused 1 "$shared" lends 1 GG-1 -t desk -p 13800000999
	refused 1 "$shared" lends 1 GG-1 -t 前台公用 -p 13800000999
	sed -i 's/brief: 小周/brief: 小吴/' "$FRONTDESK_CONFIG/staff.yaml"
	refused 1 'lend-key: not lent: "小吴" may be xiaozhou or xiaowu. Write one of these instead' \
	    lends 1 GG-1 -t 小吴 -p 13800000999
	# Whom nobody here is called like is a stranger.
	done_as "$L1" lends 1 GG-1 -t nobody -p 13800000999
}

@test "who may lend: the desk and the heads; a handler may not" {
	for who in xiaowu qianbanzhang sunzhuguan wangjingli; do
		card ${#who} | as "$who" lend-key GG-1 -t hejie
		as "$who" return-key GG-1
	done
	refused 77 'lend-key: not lent: only these may: clerk, head, duty leader, manager (E4). Ask Chen' \
	    as ligong lend-key GG-1 -t ligong <<<"$(card 1)"
}

# ---- the key ----

@test "a key by its tag, its name in either language, its copy" {
	lends 1 GG-1 -t ligong
	lends 2 活动室 -t hejie
	lends 3 'mail room' -t zhaodui
	lends 4 GG-3/2 -t xiaoma
	lends 5 GG-3 -t sunzhuguan
	run lent key
	assert_output 'GG-1
GG-2
GG-4
GG-3/2
GG-3/1'
	refused 1 'lend-key: not lent: GG-3/1 is lent to 工程孙主管 since today 11:05 (E4). Take it back first: return-key GG-3/1' \
	    lends 6 GG-3 -t xiaowu
	refused 1 'lend-key: not lent: of GG-3 there are copies 1 to 2 (E4). All keys: list keys' \
	    lends 6 GG-3/3 -t xiaowu
	refused 1 'lend-key: not lent: of PD-1 there are copies 1 to 1 (E4). All keys: list keys' \
	    lends 6 PD-1/x -t xiaowu
}

@test "a key that there is not: the nearest is named" {
	refused 1 'lend-key: not lent: nobody and nothing is called "PD-3". Did you mean PD-1?' \
	    lends 1 PD-3 -t ligong
	refused 1 'lend-key: not lent: nobody and nothing is called "parlor". Did you mean parlour?' \
	    lends 1 parlor -t ligong
	refused 1 'lend-key: not lent: nobody and nothing is called "zzzzzz". All keys: list keys' \
	    lends 1 zzzzzz -t ligong
	refused 64 'lend-key: no key is named (E4). Give its tag, as in: lend-key PD-1; all of them: list keys' \
	    lends 1 -t ligong
	refused 64 'lend-key: more than one key is named, and one card is good for one (E4). Lend each by itself; the number of the card is typed when it is asked for' \
	    lends 1 PD-1 PD-2 -t ligong
}

@test "E4: one open loan of a key: to whom it is lent, masked by role" {
	lends 1 GG-1 -t Wilson -p 13800000999
	lends 2 GG-2 -t ligong
	at 12:00
	refused 1 'lend-key: not lent: GG-1 is lent to W** since today 11:05 (E4). Take it back first: return-key GG-1' \
	    lends 3 GG-1 -t hejie
	refused 1 'lend-key: not lent: GG-1 is lent to Wilson since today 11:05 (E4). Take it back first: return-key GG-1' \
	    as chenzhuguan lend-key GG-1 -t hejie <<<"$(card 3)"
	refused 1 'lend-key: not lent: GG-2 is lent to 水电李工 since today 11:05 (E4). Take it back first: return-key GG-2' \
	    lends 3 GG-2 -t hejie
}

@test "E4: one open loan of a card, which is free when the key is back" {
	lends 1 PD-1 -t 太川/孙师傅
	refused 1 'lend-key: not lent: this card (ending 0011) has PD-1 already (E4). Take that back first: return-key PD-1' \
	    lends 1 PD-2 -t 太川/孙师傅
	refused 1 'lend-key: not lent: this card (ending 0011) has PD-1 already (E4). Take that back first: return-key PD-1' \
	    lends 1 PD-2 -t hejie
	return-key PD-1
	done_as "$L2" lends 1 PD-2 -t 太川/孙师傅
}

@test "E4: the store itself holds both: no second loan of a key, or of a card" {
	local columns=office,id,rev,state,key,borrower,phone,card,card_held,first_responder,opened,due
	local from="SELECT 'DH', 'L9', 1, 'out', %s, 'x', '110', %s, 0, 'x', 1, 2 FROM loan"

	second() {
		# shellcheck disable=SC2059
		sql "INSERT INTO loan ($columns) $(printf "$from" "$1" "$2")"
	}
	lends 1 PD-1 -t ligong
	run second key "'other'"
	assert_failure
	assert_line --regexp 'UNIQUE constraint failed: loan.office, loan.key|violates unique constraint "loan_key"'
	run second "'PD-2'" card
	assert_failure
	assert_line --regexp 'UNIQUE constraint failed: loan.office, loan.card|violates unique constraint "loan_card"'
	return-key PD-1
	second key card
}

@test "E4: a ring goes out as one, by any of its tags" {
	lends 1 DT-5 -t 电梯维保
	run lent key,tags
	assert_output '电梯 DT-1 DT-5 DT-9'
	for one in DT-1 DT-5 DT-9 电梯; do
		refused 1 'lend-key: not lent: 电梯 is lent to 高师傅 since today 11:05 (E4). Take it back first: return-key 电梯' \
		    lends 2 "$one" -t ligong
	done
}

@test "E4: an entrusted key: first the owner's consent, by whom, how, when" {
	local message='lend-key: not lent: WT-1 was entrusted by the owner of 3-2-601, who has to agree first (E4). Ask, then add --consent NAME --consent-how HOW'

	refused 1 "$message" lends 1 WT-1 -t ligong
	refused 1 "$message" lends 1 WT-1 -t ligong --consent 林女士
	refused 1 "$message" lends 1 WT-1 -t ligong --consent-how call
	refused 1 "$message" lends 1 WT-1 -t ligong --consent ' ' \
	    --consent-how call
	done_as "$L1" lends 1 WT-1 -t ligong --consent 林女士 --consent-how call
	done_as "$L2" lends 2 WT-2 -t hejie --consent 林先生 \
	    --consent-how message --consented 10:50
	run sql 'SELECT key, consent, consent_how, (opened - consented) / 60000 FROM loan'
	assert_output 'WT-1|林女士|call|0
WT-2|林先生|message|15'
}

@test "E4: who agreed and how go together, whatever the key" {
	local message='lend-key: not lent: it is not said who agreed for the owner, and how (E4). Give both: --consent NAME --consent-how HOW'

	for one in GG-1 PD-1; do
		refused 1 "$message" lends 1 "$one" -t ligong --consent 林女士
		refused 1 "$message" lends 1 "$one" -t ligong \
		    --consent-how call
		refused 1 "$message" lends 1 "$one" -t ligong \
		    --consented 10:50
	done
	refused 1 'lend-key: not lent: WT-1 was entrusted by the owner of 3-2-601, who has to agree first (E4). Ask, then add --consent NAME --consent-how HOW' \
	    lends 1 WT-1 -t ligong --consented 10:50
	done_as "$L1" lends 1 GG-1 -t ligong --consent 林女士 \
	    --consent-how call --consented 10:50
}

@test "E4: a lost key is not lent: its lock has to be changed" {
	as xiaozhou mark-key PD-1 --lost --yes -w 'not on its hook'
	refused 1 'lend-key: not lent: PD-1 is lost, and its lock has to be changed (E4). When that is done: mark-key --lock-changed PD-1; if it was found: return-key PD-1' \
	    lends 1 PD-1 -t ligong
}

@test "a withdrawn key is not lent" {
	as sunzhuguan mark-key PD-1 --withdrawn -w bent
	refused 1 'lend-key: not lent: PD-1 is withdrawn (E4). When it may be lent again: return-key PD-1' \
	    lends 1 PD-1 -t ligong
}

@test "E4: nothing for who owes an overdue key, on whatever card" {
	lends 1 GG-1 -t ligong -U 17:00
	lends 2 GG-2 -t Wilson -p 13800000999 -U 17:00
	at 17:00
	lends 3 GG-4 -t ligong
	as xiaozhou return-key GG-4
	at 17:00:01
	refused 1 'lend-key: not lent: 水电李工 still has GG-1, which is overdue (E4). Take that back first: return-key GG-1' \
	    lends 3 GG-4 -t ligong
	refused 1 'lend-key: not lent: W** still has GG-2, which is overdue (E4). Take that back first: return-key GG-2' \
	    lends 4 GG-4 -t Wilson -p 138-0000-0999
	lends 4 GG-4 -t Wilson -p 13800000998
	sed -i 's/lend_to_late: false/lend_to_late: true/' \
	    "$FRONTDESK_CONFIG/keys.yaml"
	lends 3 PD-1 -t ligong
}

@test "E4: nothing for who lost a key, until its lock is changed" {
	local message='lend-key: not lent: 水电李工 lost GG-1, and gets no other (E4). When its lock is changed: mark-key --lock-changed GG-1'

	lends 1 GG-1 -t ligong
	as xiaozhou mark-key GG-1 --lost --yes -w 'fell into a drain'
	refused 1 "$message" lends 1 GG-2 -t hejie
	refused 1 "$message" lends 2 GG-2 -t ligong
	sed -i 's/lend_to_late: false/lend_to_late: true/' \
	    "$FRONTDESK_CONFIG/keys.yaml"
	lends 1 GG-2 -t ligong
	as xiaozhou return-key GG-2
	sed -i 's/lend_to_late: true/lend_to_late: false/' \
	    "$FRONTDESK_CONFIG/keys.yaml"
	as chenzhuguan mark-key GG-1 --lock-changed
	done_as "$L3" lends 1 GG-2 -t ligong
}

@test "E4: a debtor of ours is known by the login, a firm's man by the name" {
	lends 1 GG-1 -t ligong -U 11:30
	lends 2 GG-2 -t 太川/孙师傅 -U 11:30
	at 12:00
	refused 1 'lend-key: not lent: 水电李工 still has GG-1, which is overdue (E4). Take that back first: return-key GG-1' \
	    lends 3 PD-1 -t 李工 -p 13900000001
	refused 1 'lend-key: not lent: 孙师傅 still has GG-2, which is overdue (E4). Take that back first: return-key GG-2' \
	    lends 3 PD-1 -t 太川/孙师傅 -p 13900000001
	done_as "$L3" lends 3 PD-1 -t 太川/小郑 -p 13900000001
}

# ---- the card ----

@test "no card is known without the secret, which is a file" {
	rm "$FRONTDESK_CONFIG/secret"
	mkdir "$FRONTDESK_CONFIG/secret"
	run lend-key PD-1 -t ligong <<<110101199003071233
	assert_failure 78
	assert_output "lend-key: $FRONTDESK_CONFIG/secret is not a file"
	[ -z "$(list loans)" ]
}

@test "E4: a number that is none: its length, date, last digit" {
	local once='(E4). Read it once more' last='the last digit does not fit the others: one of them is wrong'
	local born='digits 7 to 14 are no date of birth'

	# wrong MESSAGE NUMBER
	wrong() {
		refused 65 "lend-key: standard input:1: $1" \
		    showing "$2" GG-1 -t ligong
	}
	wrong "$last $once" 110101199003071234
	wrong "$last $once" 11010119900307123X
	wrong "$last $once" 110101199003071323
	wrong "$born $once" 110101199002301233
	wrong "$born $once" 110101299912305678
	wrong "$born $once" 110101199013071233
	wrong "a resident identity card has 18 digits, and these are 17 $once; for another card give --id-type" 11010119900307123
	wrong "a resident identity card has 18 digits, and these are 19 $once; for another card give --id-type" 1101011990030712333
	wrong "character 5 is no digit $once" 1101X1199003071233
	wrong "character 7 is none that a card's number has (E4)" '110101*99003071233'
	wrong 'no number of a card was given (E4). Give it on the first line of standard input, or type it when it is asked for' ''
}

@test "E4: no number at all: end of file" {
	refused 65 'lend-key: standard input:1: no number of a card was given (E4). Give it on the first line of standard input, or type it when it is asked for' \
	    as xiaozhou lend-key GG-1 -t ligong </dev/null
}

@test "E4: full width, blanks, dashes, x and Ｘ: the same card" {
	local message='lend-key: not lent: this card (ending 888X) has GG-1 already (E4). Take that back first: return-key GG-1'

	lends 123 PD-1 -t hejie
	refused 1 'lend-key: not lent: this card (ending 1233) has PD-1 already (E4). Take that back first: return-key PD-1' \
	    showing '１１０１０１１９９００３０７１２３３' GG-1 -t ligong
	done_as "$L2" showing 51010719770101888X GG-1 -t ligong
	for one in 51010719770101888x 51010719770101888Ｘ \
	    51010719770101888ｘ '510107 19770101 888X' \
	    '510107-19770101-888X' $'51010719770101888X\r' \
	    '　５１０１０７１９７７０１０１８８８Ｘ'; do
		refused 1 "$message" showing "$one" GG-2 -t xiaoma
	done
}

@test "E4: other cards: only the length is known, and a short one's half kept" {
	done_as "$L1" showing ab1234567 GG-1 -t ligong --id-type passport
	done_as "$L2" showing 12345 GG-2 -t hejie --id-type work
	done_as "$L3" showing 粤A99 PD-1 -t xiaoma --id-type other
	# The same number on another kind of card is another card.
	showing 12345 PD-2 -t zhaodui --id-type other
	refused 1 'lend-key: not lent: this card (ending 4567) has GG-1 already (E4). Take that back first: return-key GG-1' \
	    showing AB1234567 GG-4 -t sunzhuguan --id-type passport
	refused 65 'lend-key: standard input:1: the number of a card has 4 to 32 characters, and these are 3 (E4). Read it once more' \
	    showing 123 GG-4 -t sunzhuguan --id-type driver
	refused 64 'lend-key: --id-type: there is no "visa". There are: resident, passport, driver, work, other' \
	    showing 12345 GG-4 -t sunzhuguan --id-type visa
	run lent key,card_type,card_end
	assert_output 'GG-1 passport 4567
GG-2 work 45
PD-1 other 99
PD-2 other 45'
}

@test "E4: a number in an argument is refused wherever it stands, and not repeated" {
	local n
	n=$(card 123)

	for one in "$n" "-p$n" "-w $n" "--purpose=seen: $n" "--id=$n" \
	    "--id-type=$n" "--until=$n" "--as=$n" "--config=$n" \
	    "--request-id=$n" "--db-wait=$n" "--quiet=$n" "--$n" "-z$n" \
	    '１１０１０１１９９００３０７１２３３' '110101-19900307-1233' \
	    "--room=x$n" "--consent=${n}x" "-w ${n%?}0" "--condition=$n"; do
		refused 64 "lend-key: $no_argument" \
		    lends 1 PD-1 -t ligong "$one"
		refused 64 "lend-key: $no_argument" lends 1 "$one"
	done
	refused 64 "lend-key: $no_argument" lend-key "$n"
	refused 64 "lend-key: $no_argument" lend-key --help "$n"
	# A long number that is no card's: nobody is born then.
	done_as "$L1" lends 1 PD-1 -t ligong -w 'order 110101999903071233'
}

@test "the law: cards are not held, unless the office says that it does" {
	refused 64 'lend-key: this office keeps no cards; the law forbids to withhold a resident identity card (E4). Look at the card, hand it back, and leave --id-held out' \
	    lends 1 GG-1 -t ligong --id-held
	sed -i 's/hold_cards: false/hold_cards: true/' \
	    "$FRONTDESK_CONFIG/keys.yaml"
	done_as "$L1" lends 1 GG-1 -t ligong --id-held
	run lent key,card_held
	assert_output 'GG-1 1'
	at 12:00
	run terminal return-key GG-1
	assert_output "L261123-0001  back  GG-1 parlour  hand the card back now"
}

# ---- the secret ----

@test "no secret, one that everybody reads, a damaged one: 78" {
	local secret=$FRONTDESK_CONFIG/secret

	cp -p "$secret" "$BATS_TEST_TMPDIR/kept"
	rm "$secret"
	refused 78 "lend-key: $secret is not there. Bring it back, or make a new one: desk-init $FRONTDESK_CONFIG; then the cards of keys that are out now are not known again" \
	    lends 1 GG-1 -t ligong
	cp -p "$BATS_TEST_TMPDIR/kept" "$secret"
	chmod o+r "$secret"
	refused 78 "lend-key: $secret may be read by everybody. Take that away: chmod o-rwx $secret" \
	    lends 1 GG-1 -t ligong
	chmod o-r "$secret"
	for damaged in '' 65d3 "$(tr 0-9a-f g-v <"$secret")"; do
		printf '%s' "$damaged" >"$secret"
		refused 78 "lend-key: $secret is damaged" \
		    lends 1 GG-1 -t ligong
	done
	cp "$BATS_TEST_TMPDIR/kept" "$secret"
	done_as "$L1" lends 1 GG-1 -t ligong
}

@test "E4: what is kept of a card is another at another desk" {
	local here there

	in_a_file
	desk-init --practice --office EH "$BATS_TEST_TMPDIR/other" 2>/dev/null
	desk-init "$BATS_TEST_TMPDIR/real" 2>/dev/null
	cmp -s "$FRONTDESK_CONFIG/secret" "$BATS_TEST_TMPDIR/real/secret" &&
	    false
	lends 1 GG-1 -t ligong
	here=$(sql 'SELECT card FROM loan')
	FRONTDESK_CONFIG=$BATS_TEST_TMPDIR/other
	lends 1 GG-1 -t ligong
	there=$(sql 'SELECT card FROM loan')
	[ "${#there}" -eq 64 ]
	[ "$here" != "$there" ]
}

# ---- once more ----

@test "a repeat with the same --request-id is the same loan" {
	done_as "$L1" lends 1 GG-1 -t ligong --request-id a
	local before
	before=$(rows)
	done_as "$L1" lends 1 GG-1 -t ligong --request-id a
	assert_equal "$(rows)" "$before"
	refused 1 'lend-key: not lent: request a was used for something else. Leave --request-id out, or take a new one' \
	    lends 2 GG-1 -t ligong --request-id a
	refused 1 'lend-key: not lent: request a was used for something else. Leave --request-id out, or take a new one' \
	    lends 1 GG-2 -t ligong --request-id a
}

@test "a repeat when the time has passed is the same loan still" {
	done_as "$L1" lends 1 PD-1 -t ligong -U 12:00 --request-id a
	at 14:00
	done_as "$L1" lends 1 PD-1 -t ligong -U 12:00 --request-id a
}

# ---- on a terminal ----

@test "where the key is comes before any number is asked for" {
	local out='lend-key: not lent: GG-1 is lent to 水电李工 since today 11:05 (E4). Take it back first: return-key GG-1'

	lends 1 GG-1 -t ligong
	run terminal lend-key --as xiaozhou GG-1 -t hejie
	assert_failure 1
	assert_output "$out"
	refused 1 "$out" showing 1 GG-1 -t hejie
}

@test "on a terminal: the number is asked for, and not shown" {
	local asks='Number of the resident identity card (not shown; look at it and hand it back): '

	run answering '(not shown' "$(card 123)\n" -- lend-key --as xiaozhou \
	    PD-1 -t 太川/孙师傅 -U 17:00
	assert_success
	assert_output "$asks
L261123-0001  lent  PD-1 substation 1  孙师傅, card ending 1233
    back by today 17:00 (E4)"
	run answering '(not shown' '110101199003071234\n' '1101\n' \
	    "$(card 2)\n" -- lend-key --as xiaozhou PD-2 -t ligong -U 17:00
	assert_success
	assert_output "$asks
lend-key: not lent: the last digit does not fit the others: one of them is wrong (E4). Read it once more
$asks
lend-key: not lent: a resident identity card has 18 digits, and these are 4 (E4). Read it once more; for another card give --id-type
$asks
L261123-0002  lent  PD-2 substation 2  水电李工, card ending 002X
    back by today 17:00 (E4)"
}

@test "on a terminal: three tries; nothing typed ends it; the passport is asked for" {
	run answering '(not shown' '1\n' '2\n' '3\n' -- \
	    lend-key --as xiaozhou PD-1 -t ligong
	assert_failure 65
	assert_equal "${#lines[@]}" 6
	assert_line -n 5 'lend-key: not lent: a resident identity card has 18 digits, and these are 1 (E4). Read it once more; for another card give --id-type'
	run answering '(not shown' '\n' -- \
	    lend-key --as xiaozhou PD-1 -t ligong --id-type passport
	assert_failure 65
	assert_output 'Number of the passport (not shown; look at it and hand it back): 
lend-key: not lent: no number of a card was given (E4). Give it on the first line of standard input, or type it when it is asked for'
	run lent id
	assert_output ''
}

# ---- what stands in the configuration ----

@test "keys.yaml: a mistake has its place, and nothing is lent" {
	# mistake SED MESSAGE
	mistake() {
		local file=$FRONTDESK_CONFIG/keys.yaml

		cp "$BUILD/share/frontdesk/config/keys.yaml" "$file"
		sed -i "$1" "$file"
		refused 78 "lend-key: $2" lends 1 GG-1 -t ligong
	}
	mistake 's/\(DT-5.*\)plant/\1common/' \
	    'keys.yaml:26:72: the keys of a ring have the same class and as many copies; make them so, or delete "bundle"'
	mistake 's/\(DT-5.*\)}/\1, copies: 2}/' \
	    'keys.yaml:26:71: the keys of a ring have the same class and as many copies; make them so, or delete "bundle"'
	mistake 's/GG-2,/GG\/2,/' \
	    'keys.yaml:19:11: keys[2].tag must be one word of at most 32 letters, such as PD-1, not "GG/2"'
}
