# shellcheck shell=bash
# A Trialog with its demo town for the browser stories; sourced by tests/run.

server_pid=''
server_home='' # data folder of this run
server_log=''
# With it everyone of the demo town signs in, see signIn in tests/browser/support.mjs.
export STORY_PASSWORD=${STORY_PASSWORD:-Kastanien-im-Stadtgarten}

free_port() {
    node -e 'const s = require("node:net").createServer();
        s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}

# Whether a URL answers with 200.
answers() {
    node -e 'fetch(process.argv[1]).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1));' "$1"
}

# Starts `trialog demo` with an empty data folder, waits until it answers and sets TRIALOG_URL.
start_server() {
    local program=$1 port seconds
    server_log=$2
    port=$(free_port) || return 1
    server_home=$(mktemp -d "${TMPDIR:-/tmp}/trialog-demo-XXXXXX") || return 1
    # All stories come from one address and at once, as a whole street of residents would.
    TRIALOG__LIMITS__PER_MINUTE__START_PARTICIPATION=10000 TRIALOG__LIMITS__PER_MINUTE__SAVE=10000 \
        TRIALOG__LIMITS__PER_MINUTE__SUBMIT=10000 TRIALOG__LIMITS__PER_MINUTE__RECEIPT_LOOKUP=10000 \
        TRIALOG__LIMITS__PER_MINUTE__PERSON=10000 TRIALOG__LIMITS__PER_MINUTE__PEOPLE=10000 \
        TRIALOG__LIMITS__PER_MINUTE__SIGN_IN=10000 TRIALOG__LIMITS__PER_MINUTE__SUBSCRIBE=10000 \
        TRIALOG__MAIL__ADDRESS_PER_HOUR=10000 TRIALOG__MAIL__ADDRESS_PER_DAY=10000 TRIALOG__MAIL__PUBLIC_PER_HOUR=10000 \
        "$program" demo --password-for-stories "$STORY_PASSWORD" --data "$server_home" --bind "127.0.0.1:$port" >"$server_log" 2>&1 &
    server_pid=$!
    for ((seconds = 0; seconds < 180; seconds++)); do
        if ! kill -0 "$server_pid" 2>/dev/null; then
            echo "The server ended before it answered:"
            tail -n 40 "$server_log"
            return 1
        fi
        if answers "http://127.0.0.1:$port/healthz"; then
            export TRIALOG_URL="http://127.0.0.1:$port"
            # The program, for a story that needs a town of its own, see tests/browser/hostile/town.mjs.
            export TRIALOG_PROGRAM="$program"
            # Where the demo town lays its mails, see letterTo in tests/browser/support.mjs.
            export TRIALOG_MAILS="$server_home/mails"
            echo "The demo town answers on $TRIALOG_URL after $seconds s"
            return 0
        fi
        sleep 1
    done
    echo "The server did not answer in $seconds s:"
    tail -n 40 "$server_log"
    return 1
}

# Asks the server to end. Fails if it does not end cleanly in 20 s, or has panicked on the way.
stop_server() {
    [[ -n $server_pid ]] || return 0
    local code=0 tenths pid=$server_pid
    server_pid=''
    kill -TERM "$pid" 2>/dev/null
    for ((tenths = 0; tenths < 200; tenths++)); do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null
    wait "$pid" || code=$?
    rm -rf "$server_home"
    if ((code != 0)); then
        echo "The server ended with $code instead of 0; its last lines:"
        tail -n 20 "$server_log"
        return 1
    fi
    if grep -n 'panicked at' "$server_log"; then
        echo "The server panicked, see $server_log"
        return 1
    fi
}
