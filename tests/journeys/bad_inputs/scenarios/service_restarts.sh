# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: pcscd away at the start, in a contact and in the signing; each time the desk says so and goes on
. "$root/tests/journeys/bad_inputs/steps"

before_desk() { act_service stop; }

walk() {
    cat <<STEPS
expect failure VL-CARD-0001
expect loginPrompt $plug_in_reader
shot 01-no-service
await service start
gone failure
shot 02-service-back
STEPS
    log_in
    client_comes
    cat <<STEPS
await service stop
expect failure VL-CARD-0001
shot 03-service-away-in-contact
await service start
wait loginPin
shot 04-service-back
type loginPin 1234
press Enter
wait needQuery
expect clientName Anna Bērziņa
shot 05-contact-goes-on
STEPS
    application_filled
    cat <<STEPS
click signMethods_1
wait signPin2
await service stop
expect failure VL-CARD-0001
await service start
wait loginPin
type loginPin 1234
press Enter
wait signPin2
STEPS
    cat <<STEPS
type signPin2 123456
press Enter
wait signSigned
STEPS
    echo "shot 06-signed"
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 case.sign
    prove_acts 1 case.open
}
