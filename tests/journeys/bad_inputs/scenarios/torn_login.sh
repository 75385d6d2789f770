# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the clerk's card torn out at each command of the login; the card put in again always goes on
. "$root/tests/journeys/bad_inputs/steps"

# Which commands do what, for a card with the profile seid-ec:
# never seen: 1-15 read it, 16 selects it to find its key; then known: 1-3 read it, 4-8 find its key, 9-10 count the tries;
# its key known: 4-6 count the tries, 7-11 check PIN1 and sign.
torn() { # EXPECTATION N...
    local n
    for n in "${@:2}"; do printf '%s\n' "await torn clerk $n" "$1" "expect loginPrompt $put_your_card"; done
}

walk() {
    local n
    echo "within 30"
    torn "expect loginFailure VL-CARD-0003" {1..15}
    echo "shot 01-torn-while-read"
    torn "gone loginPin" 16 {4..9} {4..6}
    for n in {7..11}; do
        printf '%s\n' "await fault clerk drop at APDU $n" "await insert clerk" "wait loginPin" "expect loginTries 3" \
            "type loginPin 1234" "press Enter" "expect loginFailure VL-CARD-0003" "expect loginPrompt $put_your_card"
    done
    printf '%s\n' "shot 02-torn-while-checked" "await insert clerk" "wait loginPin" "expect loginTries 3" \
        "type loginPin 1234" "press Enter" "wait readyByDocument"
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 login
}
