// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QAbstractButton>

class QLabel;
class QVBoxLayout;

namespace vienlogs::look {

/// One of several things to choose: a title, what it means, and facts beside it. Behaves as a radio button:
/// arrows move within the group, Space and a click choose, Enter chooses and asks to go on.
class ChoiceCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit ChoiceCard(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Under the title; hidden while empty.
    void setExplanation(const QString& text);
    /// A line of facts under it; hidden while empty.
    void setFacts(const QString& text);
    /// A short remark that must be seen ("changed since you last used it"); hidden while empty.
    void setRemark(const QString& text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// Enter or a double click: this one, and go on.
    void accepted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void name();

    QLabel* title_;
    QLabel* remark_;
    QLabel* explanation_;
    QLabel* facts_;
};

} // namespace vienlogs::look
