# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: expired cards, cards of an unknown issuer and cards that are no eID, of the clerk and of the client
. "$root/tests/journeys/bad_inputs/steps"

before_desk() {
    add_card old-clerk liga-kalnina --expired
    add_card false-clerk liga-kalnina --unknown-issuer
    add_card old-client anna-berzina --expired
    add_card false-client anna-berzina --unknown-issuer
    add_card early-client anna-berzina --not-yet-valid
    add_card strange-client anna-berzina --fault "answer 6A82 at APDU 1"
}

bad_client() { # CARD CODE PICTURE
    cat <<STEPS
await insert $1 client
expect failure $2
wait readyByDocument
shot $3
await remove $1
gone failure
STEPS
}

walk() {
    cat <<STEPS
within 20
await insert old-clerk
expect loginFailure VL-CARD-0008
shot 01-expired-clerk
await remove old-clerk
gone loginFailure
await insert false-clerk
expect loginFailure VL-CARD-0010
shot 02-false-clerk
await remove false-clerk
gone loginFailure
STEPS
    log_in
    bad_client old-client VL-CARD-0008 03-expired-client
    bad_client false-client VL-CARD-0010 04-false-client
    bad_client early-client VL-CARD-0009 05-early-client
    bad_client strange-client VL-CARD-0004 06-no-eid
    client_comes
    echo "gone failure"
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 login
    prove_acts 1 contact.open
}
