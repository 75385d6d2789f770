// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

#include "vienlogs/acts_store/act_store.h"

class QLabel;
class QListWidget;

namespace vienlogs::look {
class Button;
}

namespace vienlogs::drafting {

/// The drafter's acts, and what a new one may be.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    /// What a kind is called.
    [[nodiscard]] static QString nameOf(acts::ActKind kind);
    void setActs(const std::vector<acts_store::ActSummary>& acts);

Q_SIGNALS:
    void opened(const base::Ulid& act);
    void wanted(acts::ActKind kind);

protected:
    void changeEvent(QEvent* event) override;

private:
    void translate();
    void fill();
    std::vector<acts_store::ActSummary> acts_;
    QLabel *title_, *newTitle_, *mine_, *none_;
    std::vector<std::pair<acts::ActKind, look::Button*>> kinds_;
    QListWidget* list_;
};

} // namespace vienlogs::drafting
