// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/fakes/desk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>

namespace vienlogs::fakes {

namespace {

using workflows::ContactStep;

FakeCard card(const char* code, const char* given, const char* family) {
    return {.person = *base::Identifier::latvianPersonalCode(code), .givenName = given, .familyName = family};
}

std::vector<std::pair<std::string, std::string>> distributedData() {
    const std::filesystem::path root(VIENLOGS_SOURCE_DIR "/server/data");
    std::vector<std::pair<std::string, std::string>> items;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        const auto name = entry.path().lexically_relative(root).generic_string();
        if (entry.path().extension() != ".json" || name.starts_with("registers/"))
            continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        items.emplace_back(name, text.str());
    }
    return items;
}

} // namespace

Desk::Desk() {
    (void)store.saveReference({}, distributedData());
    api.addClerk(clerkCard().person, "K-0001", "Līga Kalniņa");
    api.setRegister("population", "ok",
                    R"({"identifier":"010181-15098","givenName":"Anna","familyName":"Bērziņa",
                        "birthDate":"1981-01-01","residence":{"addressCode":"100000001","text":"Rīgas iela 1, Cēsis"},
                        "children":[{"identifier":"32000000001","givenName":"Elza","familyName":"Bērziņa",
                                     "birthDate":"2020-05-01"}]})");
    start();
}

Desk::~Desk() {
    kill();
}

void Desk::start() {
    workplace_ = std::make_unique<workflows::Workplace>(
        workflows::Workplace::Ports{
            clock, access, api, api, browser, readers, signer, terminal, scanner, printer,
            [this](const base::Bytes& certificate) { return revocation.ask(certificate, {}); }},
        std::make_unique<FakePages>(),
        workflows::WorkplaceSettings{.place = "CES",
                                     .placeName = "Cēsu VPVKAC",
                                     .device = "CES01",
                                     .clerkReader = clerkReader,
                                     .clientReader = clientReader});
    QObject::connect(workplace_.get(), &workflows::Workplace::failed, workplace_.get(),
                     [this](const base::Failure& failure) { failures.push_back(failure); });
    workplace_->start();
}

void Desk::kill() {
    workplace_.reset();
    // The store ends what it was asked before: what a test writes there afterwards is not overwritten.
    std::promise<void> idle;
    access.post([&](ports::LocalStore&) { idle.set_value(); });
    idle.get_future().wait();
}

FakeCard Desk::clerkCard() {
    return card("161175-19997", "Līga", "Kalniņa");
}

FakeCard Desk::clientCard() {
    return card("010181-15098", "Anna", "Bērziņa");
}

FakeCard Desk::otherClientCard() {
    return card("210860-10528", "Juris", "Ozoliņš");
}

bool Desk::until(const std::function<bool()>& holds, int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (timer.elapsed() > milliseconds)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(1);
    }
    return true;
}

bool Desk::logIn() {
    auto& login = workplace_->login();
    const auto now = readers.readers();
    const bool there = now && std::any_of(now->begin(), now->end(), [](const auto& reader) {
                           return reader.name == clerkReader && reader.cardPresent;
                       });
    if (!there)
        readers.insert(clerkReader, clerkCard());
    if (!until([&] { return login.state() == workflows::LoginState::PinNeeded; }))
        return false;
    login.enterPin(base::Secret("1234"));
    return until([&] { return login.isIn(); }) &&
           until([&] { return workplace_->reference().data() != nullptr; });
}

bool Desk::identify() {
    readers.insert(clientReader, clientCard());
    return until([&] { return contact().active(); });
}

bool Desk::walkTo(ContactStep step, const std::string& service) {
    service_ = service;
    while (contact().step() != step)
        if (!stepForward())
            return false;
    return true;
}

bool Desk::stepForward() {
    const auto before = contact().step();
    switch (before) {
    case ContactStep::None:
        return false;
    case ContactStep::Need:
        contact().nameService(service_);
        contact().proposeServices();
        break;
    case ContactStep::Services:
        contact().openCase(*workplace_->reference().refOf(service_));
        break;
    case ContactStep::Form:
        if (!until([&] { return workplace_->form().state() && !workplace_->form().asking(); }))
            return false;
        fillForm();
        break;
    case ContactStep::Sign: {
        auto& signing = workplace_->signing();
        if (!until([&] { return signing.state() == workflows::SigningState::Ready && !contact().busy(); }))
            return false;
        signing.signWithCard(base::Secret("123456"));
        if (!until([&] { return signing.state() == workflows::SigningState::Signed; }))
            return false;
        contact().advance(workflows::ContactEvent::Signed);
        break;
    }
    case ContactStep::Pay: {
        auto& paying = workplace_->paying();
        if (!until([&] { return paying.settled() || paying.state() == workflows::PayingState::Ready; }))
            return false;
        paying.pay();
        if (!until([&] { return paying.settled() && !contact().busy(); }))
            return false;
        contact().advance(workflows::ContactEvent::PaymentSettled);
        break;
    }
    case ContactStep::Submit:
        if (!until([&] { return !contact().busy(); }))
            return false;
        workplace_->submitting().submit();
        break;
    case ContactStep::Done:
        return false;
    }
    return until([&] { return contact().step() != before && !contact().busy(); });
}

void Desk::answerField(const forms::FormField& field) {
    using forms::FieldKind;
    auto& form = workplace_->form();
    const auto& scope = field.definition->scope;
    switch (field.definition->kind) {
    case FieldKind::YesNo:
        form.setYesNo(scope, field.definition->name == "confirmed");
        break;
    case FieldKind::Choice:
    case FieldKind::Company:
    case FieldKind::Children:
        if (!field.options.empty())
            form.choose(scope, {field.options.front().value});
        break;
    case FieldKind::Address:
        form.setAddress(scope, "Raunas iela 4, Cēsis", "");
        break;
    case FieldKind::Date:
        form.setText(scope, "20.11.2026.");
        break;
    case FieldKind::Integer:
    case FieldKind::Money:
        form.setText(scope, "180");
        break;
    case FieldKind::Iban:
        form.setText(scope, "LV80BANK0000435195001");
        break;
    default:
        form.setText(scope, "Teksts");
    }
}

void Desk::fillForm() {
    auto& form = workplace_->form();
    const auto pages = form.state()->visiblePages().size();
    for (std::size_t i = 0; i <= pages && contact().step() == ContactStep::Form; ++i) {
        const auto visible = form.state()->visiblePages();
        for (const auto& field : form.state()->fieldsOf(visible[form.page()]))
            if (field.definition->required && !field.definition->readOnly && field.value.is_null())
                answerField(field);
        for (const auto& field : form.state()->fieldsOf(visible[form.page()])) // shown by an answer
            if (field.definition->required && !field.definition->readOnly && field.value.is_null())
                answerField(field);
        form.nextPage();
    }
}

} // namespace vienlogs::fakes
