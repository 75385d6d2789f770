# shellcheck shell=bash disable=SC1091,SC2154,SC2034  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: PINs that nobody else has, typed on the keyboard; afterwards nothing of the desk has them, not even its core dump
. "$root/tests/journeys/bad_inputs/steps"

# Digits by chance; only the cards know them, and this file.
digits() { od -An -N8 -tu1 /dev/urandom | awk '{ for (i = 1; i <= NF; i++) printf "%d", $i % 10 }'; }
start_readers() {
    local lines name
    for name in liga-kalnina anna-berzina; do
        digits >"$work/$name.pin1" && digits >"$work/$name.pin2"
        jq --rawfile pin1 "$work/$name.pin1" --rawfile pin2 "$work/$name.pin2" '. + {pin1: $pin1, pin2: $pin2}' \
            "$people/$name.json" >"$work/$name.json"
    done
    for name in "$work"/*.pin?; do printf '%s\n' "$(cat "$name")"; done >"$work/secrets"
    lines=$(cards start "$work/cards" "$bin" "$work/liga-kalnina.json" "$work/anna-berzina.json")
    eval "$lines"
    # Where the desk's core dump goes.
    mkdir -p "$work/cores"
    desk_prefix=(env -C "$work/cores" prlimit --core=unlimited)
}

desk_process() { pgrep -f "^$bin/vienlogs-workstation --data $work/desk"; }

# On the keyboard, as a clerk does: a step "type" would have the PIN in the walk, and so in the desk's memory.
act_keys() {
    xdotool key ctrl+a # a step before may have typed a character to have the keyboard go there
    xdotool type --delay 15 --file "$work/$1"
    sleep 0.3 # the keys are on their way to the window
    # While it stands in the line it is there: the search sees what is to be seen.
    ! find_in process "$(desk_process)" >/dev/null || { echo "scenario: the search sees nothing" && touch "$work/found"; }
    xdotool key "${2:-Return}"
}
find_in() { "$root/tests/journeys/bad_inputs/find-in-process" "$work/secrets" "$@"; }
searched() { find_in "$@" || touch "$work/found"; }
act_search() { searched process "$(desk_process)"; }
act_abort() { kill -ABRT "$(desk_process)"; }

walk() {
    printf '%s\n' "within 20" "await clerk-card" "wait loginPin" "await keys liga-kalnina.pin1" \
        "wait readyByDocument" "await search"
    client_comes
    printf '%s\n' "click clientProvePin" "wait clientPin" "await keys anna-berzina.pin1 Escape" "gone clientPin" \
        "await search" "click clientProvePin" "wait clientPin" "await keys anna-berzina.pin1" "gone clientPin" "await search"
    application_filled
    printf '%s\n' "click signMethods_1" "wait signPin2" "type signPin2 0" "await keys anna-berzina.pin2" "wait signSigned" \
        "await search" "await abort" "pause 5000"
}

# The desk is killed at the end, which the walk takes for a failure.
eval "$(declare -f walk_one_run | sed '1s/walk_one_run/walk_to_the_end/')"
walk_one_run() { walk_to_the_end 2>"$work/log/end.log" || grep -q '^journey: await abort' "$work/log/journey.log"; }

prove() {
    local dumps
    mapfile -t dumps < <(find "$work/cores" -type f -size +1M)
    if grep -q '[|/]' /proc/sys/kernel/core_pattern; then
        echo "  core dumps go elsewhere on this machine; none is searched"
    else
        [ ${#dumps[@]} = 1 ] || { echo "scenario: ${#dumps[@]} core dumps" >&2 && return 1; }
        searched files "${dumps[0]}"
    fi
    mapfile -t logs < <(find "$work/log" "$work/desk" "$work/server" "$work/cards" -type f ! -name '*.card')
    searched files "${logs[@]}"
    [ ! -e "$work/found" ] || { echo "scenario: a PIN was found" >&2 && return 1; }
    echo "  what the card service keeps is its own affair:"
    find_in process "$(cat "$work/cards/pcscd.pid")" || true
    end_server TERM
    admin audit verify
}
