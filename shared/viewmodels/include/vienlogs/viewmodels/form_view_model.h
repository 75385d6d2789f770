// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QHash>
#include <QImage>

#include "vienlogs/viewmodels/field_view.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::forms {
struct FormField;
}
namespace vienlogs::workflows {
class Attachments;
class Contact;
class FormFilling;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// Step 3: one form, page by page, half filled by the registers.
class FormViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(int pageCount READ pageCount NOTIFY changed)
    Q_PROPERTY(int page READ page NOTIFY changed)
    Q_PROPERTY(QString pageTitle READ pageTitle NOTIFY changed)
    Q_PROPERTY(bool prefilling READ prefilling NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    FormViewModel(workflows::Contact& contact, workflows::FormFilling& form,
                  workflows::Attachments& attachments, QObject* parent = nullptr);

    [[nodiscard]] QString title() const;
    [[nodiscard]] int pageCount() const;
    /// 0-based, among the visible pages.
    [[nodiscard]] int page() const;
    [[nodiscard]] QString pageTitle() const;
    /// Registers are still being asked; the form can be used meanwhile.
    [[nodiscard]] bool prefilling() const;
    [[nodiscard]] bool busy() const;
    /// The visible fields of the page in order.
    [[nodiscard]] QVector<FieldView> fields() const;
    [[nodiscard]] FieldView field(const QString& scope) const;
    /// What the last next() found on this page, in order.
    [[nodiscard]] QVector<ProblemView> problems() const;

public Q_SLOTS:
    /// As typed; checked at once, kept also when wrong.
    void setText(const QString& scope, const QString& text);
    void setYesNo(const QString& scope, bool value);
    void choose(const QString& scope, const QStringList& values);
    void setAddress(const QString& scope, const QString& text, const QString& code);
    /// Asks the address register; `addressesFound` follows (only for the newest question).
    void completeAddress(const QString& scope, const QString& text);
    /// Reads a file of this machine, judges it by its content and attaches it.
    void attachFile(const QString& scope, const QString& path);
    /// Attaches the pages of the scan view-model, which are cleared then.
    void attachScan(const QString& scope);
    void removeFile(const QString& scope, const QString& sha256);
    /// What a paper looks like; `pages` as they were counted in drawing, 0 unknown.
    void setThumbnail(const QString& sha256, const QImage& image, int pages);
    /// The next page, or after the last one on to signing; stays when something is wrong.
    void next();
    void back();

Q_SIGNALS:
    /// The step is being left or the contact ended: what is still being typed is to be given now.
    void leaving();
    /// Which fields are shown has changed (another page, a rule, the language).
    void fieldsChanged();
    /// The value, the problem or the enabling of one field has changed.
    void fieldChanged(const QString& scope);
    void problemsChanged();
    /// Whoever can draw this paper gives it to setThumbnail().
    void thumbnailWanted(const QString& sha256, const QString& mediaType, const QByteArray& content);
    void addressesFound(const QString& scope, const QVector<vienlogs::viewmodels::AddressView>& addresses);

protected:
    void retranslate() override;

private:
    struct Thumbnail {
        QImage image;
        int pages = 0;
    };
    void showFiles();
    [[nodiscard]] QVector<FileView> filesOf(const forms::FormField& field) const;
    [[nodiscard]] QString kindOf(const QString& sha256, const QString& mediaType) const;
    [[nodiscard]] FieldView viewOf(const forms::FormField& field) const;
    [[nodiscard]] QString sourceName(const std::string& path) const;
    workflows::Contact& contact_;
    workflows::FormFilling& form_;
    workflows::Attachments& attachments_;
    QHash<QString, Thumbnail> thumbnails_; ///< By SHA-256, of this client's papers.
    QStringList asked_;                    ///< Papers that are being drawn or cannot be.
};

} // namespace vienlogs::viewmodels
