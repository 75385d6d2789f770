// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/need_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/reference.h"

namespace vienlogs::viewmodels {

namespace {

constexpr std::size_t mostResults = 20;

} // namespace

NeedViewModel::NeedViewModel(workflows::Contact& contact, workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), reference_(reference),
      results_({{NameRole, "name", [](const Result& r) { return r.name; }},
                {KindRole, "kind", [](const Result& r) { return static_cast<int>(r.kind); }},
                {KindTextRole, "kindText", [](const Result& r) { return r.kindText; }},
                {DescriptionRole, "description", [](const Result& r) { return r.description; }}}) {
    connect(&reference_, &workflows::Reference::loaded, this, [this] { setLanguage(language()); });
    connect(&contact_, &workflows::Contact::changed, this, [this] {
        loadQuestions();
        Q_EMIT changed();
    });
    connect(&contact_, &workflows::Contact::stepChanged, this, [this] {
        if (contact_.step() == workflows::ContactStep::Need && contact_.data().lifeEventId.empty())
            setQuery({});
    });
    retranslate();
}

void NeedViewModel::retranslate() {
    search();
    loadQuestions();
}

bool NeedViewModel::catalogueLoaded() const {
    return reference_.data() != nullptr;
}

void NeedViewModel::setQuery(const QString& query) {
    query_ = query;
    search();
    Q_EMIT changed();
}

void NeedViewModel::search() {
    const auto* data = reference_.data();
    std::vector<Result> results;
    if (data && query_.trimmed().isEmpty()) {
        for (const auto& [id, event] : data->catalogue.lifeEvents())
            results.push_back(
                {Kind::LifeEvent, qt(id), text(event.name), tr("Life situation"), text(event.description)});
    } else if (data) {
        for (const auto& hit : data->catalogue.search(query_.toStdString(), language(), mostResults)) {
            const bool isEvent = hit.kind == catalogue::SearchHit::Kind::LifeEvent;
            Result result{.kind = isEvent ? Kind::LifeEvent : Kind::Service,
                          .id = qt(hit.id),
                          .name = text(hit.name),
                          .kindText = isEvent ? tr("Life situation") : tr("Service")};
            if (isEvent) {
                if (const auto event = data->catalogue.lifeEvent(hit.id))
                    result.description = text((*event)->description);
            } else if (const auto* service = reference_.service(hit.id)) {
                result.description = text(service->authority.name);
            }
            results.push_back(std::move(result));
        }
    }
    results_.setRows(std::move(results));
}

QString NeedViewModel::chosenName() const {
    const auto* data = reference_.data();
    if (!data || contact_.data().lifeEventId.empty())
        return {};
    const auto event = data->catalogue.lifeEvent(contact_.data().lifeEventId);
    return event ? text((*event)->name) : QString();
}

void NeedViewModel::loadQuestions() {
    questions_.clear();
    const auto* data = reference_.data();
    if (!data || contact_.data().lifeEventId.empty())
        return;
    const auto questionnaire = data->catalogue.questionnaireOf(contact_.data().lifeEventId);
    if (!questionnaire)
        return;
    const auto& answers = contact_.data().answers;
    for (const auto* asked : (*questionnaire)->asked(answers)) {
        Question question{.id = qt(asked->id),
                          .kind = asked->kind == catalogue::Question::Kind::Number ? QuestionKind::Number
                                                                                   : QuestionKind::Choice,
                          .text = text(asked->text),
                          .help = text(asked->help),
                          .minimum = asked->minimum,
                          .maximum = asked->maximum};
        const auto answer = answers.find(asked->id);
        for (const auto& option : asked->options) {
            if (answer != answers.end() && answer->second == option.id)
                question.chosen = static_cast<int>(question.options.size());
            question.options << text(option.label);
        }
        if (question.kind == QuestionKind::Number && answer != answers.end())
            question.number = qt(answer->second);
        questions_.push_back(std::move(question));
    }
}

bool NeedViewModel::canGoOn() const {
    const auto* data = reference_.data();
    if (!data || contact_.data().lifeEventId.empty())
        return false;
    const auto questionnaire = data->catalogue.questionnaireOf(contact_.data().lifeEventId);
    return questionnaire && (*questionnaire)->propose(contact_.data().answers).has_value();
}

void NeedViewModel::choose(int row) {
    const auto* found = results_.at(row);
    if (!found)
        return;
    const Result result = *found;
    if (result.kind == Kind::LifeEvent) {
        contact_.chooseLifeEvent(result.id.toStdString());
        return;
    }
    contact_.nameService(result.id.toStdString());
    contact_.proposeServices();
}

void NeedViewModel::answerChoice(int question, int option) {
    const auto* data = reference_.data();
    if (!data || question < 0 || question >= static_cast<int>(questions_.size()))
        return;
    const auto questionnaire = data->catalogue.questionnaireOf(contact_.data().lifeEventId);
    if (!questionnaire)
        return;
    const auto id = questions_[static_cast<std::size_t>(question)].id.toStdString();
    for (const auto& known : (*questionnaire)->questions())
        if (known.id == id && option >= 0 && option < static_cast<int>(known.options.size())) {
            contact_.answer(id, known.options[static_cast<std::size_t>(option)].id);
            return;
        }
}

void NeedViewModel::answerNumber(int question, const QString& number) {
    if (question >= 0 && question < static_cast<int>(questions_.size()))
        contact_.answer(questions_[static_cast<std::size_t>(question)].id.toStdString(),
                        number.trimmed().toStdString());
}

void NeedViewModel::next() {
    if (canGoOn())
        contact_.proposeServices();
}

} // namespace vienlogs::viewmodels
