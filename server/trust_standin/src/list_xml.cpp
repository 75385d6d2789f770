// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "list_xml.h"

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::trust_standin {

namespace {

using namespace std::chrono_literals;

constexpr const char* space = "http://uri.etsi.org/02231/v2#";
constexpr const char* trustedList = "http://uri.etsi.org/TrstSvc/TrustedList/";
constexpr const char* serviceType = "http://uri.etsi.org/TrstSvc/Svctype/";
constexpr const char* eidas = "2016-07-01T00:00:00Z";
constexpr int firstNumber = 1;

std::string element(const std::string& name, const std::string& content) {
    return "<" + name + ">" + content + "</" + name + ">";
}

std::string named(const std::string& element_, const std::string& latvian, const std::string& english) {
    return element(element_, "<Name xml:lang=\"lv\">" + latvian + "</Name><Name xml:lang=\"en\">" + english +
                                 "</Name>");
}

std::string certificateOf(const Identity& identity) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(identity.certificate.get(), &der);
    const base::Bytes bytes(der, der + size);
    OPENSSL_free(der);
    return base::toBase64(bytes);
}

std::string period(const ListedEntry& entry, const std::string& status, const std::string& from) {
    std::string text =
        element("ServiceTypeIdentifier", serviceType + entry.type) +
        named("ServiceName", entry.name + " (pakalpojums)", entry.name) +
        element("ServiceDigitalIdentity",
                element("DigitalId", element("X509Certificate", certificateOf(entry.identity)))) +
        element("ServiceStatus", trustedList + ("Svcstatus/" + status)) + element("StatusStartingTime", from);
    if (entry.forSignatures)
        text += element("ServiceInformationExtensions",
                        "<Extension Critical=\"false\">" +
                            element("AdditionalServiceInformation", "<URI xml:lang=\"en\">" +
                                                                        std::string(trustedList) +
                                                                        "SvcInfoExt/ForeSignatures</URI>") +
                            "</Extension>");
    return text;
}

std::string serviceXml(const ListedEntry& entry, bool withdrawn, const std::string& since) {
    auto old = entry;
    old.forSignatures = false; // before eIDAS nothing said so
    auto history = element("ServiceHistoryInstance", period(old, "undersupervision", "2010-01-01T00:00:00Z"));
    if (withdrawn)
        history = element("ServiceHistoryInstance", period(entry, "granted", eidas)) + history;
    return element("TSPService",
                   element("ServiceInformation",
                           period(entry, withdrawn ? "withdrawn" : "granted", withdrawn ? since : eidas)) +
                       element("ServiceHistory", history));
}

std::string scheme(const ListFaults& faults, base::Timestamp now) {
    const auto issued = faults.past ? now - 24h * 200 : now;
    const auto number = std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
    return element("SchemeInformation",
                   element("TSLVersionIdentifier", "5") +
                       element("TSLSequenceNumber",
                               std::to_string(faults.rolledBack ? firstNumber : static_cast<int>(number))) +
                       element("TSLType", trustedList + std::string("TSLType/EUgeneric")) +
                       named("SchemeOperatorName", "Vienlogs, izdomāts uzraugs", "Vienlogs, invented") +
                       element("SchemeTerritory", "LV") +
                       element("ListIssueDateTime", base::toRfc3339(issued)) +
                       element("NextUpdate", element("dateTime", base::toRfc3339(issued + 24h * 180))));
}

} // namespace

std::string listXml(const std::vector<ListedEntry>& entries, const ListFaults& faults) {
    const auto now = base::SystemClock().now();
    std::string services;
    for (const auto& entry : entries)
        services +=
            serviceXml(entry, faults.withdrawn && &entry == entries.data(), base::toRfc3339(now - 1h));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TrustServiceStatusList xmlns=\"" +
           std::string(space) + "\" Id=\"list\" TSLTag=\"http://uri.etsi.org/19612/TSLTag\">" +
           scheme(faults, now) +
           element("TrustServiceProviderList",
                   element("TrustServiceProvider",
                           element("TSPInformation", named("TSPName", "Vienlogs, izdomāts sniedzējs",
                                                           "Vienlogs, invented provider")) +
                               element("TSPServices", services))) +
           "</TrustServiceStatusList>";
}

} // namespace vienlogs::trust_standin
