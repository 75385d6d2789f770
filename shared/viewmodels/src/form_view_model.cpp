// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/form_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/attachments.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/form_filling.h"

namespace vienlogs::viewmodels {

FormViewModel::FormViewModel(workflows::Contact& contact, workflows::FormFilling& form,
                             workflows::Attachments& attachments, QObject* parent)
    : ViewModel(parent), contact_(contact), form_(form), attachments_(attachments) {
    using workflows::FormFilling;
    connect(&attachments_, &workflows::Attachments::changed, this, &FormViewModel::showFiles);
    connect(&attachments_, &workflows::Attachments::changed, this, &FormViewModel::changed);
    connect(&attachments_, &workflows::Attachments::loaded, this,
            [this](const std::string& sha256, const base::Bytes& bytes) {
                for (const auto& document : contact_.theCase() ? contact_.theCase()->documents
                                                               : std::vector<domain::cases::Document>())
                    if (document.sha256 == sha256)
                        Q_EMIT thumbnailWanted(qt(sha256), qt(document.mediaType),
                                               QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                                          static_cast<qsizetype>(bytes.size())));
            });
    connect(&contact_, &workflows::Contact::caseChanged, this, &FormViewModel::showFiles);
    connect(&contact_, &workflows::Contact::clientChanged, this, [this] {
        thumbnails_.clear(); // the next client's papers are not this one's
        asked_.clear();
        showFiles(); // but this one's may be there already, after a restart
    });
    connect(&form_, &FormFilling::fieldsChanged, this, [this] {
        Q_EMIT fieldsChanged();
        Q_EMIT changed();
        showFiles();
    });
    connect(&form_, &FormFilling::fieldChanged, this,
            [this](const std::string& scope) { Q_EMIT fieldChanged(qt(scope)); });
    connect(&form_, &FormFilling::leaving, this, &FormViewModel::leaving);
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
    return contact_.busy() || attachments_.busy(); // a paper that comes later would be in no application
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
    if (definition.kind == forms::FieldKind::Files) {
        shown.files = filesOf(field);
        shown.filesBusy = attachments_.busy();
    }
    if (field.problem) {
        const auto problem = view(*field.problem);
        shown.problem = problem.happened + QLatin1Char(' ') + problem.todo;
    }
    return shown;
}

QVector<FileView> FormViewModel::filesOf(const forms::FormField& field) const {
    QVector<FileView> files;
    if (field.value.is_array())
        for (const auto& file : field.value) {
            const auto sha256 = qt(file.value("sha256", ""));
            files.push_back({sha256, qt(file.value("name", "")),
                             kindOf(sha256, qt(file.value("mediaType", ""))),
                             thumbnails_.value(sha256).image});
        }
    return files;
}

QString FormViewModel::kindOf(const QString& sha256, const QString& mediaType) const {
    if (mediaType != QLatin1String("application/pdf"))
        return mediaType == QLatin1String("image/png") ? QStringLiteral("PNG") : QStringLiteral("JPEG");
    int pages = thumbnails_.value(sha256).pages;
    if (contact_.theCase())
        for (const auto& document : contact_.theCase()->documents)
            if (qt(document.sha256) == sha256 && document.pages > 0)
                pages = document.pages;
    return pages > 0 ? tr("PDF, %n pages", nullptr, pages) : QStringLiteral("PDF");
}

/// Every file field again, and what is not drawn yet is asked for.
void FormViewModel::showFiles() {
    if (!form_.state())
        return;
    for (const auto& field : form_.state()->fields()) {
        if (field.definition->kind != forms::FieldKind::Files)
            continue;
        for (const auto& file : filesOf(field))
            if (!asked_.contains(file.sha256)) {
                asked_ << file.sha256;
                attachments_.load(file.sha256.toStdString());
            }
        Q_EMIT fieldChanged(qt(field.definition->scope));
    }
}

void FormViewModel::setThumbnail(const QString& sha256, const QImage& image, int pages) {
    if (!asked_.contains(sha256))
        return; // another client's by now
    thumbnails_[sha256] = {image, pages};
    showFiles();
}

void FormViewModel::attachFile(const QString& scope, const QString& path) {
    attachments_.attachFile(scope.toStdString(), path.toStdString());
}

void FormViewModel::attachScan(const QString& scope) {
    const auto now = timeOfDay(contact_.acts().clock().now());
    attachments_.attachScan(scope.toStdString(),
                            tr("Scanned at %1", "name of a paper").arg(now).toStdString());
}

void FormViewModel::removeFile(const QString& scope, const QString& sha256) {
    attachments_.remove(scope.toStdString(), sha256.toStdString());
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
    if (!busy())
        form_.nextPage();
}

void FormViewModel::back() {
    form_.previousPage();
}

} // namespace vienlogs::viewmodels
