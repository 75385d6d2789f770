// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QQueue>

#include "pdf_preview.h"

namespace vienlogs::workstation {

/// Draws attached papers small, one after the other: PDF by pdftoppm, pictures on a thread of their own. A
/// paper that cannot be drawn gets no answer.
class Thumbnails final : public QObject {
    Q_OBJECT
public:
    explicit Thumbnails(QObject* parent = nullptr);

    void draw(const QString& sha256, const QString& mediaType, const QByteArray& content);

Q_SIGNALS:
    void drawn(const QString& sha256, const QImage& image, int pages);

private:
    struct Paper {
        QString sha256;
        QString mediaType;
        QByteArray content;
    };
    void next();
    void drawPicture(const QByteArray& content);
    void end(const QImage& image, int pages);

    QQueue<Paper> waiting_;
    QString current_;
    PdfPreview pdf_;
};

} // namespace vienlogs::workstation
