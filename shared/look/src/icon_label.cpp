// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/icon_label.h"

#include <QEvent>
#include <QHBoxLayout>

#include "vienlogs/look/icons.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::look {

QString nameOf(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return {};
    case Tone::Muted:
        return QStringLiteral("muted");
    case Tone::Ok:
        return QStringLiteral("ok");
    case Tone::Warn:
        return QStringLiteral("warn");
    case Tone::Error:
        return QStringLiteral("error");
    case Tone::Info:
        return QStringLiteral("info");
    }
    return {};
}

IconLabel::IconLabel(int size, QWidget* parent) : QLabel(parent), size_(size) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::show(const QString& iconName, Tone tone) {
    name_ = iconName;
    setLook(*this, "tone", nameOf(tone));
    draw();
}

void IconLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::PaletteChange)
        draw();
}

void IconLabel::draw() {
    ensurePolished();
    const int scaled = qRound(size_ * font().pointSizeF() / type::body);
    if (!name_.isEmpty() && scaled > 0)
        setPixmap(iconPixmap(name_, palette().color(QPalette::WindowText), scaled, devicePixelRatioF()));
}

Mark::Mark(QWidget* parent, Shape shape)
    : QWidget(parent), icon_(new IconLabel(iconSmall, this)),
      word_(shape == Shape::Wrapping
                ? makeText(TextRole::Body, this)
                : makeLine(shape == Shape::SmallLine ? TextRole::Small : TextRole::Body, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs + 2);
    row->addWidget(icon_, 0, shape == Shape::Wrapping ? Qt::AlignTop : Qt::AlignVCenter);
    row->addWidget(word_, 1);
    if (shape != Shape::Wrapping)
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void Mark::show(const QString& iconName, Tone tone, const QString& word) {
    icon_->show(iconName, tone);
    setLook(*word_, "tone", nameOf(tone));
    word_->setText(word);
    setAccessibleName(word);
}

} // namespace vienlogs::look
