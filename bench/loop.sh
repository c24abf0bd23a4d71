#!/usr/bin/env bash
# What do 1,000 short files cost, a process each in a shell loop and all in one process?
source "$(dirname "$0")/lib.sh" "${1:-}"

mkdir "$tmp/files"
i=0
while IFS= read -r text; do
	printf '%s\n' "$text" >"$tmp/files/$i.txt"
	i=$((i + 1))
done < <(jq -r '.text[:400] | gsub("\n"; " ")' "$news" | head -n 1000)

header "$i short files, claims -f csv" "s"
loop="for f in $tmp/files/*; do $newsift claims -f csv \$f; done"
row "a process each" "$(calc "$(seconds 3 "$loop")")"
row "one process" "$(calc "$(seconds 5 "$newsift claims -f csv $tmp/files/*")")"
