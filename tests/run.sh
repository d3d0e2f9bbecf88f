#!/usr/bin/env bash
# Installs what the tests need, builds the solution, runs every test, and ends with the line 'N passed, N failed, N skipped'.
#   tests/run.sh          quick: a part of the rows, fixed seeds
#   tests/run.sh --full   the counts that were asked for, fresh seeds
# Exit code 0 only when something passed, nothing failed, and every skipped test gave a reason that stands in tests/skips.txt.
set -uo pipefail
cd "$(dirname "$0")/.."

depth=quick
case "${1:-}" in
  '') ;;
  --full) depth=full ;;
  *) sed -n '2,5p' tests/run.sh; exit 2 ;;
esac

export CLIENTLEDGER_DEPTH=$depth DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$PWD/tests/TestResults
rm -rf "$results"
mkdir -p "$results"

passed=0 failed=0 skipped=0
finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}
fail() {
  echo "FAILED: $1" >&2
  failed=$((failed + 1))
}

root=''
[ "$(id -u)" -eq 0 ] || root=sudo

install_postgresql() {
  # Without this file the package would set up a server of its own on port 5432.
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    $root mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | $root tee /etc/postgresql-common/createcluster.conf > /dev/null
  fi
  $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y postgresql
}

install_node() {
  $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y nodejs npm
}

install_chromium() {
  $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium fonts-noto-cjk
}

bash tests/postgres.sh find > /dev/null || install_postgresql || { fail 'PostgreSQL is not installed'; finish; }
{ command -v node && command -v npm; } > /dev/null || install_node || { fail 'Node.js and npm are not installed'; finish; }

# Pages are driven in Debian's Chromium; the fonts show Chinese in the pictures that are taken of them.
{ [ -n "${CLIENTLEDGER_CHROMIUM:-}" ] || { [ -x /usr/bin/chromium ] && [ -d /usr/share/fonts/opentype/noto ]; }; } || install_chromium || { fail 'Chromium is not installed'; finish; }

dotnet build ClientLedger.sln --configuration Release --verbosity quiet || { fail 'the build'; finish; }

if [ -z "${CLIENTLEDGER_TEST_POSTGRES:-}" ]; then
  cluster=$(bash tests/postgres.sh start) || { fail 'PostgreSQL does not start'; finish; }
  trap 'bash tests/postgres.sh stop "${cluster%%$'"'\n'"'*}"' EXIT
  trap 'exit 130' INT TERM
  export CLIENTLEDGER_TEST_POSTGRES=${cluster#*$'\n'}
fi

# Tests that generate queries leave their T-SQL here; it is checked below.
export CLIENTLEDGER_SQLSERVER_SCRIPTS=$results/sqlserver
dotnet test ClientLedger.sln --configuration Release --no-build --property:TestResults="$results" \
  --blame-hang-timeout 20m --blame-hang-dump-type none
code=$?

# Counts come from the result files: skipped tests are in neither 'passed' nor 'notExecuted' there, but in total - executed.
count() { sed -n "s/.*<Counters.* $1=\"\([0-9]*\)\".*/\1/p" "$results"/*.trx 2> /dev/null | awk '{ n += $1 } END { print n + 0 }'; }
total=$(count total) executed=$(count executed) passed=$(count passed)
skipped=$((total - executed))
failed=$((failed + executed - passed))
for aborted in $(grep -li 'test run was aborted' "$results"/*.trx 2> /dev/null); do
  fail "$(basename "$aborted" .trx) was aborted: some of its tests didn't run"
done
if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then fail "dotnet test ended with $code"; fi

# One line a test: outcome, seconds, name, reason.
awk '
  function attribute(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
  function unescape(text) { gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&amp;/, "\\&", text); return text }
  /<UnitTestResult / {
    split(attribute("duration"), time, ":"); outcome = attribute("outcome"); name = attribute("testName"); reason = ""
    seconds = time[1] * 3600 + time[2] * 60 + time[3]
    if (/\/>[ \t\r]*$/) { print outcome "\t" seconds "\t" name "\t"; next }
  }
  /<Message>/ && reason == "" { reason = $0; sub(/^.*<Message>/, "", reason); sub(/<\/Message>.*$/, "", reason) }
  /<\/UnitTestResult>/ { print outcome "\t" seconds "\t" name "\t" unescape(reason) }
' "$results"/*.trx > "$results/tests.tsv" 2> /dev/null

while IFS=$'\t' read -r outcome _ name reason; do
  if [ "$outcome" = NotExecuted ] && ! grep -qxF -- "$reason" tests/skips.txt; then
    fail "$name was skipped for a reason that tests/skips.txt doesn't allow: $reason"
  fi
done < "$results/tests.tsv"
awk -F'\t' '$1 == "Failed" { print "FAILED: " unescape($3) } function unescape(text) { gsub(/&quot;/, "\"", text); return text }' "$results/tests.tsv" >&2
awk -F'\t' '$1 == "NotExecuted" { n[$4]++ } END { for (reason in n) print n[reason] " skipped: " reason }' "$results/tests.tsv"
if [ "$depth" = quick ]; then
  awk -F'\t' '{ sub(/\(.*/, "", $3); sub(/\.[^.]*$/, "", $3); s[$3] += $2 } END { for (c in s) if (s[c] > 60) printf "SLOW: %s takes %d s in quick, of at most 60\n", c, s[c] }' "$results/tests.tsv" >&2
fi

if [ -d tests/ClientLedger.SqlServer.Check ]; then
  dotnet run --configuration Release --no-build --project infra/migrations -- sqlserver-script "$CLIENTLEDGER_SQLSERVER_SCRIPTS" \
    && dotnet run --configuration Release --project tests/ClientLedger.SqlServer.Check -- "$CLIENTLEDGER_SQLSERVER_SCRIPTS" | tee "$results/sqlserver.log"
  code=$?
  read -r ok bad < <(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$results/sqlserver.log" 2> /dev/null | tail -n 1) || true
  passed=$((passed + ${ok:-0}))
  failed=$((failed + ${bad:-0}))
  if [ "$code" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; then fail 'the check of the T-SQL'; fi
fi

finish
