// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "census.h"

namespace vienlogs::server::front {

bool Census::enter(const std::string& address) {
    const std::scoped_lock lock(mutex_);
    if (all_ >= limits_.connections)
        return false;
    auto& count = addresses_[address];
    if (count >= limits_.connectionsPerAddress)
        return false;
    ++count;
    ++all_;
    return true;
}

void Census::leave(const std::string& address) {
    const std::scoped_lock lock(mutex_);
    --all_;
    leave(addresses_, address);
}

bool Census::enterDevice(const std::string& fingerprint) {
    const std::scoped_lock lock(mutex_);
    auto& count = devices_[fingerprint];
    if (count >= limits_.connectionsPerDevice)
        return false;
    ++count;
    return true;
}

void Census::leaveDevice(const std::string& fingerprint) {
    const std::scoped_lock lock(mutex_);
    leave(devices_, fingerprint);
}

std::size_t Census::connections() const {
    const std::scoped_lock lock(mutex_);
    return all_;
}

void Census::leave(Counts& counts, const std::string& key) {
    const auto found = counts.find(key);
    if (found != counts.end() && --found->second == 0)
        counts.erase(found);
}

} // namespace vienlogs::server::front
