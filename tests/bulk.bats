#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# bulk.bats: log-call --from: many contacts at once from standard input, all
# or nothing.

load helper
load ticket

# csv LINE...: a file of them.
csv() {
	printf '%s\n' "$@" >"$BATS_TEST_TMPDIR/csv"
}

# from FORMAT [option...]: what csv() wrote.
from() {
	log-call --from "$@" <"$BATS_TEST_TMPDIR/csv"
}

contents() {
	list contacts --json | jq -c '.content'
}

@test "CSV: a row is a contact, and its id is printed in its place" {
	csv 'content,name,phone,kind,room' \
	    'it leaks,张女士,13800000501,报修,3栋2单元501' \
	    '"he said ""no"", twice",刘先生,13800000611,complaint,6-1-302'
	done_as "$T1
$T2" from csv
	run list contacts --json
	assert_equal "$(jq -c '[.id, .content, .kind, .room]' <<<"$output")" \
'["T261123-0001","it leaks","request","3-2-501"]
["T261123-0002","he said \"no\", twice","complaint","6-1-302"]'
}

@test "TSV: TAB and line end are written as two signs" {
	csv $'content\tname\tphone' $'a\\tb\\nc\\\\\tZhang\t13800000501'
	done_as "$T1" from tsv
	run contents
	assert_output '"a\tb\nc\\"'
}

@test "JSON: one object on a line, flags and numbers as they are" {
	csv '{"content":"x","name":"Zhang","no-phone":"none","rings":3}' \
	    '{"content":"y","anonymous":true,"no_phone":"none"}'
	done_as "$T1
$T2" from json
	run list contacts --json
	assert_equal "$(jq -c '[.name, .rings]' <<<"$output")" \
'["Z**",3]
[null,null]'
}

@test "options are the defaults of every row, a value goes before them" {
	csv 'content,name,phone,kind,to' 'x,Zhang,13800000501,,' \
	    'y,Liu,13800000611,tip,xiaoma'
	done_as "$T1
$T2" from csv --as xiaozhou -k enquiry -t ligong -c letter
	run list tickets --all -o id,kind,handler,first_responder
	assert_output "$(printf '%s\t%s\t%s\txiaozhou\n' "$T1" enquiry ligong \
	    "$T2" tip xiaoma)"
	run list contacts -o channel
	assert_output $'letter\nletter'
}

@test "--map says what a column of another name is; the others are left" {
	csv '编号,留言,姓名,电话' '1,it leaks,张女士,13800000501'
	done_as "$T1" from csv --map content=留言 --map name=姓名 \
	    --map phone=电话
	run contents
	assert_output '"it leaks"'
}

@test "--map to what is no option, or from a column that is not there" {
	csv 'text,name,phone' 'x,Zhang,13800000501'
	refused 64 'log-call: --map contents=text names no option. Write it as --map content=COLUMN' \
	    from csv --map contents=text
	refused 64 'log-call: --map content names no option. Write it as --map content=COLUMN' \
	    from csv --map content
	refused 65 'log-call: standard input:1: there is no column "txt"' \
	    from csv --map content=txt
}

@test "an unknown column: the nearest is named, once, for line 1" {
	csv 'content,nmae,phone' 'x,Zhang,13800000501' 'y,Liu,13800000611'
	refused 65 'log-call: standard input:1: the column "nmae" is no option of log-call. Did you mean name? Or say what it is: --map OPTION=nmae' \
	    from csv
	refused 65 'log-call: standard input:1: the column "nmae" is no option of log-call. Did you mean name? Or say what it is: --map OPTION=nmae' \
	    from csv --keep-going
	csv 'content,weather' 'x,rain'
	refused 65 'log-call: standard input:1: the column "weather" is no option of log-call. Say what it is: --map OPTION=weather' \
	    from csv
}

@test "a missing column: what was said has to be one of them" {
	csv 'name,phone' 'Zhang,13800000501'
	refused 65 'log-call: standard input:1: there is no column "content". Say which one it is: --map content=COLUMN' \
	    from csv
	refused 65 'log-call: standard input:1: there is no column "content". Say which one it is: --map content=COLUMN' \
	    from csv --keep-going
}

@test "all or nothing: one bad row, and none is recorded" {
	csv 'content,name,phone' 'x,Zhang,13800000501' 'y,,13800000611' \
	    'z,Wu,13800000612'
	refused 1 'log-call: standard input:3: no name (F4.5). Add --name NAME, or --anonymous' \
	    from csv
}

@test "--keep-going: a line for each refused, the worst status, no summary" {
	csv 'content,name,phone,kind,at,to' \
	    'x,Zhang,13800000501,,,' \
	    'no name,,13800000501,,,' \
	    'bad number,Wu,12a,,,' \
	    ',Wu,13800000501,,,' \
	    'bad kind,Wu,13800000501,compliant,,' \
	    'bad time,Wu,13800000501,,3点,' \
	    'too old,Wu,13800000501,,1999-12-31 10:00,' \
	    'nobody,Wu,13800000501,,,李公' \
	    'two few,Wu' \
	    'y,Liu,13800000611,,,'
	run --separate-stderr -65 from csv --keep-going
	assert_equal "$output" "$T1
$T2"
	assert_equal "$stderr" "\
log-call: standard input:3: no name (F4.5). Add --name NAME, or --anonymous
log-call: standard input:4: a telephone number has digits only, and no a (F4.5)
log-call: standard input:5: nothing is said (F4.5). Fill in \"content\"
log-call: standard input:6: kind: there is no \"compliant\". Did you mean complaint? There are: complaint, request, enquiry, suggestion, praise, tip
log-call: standard input:7: at: 3点 may be morning or afternoon. Write 15:00 or 03:00
log-call: standard input:8: at: 1999-12-31 10:00 is before the year 2000
log-call: standard input:9: nobody and nothing is called \"李公\". Did you mean 李工?
log-call: standard input:10:1: the row has fewer values (2) than there are names (6). Write every value, empty ones too"
	run contents
	assert_output '"x"
"y"'
	run sql 'SELECT count(*) FROM event'
	assert_output 2
	run -0 desk-check
}

@test "--keep-going: refused by a rule alone, the status is 1" {
	csv 'content,name,phone' 'x,Zhang,13800000501' 'y,,13800000611'
	run --separate-stderr -1 from csv --keep-going
	assert_equal "$output" "$T1"
}

@test "an unclosed quote ends it all, for nobody knows what follows" {
	csv 'content,name,phone' 'x,Zhang,13800000501' '"y,Liu,13800000611' \
	    'z,Wu,13800000612'
	refused 65 'log-call: standard input:3:1: the quote opened here is never closed. Close it, or export the file again' \
	    from csv --keep-going
}

@test "a NUL is refused where it stands" {
	printf 'content,name,phone\nx,Zhang,111\ny\0,Liu,222\n' \
	    >"$BATS_TEST_TMPDIR/csv"
	refused 65 'log-call: standard input:3:2: an invisible zero character stands here. Save the file as UTF-8 text' \
	    from csv
	tr , '\t' <"$BATS_TEST_TMPDIR/csv" >"$BATS_TEST_TMPDIR/tsv"
	mv "$BATS_TEST_TMPDIR/tsv" "$BATS_TEST_TMPDIR/csv"
	refused 65 'log-call: standard input:3:2: an invisible zero character stands here. Save the file as UTF-8 text' \
	    from tsv
}

@test "a byte order mark is no part of the first name, and CRLF no part of a value" {
	printf '\xef\xbb\xbfcontent,name,phone\r\n"x\r\ny",Zhang,111\r\n' \
	    >"$BATS_TEST_TMPDIR/csv"
	done_as "$T1" from csv
	run contents
	assert_output '"x\ny"'
	run sql 'SELECT phone FROM contact'
	assert_output 111
}

@test "a pipe cut in the middle of a record: nothing is recorded" {
	printf 'content,name,phone\nx,Zhang,111\ny,Li' >"$BATS_TEST_TMPDIR/csv"
	refused 65 'log-call: standard input:3:1: the row has fewer values (2) than there are names (3). Write every value, empty ones too' \
	    from csv
	printf 'content\tname\tphone\nx\tZhang\t111\ny\tLiu\t22' \
	    >"$BATS_TEST_TMPDIR/csv"
	refused 65 'log-call: standard input:3:9: the last line has no end; something may have been cut off. Send it again, or end the line if nothing is missing' \
	    from tsv
	printf '{"content":"x","name":"a","phone":"111"}\n{"content":"y","na' \
	    >"$BATS_TEST_TMPDIR/csv"
	refused 65 'log-call: standard input:2:19: the last line has no end; something may have been cut off. Send it again, or end the line if nothing is missing' \
	    from json
}

@test "JSON that is none: where, and nothing recorded" {
	csv '{"content":"x","name":"a","phone":"111"}' '["y"]'
	run --separate-stderr -65 from json
	assert_regex "$stderr" '^log-call: standard input:2:1: '
	run rows
	assert_output '0|0'
}

@test "64 KiB of content are taken whole, a byte more is refused" {
	{
		printf 'content,name,phone\n'
		head -c 65536 /dev/zero | tr '\0' x
		printf ',Zhang,111\n'
	} >"$BATS_TEST_TMPDIR/csv"
	done_as "$T1" from csv
	run sql 'SELECT length(content) FROM contact'
	assert_output 65536
	sed -i 's/^x/xx/' "$BATS_TEST_TMPDIR/csv"
	refused 65 'log-call: standard input:2: content: the text has 65537 bytes, more than 65536. Shorten it' \
	    from csv
}

@test "1 MB of content is refused clearly" {
	{
		printf 'content,name,phone\n'
		head -c 1000000 /dev/zero | tr '\0' x
		printf ',Zhang,111\n'
	} >"$BATS_TEST_TMPDIR/csv"
	refused 65 'log-call: standard input:2: content: the text has 1000000 bytes, more than 65536. Shorten it' \
	    from csv
}

@test "a row that never ends is refused where it begins" {
	{
		printf 'content\tname\n'
		head -c 9M /dev/zero | tr '\0' x
	} >"$BATS_TEST_TMPDIR/tsv"
	run log-call --from tsv --no-phone none <"$BATS_TEST_TMPDIR/tsv"
	assert_failure 65
	assert_output 'log-call: standard input:2:1: the row that begins here is over 8 MiB. Shorten it, or see whether a line end is missing'
}

@test "text is checked as that of arguments is: by column" {
	printf 'content,name,phone\na\xffb,Zhang,111\n' \
	    >"$BATS_TEST_TMPDIR/csv"
	refused 65 'log-call: standard input:2: content: character 2 is broken: this is not UTF-8' \
	    from csv
	csv 'content,name,phone' $'x,Zh\u202eang,111'
	refused 65 'log-call: standard input:2: name: character 3 is U+202E, which turns the direction of writing. Take it out' \
	    from csv
}

@test "flags are true or false, and no other word" {
	csv 'content,anonymous,no_phone' 'x,true,none' 'y,yes,none'
	refused 65 'log-call: standard input:3: anonymous: "yes" is neither true nor false. Write true or false' \
	    from csv
}

@test "rows may join tickets that are there" {
	calls >/dev/null
	csv 'content,name,phone,ticket,urge' \
	    "x,Zhang,13800000501,$T1,true" 'y,Liu,13800000611,,'
	done_as "$T1
$T2" from csv
	run ticket "$T1" contact_count urges
	assert_output '2 1'
	csv 'content,name,phone,ticket' 'x,Zhang,13800000501,7'
	refused 65 'log-call: standard input:2: "7" is no id. Ids look like T261123-0007' \
	    from csv
}

@test "C7: all into one ticket: its id once" {
	calls >/dev/null
	csv 'content,name,phone' 'x,Zhang,111' 'y,Liu,222' 'z,Wu,333'
	done_as "$T1" from csv -T "$T1"
	run ticket "$T1" contact_count
	assert_output 4
}

@test "nothing in, nothing out" {
	done_as '' log-call --from csv </dev/null
	csv 'content,name,phone'
	done_as '' from csv
	done_as '' log-call --from json </dev/null
	run rows
	assert_output '0|0'
}

@test "what cannot go together with --from" {
	csv 'content,name,phone' 'x,Zhang,111'
	refused 64 'log-call: with --from what they said stands in the column "content". Leave "leaks" out' \
	    from csv leaks
	refused 64 'log-call: --phone - and --from exclude each other. Leave one of them out' \
	    from csv -p -
	refused 64 'log-call: --from: there is no "xml". There are: csv, tsv, json' \
	    from xml
}

@test "--json: the tickets themselves" {
	csv 'content,name,phone' 'x,Zhang,111' 'y,Liu,222'
	run -0 from csv --json
	assert_equal "$(jq -r '.id + " " + .content' <<<"$output")" "$T1 x
$T2 y"
}

@test "more than a page of them: every id, in order" {
	seq 1203 | sed '1i content' >"$BATS_TEST_TMPDIR/csv"
	run -0 from csv --anonymous --no-phone none
	assert_equal "$output" "$(seq -f 'T261123-%04g' 1203)"
}

@test "recorded, but the output is full: from which to which is said" {
	csv 'content,name,phone' 'x,Zhang,111' 'y,Liu,222' 'z,Wu,333'
	run --separate-stderr -74 \
	    sh -c "log-call --from csv <$BATS_TEST_TMPDIR/csv >/dev/full"
	assert_equal "$stderr" 'log-call: recorded as T261123-0001 ... T261123-0003, but not printed (No space left on device). Do not record it again'
	run sql 'SELECT count(*) FROM ticket'
	assert_output 3
}

@test "an input that cannot be gone back in: not recorded, and no word of nothing" {
	in_a_file
	needs_tracing
	csv 'content,name,phone' 'x,Zhang,111' 'y,Liu,222'
	run --separate-stderr -70 strace -f -o /dev/null -e trace=lseek \
	    -e inject=lseek:error=EIO:when=2+ log-call --from csv \
	    <"$BATS_TEST_TMPDIR/csv"
	assert_equal "$stderr" \
	    'log-call: not recorded: standard input: Input/output error'
	assert_output ''
	[ "$(sql 'SELECT count(*) FROM ticket')" -eq 0 ]
}

# ---- very many ----

# rows N: as many of them, for `from tsv'.
rows_of() {
	seq "$1" | sed '1i content' >"$BATS_TEST_TMPDIR/csv"
}

# many [option...]: these recorded.
many() {
	from tsv --anonymous --no-phone none "$@"
}

# seen COMMAND: what a terminal is sent on standard error alone.
seen() {
	script -qec "$1 >/dev/null <$BATS_TEST_TMPDIR/csv" /dev/null </dev/null
}

# Until a run has the store for itself.
until_writing() {
	while flock -n "$FRONTDESK_CONFIG/frontdesk.db.lock" true; do
		sleep 0.01
	done
}

# stopped SIGNAL [option...]: many, stopped half way.
stopped() {
	local signal=$1 pid

	shift
	# A job of its own, or a shell would have it ignore the interrupt.
	set -m
	log-call --from tsv --anonymous --no-phone none "$@" \
	    <"$BATS_TEST_TMPDIR/csv" >"$BATS_TEST_TMPDIR/ids" \
	    2>"$BATS_TEST_TMPDIR/said" &
	pid=$!
	set +m
	until_writing
	sleep 0.2
	kill -s "$signal" "$pid"
	wait "$pid"
}

@test "on a terminal one line says how far it is, and goes away" {
	in_a_file	# a server takes them too, but not in the time of a check
	rows_of 20123
	from='log-call --from tsv --anonymous --no-phone none'
	run seen "$from"
	assert_output $'\rlog-call: 10,000 rows\rlog-call: 20,000 rows\r                     \r'
	for quiet in -q --json; do
		run seen "$from $quiet"
		assert_output ''
	done
	run --separate-stderr many -q
	assert_equal "$stderr" ''
	# By the kernel's clock: four times a second.
	unset FRONTDESK_NOW
	run seen "$from"
	assert_output --regexp $'^(\rlog-call: [0-9,]+ rows, [0-9,]+ a second(, [0-9]+ s to go)? *)+\r +\r$'
}

@test "20,000 and 100,000 rows within the same 90 MiB" {
	local sizes=(20000 100000)

	not_sanitized
	[ -z "${SERVER:-}" ] || sizes=(1000 10000)
	for n in "${sizes[@]}"; do
		rows_of "$n"
		(
			ulimit -v 92160
			many >"$BATS_TEST_TMPDIR/ids"
		)
		assert_equal "$(wc -l <"$BATS_TEST_TMPDIR/ids")" "$n"
	done
}

@test "interrupted: nothing is recorded, and that is said" {
	in_a_file
	rows_of 20000
	for signal in INT TERM HUP; do
		run stopped "$signal" --keep-going
		assert_failure 1
		run cat "$BATS_TEST_TMPDIR/said" "$BATS_TEST_TMPDIR/ids"
		assert_output 'log-call: not recorded: it was interrupted. None of it is kept; run it again'
		run rows
		assert_output '0|0'
	done
	run -0 desk-check
	done_as "$T1" log-call --anonymous --no-phone none x
}

@test "Ctrl-C on a terminal wipes the line away" {
	in_a_file
	rows_of 60000
	: >"$BATS_TEST_TMPDIR/typed"
	from='log-call --from tsv --anonymous --no-phone none'
	run bash -c "{ until grep -q rows $BATS_TEST_TMPDIR/typed; do sleep 0.01
	    done; printf '\003'; sleep 1; } |
	    script -qfec '$from <$BATS_TEST_TMPDIR/csv >/dev/null' \
	    $BATS_TEST_TMPDIR/typed | tr -d '\r'"
	assert_output --regexp '^(log-call: [0-9]0,000 rows(\^C)?)+ {21}log-call: not recorded: it was interrupted\. None of it is kept; run it again$'
	run rows
	assert_output '0|0'
}

@test "killed and run again with --request-id: every row is there once" {
	local pid

	in_a_file
	rows_of 20000
	run stopped KILL --request-id old-book
	assert_failure 137
	run rows
	assert_output '0|0'
	# Stored by now, but its output is read by nobody.
	mkfifo "$BATS_TEST_TMPDIR/pipe"
	sleep 100 <>"$BATS_TEST_TMPDIR/pipe" >&3 &
	reader=$!
	many --request-id old-book >"$BATS_TEST_TMPDIR/pipe" &
	pid=$!
	while [ "$(rows)" = '0|0' ]; do
		sleep 0.05
	done
	kill -KILL "$pid"
	wait "$pid" || :
	kill "$reader"
	run sql 'SELECT count(*) FROM ticket'
	assert_output 20000
	before=$(everything)
	run --separate-stderr -0 many --request-id old-book
	assert_equal "${#lines[@]}" 20000
	assert_equal "${lines[0]} ${lines[19999]}" \
	    'T261123-0001 T261123-a20000'
	assert_equal "$(everything)" "$before"
	echo more >>"$BATS_TEST_TMPDIR/csv"
	refused 1 'log-call: not recorded: request old-book was used for something else. Leave --request-id out, or take a new one' \
	    many --request-id old-book
	run -0 desk-check
}

# ---- real messages, where they are at hand ----

# Those of another place: SAMPLES=FILE.
samples() {
	SAMPLES=${SAMPLES:-$ROOT/../shared/data/cn_messages_4.csv}
	[ -r "$SAMPLES" ] || skip "no $SAMPLES"
}

load_samples() {
	log-call --from csv --keep-going -c 微信 --map content=留言详情 \
	    --map at=留言时间 --map name=留言用户 --no-phone 网上留言 \
	    <"$SAMPLES"
}

@test "the 120 real messages: 119 are recorded, one is refused by line and reason" {
	samples
	run --separate-stderr -65 load_samples
	assert_equal "${#lines[@]}" 119
	assert_equal "$stderr" 'log-call: standard input:32: 留言时间: 43563.359259259261 is no time. Write one such as 18:00, tomorrow 10:00, 11-23 9:00 or +2h'
	run -0 desk-check
}

@test "the 120 real messages: all or nothing, none is recorded" {
	samples
	log-call --from csv --map content=留言详情 --map at=留言时间 \
	    --map name=留言用户 --no-phone x <"$SAMPLES" >/dev/null 2>&1 &&
	    false
	run rows
	assert_output '0|0'
}

# What a spreadsheet's file holds, read by somebody else.
samples_expected() {
	python3 - "$SAMPLES" <<-'END'
		import csv, datetime, json, sys, unicodedata
		with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:
		    for row in csv.DictReader(f):
		        try:
		            at = datetime.datetime.strptime(row['留言时间'],
		                '%Y/%m/%d %H:%M:%S')
		        except ValueError:
		            continue
		        text = row['留言详情'].replace('\r\n', '\n')
		        text = unicodedata.normalize('NFC', text)
		        print(json.dumps([at.isoformat() + '+08:00', text],
		            ensure_ascii=False, separators=(',', ':')))
	END
}

@test "the 120 real messages: their own times, and texts equal to the byte" {
	samples
	load_samples >/dev/null 2>&1 || :
	samples_expected | sort >"$BATS_TEST_TMPDIR/expected"
	list contacts --json | jq -c '[.at, .content]' | sort \
	    >"$BATS_TEST_TMPDIR/found"
	assert_equal "$(wc -l <"$BATS_TEST_TMPDIR/expected")" 119
	cmp "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/found"
}
