# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the desk's disk full in the form, at signing, paying and submitting: told, and gone on with room again
. "$root/tests/journeys/bad_inputs/steps"

before_desk() { small_disk desk 24; }

walk() {
    log_in
    client_comes
    application_filled | sed -n '/formContinue/q;p'
    cat <<'STEPS'
click formContinue
wait field_newAddress
announce disk full desk
type field_newAddress Miera iela 115, Cēsis
wait field_newAddressProposals
choose field_newAddressProposals Cēsis
expect failure VL-BASE-0004
shot 01-form
announce disk free desk
type field_movedOn 20.11.2026.
click field_ground_1
wait field_ownerName
type field_ownerName Jānis Ozols
click field_withChildren_no
click formContinue
wait field_hasAdditional_no
click field_hasAdditional_no
click formContinue
wait field_delivery_0
click field_delivery_0
click field_confirmed_yes
pause 1000
announce disk full desk
pause 500
click formContinue
expect failure VL-BASE-0004
wait formContinue
shot 02-form-end
announce disk free desk
pause 300
click formContinue
wait signPrint
click scanFeeder
wait signUseScan
announce disk full desk
pause 500
click signUseScan
expect failure VL-BASE-0004
wait signUseScan
shot 03-sign
announce disk free desk
pause 300
click signUseScan
wait signSigned
announce disk full desk
pause 500
click signContinue
expect failure VL-BASE-0004
shot 04-invoice
announce disk free desk
wait payNow
shot 05-invoice-by-itself
announce disk full desk
pause 500
click payNow
expect failure VL-BASE-0004
wait payNow
shot 06-not-charged
announce disk free desk
pause 300
click payNow
wait payReceipt
click payContinue
wait doneContinue
announce disk full desk
pause 500
click doneContinue
expect failure VL-BASE-0004
shot 07-submit
announce disk free desk
pause 300
click doneContinue
wait doneNumber
within 90
expect syncState Viss ir nosūtīts
shot 08-sent
STEPS
}

prove() {
    end_server TERM
    admin audit verify
    for act in contact.open case.open case.save-answers case.sign case.invoice case.submit; do prove_acts 1 "$act"; done
    [ "$(grep -c '^captured' "$work/log/terminal.log")" = 1 ]
}
