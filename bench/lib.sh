# shellcheck shell=bash disable=SC2034
# Functions of the benchmark scripts. Source it with the news file, or nothing, as $1:
# it builds newsift and the gse baseline and sets $tmp, $newsift, $gse, $page and $news.

set -euo pipefail
export LC_ALL=C.UTF-8

need() {
	command -v "$1" >/dev/null || { echo "$0: needs $1: apt-get install $2" >&2; exit 2; }
}
need hyperfine hyperfine
need jq jq
[ -x /usr/bin/time ] || need time time

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
page=$root/testdata/hitech-page.txt
newsift=$tmp/newsift
gse=$tmp/gse
(cd "$root" && go build -o "$newsift" . && go build -o "$gse" ./bench/gse)

# Without a file of news the page is the news, once a record.
news=$tmp/news.jsonl
if [ -n "${1:-}" ]; then
	cp "$1" "$news"
else
	record=$(jq -cRs '{title: "", text: .}' "$page")
	yes "$record" 2>/dev/null | head -n 1000 >"$news" || true
fi

# The other segmenters are measured where they are installed, see README.md.
python=${PYTHON:-/usr/bin/python3}
"$python" -c 'import jieba' 2>/dev/null || python=
rs=${JIEBA_RS:-}
if [ -n "$rs" ] && ! command -v node >/dev/null; then rs=; fi

# seconds RUNS COMMAND prints the median time of a shell command.
seconds() {
	hyperfine --style none --warmup 1 --runs "$1" --export-json "$tmp/time.json" "$2" >/dev/null
	jq -r '.results[0].median' "$tmp/time.json"
}

# together RUNS COMMAND... prints the median times of several commands, which take turns, a
# line each: a machine that slows down slows all of them.
together() {
	local runs=$1 i
	shift
	for ((i = 0; i < runs; i++)); do
		hyperfine --style none --shell none --runs 1 --export-json "$tmp/turn.$i.json" "$@" >/dev/null
	done
	jq -rs '[.[].results | map(.median)] | transpose[] | sort | .[length / 2 | floor]' "$tmp"/turn.*.json
	rm -f "$tmp"/turn.*.json
}

# peak COMMAND prints the peak memory of a command in MB, the median of three.
peak() {
	for _ in 1 2 3; do
		/usr/bin/time -f %M -o "$tmp/peak" "$@" >/dev/null
		cat "$tmp/peak"
	done | sort -n | awk 'NR == 2 { printf "%.0f\n", $1 / 1024 }'
}

# calc EXPRESSION prints a figure with two digits behind the point.
calc() { awk "BEGIN { printf \"%.2f\\n\", $1 }"; }

# row CELL... prints a row of a table; the first cell is its name.
row() {
	printf '| %-44s |' "$1"
	shift
	printf ' %12s |' "$@"
	printf '\n'
}

# header CELL... prints the head of a table.
header() {
	row "$@"
	printf '| --- |'
	shift
	printf ' ---: |%.0s' "$@"
	printf '\n'
}
