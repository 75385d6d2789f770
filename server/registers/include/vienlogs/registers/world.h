// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"

namespace vienlogs::registers {

using Date = std::chrono::year_month_day;
/// Place of an entry in the vectors of World; people, companies and addresses are never removed.
using Index = std::size_t;

/// One entry of the address register: a building, a flat or a farmstead.
struct Address {
    std::string code;         ///< Nine digits.
    std::string street;       ///< Empty for a farmstead.
    std::string house;        ///< "12" or, for a farmstead, its name.
    std::string flat;         ///< Empty for a whole building.
    std::string place;        ///< City, town or parish ("Vaives pag.").
    std::string municipality; ///< "Cēsu novads", or the state city's own name.
    std::string postcode;
    std::string text;      ///< As written on a letter.
    bool dwelling = false; ///< False for a building that is divided into flats.
};

/// Where a person was declared from one day to another.
struct Residence {
    Index address = 0;
    Date since{};
    std::optional<Date> until{};
};

enum class Sex { Female, Male };
enum class Status { Citizen, NonCitizen, Foreigner };

/// A person of the population register with everybody he or she is tied to.
struct Person {
    base::Identifier identifier;
    std::string givenName;
    std::string familyName;
    std::string birthFamilyName; ///< Empty when it is the family name.
    Sex sex = Sex::Female;
    Date birthDate{};
    std::optional<Date> deathDate{};
    Status status = Status::Citizen;
    std::string citizenship; ///< ISO 3166-1 alpha-2; empty for a non-citizen.
    std::optional<Index> mother{}, father{}, spouse{}, guardian{};
    std::vector<Index> children{};
    std::vector<Residence> residences{}; ///< Oldest first.
    std::string phone, email;

    /// The residence on a day, if any.
    [[nodiscard]] const Residence* residenceOn(Date day) const;
    [[nodiscard]] bool aliveOn(Date day) const { return !deathDate || *deathDate > day; }
};

enum class Right { Sole, Joint };

/// Who may act for a company: alone, or only together with another.
struct Officer {
    Index person = 0;
    Right right = Right::Sole;
    Date since{};
};

/// An entry of the enterprise register.
struct Company {
    base::Identifier identifier;
    std::string name;
    std::string form;   ///< "SIA", "AS", "IK", "biedrība".
    std::string status; ///< "registered", "liquidation" or "removed".
    Index address = 0;
    Date since{};
    std::vector<Officer> officers{};
};

/// Everything the stand-ins know. Made once by generate(); only residences are added afterwards.
struct World {
    Date asOf{}; ///< The day the data describes.
    std::vector<Person> people;
    std::vector<Company> companies;
    std::vector<Address> addresses;

    /// Rebuilds the look-ups below; to be called after people, companies or addresses were added.
    void reindex();
    [[nodiscard]] const Person* person(const base::Identifier& identifier) const;
    [[nodiscard]] std::optional<Index> personIndex(const base::Identifier& identifier) const;
    [[nodiscard]] const Company* company(const base::Identifier& identifier) const;
    [[nodiscard]] std::optional<Index> addressIndex(std::string_view code) const;
    /// People declared at an address on a day, in the order of the register.
    [[nodiscard]] std::vector<Index> household(Index address, Date day) const;
    /// Ends the current residence and begins another.
    void declareResidence(Index person, Index address, Date since);

private:
    std::unordered_map<std::string, Index> peopleByIdentifier_, companiesByIdentifier_, addressesByCode_;
};

/// Full years from birth to a day.
[[nodiscard]] int ageOn(Date birth, Date day);

} // namespace vienlogs::registers
