# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: a card of another state and a card for tests are named and refused with advice; the next client is served
. "$root/tests/journeys/bad_inputs/steps"

before_desk() {
    add_card foreign mari-tamm-eestist
    add_card test testa-karte
}

walk() {
    cat <<STEPS
within 20
await insert foreign clerk
expect loginFailure VL-CARD-0040
shot 01-foreign-clerk
await remove foreign
gone loginFailure
STEPS
    log_in
    cat <<STEPS
await insert foreign client
expect failure VL-CARD-0040
shot 02-foreign-client
await remove foreign
gone failure
await insert test client
expect failure VL-CARD-0041
shot 03-test-client
await remove test
gone failure
await client-card
expect clientName Anna Bērziņa
wait needQuery
STEPS
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 contact.open # of the client who has a card of ours
}
