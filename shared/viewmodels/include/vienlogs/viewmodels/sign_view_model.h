// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QImage>
#include <QVector>

#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Contact;
class Scanning;
class Signing;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// Step 4: the application as it will be sent, signed on paper and scanned, or with the client's card.
class SignViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(Method method READ method WRITE setMethod NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString busyText READ busyText NOTIFY changed)
    Q_PROPERTY(bool printed READ printed NOTIFY changed)
    Q_PROPERTY(bool isSigned READ isSigned NOTIFY changed)
    Q_PROPERTY(bool canSignWithCard READ canSignWithCard NOTIFY changed)
    Q_PROPERTY(QString cardHint READ cardHint NOTIFY changed)
    Q_PROPERTY(int triesLeft READ triesLeft NOTIFY changed)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY changed)

public:
    enum class Method { Paper, Card };
    Q_ENUM(Method)

    SignViewModel(workflows::Contact& contact, workflows::Signing& signing, workflows::Scanning& scanning,
                  QObject* parent = nullptr);

    [[nodiscard]] Method method() const { return method_; }
    [[nodiscard]] bool busy() const;
    /// "The application is being made…", "The card is signing…"; empty when idle.
    [[nodiscard]] QString busyText() const;
    [[nodiscard]] bool printed() const;
    [[nodiscard]] bool isSigned() const;
    /// The client's card lies in the client's reader, is the client's, and its PIN2 is not blocked.
    [[nodiscard]] bool canSignWithCard() const;
    /// Why it cannot be used, or what to do with it.
    [[nodiscard]] QString cardHint() const;
    /// Of PIN2; -1 until known, 0 when it is blocked.
    [[nodiscard]] int triesLeft() const;
    [[nodiscard]] bool canGoOn() const;
    /// The client's reader has keys of its own.
    [[nodiscard]] bool hasPad() const;
    /// The pages of the application; empty until `previewReady`.
    [[nodiscard]] QVector<QImage> previewPages() const { return preview_; }
    /// The application as PDF; empty until it was made.
    [[nodiscard]] QByteArray pdf() const;

public Q_SLOTS:
    void setMethod(vienlogs::viewmodels::SignViewModel::Method method);
    void setPreviewPages(const QVector<QImage>& pages);
    void print();
    /// The client typed PIN2 at the client's reader.
    void signWithCard(const QString& pin2);
    /// The client enters PIN2 with the reader's keys.
    void signAtPad();
    /// The pages of the scan view-model are the signed paper: attaches them and signs.
    void useScan();
    void next();
    void back();

Q_SIGNALS:
    void previewReady();
    /// The PDF was made; whoever can draw it gives the pages to setPreviewPages().
    void pdfMade(const QByteArray& pdf);

private:
    workflows::Contact& contact_;
    workflows::Signing& signing_;
    workflows::Scanning& scanning_;
    Method method_ = Method::Paper;
    QVector<QImage> preview_;
};

} // namespace vienlogs::viewmodels
