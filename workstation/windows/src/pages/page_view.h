// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QScrollArea>
#include <QVector>

class QVBoxLayout;

namespace vienlogs::windows {

/// Pages of a document, as wide as the room, one under the other.
class PageView : public QScrollArea {
    Q_OBJECT

public:
    explicit PageView(QWidget* parent = nullptr);

    void setPages(const QVector<QImage>& pages);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QVector<QImage> pages_;
    QWidget* body_;
    QVBoxLayout* column_;
};

} // namespace vienlogs::windows
