// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/workflows/transition_table.h"

namespace vienlogs::workflows {

/// Where the fee of the case stands.
enum class PayingState {
    Idle,      ///< Not at this step.
    Preparing, ///< The invoice is being written.
    Free,      ///< Nothing to pay.
    Ready,
    Asking, ///< The terminal is at work.
    Captured,
    Declined,
    Aborted,
    Unknown, ///< The answer was lost; never asked again before it is resolved.
    Resolving,
    Later,
    GivingBack, ///< Being given back, or perhaps given back; never paid again before that is known.
    GivenBack,  ///< Paid and given back: the fee is open again.
};
enum class PayingEvent {
    Entered,
    FoundFree,
    FoundUnpaid,
    FoundPaid,
    FoundUnknown,
    FoundGivingBack,
    FoundGivenBack,
    PayPressed,
    Captured,
    Declined,
    Aborted,
    Lost,
    NotAsked, ///< The terminal could not be asked: nothing was charged.
    ResolvePressed,
    PayLaterPressed,
    Left,
};

inline constexpr std::array<Transition<PayingState, PayingEvent>, 61> payingTable{{
    {PayingState::Idle, PayingEvent::Entered, PayingState::Preparing},
    {PayingState::Preparing, PayingEvent::FoundFree, PayingState::Free},
    {PayingState::Preparing, PayingEvent::FoundUnpaid, PayingState::Ready},
    {PayingState::Preparing, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::Preparing, PayingEvent::FoundUnknown, PayingState::Unknown},
    {PayingState::Ready, PayingEvent::PayPressed, PayingState::Asking},
    {PayingState::Declined, PayingEvent::PayPressed, PayingState::Asking},
    {PayingState::Aborted, PayingEvent::PayPressed, PayingState::Asking},
    {PayingState::Later, PayingEvent::PayPressed, PayingState::Asking},
    {PayingState::Asking, PayingEvent::Captured, PayingState::Captured},
    {PayingState::Asking, PayingEvent::Declined, PayingState::Declined},
    {PayingState::Asking, PayingEvent::Aborted, PayingState::Aborted},
    {PayingState::Asking, PayingEvent::Lost, PayingState::Unknown},
    {PayingState::Asking, PayingEvent::NotAsked, PayingState::Ready},
    {PayingState::Unknown, PayingEvent::ResolvePressed, PayingState::Resolving},
    {PayingState::Resolving, PayingEvent::Captured, PayingState::Captured},
    {PayingState::Resolving, PayingEvent::Declined, PayingState::Declined},
    {PayingState::Resolving, PayingEvent::Aborted, PayingState::Aborted},
    {PayingState::Resolving, PayingEvent::Lost, PayingState::Unknown},
    {PayingState::Resolving, PayingEvent::NotAsked, PayingState::Unknown},
    {PayingState::Ready, PayingEvent::PayLaterPressed, PayingState::Later},
    {PayingState::Declined, PayingEvent::PayLaterPressed, PayingState::Later},
    {PayingState::Aborted, PayingEvent::PayLaterPressed, PayingState::Later},
    {PayingState::Idle, PayingEvent::Left, PayingState::Idle},
    {PayingState::Preparing, PayingEvent::Left, PayingState::Idle},
    {PayingState::Free, PayingEvent::Left, PayingState::Idle},
    {PayingState::Ready, PayingEvent::Left, PayingState::Idle},
    {PayingState::Asking, PayingEvent::Left, PayingState::Idle},
    {PayingState::Captured, PayingEvent::Left, PayingState::Idle},
    {PayingState::Declined, PayingEvent::Left, PayingState::Idle},
    {PayingState::Aborted, PayingEvent::Left, PayingState::Idle},
    {PayingState::Unknown, PayingEvent::Left, PayingState::Idle},
    {PayingState::Resolving, PayingEvent::Left, PayingState::Idle},
    {PayingState::Later, PayingEvent::Left, PayingState::Idle},
    {PayingState::Ready, PayingEvent::FoundUnknown, PayingState::Unknown},
    {PayingState::Ready, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::Unknown, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::Unknown, PayingEvent::FoundUnpaid, PayingState::Ready},
    {PayingState::Unknown, PayingEvent::FoundGivenBack, PayingState::GivenBack},
    {PayingState::Preparing, PayingEvent::FoundGivingBack, PayingState::GivingBack},
    {PayingState::Preparing, PayingEvent::FoundGivenBack, PayingState::GivenBack},
    {PayingState::Captured, PayingEvent::FoundGivingBack, PayingState::GivingBack},
    {PayingState::Captured, PayingEvent::FoundGivenBack, PayingState::GivenBack},
    {PayingState::GivingBack, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::GivingBack, PayingEvent::FoundGivenBack, PayingState::GivenBack},
    {PayingState::GivingBack, PayingEvent::Left, PayingState::Idle},
    {PayingState::GivenBack, PayingEvent::PayPressed, PayingState::Asking},
    {PayingState::GivenBack, PayingEvent::PayLaterPressed, PayingState::Later},
    {PayingState::GivenBack, PayingEvent::Left, PayingState::Idle},
    // Paid at another desk.
    {PayingState::Free, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::Declined, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::Aborted, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::Later, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::GivenBack, PayingEvent::FoundPaid, PayingState::Captured},
    // Another fee was chosen.
    {PayingState::Free, PayingEvent::FoundUnpaid, PayingState::Ready},
    {PayingState::Free, PayingEvent::FoundGivenBack, PayingState::GivenBack},
    {PayingState::Ready, PayingEvent::FoundFree, PayingState::Free},
    {PayingState::Declined, PayingEvent::FoundFree, PayingState::Free},
    {PayingState::Aborted, PayingEvent::FoundFree, PayingState::Free},
    {PayingState::Later, PayingEvent::FoundFree, PayingState::Free},
    {PayingState::GivenBack, PayingEvent::FoundFree, PayingState::Free},
}};

} // namespace vienlogs::workflows
