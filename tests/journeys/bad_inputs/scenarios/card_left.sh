# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the client's card left after the contact: said, begins nothing by itself, serves again when asked
. "$root/tests/journeys/bad_inputs/steps"

walk() {
    log_in
    client_comes
    cat <<STEPS
click endContact
wait readyServeAgain
expect clientName $nobody
shot 01-card-left
# Locked and in again, the left card still begins nothing.
await remove clerk
await insert clerk
wait loginPin
type loginPin 1234
press Enter
wait readyServeAgain
pause 700
expect clientName $nobody
click readyServeAgain
expect clientName Anna Bērziņa
wait needQuery
click endContact
wait readyServeAgain
await remove client
gone readyServeAgain
shot 02-card-out
STEPS
    client_comes
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 3 contact.open
    prove_acts 2 contact.end
}
