// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QColor>
#include <QPushButton>

namespace vienlogs::look {

/// What pressing a button means: Main is the one that goes on, Quiet is beside the way, Danger cannot be
/// undone, State stands in the state line.
enum class ButtonKind { Plain, Main, Quiet, Danger, State, Link };

/// A push button of the suite. Its icon follows the colour of its text.
class Button : public QPushButton {
    Q_OBJECT

public:
    explicit Button(ButtonKind kind, QWidget* parent = nullptr);

    /// Name of an icon of the set; empty for none. Without a colour of its own it has that of the text.
    void setIconName(const QString& name, const QColor& colour = {});

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawIcon();

    QString iconName_;
    QColor iconColour_;
};

} // namespace vienlogs::look
