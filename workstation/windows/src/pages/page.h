// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace vienlogs::look {
class Button;
class ScrollPage;
} // namespace vienlogs::look

namespace vienlogs::windows {

/// One screen in the middle of the window: title, scrolling column, Back and Continue at the foot. Enter goes
/// on, Esc goes back.
class Page : public QWidget {
    Q_OBJECT

public:
    /// Reading: no line longer than the eye likes. Wide: all the room there is.
    enum class Width { Reading, Wide };

    /// `name` begins the object names of its controls: "needContinue".
    explicit Page(const QString& name, QWidget* parent = nullptr, Width width = Width::Reading);

    /// The page is shown now: the keyboard goes to its first control.
    virtual void enter();
    /// Of the page, to say what it does: shown by F1 in the help panel.
    [[nodiscard]] virtual QString explanation() const = 0;

Q_SIGNALS:
    void explanationChanged();

protected:
    /// Enter or the Continue button.
    virtual void goOn() {}
    /// Esc or the Back button.
    virtual void goBack() {}
    /// All words anew: at the start and when the language changed.
    virtual void retranslate() = 0;

    [[nodiscard]] QVBoxLayout& column() const;
    [[nodiscard]] QHBoxLayout& footer() const { return *footerRow_; }
    [[nodiscard]] look::Button& continueButton() const { return *continue_; }
    [[nodiscard]] look::Button& backButton() const { return *back_; }
    void setTitle(const QString& title);
    /// One sentence under the title; hidden while empty.
    void setLead(const QString& lead);
    void setContinue(const QString& label, bool enabled);
    /// The page has no foot: its way on is in the middle.
    void hideFooter();
    [[nodiscard]] QString named(const char* part) const { return name_ + QLatin1String(part); }
    void reveal(QWidget& widget);
    void scrollToTop();
    /// What takes the keyboard when the page is entered.
    void setFirst(QWidget* widget) { first_ = widget; }

    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void keepFocus();

    QString name_;
    look::ScrollPage* scroll_;
    QLabel* title_;
    QLabel* lead_;
    QWidget* footer_;
    QHBoxLayout* footerRow_;
    look::Button* back_;
    look::Button* continue_;
    QWidget* first_ = nullptr;
};

} // namespace vienlogs::windows
