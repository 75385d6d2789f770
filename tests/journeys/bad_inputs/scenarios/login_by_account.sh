# shellcheck shell=bash disable=SC1091,SC2154,SC2034  # sourced by run-demo
# SPDX-FileCopyrightText: The Vienlogs authors
# SPDX-License-Identifier: EUPL-1.2
# Shows: login by an institution's account over TLS: refused, unknown, no second factor, wrong codes, away, then in
. "$root/tests/journeys/bad_inputs/steps"

account_begun() { # WHO the browser logs in there
    cat <<STEPS
await browser $1
wait accountBegin
click accountBegin
wait accountIssuers_0
click accountIssuers_0
click accountSubmit
STEPS
}

code_given() { # CODE
    printf '%s\n' 'wait accountCode' "type accountCode $1" 'press Enter'
}

walk() {
    cat <<STEPS
within 30
wait accountBegin
shot 01-login
await browser nobody
click accountBegin
wait accountIssuers_1
click accountIssuers_1
shot 02-choose
click accountSubmit
expect accountFailure VL-AUTH-0002
shot 03-issuer-away
STEPS
    account_begun nobody
    cat <<STEPS
wait accountAgain
shot 04-in-browser
click accountCancel
STEPS
    account_begun refuses
    printf '%s\n' 'expect accountFailure VL-AUTH-0012' 'shot 05-refused-there'
    account_begun strange
    printf '%s\n' 'expect accountFailure VL-AUTH-0014' 'shot 06-foreign-answer'
    account_begun s-2
    code_given 000000
    printf '%s\n' 'expect accountFailure VL-SRV-0010' 'shot 07-not-on-the-list'
    account_begun s-3
    code_given 000000
    printf '%s\n' 'expect accountFailure VL-AUTH-0006' 'shot 08-no-second-factor'
    account_begun s-4
    for _ in 1 2 3 4; do
        code_given 000000
        echo 'expect accountFailure VL-AUTH-0004'
        echo 'wait accountCode'
    done
    code_given 000000
    cat <<STEPS
expect accountFailure VL-AUTH-0005
shot 09-closed
await cable-out
click accountBegin
expect accountFailure VL-AUTH-0016
shot 10-no-connection
await cable-in
STEPS
    account_begun s-1
    cat <<STEPS
wait accountCode
shot 11-code
type accountCode 000000
press Enter
expect accountFailure VL-AUTH-0004
shot 12-wrong-code
await code
type accountCode {answer}
press Enter
wait readyByDocument
shot 13-in
await cable-out
STEPS
    client_comes
    cat <<STEPS
expect syncState $is_waiting
shot 14-goes-on-without-connection
await cable-in
STEPS
    all_sent
}

before_desk() {
    local tls=$work/issuer.pem address
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=issuer \
        -addext subjectAltName=IP:127.0.0.1 -keyout "$work/issuer.key" -out "$work/issuer-ca.pem" 2>>"$work/log/admin.log"
    cat "$work/issuer-ca.pem" "$work/issuer.key" >"$tls"
    echo '[{"sub":"s-1","name":"Ilze"},{"sub":"s-2","name":"X"},{"sub":"s-3","name":"Y"},{"sub":"s-4","name":"Z"}]' \
        >"$work/people.json"
    start issuer "$bin/vienlogs-oidc" --listen 127.0.0.1:0 --people "$work/people.json" --tls "$tls"
    address=https://$(wait_for issuer 'listening 127\.0\.0\.1:[0-9]+' | sed 's/listening //')
    staff "$address" >"$work/staff.json"
    admin users import "$work/staff.json" >>"$work/log/admin.log"
    secret=$(second_factor F-0001)
    second_factor F-0004 >/dev/null
    hands "$address"
    server_options=(--issuer "$address Cēsu novada pašvaldība"
        --issuer "http://127.0.0.1:$(free_port) Pilsonības un migrācijas lietu pārvalde" --issuer-ca "$work/issuer-ca.pem")
    end_server TERM
    start_server "$server_port"
}

staff() { # ISSUER
    local rows='' one id name code
    for one in 's-1 F-0001 070190-12346 Ilze Liepa' 's-3 F-0003 210860-10528 Juris Ozols' 's-4 F-0004 010181-15098 Anna Priede'; do
        read -r sub id code name <<<"$one"
        rows+=",{\"id\":\"$id\",\"identifier\":\"PNOLV-$code\",\"name\":\"$name\",\"institution\":\"CESIS\",\"roles\":[\"clerk\"],"
        rows+="\"places\":[\"CES\"],\"subject\":\"$1#$sub\"}"
    done
    echo "{\"format\":\"vienlogs-staff-1\",\"asOf\":\"2026-11-23T06:00:00Z\",\"employees\":[${rows#,}]}"
}

second_factor() { admin user second-factor "$1" | sed -n 's/.*secret=\([A-Z2-7]*\).*/\1/p'; }

# What the system opens addresses with: does at the issuer what $work/who says, and comes back as a browser does.
hands() { # ISSUER
    mkdir -p "$work/hands"
    cat >"$work/hands/xdg-open" <<HANDS
#!/usr/bin/env bash
who=\$(cat "$work/who")
query() { python3 -c 'import sys, urllib.parse as u; print(u.parse_qs(u.urlparse(sys.argv[1]).query)[sys.argv[2]][0])' "\$1" "\$2"; }
case \$1 in "$1/"*) ;; *) exit 1 ;; esac
case \$who in
    nobody) ;;
    refuses) curl -sS "\$(query "\$1" redirect_uri)?error=access_denied&state=\$(query "\$1" state)" ;;
    strange) curl -sS "\$(query "\$1" redirect_uri)?code=x&state=x" ;;
    *) curl -sSL --cacert "$work/issuer-ca.pem" "\$1&login_hint=\$who" ;;
esac >>"$work/log/browser.log" 2>&1
HANDS
    chmod 700 "$work/hands/xdg-open"
    desk_prefix=(env "PATH=$work/hands:$PATH")
}

act_browser() { echo "$1" >"$work/who"; }
# The six digits that the app shows now (RFC 6238).
act_code() {
    answer=$(python3 - "$secret" <<'PYTHON'
import base64, hashlib, hmac, struct, sys, time
mac = hmac.new(base64.b32decode(sys.argv[1]), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
at = mac[-1] & 15
print("%06d" % ((struct.unpack(">I", mac[at:at + 4])[0] & 0x7FFFFFFF) % 1000000))
PYTHON
    )
}

prove() {
    end_server TERM
    admin audit verify
    prove_acts 1 contact.open
    admin audit export "$work/audit.ndjson" >/dev/null
    # Who came back from the issuer and was refused, and the one who was let in.
    prove_acts 9 login.federated
    grep -q '"login.federated".*"accepted"\|"accepted".*"login.federated"' "$work/audit.ndjson"
}
