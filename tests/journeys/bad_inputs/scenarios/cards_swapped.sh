# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: cards in the wrong readers, the same card in both, the clerk's own as a client's: nobody becomes another
. "$root/tests/journeys/bad_inputs/steps"

before_desk() {
    add_card clerks-other liga-kalnina
    add_card juris juris-ozolins
}

walk() {
    cat <<STEPS
within 20
# Before anybody is in: the two swapped.
await insert client clerk
await insert clerk client
wait loginPin
expect loginHolder ANNA
type loginPin 1234
press Enter
wait loginFailure
shot 01-swapped-before-login
await remove client
await remove clerk
expect loginPrompt $put_your_card
# The clerk is in; a card of hers as the client's.
await insert clerk clerk
wait loginPin
type loginPin 1234
press Enter
wait readyByDocument
await insert clerks-other client
expect failure VL-DEV-0002
shot 02-clerk-as-client
await remove clerks-other
gone failure
# Anna is served; Juris's card comes.
await insert client client
expect clientName Anna Bērziņa
wait needQuery
await remove client
await insert juris client
wait otherCard
expect failure VL-DEV-0004
expect clientName Anna Bērziņa
shot 03-another-client
await remove juris
gone otherCard
gone failure
# In the contact the two are swapped.
await insert client client
await remove clerk
expect loginPrompt $put_your_card
shot 04-locked
await remove client
await insert client clerk
expect loginFailure VL-DEV-0003
gone failure
shot 05-client-as-clerk
await insert clerk client
pause 1500
expect loginFailure VL-DEV-0003
await remove client
await remove clerk
await insert clerk clerk
wait loginPin
type loginPin 1234
press Enter
wait needQuery
expect clientName Anna Bērziņa
shot 06-goes-on
STEPS
    all_sent
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 contact.open
    prove_acts 2 contact.identify # the card, and its issuer's word of it
}
