# shellcheck shell=bash disable=SC1091,SC2154,SC2034  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the desk's data put back to an earlier copy, then the newer data again as a second desk: told both times
. "$root/tests/journeys/bad_inputs/steps"

runs=4

walk() {
    case $run in
        1)
            log_in
            client_comes
            all_sent
            ;;
        2)
            log_in_again needQuery
            application_filled
            signed_by_card
            all_sent
            ;;
        3)
            log_in_again needQuery
            cat <<STEPS
shot 01-the-contact-of-the-copy
click endContact
expect failure VL-SYNC-0002
shot 02-told
STEPS
            all_sent
            echo 'shot 03-sent'
            ;;
        4)
            log_in_again payNow
            cat <<STEPS
expect failure VL-SYNC-0002
shot 04-the-other-told
STEPS
            all_sent
            ;;
    esac
}

between_runs() {
    case $1 in
        1) cp -a "$work/desk" "$work/desk.copy" ;;
        2) mv "$work/desk" "$work/desk.newer" && mv "$work/desk.copy" "$work/desk" ;;
        3) mv "$work/desk" "$work/desk.copy" && mv "$work/desk.newer" "$work/desk" ;;
    esac
}

prove() {
    end_server TERM
    admin audit verify
    for act in contact.open contact.end case.open case.sign; do prove_acts 1 "$act"; done
}
