#!/usr/bin/env bash
# How long does one page take when the process starts for it, and how much memory?
source "$(dirname "$0")/lib.sh" "${1:-}"

names=("newsift claims -f csv" "newsift entities -f csv" "newsift --version" "gse, whole dictionary, cutting alone")
commands=("$newsift claims -f csv $page" "$newsift entities -f csv $page" "$newsift --version" "$gse $page")
if [ -n "$python" ]; then
	names+=("jieba (Python), cutting alone")
	commands+=("$python $root/bench/cut_jieba.py $page")
fi
if [ -n "$rs" ]; then
	names+=("jieba-rs (Node), cutting alone")
	commands+=("node $root/bench/jieba-rs.cjs $page")
fi
header "one page of $(($(wc -c <"$page") / 1024)) kB, cold" "ms" "x claims" "peak MB"
together 11 "${commands[@]}" | {
	base=
	for i in "${!commands[@]}"; do
		read -r s
		base=${base:-$s}
		# shellcheck disable=SC2086 # a command and its arguments
		row "${names[i]}" "$(calc "1000 * $s")" "$(calc "$s / $base")" "$(peak ${commands[i]})"
	done
}
