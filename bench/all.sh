#!/usr/bin/env bash
# Runs every benchmark and prints RESULTS.md: bench/all.sh [NEWS.jsonl] > bench/RESULTS.md
set -euo pipefail
cd "$(dirname "$0")"

cat <<EOF
# Results

Measured on $(date +%F) on $(nproc) cores of $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1),
$(go env GOVERSION), $(($(wc -c <"${1:-../testdata/hitech-page.txt}") / 1000000)) MB of news. Times are medians, and ratios are those of one run in which
the commands took turns. How to repeat: README.md beside this file.
EOF
for script in cold loop bulk cores memory growth; do
	printf '\n## %s.sh\n\n%s\n\n' "$script" "$(sed -n '2s/^# //p' "$script.sh")"
	"./$script.sh" "$@"
done
