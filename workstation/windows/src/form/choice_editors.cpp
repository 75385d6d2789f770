// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "form/choice_editors.h"

#include <QCheckBox>
#include <QCompleter>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "vienlogs/look/combo_box.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

namespace {

/// A radio button can be let go only while its group is not exclusive.
void check(QAbstractButton& button, bool checked, bool exclusive) {
    const QSignalBlocker quiet(&button);
    button.setAutoExclusive(false);
    button.setChecked(checked);
    button.setAutoExclusive(exclusive);
}

} // namespace

YesNoEditor::YesNoEditor(const viewmodels::FieldView& field, QWidget* parent)
    : FieldEditor(parent), yes_(new QRadioButton(this)), no_(new QRadioButton(this)) {
    yes_->setObjectName(field.objectName + QStringLiteral("_yes"));
    no_->setObjectName(field.objectName + QStringLiteral("_no"));
    auto* flow = new look::FlowLayout(this, look::space::xl, look::space::s);
    flow->addWidget(yes_);
    flow->addWidget(no_);
    setFocusProxy(yes_);
    const auto give = [this](bool value) {
        Q_EMIT yesNoGiven(value);
        Q_EMIT finished();
    };
    connect(yes_, &QRadioButton::clicked, this, [give] { give(true); });
    connect(no_, &QRadioButton::clicked, this, [give] { give(false); });
    retranslate();
}

void YesNoEditor::show(const viewmodels::FieldView& field) {
    check(*yes_, field.yesNo == 1, true);
    check(*no_, field.yesNo == 0, true);
    for (QRadioButton* button : {yes_, no_}) {
        button->setEnabled(field.enabled && !field.readOnly);
        button->setAccessibleDescription(field.label);
    }
}

QWidget* YesNoEditor::control() const {
    return no_->isChecked() ? no_ : yes_;
}

void YesNoEditor::retranslate() {
    yes_->setText(tr("Yes"));
    no_->setText(tr("No"));
}

OptionsEditor::OptionsEditor(const viewmodels::FieldView& field, bool several, QWidget* parent)
    : FieldEditor(parent), several_(several), name_(field.objectName), column_(new QVBoxLayout(this)),
      empty_(look::makeText(look::TextRole::Muted, this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(look::space::xs);
    column_->addWidget(empty_);
    retranslate();
}

void OptionsEditor::build(const viewmodels::FieldView& field) {
    for (QAbstractButton* button : buttons_) {
        button->hide();
        button->setParent(nullptr); // At once: names must not be found twice.
        button->deleteLater();      // Later: this may be its own click.
    }
    buttons_.clear();
    options_ = field.options;
    for (int i = 0; i < options_.size(); ++i) {
        QAbstractButton* button =
            several_ ? static_cast<QAbstractButton*>(new QCheckBox(options_.at(i).label, this))
                     : new QRadioButton(options_.at(i).label, this);
        button->setObjectName(QStringLiteral("%1_%2").arg(name_).arg(i));
        column_->addWidget(button);
        buttons_.push_back(button);
        connect(button, &QAbstractButton::clicked, this, &OptionsEditor::give);
    }
    setFocusProxy(buttons_.empty() ? nullptr : buttons_.front());
}

void OptionsEditor::give() {
    QStringList values;
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        if (buttons_[i]->isChecked())
            values.append(options_.at(static_cast<int>(i)).value);
    Q_EMIT chosen(values);
    Q_EMIT finished();
}

void OptionsEditor::show(const viewmodels::FieldView& field) {
    if (options_ != field.options)
        build(field);
    empty_->setVisible(field.options.isEmpty());
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        check(*buttons_[i], field.chosen.contains(options_.at(static_cast<int>(i)).value), !several_);
        buttons_[i]->setEnabled(field.enabled && !field.readOnly);
        buttons_[i]->setAccessibleDescription(field.label);
    }
}

QWidget* OptionsEditor::control() const {
    for (QAbstractButton* button : buttons_)
        if (button->isChecked())
            return button;
    return buttons_.empty() ? nullptr : static_cast<QWidget*>(buttons_.front());
}

void OptionsEditor::retranslate() {
    empty_->setText(tr("The registers have nothing to choose from here."));
}

ListEditor::ListEditor(const viewmodels::FieldView& field, QWidget* parent)
    : FieldEditor(parent), list_(new look::ComboBox(this)) {
    list_->setObjectName(field.objectName);
    list_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list_->setMinimumContentsLength(20);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(list_);
    setFocusProxy(list_);
    connect(list_, &QComboBox::activated, this, [this](int index) {
        Q_EMIT chosen(index > 0 ? QStringList{options_.at(index - 1).value} : QStringList{});
        Q_EMIT finished();
    });
}

void ListEditor::show(const viewmodels::FieldView& field) {
    const QSignalBlocker quiet(list_);
    if (options_ != field.options || list_->count() == 0) {
        options_ = field.options;
        list_->clear();
        list_->addItem(QString());
        for (const auto& option : options_)
            list_->addItem(option.label);
        retranslate();
    }
    int current = 0;
    for (int i = 0; i < options_.size(); ++i)
        if (field.chosen.contains(options_.at(i).value))
            current = i + 1;
    list_->setCurrentIndex(current);
    list_->setEnabled(field.enabled && !field.readOnly);
    list_->setAccessibleName(field.label);
}

QWidget* ListEditor::control() const {
    return list_;
}

void ListEditor::retranslate() {
    if (list_->count() > 0)
        list_->setItemText(0, tr("Choose…"));
}

} // namespace vienlogs::windows
