// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// The virtual card as OpenSC sees it, which knows nothing of this suite, and what it signs as OpenSSL sees
// it.
#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include "vienlogs/pcsc/pcsc_readers.h"
#include "vienlogs/test/pcscd.h"

using namespace vienlogs;
using namespace std::chrono_literals;
using test::Pcscd;
namespace fs = std::filesystem;

namespace {

constexpr const char* janis = "010181-15098";
constexpr const char* module = "pkcs11-tool --module opensc-pkcs11.so";

struct Ran {
    int status = -1;
    std::string output;
};

/// A command with all that it says.
Ran run(const std::string& command) {
    Ran ran;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (!pipe)
        return ran;
    char buffer[4096];
    for (std::size_t size = 0; (size = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        ran.output.append(buffer, size);
    const int status = ::pclose(pipe);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

base::Bytes contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Whether the plain signature r‖s is one over the hash by the certificate's key.
bool opensslVerifies(const std::string& pem, const base::Bytes& hash, const base::Bytes& plain) {
    BIO* memory = BIO_new_mem_buf(pem.data(), int(pem.size()));
    X509* certificate = PEM_read_bio_X509(memory, nullptr, nullptr, nullptr);
    BIO_free(memory);
    if (!certificate || plain.size() != 96)
        return false;
    ECDSA_SIG* pair = ECDSA_SIG_new();
    ECDSA_SIG_set0(pair, BN_bin2bn(plain.data(), 48, nullptr), BN_bin2bn(plain.data() + 48, 48, nullptr));
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(pair, &der);
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(X509_get0_pubkey(certificate), nullptr);
    const bool holds = EVP_PKEY_verify_init(context) == 1 &&
                       EVP_PKEY_verify(context, der, std::size_t(size), hash.data(), hash.size()) == 1;
    EVP_PKEY_CTX_free(context);
    OPENSSL_free(der);
    ECDSA_SIG_free(pair);
    X509_free(certificate);
    return holds;
}

std::string pemIn(const std::string& output) {
    const auto start = output.find("-----BEGIN CERTIFICATE-----");
    return start == std::string::npos ? std::string() : output.substr(start);
}

/// One service for all tests of this program; the PC/SC library looks for it only once.
const Pcscd& service() {
    static const Pcscd pcscd(Pcscd::Driver::Vienlogs);
    return pcscd;
}

class OpenScTest : public testing::Test {
protected:
    OpenScTest() : card_(service(), Pcscd::firstPort, "esteid", janis) {
        hash_.resize(48);
        for (std::size_t i = 0; i < hash_.size(); ++i)
            hash_[i] = std::uint8_t(i * 7 + 1);
        std::ofstream(file("hash"), std::ios::binary)
            .write(reinterpret_cast<const char*>(hash_.data()), long(hash_.size()));
    }
    [[nodiscard]] std::string file(const char* name) const { return service().directory() / name; }
    Ran sign(const char* id, const char* slot, const char* pin) {
        std::ostringstream command;
        command << module << " --slot-index " << slot << " --login --pin " << pin
                << " --sign --mechanism ECDSA --id " << id << " -i " << file("hash") << " -o "
                << file("signature");
        return run(command.str());
    }
    static Ran certificate(const std::string& id) { return run("pkcs15-tool --read-certificate " + id); }

    /// The session of our own, once the service has seen the card.
    std::unique_ptr<ports::CardSession> open() {
        const auto deadline = std::chrono::steady_clock::now() + 10s;
        auto session = readers_.open(Pcscd::plainReader);
        while (!session && std::chrono::steady_clock::now() < deadline) {
            std::this_thread::sleep_for(5ms);
            session = readers_.open(Pcscd::plainReader);
        }
        if (!session)
            throw std::runtime_error(std::string(session.error().code.text));
        return std::move(*session);
    }

    test::CardProcess card_;
    base::Bytes hash_;
    const base::SystemClock clock_;
    const base::Result<card::TrustStore> trust_ =
        card::TrustStore::fromDirectory(service().directory() / "ca");
    pcsc::PcscReaders readers_{*trust_, clock_};
};

} // namespace

TEST_F(OpenScTest, ReadsTheCardAsWeDo) {
    const auto ours = open();
    const auto listed = run("pkcs15-tool --list-certificates --list-pins --list-keys");
    ASSERT_EQ(listed.status, 0) << listed.output;
    for (const auto* expected : {"3f00adf13401", "3f00adf2341f", "PIN [PIN1]", "PIN [PIN2]", "PIN [PUK]"})
        EXPECT_NE(listed.output.find(expected), std::string::npos) << expected << listed.output;

    const auto theirs = pemIn(certificate("01").output);
    BIO* memory = BIO_new_mem_buf(theirs.data(), int(theirs.size()));
    X509* parsed = PEM_read_bio_X509(memory, nullptr, nullptr, nullptr);
    BIO_free(memory);
    ASSERT_TRUE(parsed) << theirs;
    unsigned char* der = nullptr;
    const int size = i2d_X509(parsed, &der);
    EXPECT_EQ(ours->identity()->certificate, base::Bytes(der, der + size));
    OPENSSL_free(der);
    X509_free(parsed);
}

TEST_F(OpenScTest, SignsThroughItAndOpenSslAgrees) {
    static_cast<void>(open());
    const auto proof = sign("01", "0", "1234");
    ASSERT_EQ(proof.status, 0) << proof.output;
    EXPECT_TRUE(opensslVerifies(pemIn(certificate("01").output), hash_, contentOf(file("signature"))));
    const auto signature = sign("02", "1", "123456");
    ASSERT_EQ(signature.status, 0) << signature.output;
    EXPECT_TRUE(opensslVerifies(pemIn(certificate("02").output), hash_, contentOf(file("signature"))));
    EXPECT_FALSE(opensslVerifies(pemIn(certificate("01").output), hash_, contentOf(file("signature"))))
        << "the other key signed";
}

TEST_F(OpenScTest, CountsTriesAsWeDo) {
    static_cast<void>(open());
    EXPECT_NE(sign("01", "0", "9999").status, 0);
    EXPECT_EQ(open()->pinCounter(ports::PinKind::Pin1)->left, 2);
    const auto told = run("pkcs15-tool --list-pins").output;
    EXPECT_NE(told.find("Tries left     : 2"), std::string::npos) << told;
}
