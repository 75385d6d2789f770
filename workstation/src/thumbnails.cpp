// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "thumbnails.h"

#include <QBuffer>
#include <QImageReader>
#include <QPointer>
#include <QThreadPool>

namespace vienlogs::workstation {

namespace {

constexpr int side = 160; // pixels; shown at most half as large, so that it is sharp at 200 %
constexpr PdfPreview::Size smallPages{.lastPage = 200, .longSide = side};

QImage pictureFrom(QByteArray content) {
    QBuffer buffer(&content);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
    reader.setAutoTransform(true);
    return reader.read();
}

} // namespace

Thumbnails::Thumbnails(QObject* parent) : QObject(parent), pdf_(smallPages) {
    connect(&pdf_, &PdfPreview::drawn, this,
            [this](const QVector<QImage>& pages) { end(pages.front(), static_cast<int>(pages.size())); });
    connect(&pdf_, &PdfPreview::notDrawn, this, [this] { end({}, 0); });
}

void Thumbnails::draw(const QString& sha256, const QString& mediaType, const QByteArray& content) {
    waiting_.enqueue({sha256, mediaType, content});
    if (current_.isEmpty())
        next();
}

void Thumbnails::next() {
    if (waiting_.isEmpty())
        return;
    const Paper paper = waiting_.dequeue();
    current_ = paper.sha256;
    if (paper.mediaType == QLatin1String("application/pdf"))
        pdf_.draw(paper.content);
    else
        drawPicture(paper.content);
}

void Thumbnails::drawPicture(const QByteArray& content) {
    auto* home = new QObject; // lives on this thread; the guard is looked at only here
    QThreadPool::globalInstance()->start([home, guard = QPointer<Thumbnails>(this), content] {
        QMetaObject::invokeMethod(
            home,
            [home, guard, image = pictureFrom(content)] {
                home->deleteLater();
                if (guard)
                    guard->end(image, 1);
            },
            Qt::QueuedConnection);
    });
}

void Thumbnails::end(const QImage& image, int pages) {
    const QString sha256 = std::exchange(current_, {});
    if (!image.isNull())
        Q_EMIT drawn(sha256, image, pages);
    next();
}

} // namespace vienlogs::workstation
