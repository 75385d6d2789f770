// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/translations/translators.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace vienlogs::translations {

namespace {

/// The libraries with words; one file each and language in the resources.
constexpr const char* libraries[] = {"workstation", "viewmodels", "drafting"};

} // namespace

Translators::Translators(QCoreApplication& application) : application_(application) {}

Translators::~Translators() {
    for (const auto& translator : installed_)
        application_.removeTranslator(translator.get());
}

bool Translators::use(base::Language language) {
    const std::string_view code = base::codeOf(language);
    const QString name = QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
    QLocale::setDefault(QLocale(name));
    std::vector<std::unique_ptr<QTranslator>> fresh;
    bool complete = true;
    for (const char* library : libraries) {
        auto translator = std::make_unique<QTranslator>();
        const QString file =
            QStringLiteral(":/vienlogs/translations/%1_%2.qm").arg(QLatin1String(library), name);
        complete = translator->load(file) && complete;
        fresh.push_back(std::move(translator));
    }
    // The new ones first: no window ever sees the bare sources.
    for (const auto& translator : fresh)
        application_.installTranslator(translator.get());
    for (const auto& translator : installed_)
        application_.removeTranslator(translator.get());
    installed_ = std::move(fresh);
    return complete;
}

} // namespace vienlogs::translations
