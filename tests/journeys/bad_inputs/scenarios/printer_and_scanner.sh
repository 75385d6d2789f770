# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the printer paused, gone, its service not running; the scanner jammed
. "$root/tests/journeys/bad_inputs/steps"

act_printer() {
    case $1 in
        paused) cupsdisable galds ;;
        on) cupsenable galds ;;
        gone) lpadmin -x galds ;;
        service-off) kill "$cups_pid" ;;
    esac
}
before_desk() {
    [ "$(id -u)" = 0 ] || { echo "scenario: only root may run a print service of its own" >&2 && return 1; }
    sed -i 's/^read-status-code .*/read-status-code "SANE_STATUS_JAMMED"/' "$SANE_CONFIG_DIR/test.conf"
}

walk() {
    log_in
    client_comes
    application_filled
    cat <<'STEPS'
announce printer paused
pause 500
click signPrint
within 40
expect failure VL-PRINT-0002
wait signPrint
shot 02-paused
announce printer gone
pause 500
click signPrint
expect failure VL-PRINT-0001
shot 03-no-printer
announce printer service-off
pause 500
click signPrint
expect failure VL-PRINT-0003
shot 04-no-service
click scanFeeder
expect failure VL-SCAN-0003
wait scanFeeder
shot 05-jammed
STEPS
    signed_by_card
    echo 'expect syncState Viss ir nosūtīts'
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 case.sign
}
