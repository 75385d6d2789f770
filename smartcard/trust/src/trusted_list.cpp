// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/trust/trusted_list.h"

#include <algorithm>
#include <charconv>

#include <openssl/pem.h>

#include "list_signature.h"
#include "openssl_types.h"
#include "vienlogs/trust/xml.h"
#include "xml_nodes.h"

namespace vienlogs::trust {

namespace {

constexpr std::string_view tsl = "http://uri.etsi.org/02231/v2#";
constexpr std::size_t mostServices = 20000;
constexpr std::size_t mostPeriods = 200;

/// ETSI TS 119 612 section 5.5.1.
ServiceType typeOf(const std::string& uri) {
    if (uri == "http://uri.etsi.org/TrstSvc/Svctype/CA/QC")
        return ServiceType::CaQc;
    if (uri == "http://uri.etsi.org/TrstSvc/Svctype/TSA")
        return ServiceType::Tsa;
    if (uri == "http://uri.etsi.org/TrstSvc/Svctype/TSA/QTST")
        return ServiceType::TsaQualified;
    if (uri == "http://uri.etsi.org/TrstSvc/Svctype/Certstatus/OCSP" ||
        uri == "http://uri.etsi.org/TrstSvc/Svctype/Certstatus/OCSP/QC")
        return ServiceType::Ocsp;
    return ServiceType::Other;
}

/// Section 5.5.4, and the names before July 2016 that meant the same (annex J).
bool isGranted(const std::string& uri) {
    constexpr std::string_view prefix = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/";
    if (!uri.starts_with(prefix))
        return false;
    const auto status = std::string_view(uri).substr(prefix.size());
    return status == "granted" || status == "undersupervision" || status == "accredited" ||
           status == "supervisionincessation";
}

std::string nameOf(xmlNode* names) {
    std::string first;
    for (auto* name = childOf(names, tsl, "Name"); name; name = nextOf(name->next, tsl, "Name")) {
        xmlChar* language = xmlNodeGetLang(name);
        const bool latvian = viewOf(language) == "lv";
        xmlFree(language);
        if (latvian)
            return textOf(name);
        if (first.empty())
            first = textOf(name);
    }
    return first;
}

/// Both a service's information and an instance of its history hold these.
std::optional<ServicePeriod> periodOf(xmlNode* node) {
    ServicePeriod period;
    period.type = typeOf(textOf(childOf(node, tsl, "ServiceTypeIdentifier")));
    period.granted = isGranted(textOf(childOf(node, tsl, "ServiceStatus")));
    const auto from = base::fromRfc3339(textOf(childOf(node, tsl, "StatusStartingTime")));
    if (!from)
        return {};
    period.from = *from;
    auto* extension = childOf(childOf(node, tsl, "ServiceInformationExtensions"), tsl, "Extension");
    for (; extension; extension = nextOf(extension->next, tsl, "Extension")) {
        const auto uri = textOf(childOf(childOf(extension, tsl, "AdditionalServiceInformation"), tsl, "URI"));
        period.forSignatures |= uri.ends_with("/SvcInfoExt/ForeSignatures");
        period.forSeals |= uri.ends_with("/SvcInfoExt/ForeSeals");
        period.forWebsites |= uri.ends_with("/SvcInfoExt/ForWebSiteAuthentication");
    }
    return period;
}

std::vector<base::Bytes> certificatesOfService(xmlNode* information) {
    std::vector<base::Bytes> certificates;
    auto* id = childOf(childOf(information, tsl, "ServiceDigitalIdentity"), tsl, "DigitalId");
    for (; id; id = nextOf(id->next, tsl, "DigitalId")) {
        auto text = textOf(childOf(id, tsl, "X509Certificate"));
        std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
        const auto der = base::fromBase64(text);
        if (der && parseX509(*der))
            certificates.push_back(*der);
    }
    return certificates;
}

std::optional<ListedService> serviceOf(xmlNode* node, const std::string& provider) {
    auto* information = childOf(node, tsl, "ServiceInformation");
    const auto now = information ? periodOf(information) : std::nullopt;
    if (!now)
        return {};
    ListedService service{nameOf(childOf(information, tsl, "ServiceName")),
                          provider,
                          certificatesOfService(information),
                          {*now}};
    auto* instance = childOf(childOf(node, tsl, "ServiceHistory"), tsl, "ServiceHistoryInstance");
    for (; instance; instance = nextOf(instance->next, tsl, "ServiceHistoryInstance")) {
        const auto period = periodOf(instance);
        if (!period || service.periods.size() >= mostPeriods)
            return {};
        service.periods.push_back(*period);
    }
    std::ranges::stable_sort(service.periods, std::ranges::greater{}, &ServicePeriod::from);
    return service;
}

bool readProvider(xmlNode* node, std::vector<ListedService>& services) {
    const auto name = nameOf(childOf(childOf(node, tsl, "TSPInformation"), tsl, "TSPName"));
    auto* service = childOf(childOf(node, tsl, "TSPServices"), tsl, "TSPService");
    for (; service; service = nextOf(service->next, tsl, "TSPService")) {
        auto read = serviceOf(service, name);
        if (!read || services.size() >= mostServices)
            return false;
        services.push_back(*std::move(read));
    }
    return true;
}

tl::unexpected<base::Failure> unreadable(const std::string& why) {
    return base::fail(codes::listUnreadable, why, why);
}

base::Result<TrustedListContent> readContent(xmlNode* root) {
    auto* scheme = childOf(root, tsl, "SchemeInformation");
    const auto number = textOf(childOf(scheme, tsl, "TSLSequenceNumber"));
    const auto issued = base::fromRfc3339(textOf(childOf(scheme, tsl, "ListIssueDateTime")));
    const auto version = textOf(childOf(scheme, tsl, "TSLVersionIdentifier"));
    TrustedListContent list;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), list.sequenceNumber);
    if (read.ec != std::errc{} || read.ptr != number.data() + number.size() || list.sequenceNumber <= 0 ||
        !issued)
        return unreadable("no number or date");
    if (version != "5" && version != "6")
        return unreadable("version " + version.substr(0, 10));
    list.issued = *issued;
    list.territory = textOf(childOf(scheme, tsl, "SchemeTerritory"));
    const auto next = textOf(childOf(childOf(scheme, tsl, "NextUpdate"), tsl, "dateTime"));
    list.nextUpdate = base::fromRfc3339(next);
    if (!next.empty() && !list.nextUpdate)
        return unreadable("nextUpdate");
    auto* provider = childOf(childOf(root, tsl, "TrustServiceProviderList"), tsl, "TrustServiceProvider");
    for (; provider; provider = nextOf(provider->next, tsl, "TrustServiceProvider"))
        if (!readProvider(provider, list.services))
            return unreadable("a service");
    return list;
}

/// The certificate of the service that `certificate` is or was issued by; null when it is none of them.
const base::Bytes* matching(const ListedService& service, X509* certificate) {
    for (const auto& der : service.certificates) {
        const auto listed = parseX509(der);
        if (listed && (X509_cmp(listed.get(), certificate) == 0 || issuedBy(certificate, listed.get())))
            return &der;
    }
    return nullptr;
}

/// Adds one service's word to a listing that may have that of others; a granted one names the listing.
void add(ports::TrustListing& listing, const ListedService& service, const base::Bytes& certificate,
         const ServicePeriod& period) {
    using Status = ports::TrustListing::Status;
    const bool first = listing.status == Status::NotListed;
    if (first || (listing.status == Status::Withdrawn && period.granted)) {
        listing.service = service.name;
        listing.provider = service.provider;
        listing.serviceCertificate = certificate;
        listing.status = period.granted ? Status::Granted : Status::Withdrawn;
    }
    if (!period.granted)
        return;
    // Before eIDAS no list said what a service was for: signatures were the only kind.
    const bool told = period.forSignatures || period.forSeals || period.forWebsites;
    listing.qualifiedForSignatures |= period.type == ServiceType::CaQc && (period.forSignatures || !told);
    listing.qualifiedForSeals |= period.type == ServiceType::CaQc && period.forSeals;
    listing.qualifiedTimeStamps |= period.type == ServiceType::TsaQualified;
}

} // namespace

const ServicePeriod* ListedService::at(base::Timestamp moment) const {
    const auto found =
        std::ranges::find_if(periods, [&](const ServicePeriod& period) { return period.from <= moment; });
    return found == periods.end() ? nullptr : &*found;
}

base::Result<TrustedListContent> readTrustedList(const base::Bytes& xml,
                                                 const std::vector<base::Bytes>& operators) {
    const auto document = parseXml(xml, mostListBytes);
    auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!root || !isElement(root, tsl, "TrustServiceStatusList"))
        return unreadable("no XML of a list");
    const auto signer = signerOfList(document.get(), operators);
    if (!signer)
        return base::fail(signer.error());
    auto list = readContent(root);
    if (list && !validAt(parseX509(*signer).get(), list->issued))
        return base::fail(codes::listUnsigned, "dates", "the operator's certificate was not valid");
    return list;
}

ports::TrustListing listingOf(const TrustedListContent& list, const base::Bytes& certificate,
                              base::Timestamp at) {
    ports::TrustListing listing;
    listing.sequenceNumber = list.sequenceNumber;
    listing.issued = list.issued;
    listing.nextUpdate = list.nextUpdate;
    const auto parsed = parseX509(certificate);
    if (!parsed)
        return listing;
    for (const auto& service : list.services) {
        const auto* period = service.at(at);
        const auto* matched = period ? matching(service, parsed.get()) : nullptr;
        if (matched)
            add(listing, service, *matched, *period);
    }
    return listing;
}

base::Result<std::vector<base::Bytes>> certificatesOf(const std::string& pem, const std::string& file) {
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    std::vector<base::Bytes> certificates;
    while (const auto certificate = X509Ptr(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)))
        certificates.push_back(derOf<i2d_X509>(certificate.get()));
    ERR_clear_error(); // the end of the file is one
    if (certificates.empty())
        return base::fail(codes::certificate, "no certificate", file);
    return certificates;
}

} // namespace vienlogs::trust
