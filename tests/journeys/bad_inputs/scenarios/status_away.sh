# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the status service away: the client is served, "not confirmed" with the reason, confirmed once it is back
. "$root/tests/journeys/bad_inputs/steps"

walk() {
    log_in
    echo "await status down"
    client_comes
    cat <<STEPS
expect clientLevel $no_answer
shot 01-away
type needQuery pārvācos
await status nonsense
within 40
expect clientLevel $no_sense
shot 02-nonsense
await status up
expect clientLevel (OCSP,
shot 03-confirmed
STEPS
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 contact.open
}
