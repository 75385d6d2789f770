# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the client's blocked PIN2 opened with the PUK at the desk, a wrong PUK and a swapped card on the way, then signed
. "$root/tests/journeys/bad_inputs/steps"

before_desk() { add_card other juris-ozolins; }

wrong_pin2() { printf '%s\n' 'type signPin2 999999' 'press Enter' "expect failure $1"; }

codes_entered() { # PUK NEW AGAIN
    cat <<STEPS
click pinsTasks_3
type pinsFirst $1
type pinsFresh $2
type pinsAgain $3
STEPS
}

walk() {
    log_in
    client_comes
    application_filled
    echo "click signMethods_1"
    wrong_pin2 ': 2.'
    wrong_pin2 ': 1.'
    wrong_pin2 VL-CARD-0006
    cat <<STEPS
wait signUnblock
shot 01-blocked
click signUnblock
wait pinsTasks_3
shot 02-what-to-do
STEPS
    codes_entered 00000000 654321 654321
    cat <<STEPS
press Enter
expect pinsFailure VL-CARD-0025
expect pinsTasks_3 2
shot 03-wrong-puk
await remove client
gone pinsTasks_3
shot 04-card-out
await insert other client
expect pinsFailure VL-DEV-0004
shot 05-another-persons-card
await remove other
await insert client
wait pinsTasks_3
STEPS
    codes_entered 12345678 654321 654322
    cat <<STEPS
wait pinsProblem
shot 06-not-the-same
type pinsAgain 654321
gone pinsProblem
press Enter
wait pinsDone
wait pinsContinue
shot 07-unblocked
press Enter
wait signPin2
type signPin2 654321
press Enter
wait signSigned
shot 08-signed
STEPS
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 case.sign
}
