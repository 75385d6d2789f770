// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>
#include <QVector>

#include "vienlogs/base/clock.h"
#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::contract {
struct AccessRecord;
}

namespace vienlogs::domain::cases {
struct Case;
} // namespace vienlogs::domain::cases

namespace vienlogs::workflows {
class Contact;
class Reference;
class Submitting;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// Step 6: delivery, a last look, submitting; then number, state and history.
class DoneViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(int deliveryIndex READ deliveryIndex WRITE setDeliveryIndex NOTIFY changed)
    Q_PROPERTY(bool submitted READ submitted NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString caseNumber READ caseNumber NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(SentState sentState READ sentState NOTIFY changed)
    Q_PROPERTY(QString sentText READ sentText NOTIFY changed)

public:
    enum class SentState { Waiting, Sent, Refused };
    Q_ENUM(SentState)
    enum HistoryColumn { WhenRole = Qt::UserRole + 1, TextRole, WhoRole };
    enum AccessColumn { AccessWhenRole = Qt::UserRole + 1, AccessWhoRole, AccessWhatRole, AccessPurposeRole };
    struct SummaryLine {
        QString label;
        QString value;
        friend bool operator==(const SummaryLine&, const SummaryLine&) = default;
    };
    struct HistoryRow {
        QString when; ///< "23.11.2026. 12:05"
        QString text; ///< "Declaring a residence — submitted"
        QString who;  ///< Number and institution.
        friend bool operator==(const HistoryRow&, const HistoryRow&) = default;
    };
    struct AccessRow {
        QString when;
        QString who;
        QString what;
        QString purpose;
        friend bool operator==(const AccessRow&, const AccessRow&) = default;
    };

    DoneViewModel(workflows::Contact& contact, workflows::Submitting& submitting,
                  workflows::Reference& reference, QObject* parent = nullptr);

    [[nodiscard]] QStringList deliveries() const;
    [[nodiscard]] int deliveryIndex() const;
    /// What is submitted: service, client, answers, signature, payment.
    [[nodiscard]] QVector<SummaryLine> summary() const;
    [[nodiscard]] bool submitted() const;
    [[nodiscard]] bool busy() const;
    [[nodiscard]] QString caseNumber() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] SentState sentState() const;
    /// "Waiting to send: there is no connection.", "Sent 12:05", "Refused: …"
    [[nodiscard]] QString sentText() const;
    /// The client's e-account history; empty and `historyNote` set when it cannot be read now.
    [[nodiscard]] RowModel<HistoryRow>* history() { return &history_; }
    [[nodiscard]] RowModel<AccessRow>* accessLog() { return &access_; }
    /// Why the lists are empty; empty when they are not.
    [[nodiscard]] QString historyNote() const;

public Q_SLOTS:
    void setDeliveryIndex(int index);
    void submit();
    void anotherService();
    void endContact();
    void back();
    /// Asks the server for history and access log again.
    void refreshHistory();

protected:
    void retranslate() override;

private:
    void refresh();
    [[nodiscard]] static QString signedText(const domain::cases::Case& theCase);
    [[nodiscard]] QString serviceName(const std::string& id) const;
    /// The label that was valid then; the code itself when the desk does not know it.
    [[nodiscard]] QString nameOf(std::string_view classifier, const std::string& code,
                                 base::Timestamp at) const;
    [[nodiscard]] AccessRow accessRow(const contract::AccessRecord& record) const;
    workflows::Contact& contact_;
    workflows::Submitting& submitting_;
    workflows::Reference& reference_;
    RowModel<HistoryRow> history_;
    RowModel<AccessRow> access_;
};

} // namespace vienlogs::viewmodels
