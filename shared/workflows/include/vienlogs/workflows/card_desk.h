// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "vienlogs/ports/card_reader.h"
#include "vienlogs/workflows/executor.h"

namespace vienlogs::workflows {

/// The readers of the desk and the cards in them: what changed, and work with one card without blocking.
class CardDesk final : public QObject {
    Q_OBJECT
public:
    template<typename T>
    using Done = std::function<void(base::Result<T>)>;

    CardDesk(ports::CardReaders& readers, Executor& executor, QObject* parent = nullptr);
    ~CardDesk() override;

    /// Begins to watch the readers.
    void start();
    [[nodiscard]] const std::vector<ports::ReaderState>& readers() const { return readers_; }
    [[nodiscard]] bool has(const std::string& reader) const;
    [[nodiscard]] bool cardIn(const std::string& reader) const;

    /// Opens the card of a reader anew and reads its holder.
    void identify(QObject* context, const std::string& reader, Done<ports::CardIdentity> done);
    /// Works with the card of a reader, opened before or now. A card pulled meanwhile: VL-CARD-0003.
    template<typename T>
    void with(QObject* context, const std::string& reader,
              std::function<base::Result<T>(ports::CardSession&)> work, Done<T> done) {
        executor_.run(
            context,
            [cards = cards_, reader, work = std::move(work)]() -> base::Result<T> {
                auto card = cards->open(reader);
                if (!card)
                    return base::fail(card.error());
                auto result = work(**card);
                if (!result)
                    cards->forgetIfPulled(reader, result.error());
                return result;
            },
            std::move(done));
    }

Q_SIGNALS:
    void readersChanged();
    void cardInserted(const std::string& reader);
    void cardRemoved(const std::string& reader);
    void readerUnplugged(const std::string& reader);
    /// The PC/SC service is away; told after the readers and cards that went with it.
    void serviceFailed(const vienlogs::base::Failure& failure);
    void serviceReturned();

private:
    /// The open cards; used on the executor only.
    struct Cards {
        explicit Cards(ports::CardReaders& source) : readers(source) {}
        base::Result<ports::CardSession*> open(const std::string& reader);
        void forgetIfPulled(const std::string& reader, const base::Failure& failure);
        ports::CardReaders& readers;
        std::map<std::string, std::unique_ptr<ports::CardSession>> sessions;
    };
    void take(const base::Result<std::vector<ports::ReaderState>>& now);

    ports::CardReaders& source_;
    Executor& executor_;
    std::shared_ptr<Cards> cards_;
    std::vector<ports::ReaderState> readers_;
    bool serviceAway_ = false;
};

} // namespace vienlogs::workflows
