# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the client's card torn out at each command of being identified and of proving PIN1; nobody by halves
. "$root/tests/journeys/bad_inputs/steps"

# Which commands do what, for a card with the profile seid-ec after the clerk's:
# never seen: 1-17 read it; then known: 1-3 read it, 4-8 find its key, 9-12 check PIN1 and sign;
# its key known: 4-8 check PIN1 and sign.
walk() {
    local n
    log_in
    echo "within 30"
    for n in {1..17}; do
        printf '%s\n' "await torn client $n" "expect failure VL-CARD-0003" "wait readyByDocument" \
            "expect clientName $nobody"
    done
    echo "shot 01-torn-while-read"
    client_comes
    echo "gone failure"
    for n in {4..9} {4..8}; do
        printf '%s\n' "await remove client" "gone clientProvePin" "await fault client drop at APDU $n" \
            "await insert client" "wait clientProvePin" "gone failure" "click clientProvePin" "type clientPin 1234" \
            "press Enter" "expect failure VL-CARD-0003" "expect clientName Anna Bērziņa" "gone clientProvePin" \
            "await insert client" "gone failure" "wait clientProvePin"
    done
    printf '%s\n' "shot 02-card-back" "click clientProvePin" "type clientPin 1234" "press Enter" \
        "gone clientProvePin" "wait clientPinProved" "shot 03-proved"
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 contact.open
    prove_acts 3 contact.identify # the card, its issuer's word of it, PIN1
}
