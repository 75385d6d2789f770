// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/signing.h"

#include <algorithm>

#include "vienlogs/digest/sha256.h"
#include "vienlogs/ports/local_store.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/pin_tries.h"
#include "vienlogs/workflows/scanning.h"

#include "usual_printer.h"

namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;
using Kind = cases::Document::Kind;
constexpr const char* signedTitle = "Parakstīts pieteikums"; // of the scanned paper
constexpr int againMs = 2000;                                // between attempts to make the application

const cases::Document* applicationOf(const cases::Case& theCase) {
    const auto found = std::find_if(theCase.documents.rbegin(), theCase.documents.rend(),
                                    [](const auto& d) { return d.kind == Kind::Application; });
    return found == theCase.documents.rend() ? nullptr : &*found;
}

std::string digestOf(const base::Bytes& bytes) {
    return digest::toHex(digest::sha256(std::span<const std::uint8_t>(bytes)));
}

/// What the client confirms by signing; in Latvian, the language of the application.
std::vector<std::string> declarations() {
    return {"Apliecinu, ka sniegtās ziņas ir patiesas.",
            "Pilnvaroju VPVKAC darbinieku iesniegt šo pieteikumu elektroniski manā vārdā."};
}

} // namespace

Signing::Signing(Contact& contact, FormFilling& form, Reference& reference, Identification& identification,
                 ReaderRoles& roles, Devices devices, std::string placeName, QObject* parent)
    : QObject(parent), contact_(contact), form_(form), reference_(reference), identification_(identification),
      roles_(roles), devices_(devices), placeName_(std::move(placeName)) {
    connect(&contact_, &Contact::stepChanged, this, &Signing::onStep);
    connect(&form_, &FormFilling::fieldsChanged, this, [this] {
        // After a restart the form may be there only now.
        if (contact_.step() == ContactStep::Sign && state_ == SigningState::Idle && pdf_.empty() &&
            form_.state())
            onStep();
    });
    connect(&identification_, &Identification::changed, this, [this] {
        countTries();
        Q_EMIT changed();
    });
    again_.setSingleShot(true);
    again_.setInterval(againMs);
    connect(&again_, &QTimer::timeout, this, &Signing::begin);
}

void Signing::on(SigningEvent event) {
    if (const auto next = follow(signingTable, state_, event))
        state_ = *next;
    if (event == SigningEvent::PinEntered || event == SigningEvent::Stored)
        for (const auto code : {codes::pinWrong, codes::pinBlocked, codes::padCancelled, codes::padTooLate})
            Q_EMIT settled(code);
    Q_EMIT changed();
}

void Signing::fail(SigningEvent event, const base::Failure& failure) {
    on(event);
    Q_EMIT failed(failure);
}

void Signing::onStep() {
    told_ = false;
    if (contact_.step() == ContactStep::Sign) {
        begin();
        return;
    }
    ++attempt_;
    again_.stop();
    pdf_.clear();
    printed_ = false;
    counted_ = false;
    triesLeft_.reset();
    on(SigningEvent::Left);
}

void Signing::begin() {
    ++attempt_;
    if (!contact_.theCase() || !form_.state())
        return;
    on(SigningEvent::Entered);
    make();
    countTries();
}

/// A blocked PIN2 is told before the client types it.
void Signing::countTries() {
    if (!cardReady()) {
        counted_ = false;
        triesLeft_.reset();
        return;
    }
    if (counted_ || contact_.step() != ContactStep::Sign)
        return;
    counted_ = true;
    devices_.cards.with<ports::PinCounter>(
        this, roles_.clientReader(),
        [](ports::CardSession& card) { return card.pinCounter(ports::PinKind::Pin2); },
        [this, attempt = attempt_](const base::Result<ports::PinCounter>& counter) {
            if (attempt != attempt_ || !cardReady() || !counter)
                return; // without it the card says so when it signs
            triesLeft_ = counter->left;
            Q_EMIT changed();
        });
}

/// It is tried again by itself, so that the work goes on when there is room on the disk again; told once.
void Signing::notMade(const base::Failure& failure) {
    pdf_.clear();
    again_.start();
    on(SigningEvent::NotMade);
    if (!std::exchange(told_, true))
        Q_EMIT failed(failure);
}

ports::PrintedDocument Signing::document() const {
    const auto& theCase = *contact_.theCase();
    const auto* service = reference_.service(theCase.serviceId);
    ports::PrintedDocument document{.kind = ports::PrintedDocument::Kind::Application,
                                    .language = base::Language::Latvian,
                                    .title = form_.state()->definition().title().lv,
                                    .institution = service ? service->authority.name.lv : theCase.institution,
                                    .place = placeName_,
                                    .reference = theCase.number,
                                    .madeAt = theCase.openedAt,
                                    .declarations = declarations(),
                                    .signatureLine = true};
    document.lines.push_back({"Pieteicējs", ""});
    document.lines.push_back({"Vārds, uzvārds", contact_.clientName()});
    document.lines.push_back({"Personas kods", theCase.client.identifier.value()});
    std::string heading;
    for (const auto& answer : form_.state()->answers(base::Language::Latvian)) {
        const auto& title = answer.section.empty() ? answer.page : answer.section;
        if (title != heading)
            document.lines.push_back({heading = title, ""});
        document.lines.push_back({answer.label, answer.value});
    }
    return document;
}

void Signing::make() {
    devices_.printerExecutor.run(
        this, [&printer = devices_.printer, paper = document()] { return printer.toPdf(paper); },
        [this, attempt = attempt_](const base::Result<base::Bytes>& pdf) {
            if (attempt != attempt_)
                return;
            if (pdf)
                attachApplication(*pdf);
            else
                notMade(pdf.error());
        });
}

void Signing::attachApplication(const base::Bytes& pdf) {
    std::vector<cases::CommandBody> bodies;
    const auto* before = applicationOf(*contact_.theCase());
    const auto sha256 = digestOf(pdf);
    if (before && before->sha256 != sha256)
        bodies.emplace_back(cases::RemoveDocument{before->sha256});
    if (!before || before->sha256 != sha256)
        bodies.emplace_back(cases::AttachDocument{{.kind = Kind::Application,
                                                   .sha256 = sha256,
                                                   .title = form_.state()->definition().title().lv,
                                                   .mediaType = "application/pdf",
                                                   .size = static_cast<std::int64_t>(pdf.size())}});
    contact_.acts().store().run(
        this, [pdf](ports::LocalStore& store) { return store.putBlob(pdf, true); },
        [this, attempt = attempt_, pdf, bodies](const base::Result<std::string>& stored) {
            if (attempt != attempt_)
                return;
            if (!stored) {
                notMade(stored.error());
                return;
            }
            pdf_ = pdf;
            if (bodies.empty()) {
                on(SigningEvent::Made);
                Q_EMIT made();
                return;
            }
            contact_.record(bodies, {}, [this, attempt](bool recorded) {
                if (attempt != attempt_)
                    return;
                if (!recorded) {
                    told_ = true; // by the contact
                    notMade({});
                    return;
                }
                on(SigningEvent::Made);
                Q_EMIT made();
            });
        });
}

void Signing::print() {
    if (pdf_.empty() || printing_)
        return;
    printing_ = true;
    Q_EMIT changed();
    devices_.printerExecutor.run(
        this, [&printer = devices_.printer, pdf = pdf_] { return printOnUsual(printer, pdf); },
        [this](const base::Result<void>& done) {
            printing_ = false;
            printed_ = printed_ || done.has_value();
            Q_EMIT changed();
            if (!done)
                Q_EMIT failed(done.error());
        });
}

void Signing::signWithCard(base::Secret pin2) {
    signBy(std::make_shared<base::Secret>(std::move(pin2)));
}

void Signing::signAtPad() {
    signBy(nullptr);
}

void Signing::pinRenewed() {
    counted_ = false;
    triesLeft_.reset();
    countTries();
    Q_EMIT changed();
}

/// Without a PIN it is entered at the pad.
void Signing::signBy(std::shared_ptr<base::Secret> secret) {
    if (state_ != SigningState::Ready || pdf_.empty())
        return;
    if (!cardReady()) {
        Q_EMIT failed({codes::clientCardNeeded});
        return;
    }
    atPad_ = !secret;
    on(SigningEvent::PinEntered);
    const auto number = contact_.data().caseNumber;
    devices_.cards.with<base::Bytes>(
        this, roles_.clientReader(),
        [&signer = devices_.signer, pin2 = std::move(secret), pdf = pdf_, number,
         client = contact_.data().client.identifier,
         at = contact_.acts().clock().now()](ports::CardSession& card) -> base::Result<base::Bytes> {
            const auto holder = card.identity();
            if (!holder)
                return base::fail(holder.error());
            if (holder->person != client)
                return base::fail(codes::otherClientCard);
            return signer.sign(card, pin2 ? ports::PinInput(*pin2) : ports::PinInput::atPad(),
                               {{number + ".pdf", "application/pdf", pdf}}, at);
        },
        [this, attempt = attempt_](const base::Result<base::Bytes>& container) {
            if (attempt != attempt_) // the step was left; the next client's case may be here by now
                return;
            if (container) {
                triesLeft_.reset();
                takeSignature({.kind = Kind::SignedContainer,
                               .title = contact_.data().caseNumber + ".asice",
                               .mediaType = "application/vnd.etsi.asic-e+zip"},
                              cases::SigningMethod::Card, *container);
                return;
            }
            if (const auto left = triesIn(container.error()))
                triesLeft_ = left;
            fail(SigningEvent::NotStored, container.error());
        });
}

void Signing::attachScan(Scanning& scanning) {
    scanning.makePdf(this, signedTitle, [this, attempt = attempt_](const base::Result<Scanning::Pdf>& made) {
        if (made && attempt == attempt_) // else the step was left
            takeScan(made->bytes, made->pages);
    });
}

void Signing::takeScan(const base::Bytes& pdf, int pages) {
    if (state_ != SigningState::Ready || pdf.empty())
        return;
    on(SigningEvent::ScanGiven);
    takeSignature({.kind = Kind::SignedScan,
                   .title = contact_.data().caseNumber + ".pdf",
                   .mediaType = "application/pdf",
                   .pages = pages},
                  cases::SigningMethod::Paper, pdf);
}

void Signing::takeSignature(const cases::Document& signedDocument, cases::SigningMethod method,
                            const base::Bytes& bytes) {
    auto stored = signedDocument;
    stored.size = static_cast<std::int64_t>(bytes.size());
    contact_.acts().store().run(
        this, [bytes](ports::LocalStore& store) { return store.putBlob(bytes, true); },
        [this, attempt = attempt_, stored, method](const base::Result<std::string>& sha256) mutable {
            if (attempt != attempt_)
                return;
            if (!sha256) {
                fail(SigningEvent::NotStored, sha256.error());
                return;
            }
            stored.sha256 = *sha256;
            contact_.record({cases::AttachDocument{stored},
                             cases::SignCase{method, *sha256, contact_.data().answersSeen}},
                            {}, [this, attempt](bool recorded) {
                                if (attempt == attempt_)
                                    on(recorded ? SigningEvent::Stored : SigningEvent::NotStored);
                            });
        });
}

} // namespace vienlogs::workflows
