# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: no readers at the start, readers pulled in a contact, each time told; the contact goes on
. "$root/tests/journeys/bad_inputs/steps"

before_desk() {
    act_service stop
    act_service start none
}

# The readers are on a hub that is pulled and put in.
act_hub() {
    act_service stop
    case $1 in
        out) act_service start none ;;
        in) act_service start ;;
    esac
}

walk() {
    cat <<STEPS
expect loginPrompt $plug_in_reader
shot 01-no-readers
await hub in
expect loginPrompt $put_your_card
STEPS
    log_in
    client_comes
    cat <<STEPS
await hub out
expect loginPrompt $plug_in_reader
gone failure
shot 02-readers-pulled
await hub in
wait loginPin
type loginPin 1234
press Enter
wait needQuery
expect clientName Anna Bērziņa
gone failure
shot 03-contact-goes-on
STEPS
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 contact.open
}
