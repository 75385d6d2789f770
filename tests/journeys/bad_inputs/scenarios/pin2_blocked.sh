# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the client's PIN2 wrong until it is blocked: tries counted, the way stays by card; paper goes on
. "$root/tests/journeys/bad_inputs/steps"

walk() {
    log_in
    client_comes
    application_filled
    cat <<STEPS
click signMethods_1
type signPin2 999999
press Enter
expect failure : 2.
wait signPin2
expect signTries 2
shot 01-two-left
press 9
press 9
press 9
press 9
press 9
press 9
press Enter
expect failure : 1.
shot 02-typed-again-where-it-was
await remove client
expect signCardHint $put_clients_card
await insert client
wait signPin2
expect signTries 1
type signPin2 999999
press Enter
expect failure VL-CARD-0006
expect signCardHint PUK
shot 03-blocked
await remove client
expect signCardHint $put_clients_card
await insert client
expect signCardHint PUK
shot 04-blocked-when-put-in
click signMethods_0
click signPrint
wait signPrinted
click scanFeeder
wait signUseScan
click signUseScan
wait signSigned
shot 05-signed-on-paper
STEPS
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 case.sign
}
