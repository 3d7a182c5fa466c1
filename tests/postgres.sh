# shellcheck shell=bash
# A PostgreSQL of our own for the length of one test run; sourced by tests/run.
#
# The cluster lives in target/test-postgres and listens on nothing but a unix socket in a folder that
# only its owner may enter: no password, no port to collide with, no way in for anybody else.
# It writes without fsync: fast, and of no value after the run anyway.

postgres_bin=''    # folder of initdb and pg_ctl
postgres_user=''   # whom the server runs as when we are root, because PostgreSQL refuses root
postgres_home=''   # this run's folder: data/ and log
postgres_socket='' # folder of the socket; short, because a socket's path may have 107 bytes

# Sets postgres_bin, or fails. Debian keeps the server's programs out of PATH.
find_postgres() {
    local folder
    for folder in "$(dirname "$(command -v initdb 2>/dev/null)" 2>/dev/null)" \
        "$(pg_config --bindir 2>/dev/null)" \
        $(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort --reverse); do
        if [[ $folder != . && -x $folder/initdb && -x $folder/pg_ctl ]]; then
            postgres_bin=$folder
            return 0
        fi
    done
    return 1
}

# Runs a command as the one who owns the cluster.
as_postgres() {
    if [[ -n $postgres_user ]]; then
        (cd / && runuser -u "$postgres_user" -- "$@")
    else
        "$@"
    fi
}

# Removes what killed runs left behind. A folder whose server still lives is somebody else's.
sweep_postgres() {
    local home pid
    for home in "$1"/*/; do
        pid=$(head -n 1 "$home/data/postmaster.pid" 2>/dev/null)
        if [[ ! -d $home || -n $(find "$home" -maxdepth 0 -mmin -5) ]]; then continue; fi
        if [[ -z $pid ]] || ! kill -0 "$pid" 2>/dev/null; then rm -rf "$home" "${home%/}.initdb"; fi
    done
}

# Starts the cluster and sets TEST_DATABASE_URL.
start_postgres() {
    local parent=$1
    mkdir -p "$parent"
    sweep_postgres "$parent"
    if ((EUID == 0)); then
        for postgres_user in postgres nobody; do
            id "$postgres_user" >/dev/null 2>&1 && break
        done
        # A clone below /root, say, is closed to everybody else.
        as_postgres test -x "$parent" || parent=${TMPDIR:-/tmp}
    fi
    postgres_home=$(mktemp -d "$parent/XXXXXX") || return 1
    postgres_socket=$(mktemp -d /tmp/trialog-XXXXXX) || return 1
    if [[ -n $postgres_user ]]; then
        chown "$postgres_user" "$postgres_home" "$postgres_socket" || return 1
    fi

    local log=$postgres_home/log
    as_postgres "$postgres_bin/initdb" --pgdata="$postgres_home/data" --username=trialog --auth=trust \
        --encoding=UTF8 --locale=C --no-sync --no-instructions >"$postgres_home.initdb" 2>&1 || {
        cat "$postgres_home.initdb"
        return 1
    }
    # One connection per test and thread, some of them at once: more than the default of 100.
    # The server gets a log of its own, or it would keep this script's output open.
    as_postgres "$postgres_bin/pg_ctl" start --pgdata="$postgres_home/data" --log="$log" --wait \
        --timeout=60 --silent -o "-c listen_addresses='' -k $postgres_socket -c fsync=off \
        -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 \
        -c max_pred_locks_per_transaction=256" >/dev/null 2>&1 </dev/null || {
        cat "$log"
        return 1
    }
    export TEST_DATABASE_URL="postgres://trialog@${postgres_socket//\//%2F}/postgres"
    echo "$("$postgres_bin/postgres" --version) is up on a socket in $postgres_socket"
}

# Stops the cluster and removes it; safe to call at any time and more than once.
stop_postgres() {
    [[ -n $postgres_home ]] || return 0
    if [[ -d $postgres_home/data ]]; then
        as_postgres "$postgres_bin/pg_ctl" stop --pgdata="$postgres_home/data" --mode=immediate \
            --silent >/dev/null 2>&1
    fi
    rm -rf "$postgres_home" "$postgres_home.initdb" "$postgres_socket"
    postgres_home=''
    unset TEST_DATABASE_URL
}
