// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Contact;
class Reference;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// Step 2: the exact list of services, each with why, fee, deadline and channels.
class ServicesViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(int selected READ selected NOTIFY changed)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    enum Column {
        NameRole = Qt::UserRole + 1,
        WhyRole,
        DescriptionRole,
        FeeRole,
        DeadlineRole,
        ChannelsRole,
        InstitutionRole,
        ChangedRole,
        AtDeskRole,
    };
    struct Row {
        QString id;
        QString name;
        QString why; ///< Why the answers lead to it; may be empty.
        QString description;
        QString whatYouNeed;
        QString fee;      ///< "Free of charge", "15,00 €", "15,00 € – 30,00 €"
        QString deadline; ///< "10 working days", "At once"
        QString channels;
        QString institution;
        QString legalBasis;
        bool changed = false; ///< Since this clerk last used it.
        bool atDesk = true;   ///< Can be applied for here.
        QString levelHint;    ///< Set when the client must be identified more surely for it.
        friend bool operator==(const Row&, const Row&) = default;
    };

    ServicesViewModel(workflows::Contact& contact, workflows::Reference& reference,
                      QObject* parent = nullptr);

    [[nodiscard]] RowModel<Row>* services() { return &rows_; }
    /// -1 none.
    [[nodiscard]] int selected() const;
    [[nodiscard]] bool canGoOn() const;
    /// The case is being opened.
    [[nodiscard]] bool busy() const;

public Q_SLOTS:
    void choose(int row);
    void next();
    void back();

protected:
    void retranslate() override;

private:
    void refresh();
    workflows::Contact& contact_;
    workflows::Reference& reference_;
    RowModel<Row> rows_;
    QString selectedId_;
};

} // namespace vienlogs::viewmodels
