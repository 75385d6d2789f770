// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pin_entry.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include <array>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::cardtool {

namespace {

/// Characters on their way to the card: never in a swap file, gone with this object.
class LockedLine {
public:
    LockedLine() { ::mlock(text_.data(), text_.size()); }
    ~LockedLine() {
        base::wipe(text_.data(), text_.size());
        ::munlock(text_.data(), text_.size());
    }
    LockedLine(const LockedLine&) = delete;
    LockedLine& operator=(const LockedLine&) = delete;

    /// Up to the end of a line, byte by byte: what follows it is not ours to take.
    [[nodiscard]] bool readFrom(int handle) {
        while (size_ < text_.size()) {
            if (::read(handle, text_.data() + size_, 1) != 1)
                return size_ > 0;
            if (text_[size_] == '\n')
                return size_ > 0;
            ++size_;
        }
        return false; // too long for any code
    }
    [[nodiscard]] std::string_view view() const { return {text_.data(), size_}; }

private:
    std::array<char, 64> text_{};
    std::size_t size_ = 0;
};

/// The terminal without echo, as it was before with the end of this object.
class QuietTerminal {
public:
    QuietTerminal() : handle_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (handle_ < 0 || ::tcgetattr(handle_, &before_) != 0)
            return;
        auto quiet = before_;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        good_ = ::tcsetattr(handle_, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal() {
        if (good_)
            ::tcsetattr(handle_, TCSAFLUSH, &before_);
        if (handle_ >= 0)
            ::close(handle_);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] int handle() const { return handle_; }
    [[nodiscard]] bool write(const std::string& text) const {
        return ::write(handle_, text.data(), text.size()) == ssize_t(text.size());
    }

private:
    int handle_;
    termios before_{};
    bool good_ = false;
};

} // namespace

base::Result<base::Secret> PinEntry::ask(const base::LocalizedText& prompt) {
    LockedLine line;
    const auto nothing = base::fail(base::codes::invalidArgument, "no code was entered", "--pin-fd");
    if (options_.pinHandle)
        return line.readFrom(*options_.pinHandle) ? base::Result<base::Secret>(base::Secret(line.view()))
                                                  : nothing;
    const QuietTerminal terminal;
    if (!terminal.good() || !terminal.write(prompt.in(options_.language) + ": "))
        return nothing;
    const bool entered = line.readFrom(terminal.handle());
    static_cast<void>(terminal.write("\n"));
    return entered ? base::Result<base::Secret>(base::Secret(line.view())) : nothing;
}

} // namespace vienlogs::cardtool
