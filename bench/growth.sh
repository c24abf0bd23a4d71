#!/usr/bin/env bash
# Does time grow in line with the length of a document, and with the names of one's own?
source "$(dirname "$0")/lib.sh" "${1:-}"

# mega N prints N MB of text, the articles of the news one after the other.
mega() { while jq -r '.text + "\n"' "$news"; do :; done 2>/dev/null | head -c "${1}000000" | iconv -c -t UTF-8 || true; }

mega 1 >"$tmp/1.txt"
header "claims -f csv -j 1 of one document" "s" "x as many of 1 MB"
for n in 2 4 8; do
	mega "$n" >"$tmp/$n.txt"
	parts=
	for ((i = 0; i < n; i++)); do
		parts+=" $tmp/1.txt"
	done
	mapfile -t times < <(together 3 "$newsift claims -f csv -j 1 $tmp/$n.txt" "$newsift claims -f csv -j 1$parts")
	row "$n MB" "$(calc "${times[0]}")" "$(calc "${times[0]} / ${times[1]}")"
done

echo
header "names of one's own (--names)" "cold, ms" "bulk, s" "x none"
none=
for n in 0 1000 10000 100000; do
	awk -v n="$n" 'BEGIN { print "@type company"; for (i = 0; i < n; i++) printf "甲乙%d号精密电子\n", i }' >"$tmp/names.txt"
	names="--names $tmp/names.txt"
	[ "$n" -gt 0 ] || names=
	mapfile -t times < <(together 3 "$newsift entities -f csv $names $page" "$newsift entities -f csv -j 1 $names $news")
	none=${none:-${times[1]}}
	row "$n" "$(calc "1000 * ${times[0]}")" "$(calc "${times[1]}")" "$(calc "${times[1]} / $none")"
done
