#!/usr/bin/env bash
# What does a second core bring, and are the bytes the same?
source "$(dirname "$0")/lib.sh" "${1:-}"

header "-j 1 against -j 2" "-j 1, s" "-j 2, s" "times" "same bytes"
for command in claims entities; do
	mapfile -t times < <(together 3 "$newsift $command -f csv -j 1 $news" "$newsift $command -f csv -j 2 $news")
	same=no
	cmp -s <("$newsift" "$command" -f csv -j 1 "$news") <("$newsift" "$command" -f csv -j 2 "$news") && same=yes
	row "newsift $command -f csv" "$(calc "${times[0]}")" "$(calc "${times[1]}")" "$(calc "${times[0]} / ${times[1]}")" "$same"
done
