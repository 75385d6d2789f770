// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLabel>

namespace vienlogs::look {

/// What a mark says; always together with an icon and a word.
enum class Tone { Neutral, Muted, Ok, Warn, Error, Info };

[[nodiscard]] QString nameOf(Tone tone);

/// An icon that grows with the text and takes its colour from the theme.
class IconLabel : public QLabel {
    Q_OBJECT

public:
    /// Size in pixels at 100 % text.
    explicit IconLabel(int size, QWidget* parent = nullptr);

    void show(const QString& iconName, Tone tone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();

    int size_;
    QString name_;
};

/// An icon and a word or a sentence, as the states of devices, cases and people are shown.
class Mark : public QWidget {
    Q_OBJECT

public:
    enum class Shape { OneLine, SmallLine, Wrapping };

    explicit Mark(QWidget* parent = nullptr, Shape shape = Shape::OneLine);

    void show(const QString& iconName, Tone tone, const QString& word);
    [[nodiscard]] QString word() const { return word_->text(); }

private:
    IconLabel* icon_;
    QLabel* word_;
};

} // namespace vienlogs::look
