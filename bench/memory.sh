#!/usr/bin/env bash
# Does memory stay flat when the input grows?
source "$(dirname "$0")/lib.sh" "${1:-}"

header "peak memory, claims -f csv" "-j 1, MB" "-j 2, MB"
for size in 5 20 80; do
	# As much news as it takes, from the start again when it runs out.
	while cat "$news"; do :; done 2>/dev/null | head -c "${size}000000" | sed '$d' >"$tmp/part.jsonl" || true
	row "$size MB of input" "$(peak "$newsift" claims -f csv -j 1 "$tmp/part.jsonl")" "$(peak "$newsift" claims -f csv -j 2 "$tmp/part.jsonl")"
done
