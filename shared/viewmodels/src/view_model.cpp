// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/view_model.h"

#include "texts.h"

namespace vienlogs::viewmodels {

void ViewModel::setLanguage(base::Language language) {
    language_ = language;
    retranslate();
    Q_EMIT changed();
}

QString ViewModel::text(const base::LocalizedText& localized) const {
    return QString::fromStdString(localized.in(language_));
}

FailureView ViewModel::view(const base::Failure& failure) const {
    return failureView(failure, language_);
}

} // namespace vienlogs::viewmodels
