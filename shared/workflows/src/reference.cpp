// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/reference.h"

#include <nlohmann/json.hpp>

#include "vienlogs/contract/codec.h"
#include "vienlogs/ports/local_store.h"

namespace vienlogs::workflows {

namespace {

constexpr const char* keptUsed = "services.used";

using Used = std::map<std::string, int, std::less<>>;

struct Loaded {
    std::shared_ptr<const ReferenceData> data;
    Used used;
};

Used usedIn(ports::LocalStore& store) {
    Used used;
    const auto text = store.value(keptUsed);
    if (!text || !*text)
        return used;
    const auto json = contract::parseJson(**text);
    if (json && json->is_object())
        for (const auto& [key, version] : json->items())
            if (version.is_number_integer())
                used[key] = version.get<int>();
    return used;
}

base::Result<Loaded> loadFrom(ports::LocalStore& store) {
    const auto items = store.reference();
    if (!items)
        return base::fail(items.error());
    if (items->empty())
        return Loaded{};
    const std::map<std::string, std::string> files(items->begin(), items->end());
    auto catalogue = catalogue::loadCatalogue(files);
    if (!catalogue)
        return base::fail(catalogue.error());
    auto forms = forms::loadForms(files);
    if (!forms)
        return base::fail(forms.error());
    auto classifiers = classifiers::loadClassifiers(files);
    if (!classifiers)
        return base::fail(classifiers.error());
    return Loaded{std::make_shared<const ReferenceData>(
                      ReferenceData{*std::move(catalogue), *std::move(forms), *std::move(classifiers)}),
                  usedIn(store)};
}

} // namespace

Reference::Reference(StoreAccess& store, QObject* parent) : QObject(parent), store_(store) {}

void Reference::load() {
    store_.run(this, loadFrom, [this](base::Result<Loaded> read) {
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        if (!read->data)
            return;
        data_ = std::move(read->data);
        used_ = std::move(read->used);
        Q_EMIT loaded();
    });
}

const catalogue::PublicService* Reference::service(std::string_view id) const {
    if (!data_)
        return nullptr;
    const auto found = data_->catalogue.service(id);
    return found ? *found : nullptr;
}

std::shared_ptr<const forms::FormDefinition> Reference::form(std::string_view id) const {
    if (!data_)
        return nullptr;
    const auto found = data_->forms.find(id);
    return found == data_->forms.end() ? nullptr : found->second;
}

std::optional<ServiceRef> Reference::refOf(std::string_view serviceId) const {
    const auto* found = service(serviceId);
    if (!found)
        return std::nullopt;
    const auto definition = form(found->formId);
    return ServiceRef{found->id, found->version, found->authority.id, found->formId,
                      definition ? definition->version() : 0};
}

int Reference::lastUsed(const std::string& clerk, std::string_view serviceId) const {
    const auto found = used_.find(clerk + "/" + std::string(serviceId));
    return found == used_.end() ? 0 : found->second;
}

void Reference::noteUsed(const std::string& clerk, const ServiceRef& service) {
    used_[clerk + "/" + service.serviceId] = service.serviceVersion;
    store_.post([text = nlohmann::json(used_).dump()](ports::LocalStore& store) {
        (void)store.setValue(keptUsed, text); // only a hint is lost
    });
}

std::vector<forms::Option> optionsOf(const ReferenceData& data, std::string_view classifier,
                                     std::chrono::year_month_day day) {
    std::vector<forms::Option> options;
    if (const auto found = data.classifiers.find(classifier); found != data.classifiers.end())
        for (const auto* entry : found->second.validOn(day))
            options.push_back({entry->code, entry->label});
    return options;
}

} // namespace vienlogs::workflows
