# shellcheck shell=bash disable=SC1091,SC2034,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the program killed at every step, also while it scans, pays and sends; begun again it goes on there
. "$root/tests/journeys/bad_inputs/steps"

# The stretches of one case between two kills, one blank line apart; each begins where the one before was killed.
stretches() {
    cat <<'STEPS'
announce clerk-card
wait loginPin
type loginPin 12

LOGIN
wait readyByDocument
announce client-card
expect clientName Anna Bērziņa
wait needQuery

LOGIN
wait needQuery
type needQuery pārvācos
choose needResults Pārcelšanās
wait question_0_0
click question_0_0
pause 300

LOGIN
wait question_1_1
click question_1_1
click question_2_1
click needContinue
choose serviceList Dzīvesvietas deklarēšana

LOGIN
choose serviceList Dzīvesvietas deklarēšana
click servicesContinue
wait field_phone
expect field_familyName Bērziņa
click formContinue
wait field_newAddress
type field_newAddress Miera iela 115, Cēsis
wait field_newAddressProposals
choose field_newAddressProposals Cēsis
type field_movedOn 20.11.2026.
pause 800
shot 05-before

LOGIN
wait field_movedOn
expect field_newAddress Miera iela 115
expect field_movedOn 20.11.2026
shot 06-same-part
click field_ground_1
wait field_ownerName
type field_ownerName Jānis Ozols
click field_withChildren_no
click formContinue
wait field_hasAdditional_no
click field_hasAdditional_no
click formContinue
wait field_delivery_0
pause 300

LOGIN
wait field_delivery_0
shot 07-last-part
click field_delivery_0
click field_confirmed_yes
click formContinue
wait signPrint
click signPrint
wait signPrinted
click scanFeeder

LOGIN
wait scanFeeder
shot 08-scan-lost
click scanFeeder
wait signUseScan

LOGIN
wait scanFeeder
choose mainWindow Ar klienta karti
type signPin2 123456

LOGIN
wait scanFeeder
choose mainWindow Ar klienta karti
type signPin2 123456
press Enter
wait signSigned

LOGIN
wait payNow
expect payAmount 4,27
announce terminal latency 1500
click payNow
wait payAbort
pause 700

LOGIN
within 40
wait payReceipt
shot 11-paid-once
click payContinue
wait doneContinue

LOGIN
wait doneContinue
announce cable-out
pause 500
click doneContinue
wait doneNumber

announce cable-in
pause 5000
LOGIN
within 60
wait doneNumber
expect doneSent Iestāde to ir saņēmusi
expect syncState Viss ir nosūtīts
shot 13-sent
click doneContinue
wait readyByDocument
expect cases Iesniegts
STEPS
}

walk() {
    local stretch=${1:-1}
    echo "within 20"
    stretches | awk -v RS= -v n="$stretch" 'NR == n' | sed 's/^LOGIN$/wait loginPin\ntype loginPin 1234\npress Enter/'
    [ "$stretch" = "$(stretches | awk -v RS= 'END { print NR }')" ] || printf 'announce killed\npause 60000\n'
}

act_killed() { kill -KILL "$(pgrep -P "$DESK_PID")"; }

# The walk of the demo, begun again after each kill.
walk_the_desk() {
    start_display
    local pictures_dir=${shots:-$work/pictures} line desk stretch ended
    mkdir -p "$pictures_dir"
    for stretch in $(seq "$(stretches | awk -v RS= 'END { print NR }')"); do
        walk "$stretch" >"$work/walk.journey"
        coproc DESK { workstation --journey "$work/walk.journey" --screenshot-to "$pictures_dir" \
            2>>"$work/log/workstation.log"; }
        desk=$DESK_PID ended=killed
        pids+=("$desk")
        while read -r line; do
            case $line in
                "journey: done"* | "journey: FAILED"*) ended=${line#journey: } ;;
                "journey: "*) act_on "${line#journey: }" ;;
            esac
        done <&"${DESK[0]}"
        wait "$desk" 2>/dev/null || true
        say "  stretch $stretch: $ended"
        case $ended in
            FAILED*) sed -n "$(grep -oE '[0-9]+' <<<"$ended" | head -n 1)s/^/its line was: /p" "$work/walk.journey" && return 1 ;;
        esac
    done
    pictures=$(find "$pictures_dir" -name '*.png' | wc -l)
}

prove() {
    end_server TERM
    admin audit verify
    for act in contact.open case.open case.save-answers case.sign case.invoice case.submit; do
        prove_acts 1 "$act"
    done
    [ "$(grep -c '^captured' "$work/log/terminal.log")" = 1 ]
}
