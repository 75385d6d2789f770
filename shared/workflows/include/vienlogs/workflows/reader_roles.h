// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <array>
#include <optional>
#include <string>

#include "vienlogs/base/identifier.h"
#include "vienlogs/base/result.h"
#include "vienlogs/workflows/executor.h"
#include "vienlogs/workflows/transition_table.h"

namespace vienlogs::workflows {

enum class RolesState { Nothing, ClerkOnly, ClientOnly, Both };
enum class RolesEvent { ClerkGiven, ClerkTaken, ClientGiven, ClientTaken };

inline constexpr std::array<Transition<RolesState, RolesEvent>, 12> rolesTable{{
    {RolesState::Nothing, RolesEvent::ClerkGiven, RolesState::ClerkOnly},
    {RolesState::Nothing, RolesEvent::ClientGiven, RolesState::ClientOnly},
    {RolesState::ClerkOnly, RolesEvent::ClerkGiven, RolesState::ClerkOnly},
    {RolesState::ClerkOnly, RolesEvent::ClerkTaken, RolesState::Nothing},
    {RolesState::ClerkOnly, RolesEvent::ClientGiven, RolesState::Both},
    {RolesState::ClientOnly, RolesEvent::ClientGiven, RolesState::ClientOnly},
    {RolesState::ClientOnly, RolesEvent::ClientTaken, RolesState::Nothing},
    {RolesState::ClientOnly, RolesEvent::ClerkGiven, RolesState::Both},
    {RolesState::Both, RolesEvent::ClerkGiven, RolesState::Both},
    {RolesState::Both, RolesEvent::ClientGiven, RolesState::Both},
    {RolesState::Both, RolesEvent::ClerkTaken, RolesState::ClientOnly},
    {RolesState::Both, RolesEvent::ClientTaken, RolesState::ClerkOnly},
}};

/// Which reader is the clerk's and which the client's; kept by the desk, never guessed from a card.
class ReaderRoles final : public QObject {
    Q_OBJECT
public:
    explicit ReaderRoles(StoreAccess& store, QObject* parent = nullptr);

    [[nodiscard]] RolesState state() const { return state_; }
    /// PC/SC names; empty when nobody's.
    [[nodiscard]] const std::string& clerkReader() const { return clerk_; }
    [[nodiscard]] const std::string& clientReader() const { return client_; }
    /// The assignment was confirmed by a person or given by the settings.
    [[nodiscard]] bool confirmed() const { return confirmed_; }

    /// Given by the settings: counts as confirmed when both are there.
    void preset(const std::string& clerkReader, const std::string& clientReader);
    /// Reads what was confirmed before; a preset goes before it.
    void load();
    void giveClerk(const std::string& reader);
    void giveClient(const std::string& reader);
    void take(const std::string& reader);
    void swap();
    /// Keeps the assignment; VL-DEV-0010 without a reader for the clerk, VL-DEV-0001 one reader for both.
    [[nodiscard]] base::Result<void> confirm();

Q_SIGNALS:
    void changed();
    /// What was kept is read (or there was nothing).
    void loaded();

private:
    void on(RolesEvent event);
    StoreAccess& store_;
    RolesState state_ = RolesState::Nothing;
    std::string clerk_;
    std::string client_;
    bool confirmed_ = false;
};

/// Whether a card may be the client's: not the clerk's own (VL-DEV-0002), and in a contact only the same
/// client's (VL-DEV-0004).
[[nodiscard]] std::optional<base::Failure> refuseClientCard(const base::Identifier& card,
                                                            const base::Identifier& clerk,
                                                            const base::Identifier& clientOfContact);
/// Whether a card may be the clerk's: not that of the client being served (VL-DEV-0003).
[[nodiscard]] std::optional<base::Failure> refuseClerkCard(const base::Identifier& card,
                                                           const base::Identifier& clientOfContact);

} // namespace vienlogs::workflows
