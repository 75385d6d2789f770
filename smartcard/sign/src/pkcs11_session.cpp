// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pkcs11_session.h"

#include <p11-kit/p11-kit.h>

#include <algorithm>
#include <vector>

#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

namespace {

constexpr unsigned long mostSlots = 64, mostFound = 2, longestSignature = 1024, longestAttribute = 16384;

std::string status(const char* call, CK_RV rv) {
    return std::string(call) + ": " + p11_kit_strerror(rv);
}

/// Fixed width, filled with blanks.
std::string labelOf(const CK_TOKEN_INFO& token) {
    std::string label(reinterpret_cast<const char*>(token.label), sizeof token.label);
    return label.substr(0, label.find_last_not_of(' ') + 1);
}

CK_ATTRIBUTE wanted(CK_ATTRIBUTE_TYPE type, const void* value, std::size_t size) {
    return {type, const_cast<void*>(value), CK_ULONG(size)};
}

/// At most two, which is enough to see that one name fits several.
std::vector<CK_OBJECT_HANDLE> find(CK_FUNCTION_LIST* module, CK_SESSION_HANDLE session,
                                   std::vector<CK_ATTRIBUTE> pattern) {
    std::vector<CK_OBJECT_HANDLE> found(mostFound);
    CK_ULONG count = 0;
    if (module->C_FindObjectsInit(session, pattern.data(), CK_ULONG(pattern.size())) != CKR_OK)
        return {};
    if (module->C_FindObjects(session, found.data(), mostFound, &count) != CKR_OK)
        count = 0;
    module->C_FindObjectsFinal(session);
    found.resize(count);
    return found;
}

} // namespace

base::Result<std::unique_ptr<Pkcs11Session>> Pkcs11Session::open(const std::filesystem::path& module,
                                                                 const std::string& tokenLabel,
                                                                 const base::Secret& pin) {
    auto* functions = p11_kit_module_load(module.c_str(), 0);
    if (!functions)
        return base::fail(codes::noToken, "the module cannot be loaded", tokenLabel);
    std::unique_ptr<Pkcs11Session> session(new Pkcs11Session(functions));
    return session->enter(tokenLabel, pin).map([&] { return std::move(session); });
}

Pkcs11Session::~Pkcs11Session() {
    if (session_)
        module_->C_CloseSession(session_); // ends the login, too
    if (initialized_)
        p11_kit_module_finalize(module_);
    p11_kit_module_release(module_);
}

base::Result<unsigned long> Pkcs11Session::slotOf(const std::string& tokenLabel) const {
    std::vector<CK_SLOT_ID> slots(mostSlots);
    CK_ULONG count = mostSlots;
    if (const auto rv = module_->C_GetSlotList(CK_TRUE, slots.data(), &count); rv != CKR_OK)
        return base::fail(codes::noToken, status("C_GetSlotList", rv), tokenLabel);
    for (CK_ULONG i = 0; i < count; ++i) {
        CK_TOKEN_INFO token{};
        if (module_->C_GetTokenInfo(slots[i], &token) == CKR_OK && labelOf(token) == tokenLabel)
            return slots[i];
    }
    return base::fail(codes::noToken, "no token of this label", tokenLabel);
}

base::Result<void> Pkcs11Session::enter(const std::string& tokenLabel, const base::Secret& pin) {
    if (const auto rv = p11_kit_module_initialize(module_); rv != CKR_OK)
        return base::fail(codes::noToken, status("C_Initialize", rv), tokenLabel);
    initialized_ = true;
    const auto slot = slotOf(tokenLabel);
    if (!slot)
        return base::fail(slot.error());
    if (const auto rv = module_->C_OpenSession(*slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session_);
        rv != CKR_OK)
        return base::fail(codes::noToken, status("C_OpenSession", rv), tokenLabel);
    auto* typed = reinterpret_cast<CK_UTF8CHAR*>(const_cast<char*>(pin.view().data())); // only read
    const auto rv = module_->C_Login(session_, CKU_USER, typed, CK_ULONG(pin.view().size()));
    switch (rv) {
    case CKR_OK:
    case CKR_USER_ALREADY_LOGGED_IN:
        return {};
    case CKR_PIN_INCORRECT:
    case CKR_PIN_LEN_RANGE:
    case CKR_PIN_INVALID:
        return base::fail(codes::sealPinWrong);
    case CKR_PIN_LOCKED:
        return base::fail(codes::sealPinBlocked);
    default:
        return base::fail(codes::noToken, status("C_Login", rv), tokenLabel);
    }
}

base::Bytes Pkcs11Session::attribute(Object object, unsigned long type) const {
    base::Bytes value(longestAttribute);
    CK_ATTRIBUTE one{type, value.data(), longestAttribute};
    const bool read = module_->C_GetAttributeValue(session_, object, &one, 1) == CKR_OK;
    value.resize(read ? std::min(one.ulValueLen, longestAttribute) : 0);
    return value;
}

base::Result<Pkcs11Session::Object> Pkcs11Session::privateKey(const std::string& label,
                                                              const base::Bytes& id) const {
    const CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY;
    std::vector<CK_ATTRIBUTE> pattern{wanted(CKA_CLASS, &kind, sizeof kind),
                                      wanted(CKA_LABEL, label.data(), label.size())};
    if (!id.empty())
        pattern.push_back(wanted(CKA_ID, id.data(), id.size()));
    const auto found = find(module_, session_, pattern);
    if (found.size() != 1)
        return base::fail(codes::noSealKey, found.empty() ? "no such key" : "several such keys", label);
    return found.front();
}

base::Result<base::Bytes> Pkcs11Session::certificateOf(Object key) const {
    const auto id = attribute(key, CKA_ID);
    const CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
    const auto found = find(module_, session_,
                            {wanted(CKA_CLASS, &kind, sizeof kind), wanted(CKA_ID, id.data(), id.size())});
    if (id.empty() || found.empty())
        return base::fail(codes::noSealKey, "no certificate with the key's id", "certificate");
    return attribute(found.front(), CKA_VALUE);
}

base::Result<base::Bytes> Pkcs11Session::sign(Object key, bool rsa, const base::Bytes& data) const {
    CK_MECHANISM mechanism{rsa ? CKM_RSA_PKCS : CKM_ECDSA, nullptr, 0};
    if (const auto rv = module_->C_SignInit(session_, &mechanism, key); rv != CKR_OK)
        return base::fail(codes::sealFailed, status("C_SignInit", rv));
    base::Bytes signature(longestSignature);
    CK_ULONG size = longestSignature;
    const auto rv = module_->C_Sign(session_, const_cast<CK_BYTE_PTR>(data.data()), CK_ULONG(data.size()),
                                    signature.data(), &size);
    if (rv != CKR_OK)
        return base::fail(codes::sealFailed, status("C_Sign", rv));
    signature.resize(size);
    return signature;
}

} // namespace vienlogs::sign
