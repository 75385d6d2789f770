// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLineEdit>
#include <array>
#include <functional>

namespace vienlogs::windows {

/// A line for a PIN. The digits are in a buffer of its own, overwritten when they go; Qt's text, with all its
/// copies and steps to undo, has only as many dots. Nothing is pasted into it, copied, dragged or dropped.
class PinLine final : public QLineEdit {
    Q_OBJECT

public:
    PinLine(const QString& name, QWidget* parent);
    ~PinLine() override;

    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] bool isSameAs(const PinLine& other) const;
    /// Empties the line and hands on what was entered; the characters are overwritten when `to` returns.
    void give(const std::function<void(const QString& pin)>& to);
    void forget();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    static constexpr int longest = 12;
    /// Whether the text was digits only, and taken.
    bool take(const QString& text);
    void draw();

    std::array<char16_t, longest> digits_{};
    int count_ = 0;
};

} // namespace vienlogs::windows
