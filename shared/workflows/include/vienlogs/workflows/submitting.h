// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "vienlogs/ports/api_client.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/form_filling.h"
#include "vienlogs/workflows/recent_cases.h"

namespace vienlogs::workflows {

/// The end of an application: a last look, submitting, and what the client's e-account shows then.
class Submitting final : public QObject {
    Q_OBJECT
public:
    Submitting(Contact& contact, FormFilling& form, Reference& reference, RecentCases& recent,
               ports::ApiClient& api, QObject* parent = nullptr);

    [[nodiscard]] bool submitted() const;
    /// How far the case is on its way to the server.
    [[nodiscard]] Sent sent() const;
    [[nodiscard]] std::optional<std::string> problemCode() const;
    [[nodiscard]] std::vector<forms::Answer> answers(base::Language language) const;
    [[nodiscard]] const std::vector<contract::HistoryEntry>& history() const { return history_; }
    [[nodiscard]] const std::vector<contract::AccessRecord>& accessLog() const { return access_; }
    /// Why history and access log cannot be shown now.
    [[nodiscard]] const std::optional<base::Failure>& historyFailure() const { return historyFailure_; }

    void submit();
    void refreshHistory();

Q_SIGNALS:
    void changed();

private:
    void onStep();
    void onCases();
    Contact& contact_;
    FormFilling& form_;
    Reference& reference_;
    RecentCases& recent_;
    ports::ApiClient& api_;
    int question_ = 0;
    Sent sentBefore_ = Sent::Waiting;
    std::vector<contract::HistoryEntry> history_;
    std::vector<contract::AccessRecord> access_;
    std::optional<base::Failure> historyFailure_;
};

} // namespace vienlogs::workflows
