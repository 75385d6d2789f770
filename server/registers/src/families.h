// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "addresses.h"
#include "data_files.h"
#include "identifiers.h"
#include "random.h"
#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

/// Invents families from couples down to grandchildren, so that ages, names and addresses agree by
/// construction.
class FamilyMaker {
public:
    FamilyMaker(World& world, AddressBook& addresses, IdentifierMaker& identifiers, const Names& names,
                Random& random)
        : world_(world), addresses_(addresses), identifiers_(identifiers), names_(names), random_(random) {}
    /// Adds families until the world has at least that many people.
    void fill(std::size_t people);

private:
    struct FamilyName {
        const NameGroup* group = nullptr;
        std::size_t at = 0;
    };
    struct Member {
        Index person = 0;
        FamilyName family;
    };
    /// Where a family lived, oldest first; members share it for the time they belong to it.
    using Homes = std::vector<Residence>;

    void root();
    void foreigner();
    void found(Member woman, std::optional<Member> man, Date since);
    void foundAlone(Member person, Date since);
    void children(Member mother, std::optional<Member> father, const Homes& homes);
    void child(Member mother, std::optional<Member> father, const Homes& homes, Date birth);
    void leaveHome(Member person, const Homes& parentsHomes);
    Member spouseFor(Member person);
    Member add(FamilyName family, Sex sex, Date birth);
    void setStatus(Person& person, const NameGroup& group);
    void setContacts(Person& person);
    void mayDie(Index person, Date notBefore);
    Homes homesSince(Date since);
    void liveIn(Index person, const Homes& homes, Date from, std::optional<Date> until);
    FamilyName familyName();
    const NameGroup& group();
    Date dayBetween(Date from, Date to);

    World& world_;
    AddressBook& addresses_;
    IdentifierMaker& identifiers_;
    const Names& names_;
    Random& random_;
};

/// The same day some years later; 29 February becomes the 28th where there is none.
[[nodiscard]] Date plusYears(Date day, int years);

} // namespace vienlogs::registers
