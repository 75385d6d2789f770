// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scheduler.h"

namespace vienlogs::simulation {

/// What happened, as one number, and as lines when they are wanted.
class Trace {
public:
    explicit Trace(bool keep) : keep_(keep) {}
    void add(Milliseconds at, std::string_view who, std::string_view what) {
        auto line = std::to_string(at.count()) + ' ';
        line.append(who).append(" ").append(what);
        for (const char c : line) // FNV-1a
            hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        if (keep_)
            lines_.push_back(std::move(line));
    }
    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

private:
    bool keep_;
    std::uint64_t hash_ = 14695981039346656037ULL;
    std::vector<std::string> lines_;
};

} // namespace vienlogs::simulation
