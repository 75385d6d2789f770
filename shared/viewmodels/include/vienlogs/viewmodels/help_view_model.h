// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Contact;
class FormFilling;
class Reference;
struct RegisterLook;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// The panel beside the work: what the registers say with source and age, facts and legal basis of the
/// service.
class HelpViewModel final : public ViewModel {
    Q_OBJECT

public:
    enum class State { Plain, Loading, Ok, Stale, Closed, Down, Invalid, NotFound };
    Q_ENUM(State)
    enum Column { TitleRole = Qt::UserRole + 1, SourceRole, AgeRole, StateRole, LinesRole, TextRole };
    struct Section {
        QString title;
        QString source; ///< "Population register"; empty when it is not from a register.
        QString age;    ///< "23.11.2026. 10:40"
        State state = State::Plain;
        QString stateText; ///< "closed by its owner", "does not answer"; empty when all is well.
        QStringList lines;
        QString text;
        friend bool operator==(const Section&, const Section&) = default;
    };

    HelpViewModel(workflows::Contact& contact, workflows::FormFilling& form, workflows::Reference& reference,
                  QObject* parent = nullptr);

    [[nodiscard]] RowModel<Section>* sections() { return &rows_; }

public Q_SLOTS:
    /// Asks the registers that did not answer again.
    void askRegistersAgain();

protected:
    void retranslate() override;

private:
    void refresh();
    [[nodiscard]] static QString stateText(State state);
    [[nodiscard]] Section registerSection(const workflows::RegisterLook& look) const;
    workflows::Contact& contact_;
    workflows::FormFilling& form_;
    workflows::Reference& reference_;
    RowModel<Section> rows_;
};

} // namespace vienlogs::viewmodels
