# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the server away at the login: refused to who never was in here, offered to who was; sent when it is back
. "$root/tests/journeys/bad_inputs/steps"

walk() {
    cat <<STEPS
within 20
await cable-out
await clerk-card
wait loginPin
type loginPin 1234
press Enter
wait loginOffline
shot 01-offered
click loginOffline
expect loginFailure VL-DEV-0008
shot 02-never-in-here
await cable-in
type loginPin 1234
press Enter
wait readyByDocument
await cable-out
await remove clerk
await insert clerk
wait loginPin
type loginPin 1234
press Enter
wait loginOffline
click loginOffline
wait readyByDocument
shot 03-works-offline
STEPS
    client_comes
    cat <<STEPS
expect syncState $is_waiting
shot 04-waiting
await cable-in
within 60
expect syncState $all_is_sent
shot 05-sent
STEPS
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 contact.open
    prove_acts 1 login.offline
}
