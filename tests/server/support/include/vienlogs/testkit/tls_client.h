// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include <openssl/ssl.h>

namespace vienlogs::testkit {

struct HttpAnswer {
    int status = 0;                             ///< 0: the connection ended without an answer.
    std::map<std::string, std::string> headers; ///< Names in lower case.
    std::string body;
};

/// Where a client's certificate lies: device.key, device.pem, ca.pem.
using DeviceFolder = std::filesystem::path;

/// One TLS connection to the server, opened when first needed. Sends whatever it is told to, also what no
/// client should.
class TlsClient {
public:
    /// Without a folder no certificate is shown.
    TlsClient(std::string address, DeviceFolder trust, bool showCertificate = true);
    ~TlsClient();
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    using Headers = std::map<std::string, std::string>;
    /// A proper request; Host and Content-Length are added.
    [[nodiscard]] HttpAnswer ask(const std::string& method, const std::string& target,
                                 const Headers& headers = {}, const std::string& body = {});
    /// Bytes as they are; false when the connection is gone.
    bool send(const std::string& bytes);
    [[nodiscard]] HttpAnswer receive();
    void close();

private:
    bool open();
    [[nodiscard]] std::string readSome();

    std::string address_;
    std::shared_ptr<SSL_CTX> context_;
    std::shared_ptr<SSL> session_;
    int socket_ = -1;
    std::string buffer_;
};

} // namespace vienlogs::testkit
