// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/text.h"

#include <QLayout>
#include <QStyle>
#include <QVariant>

namespace vienlogs::look {

namespace {

const char* nameOf(TextRole role) {
    switch (role) {
    case TextRole::Body:
        return "body";
    case TextRole::Title:
        return "title";
    case TextRole::Heading:
        return "heading";
    case TextRole::Label:
        return "label";
    case TextRole::Muted:
        return "muted";
    case TextRole::Small:
        return "small";
    case TextRole::Problem:
        return "problem";
    case TextRole::Source:
        return "source";
    case TextRole::Sum:
        return "sum";
    case TextRole::Figures:
        return "figures";
    case TextRole::Receipt:
        return "receipt";
    case TextRole::ClientName:
        return "clientName";
    }
    return "body";
}

} // namespace

QLabel* makeText(TextRole role, QWidget* parent) {
    QLabel* label = makeLine(role, parent);
    label->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

QLabel* makeLine(TextRole role, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("textRole", QLatin1String(nameOf(role)));
    return label;
}

QFrame* makeRule(QWidget* parent) {
    auto* rule = new QFrame(parent);
    rule->setProperty("frame", QStringLiteral("rule"));
    return rule;
}

void setLook(QWidget& widget, const char* property, const QVariant& value) {
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

void clearLayout(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clearLayout(*inner);
        }
        delete item;
    }
}

} // namespace vienlogs::look
