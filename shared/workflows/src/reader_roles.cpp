// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/reader_roles.h"

#include "vienlogs/ports/local_store.h"
#include "vienlogs/workflows/failures.h"

namespace vienlogs::workflows {

namespace {

constexpr const char* keptClerk = "reader.clerk";
constexpr const char* keptClient = "reader.client";

struct Kept {
    std::string clerk;
    std::string client;
};

Kept kept(ports::LocalStore& store) {
    const auto read = [&](const char* key) {
        auto value = store.value(key);
        return value && *value ? **value : std::string();
    };
    return {read(keptClerk), read(keptClient)};
}

} // namespace

ReaderRoles::ReaderRoles(StoreAccess& store, QObject* parent) : QObject(parent), store_(store) {}

void ReaderRoles::on(RolesEvent event) {
    if (const auto next = follow(rolesTable, state_, event))
        state_ = *next;
    confirmed_ = false;
}

void ReaderRoles::preset(const std::string& clerkReader, const std::string& clientReader) {
    if (!clerkReader.empty())
        giveClerk(clerkReader);
    if (!clientReader.empty())
        giveClient(clientReader);
    confirmed_ = state_ == RolesState::Both;
    Q_EMIT changed();
}

void ReaderRoles::load() {
    store_.run(this, kept, [this](const Kept& names) {
        if (state_ == RolesState::Nothing && !names.clerk.empty()) {
            giveClerk(names.clerk);
            if (!names.client.empty())
                giveClient(names.client);
            confirmed_ = true;
            Q_EMIT changed();
        }
        Q_EMIT loaded();
    });
}

void ReaderRoles::giveClerk(const std::string& reader) {
    if (client_ == reader)
        take(reader);
    clerk_ = reader;
    on(RolesEvent::ClerkGiven);
    Q_EMIT changed();
}

void ReaderRoles::giveClient(const std::string& reader) {
    if (clerk_ == reader)
        take(reader);
    client_ = reader;
    on(RolesEvent::ClientGiven);
    Q_EMIT changed();
}

void ReaderRoles::take(const std::string& reader) {
    if (!clerk_.empty() && clerk_ == reader) {
        clerk_.clear();
        on(RolesEvent::ClerkTaken);
    }
    if (!client_.empty() && client_ == reader) {
        client_.clear();
        on(RolesEvent::ClientTaken);
    }
    Q_EMIT changed();
}

void ReaderRoles::swap() {
    const std::string clerk = client_;
    const std::string client = clerk_;
    take(clerk);
    take(client);
    if (!clerk.empty())
        giveClerk(clerk);
    if (!client.empty())
        giveClient(client);
}

base::Result<void> ReaderRoles::confirm() {
    if (clerk_.empty())
        return base::fail(codes::notAssigned);
    if (clerk_ == client_)
        return base::fail(codes::sameReaderTwice);
    confirmed_ = true;
    store_.post([clerk = clerk_, client = client_](ports::LocalStore& store) {
        // Not kept is not lost: the question is asked again at the next start.
        if (store.setValue(keptClerk, clerk))
            (void)store.setValue(keptClient, client);
    });
    Q_EMIT changed();
    return {};
}

std::optional<base::Failure> refuseClientCard(const base::Identifier& card, const base::Identifier& clerk,
                                              const base::Identifier& clientOfContact) {
    if (card == clerk)
        return base::Failure{codes::clerkCardAtClient};
    if (!clientOfContact.isNobody() && card != clientOfContact)
        return base::Failure{codes::otherClientCard};
    return std::nullopt;
}

std::optional<base::Failure> refuseClerkCard(const base::Identifier& card,
                                             const base::Identifier& clientOfContact) {
    if (!clientOfContact.isNobody() && card == clientOfContact)
        return base::Failure{codes::clientCardAtClerk};
    return std::nullopt;
}

} // namespace vienlogs::workflows
