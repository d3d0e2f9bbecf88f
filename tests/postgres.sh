#!/usr/bin/env bash
# A throw-away PostgreSQL cluster on 127.0.0.1, for tests alone: no fsync, its own folder, its own port, its own password.
#   postgres.sh find           prints the folder of initdb; exit code 1 when PostgreSQL isn't installed
#   postgres.sh start          starts a cluster; prints its folder, and on the next line the connection string of its superuser
#   postgres.sh stop FOLDER    stops it and removes the folder
#   postgres.sh guard PID FOLDER   does so as soon as the process PID is gone (a test host is killed before it can tidy up)
set -euo pipefail

find_programs() {
  local initdb
  initdb=$(command -v initdb || ls -1 /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
  [ -n "$initdb" ] && dirname "$initdb"
}

# PostgreSQL refuses to run as root.
unprivileged() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@")
  else
    (cd / && "$@")
  fi
}

start() {
  local programs folder password port
  programs=$(find_programs)
  folder=$(mktemp -d "${TMPDIR:-/tmp}/clientledger-postgres.XXXXXX")
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$password" > "$folder/password"
  if [ "$(id -u)" -eq 0 ]; then chown -R postgres:postgres "$folder"; fi
  unprivileged "$programs/initdb" --pgdata="$folder/data" --username=postgres --pwfile="$folder/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync > "$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
  rm -f "$folder.log"
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    port=$((20000 + RANDOM % 20000))
    if unprivileged "$programs/pg_ctl" start --pgdata="$folder/data" --log="$folder/log" --wait --silent --options="-p $port \
      -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
      -c max_connections=300 -c shared_buffers=256MB -c max_wal_size=2GB ${CLIENTLEDGER_POSTGRES_OPTIONS:-}" > /dev/null 2>&1; then
      printf '%s\n' "$folder" "Host=127.0.0.1;Port=$port;Username=postgres;Password=$password;Database=postgres;Include Error Detail=true"
      return
    fi
  done
  cat "$folder/log" >&2
  stop "$folder"
  exit 1
}

stop() {
  if [ -d "$1/data" ]; then
    unprivileged "$(find_programs)/pg_ctl" stop --pgdata="$1/data" --mode=immediate --silent > /dev/null 2>&1 || true
  fi
  rm -rf "$1"
}

guard() {
  while kill -0 "$1" 2> /dev/null; do sleep 1; done
  stop "$2"
}

case "${1:-}" in
  find) find_programs ;;
  start) start ;;
  stop) stop "$2" ;;
  guard) guard "$2" "$3" ;;
  *) sed -n '2,6p' "$0"; exit 2 ;;
esac
