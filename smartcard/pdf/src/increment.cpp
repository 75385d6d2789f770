// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "increment.h"

#include <algorithm>
#include <cstdio>

namespace vienlogs::pdf {

namespace {

std::uint32_t firstFree(const Document& document) {
    const auto size = entryOf(document.trailer(), "Size").toInteger().value_or(0);
    return std::max({1U, std::uint32_t(std::clamp<std::int64_t>(size, 0, 2'000'000)),
                     std::uint32_t(document.places().size())});
}

} // namespace

Increment::Increment(const Document& document) : document_(document), next_(firstFree(document)) {}

void Increment::set(Reference reference, const Object& object) {
    objects_[reference] = toText(object);
}

void Increment::setStream(Reference reference, Dictionary dictionary, const std::string& bytes) {
    dictionary["Length"] = Object::integer(std::int64_t(bytes.size()));
    objects_[reference] = toText(dictionary) + "\nstream\n" + bytes + "\nendstream";
}

Reference Increment::add(const Object& object) {
    const auto reference = reserve();
    set(reference, object);
    return reference;
}

Reference Increment::addStream(Dictionary dictionary, const std::string& bytes) {
    const auto reference = reserve();
    setStream(reference, std::move(dictionary), bytes);
    return reference;
}

Increment::Written Increment::write() const {
    Written written{"\n", {}};
    for (const auto& [reference, text] : objects_) {
        written.positions[reference] = written.bytes.size();
        written.bytes += std::to_string(reference.number) + " " + std::to_string(reference.generation) +
                         " obj\n" + text + "\nendobj\n";
    }
    if (document_.usesStreams())
        writeStream(written);
    else
        writeTable(written);
    return written;
}

Dictionary Increment::trailer() const {
    Dictionary trailer{{"Size", Object::integer(next_)},
                       {"Prev", Object::integer(std::int64_t(document_.lastCrossReferences()))}};
    for (const auto* key : {"Root", "Info", "ID"})
        if (const auto& value = entryOf(document_.trailer(), key); !value.isNull())
            trailer[key] = Object(value);
    return trailer;
}

void Increment::writeTable(Written& written) const {
    const auto start = document_.end() + written.bytes.size();
    std::string rows = "xref\n";
    for (const auto& [reference, position] : written.positions) {
        char row[32]; // "0000000017 00000 n\r\n" is 20 bytes by the standard
        std::snprintf(row, sizeof row, "%010llu %05u n\r\n",
                      static_cast<unsigned long long>(document_.end() + position), reference.generation);
        rows += std::to_string(reference.number) + " 1\n" + row;
    }
    written.bytes +=
        rows + "trailer\n" + toText(trailer()) + "\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

void Increment::writeStream(Written& written) const {
    const Reference own{next_, 0};
    const auto start = document_.end() + written.bytes.size();
    auto positions = written.positions;
    positions[own] = written.bytes.size();
    std::string rows;
    Array index;
    for (const auto& [reference, position] : positions) {
        const auto offset = document_.end() + position;
        rows += {'\1',
                 char(offset >> 24),
                 char(offset >> 16),
                 char(offset >> 8),
                 char(offset),
                 char(reference.generation >> 8),
                 char(reference.generation)};
        index.insert(index.end(), {Object::integer(reference.number), Object::integer(1)});
    }
    auto entries = trailer();
    entries["Type"] = Name{"XRef"};
    entries["Size"] = Object::integer(next_ + 1);
    entries["W"] = Array{Object::integer(1), Object::integer(4), Object::integer(2)};
    entries["Index"] = index;
    entries["Length"] = Object::integer(std::int64_t(rows.size()));
    written.bytes += std::to_string(own.number) + " 0 obj\n" + toText(entries) + "\nstream\n" + rows +
                     "\nendstream\nendobj\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

} // namespace vienlogs::pdf
