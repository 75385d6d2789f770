// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace vienlogs::look {

/// A column that scrolls up and down when it does not fit and is never wider than good reading.
class ScrollPage : public QScrollArea {
    Q_OBJECT

public:
    /// Widest column in widths of the letter "m"; 0 for no limit.
    explicit ScrollPage(int widestEm, QWidget* parent = nullptr);

    /// Where the page's widgets go, from the top.
    [[nodiscard]] QVBoxLayout& column() const { return *column_; }
    /// Brings a widget of the page into view.
    void reveal(QWidget& widget);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    int widestEm_;
    QWidget* body_;
    QVBoxLayout* column_;
};

} // namespace vienlogs::look
