// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QMainWindow>
#include <functional>
#include <memory>

#include "vienlogs/acts_editing/editing.h"
#include "vienlogs/base/language.h"

class QListWidget;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;
class QLabel;
class QTimer;

namespace vienlogs::look {
class Button;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::drafting {

class PageEditor;
class StartPage;

/// The drafter's window: the list of acts, and one act open as an outline, a page and the findings of the
/// drafting rules.
class DraftingWindow : public QMainWindow {
    Q_OBJECT
public:
    /// The store and the clock outlive the window; the author is named in every entry.
    DraftingWindow(acts_store::ActStore& store, const base::Clock& clock, std::string author,
                   QWidget* parent = nullptr);
    ~DraftingWindow() override;
    /// The language of messages; words of the window follow the installed translators.
    void setLanguage(base::Language language) { language_ = language; }
    void openAct(const base::Ulid& act);
    void beginAct(acts::ActKind kind);
    /// As the ending of the name says, .odt or .docx.
    void exportTo(const QString& path);
    /// Back to the list of acts.
    void closeAct();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeAct();
    void translate();
    void showActs();
    void showOutline();
    void showFindings();
    void showButtons();
    void fix(int row);
    void insert();
    void follow(const base::Ulid& element);
    void say(const base::Failure& failure);
    void changed(bool structure);
    void undo(bool again);

    acts_store::ActStore& store_;
    const base::Clock& clock_;
    std::string author_;
    base::Language language_ = base::Language::Latvian;
    std::unique_ptr<acts_editing::Editing> editing_;
    QStackedWidget* pages_;
    StartPage* start_;
    PageEditor* page_;
    look::Notice* notice_;
    QTreeWidget* outline_;
    QListWidget* findings_;
    std::vector<base::Ulid> found_; ///< the element of each finding
    QLabel *outlineTitle_, *findingsTitle_, *keys_;
    look::Button *back_, *undo_, *redo_, *insert_, *export_, *fix_;
    QTimer* check_;
};

} // namespace vienlogs::drafting
