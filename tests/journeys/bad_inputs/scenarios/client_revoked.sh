# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: a client's card that its issuer revoked is refused by name and opens nothing; a good one is said to be valid
. "$root/tests/journeys/bad_inputs/steps"

before_desk() {
    add_card revoked anna-berzina
    revoke_card revoked
}

walk() {
    log_in
    cat <<STEPS
await client-card
expect clientName Anna Bērziņa
expect clientLevel (OCSP,
shot 01-valid
wait needQuery
click endContact
wait readyServeAgain
await client-card-out
gone readyServeAgain
await insert revoked client
expect failure VL-DEV-0015
expect clientLevel $is_revoked
shot 02-revoked
STEPS
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 0 case.open
    grep '"contact.identify"' "$work/audit.ndjson" | grep -q 'ocsp' || {
        echo "scenario: the word of the issuer is not in the audit" >&2
        return 1
    }
}
