// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "answer_writer.h"
#include "connection.h"
#include "vienlogs/base/failures_base.h"

/// The half of a connection that answers.
namespace vienlogs::server::front {

namespace {

constexpr std::size_t keptBuffer = 4096; ///< Of an idle connection.

} // namespace

void Connection::refuse(const Refusal& refusal) {
    if (refusal.status != 408 && refusal.status < 500)
        ++shared_.counters.malformed;
    auto answer = shared_.application.refusal(refusal, *peer_);
    answer.close = true;
    send(std::move(answer));
}

void Connection::send(Answer answer) {
    const auto framing = framingOf(answer);
    keep_ = !answer.close && exchange_ && exchange_->head.keepAlive && !shared_.draining;
    if (keep_ && !bodyRead_) { // Only what may still be thrown away leaves the connection usable.
        const auto& head = exchange_->head;
        keep_ = !head.chunked && !head.expectsContinue && !body_ &&
                head.length.value_or(0) <= shared_.limits.drainedBody;
    }
    writeHead(out_, answer, framing, keep_, loop_.date);
    enter(State::Answering);
    if (framing == Framing::None || headOnly_)
        return;
    if (!answer.next) {
        out_ += answer.body;
        return;
    }
    chunkedOut_ = framing == Framing::Chunks;
    piecesLeft_ = answer.length.value_or(0);
    answer_ = std::make_shared<Answer>(std::move(answer));
}

Connection::Step Connection::writeAnswer() {
    while (written_ < out_.size()) {
        const auto [state, bytes] = transport_.write(std::span(out_).subspan(written_));
        if (state == Progress::Again)
            return Step::Wait;
        if (state == Progress::Closed) {
            enter(State::Over);
            return Step::Wait;
        }
        written_ += bytes;
    }
    written_ = 0;
    out_.clear();
    if (out_.capacity() > keptBuffer)
        out_ = {};
    if (answer_)
        askForPiece();
    else
        endAnswer();
    return Step::Again;
}

void Connection::askForPiece() {
    enter(State::Piece);
    const bool posted =
        shared_.pool.post([answer = answer_, exchange = exchange_, mailbox = loop_.mailbox, id = id_] {
            Piece piece = base::fail(base::codes::internal, "exception");
            try {
                piece = answer->next();
            } catch (const std::exception&) { // Of a library below; told as a broken answer.
            }
            mailbox->post({id, exchange, std::move(piece)});
        });
    if (!posted) // Its head has gone out: nothing else can be said any more.
        enter(State::Over);
}

void Connection::endAnswer() {
    const bool unread = exchange_ && !bodyRead_;
    const auto head = unread ? std::optional(exchange_->head) : std::nullopt;
    endExchange();
    if (!keep_) {
        transport_.finish();
        take(input().size());
        return enter(State::Linger);
    }
    if (unread) {
        body_.emplace(*head, shared_.limits, shared_.limits.drainedBody);
        return enter(State::Discard);
    }
    enter(State::Head);
}

void Connection::handOverCutBody() {
    const bool isCut =
        exchange_ && body_ && !bodyRead_ && !exchange_->head.chunked && !exchange_->body.empty();
    if (!isCut)
        return;
    [[maybe_unused]] const bool posted = // Else the client sends it again: it never had an answer.
        shared_.pool.post([&application = shared_.application, exchange = exchange_] {
            try {
                application.cutOff(*exchange);
            } catch (const std::exception&) { // Of a library below; as if nothing had come.
            }
        });
}

void Connection::endExchange() {
    handOverCutBody();
    body_.reset();
    answer_.reset();
    if (!exchange_)
        return;
    shared_.counters.bodyBytes -= std::exchange(counted_, 0);
    --shared_.counters.busy;
    exchange_->gone_ = true;
    exchange_.reset();
}

void Connection::tell(Message message) {
    if (!exchange_ || message.exchange != exchange_)
        return;
    if (auto* answer = std::get_if<Answer>(&message.content)) {
        if (state_ != State::Service && state_ != State::Admission)
            return;
        send(std::move(*answer));
    } else if (const auto* admitted = std::get_if<Admitted>(&message.content)) {
        if (exchange_->head.length.value_or(0) > admitted->most) {
            refuse({413, "body"});
            return advance();
        }
        body_.emplace(exchange_->head, shared_.limits, admitted->most);
        enter(State::Body);
        if (exchange_->head.expectsContinue && pending_.empty()) {
            constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
            [[maybe_unused]] const auto written = transport_.write(go); // Small, and nothing is before it.
        }
    } else if (auto* piece = std::get_if<Piece>(&message.content)) {
        if (state_ != State::Piece)
            return;
        if (!*piece) // Too late for a status: the broken connection tells it.
            return enter(State::Over);
        const auto framing = chunkedOut_ ? Framing::Chunks : Framing::Length;
        piecesLeft_ -= static_cast<std::int64_t>((*piece)->size());
        if (!chunkedOut_ && (piecesLeft_ < 0 || ((*piece)->empty() && piecesLeft_ != 0)))
            return enter(State::Over);
        writePiece(out_, **piece, framing);
        if ((*piece)->empty())
            answer_.reset();
        enter(State::Answering);
    }
    advance();
}

} // namespace vienlogs::server::front
