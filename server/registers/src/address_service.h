// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "register_service.h"

namespace vienlogs::registers {

/// The address register (VZD) as open data over REST: GET /adresu-registrs/v1/adreses?q= or ?pec= (all, in
/// pages), /adreses/{code}, /pasta-indeksi/{LV-1234}.
class AddressService final : public RegisterService {
public:
    explicit AddressService(const World& world);
    [[nodiscard]] std::string_view id() const override { return "addresses"; }
    [[nodiscard]] bool serves(std::string_view path) const override;
    [[nodiscard]] HttpAnswer answer(const HttpCall& call, base::Timestamp asOf) override;
    [[nodiscard]] HttpAnswer closed(const HttpCall& call, base::Timestamp until) override;
    [[nodiscard]] HttpAnswer broken(const HttpCall& call) override;

private:
    [[nodiscard]] std::vector<Index> search(const std::string& text, std::size_t limit) const;

    const World& world_;
    std::vector<std::vector<std::string>> words_; ///< Of each address, without diacritics.
};

/// Lower case without Latvian diacritics, split at all that is no letter or digit.
[[nodiscard]] std::vector<std::string> foldedWords(const std::string& text);

} // namespace vienlogs::registers
