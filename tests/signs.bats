#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# signs.bats: what moves a terminal's cursor, asks it something, turns the
# direction of writing, cannot be seen or is a formula is refused where it is
# typed; when others put it into the store, it still reaches nobody.

load helper

# What would move a terminal's cursor, set its title, ask it something, turn
# the direction of writing or not be seen; a colour of our own may stand.
no_signs() {
	local signs='[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]'

	signs+='|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]'
	signs+='|\xef\xbb\xbf|\xf3\xa0[\x80\x81]'
	if sed 's/\x1b\[[01234567;]*m//g' | LC_ALL=C grep -naP "$signs"; then
		fail "$*"
	fi
}

@test "signs that others put into the store reach no terminal" {
	local hostile table column what id

	in_a_file
	id=$(log-call -k complaint -n Zhang -p 13800000501 -r 3-2-501 -g noise \
	    'the first')
	lend-key GG-1 -t ligong <<<110101199003071233 >/dev/null
	assign --to ligong "$id" >/dev/null
	hostile="'=cmd' || char(27) || ']52;c;eA==' || char(7) || char(27) ||
	    '[6n' || char(27) || 'P+q' || char(155) || '2J' || char(8238) ||
	    char(8203) || char(8294) || char(65279) || char(917505) ||
	    char(127) || char(13) || 'x'"
	while read -r table column; do
		sql "UPDATE $table SET $column = $hostile
		    WHERE $column IS NOT NULL" 2>/dev/null || true
	done < <(sql "SELECT m.name || ' ' || c.name FROM sqlite_schema m,
	    pragma_table_info(m.name) c WHERE m.type = 'table' AND
	    c.type = 'TEXT' AND c.pk = 0 AND m.name IN ('contact', 'ticket',
	    'loan', 'deadline', 'breach', 'notice') AND c.name NOT IN
	    ('state', 'channel', 'outcome')")
	for what in tickets contacts deadlines loans events notices; do
		terminal list "$what" --all 2>&1 | no_signs "list $what"
		list "$what" --all --csv >"$BATS_TEST_TMPDIR/csv" || true
		if grep -E '(^|,)"?[=+@]' "$BATS_TEST_TMPDIR/csv"; then
			fail "a formula in $what"
		fi
	done
	for what in daily register overdue clauses complaints fairness keys \
	    suggestions; do
		terminal report "$what" 2>&1 | no_signs "report $what"
	done
	list contacts --csv -o content >"$BATS_TEST_TMPDIR/csv"
	[[ $(tail -n 1 "$BATS_TEST_TMPDIR/csv") == *"'=cmd"* ]]
	[[ $(terminal list contacts -o content) == *'=cmd\x1b]52;'* ]]
	terminal show "$id" 2>&1 | no_signs show
	terminal list 2>&1 | no_signs list
	terminal frontdesk 2>&1 | no_signs frontdesk
	terminal desk-check 2>&1 | no_signs desk-check
	terminal escalate --overdue 2>&1 | no_signs escalate
}
