# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the terminal off at the start, called off at once, declining, killed while it takes the money; what is unknown stays unknown
. "$root/tests/journeys/bad_inputs/steps"

before_desk() { act_terminal-off; }

walk() {
    log_in
    client_comes
    application_filled
    signed_by_card
    cat <<'STEPS'
click signContinue
wait payNow
shot 01-terminal-off
click payNow
within 60
expect failure VL-POS-0001
wait payNow
shot 02-silent
announce terminal-on
wait payNow
announce terminal latency 1500
pause 300
click payNow
click payAbort
expect payState Nauda nav noņemta
wait payNow
shot 03-called-off-at-once
announce terminal customer decline
announce terminal latency 0
pause 300
click payNow
wait payNow
wait payNow
shot 04-declined
announce terminal customer approve
announce terminal fault drop-after-capture
announce terminal latency 1500
pause 300
click payNow
wait payAbort
shot 05-asking
pause 2500
announce terminal-off
wait payAskTerminal
shot 06-unknown
gone failure
announce terminal-on
pause 1000
click payAskTerminal
within 60
wait payNotCharged
shot 07-still-unknown
STEPS
}

prove() {
    end_server TERM
    admin audit verify
    [ "$(cat "$work"/log/terminal*.log | grep -c '^captured')" -le 1 ]
}
