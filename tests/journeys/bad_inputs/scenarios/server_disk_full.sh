# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the server's disk full: the desk works on and keeps everything, it is sent when there is room again
. "$root/tests/journeys/bad_inputs/steps"

before_desk() {
    end_server TERM
    small_disk server 24
    start_server "$server_port"
}

walk() {
    log_in
    client_comes
    application_filled
    cat <<'STEPS'
announce disk full server
pause 500
STEPS
    signed_by_card
    cat <<'STEPS'
click signContinue
wait payNow
shot 01-invoice
click payNow
wait payReceipt
click payContinue
wait doneContinue
click doneContinue
wait doneNumber
expect syncState gaida
pause 3000
shot 02-waiting
announce disk free server
within 90
expect syncState Viss ir nosūtīts
expect doneSent Iestāde to ir saņēmusi
shot 03-sent
STEPS
}

prove() {
    end_server TERM
    admin audit verify
    for act in case.sign case.submit; do prove_acts 1 "$act"; done
}
