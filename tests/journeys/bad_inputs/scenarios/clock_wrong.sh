# shellcheck shell=bash disable=SC1091,SC2154,SC2034  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the computer's clock three hours ahead: told at the login and in the state line; the work goes on
. "$root/tests/journeys/bad_inputs/steps"

desk_prefix=(env FAKETIME_DONT_FAKE_MONOTONIC=1 faketime -f +3h)

walk() {
    log_in
    cat <<STEPS
expect clockWrong VL-BASE-0007
expect clockWrong 3 h
shot 01-told
STEPS
    client_comes
    application_filled
    signed_by_card
    echo "shot 02-signed"
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 case.sign
}
