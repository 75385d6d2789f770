// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <random>

namespace vienlogs::sync {

/// How long to wait before the next attempt: doubling, with jitter, so that a hundred desks do not come back
/// in the same second after the server was away.
class BackOff {
public:
    BackOff(int firstMs, int longestMs, unsigned seed)
        : first_(firstMs), longest_(longestMs), current_(firstMs),
          random_(seed != 0 ? seed : std::random_device()()) {}

    /// Between half of the present length and all of it; the next one is twice as long.
    [[nodiscard]] int next() {
        const int length = current_;
        current_ = std::min(current_ * 2, longest_);
        return std::uniform_int_distribution<int>(length / 2, length)(random_);
    }
    void reset() { current_ = first_; }

private:
    int first_;
    int longest_;
    int current_;
    std::mt19937 random_;
};

} // namespace vienlogs::sync
