// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "vienlogs/testkit/process.h"
#include "vienlogs/trust/trusted_list.h"
#include "vienlogs/web/curl_client.h"

namespace vienlogs::testhelp {

/// A folder that goes with the test.
struct Folder {
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "vienlogs-trust-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

inline std::string readText(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline base::Bytes readCertificate(const std::filesystem::path& path) {
    return trust::certificatesOf(readText(path), path.filename())->front();
}

/// An authority made by the openssl program, with files beside it.
class OpensslCa {
public:
    explicit OpensslCa(const std::filesystem::path& folder) : folder_(folder) {
        openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", file("ca.key"), "-out",
                 file("ca.crt"), "-subj", "/C=LV/CN=Test ICA", "-days", "100", "-addext",
                 "keyUsage=critical,keyCertSign,cRLSign"});
    }
    /// DER of a new certificate whose serial number is this, in hexadecimal.
    [[nodiscard]] base::Bytes issue(const std::string& serial, const std::string& addresses = {}) const {
        std::ofstream(file("leaf.cnf")) << "basicConstraints=critical,CA:FALSE\n" << addresses;
        openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
                 file("leaf.key"), "-out", file("leaf.csr"), "-subj", "/CN=Leaf"});
        openssl({"x509", "-req", "-in", file("leaf.csr"), "-CA", file("ca.crt"), "-CAkey", file("ca.key"),
                 "-set_serial", "0x" + serial, "-days", "90", "-extfile", file("leaf.cnf"), "-out",
                 file("leaf-" + serial + ".crt")});
        return readCertificate(file("leaf-" + serial + ".crt"));
    }
    [[nodiscard]] base::Bytes certificate() const { return readCertificate(file("ca.crt")); }
    [[nodiscard]] std::string file(const std::string& name) const { return folder_ / name; }
    /// Its exit code; what it says goes to openssl.log.
    int openssl(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "/usr/bin/openssl");
        return testkit::run(arguments, file("openssl.log"));
    }

private:
    std::filesystem::path folder_;
};

/// vienlogs-trust as a process of its own.
class TrustStandIn {
public:
    explicit TrustStandIn(const std::filesystem::path& folder, std::vector<std::string> more = {})
        : process_(command(folder, more), folder / "trust.log") {
        address = "http://" + process_.readLine().substr(std::string("listening ").size());
        stampAuthority = folder / "tsa-ca.pem";
        listOperator = folder / "operator.pem";
    }
    /// With the keys of an authority that lie in a folder.
    static std::vector<std::string> answeringFor(const OpensslCa& ca) {
        return {"--issuer-cert", ca.file("ca.crt"), "--issuer-key", ca.file("ca.key")};
    }
    /// PUT by the curl program, so that our own client is not tested by itself.
    [[nodiscard]] bool control(const std::string& what, const std::string& json) const {
        return testkit::run({"/usr/bin/curl", "-sf", "--noproxy", "*", "-X", "PUT", "-d", json,
                             address + "/control/" + what},
                            "/dev/null") == 0;
    }
    [[nodiscard]] bool state(const std::string& what, const std::string& state) const {
        return control(what, R"({"state": ")" + state + "\"}");
    }
    std::string address;
    std::filesystem::path stampAuthority, listOperator;

private:
    static std::vector<std::string> command(const std::filesystem::path& folder,
                                            const std::vector<std::string>& more) {
        std::vector<std::string> all{VIENLOGS_BIN_DIR "/vienlogs-trust",
                                     "--listen",
                                     "127.0.0.1:0",
                                     "--ca-out",
                                     folder / "tsa-ca.pem",
                                     "--operator-out",
                                     folder / "operator.pem"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    testkit::Process process_;
};

/// Short waits: the stand-in is near.
inline web::WebSettings hasty() {
    web::WebSettings settings;
    settings.connect = std::chrono::milliseconds(1000);
    settings.answer = std::chrono::milliseconds(1500);
    return settings;
}

} // namespace vienlogs::testhelp
