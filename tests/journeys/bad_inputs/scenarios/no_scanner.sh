# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: a desk without a scanner says so at the signing step; the card signs all the same
. "$root/tests/journeys/bad_inputs/steps"

before_desk() { : >"$SANE_CONFIG_DIR/dll.conf"; }

walk() {
    log_in
    client_comes
    application_filled
    cat <<'STEPS'
pause 500
shot 01-no-scanner
STEPS
    signed_by_card
}
