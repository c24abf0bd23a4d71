#!/usr/bin/env bash
# How fast does news stream through one core, against segmenters that only cut it?
source "$(dirname "$0")/lib.sh" "${1:-}"

read -r size took < <(GOMAXPROCS=1 "$gse" bulk "$news")
gse_speed=$(calc "$size / $took / 1e6")
header "$(calc "$size / 1e6") MB of text, one core" "MB/s" "x gse"
mapfile -t times < <(together 3 "$newsift claims -f csv -j 1 $news" "$newsift entities -f csv -j 1 $news")
i=0
for command in claims entities; do
	speed=$(calc "$size / ${times[i]} / 1e6")
	((++i))
	row "newsift $command -f csv -j 1" "$speed" "$(calc "$speed / $gse_speed")"
done
row "gse, whole dictionary, cutting alone" "$gse_speed" 1.00
if [ -n "$rs" ]; then
	read -r size took < <(JIEBA_RS=$rs node "$root/bench/jieba-rs.cjs" bulk "$news")
	row "jieba-rs (Node), cutting alone" "$(calc "$size / $took / 1e6")" "$(calc "$size / $took / 1e6 / $gse_speed")"
fi
if [ -n "$python" ]; then
	# Slow enough that two megabytes tell.
	read -r size took < <("$python" "$root/bench/cut_jieba.py" bulk "$news" 2000000)
	row "jieba (Python), cutting alone, 2 MB" "$(calc "$size / $took / 1e6")" "$(calc "$size / $took / 1e6 / $gse_speed")"
fi
