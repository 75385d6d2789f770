// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/form_filling.h"

#include <QPointer>
#include <algorithm>

#include "register_facts.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/known_code.h"

namespace vienlogs::workflows {

namespace {

constexpr int keepAfterMs = 400; // a kill in the middle of typing costs at most this
constexpr const char* personOperation = "person";
constexpr const char* householdOperation = "household";
constexpr const char* householdRoot = "population.household";

std::chrono::year_month_day today(const base::Clock& clock) {
    return std::chrono::floor<std::chrono::days>(clock.now());
}

/// The operation that fills a form from a register.
std::string prefillOperation(const std::string& registerId) {
    return registerId == "enterprises" ? "companies" : personOperation;
}

std::string rootOf(const RegisterLook& look) {
    return look.registerId + "." + look.operation;
}

nlohmann::json clientJson(const domain::clients::Client& client) {
    nlohmann::json json{{"identifier", client.identifier.value()},
                        {"givenName", domain::clients::properCase(client.givenName)},
                        {"familyName", domain::clients::properCase(client.familyName)}};
    if (const auto born = client.identifier.birthDate())
        json["birthDate"] = base::toIso(*born);
    return json;
}

} // namespace

FormFilling::FormFilling(Contact& contact, Reference& reference, ports::ApiClient& api, QObject* parent)
    : QObject(parent), contact_(contact), reference_(reference), api_(api) {
    keepLater_.setSingleShot(true);
    keepLater_.setInterval(keepAfterMs);
    connect(&keepLater_, &QTimer::timeout, this, &FormFilling::keep);
    connect(&contact_, &Contact::leavingForm, this, [this] {
        Q_EMIT leaving();
        if (keepLater_.isActive())
            keep();
    });
    connect(&contact_, &Contact::caseChanged, this, &FormFilling::onCaseChanged);
    connect(&reference_, &Reference::loaded, this, &FormFilling::onCaseChanged);
}

void FormFilling::keep() {
    keepLater_.stop();
    if (state_)
        contact_.keepForm(state_->save(), page_);
}

void FormFilling::onCaseChanged() {
    const auto& theCase = contact_.theCase();
    if (!theCase) {
        ++opening_;
        keepLater_.stop();
        state_.reset();
        caseId_ = {};
        looks_.clear();
        problems_.clear();
        page_ = 0;
        Q_EMIT fieldsChanged();
        Q_EMIT looksChanged();
    } else if (theCase->id != caseId_) {
        open(*theCase);
    }
}

void FormFilling::open(const domain::cases::Case& theCase) {
    const auto* data = reference_.data();
    const auto definition = reference_.form(theCase.formId);
    if (!data)
        return; // opened when the data is there
    ++opening_;
    caseId_ = theCase.id;
    page_ = 0;
    looks_.clear();
    problems_.clear();
    state_.reset();
    if (!definition) {
        Q_EMIT failed({codes::catalogueMissing, theCase.formId});
        Q_EMIT fieldsChanged();
        return;
    }
    const auto day = today(contact_.acts().clock());
    state_ = std::make_unique<forms::FormState>(
        definition, forms::FormContext{.today = day, .classifier = [this, day](std::string_view id) {
                                           const auto* now = reference_.data();
                                           return now ? optionsOf(*now, id, day)
                                                      : std::vector<forms::Option>();
                                       }});
    if (!contact_.data().formState.empty())
        if (const auto restored = state_->restore(contact_.data().formState); !restored)
            Q_EMIT failed(restored.error());
    dropLostFiles(theCase);
    const auto pages = state_->visiblePages().size();
    page_ =
        pages == 0 ? 0 : std::min(static_cast<std::size_t>(std::max(contact_.data().formPage, 0)), pages - 1);
    state_->prefill("client", clientJson(theCase.client), contact_.data().provedAt);
    for (const auto& registerId : definition->registersNeeded())
        looks_.push_back({.registerId = registerId, .operation = prefillOperation(registerId)});
    for (std::size_t i = 0; i < looks_.size(); ++i)
        ask(i);
    Q_EMIT fieldsChanged();
    Q_EMIT looksChanged();
}

contract::RegisterRequest FormFilling::requestFor(const RegisterLook& look, std::string subject) const {
    const auto* service = reference_.service(contact_.data().service.serviceId);
    return {.registerId = look.registerId,
            .operation = look.operation,
            .subject = std::move(subject),
            .purpose = service ? service->registerUse.purpose : std::string(),
            .legalBasis = service ? service->registerUse.legalBasis : std::string(),
            .contactId = contact_.data().id.toString(),
            .parametersJson = look.parametersJson};
}

void FormFilling::ask(std::size_t index) {
    auto& look = looks_[index];
    look.asking = true;
    const auto request = requestFor(look, contact_.data().client.identifier.toString());
    api_.queryRegister(request, [this, guard = QPointer(this), index,
                                 opening = opening_](const base::Result<contract::RegisterAnswer>& answer) {
        if (guard && opening == opening_)
            take(index, answer);
    });
}

void FormFilling::take(std::size_t index, const base::Result<contract::RegisterAnswer>& answer) {
    auto& look = looks_[index];
    look.asking = false;
    look.data = nullptr;
    look.failure.reset();
    if (!answer) {
        look.state = answer.error().code.text.starts_with("VL-REG-") ? "refused" : "down"; // by us, or nobody
        look.failure = answer.error();
    } else {
        look.source = answer->source;
        look.state = answer->state;
        look.asOf = answer->asOf;
        if (auto data = contract::parseJson(answer->dataJson))
            look.data = *std::move(data);
        if (answer->problem)
            if (const auto code = knownCode(answer->problem->code))
                look.failure = base::Failure{*code, answer->state, answer->problem->argument};
        const bool household = look.operation == householdOperation;
        if (state_ && !look.data.is_null())
            state_->prefill(rootOf(look),
                            household ? minorsIn(look.data, contact_.data().client.identifier,
                                                 today(contact_.acts().clock()))
                                      : look.data,
                            answer->asOf);
    }
    offerActingFor();
    if (look.operation == personOperation)
        takePerson(nlohmann::json(look.data)); // a copy: a further look may move this one
    keepLater_.start();
    Q_EMIT looksChanged();
    Q_EMIT fieldsChanged();
}

void FormFilling::offerActingFor() {
    std::vector<domain::clients::ActingFor> options;
    for (const auto& known : looks_)
        if (known.operation != householdOperation) {
            addChildren(options, known.data, today(contact_.acts().clock()));
            addCompanies(options, known.data);
        }
    contact_.offerActingFor(std::move(options));
}

void FormFilling::takePerson(const nlohmann::json& person) {
    contact_.nameFromRegister(textIn(person, "givenName"), textIn(person, "familyName"));
    askHousehold(person);
}

/// Who lives with the client, when the form asks for it and the client's address is known.
void FormFilling::askHousehold(const nlohmann::json& person) {
    const bool asked = std::any_of(looks_.begin(), looks_.end(),
                                   [](const auto& look) { return look.operation == householdOperation; });
    const auto address = person.is_object()
                             ? textIn(person.value("residence", nlohmann::json()), "addressCode")
                             : std::string();
    if (asked || address.empty() || !state_ || !state_->definition().isFilledFrom(householdRoot))
        return;
    looks_.push_back({.registerId = "population",
                      .operation = householdOperation,
                      .parametersJson = nlohmann::json{{"addressCode", address}}.dump()});
    ask(looks_.size() - 1);
}

bool FormFilling::asking() const {
    return std::any_of(looks_.begin(), looks_.end(), [](const auto& look) { return look.asking; });
}

void FormFilling::askRegistersAgain() {
    for (std::size_t i = 0; i < looks_.size(); ++i)
        if (!looks_[i].asking && looks_[i].state != "ok")
            ask(i);
    Q_EMIT looksChanged();
}

std::vector<std::string> FormFilling::visibleScopes() const {
    std::vector<std::string> scopes;
    const auto pages = state_->visiblePages();
    if (page_ < pages.size())
        for (const auto& field : state_->fieldsOf(pages[page_]))
            scopes.push_back(field.definition->scope);
    return scopes;
}

void FormFilling::edited(const std::string& scope) {
    keepLater_.start();
    std::erase_if(problems_, [&](const auto& problem) { return problem.scope == scope; });
    Q_EMIT fieldChanged(scope);
}

void FormFilling::setText(const std::string& scope, const std::string& text) {
    if (!state_)
        return;
    const auto before = visibleScopes();
    (void)state_->setText(scope, text); // what is wrong is kept in the field and shown there
    edited(scope);
    if (visibleScopes() != before)
        Q_EMIT fieldsChanged();
}

void FormFilling::setYesNo(const std::string& scope, bool value) {
    if (!state_)
        return;
    const auto before = visibleScopes();
    if (const auto set = state_->setYesNo(scope, value); !set)
        Q_EMIT failed(set.error());
    edited(scope);
    if (visibleScopes() != before)
        Q_EMIT fieldsChanged();
}

void FormFilling::choose(const std::string& scope, const std::vector<std::string>& values) {
    if (!state_)
        return;
    const auto before = visibleScopes();
    if (const auto chosen = state_->choose(scope, values); !chosen)
        Q_EMIT failed(chosen.error());
    edited(scope);
    if (visibleScopes() != before)
        Q_EMIT fieldsChanged();
}

void FormFilling::setAddress(const std::string& scope, const std::string& text, const std::string& code) {
    if (!state_)
        return;
    nlohmann::json value;
    if (!text.empty())
        value = {{"text", text}};
    if (!text.empty() && !code.empty())
        value["addressCode"] = code;
    if (const auto set = state_->setValue(scope, std::move(value)); !set)
        Q_EMIT failed(set.error());
    edited(scope);
}

void FormFilling::completeAddress(const std::string& scope, const std::string& text) {
    const int question = ++question_;
    if (text.size() < 3)
        return;
    api_.queryRegister(requestFor({.registerId = "addresses", .operation = "search"}, text),
                       [this, guard = QPointer(this), scope,
                        question](const base::Result<contract::RegisterAnswer>& answer) {
                           if (!guard || question != question_ || !answer)
                               return; // without the register an address is typed by hand
                           if (const auto data = contract::parseJson(answer->dataJson))
                               Q_EMIT addressesFound(scope, addressesIn(*data));
                       });
}

void FormFilling::nextPage() {
    if (!state_)
        return;
    const auto pages = state_->visiblePages();
    if (page_ < pages.size())
        problems_ = state_->validatePage(pages[page_]);
    if (problems_.empty() && page_ + 1 >= pages.size())
        problems_ = state_->validateAll();
    Q_EMIT problemsChanged();
    if (!problems_.empty()) {
        Q_EMIT fieldsChanged();
        return;
    }
    contact_.keepForm(state_->save(), std::min(page_ + 1, pages.size() - 1));
    if (page_ + 1 < pages.size()) {
        ++page_;
        Q_EMIT fieldsChanged();
    } else {
        const auto values = state_->values();
        if (const auto way = deliveryIn(values))
            contact_.setDelivery(*way);
        contact_.finishForm(values.dump());
    }
}

void FormFilling::previousPage() {
    if (!state_)
        return;
    problems_.clear();
    contact_.keepForm(state_->save(), page_ > 0 ? page_ - 1 : 0);
    if (page_ > 0) {
        --page_;
        Q_EMIT problemsChanged();
        Q_EMIT fieldsChanged();
    } else {
        contact_.back();
    }
}

} // namespace vienlogs::workflows
