# shellcheck shell=bash disable=SC1091,SC2154,SC2034  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: a client's reader with keys of its own: PIN1 and PIN2 entered there, cancelled, PIN2 changed there, signed
. "$root/tests/journeys/bad_inputs/steps"

export VIENLOGS_CARD_READERS=pad # of installers/lib/cards: the client's has a pad

walk() {
    log_in
    client_comes
    cat <<STEPS
click clientProvePin
wait clientPinConfirm
gone clientPin
shot 01-pin1-at-the-reader
click clientPinConfirm
announce pad 1234
wait clientPinProved
STEPS
    application_filled
    cat <<STEPS
click signMethods_1
wait signWithCard
gone signPin2
shot 02-pin2-at-the-reader
click signWithCard
wait signBusy
shot 03-the-reader-waits
announce pad cancel
expect failure VL-CARD-0022
wait signWithCard
shot 04-cancelled
press Ctrl+K
type paletteQuery PIN kodi
press Enter
wait pinsTasks_1
click pinsTasks_1
shot 05-change-at-the-reader
click pinsContinue
announce pad 123456 654321 654321
wait pinsDone
shot 06-changed
click pinsContinue
wait signWithCard
click signWithCard
announce pad 654321
wait signSigned
shot 07-signed
STEPS
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 case.sign
}
