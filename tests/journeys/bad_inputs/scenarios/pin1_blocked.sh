# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the clerk's PIN1 wrong until it is blocked: tries counted, what to do told; another card goes on
. "$root/tests/journeys/bad_inputs/steps"

# The same clerk's other card.
before_desk() { add_card spare liga-kalnina; }

walk() {
    cat <<'STEPS'
announce clerk-card
wait loginPin
type loginPin 9999
press Enter
expect loginFailure VL-CARD-0005
expect loginFailure 2
shot 01-two-left
type loginPin 9999
press Enter
expect loginFailure mēģinājumi: 1
shot 02-one-left
type loginPin 9999
press Enter
expect loginFailure VL-CARD-0006
expect loginFailure PUK
gone loginPin
shot 03-blocked
announce remove clerk
gone loginFailure
announce insert spare
wait loginPin
type loginPin 1234
press Enter
wait readyByDocument
shot 05-other-card
STEPS
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 login
}
