// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>

#include "census.h"
#include "mailbox.h"
#include "transport.h"
#include "vienlogs/server/front/body_parser.h"
#include "vienlogs/server/front/head_parser.h"
#include "work_pool.h"

namespace vienlogs::server::front {

using Moment = std::chrono::steady_clock::time_point;

/// What all connections of a front share.
struct Shared {
    Application& application;
    const Limits& limits;
    std::shared_ptr<SSL_CTX> tls; ///< Null for plain HTTP.
    WorkPool& pool;
    Census& census;
    Counters& counters;
    const std::atomic<bool>& draining;
};

/// What the connections of a loop share.
struct LoopState {
    std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
    std::vector<char> buffer = std::vector<char>(64 * 1024); ///< For reading; nothing stays in it.
    Moment now{};
    std::string date;
};

/// One connection: reads requests one after the other, has them answered and writes the answers. Never waits;
/// lives on one loop.
class Connection {
public:
    Connection(const Shared& shared, LoopState& loop, std::uint64_t id, Newcomer newcomer);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// The socket became readable or writable, or its peer has closed.
    void ready(bool readable, bool writable, bool closed);
    void tell(Message message);
    /// The deadline has passed.
    void expire();
    /// Goes on where fairness to other connections made it stop.
    void resume() { advance(); }
    /// Ends it when it is doing nothing.
    void endIfIdle();

    [[nodiscard]] bool isOver() const { return state_ == State::Over; }
    [[nodiscard]] bool wantsTurn() const { return wantsTurn_; }
    [[nodiscard]] Moment deadline() const;
    [[nodiscard]] int socket() const { return transport_.socket(); }

private:
    enum class State { Handshake, Head, Admission, Body, Discard, Service, Answering, Piece, Linger, Over };
    enum class Step { Again, Wait };

    void advance();
    Step step();
    Step shakeHands();
    Step readHead();
    Step readBody();
    Step discardBody();
    Step writeAnswer();
    Step linger();
    /// Reads what has come; false when nothing did.
    bool fill();
    void takeHead(Head head);
    void dispatch();
    void toPool(std::function<void()> work);
    /// Bytes that came and were not taken yet.
    [[nodiscard]] std::string_view input() const { return std::string_view(pending_).substr(taken_); }
    void take(std::size_t bytes);
    void refuse(const Refusal& refusal);
    void send(Answer answer);
    void endAnswer();
    void askForPiece();
    void endExchange();
    /// Gives the application what came of a body whose rest will not come.
    void handOverCutBody();
    void countBody(std::size_t bytes);
    void enter(State state);
    void turnAway(std::string_view what, std::string_view detail);

    const Shared& shared_;
    LoopState& loop_;
    const std::uint64_t id_;
    Transport transport_;
    std::shared_ptr<const Peer> peer_;
    bool countedDevice_ = false;
    State state_ = State::Handshake;
    Moment since_;
    bool readable_ = true;
    bool writable_ = true;
    bool peerClosed_ = false;
    bool wantsTurn_ = false;
    std::string pending_;
    std::size_t taken_ = 0; ///< Of pending_.
    bool skippedLine_ = false;
    std::string out_;
    std::size_t written_ = 0; ///< Of out_.
    HeadScanner scanner_;
    std::optional<BodyParser> body_;
    std::shared_ptr<Exchange> exchange_;
    std::shared_ptr<Answer> answer_; ///< Whose pieces are being sent.
    bool bodyRead_ = false;
    std::size_t counted_ = 0; ///< Bytes of the body that the front's total has.
    bool headOnly_ = false;   ///< HEAD: answered without a body, also when the request is refused.
    bool keep_ = false;
    bool chunkedOut_ = false;
    std::int64_t piecesLeft_ = 0; ///< Bytes that an announced length still wants.
};

} // namespace vienlogs::server::front
