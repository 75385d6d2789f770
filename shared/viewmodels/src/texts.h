// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QCoreApplication>
#include <QString>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/failure_text.h"
#include "vienlogs/domain/cases/case.h"
#include "vienlogs/viewmodels/view_model.h"
#include "vienlogs/workflows/recent_cases.h"

/// Texts that several view-models show in the same words.
namespace vienlogs::viewmodels {

class Texts {
    Q_DECLARE_TR_FUNCTIONS(Texts)
public:
    static QString caseState(domain::cases::CaseState state);
    static QString delivery(domain::cases::DeliveryWay way);
    static QString sent(workflows::Sent sent);
    static QString step(int number);
    static QString free();
    static QString atOnce();
    static QString days(int days);
    static QString workingDays(int days);
    static QString channel(std::string_view code);
    /// What the audit records, for the person it is about: "case.submit" is "Application submitted".
    static QString act(const std::string& code);
};

[[nodiscard]] inline QString qt(const std::string& text) {
    return QString::fromStdString(text);
}
/// A PIN without a copy that stays behind.
[[nodiscard]] base::Secret secretOf(const QString& pin);
[[nodiscard]] FailureView failureView(const base::Failure& failure, base::Language language);
/// In the time zone of the desk: "23.11.2026. 10:40".
[[nodiscard]] QString dateTime(base::Timestamp at);
/// "10:40"
[[nodiscard]] QString timeOfDay(base::Timestamp at);

} // namespace vienlogs::viewmodels
