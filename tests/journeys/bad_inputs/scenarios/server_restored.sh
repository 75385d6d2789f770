# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: the server restored from a backup that lacks the newest case: told, sent again by itself, nothing lost
. "$root/tests/journeys/bad_inputs/steps"

walk() {
    log_in
    client_comes
    all_sent
    echo 'await backup'
    application_filled
    signed_by_card
    all_sent
    cat <<STEPS
shot 01-all-is-sent
await restore
expect failure VL-SYNC-0001
shot 02-told
click language_en
pause 300
shot 02-told-en
click language_ru
pause 300
shot 02-told-ru
click language_lv
STEPS
    all_sent
    cat <<STEPS
shot 03-sent-again
click openSending
wait sendingContinue
shot 04-sending
click sendingContinue
wait signSigned
STEPS
}

prove() {
    end_server TERM
    admin audit verify
    for act in contact.open case.open case.sign; do prove_acts 1 "$act"; done
}
