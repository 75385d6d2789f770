// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "tls_records.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace vienlogs::server::front {

namespace {

constexpr std::uint8_t alert = 21;
constexpr std::uint8_t handshake = 22;
constexpr std::uint8_t applicationData = 23;
constexpr std::uint8_t closeNotify = 0;
constexpr std::uint8_t unexpectedMessage = 10;
constexpr std::uint8_t badRecord = 20;
constexpr std::uint8_t recordOverflow = 22;
constexpr std::uint8_t internalError = 80;
constexpr int mostUpdates = 32; ///< As many as OpenSSL bears with.
constexpr std::size_t mostUnsent = 64 * 1024;
/// AES-GCM is safe for 2^24.5 full records (RFC 8446 section 5.5).
constexpr std::uint64_t mostUnderOneKey = 1U << 24U;
constexpr std::string_view update("\x18\0\0\1\0", 5);          ///< Our keys change.
constexpr std::string_view updateRequested("\x18\0\0\1\1", 5); ///< And the other side's are to follow.
constexpr std::size_t receivedAtOnce = TlsDirection::headerSize + TlsDirection::mostProtected;

Progress afterError() {
    return errno == EAGAIN || errno == EINTR ? Progress::Again : Progress::Closed;
}

} // namespace

std::size_t TlsRecords::protectedSize() const {
    return static_cast<std::size_t>(static_cast<std::uint8_t>(received_[3]) << 8U |
                                    static_cast<std::uint8_t>(received_[4]));
}

Done TlsRecords::receive(std::span<char> room) {
    const auto bytes = ::recv(socket_, room.data(), std::min(room.size(), receivedAtOnce), 0);
    if (bytes <= 0)
        return {bytes < 0 ? afterError() : Progress::Closed, 0};
    received_.append(room.data(), static_cast<std::size_t>(bytes));
    return {};
}

Done TlsRecords::read(std::span<char> into) {
    for (;;) {
        if (received_.size() >= TlsDirection::headerSize) {
            const auto size = protectedSize();
            if (received_[0] != applicationData || received_[1] != 3 || size < TlsDirection::leastProtected)
                return fail(unexpectedMessage);
            if (size > TlsDirection::mostProtected)
                return fail(recordOverflow);
            if (received_.size() >= TlsDirection::headerSize + size)
                return take(into);
        }
        if (const auto received = receive(into); received.state != Progress::Good)
            return received;
    }
}

Done TlsRecords::take(std::span<char> into) {
    const auto whole = std::string_view(received_).substr(0, TlsDirection::headerSize + protectedSize());
    const auto content = incoming_.open(whole, into);
    if (!content)
        return fail(badRecord);
    received_.erase(0, whole.size());
    if (received_.empty())
        received_ = {}; // An idle connection keeps nothing.
    const std::string_view bytes(into.data(), content->size);
    if (content->type == applicationData) {
        updates_ = bytes.empty() ? updates_ : 0;
        return {Progress::Good, bytes.size()};
    }
    if (content->type == alert)
        return {Progress::Closed, 0};
    return content->type == handshake && updateKeys(bytes) ? Done() : fail(unexpectedMessage);
}

bool TlsRecords::updateKeys(std::string_view message) {
    const bool answered = message == updateRequested;
    if ((message != update && !answered) || ++updates_ > mostUpdates || !incoming_.nextKeys())
        return false;
    if (!answered)
        return true;
    return send(handshake, update) && outgoing_.nextKeys() && flush() != Progress::Closed;
}

bool TlsRecords::send(std::uint8_t type, std::string_view content) {
    return sending_.size() < mostUnsent && outgoing_.seal(type, content, sending_);
}

Progress TlsRecords::flush() {
    std::size_t sent = 0;
    while (sent < sending_.size()) {
        const auto bytes = ::send(socket_, sending_.data() + sent, sending_.size() - sent, MSG_NOSIGNAL);
        if (bytes < 0)
            break;
        sent += static_cast<std::size_t>(bytes);
    }
    const auto state = sent == sending_.size() ? Progress::Good : afterError();
    sending_.erase(0, sent);
    if (sending_.empty())
        sending_ = {};
    return state;
}

Done TlsRecords::write(std::span<const char> from) {
    if (const auto state = flush(); state != Progress::Good || from.empty())
        return {state, 0};
    if (outgoing_.count() >= mostUnderOneKey && !(send(handshake, update) && outgoing_.nextKeys()))
        return fail(internalError);
    const auto size = std::min(from.size(), TlsDirection::mostContent);
    if (!send(applicationData, {from.data(), size}))
        return fail(internalError);
    return {flush() == Progress::Closed ? Progress::Closed : Progress::Good, size};
}

Done TlsRecords::fail(std::uint8_t why) {
    constexpr char fatal = 2;
    const std::array<char, 2> text{fatal, static_cast<char>(why)};
    if (send(alert, {text.data(), text.size()}))
        static_cast<void>(flush()); // As far as it goes: the connection ends now.
    return {Progress::Closed, 0};
}

void TlsRecords::finish() {
    constexpr char warning = 1;
    const std::array<char, 2> text{warning, closeNotify};
    if (send(alert, {text.data(), text.size()}))
        static_cast<void>(flush());
}

} // namespace vienlogs::server::front
