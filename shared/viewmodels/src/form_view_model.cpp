// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/form_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/form_filling.h"

namespace vienlogs::viewmodels {

FormViewModel::FormViewModel(workflows::Contact& contact, workflows::FormFilling& form, QObject* parent)
    : ViewModel(parent), contact_(contact), form_(form) {
    using workflows::FormFilling;
    connect(&form_, &FormFilling::fieldsChanged, this, [this] {
        Q_EMIT fieldsChanged();
        Q_EMIT changed();
    });
    connect(&form_, &FormFilling::fieldChanged, this,
            [this](const std::string& scope) { Q_EMIT fieldChanged(qt(scope)); });
    connect(&form_, &FormFilling::problemsChanged, this, &FormViewModel::problemsChanged);
    connect(&form_, &FormFilling::looksChanged, this, &FormViewModel::changed);
    connect(&contact_, &workflows::Contact::changed, this, &FormViewModel::changed);
    connect(&form_, &FormFilling::addressesFound, this,
            [this](const std::string& scope, const FormFilling::Addresses& found) {
                QVector<AddressView> addresses;
                for (const auto& [address, code] : found)
                    addresses.push_back({qt(address), qt(code)});
                Q_EMIT addressesFound(qt(scope), addresses);
            });
}

void FormViewModel::retranslate() {
    Q_EMIT fieldsChanged();
    Q_EMIT problemsChanged();
}

QString FormViewModel::title() const {
    return form_.state() ? text(form_.state()->definition().title()) : QString();
}

int FormViewModel::pageCount() const {
    return form_.state() ? static_cast<int>(form_.state()->visiblePages().size()) : 0;
}

int FormViewModel::page() const {
    return static_cast<int>(form_.page());
}

QString FormViewModel::pageTitle() const {
    if (!form_.state())
        return {};
    const auto pages = form_.state()->visiblePages();
    return form_.page() < pages.size() ? text(form_.state()->definition().pages()[pages[form_.page()]].label)
                                       : QString();
}

bool FormViewModel::prefilling() const {
    return form_.asking();
}

bool FormViewModel::busy() const {
    return contact_.busy();
}

FieldView FormViewModel::viewOf(const forms::FormField& field) const {
    const auto& definition = *field.definition;
    const auto& page = form_.state()->definition().pages()[definition.page];
    FieldView shown{.scope = qt(definition.scope),
                    .objectName = QStringLiteral("field_") + qt(definition.name),
                    .kind = definition.kind,
                    .label = text(definition.label),
                    .example = text(definition.example),
                    .help = text(definition.help),
                    .section = text(page.sections[definition.section].label),
                    .required = definition.required,
                    .readOnly = definition.readOnly,
                    .enabled = field.enabled,
                    .maxLength = static_cast<int>(definition.maxLength),
                    .text = qt(field.text)};
    for (const auto& option : field.options)
        shown.options.push_back({qt(option.value), text(option.label)});
    for (const auto& value : field.chosen)
        shown.chosen << qt(value);
    if (field.value.is_boolean())
        shown.yesNo = field.value.get<bool>() ? 1 : 0;
    if (field.prefill) {
        shown.prefill =
            sourceName(field.prefill->path) + QStringLiteral(", ") + dateTime(field.prefill->asOf);
        shown.prefillChanged = field.prefill->changed;
    }
    if (field.problem) {
        const auto problem = view(*field.problem);
        shown.problem = problem.happened + QLatin1Char(' ') + problem.todo;
    }
    return shown;
}

QString FormViewModel::sourceName(const std::string& path) const {
    const auto root = path.substr(0, path.find('.'));
    for (const auto& look : form_.looks())
        if (look.registerId == root && !look.source.empty())
            return qt(look.source);
    return root == "client" ? tr("Client's card") : tr("Register");
}

QVector<FieldView> FormViewModel::fields() const {
    QVector<FieldView> shown;
    if (!form_.state())
        return shown;
    const auto pages = form_.state()->visiblePages();
    if (form_.page() < pages.size())
        for (const auto& field : form_.state()->fieldsOf(pages[form_.page()]))
            shown.push_back(viewOf(field));
    return shown;
}

FieldView FormViewModel::field(const QString& scope) const {
    if (!form_.state())
        return {};
    const auto found = form_.state()->field(scope.toStdString());
    return found ? viewOf(*found) : FieldView{};
}

QVector<ProblemView> FormViewModel::problems() const {
    QVector<ProblemView> shown;
    for (const auto& problem : form_.problems()) {
        const auto message = view(problem.failure);
        shown.push_back(
            {qt(problem.scope), text(problem.label), message.happened + QLatin1Char(' ') + message.todo});
    }
    return shown;
}

void FormViewModel::setText(const QString& scope, const QString& typed) {
    form_.setText(scope.toStdString(), typed.toStdString());
}

void FormViewModel::setYesNo(const QString& scope, bool value) {
    form_.setYesNo(scope.toStdString(), value);
}

void FormViewModel::choose(const QString& scope, const QStringList& values) {
    std::vector<std::string> chosen;
    for (const auto& value : values)
        chosen.push_back(value.toStdString());
    form_.choose(scope.toStdString(), chosen);
}

void FormViewModel::setAddress(const QString& scope, const QString& typed, const QString& code) {
    form_.setAddress(scope.toStdString(), typed.toStdString(), code.toStdString());
}

void FormViewModel::completeAddress(const QString& scope, const QString& typed) {
    form_.completeAddress(scope.toStdString(), typed.toStdString());
}

void FormViewModel::next() {
    form_.nextPage();
}

void FormViewModel::back() {
    form_.previousPage();
}

} // namespace vienlogs::viewmodels
