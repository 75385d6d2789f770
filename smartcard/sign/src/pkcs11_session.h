// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

struct _CK_FUNCTION_LIST;

namespace vienlogs::sign {

/// A session with a token, logged in, by its maker's PKCS#11 module.
class Pkcs11Session {
public:
    using Object = unsigned long;

    /// VL-SIGN-0010 to -0012.
    [[nodiscard]] static base::Result<std::unique_ptr<Pkcs11Session>>
    open(const std::filesystem::path& module, const std::string& tokenLabel, const base::Secret& pin);
    ~Pkcs11Session();
    Pkcs11Session(const Pkcs11Session&) = delete;
    Pkcs11Session& operator=(const Pkcs11Session&) = delete;

    /// The one private key of this label and, unless it is empty, this id. VL-SIGN-0013.
    [[nodiscard]] base::Result<Object> privateKey(const std::string& label, const base::Bytes& id) const;
    /// DER of the certificate with the key's id.
    [[nodiscard]] base::Result<base::Bytes> certificateOf(Object key) const;
    /// CKM_RSA_PKCS or CKM_ECDSA over what is given. VL-SIGN-0014.
    [[nodiscard]] base::Result<base::Bytes> sign(Object key, bool rsa, const base::Bytes& data) const;

private:
    explicit Pkcs11Session(_CK_FUNCTION_LIST* module) : module_(module) {}
    [[nodiscard]] base::Result<void> enter(const std::string& tokenLabel, const base::Secret& pin);
    [[nodiscard]] base::Result<unsigned long> slotOf(const std::string& tokenLabel) const;
    [[nodiscard]] base::Bytes attribute(Object object, unsigned long type) const;

    _CK_FUNCTION_LIST* module_;
    bool initialized_ = false;
    unsigned long session_ = 0;
};

} // namespace vienlogs::sign
