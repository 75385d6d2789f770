# shellcheck shell=bash disable=SC1091,SC2154  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: ten colour pages of 26 MB each, the connection cut while they are sent; how much memory the desk needs
. "$root/tests/journeys/bad_inputs/steps"

before_desk() {
    sed -i -e 's/^geometry_max .*/geometry_max 300.0/' -e 's/^br_x .*/br_x 210.0/' -e 's/^br_y .*/br_y 297.0/' \
        -e 's/^test-picture .*/test-picture "Color pattern"/' "$SANE_CONFIG_DIR/test.conf"
}

# The most memory the desk ever held, in MB.
act_memory() {
    local desk
    desk=$(pgrep -P "$DESK_PID")
    echo "$1: $(($(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$desk/status") / 1024)) MB" | tee -a "$work/memory"
}

walk() {
    log_in
    client_comes
    application_filled
    cat <<'STEPS'
announce memory before
within 120
click scanColour
click scanFeeder
wait scanCancel
wait signUseScan
announce memory scanned
shot 01-scanned
announce cable-out
click signUseScan
wait signSigned
announce memory stored
announce cable-in
click signContinue
wait payNow
expect syncState Viss ir nosūtīts
announce memory sent
shot 02-sent
STEPS
}

prove() {
    end_server TERM
    admin audit verify
    [ "$(sed -n 's/^sent: \([0-9]*\) MB/\1/p' "$work/memory")" -lt 450 ]
}
