// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "vienlogs/registers/generate.h"

using namespace vienlogs;
using namespace vienlogs::registers;
using namespace std::chrono;

namespace {

World worldOf(std::uint64_t seed, std::size_t people = 2400) {
    auto world = generate({seed, people, {}});
    EXPECT_TRUE(world) << world.error().detail;
    return std::move(*world);
}

bool endsWith(const std::string& text, std::initializer_list<const char*> endings) {
    for (const auto* ending : endings)
        if (text.ends_with(ending))
            return true;
    return false;
}

const Person& named(const World& world, const char* identifier) {
    return *world.person(*base::Identifier::parse(identifier));
}

/// What must hold of everybody, whatever the seed.
class InventedWorld : public testing::TestWithParam<std::uint64_t> {
protected:
    World world = worldOf(GetParam());
};

} // namespace

TEST_P(InventedWorld, IsLargeEnough) {
    EXPECT_GE(world.people.size(), 2400u);
    EXPECT_GE(world.companies.size(), 400u);
    EXPECT_GE(world.addresses.size(), 2500u);
}

TEST_P(InventedWorld, HasEveryKindOfPerson) {
    std::map<std::string, int> count;
    for (const auto& person : world.people) {
        ++count[person.status == Status::Citizen     ? "citizen"
                : person.status == Status::Foreigner ? "foreigner"
                                                     : "non"];
        ++count[person.identifier.scheme() == base::Scheme::Passport ? "passport" : "code"];
        ++count[person.identifier.birthDate() ? "old code" : "new code or none"];
        ++count[person.deathDate ? "dead" : "alive"];
        count["guarded"] += person.guardian ? 1 : 0;
        count["parents"] += person.children.empty() ? 0 : 1;
        count["married"] += person.spouse ? 1 : 0;
        count["moved"] += person.residences.size() > 1 ? 1 : 0;
        count["phone"] += person.phone.empty() ? 0 : 1;
    }
    EXPECT_GT(count["citizen"], 1700);
    EXPECT_GT(count["non"], 40);
    EXPECT_GT(count["foreigner"], 40);
    EXPECT_GT(count["passport"], 30);
    EXPECT_GT(count["old code"], 1500);
    EXPECT_GT(count["new code or none"], 150);
    EXPECT_GT(count["dead"], 40);
    EXPECT_GT(count["guarded"], 2);
    EXPECT_GT(count["parents"], 400);
    EXPECT_GT(count["married"], 500);
    EXPECT_GT(count["moved"], 400);
    EXPECT_GT(count["phone"], 400);
}

TEST_P(InventedWorld, IdentifiersAreValidAndGivenOnce) {
    std::set<std::string> given;
    for (const auto& person : world.people) {
        const auto text = person.identifier.toString();
        EXPECT_TRUE(given.insert(text).second) << text;
        EXPECT_TRUE(base::Identifier::parse(text)) << text; // date and check digit
        if (const auto birth = person.identifier.birthDate()) {
            EXPECT_EQ(*birth, person.birthDate) << text;
        }
    }
    for (const auto& company : world.companies) {
        EXPECT_TRUE(given.insert(company.identifier.toString()).second);
    }
}

TEST_P(InventedWorld, NamesFitTheSex) {
    for (const auto& person : world.people) {
        ASSERT_FALSE(person.givenName.empty());
        ASSERT_FALSE(person.familyName.empty());
        if (person.identifier.scheme() != base::Scheme::PersonalCode || person.familyName.ends_with("enko"))
            continue;
        const bool male = person.sex == Sex::Male;
        EXPECT_TRUE(male ? endsWith(person.familyName, {"s", "š"}) : endsWith(person.familyName, {"a", "e"}))
            << person.givenName << " " << person.familyName;
        EXPECT_TRUE(male ? endsWith(person.givenName, {"s", "š"}) : endsWith(person.givenName, {"a", "e"}))
            << person.givenName << " " << person.familyName;
    }
}

TEST_P(InventedWorld, FamiliesAgree) {
    for (Index i = 0; i < world.people.size(); ++i) {
        const auto& person = world.people[i];
        const auto text = person.identifier.toString();
        EXPECT_LE(person.birthDate, world.asOf) << text;
        for (const auto parent : {person.mother, person.father}) {
            if (!parent)
                continue;
            const auto& other = world.people[*parent];
            EXPECT_TRUE(std::count(other.children.begin(), other.children.end(), i) == 1) << text;
            EXPECT_GE(ageOn(other.birthDate, person.birthDate), 17) << text;
            EXPECT_LE(ageOn(other.birthDate, person.birthDate), 60) << text;
            EXPECT_TRUE(other.aliveOn(person.birthDate)) << text;
        }
        if (person.mother) {
            EXPECT_EQ(world.people[*person.mother].sex, Sex::Female) << text;
        }
        if (person.father) {
            EXPECT_EQ(world.people[*person.father].sex, Sex::Male) << text;
        }
        for (const auto child : person.children) {
            EXPECT_TRUE(world.people[child].mother == i || world.people[child].father == i) << text;
        }
        if (person.spouse) {
            EXPECT_EQ(world.people[*person.spouse].spouse, i) << text;
            EXPECT_NE(world.people[*person.spouse].sex, person.sex) << text;
        }
        if (person.guardian) {
            EXPECT_TRUE(world.people[*person.guardian].aliveOn(world.asOf)) << text;
            EXPECT_GE(ageOn(person.birthDate, world.asOf), 18) << text;
        }
    }
}

TEST_P(InventedWorld, EverybodyLivesSomewhereTheFamilyDoes) {
    for (const auto& person : world.people) {
        const auto text = person.identifier.toString();
        ASSERT_FALSE(person.residences.empty()) << text;
        for (std::size_t i = 0; i < person.residences.size(); ++i) {
            const auto& home = person.residences[i];
            EXPECT_TRUE(world.addresses.at(home.address).dwelling) << text;
            EXPECT_GE(home.since, person.birthDate) << text;
            if (home.until) {
                EXPECT_GT(*home.until, home.since) << text;
            }
            if (i + 1 < person.residences.size()) { // one after another, without a gap
                EXPECT_EQ(home.until, person.residences[i + 1].since) << text;
            }
        }
        EXPECT_EQ(person.residenceOn(world.asOf) != nullptr, person.aliveOn(world.asOf)) << text;
        if (person.spouse && person.aliveOn(world.asOf) && world.people[*person.spouse].aliveOn(world.asOf)) {
            EXPECT_EQ(person.residenceOn(world.asOf)->address,
                      world.people[*person.spouse].residenceOn(world.asOf)->address)
                << text;
        }
        if (person.deathDate) {
            EXPECT_EQ(person.residences.back().until, person.deathDate) << text;
            EXPECT_GT(*person.deathDate, person.birthDate) << text;
            EXPECT_TRUE(person.phone.empty()) << text;
        }
        if (ageOn(person.birthDate, world.asOf) < 18 && person.mother &&
            world.people[*person.mother].aliveOn(world.asOf)) {
            EXPECT_EQ(person.residenceOn(world.asOf)->address,
                      world.people[*person.mother].residenceOn(world.asOf)->address)
                << text;
        }
        if (ageOn(person.birthDate, world.asOf) < 18) {
            EXPECT_TRUE(person.mother || person.father) << text;
        }
    }
}

TEST_P(InventedWorld, AddressesAreWellFormed) {
    std::set<std::string> codes, texts;
    for (const auto& address : world.addresses) {
        EXPECT_EQ(address.code.size(), 9u);
        EXPECT_TRUE(codes.insert(address.code).second) << address.code;
        EXPECT_TRUE(texts.insert(address.text).second) << address.text;
        EXPECT_TRUE(address.text.ends_with(address.postcode)) << address.text;
        EXPECT_TRUE(address.postcode.starts_with("LV-") && address.postcode.size() == 7) << address.postcode;
        EXPECT_FALSE(address.municipality.empty());
        EXPECT_EQ(world.addressIndex(address.code), static_cast<Index>(&address - world.addresses.data()));
    }
}

TEST_P(InventedWorld, CompaniesAreRunByAdults) {
    std::map<std::size_t, int> bySize;
    for (const auto& company : world.companies) {
        ASSERT_FALSE(company.officers.empty()) << company.name;
        ++bySize[company.officers.size()];
        std::set<Index> once;
        for (const auto& officer : company.officers) {
            const auto& person = world.people.at(officer.person);
            EXPECT_TRUE(once.insert(officer.person).second) << company.name;
            EXPECT_GE(ageOn(person.birthDate, officer.since), 18) << company.name;
            EXPECT_TRUE(person.aliveOn(world.asOf)) << company.name;
            EXPECT_GE(officer.since, company.since) << company.name;
            EXPECT_LE(officer.since, world.asOf) << company.name;
        }
        if (company.officers.size() == 1) {
            EXPECT_EQ(company.officers[0].right, Right::Sole) << company.name;
        }
        if (company.officers.size() == 2) {
            EXPECT_TRUE(company.officers[0].right == Right::Joint &&
                        company.officers[1].right == Right::Joint);
        }
    }
    EXPECT_GT(bySize[1], 200);
    EXPECT_GT(bySize[2], 40);
    EXPECT_GT(bySize[3], 10);
}

TEST_P(InventedWorld, HasTheFixedPeople) {
    const auto& anna = named(world, "PNOLV-010181-15098");
    EXPECT_EQ(anna.givenName + " " + anna.familyName, "Anna Bērziņa");
    EXPECT_EQ(world.people[*anna.spouse].givenName, "Jānis");
    ASSERT_EQ(anna.children.size(), 2u);
    EXPECT_EQ(world.people[anna.children[1]].birthDate.year(), world.asOf.year());
    EXPECT_TRUE(world.addresses[anna.residenceOn(world.asOf)->address].text.find("Cēsis") !=
                std::string::npos);
    EXPECT_EQ(world.household(anna.residenceOn(world.asOf)->address, world.asOf).size(), 4u);
    EXPECT_EQ(named(world, "PNOLV-161175-19997").familyName, "Kalniņa");
    EXPECT_GE(ageOn(named(world, "PNOLV-210860-10528").birthDate, world.asOf), 65);
    EXPECT_EQ(named(world, "PASIN-Z5671234").status, Status::Foreigner);
    EXPECT_TRUE(named(world, "PNOLV-270388-12048").guardian);
    const auto* company = world.company(*base::Identifier::latvianEnterprise("44103098761"));
    ASSERT_TRUE(company);
    EXPECT_EQ(company->officers.size(), 2u);
    EXPECT_EQ(company->officers[0].right, Right::Joint);
}

INSTANTIATE_TEST_SUITE_P(Seeds, InventedWorld, testing::Values(0, 1, 2, 77, 123456789));

TEST(World, TheSameSeedIsTheSameAndAnotherDiffers) {
    const auto one = describe(worldOf(5));
    EXPECT_EQ(one, describe(worldOf(5)));
    EXPECT_NE(one, describe(worldOf(6)));
}

TEST(World, TheFixedPeopleDoNotDependOnTheSeed) {
    const auto one = worldOf(1), other = worldOf(2);
    for (Index i = 0; i < 12; ++i) {
        EXPECT_EQ(one.people[i].identifier, other.people[i].identifier);
        EXPECT_EQ(one.people[i].children, other.people[i].children);
        EXPECT_EQ(one.addresses[one.people[i].residences.back().address].code,
                  other.addresses[other.people[i].residences.back().address].code);
    }
}

TEST(World, GrowsWithTheNumberOfPeople) {
    EXPECT_GE(worldOf(3, 9000).people.size(), 9000u);
}

TEST(World, TakesAnotherPeopleFile) {
    const auto world = generate(
        {1, 100, R"({"asOf":"2026-11-23","people":[{"key":"a","identifier":"PASUS-A1","givenName":"A",
        "familyName":"B","sex":"male","birthDate":"1990-01-01","status":"foreigner","citizenship":"US",
        "residences":[{"address":{"place":"Rīga","street":"Rīgas iela","house":"1"},"since":"2020-01-01"}]}]})"});
    ASSERT_TRUE(world) << world.error().detail;
    EXPECT_TRUE(world->person(*base::Identifier::parse("PASUS-A1")));
    EXPECT_FALSE(world->person(*base::Identifier::parse("PNOLV-010181-15098")));
}

TEST(World, RefusesAPeopleFileOutOfShape) {
    for (const char* file :
         {"{", "[]", R"({"asOf":"2026-02-30","people":[]})", R"({"asOf":"2026-11-23","people":[{}]})",
          R"({"asOf":"2026-11-23","people":[{"key":"a","identifier":"PNOLV-010181-15099"}]})"})
        EXPECT_FALSE(generate({1, 100, file})) << file;
    EXPECT_FALSE(generate({1, 0, {}}));
}

TEST(World, ADeclaredResidenceEndsTheOneBefore) {
    auto world = worldOf(1);
    const auto anna = *world.personIndex(*base::Identifier::parse("PNOLV-010181-15098"));
    const Date day = 2026y / 11 / 20;
    const auto before = world.people[anna].residences.back().address;
    world.declareResidence(anna, 40, day);
    EXPECT_EQ(world.people[anna].residenceOn(2026y / 11 / 19)->address, before);
    EXPECT_EQ(world.people[anna].residenceOn(day)->address, 40u);
    world.declareResidence(anna, 41, day); // the same day again: the later word holds
    EXPECT_EQ(world.people[anna].residenceOn(day)->address, 41u);
    EXPECT_EQ(world.people[anna].residences.size(), 3u);
}
