// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/workflows/transition_table.h"

namespace vienlogs::workflows {

enum class LoginState {
    NoReader,
    NoCard,
    ReadingCard,
    CardUnusable,
    PinNeeded,
    Checking,
    OfflineOffered,
    In,
    InByAccount, ///< Without a card: what happens in the reader changes nothing.
};

enum class LoginEvent {
    ReaderFound,
    ReaderLost,
    CardInserted,
    CardRemoved,
    CardRead,
    CardRefused, ///< Not readable, not trusted, or its PIN is blocked.
    PinEntered,
    PinWrong,
    ServerRefused,
    ServerAway,
    Accepted,        ///< By the server, or without it after `OfflineOffered`.
    AccountAccepted, ///< By the server, for an account of an institution.
    LoggedOut,
};

inline constexpr std::array<Transition<LoginState, LoginEvent>, 41> loginTable{{
    {LoginState::NoReader, LoginEvent::ReaderFound, LoginState::NoCard},
    {LoginState::NoCard, LoginEvent::ReaderLost, LoginState::NoReader},
    {LoginState::NoCard, LoginEvent::CardInserted, LoginState::ReadingCard},
    {LoginState::ReadingCard, LoginEvent::ReaderLost, LoginState::NoReader},
    {LoginState::ReadingCard, LoginEvent::CardRemoved, LoginState::NoCard},
    {LoginState::ReadingCard, LoginEvent::CardRead, LoginState::PinNeeded},
    {LoginState::ReadingCard, LoginEvent::CardRefused, LoginState::CardUnusable},
    {LoginState::CardUnusable, LoginEvent::ReaderLost, LoginState::NoReader},
    {LoginState::CardUnusable, LoginEvent::CardRemoved, LoginState::NoCard},
    {LoginState::CardUnusable, LoginEvent::CardInserted, LoginState::ReadingCard},
    {LoginState::PinNeeded, LoginEvent::ReaderLost, LoginState::NoReader},
    {LoginState::PinNeeded, LoginEvent::CardRemoved, LoginState::NoCard},
    {LoginState::PinNeeded, LoginEvent::CardRefused, LoginState::CardUnusable},
    {LoginState::PinNeeded, LoginEvent::PinEntered, LoginState::Checking},
    {LoginState::Checking, LoginEvent::ReaderLost, LoginState::NoReader},
    {LoginState::Checking, LoginEvent::CardRemoved, LoginState::NoCard},
    {LoginState::Checking, LoginEvent::CardRefused, LoginState::CardUnusable},
    {LoginState::Checking, LoginEvent::PinWrong, LoginState::PinNeeded},
    {LoginState::Checking, LoginEvent::ServerRefused, LoginState::PinNeeded},
    {LoginState::Checking, LoginEvent::ServerAway, LoginState::OfflineOffered},
    {LoginState::Checking, LoginEvent::Accepted, LoginState::In},
    {LoginState::OfflineOffered, LoginEvent::ReaderLost, LoginState::NoReader},
    {LoginState::OfflineOffered, LoginEvent::CardRemoved, LoginState::NoCard},
    {LoginState::OfflineOffered, LoginEvent::PinEntered, LoginState::Checking},
    {LoginState::OfflineOffered, LoginEvent::Accepted, LoginState::In},
    {LoginState::OfflineOffered, LoginEvent::ServerRefused, LoginState::PinNeeded},
    {LoginState::In, LoginEvent::ReaderLost, LoginState::NoReader},
    {LoginState::In, LoginEvent::CardRemoved, LoginState::NoCard},
    {LoginState::In, LoginEvent::LoggedOut, LoginState::PinNeeded},
    {LoginState::In, LoginEvent::CardRefused, LoginState::CardUnusable},
    {LoginState::NoReader, LoginEvent::AccountAccepted, LoginState::InByAccount},
    {LoginState::NoCard, LoginEvent::AccountAccepted, LoginState::InByAccount},
    {LoginState::ReadingCard, LoginEvent::AccountAccepted, LoginState::InByAccount},
    {LoginState::CardUnusable, LoginEvent::AccountAccepted, LoginState::InByAccount},
    {LoginState::PinNeeded, LoginEvent::AccountAccepted, LoginState::InByAccount},
    {LoginState::Checking, LoginEvent::AccountAccepted, LoginState::InByAccount},
    {LoginState::OfflineOffered, LoginEvent::AccountAccepted, LoginState::InByAccount},
    {LoginState::InByAccount, LoginEvent::LoggedOut, LoginState::NoReader},
    {LoginState::NoReader, LoginEvent::ReaderLost, LoginState::NoReader},
    {LoginState::NoCard, LoginEvent::CardRemoved, LoginState::NoCard},
    {LoginState::NoCard, LoginEvent::ReaderFound, LoginState::NoCard},
}};

} // namespace vienlogs::workflows
