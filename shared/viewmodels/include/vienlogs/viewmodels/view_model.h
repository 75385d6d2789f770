// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QString>

#include "vienlogs/base/failure.h"
#include "vienlogs/base/language.h"

namespace vienlogs::viewmodels {

/// What a window is shown of a failure, in the language of the moment.
struct FailureView {
    QString happened;
    QString todo;
    QString code;
    bool informs = false; ///< Nobody made a mistake and nothing is lost: to be drawn as a notice.
    friend bool operator==(const FailureView&, const FailureView&) = default;
};

/// Base of every view-model: plain values to show, commands to invoke, one signal when anything changed.
/// Lives on the window's thread and never blocks it.
class ViewModel : public QObject {
    Q_OBJECT

public:
    explicit ViewModel(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] base::Language language() const { return language_; }
    /// All texts are read again in the language; `changed` follows.
    void setLanguage(base::Language language);

Q_SIGNALS:
    /// Some value of this view-model is another one now.
    void changed();
    /// Something did not work; the application shows it as a banner.
    void failed(const vienlogs::base::Failure& failure);

protected:
    /// Called after the language changed, before `changed`.
    virtual void retranslate() {}
    [[nodiscard]] QString text(const base::LocalizedText& localized) const;
    [[nodiscard]] FailureView view(const base::Failure& failure) const;

private:
    base::Language language_ = base::Language::Latvian;
};

} // namespace vienlogs::viewmodels
