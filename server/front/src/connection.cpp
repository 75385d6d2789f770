// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "connection.h"

#include <utility>

#include <openssl/x509_vfy.h>

#include "tls_context.h"

namespace vienlogs::server::front {

namespace {

constexpr int maxSteps = 32;          ///< Before others have a turn.
constexpr std::size_t keptInput = 64; ///< An idle connection keeps little.
constexpr std::string_view emptyLine = "\r\n";

} // namespace

Connection::Connection(const Shared& shared, LoopState& loop, std::uint64_t id, Newcomer newcomer)
    : shared_(shared), loop_(loop), id_(id), transport_(newcomer.socket, shared.tls.get()),
      peer_(std::make_shared<const Peer>(Peer{std::move(newcomer.address)})), since_(loop.now) {
    if (!shared_.tls)
        state_ = State::Head;
}

Connection::~Connection() {
    endExchange();
    shared_.census.leave(peer_->address);
    if (countedDevice_)
        shared_.census.leaveDevice(peer_->fingerprint);
}

void Connection::enter(State state) {
    state_ = state;
    since_ = loop_.now;
}

void Connection::ready(bool readable, bool writable, bool closed) {
    readable_ = readable_ || readable || closed;
    writable_ = writable_ || writable;
    if (closed) {
        peerClosed_ = true;
        // Over TLS nobody closes one way only: whoever waited for this answer has gone. What they sent of a
        // body is still read.
        if (shared_.tls && (state_ == State::Service || state_ == State::Piece))
            return enter(State::Over);
    }
    advance();
}

void Connection::advance() {
    wantsTurn_ = false;
    for (int steps = 0; steps < maxSteps; ++steps)
        if (state_ == State::Over || step() == Step::Wait)
            return;
    wantsTurn_ = true;
}

Connection::Step Connection::step() {
    switch (state_) {
    case State::Handshake:
        return shakeHands();
    case State::Head:
        return readHead();
    case State::Body:
        return readBody();
    case State::Discard:
        return discardBody();
    case State::Answering:
        return writeAnswer();
    case State::Linger:
        return linger();
    case State::Admission:
    case State::Service:
    case State::Piece:
    case State::Over:
        break;
    }
    return Step::Wait;
}

Connection::Step Connection::shakeHands() {
    const auto state = transport_.handshake();
    if (state == Progress::Again)
        return Step::Wait;
    if (state == Progress::Closed) {
        const auto verdict = SSL_get_verify_result(transport_.session());
        const auto reason = takeTlsError();
        peer_ = std::make_shared<const Peer>(Peer{peer_->address, {}, transport_.refusedCertificate()});
        turnAway("handshake", verdict == X509_V_OK ? reason : X509_verify_cert_error_string(verdict));
        return Step::Wait;
    }
    peer_ = std::make_shared<const Peer>(peerOf(*transport_.session(), peer_->address));
    countedDevice_ = shared_.census.enterDevice(peer_->fingerprint);
    if (!countedDevice_) {
        turnAway("too many connections of a device", "");
        return Step::Wait;
    }
    enter(State::Head);
    return Step::Again;
}

bool Connection::fill() {
    if (!readable_)
        return false;
    const auto [state, bytes] = transport_.read(loop_.buffer);
    if (state == Progress::Good) {
        // A plain socket that gave less than was asked for is empty; the next bytes will be told.
        readable_ = shared_.tls || peerClosed_ || bytes == loop_.buffer.size();
        pending_.erase(0, std::exchange(taken_, 0));
        pending_.append(loop_.buffer.data(), bytes);
        return true;
    }
    readable_ = false;
    if (state == Progress::Closed)
        enter(State::Over);
    return false;
}

void Connection::take(std::size_t bytes) {
    taken_ += bytes;
    if (taken_ < pending_.size())
        return;
    taken_ = 0;
    pending_.clear();
    if (pending_.capacity() > keptInput)
        pending_ = {};
}

Connection::Step Connection::readHead() {
    if (pending_.empty()) {
        if (!fill())
            return Step::Wait;
        since_ = loop_.now;
    }
    if (!skippedLine_ && input().starts_with(emptyLine)) { // Some clients end a body with one too many.
        skippedLine_ = true;
        scanner_.reset();
        take(emptyLine.size());
        return Step::Again;
    }
    const auto scanned = scanner_.scan(input(), shared_.limits);
    if (std::holds_alternative<HeadScanner::Incomplete>(scanned))
        return fill() ? Step::Again : Step::Wait;
    if (const auto* refusal = std::get_if<Refusal>(&scanned)) {
        refuse(*refusal);
        return Step::Again;
    }
    const auto size = std::get<std::size_t>(scanned);
    headOnly_ = input().starts_with("HEAD ");
    auto head = parseHead(input().substr(0, size), shared_.limits);
    take(size);
    scanner_.reset();
    skippedLine_ = false;
    if (const auto* refusal = std::get_if<Refusal>(&head))
        refuse(*refusal);
    else
        takeHead(std::move(std::get<Head>(head)));
    return Step::Again;
}

void Connection::takeHead(Head head) {
    if (std::chrono::system_clock::now() >= peer_->validUntil)
        return turnAway("certificate expired", "");
    exchange_ = std::make_shared<Exchange>(std::move(head), peer_, loop_.mailbox, id_);
    ++shared_.counters.busy;
    const auto& taken = exchange_->head;
    bodyRead_ = !taken.hasBody();
    const auto length = taken.length.value_or(0);
    if (!bodyRead_ && !taken.chunked && length <= shared_.limits.drainedBody && input().size() >= length) {
        exchange_->body = input().substr(0, length);
        countBody(length);
        take(length);
        bodyRead_ = true;
    }
    if (auto atOnce = shared_.application.begin(*exchange_))
        return send(std::move(*atOnce));
    dispatch();
}

/// Has the request decided upon by its head or, when it is whole, served.
void Connection::dispatch() {
    auto& application = shared_.application;
    if (bodyRead_ && state_ != State::Body) {
        enter(State::Service);
        return toPool([&application, exchange = exchange_] {
            auto admitted = application.admit(*exchange);
            if (auto* refused = std::get_if<Answer>(&admitted))
                exchange->answer(std::move(*refused));
            else if (exchange->body.size() > std::get<std::size_t>(admitted))
                exchange->answer(application.refusal({413, "body"}, *exchange->peer));
            else
                application.serve(exchange);
        });
    }
    if (bodyRead_) {
        enter(State::Service);
        return toPool([&application, exchange = exchange_] { application.serve(exchange); });
    }
    enter(State::Admission);
    toPool([&application, exchange = exchange_, mailbox = loop_.mailbox, id = id_] {
        auto admitted = application.admit(*exchange);
        if (auto* refused = std::get_if<Answer>(&admitted))
            exchange->answer(std::move(*refused));
        else
            mailbox->post({id, exchange, Admitted{std::get<std::size_t>(admitted)}});
    });
}

void Connection::toPool(std::function<void()> work) {
    auto guarded = [&application = shared_.application, exchange = exchange_, work = std::move(work)] {
        try {
            work();
        } catch (const std::exception&) { // Of a library below; nobody else would answer then.
            exchange->answer(application.refusal({500, "exception"}, *exchange->peer));
        }
    };
    if (!shared_.pool.post(std::move(guarded), exchange_->load))
        refuse({503, "busy"});
}

Connection::Step Connection::readBody() {
    if (pending_.empty() && !fill())
        return Step::Wait;
    const auto before = body_->received();
    const auto consumed = body_->consume(input(), &exchange_->body);
    countBody(body_->received() - before);
    if (const auto* refusal = std::get_if<Refusal>(&consumed)) {
        refuse(*refusal);
        return Step::Again;
    }
    take(std::get<std::size_t>(consumed));
    if (shared_.counters.bodyBytes > shared_.limits.bodiesInMemory) {
        refuse({503, "memory"});
        return Step::Again;
    }
    if (!body_->isDone())
        return Step::Again;
    bodyRead_ = true;
    dispatch();
    return Step::Again;
}

Connection::Step Connection::discardBody() {
    if (pending_.empty() && !fill())
        return Step::Wait;
    const auto consumed = body_->consume(input(), nullptr);
    if (std::holds_alternative<Refusal>(consumed)) {
        enter(State::Over);
        return Step::Wait;
    }
    take(std::get<std::size_t>(consumed));
    if (body_->isDone())
        enter(State::Head);
    return Step::Again;
}

void Connection::countBody(std::size_t bytes) {
    counted_ += bytes;
    shared_.counters.bodyBytes += bytes;
}

Connection::Step Connection::linger() {
    if (fill())
        take(input().size());
    return readable_ && state_ == State::Linger ? Step::Again : Step::Wait;
}

void Connection::turnAway(std::string_view what, std::string_view detail) {
    ++shared_.counters.turnedAway;
    shared_.application.turnedAway(*peer_, what, detail);
    enter(State::Over);
}

void Connection::endIfIdle() {
    if (state_ == State::Handshake || (state_ == State::Head && pending_.empty()))
        enter(State::Over);
}

Moment Connection::deadline() const {
    const auto& limits = shared_.limits;
    const auto paced = [&](std::size_t bytes) {
        return since_ + limits.bodyGrace + std::chrono::milliseconds(bytes * 1000 / limits.bytesPerSecond);
    };
    switch (state_) {
    case State::Handshake:
        return since_ + limits.handshakeTime;
    case State::Head:
        return since_ + (pending_.empty() ? limits.idleTime : limits.headTime);
    case State::Body:
        return paced(body_->received());
    case State::Answering:
        return paced(written_);
    case State::Discard:
        return since_ + limits.headTime;
    case State::Linger:
        return since_ + limits.lingerTime;
    case State::Admission:
    case State::Service:
    case State::Piece:
    case State::Over:
        break;
    }
    return Moment::max();
}

void Connection::expire() {
    const bool silent = state_ == State::Head && pending_.empty();
    if (!silent && state_ != State::Linger)
        ++shared_.counters.timedOut;
    if (state_ == State::Head && !silent)
        refuse({408, "slow head"});
    else if (state_ == State::Body)
        refuse({408, "slow body"});
    else if (state_ == State::Handshake)
        turnAway("slow handshake", "");
    else
        enter(State::Over);
    advance();
}

} // namespace vienlogs::server::front
