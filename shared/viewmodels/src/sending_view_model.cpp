// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/sending_view_model.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "texts.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/forms/form_state.h"
#include "vienlogs/workflows/known_code.h"
#include "vienlogs/workflows/reference.h"
#include "vienlogs/workflows/sending.h"

namespace vienlogs::viewmodels {

namespace {

namespace cases = domain::cases;

SendingViewModel::State stateOf(ports::OutboxState state) {
    using State = SendingViewModel::State;
    switch (state) {
    case ports::OutboxState::Queued:
        return State::Queued;
    case ports::OutboxState::Sent:
        return State::Sent;
    case ports::OutboxState::Accepted:
        return State::Accepted;
    case ports::OutboxState::Rejected:
        return State::Refused;
    case ports::OutboxState::Conflict:
        return State::Conflict;
    }
    return State::Queued;
}

QString textOf(SendingViewModel::State state) {
    using State = SendingViewModel::State;
    switch (state) {
    case State::Queued:
        return SendingViewModel::tr("Waiting to send");
    case State::Sent:
        return SendingViewModel::tr("Sent, not answered yet");
    case State::Accepted:
        return SendingViewModel::tr("The server has it");
    case State::Refused:
        return SendingViewModel::tr("Refused by the server");
    case State::Conflict:
        return SendingViewModel::tr("Answered otherwise elsewhere");
    }
    return {};
}

/// The answers as people read them, by scope: labels may be alike ("Personal code" of two people). What the
/// form does not know is left out.
std::map<std::string, forms::Answer> readable(forms::FormState& form, const std::string& answersJson,
                                              base::Language language) {
    std::map<std::string, forms::Answer> texts;
    const auto json = contract::parseJson(answersJson);
    if (!json || !json->is_object())
        return texts;
    for (const auto& field : form.definition().fields())
        if (const auto found = json->find(field.name); found != json->end())
            static_cast<void>(form.setValue(field.scope, *found));
    for (const auto& answer : form.answers(language))
        texts[answer.scope] = answer;
    return texts;
}

/// The label of a field, with its part of the form where another field has the same one.
std::string labelOf(const forms::FormDefinition& form, const forms::Answer& answer, base::Language language) {
    const auto alike = std::count_if(form.fields().begin(), form.fields().end(), [&](const auto& field) {
        return field.label.in(language) == answer.label;
    });
    const auto& part = answer.section.empty() ? answer.page : answer.section;
    return alike > 1 && !part.empty() ? part + ": " + answer.label : answer.label;
}

/// The newest who saved answers of the case.
const cases::CaseEvent* lastAnswers(const cases::Case& theCase) {
    const auto found = std::find_if(theCase.history.rbegin(), theCase.history.rend(),
                                    [](const auto& event) { return event.type == "case.save-answers"; });
    return found == theCase.history.rend() ? nullptr : &*found;
}

} // namespace

SendingViewModel::SendingViewModel(workflows::Sending& sending, workflows::Reference& reference,
                                   QObject* parent)
    : ViewModel(parent), sending_(sending), reference_(reference),
      rows_({{ActRole, "act", [](const Row& r) { return r.act; }},
             {StateRole, "state", [](const Row& r) { return static_cast<int>(r.state); }},
             {StateTextRole, "stateText", [](const Row& r) { return r.stateText; }},
             {WhenRole, "when", [](const Row& r) { return r.when; }},
             {NumberRole, "number", [](const Row& r) { return r.number; }}}) {
    const auto show = [this] {
        retranslate();
        Q_EMIT changed();
    };
    connect(&sending_, &workflows::Sending::changed, this, show);
    connect(&reference_, &workflows::Reference::loaded, this, show);
}

void SendingViewModel::retranslate() {
    std::vector<Row> rows;
    for (const auto& act : sending_.acts())
        rows.push_back(rowOf(act));
    rows_.setRows(std::move(rows));
}

SendingViewModel::Row SendingViewModel::rowOf(const workflows::SentAct& act) const {
    const auto& command = act.entry.command;
    Row row{.key = qt(command.key.toString()),
            .act = Texts::act(std::string(cases::typeOf(command.body))),
            .when = dateTime(command.at),
            .state = stateOf(act.entry.state)};
    row.stateText = textOf(row.state);
    if (act.entry.problem)
        if (const auto known = workflows::knownCode(act.entry.problem->code))
            row.problem = view({*known});
    if (!act.theCase)
        return row;
    const auto* service = reference_.service(act.theCase->serviceId);
    row.service = service ? text(service->name) : qt(act.theCase->serviceId);
    row.number = qt(act.theCase->number);
    row.initials = qt(act.theCase->client.givenName).left(1) + qt(act.theCase->client.familyName).left(1);
    const auto* ours = std::get_if<cases::SaveAnswers>(&command.body);
    if (row.state != State::Conflict || !ours)
        return row;
    row.differences = differences(*act.theCase, ours->answersJson);
    row.mayKeepOurs = act.theCase->state == cases::CaseState::Draft;
    if (const auto* theirs = lastAnswers(*act.theCase))
        row.theirsBy = tr("%1, %2", "clerk, date").arg(qt(theirs->clerk), dateTime(theirs->at));
    return row;
}

QVector<SendingViewModel::Difference> SendingViewModel::differences(const cases::Case& theCase,
                                                                    const std::string& ours) const {
    QVector<Difference> found;
    const auto definition = reference_.form(theCase.formId);
    const auto* data = reference_.data();
    if (!definition || !data)
        return found;
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(theCase.openedAt));
    const auto form = [&] {
        return forms::FormState(definition, {day, [data, day](std::string_view classifier) {
                                                 return workflows::optionsOf(*data, classifier, day);
                                             }});
    };
    auto here = form(), there = form();
    const auto mine = readable(here, ours, language());
    const auto others = readable(there, theCase.answersJson, language());
    const auto valueIn = [](const auto& texts, const std::string& scope) {
        const auto at = texts.find(scope);
        return at == texts.end() ? QString() : qt(at->second.value);
    };
    for (const auto& field : definition->fields()) {
        const auto mineHere = valueIn(mine, field.scope), theirs = valueIn(others, field.scope);
        if (mineHere == theirs)
            continue;
        const auto& answer = mine.contains(field.scope) ? mine.at(field.scope) : others.at(field.scope);
        found.push_back({qt(labelOf(*definition, answer, language())), mineHere, theirs});
    }
    return found;
}

void SendingViewModel::refresh() {
    sending_.refresh();
}

void SendingViewModel::setAside(int row) {
    if (const auto* chosen = rows_.at(row))
        if (const auto key = base::Ulid::parse(chosen->key.toStdString()))
            sending_.setAside(*key);
}

void SendingViewModel::keepOurs(int row) {
    const auto* chosen = rows_.at(row);
    if (!chosen || !chosen->mayKeepOurs)
        return;
    if (const auto key = base::Ulid::parse(chosen->key.toStdString()))
        sending_.keepOurs(*key);
}

} // namespace vienlogs::viewmodels
