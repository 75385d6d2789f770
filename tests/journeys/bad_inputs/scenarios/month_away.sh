# shellcheck shell=bash disable=SC1091,SC2154,SC2034  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: a month without a connection, worked through offline; then everything is sent and the clerk is told
. "$root/tests/journeys/bad_inputs/steps"

runs=3
later() { desk_prefix=(env FAKETIME_DONT_FAKE_MONOTONIC=1 faketime -f "$1"); }

walk() {
    case $run in
        1)
            log_in
            client_comes
            application_filled
            all_sent
            echo 'await cable-out'
            ;;
        2) # two weeks later, still without a connection
            cat <<STEPS
within 20
wait loginPin
type loginPin 1234
press Enter
wait loginOffline
click loginOffline
wait signPrint
STEPS
            signed_by_card
            cat <<STEPS
expect syncState $is_waiting
shot 01-two-weeks
STEPS
            ;;
        3)
            log_in_again payNow
            cat <<STEPS
expect failure VL-SYNC-0003
shot 02-told
STEPS
            all_sent
            echo 'shot 03-sent'
            ;;
    esac
}

between_runs() {
    case $1 in
        1) later +15d ;;
        2) # the server's clock is right: a month has passed for both
            later +31d
            server_prefix=("${desk_prefix[@]}")
            start_server "$server_port"
            ;;
    esac
}

prove() {
    end_server TERM
    admin audit verify
    for act in contact.open case.open case.sign login.offline; do prove_acts 1 "$act"; done
}
