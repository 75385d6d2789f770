// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <unistd.h>

#include <utility>

namespace vienlogs::virtualreader {

/// A file descriptor with one owner.
class Handle {
public:
    explicit Handle(int number = -1) : number_(number) {}
    ~Handle() {
        if (number_ >= 0)
            ::close(number_);
    }
    Handle(Handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    [[nodiscard]] int get() const { return number_; }
    [[nodiscard]] bool valid() const { return number_ >= 0; }

private:
    int number_;
};

} // namespace vienlogs::virtualreader
