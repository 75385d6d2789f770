// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/base/failures_base.h"
#include "vienlogs/ports/local_store.h"
#include "vienlogs/workflows/contact.h"

/// What is kept of a contact, so that a killed program goes on with it, and how it ends.
namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;

constexpr const char* keptContact = "contact";

} // namespace

void Contact::keep() {
    acts_.store().run(
        this,
        [text = active() ? encode(data_) : std::string()](ports::LocalStore& store) {
            return text.empty() ? store.removeValue(keptContact) : store.setValue(keptContact, text);
        },
        [this](const base::Result<void>& kept) {
            noteRoom(kept ? nullptr : &kept.error());
            const bool told = std::exchange(notKept_, !kept);
            if (kept) {
                keepAgain_.stop();
                return;
            }
            keepAgain_.start();
            if (!told) // once: it is tried again by itself
                Q_EMIT failed(kept.error());
        });
}

void Contact::noteRoom(const base::Failure* failure) {
    const bool full = failure && failure->code == base::codes::diskFull;
    if (std::exchange(full_, full) && !failure)
        Q_EMIT roomAgain();
}

void Contact::end(const std::string& outcome) {
    if (!active() || ending_)
        return;
    leaveForm();
    ending_ = true;
    layDraftAside();
    Q_EMIT changed();
    acts_.record(this, data_.id, cases::EndContact{stepTimes(), outcome},
                 [this](const base::Result<cases::Command>& recorded) {
                     ending_ = false;
                     if (recorded) {
                         clear();
                         return;
                     }
                     Q_EMIT changed();
                     Q_EMIT failed(recorded.error());
                 });
}

void Contact::clear() {
    data_ = {};
    registerName_.clear();
    actingFor_.clear();
    case_.reset();
    keep();
    Q_EMIT caseChanged();
    Q_EMIT clientChanged();
    Q_EMIT stepChanged();
    Q_EMIT changed();
}

void Contact::restore() {
    if (active()) {
        if (data_.clerk != acts_.clerk())
            end("interrupted");
        Q_EMIT restored();
        return;
    }
    using Restored = base::Result<std::pair<std::optional<ContactData>, std::optional<cases::Case>>>;
    acts_.store().run(
        this,
        [](ports::LocalStore& store) -> Restored {
            const auto text = store.value(keptContact);
            if (!text)
                return base::fail(text.error());
            if (!*text)
                return std::pair(std::optional<ContactData>(), std::optional<cases::Case>());
            auto data = decodeContact(**text);
            if (!data)
                return base::fail(data.error());
            std::optional<cases::Case> theCase;
            if (data->caseId)
                if (auto found = store.caseById(*data->caseId))
                    theCase = *std::move(found);
            return std::pair(std::optional(*std::move(data)), std::move(theCase));
        },
        [this](const Restored& restored) {
            ready_ = true;
            if (!restored)
                Q_EMIT failed(restored.error());
            else if (restored->first && !active())
                takeRestored(*restored->first, restored->second);
            Q_EMIT this->restored();
        });
}

void Contact::takeRestored(ContactData data, std::optional<cases::Case> theCase) {
    data.step = stepAfterRestart(data.step, theCase);
    data_ = std::move(data);
    case_ = std::move(theCase);
    if (data_.clerk != acts_.clerk()) {
        end("interrupted");
        return;
    }
    Q_EMIT caseChanged();
    Q_EMIT clientChanged();
    Q_EMIT stepChanged();
    Q_EMIT changed();
}

void Contact::reloadCase() {
    if (!data_.caseId)
        return;
    acts_.store().run(
        this, [id = *data_.caseId](ports::LocalStore& store) { return store.caseById(id); },
        [this](const base::Result<std::optional<cases::Case>>& found) {
            if (!found || !*found || !data_.caseId || (*found)->id != *data_.caseId)
                return;
            case_ = *found;
            Q_EMIT caseChanged();
            Q_EMIT changed();
        });
}

} // namespace vienlogs::workflows
