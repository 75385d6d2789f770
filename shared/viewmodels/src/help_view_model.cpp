// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/help_view_model.h"

#include <nlohmann/json.hpp>

#include "texts.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/form_filling.h"
#include "vienlogs/workflows/reference.h"

namespace vienlogs::viewmodels {

namespace {

using State = HelpViewModel::State;

State stateOf(const workflows::RegisterLook& look) {
    if (look.asking)
        return State::Loading;
    if (look.state == "ok")
        return State::Ok;
    if (look.state == "stale")
        return State::Stale;
    if (look.state == "closed")
        return State::Closed;
    if (look.state == "not-found" || look.state == "notFound")
        return State::NotFound;
    if (look.state == "refused")
        return State::Plain; // the failure's own text says it
    return look.state == "invalid" ? State::Invalid : State::Down;
}

QString textIn(const nlohmann::json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? qt(found->get<std::string>()) : QString();
}

} // namespace

HelpViewModel::HelpViewModel(workflows::Contact& contact, workflows::FormFilling& form,
                             workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), form_(form), reference_(reference),
      rows_({{TitleRole, "title", [](const Section& s) { return s.title; }},
             {SourceRole, "source", [](const Section& s) { return s.source; }},
             {AgeRole, "age", [](const Section& s) { return s.age; }},
             {StateRole, "state", [](const Section& s) { return static_cast<int>(s.state); }},
             {LinesRole, "lines", [](const Section& s) { return s.lines; }},
             {TextRole, "text", [](const Section& s) { return s.text; }}}) {
    connect(&contact_, &workflows::Contact::changed, this, &HelpViewModel::refresh);
    connect(&form_, &workflows::FormFilling::looksChanged, this, &HelpViewModel::refresh);
    connect(&reference_, &workflows::Reference::loaded, this, &HelpViewModel::refresh);
}

void HelpViewModel::refresh() {
    retranslate();
    Q_EMIT changed();
}

QString HelpViewModel::stateText(State state) {
    switch (state) {
    case State::Loading:
        return tr("is being asked…");
    case State::Stale:
        return tr("The data are older than promised.");
    case State::Closed:
        return tr("Closed by its owner. Fill the form by hand.");
    case State::Down:
        return tr("Does not answer. Fill the form by hand.");
    case State::Invalid:
        return tr("Its answer could not be understood. Fill the form by hand.");
    case State::NotFound:
        return tr("It knows nothing of this client.");
    case State::Ok:
    case State::Plain:
        break;
    }
    return {};
}

HelpViewModel::Section HelpViewModel::registerSection(const workflows::RegisterLook& look) const {
    Section section{.title = tr("What the register says"), .source = qt(look.source), .state = stateOf(look)};
    if (section.source.isEmpty())
        section.source = look.registerId == "population"    ? tr("Population register")
                         : look.registerId == "enterprises" ? tr("Enterprise register")
                                                            : qt(look.registerId);
    if (look.asOf && (section.state == State::Ok || section.state == State::Stale))
        section.age = dateTime(*look.asOf);
    section.stateText = stateText(section.state);
    if (look.failure)
        section.text = view(*look.failure).happened;
    if (look.data.is_object()) {
        if (const auto residence = look.data.find("residence"); residence != look.data.end())
            section.lines << tr("Declared residence: %1").arg(textIn(*residence, "text"));
        if (const auto children = look.data.find("children");
            children != look.data.end() && children->is_array())
            for (const auto& child : *children)
                section.lines
                    << tr("Child: %1 %2").arg(textIn(child, "givenName"), textIn(child, "familyName"));
    } else if (look.data.is_array()) {
        for (const auto& item : look.data)
            section.lines << (item.contains("name")
                                  ? textIn(item, "name")
                                  : tr("Lives there: %1 %2")
                                        .arg(textIn(item, "givenName"), textIn(item, "familyName")));
    }
    return section;
}

void HelpViewModel::retranslate() {
    std::vector<Section> sections;
    for (const auto& look : form_.looks())
        sections.push_back(registerSection(look));
    if (const auto* service = reference_.service(contact_.data().service.serviceId)) {
        sections.push_back({.title = tr("About the service"), .text = text(service->description)});
        if (!service->whatYouNeed.empty())
            sections.push_back({.title = tr("What the client needs"), .text = text(service->whatYouNeed)});
        Section legal{.title = tr("Legal basis")};
        for (const auto& basis : service->legalBasis)
            legal.lines << qt(basis.article.empty() ? basis.act : basis.act + ", " + basis.article);
        if (!legal.lines.isEmpty())
            sections.push_back(std::move(legal));
    }
    rows_.setRows(std::move(sections));
}

void HelpViewModel::askRegistersAgain() {
    form_.askRegistersAgain();
}

} // namespace vienlogs::viewmodels
