# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the client's card torn out at each command of the signing; the card back, it is signed, once
. "$root/tests/journeys/bad_inputs/steps"

# Which commands do what, for a card with the profile seid-ec put in anew at the step of signing:
# 1-3 read it, 4-19 read its certificate for signatures, then, that known, 4-8 find its key, 9 counts the tries;
# all known: 4-5 count the tries, 6-10 check PIN2 and sign.
walk() {
    local n
    log_in
    client_comes
    # Torn before the step counts the tries for the first time.
    echo "await fault client drop at APDU 18"
    application_filled
    printf '%s\n' "within 30" "click signMethods_1" "expect signCardHint $put_clients_card" "shot 01-card-out"
    for n in {4..19} {5..9}; do
        printf '%s\n' "await torn client $n" "expect signCardHint $put_clients_card"
    done
    for n in {6..10}; do
        printf '%s\n' "await fault client drop at APDU $n" "await insert client" "expect signTries 3" \
            "type signPin2 123456" "press Enter" "expect failure VL-CARD-0003" "expect signCardHint $put_clients_card" \
            "await insert client" "gone failure" "expect signTries 3" "await remove client" \
            "expect signCardHint $put_clients_card"
    done
    printf '%s\n' "shot 02-torn-while-signing" "await insert client" "expect signTries 3" "type signPin2 123456" \
        "press Enter" "wait signSigned" "gone failure" "shot 03-signed"
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 case.sign
}
