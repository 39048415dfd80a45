#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# hostile-text.bats: text from outside is data everywhere: what could be an
# order to a terminal, a spreadsheet or another program is refused on the way
# in, or changed into what can be seen on the way out; into pipes it goes as it
# was given.  All options, all listings, all reports, all records.

load helper
load hostile

setup() {
	desk_setup
}

# Signs that no text may have.
refused_signs=($'\a' $'\b' $'\v' $'\f' $'\e' $'\x7f' $'\x80' $'\x9b' $'\xff'
    $'\xc0\xaf' $'\xed\xa0\x80' $'\xf4\x90\x80\x80' $'\u0085' $'\u009b'
    $'\u202a' $'\u202e' $'\u2066' $'\u2069')

# Orders: the clipboard, a device's name, its place, a title, colours; C1;
# directions, what cannot be seen, tags; what is no UTF-8.
orders=$'\e]52;c;cm0gLXJm\a\eP0;1|17/ab\e\\\e[6n\e]0;title\a\e[31m\e[2J\x01\b'
orders+=$'\x7f\u0085\u009b6n\u202ereversed\u202c\u2066\u2069'
orders+=$'\u200b\u200e\u200f\u2028\u2029\ufeff\U000e0041\U000e007f\x9b\xff\xc3'

# What no terminal may get, by its bytes.
bad='[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b-\x8f\xa8-\xae]'
bad+='|\xe2\x81[\xa6-\xa9]|\xef\xbb\xbf|\xf3\xa0[\x80\x81]'

# visible FILE: nothing in it but signs that can be seen, ends of lines, and
# our own colours.
visible() {
	iconv -f UTF-8 -t UTF-8 "$1" >/dev/null || return
	if sed -E $'s/\e\\[(0|2|31|33)m//g' "$1" | LC_ALL=C grep -aP "$bad" |
	    cat -v | grep .; then
		return 1
	fi
}

# ---- on the way in ----

@test "signs that are refused, in every option that takes any text" {
	local name option sign status=0 n=0 said=$BATS_TEST_TMPDIR/said

	for name in $(commands); do
		for option in $("$name" --describe | awk -F'\t' '$3 != "" {
		    print $2 }'); do
			# Each option gets another; all get one that is an
			# order, and one that is no text at all.
			for sign in $'\e]52;c;x\a' $'\xff' \
			    "${refused_signs[n++ % ${#refused_signs[@]}]}"; do
				status=0
				"$name" "$option" "a${sign}z" T261123-0001 \
				    </dev/null >"$said" 2>&1 || status=$?
				[[ $status =~ ^(1|64|78)$ ]] ||
				    fail "$name $option: $status"
				visible "$said"
			done
		done
	done
}

@test "of all bytes, text takes those that can be read; CR becomes LF" {
	local byte code taken=''

	for byte in {1..255}; do
		printf -v code '\\x%02x' "$byte"
		printf -v sign '%b' "$code"
		log-call -n Z -p 111 "a${sign}z" >/dev/null 2>&1 &&
		    taken+="$byte "
	done
	assert_equal "$taken" "9 10 13 $(seq -s ' ' 32 126) "
	run list tickets -o content
	assert_line --index 2 'a\nz'
	desk-check
}

# ---- on the way out ----

T1=T261123-0001 T2=T261123-0002 T3=T261123-0003 T4=T261123-0004

# A desk where all that was ever said is qqq.
said_everywhere() {
	local complains=(log-call -k complaint -g noise -p 13800000611 -n qqq)

	"${complains[@]}" -r 6-1-301 qqq
	"${complains[@]}" -r 6-1-302 qqq -t xiaoma
	"${complains[@]}" -r 6-1-303 --on-spot qqq qqq
	log-call -k suggestion --anonymous --no-phone qqq qqq
	log-call -T $T1 -n qqq -p 13800000611 qqq
	as xiaoma accept $T2 -m qqq
	as xiaoma hand-back $T2 -w qqq
	follow-up $T1 -m qqq
	chase $T1 --body qqq --person qqq --ref qqq --reply qqq \
	    --next 16:00
	chase $T2 --body qqq --outcome qqq
	answer $T1 -m qqq
	promise 18:00 $T1 -w qqq
	escalate $T1 -t zhaodui -w qqq
	acknowledge $T1 -m qqq
	amend $T1 -r 6-1-205 -w qqq
	amend $T2 -m qqq -w qqq
	resolve $T2 -m qqq
	as xiaozhou call-back $T2 -R dissatisfied -m qqq
	reopen $T3 -w qqq
	amend $T4 --void -w qqq --yes
	analyse $T1 --root-cause qqq --departments order --remedy qqq \
	    --owner xiaoma --due 2026-11-25T18:00 \
	    --verify-after 2026-12-05T18:00
	lend-key PD-1 -t ligong <<<110101199003071233
	return-key PD-1 --condition qqq
	lend-key PD-2 --to ligong <<<110101199003071233
	mark-key PD-2 --lost -w qqq --yes
	mark-key GG-4 --withdrawn -w qqq --yes
	echo GG-1 | count-keys
	"${complains[@]}" -r 6-1-303 qqq
	"${complains[@]}" -r 6-1-303 qqq
}

# The columns of texts in the store, TABLE.COLUMN.
text_columns() {
	if [ -n "${SERVER:-}" ]; then
		sql "SELECT table_name || '.' || column_name
		    FROM information_schema.columns
		    WHERE table_schema = '$(schema)' AND data_type = 'text'"
	else
		sql "SELECT m.name || '.' || c.name FROM sqlite_schema m
		    JOIN pragma_table_info(m.name) c
		    WHERE m.type = 'table' AND c.type = 'TEXT'"
	fi
}

hex() {
	od -An -v -tx1 | tr -d ' \n'
}

# as_sql TEXT: an expression for it.  A server takes no text that is none.
as_sql() {
	local hex

	if [ -n "${SERVER:-}" ]; then
		hex=$(printf %s "$1" | iconv -c -f UTF-8 -t UTF-8 | hex)
		echo "convert_from('\\x$hex', 'UTF8')"
	else
		hex=$(printf %s "$1" | hex)
		echo "CAST(X'$hex' AS TEXT)"
	fi
}

# in_json TEXT: within the quotes of JSON.
in_json() {
	printf %s "$1" | jq -Rsa . | sed 's/^"//; s/"$//' | tr -d '\n'
}

# replace_all OLD NEW: in all texts of the store, by other hands; in the
# journal as JSON writes them.
replace_all() {
	local column of
	local old new said_old said_new

	old=$(as_sql "$1") new=$(as_sql "$2")
	said_old=$(as_sql "$(in_json "$1")") said_new=$(as_sql "$(in_json "$2")")
	for column in $(text_columns); do
		of="${column#*.}, $old, $new"
		[ "$column" != event_body.body ] ||
		    of="body, $said_old, $said_new"
		echo "UPDATE ${column%.*} SET ${column#*.} = replace($of)
		    WHERE ${column#*.} <> replace($of);"
	done >"$BATS_TEST_TMPDIR/sql"
	sql "$(cat "$BATS_TEST_TMPDIR/sql")"
}

# What can be listed, reported, shown: a command on each line.
readings() {
	list x 2>&1 | sed 's/.*There are: //' | tr ' ' '\n' |
	    sed 's/.*/list & --all/; /staff\|recurring\|keys\|counts\|notices/s/ --all//'
	report x 2>&1 | sed 's/.*There are: //' | tr ' ' '\n' |
	    sed 's/.*/report &/'
	echo who-handles
	echo 'escalate --overdue --dry-run'
	echo 'escalate --overdue --explain'
	sed 's/^/show /' "$BATS_TEST_TMPDIR/ids"
}

setup_qqq() {
	said_everywhere >"$BATS_TEST_TMPDIR/made"
	grep -o '^[A-Z]261123-[0-9]*' "$BATS_TEST_TMPDIR/made" | sort -u \
	    >"$BATS_TEST_TMPDIR/ids"
	at 2026-11-24T10:00
}

# on_terminals [COMMAND...]: each reading on one, and what has to be shown of
# the orders.  These may show nothing.
on_terminals() {
	local reading shown=$BATS_TEST_TMPDIR/shown status all=''

	while read -ra reading; do
		status=0
		terminal "${reading[@]}" >"$shown" || status=$?
		[[ $status =~ ^(0|1|70|78)$ ]] ||
		    fail "${reading[*]}: status $status: $(cat -v "$shown")"
		[ -s "$shown" ] || [[ " escalate $* " == *" ${reading[0]} "* ]] ||
		    fail "${reading[*]} shows nothing"
		visible "$shown" || fail "${reading[*]}"
		all+=$(<"$shown")
	done < <(readings)
	[[ $all == *'\x1b]52;c;'* ]]
}

@test "orders in all texts of the store: no terminal is given one" {
	setup_qqq
	replace_all qqq "$orders"
	on_terminals
	while read -ra reading; do
		status=0
		LC_ALL=zh_CN.UTF-8 "${reading[@]}" 2>"$BATS_TEST_TMPDIR/said" \
		    >/dev/null || status=$?
		visible "$BATS_TEST_TMPDIR/said"
	done < <(readings)
}

@test "orders in names, places and words of the store, too" {
	local column text

	in_a_file
	setup_qqq
	text=$(as_sql "$orders")
	for column in $(text_columns); do
		case $column in
		*.office | *.id | *.record | setting.* | counter.* | \
		    request.* | contact.ticket | event.hash | event.commitment | \
		    event_body.*) ;;
		*)	echo "UPDATE OR IGNORE ${column%.*} SET ${column#*.} =
			    ${column#*.} || $text WHERE ${column#*.}
			    IS NOT NULL;" ;;
		esac
	done >"$BATS_TEST_TMPDIR/sql"
	sql "$(cat "$BATS_TEST_TMPDIR/sql")"
	on_terminals list
}

@test "names in the configuration that hide something: shown in all messages" {
	local name deed shown=$BATS_TEST_TMPDIR/shown all=''

	in_a_file
	export PLACE=$BATS_TEST_TMPDIR BASE=$BATS_TEST_TMPDIR/base \
	    WORK=$BATS_TEST_TMPDIR/base
	make_base >/dev/null
	sed -Ei 's/^( *-? *(name|brief|english|greeting): )([^"#]+)$/\1"\3\\u200b\\U000e0041"/' \
	    "$BASE"/*/desk/*.yaml
	for name in $(commands); do
		# It asks, and waits for as long as it takes.
		[ "$name" != lend-key ] || continue
		deed_of "$name"
		terminal timeout 10 "${deed[@]}" >"$shown" || true
		visible "$shown" || fail "$name"
		all+=$(<"$shown")
	done
	[[ $all == *'\u200b\U000e0041'* ]]
}

@test "names of files that are orders are shown, too" {
	local name=$BATS_TEST_TMPDIR/$'a\e]0;x\a\e[6n' command

	in_a_file
	for command in desk-backup desk-export desk-import 'desk-init --practice'
	do
		# shellcheck disable=SC2086
		terminal $command "$name" >"$BATS_TEST_TMPDIR/shown" || true
		visible "$BATS_TEST_TMPDIR/shown" || fail "$command"
		grep -qF 'a\x1b]0;x' "$BATS_TEST_TMPDIR/shown"
		rm -rf "$name"
	done
	run -0 desk-backup "$name"
	assert_output "$name"
}

# Each begins what a spreadsheet would take for a formula.
formulas=('=1+1' '+1+1' '-1+1' '@SUM(A1)' $'\t=1' '＝1' '＋1' '－1' '＠1'
    "=cmd|' /C calc'!A0" '=HYPERLINK("http://x")')

@test "formulas in all texts: no listing or report in CSV begins a field so" {
	local formula was=qqq csv=$BATS_TEST_TMPDIR/csv
	local begins='(^|,)"?(?!(\+|-)\d+(\.\d+)?"?(,|\r?$))(=|\+|-|@|\t|＝|＋|－|＠)'

	setup_qqq
	readings | grep '^list\|^report' | sed 's/$/ --csv/' \
	    >"$BATS_TEST_TMPDIR/readings"
	for formula in "${formulas[@]}"; do
		replace_all "$was" "$formula"
		was=$formula
		bash -e "$BATS_TEST_TMPDIR/readings" >"$csv"
		if sed 's/""//g' "$csv" | grep -P "$begins"; then
			fail "$formula"
		fi
		grep -qF "'${formula%%\"*}" "$csv"
	done
}
