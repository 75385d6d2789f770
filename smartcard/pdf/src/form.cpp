// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "form.h"

#include <algorithm>
#include <set>

#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

constexpr std::size_t mostNodes = 200'000;
constexpr std::size_t mostFields = 10'000;
constexpr int deepestTree = 48;

tl::unexpected<base::Failure> damaged(const char* what) {
    return base::fail(codes::damaged, what);
}

/// Walks the page tree in reading order until the page wanted, without trusting its counts.
class PageSearch {
public:
    PageSearch(Document& document, int number) : document_(document), left_(number) {}
    base::Result<std::optional<Page>> in(const Object& node, const Dictionary& inherited, int depth) {
        const auto* reference = node.as<Reference>();
        if (!reference || depth > deepestTree || !visited_.insert(*reference).second)
            return damaged("a tree of pages that is none");
        if (visited_.size() > mostNodes)
            return base::fail(codes::tooComplex, "too many pages");
        const auto object = document_.at(*reference);
        const auto* entries = object ? object->as<Dictionary>() : nullptr;
        if (!entries)
            return object ? base::Result<std::optional<Page>>(damaged("a page that is none"))
                          : base::fail(object.error());
        auto all = inherited;
        for (const auto* key : {"MediaBox", "CropBox", "Rotate"})
            if (const auto& value = entryOf(*entries, key); !value.isNull())
                all[key] = Object(value);
        if (entryOf(*entries, "Kids").isNull())
            return --left_ == 0 ? made(*reference, *entries, all) : std::optional<Page>();
        const auto kids = document_.entry(*entries, "Kids");
        if (!kids)
            return base::fail(kids.error());
        const auto* list = kids->as<Array>();
        for (std::size_t i = 0; list && i < list->size(); ++i)
            if (auto found = in((*list)[i], all, depth + 1); !found || *found)
                return found;
        return std::optional<Page>();
    }

private:
    base::Result<std::optional<Page>> made(Reference reference, const Dictionary& entries,
                                           const Dictionary& all) {
        Page page{reference, entries};
        auto box = document_.entry(all, all.contains("CropBox") ? "CropBox" : "MediaBox");
        const auto* corners = box ? box->as<Array>() : nullptr;
        if (!corners || corners->size() != 4)
            return damaged("a page without a size");
        for (std::size_t i = 0; i < 4; ++i) {
            const auto value = document_.resolve((*corners)[i]);
            page.box[i] = value ? value->toReal().value_or(0) : 0;
        }
        if (page.box[0] > page.box[2])
            std::swap(page.box[0], page.box[2]);
        if (page.box[1] > page.box[3])
            std::swap(page.box[1], page.box[3]);
        const auto turned = document_.entry(all, "Rotate");
        page.rotation = int((turned ? turned->toInteger().value_or(0) : 0) % 360 + 360) % 360;
        return page;
    }

    Document& document_;
    int left_;
    std::set<Reference> visited_;
};

class FieldWalk {
public:
    explicit FieldWalk(Document& document) : document_(document) {}
    base::Result<void> through(const Object& node, const std::string& parent, Object kind, int depth) {
        FormField field;
        if (const auto* reference = node.as<Reference>()) {
            field.reference = *reference;
            if (!visited_.insert(*reference).second)
                return damaged("a form in a loop");
        }
        if (depth > deepestTree || ++count_ > mostFields)
            return base::fail(codes::tooComplex, "too many fields");
        const auto object = document_.resolve(node);
        const auto* entries = object ? object->as<Dictionary>() : nullptr;
        if (!entries)
            return object ? base::Result<void>() : base::fail(object.error());
        const auto name = document_.entry(*entries, "T");
        const auto* own = name ? name->as<String>() : nullptr;
        field.name = parent + (own && !parent.empty() ? "." : "") + (own ? utf8Of(*own) : "");
        if (const auto& type = entryOf(*entries, "FT"); !type.isNull())
            kind = Object(type);
        const auto kids = document_.entry(*entries, "Kids");
        const auto* list = kids ? kids->as<Array>() : nullptr;
        if (list && kind.isName("Sig") == false) {
            for (const auto& kid : *list)
                if (const auto done = through(kid, field.name, kind, depth + 1); !done)
                    return done;
        }
        field.entries = *entries;
        field.signature = kind.isName("Sig");
        if (!list || field.signature)
            fields.push_back(std::move(field));
        return {};
    }
    std::vector<FormField> fields;

private:
    Document& document_;
    std::set<Reference> visited_;
    std::size_t count_ = 0;
};

std::string freeName(const std::vector<FormField>& fields) {
    for (int i = 1;; ++i) {
        auto name = "Paraksts" + std::to_string(i);
        if (std::none_of(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; }))
            return name;
    }
}

/// Appends to an array that stands in a dictionary or is an object of its own; whether the dictionary was
/// changed.
base::Result<bool> append(Document& document, Increment& increment, Dictionary& owner, const std::string& key,
                          Reference item) {
    const auto array = document.entry(owner, key);
    if (!array)
        return base::fail(array.error());
    auto items = array->as<Array>() ? *array->as<Array>() : Array{};
    items.push_back(item);
    if (const auto* own = entryOf(owner, key).as<Reference>(); own && array->as<Array>()) {
        increment.set(*own, items);
        return false;
    }
    owner[key] = std::move(items);
    return true;
}

} // namespace

base::Result<Page> findPage(Document& document, int number) {
    const auto catalog = document.catalog();
    if (!catalog)
        return base::fail(catalog.error());
    auto found = PageSearch(document, number).in(entryOf(*catalog, "Pages"), {}, 0);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(codes::noSuchPage, "", std::to_string(number));
    return std::move(**found);
}

base::Result<Dictionary> formOf(Document& document) {
    const auto catalog = document.catalog();
    if (!catalog)
        return base::fail(catalog.error());
    const auto form = document.entry(*catalog, "AcroForm");
    if (!form)
        return base::fail(form.error());
    return form->as<Dictionary>() ? *form->as<Dictionary>() : Dictionary{};
}

base::Result<std::vector<FormField>> fieldsOf(Document& document) {
    const auto form = formOf(document);
    if (!form)
        return base::fail(form.error());
    const auto list = document.entry(*form, "Fields");
    if (!list)
        return base::fail(list.error());
    FieldWalk walk(document);
    if (const auto* nodes = list->as<Array>())
        for (const auto& node : *nodes)
            if (const auto done = walk.through(node, {}, {}, 0); !done)
                return base::fail(done.error());
    return std::move(walk.fields);
}

base::Result<std::optional<int>> certifiedFor(Document& document) {
    const auto catalog = document.catalog();
    if (!catalog)
        return base::fail(catalog.error());
    const auto permissions = document.entry(*catalog, "Perms");
    const auto* named = permissions ? permissions->as<Dictionary>() : nullptr;
    if (!named || !named->contains("DocMDP"))
        return std::nullopt;
    const auto signature = document.entry(*named, "DocMDP");
    const auto* entries = signature ? signature->as<Dictionary>() : nullptr;
    const auto references = entries ? document.entry(*entries, "Reference") : base::Result<Object>();
    const auto* list = references ? references->as<Array>() : nullptr;
    for (std::size_t i = 0; list && i < list->size() && i < 16; ++i) {
        const auto one = document.resolve((*list)[i]);
        const auto* about = one ? one->as<Dictionary>() : nullptr;
        if (!about || !entryOf(*about, "TransformMethod").isName("DocMDP"))
            continue;
        const auto parameters = document.entry(*about, "TransformParams");
        const auto* how = parameters ? parameters->as<Dictionary>() : nullptr;
        const auto level = how ? document.entry(*how, "P") : base::Result<Object>();
        return int(std::clamp<std::int64_t>(level ? level->toInteger().value_or(2) : 2, 1, 3));
    }
    return 1; // certified in a way that cannot be read: nothing is allowed
}

base::Result<void> checkSignable(Document& document) {
    if (document.encrypted())
        return base::fail(codes::encrypted);
    const auto form = formOf(document);
    if (!form)
        return base::fail(form.error());
    if (form->contains("XFA"))
        return base::fail(codes::xfaForm);
    const auto level = certifiedFor(document);
    if (!level)
        return base::fail(level.error());
    if (*level == 1)
        return base::fail(codes::changesForbidden);
    return {};
}

base::Result<void> addField(Document& document, Increment& increment, const Page& page, Dictionary widget) {
    auto catalog = document.catalog();
    const auto fields = fieldsOf(document);
    auto form = formOf(document);
    const auto* root = entryOf(document.trailer(), "Root").as<Reference>();
    if (!catalog || !fields || !form || !root)
        return !fields ? base::Result<void>(base::fail(fields.error()))
                       : base::Result<void>(damaged("no catalogue"));
    widget["T"] = textString(freeName(*fields));
    widget["P"] = page.reference;
    const auto field = increment.add(widget);

    auto changedPage = page.entries;
    const auto pageChanged = append(document, increment, changedPage, "Annots", field);
    if (!pageChanged)
        return base::fail(pageChanged.error());
    if (*pageChanged)
        increment.set(page.reference, changedPage);

    const auto formChanged = append(document, increment, *form, "Fields", field);
    if (!formChanged)
        return base::fail(formChanged.error());
    const bool flagged = entryOf(*form, "SigFlags").toInteger() == 3;
    if (!*formChanged && flagged)
        return {};
    (*form)["SigFlags"] = Object::integer(3); // there are signatures, and only appending keeps them
    if (const auto* own = entryOf(*catalog, "AcroForm").as<Reference>()) {
        increment.set(*own, *form);
        return {};
    }
    (*catalog)["AcroForm"] = *form;
    increment.set(*root, *catalog);
    return {};
}

} // namespace vienlogs::pdf
