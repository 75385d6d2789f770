// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include <QWidget>

class QBoxLayout;

namespace vienlogs::look {
class ChoiceCard;
}

namespace vienlogs::windows {

/// What one card of a list says.
struct CardText {
    QString title;
    QString explanation{};
    QString facts{};
    QString remark{};
    bool enabled = true;
};

/// A line of cards of which one is chosen. Cards stay the same widgets when the list changes, so that the
/// keyboard is not lost.
class CardList : public QWidget {
    Q_OBJECT

public:
    /// Cards are named "NAME_0", "NAME_1"…
    explicit CardList(const QString& name, QWidget* parent = nullptr);

    void setCards(const std::vector<CardText>& cards, int selected);
    [[nodiscard]] int count() const { return static_cast<int>(cards_.size()); }
    /// Side by side instead of one under the other.
    void setAcross(bool across);
    /// Gives the keyboard to the selected card, or the first.
    void focusCard();

Q_SIGNALS:
    void chosen(int row);
    /// Chosen by Enter or a double click: go on with it.
    void accepted(int row);

private:
    look::ChoiceCard* append();

    QBoxLayout* line_;
    std::vector<look::ChoiceCard*> cards_;
};

} // namespace vienlogs::windows
