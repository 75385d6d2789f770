// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Contact;
class RecentCases;
class Reference;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// Ctrl+K: finds services, life situations, cases and commands in one line.
class PaletteViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)

public:
    enum class Kind { Command, Service, LifeEvent, Case };
    Q_ENUM(Kind)
    enum Column { TitleRole = Qt::UserRole + 1, SubtitleRole, KindRole, ShortcutRole };
    struct Row {
        QString title;
        QString subtitle;
        Kind kind = Kind::Command;
        QString shortcut;
        QString id; ///< What activate() acts on.
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Command {
        QString id;
        QString shortcut;
        std::function<QString()> title; ///< Read again when the language changes.
        std::function<bool()> enabled;
        std::function<void()> run;
    };

    PaletteViewModel(workflows::Contact& contact, workflows::RecentCases& cases,
                     workflows::Reference& reference, QObject* parent = nullptr);

    /// Adds a command that the palette offers.
    void addCommand(Command command);
    [[nodiscard]] QString query() const { return query_; }
    [[nodiscard]] RowModel<Row>* rows() { return &rows_; }

public Q_SLOTS:
    void setQuery(const QString& query);
    void activate(int row);

Q_SIGNALS:
    /// A row was activated; the palette may close.
    void activated();

protected:
    void retranslate() override;

private:
    void search();
    workflows::Contact& contact_;
    workflows::RecentCases& cases_;
    workflows::Reference& reference_;
    std::vector<Command> commands_;
    QString query_;
    RowModel<Row> rows_;
};

} // namespace vienlogs::viewmodels
