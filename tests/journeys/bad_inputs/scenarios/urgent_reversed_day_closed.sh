# shellcheck shell=bash disable=SC1091,SC2154,SC2034  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: an urgent fee paid, its reversal lost once and then done, a relief paid instead, the terminal's day closed
. "$root/tests/journeys/bad_inputs/steps"

# The line drops once, before the terminal gives the money back.
terminal_options=(--fault drop-before-reversal)

# The same walk in each language of the window.
case $language in
    lv) passport='Pases izsniegšana' place='Cēsu novads' day='Noslēgt termināļa dienu' ;;
    en) passport='Issuing a passport' place='Cēsis Municipality' day="End the terminal's day" ;;
    ru) passport='Выдача паспорта' place='Цесисский край' day='Закрыть день терминала' ;;
esac

passport_filled() {
    cat <<STEPS
type needQuery pase
choose needResults $passport
choose serviceList $passport
click servicesContinue
wait field_phone
click formContinue
wait field_forWhom_0
click field_forWhom_0
click field_document_1
click field_reason_1
click field_speed_1
type field_height 170
click field_personalCodeShown_yes
choose field_pickUp $place
click formContinue
wait field_delivery_0
click field_delivery_0
click field_confirmed_yes
click formContinue
wait signPrint
click signMethods_1
type signPin2 123456
press Enter
wait signSigned
click signContinue
STEPS
}

# From the paid page to the question whether the client is here, by two keys.
reversal_confirmed() {
    cat <<STEPS
click payReverseBegin
wait payReverseReasons
pause 300
shot $1-reasons
press $2
wait payReverseConfirm
pause 300
shot $1-client
click payReverseConfirm
STEPS
}

walk() {
    log_in
    client_comes
    passport_filled
    cat <<'STEPS'
# Ten working days unless the clerk says otherwise: urgent, by one key.
wait payNow
expect payAmount 50,00
shot 01-usual-fee
click payFeeAnother
wait payFees
shot 02-every-fee
press 2
expect payAmount 75,00
expect payLegalBasis Nr. 133
shot 03-urgent
click payNow
wait payReceipt
wait payReverseBegin
shot 04-paid
STEPS
    reversal_confirmed 05 1
    cat <<'STEPS'
# The answer was lost; the terminal cannot tell, so a person looks at its receipt.
wait payReverseAsk
shot 06-unknown
gone payNow
click payReverseAsk
wait payReverseNotGiven
click payReverseNotGiven
wait payReverseConfirm
shot 07-decide
click payReverseConfirm
wait payReverseBegin
STEPS
    reversal_confirmed 08 1
    cat <<'STEPS'
wait payReverseReceipt
expect payReverseState 75,00
shot 09-given-back
click payReversePrint
# The right fee: a pensioner's, and what proves it.
click payFeeAnother
wait payFees
press 4
wait payProofs
shot 10-proof
press 1
expect payAmount 25,00
shot 11-relief
click payNow
wait payReceipt
click payContinue
wait doneContinue
click doneContinue
wait doneNumber
wait doneReverseBegin
pause 700
shot 12-submitted
click doneContinue
wait readyByDocument
announce client-card-out
# The day.
press Ctrl+K
STEPS
    echo "type paletteQuery $day"
    cat <<'STEPS'
shot 13-command
press Enter
wait dayContinue
shot 14-day
click dayContinue
wait dayConfirm
shot 15-sure
click dayConfirm
within 60
wait dayReport
expect daySum_2 25,00
expect daySum_3 25,00
shot 16-closed
click dayPrint
pause 700
gone failure
click dayBack
wait readyByDocument
STEPS
}

# Every part but the window is asked whether it really happened.
prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 case.submit
    prove_acts 3 case.invoice
    [ "$(grep -c '^captured' "$work/log/terminal.log")" = 2 ] || { echo "scenario: not charged twice" >&2 && return 1; }
    [ "$(grep -c '^reversed' "$work/log/terminal.log")" = 1 ] || { echo "scenario: not given back once" >&2 && return 1; }
    grep -q '^closed 1 payments 2500$' "$work/log/terminal.log" || { echo "scenario: the day is not 25 euro" >&2 && return 1; }
}
