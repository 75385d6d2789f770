// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "vienlogs/base/language.h"

class QCoreApplication;
class QTranslator;

namespace vienlogs::translations {

/// The words of every library in the language of the moment; windows are told by QEvent::LanguageChange.
class Translators {
public:
    /// The application must outlive this.
    explicit Translators(QCoreApplication& application);
    ~Translators();
    Translators(const Translators&) = delete;
    Translators& operator=(const Translators&) = delete;

    /// Installs the translations of the language in place of those before; also the default locale. False
    /// when one of them is missing from the program.
    bool use(base::Language language);

private:
    QCoreApplication& application_;
    std::vector<std::unique_ptr<QTranslator>> installed_;
};

} // namespace vienlogs::translations
