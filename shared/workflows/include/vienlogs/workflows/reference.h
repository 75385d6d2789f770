// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <memory>

#include "vienlogs/catalogue/catalogue.h"
#include "vienlogs/classifiers/classifiers.h"
#include "vienlogs/forms/form_definition.h"
#include "vienlogs/workflows/contact_data.h"
#include "vienlogs/workflows/executor.h"

namespace vienlogs::workflows {

/// The distributed data of one version, read and checked.
struct ReferenceData {
    catalogue::Catalogue catalogue;
    forms::Forms forms;
    classifiers::Classifiers classifiers;
};

/// Catalogue, forms and classifiers as this desk received them last.
class Reference final : public QObject {
    Q_OBJECT
public:
    explicit Reference(StoreAccess& store, QObject* parent = nullptr);

    /// Nothing until the data was received once.
    [[nodiscard]] const ReferenceData* data() const { return data_.get(); }
    [[nodiscard]] const catalogue::PublicService* service(std::string_view id) const;
    [[nodiscard]] std::shared_ptr<const forms::FormDefinition> form(std::string_view id) const;
    /// What a case records of a service; nothing for an unknown one.
    [[nodiscard]] std::optional<ServiceRef> refOf(std::string_view serviceId) const;
    /// The version of a service that this clerk used last on this desk; 0 never.
    [[nodiscard]] int lastUsed(const std::string& clerk, std::string_view serviceId) const;
    void noteUsed(const std::string& clerk, const ServiceRef& service);

    /// Reads what the store holds; `loaded` or `failed` follows, nothing when the store holds nothing.
    void load();

Q_SIGNALS:
    void loaded();
    void failed(const vienlogs::base::Failure& failure);

private:
    StoreAccess& store_;
    std::shared_ptr<const ReferenceData> data_;
    std::map<std::string, int, std::less<>> used_; ///< "clerk/service" → version
};

/// Options of a classifier that are valid on a day, in the order to show.
[[nodiscard]] std::vector<forms::Option> optionsOf(const ReferenceData& data, std::string_view classifier,
                                                   std::chrono::year_month_day day);

} // namespace vienlogs::workflows
