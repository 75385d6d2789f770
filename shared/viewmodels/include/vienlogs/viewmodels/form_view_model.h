// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>
#include <QVector>

#include "vienlogs/forms/field.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::forms {
struct FormField;
}
namespace vienlogs::workflows {
class Contact;
class FormFilling;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// One thing that can be chosen in a field.
struct OptionView {
    QString value;
    QString label;
    friend bool operator==(const OptionView&, const OptionView&) = default;
};

/// One field as a window draws it.
struct FieldView {
    QString scope;      ///< Names the field in every command.
    QString objectName; ///< "field_newAddress": for the widget and for tests.
    forms::FieldKind kind = forms::FieldKind::Text;
    QString label, example, help;
    QString section; ///< Heading above it; the same for neighbours of one section.
    bool required = false, readOnly = false, enabled = true;
    int maxLength = 0;
    QVector<OptionView> options;
    QString text;       ///< What stands in the line.
    QStringList chosen; ///< Values of the options chosen.
    int yesNo = -1;     ///< -1 unanswered, 0 no, 1 yes.
    QString prefill;    ///< "Population register, 23.11.2026. 10:40"; empty when nobody filled it before.
    bool prefillChanged = false;
    QString problem; ///< What is wrong, with what to do; empty when nothing is.
    friend bool operator==(const FieldView&, const FieldView&) = default;
};

struct ProblemView {
    QString scope;
    QString label;
    QString text;
    friend bool operator==(const ProblemView&, const ProblemView&) = default;
};

/// An address proposed by the address register.
struct AddressView {
    QString text;
    QString code;
    friend bool operator==(const AddressView&, const AddressView&) = default;
};

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
    FormViewModel(workflows::Contact& contact, workflows::FormFilling& form, QObject* parent = nullptr);

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
    /// The next page, or after the last one on to signing; stays when something is wrong.
    void next();
    void back();

Q_SIGNALS:
    /// Which fields are shown has changed (another page, a rule, the language).
    void fieldsChanged();
    /// The value, the problem or the enabling of one field has changed.
    void fieldChanged(const QString& scope);
    void problemsChanged();
    void addressesFound(const QString& scope, const QVector<vienlogs::viewmodels::AddressView>& addresses);

protected:
    void retranslate() override;

private:
    [[nodiscard]] FieldView viewOf(const forms::FormField& field) const;
    [[nodiscard]] QString sourceName(const std::string& path) const;
    workflows::Contact& contact_;
    workflows::FormFilling& form_;
};

} // namespace vienlogs::viewmodels
