// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/testkit/server_fixture.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "vienlogs/base/clock.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/testkit/postgres.h"

namespace vienlogs::testkit {

namespace {

const std::string programs = VIENLOGS_BIN_DIR;

void must(bool good, const char* what) {
    if (!good)
        throw std::runtime_error(what);
}

} // namespace

ServerFixture::ServerFixture(Authority authority) {
    auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    data = folder / "data";
    if (authority == Authority::Shared) {
        static const ServerFixture model(Authority::Own);
        cards = model.cards;
        clerk = model.clerk;
        auditor = model.auditor;
        administrator = model.administrator;
        std::filesystem::copy(model.folder, folder, std::filesystem::copy_options::recursive);
        return;
    }
    clerk = cards.issue();
    auditor = cards.issue({.serialNumber = "PNOLV-210860-10528"});
    administrator = cards.issue({.serialNumber = "PNOLV-010181-15098"});
    prepare();
}

void ServerFixture::prepare() const {
    std::ofstream(folder / "cards.pem") << cards.pem();
    must(admin({"init"}) == 0, "init");
    must(admin({"place", "add", "CES", "Cēsu VPVKAC"}) == 0, "place");
    addDevice("ces-01", "CES");
    must(admin({"place", "add", "CESP", "Cēsu novada pašvaldība", "--kind", "office"}) == 0, "office");
    addDevice("office-01", "CESP");
    must(admin({"card-ca", "add", folder / "cards.pem"}) == 0, "card-ca");
    const auto user = [&](const char* id, const char* identifier, const char* role) {
        must(admin({"user", "add", "--id", id, "--identifier", identifier, "--name",
                    std::string("Name of ") + id, "--institution", "Cēsu novada pašvaldība", "--role",
                    role}) == 0,
             "user");
    };
    user("K-0001", "PNOLV-161175-19997", "clerk");
    user("A-0001", "PNOLV-210860-10528", "auditor");
    user("P-0001", "PNOLV-010181-15098", "admin");
}

ServerFixture::~ServerFixture() {
    server_.reset();
    std::filesystem::remove_all(folder);
}

int ServerFixture::admin(std::vector<std::string> words) const {
    words.insert(words.begin(), {programs + "/vienlogs-admin", "--data", data});
    return run(words, folder / "admin.log");
}

void ServerFixture::addDevice(const std::string& name, const std::string& place) const {
    must(admin({"device", "add", name, "--place", place, "--out", deviceFolder(name)}) == 0, "device");
}

void ServerFixture::start(std::vector<std::string> more) {
    const char* store = std::getenv("VIENLOGS_TEST_STORE");
    if (store && std::string_view(store) == "postgresql" && !moved_) {
        must(admin({"move", "--to", Postgres::shared().newDatabase()}) == 0, "move");
        moved_ = true;
    }
    more.insert(more.begin(),
                {programs + "/vienlogs-server", "--data", data, "--listen", "127.0.0.1:0", "--rate", "5000"});
    more.insert(more.begin(), launcher.begin(), launcher.end());
    server_ = std::make_unique<Process>(more, folder / "server.log");
    const auto line = server_->readLine();
    must(line.starts_with("listening "), "the server does not listen");
    address = line.substr(std::string("listening ").size());
}

int ServerFixture::stop() {
    terminate();
    return wait();
}

void ServerFixture::terminate() const {
    server_->signal(SIGTERM);
}

int ServerFixture::wait() {
    const int code = server_->wait();
    server_.reset();
    return code;
}

void ServerFixture::kill() {
    server_.reset();
}

contract::LoginRequest ServerFixture::loginFor(TlsClient& client, const Card& card,
                                               const std::string& place) const {
    const auto challenge =
        contract::decode<contract::LoginChallenge>(client.ask("POST", "/v1/login/challenges").body);
    must(challenge.has_value(), "no challenge");
    auto message = base::bytesOf("vienlogs-login\n" + place + "\n");
    const auto raw = base::fromBase64(challenge->challenge);
    message.insert(message.end(), raw->begin(), raw->end());
    return {challenge->id, place, base::toBase64(card.certificate), "ES384",
            base::toBase64(card.sign(message))};
}

HttpAnswer ServerFixture::login(TlsClient& client, const Card& card, const std::string& place) const {
    return client.ask("POST", "/v1/sessions", {}, contract::encode(loginFor(client, card, place)));
}

TlsClient::Headers ServerFixture::session(TlsClient& client, const Card& card,
                                          const std::string& place) const {
    const auto opened = contract::decode<contract::Session>(login(client, card, place).body);
    must(opened.has_value(), "no session");
    return {{"Authorization", "Bearer " + opened->token}};
}

std::string ServerFixture::log() const {
    std::ifstream stream(folder / "server.log");
    return {std::istreambuf_iterator<char>(stream), {}};
}

base::Ulid Desk::newId() const {
    return base::Ulid::make(base::SystemClock());
}

domain::cases::Command Desk::make(base::Ulid stream, domain::cases::CommandBody body) {
    return {newId(),        stream, device_, 1, ++sequence_, clerk_, place_, base::SystemClock().now(),
            std::move(body)};
}

domain::cases::Command Desk::openCase(base::Ulid id) {
    domain::cases::OpenCase open;
    open.contactId = newId();
    open.number = "CES-1-2026-" + std::to_string(sequence_ + 1);
    open.client = {*base::Identifier::parse("PNOLV-010181-15098"), "Anna", "Bērziņa"};
    open.identityLevel = domain::clients::IdentityLevel::PinProved;
    open.channel = "desk";
    open.serviceId = "dzivesvietas-deklaresana";
    open.serviceVersion = 1;
    open.institution = "PMLP";
    open.formId = "dzivesvietas-deklaresana";
    open.formVersion = 1;
    return make(id, open);
}

std::string codeOf(const HttpAnswer& answer) {
    const auto json = nlohmann::json::parse(answer.body, nullptr, false);
    return json.is_object() ? json.value("code", std::string()) : std::string();
}

} // namespace vienlogs::testkit
