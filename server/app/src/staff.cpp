// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/staff.h"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/app/rights.h"

namespace vienlogs::server::app {

namespace {

using Json = nlohmann::json;
constexpr std::size_t longestList = 16 * 1024 * 1024;
constexpr std::size_t mostPeople = 20'000;
constexpr std::size_t longestText = 200;
constexpr int fewLeavers = 5;
constexpr int mostPercent = 20;
constexpr const char* lastList = "staff.asOf";
constexpr const char* feed = "feed";

/// Thrown inside this file only, and turned into a Failure at its edge.
struct Unusable {
    std::string what;
};

std::string textIn(const Json& json, const char* name, bool needed = true) {
    const auto at = json.find(name);
    const bool isText = at != json.end() && at->is_string();
    const auto text = isText ? at->get<std::string>() : std::string();
    if ((needed && text.empty()) || text.size() > longestText ||
        (!isText && at != json.end() && !at->is_null()))
        throw Unusable{name};
    return text;
}

std::vector<std::string> textsIn(const Json& json, const char* name) {
    const auto at = json.find(name);
    if (at == json.end() || !at->is_array() || at->empty() || at->size() > 50)
        throw Unusable{name};
    std::vector<std::string> texts;
    for (const auto& one : *at) {
        // A comma would be two entries in the store.
        if (!one.is_string() || one.get_ref<const std::string&>().empty() ||
            one.get_ref<const std::string&>().find(',') != std::string::npos)
            throw Unusable{name};
        texts.push_back(one.get<std::string>());
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

base::Timestamp timeOf(const std::string& text, const char* name) {
    const auto time = base::fromRfc3339(text);
    if (!time)
        throw Unusable{name};
    return *time;
}

store::Clerk clerkOf(const Json& json) {
    if (!json.is_object())
        throw Unusable{"employees"};
    const auto id = textIn(json, "id");
    const auto identifier = base::Identifier::parse(textIn(json, "identifier"));
    if (!identifier)
        throw Unusable{"identifier of " + id};
    const auto known = knownRoles();
    const auto roles = textsIn(json, "roles");
    for (const auto& role : roles)
        if (std::find(known.begin(), known.end(), role) == known.end())
            throw Unusable{"role of " + id};
    store::Clerk clerk{id,    *identifier, textIn(json, "name"), textIn(json, "institution"),
                       roles, std::nullopt};
    clerk.places = textsIn(json, "places");
    clerk.source = feed;
    clerk.subject = textIn(json, "subject", false);
    if (const auto until = textIn(json, "until", false); !until.empty())
        clerk.leftAt = timeOf(until, "until");
    return clerk;
}

/// Two people with one number, code or account: nobody could say who is meant. Code and account of an
/// employment that ends may also be those of the next one.
void refuseDoubles(const std::vector<store::Clerk>& people) {
    std::set<std::string> seen;
    const auto once = [&](const store::Clerk& clerk, const std::string& name) {
        if (!seen.insert(name).second)
            throw Unusable{"twice: id " + clerk.id};
    };
    for (const auto& clerk : people) {
        once(clerk, "id " + clerk.id);
        if (clerk.leftAt)
            continue;
        once(clerk, "identifier " + clerk.identifier.toString());
        if (!clerk.subject.empty())
            once(clerk, "subject " + clerk.subject);
    }
}

bool isSame(const store::Clerk& a, const store::Clerk& b) {
    return a.identifier == b.identifier && a.name == b.name && a.institution == b.institution &&
           a.roles == b.roles && a.places == b.places && a.source == b.source && a.subject == b.subject;
}

/// One run of a list over the directory, in a transaction.
class Run {
public:
    Run(store::Transaction& transaction, const Audit& audit, base::Timestamp now)
        : transaction_(transaction), audit_(audit), now_(now) {}

    base::Result<StaffChanges> apply(const StaffList& list, ManyLeave manyLeave) {
        if (auto usable = check(list); !usable)
            return base::fail(usable.error());
        const auto known = transaction_.directory().clerks();
        if (!known)
            return base::fail(known.error());
        std::map<std::string, const store::Clerk*> listed;
        for (const auto& clerk : list.people)
            listed.emplace(clerk.id, &clerk);
        std::map<std::string, const store::Clerk*> before;
        int active = 0;
        // Who leaves goes first: the same person may come back under another number.
        for (const auto& clerk : *known) {
            before.emplace(clerk.id, &clerk);
            const auto now = listed.find(clerk.id);
            const bool gone = now == listed.end() ? clerk.source == feed : hasEnded(*now->second);
            active += clerk.source == feed && !clerk.leftAt ? 1 : 0;
            if (gone && !clerk.leftAt)
                if (auto done = leave(clerk); !done)
                    return base::fail(done.error());
        }
        for (const auto& clerk : list.people) {
            const auto known = before.find(clerk.id);
            if (auto done = employed(clerk, known == before.end() ? nullptr : known->second); !done)
                return base::fail(done.error());
        }
        if (manyLeave == ManyLeave::Refuse && changes_.left > fewLeavers &&
            changes_.left * 100 > active * mostPercent)
            return base::fail(codes::staffTooFew, {}, std::to_string(changes_.left));
        return transaction_.changes().saveSetting(lastList, base::toRfc3339(list.asOf)).map([&] {
            return changes_;
        });
    }

private:
    base::Result<void> check(const StaffList& list) {
        const auto last = transaction_.changes().setting(lastList);
        if (!last)
            return base::fail(last.error());
        const auto lastTime = base::fromRfc3339(*last);
        if (lastTime && list.asOf < *lastTime)
            return base::fail(codes::staffUnusable, {}, "older than the last one");
        for (const auto& clerk : list.people)
            for (const auto& code : clerk.places) {
                const auto place = code == "*" ? base::Result<std::optional<store::Place>>(store::Place{})
                                               : transaction_.directory().place(code);
                if (!place)
                    return base::fail(place.error());
                if (!*place)
                    return base::fail(codes::staffUnusable, {}, "place of " + clerk.id);
            }
        return {};
    }

    [[nodiscard]] bool hasEnded(const store::Clerk& clerk) const {
        return clerk.leftAt && *clerk.leftAt <= now_;
    }

    base::Result<void> employed(const store::Clerk& clerk, const store::Clerk* before) {
        if (hasEnded(clerk))
            return {};
        const bool wasActive = before && !before->leftAt;
        auto saved = clerk;
        saved.leftAt.reset(); // A day that is still to come ends it then, by a later run.
        if (wasActive && isSame(saved, *before))
            return {};
        const auto same = transaction_.directory().clerkByIdentifier(clerk.identifier);
        if (!same)
            return base::fail(same.error());
        if (*same && (*same)->id != clerk.id && !(*same)->leftAt) // One that an administrator entered.
            return base::fail(codes::staffUnusable, {}, "identifier of " + clerk.id);
        ++(wasActive ? changes_.moved : changes_.joined);
        return save(saved, wasActive ? "user.move" : "user.join");
    }

    base::Result<void> leave(store::Clerk clerk) {
        ++changes_.left;
        clerk.leftAt = now_;
        return save(clerk, "user.leave");
    }

    base::Result<void> save(const store::Clerk& clerk, const char* what) {
        AuditEntry entry{.what = what, .clerk = "staff-feed", .institution = clerk.institution};
        entry.subject = clerk.identifier.toString();
        entry.object = clerk.id;
        entry.result = "accepted";
        return transaction_.directory().saveClerk(clerk).and_then(
            [&] { return audit_.append(transaction_, entry); });
    }

    store::Transaction& transaction_;
    const Audit& audit_;
    base::Timestamp now_;
    StaffChanges changes_;
};

} // namespace

base::Result<StaffList> parseStaff(std::string_view text) {
    const auto json = contract::parseJson(text, longestList);
    if (!json)
        return base::fail(codes::staffUnusable, {}, "JSON");
    try {
        const auto list = json->is_object() ? json->find("employees") : json->end();
        if (!json->is_object() || textIn(*json, "format") != "vienlogs-staff-1")
            throw Unusable{"format"};
        if (list == json->end() || !list->is_array() || list->empty() || list->size() > mostPeople)
            throw Unusable{"employees"};
        StaffList staff{timeOf(textIn(*json, "asOf"), "asOf"), {}};
        for (const auto& one : *list)
            staff.people.push_back(clerkOf(one));
        refuseDoubles(staff.people);
        return staff;
    } catch (const Unusable& unusable) {
        return base::fail(codes::staffUnusable, {}, unusable.what);
    }
}

base::Result<StaffChanges> applyStaff(const Audit& audit, const StaffList& list, base::Timestamp now,
                                      ManyLeave manyLeave) {
    StaffChanges changes;
    const auto written = audit.write([&](store::Transaction& t) -> base::Result<void> {
        auto done = Run(t, audit, now).apply(list, manyLeave);
        if (!done)
            return base::fail(done.error());
        changes = *done;
        return {};
    });
    if (!written)
        return base::fail(written.error());
    return changes;
}

} // namespace vienlogs::server::app
