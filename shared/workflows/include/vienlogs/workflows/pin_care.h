// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <array>
#include <optional>

#include "vienlogs/base/bytes.h"
#include "vienlogs/workflows/card_desk.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/login.h"
#include "vienlogs/workflows/reader_roles.h"
#include "vienlogs/workflows/transition_table.h"

namespace vienlogs::workflows {

enum class PinCareState {
    Closed, ///< Nobody asked for it.
    NoCard,
    Reading,
    Unusable, ///< Not a card whose codes may be changed here; the failure says why.
    Ready,
    Working, ///< The card, or its holder at the reader's pad, is at it.
};
enum class PinCareEvent { Opened, CardIn, CardOut, CardRead, CardRefused, Asked, Answered, Left };

inline constexpr std::array<Transition<PinCareState, PinCareEvent>, 17> pinCareTable{{
    {PinCareState::Closed, PinCareEvent::Opened, PinCareState::NoCard},
    {PinCareState::NoCard, PinCareEvent::CardIn, PinCareState::Reading},
    {PinCareState::NoCard, PinCareEvent::Left, PinCareState::Closed},
    {PinCareState::Reading, PinCareEvent::CardRead, PinCareState::Ready},
    {PinCareState::Reading, PinCareEvent::CardRefused, PinCareState::Unusable},
    {PinCareState::Reading, PinCareEvent::CardOut, PinCareState::NoCard},
    {PinCareState::Reading, PinCareEvent::Left, PinCareState::Closed},
    {PinCareState::Unusable, PinCareEvent::CardIn, PinCareState::Reading},
    {PinCareState::Unusable, PinCareEvent::CardOut, PinCareState::NoCard},
    {PinCareState::Unusable, PinCareEvent::Left, PinCareState::Closed},
    {PinCareState::Ready, PinCareEvent::Asked, PinCareState::Working},
    {PinCareState::Ready, PinCareEvent::CardIn, PinCareState::Reading},
    {PinCareState::Ready, PinCareEvent::CardOut, PinCareState::NoCard},
    {PinCareState::Ready, PinCareEvent::Left, PinCareState::Closed},
    {PinCareState::Working, PinCareEvent::Answered, PinCareState::Reading},
    {PinCareState::Working, PinCareEvent::CardOut, PinCareState::NoCard},
    {PinCareState::Working, PinCareEvent::Left, PinCareState::Closed},
}};

/// The codes of a card in one of the desk's readers: how many tries they have left, a new PIN in the place of
/// the current one, a blocked PIN opened by the PUK. What was begun with one person's card is never done on
/// another's.
class PinCare final : public QObject {
    Q_OBJECT
public:
    enum class Whose { Clerk, Client };
    enum class Task { Change, Unblock };
    struct Job {
        Task task = Task::Change;
        ports::PinKind kind = ports::PinKind::Pin1;
        friend bool operator==(const Job&, const Job&) = default;
    };
    struct Card {
        base::Identifier holder;
        ports::PinCounter pin1, pin2;
        std::optional<ports::PinCounter> puk; ///< Nothing when the card does not tell.
        bool hasPad = false;
    };

    PinCare(CardDesk& cards, ReaderRoles& roles, Login& login, Contact& contact, QObject* parent = nullptr);

    [[nodiscard]] PinCareState state() const { return state_; }
    [[nodiscard]] Whose whose() const { return whose_; }
    /// Of the card in the reader, once it was read; kept while it is read anew or works.
    [[nodiscard]] const std::optional<Card>& card() const { return card_; }
    /// What was last asked for; while working it is being done.
    [[nodiscard]] const Job& job() const { return job_; }
    /// The last job was done.
    [[nodiscard]] bool done() const { return done_; }
    [[nodiscard]] const std::optional<base::Failure>& failure() const { return failure_; }
    /// The client's reader only while a clerk is in.
    [[nodiscard]] bool mayUse(Whose whose) const;

    /// Begins, or goes over to the other reader.
    void open(Whose whose);
    void close();
    /// What was said of the last job is over: another one is chosen.
    void forgetLast();
    /// `first` is the current PIN, or the PUK to unblock by.
    void run(const Job& job, base::Secret first, base::Secret fresh);
    /// Both are entered at the reader's pad.
    void runAtPad(const Job& job);

Q_SIGNALS:
    void changed();
    /// A PIN of the card in that reader has all its tries again.
    void pinsRenewed(const std::string& reader);

private:
    struct Codes {
        base::Secret first, fresh;
    };
    [[nodiscard]] const std::string& reader() const;
    void on(PinCareEvent event);
    void onInserted(const std::string& reader);
    void onRemoved(const std::string& reader);
    void lookAtReader();
    void read();
    void take(const base::Result<Card>& card);
    void begin(const Job& job, std::shared_ptr<Codes> codes);
    void takeAnswer(const base::Result<bool>& answer);

    CardDesk& cards_;
    ReaderRoles& roles_;
    Login& login_;
    Contact& contact_;
    PinCareState state_ = PinCareState::Closed;
    Whose whose_ = Whose::Clerk;
    Job job_;
    bool done_ = false;
    int attempt_ = 0;
    std::optional<Card> card_;
    std::optional<base::Failure> failure_;
};

} // namespace vienlogs::workflows
