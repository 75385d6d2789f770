// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "changes.h"

#include <algorithm>
#include <functional>

#include "form.h"
#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

constexpr std::size_t mostReached = 20'000;

using Keys = std::set<std::string, std::less<>>;

Keys differences(const Dictionary& a, const Dictionary& b) {
    Keys keys;
    for (const auto& [key, value] : a)
        if (!(entryOf(b, key) == value))
            keys.insert(key);
    for (const auto& [key, value] : b)
        if (!a.contains(key))
            keys.insert(key);
    return keys;
}

bool within(const Keys& keys, const Keys& allowed) {
    return std::includes(allowed.begin(), allowed.end(), keys.begin(), keys.end());
}

void eachReference(const Object& object, const std::function<void(Reference)>& found) {
    if (const auto* reference = object.as<Reference>())
        found(*reference);
    else if (const auto* array = object.as<Array>())
        for (const auto& item : *array)
            eachReference(item, found);
    else if (const auto* entries = object.entries())
        for (const auto& [key, value] : *entries)
            if (key != "P" && key != "Parent") // upwards: to the page and the form
                eachReference(value, found);
}

bool isAnnotation(Document& document, const Object& item) {
    const auto object = document.resolve(item);
    const auto* entries = object ? object->as<Dictionary>() : nullptr;
    return entries && entries->contains("Subtype") && entries->contains("Rect") &&
           (!entries->contains("Type") || entryOf(*entries, "Type").isName("Annot"));
}

/// The items that the other list has, too, in their order.
Array common(const Array& some, const Array& others) {
    Array items;
    for (const auto& item : some)
        if (std::find(others.begin(), others.end(), item) != others.end())
            items.push_back(item);
    return items;
}

class Comparison {
public:
    Comparison(Document& before, Document& after) : before_(before), after_(after) {}

    base::Result<std::set<Change>> run() {
        findChanged();
        if (changed_.empty())
            return changes_;
        compareCatalog();
        if (const auto done = compareFields(); !done)
            return base::fail(done.error());
        takeInfo();
        for (const auto number : std::set(changed_))
            compareObject(number);
        for (const auto number : danglingBefore())
            if (placeIn(after_, number).kind != Place::Kind::Free)
                changes_.insert(Change::Other);
        if (!changed_.empty())
            changes_.insert(Change::Other);
        return changes_;
    }

private:
    static Place placeIn(const Document& document, std::uint64_t number) {
        return number < document.places().size() ? document.places()[number] : Place{};
    }
    static bool samePlace(const Document& a, const Document& b, std::uint64_t number) {
        const auto here = placeIn(a, number), there = placeIn(b, number);
        if (here.kind == Place::Kind::Free && there.kind == Place::Kind::Free)
            return true;
        return here == there &&
               (here.kind != Place::Kind::InStream || placeIn(a, here.position) == placeIn(b, here.position));
    }
    void findChanged() {
        const auto count = std::max(before_.places().size(), after_.places().size());
        for (std::size_t number = 0; number < count; ++number)
            if (!samePlace(before_, after_, number))
                changed_.insert(std::uint32_t(number));
    }
    bool wasThere(Reference reference) const {
        return placeIn(before_, reference.number).kind != Place::Kind::Free;
    }
    /// Explains a change; whether there was one.
    bool take(Reference reference, Change change) {
        const bool there = changed_.erase(reference.number) > 0;
        if (there)
            changes_.insert(change);
        return there;
    }
    /// The same for an object that may only be new: one that was there may be part of what is seen.
    void takeNew(const Object& object, Change change) {
        if (const auto* reference = object.as<Reference>(); reference && !wasThere(*reference))
            take(*reference, change);
    }
    /// Explains all that is reached from here, as far as it is new.
    void takeAll(const Object& object, Change change, int depth = 0) {
        constexpr int deepest = 48;
        eachReference(object, [&](Reference reference) {
            if (depth > deepest || reached_ > mostReached || wasThere(reference) || !take(reference, change))
                return;
            ++reached_;
            if (const auto next = after_.at(reference))
                takeAll(*next, change, depth + 1);
        });
    }
    Dictionary dictionaryIn(Document& document, const Dictionary& owner, std::string_view key) {
        const auto value = document.entry(owner, key);
        return value && value->as<Dictionary>() ? *value->as<Dictionary>() : Dictionary{};
    }

    void compareCatalog() {
        const auto old = before_.catalog(), now = after_.catalog();
        const auto& root = entryOf(after_.trailer(), "Root");
        if (!old || !now || !(entryOf(before_.trailer(), "Root") == root) ||
            !within(differences(*old, *now), {"AcroForm", "DSS", "Extensions", "Metadata", "Version"})) {
            changes_.insert(Change::Other);
            return;
        }
        if (root.as<Reference>())
            take(*root.as<Reference>(), Change::Signatures);
        takeNew(entryOf(*now, "Metadata"), Change::Metadata);
        takeStore(*old, *now);
        const auto oldForm = dictionaryIn(before_, *old, "AcroForm"),
                   form = dictionaryIn(after_, *now, "AcroForm");
        if (!within(differences(oldForm, form), {"DA", "DR", "Fields", "NeedAppearances", "SigFlags"}))
            changes_.insert(Change::Other);
        takeSame(entryOf(*old, "AcroForm"), entryOf(*now, "AcroForm"));
        const auto oldFields = before_.entry(oldForm, "Fields"), fields = after_.entry(form, "Fields");
        const auto *was = oldFields ? oldFields->as<Array>() : nullptr,
                   *is = fields ? fields->as<Array>() : nullptr;
        if (was && (!is || is->size() < was->size() || !std::equal(was->begin(), was->end(), is->begin())))
            changes_.insert(Change::Other);
        else
            takeSame(entryOf(oldForm, "Fields"), entryOf(form, "Fields"));
        takeAll(entryOf(form, "DR"), Change::Signatures);
        compareLook(oldForm, form);
    }
    /// How values of fields are drawn anew, by programs that do so.
    void compareLook(const Dictionary& was, const Dictionary& is) {
        const auto changed = differences(was, is);
        if (!was.empty() && (changed.contains("DA") || changed.contains("NeedAppearances") ||
                             !keeps(entryOf(was, "DR"), entryOf(is, "DR"))))
            changes_.insert(Change::FormFilling);
    }
    /// Whether all that was there is there still; what was added is of no use to it.
    bool keeps(const Object& was, const Object& is, int depth = 0) {
        constexpr int resourcesOfOneKind = 2;
        if (was == is || was.isNull())
            return true;
        const auto old = before_.resolve(was), now = after_.resolve(is);
        const auto *some = old ? old->as<Dictionary>() : nullptr,
                   *all = now ? now->as<Dictionary>() : nullptr;
        return some && all && depth < resourcesOfOneKind &&
               std::ranges::all_of(*some, [&](const auto& entry) {
                   return keeps(entry.second, entryOf(*all, entry.first), depth + 1);
               });
    }
    /// Explains an object that has the same part in the document as before, or is new.
    void takeSame(const Object& was, const Object& is) {
        const auto* reference = is.as<Reference>();
        if (reference && (was == is || !wasThere(*reference)))
            take(*reference, Change::Signatures);
    }
    /// The security store is never seen. That it is one shows by its entries.
    void takeStore(const Dictionary& old, const Dictionary& now) {
        const Keys own{"CRLs", "Certs", "OCSPs", "Type", "VRI"};
        const auto was = dictionaryIn(before_, old, "DSS"), is = dictionaryIn(after_, now, "DSS");
        if (!within(differences({}, was), own) || !within(differences({}, is), own))
            return;
        takeSame(entryOf(old, "DSS"), entryOf(now, "DSS"));
        takeAll(is, Change::Signatures);
    }
    void takeInfo() {
        const Keys own{"Author",   "CreationDate", "Creator", "Keywords", "ModDate",
                       "Producer", "Subject",      "Title",   "Trapped"};
        const auto was = dictionaryIn(before_, before_.trailer(), "Info"),
                   is = dictionaryIn(after_, after_.trailer(), "Info");
        const auto& reference = entryOf(after_.trailer(), "Info");
        if (reference.as<Reference>() && within(differences({}, was), own) &&
            within(differences({}, is), own) &&
            (entryOf(before_.trailer(), "Info") == reference || !wasThere(*reference.as<Reference>())))
            take(*reference.as<Reference>(), Change::Metadata);
    }

    base::Result<void> compareFields() {
        const auto old = fieldsOf(before_), now = fieldsOf(after_);
        if (!old || !now)
            return base::fail(old ? now.error() : old.error());
        for (const auto& was : *old)
            if (std::none_of(now->begin(), now->end(), [&](const auto& is) { return same(was, is); }))
                changes_.insert(Change::Other); // a field was taken away
        for (const auto& is : *now) {
            const auto was =
                std::find_if(old->begin(), old->end(), [&](const auto& each) { return same(each, is); });
            compareField(was == old->end() ? nullptr : &*was, is);
        }
        return {};
    }
    static bool same(const FormField& a, const FormField& b) {
        return a.reference == b.reference && a.name == b.name && a.signature == b.signature;
    }
    void compareField(const FormField* was, const FormField& is) {
        const bool signedBefore = was && is.signature && was->entries.contains("V");
        if (signedBefore || (!was && !is.signature))
            return; // what changed of it stays unexplained
        const auto change = !is.signature ? Change::FormFilling : tellSignature(is);
        if (was && !within(differences(was->entries, is.entries), {"AP", "AS", "DA", "F", "M", "MK", "V"}))
            return;
        if (is.reference.number)
            take(is.reference, change);
        takeAll(is.entries, change);
    }

    /// A field is no more than a signature when it is never seen, or when the report speaks of who signed in
    /// it. All else could cover the page with whatever somebody likes.
    Change tellSignature(const FormField& field) {
        const auto value = after_.entry(field.entries, "V");
        const auto* signature = value ? value->as<Dictionary>() : nullptr;
        const bool reported = signature && entryOf(*signature, "Contents").as<String>() &&
                              !entryOf(*signature, "SubFilter").isName("ETSI.RFC3161");
        if (!reported && isSeen(field.entries))
            return Change::Annotations;
        told_.insert(field.reference);
        eachReference(entryOf(field.entries, "Kids"), [&](Reference kid) { told_.insert(kid); });
        return Change::Signatures;
    }
    bool isSeen(const Dictionary& widget) {
        const auto rectangle = after_.entry(widget, "Rect");
        const auto* corners = rectangle ? rectangle->as<Array>() : nullptr;
        const auto side = [&](std::size_t k) {
            const auto from = after_.resolve((*corners)[k]), to = after_.resolve((*corners)[k + 2]);
            return (to ? to->toReal().value_or(1) : 1) - (from ? from->toReal().value_or(0) : 0);
        };
        const bool flat = corners && corners->size() == 4 && (side(0) == 0 || side(1) == 0);
        return widget.contains("Kids") || (!flat && widget.contains("AP"));
    }

    void compareObject(std::uint32_t number) {
        if (!changed_.contains(number))
            return;
        const Reference now{number, generationOf(after_, number)}, old{number, generationOf(before_, number)};
        const auto is = after_.at(now), was = before_.at(old);
        if (!is || !was)
            return;
        if (const auto* stream = is->as<Stream>(); stream && !wasThere(now) &&
                                                   (entryOf(stream->dictionary, "Type").isName("XRef") ||
                                                    entryOf(stream->dictionary, "Type").isName("ObjStm"))) {
            changed_.erase(number);
            return;
        }
        const auto *page = is->as<Dictionary>(), *oldPage = was->as<Dictionary>();
        if (page && oldPage && entryOf(*page, "Type").isName("Page") &&
            entryOf(*oldPage, "Type").isName("Page") && within(differences(*oldPage, *page), {"Annots"})) {
            const auto before = before_.entry(*oldPage, "Annots"), after = after_.entry(*page, "Annots");
            if (before && after && compareAnnotations(*before, *after))
                changed_.erase(number);
        } else if (was->as<Array>() && is->as<Array>()) {
            if (compareAnnotations(*was, *is))
                changed_.erase(number);
        } else if (isAnnotation(before_, *was) && (is->isNull() || isAnnotation(after_, *is)) &&
                   !entryOf(*oldPage, "Subtype").isName("Widget")) {
            take(now, Change::Annotations);
            takeAll(*is, Change::Annotations);
        }
    }
    /// Two lists of annotations of a page; whether they differ in nothing but annotations.
    bool compareAnnotations(const Object& before, const Object& after) {
        const Array none;
        const auto &was = before.as<Array>() ? *before.as<Array>() : none,
                   &is = after.as<Array>() ? *after.as<Array>() : none;
        bool annotationsOnly = common(was, is) == common(is, was);
        const auto compare = [&](Document& document, const Array& some, const Array& others) {
            for (const auto& item : some) {
                if (std::find(others.begin(), others.end(), item) != others.end())
                    continue;
                annotationsOnly = annotationsOnly && isAnnotation(document, item);
                if (const auto* reference = item.as<Reference>(); reference && told_.contains(*reference))
                    continue;
                changes_.insert(Change::Annotations);
                takeAll(item, Change::Annotations);
            }
        };
        compare(after_, is, was);
        compare(before_, was, is);
        return annotationsOnly;
    }
    static std::uint32_t generationOf(const Document& document, std::uint32_t number) {
        const auto place = placeIn(document, number);
        return place.kind == Place::Kind::Plain ? place.generation : 0;
    }

    /// Numbers that the earlier revision refers to without having them: filled in later, they would change
    /// what is seen although no signed object changes.
    std::set<std::uint32_t> danglingBefore() {
        std::set<std::uint32_t> dangling;
        for (std::uint32_t number = 0; number < before_.places().size(); ++number) {
            if (!wasThere({number, 0}))
                continue;
            const auto object = before_.at({number, generationOf(before_, number)});
            if (!object) {
                changes_.insert(Change::Other); // what cannot be read cannot be compared
                break;
            }
            everyReference(*object, [&](Reference reference) {
                if (!wasThere(reference))
                    dangling.insert(reference.number);
            });
        }
        return dangling;
    }
    static void everyReference(const Object& object, const std::function<void(Reference)>& found) {
        if (const auto* reference = object.as<Reference>())
            found(*reference);
        else if (const auto* array = object.as<Array>())
            for (const auto& item : *array)
                everyReference(item, found);
        else if (const auto* entries = object.entries())
            for (const auto& [key, value] : *entries)
                everyReference(value, found);
    }

    Document& before_;
    Document& after_;
    std::set<std::uint32_t> changed_; ///< Not explained yet.
    std::set<Change> changes_;
    std::set<Reference> told_; ///< Fields that the report tells of as signatures.
    std::size_t reached_ = 0;
};

} // namespace

base::Result<std::set<Change>> changesBetween(Document& before, Document& after) {
    return Comparison(before, after).run();
}

} // namespace vienlogs::pdf
