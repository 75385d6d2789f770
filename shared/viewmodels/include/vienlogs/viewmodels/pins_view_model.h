// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class PinCare;
}

namespace vienlogs::viewmodels {

/// The codes of a card in either reader: tries left, a new PIN, a blocked PIN opened by the PUK; on the
/// screen or at the reader's own keys.
class PinsViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(Whose whose READ whose NOTIFY changed)
    Q_PROPERTY(QString prompt READ prompt NOTIFY changed)
    Q_PROPERTY(int task READ task NOTIFY changed)
    Q_PROPERTY(bool atPad READ atPad NOTIFY changed)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed)

public:
    enum class State { NoCard, Reading, Unusable, Ready, Working };
    Q_ENUM(State)
    enum class Whose { Clerk, Client };
    Q_ENUM(Whose)
    /// One thing that can be done with the card.
    struct Task {
        QString title; ///< "Change PIN1"
        QString tries; ///< "3 tries left", "Blocked"
        bool enabled = false;
        friend bool operator==(const Task&, const Task&) = default;
    };
    /// What the chosen task asks for.
    struct Entry {
        QString instruction;
        QString first, fresh, again; ///< Labels of the three lines.
        QString rules;
        int shortestFirst = 0, shortestFresh = 0;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    explicit PinsViewModel(workflows::PinCare& pins, QObject* parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] Whose whose() const;
    /// The client's reader may be used as well: somebody is logged in.
    [[nodiscard]] bool clientToo() const;
    /// What to do now, or what goes on; empty when the tasks speak for themselves.
    [[nodiscard]] QString prompt() const;
    /// Empty until the card was read.
    [[nodiscard]] std::vector<Task> tasks() const;
    /// Of tasks(); -1 until one is chosen.
    [[nodiscard]] int task() const { return task_; }
    [[nodiscard]] Entry entry() const;
    /// The reader has keys of its own.
    [[nodiscard]] bool hasPad() const;
    /// The codes are entered there, not on the screen.
    [[nodiscard]] bool atPad() const { return hasPad() && !typing_; }
    /// What was done; empty when nothing was.
    [[nodiscard]] QString doneText() const;
    [[nodiscard]] FailureView failure() const;

public Q_SLOTS:
    void use(vienlogs::viewmodels::PinsViewModel::Whose whose);
    void choose(int task);
    /// Rather on the screen than at the reader's keys, or back.
    void setTyping(bool typing);
    /// The current PIN or the PUK, and the new PIN.
    void submit(const QString& first, const QString& fresh);
    void submitAtPad();
    void leave();

Q_SIGNALS:
    void left();

private:
    void refresh();

    workflows::PinCare& pins_;
    int task_ = -1;
    bool typing_ = false;
};

} // namespace vienlogs::viewmodels
