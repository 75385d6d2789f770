// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/web/curl_client.h"

#include <memory>

#include <curl/curl.h>

#include "vienlogs/web/failures.h"

namespace vienlogs::web {

namespace {

template<auto Free>
struct Freed {
    template<typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Handle = std::unique_ptr<CURL, Freed<curl_easy_cleanup>>;
using Headers = std::unique_ptr<curl_slist, Freed<curl_slist_free_all>>;

constexpr long mostRedirects = 3;
constexpr long statusOk = 200;

/// What arrived so far, and how much may.
struct Received {
    base::Bytes bytes;
    std::size_t most = 0;
    bool tooLong = false;
};

std::size_t receive(char* data, std::size_t size, std::size_t count, void* to) {
    auto& received = *static_cast<Received*>(to);
    const auto length = size * count;
    received.tooLong = length > received.most - received.bytes.size();
    if (received.tooLong)
        return 0; // ends the transfer
    received.bytes.insert(received.bytes.end(), data, data + length);
    return length;
}

bool isHttps(const std::string& url) {
    return url.starts_with("https://");
}

void prepare(CURL* curl, const WebSettings& settings, const std::string& url, Received& received) {
    // A question that began encrypted never goes on in the clear.
    const char* schemes = isHttps(url) ? "https" : "http,https";
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, schemes);
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, schemes);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, mostRedirects);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L); // signals and threads do not mix
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.answer.count()));
    curl_easy_setopt(curl, CURLOPT_PROXY, settings.proxy.c_str()); // "" also shuts out the environment's
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(received.most));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &received);
    if (!settings.caFile.empty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, settings.caFile.c_str());
}

/// curl's own words are of its code only: its error buffer could name the address.
tl::unexpected<base::Failure> failureOf(CURLcode code, const Received& received) {
    const std::string why = curl_easy_strerror(code);
    if (received.tooLong || code == CURLE_FILESIZE_EXCEEDED)
        return base::fail(codes::tooLong, why, std::to_string(received.most));
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return base::fail(codes::address, why);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CONNECT_ERROR:
        return base::fail(codes::untrusted, why);
    default:
        return base::fail(codes::away, why);
    }
}

base::Result<base::Bytes> perform(CURL* curl, Received& received) {
    const auto code = curl_easy_perform(curl);
    if (code != CURLE_OK)
        return failureOf(code, received);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (status != statusOk)
        return base::fail(codes::status, {}, std::to_string(status));
    return std::move(received.bytes);
}

} // namespace

CurlClient::CurlClient(WebSettings settings) : settings_(std::move(settings)) {}

base::Result<base::Bytes> CurlClient::get(const std::string& url, std::size_t mostBytes) {
    const Handle curl(curl_easy_init());
    if (!curl)
        return base::fail(codes::away, "curl_easy_init");
    Received received{{}, mostBytes};
    prepare(curl.get(), settings_, url, received);
    curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 1L);
    return perform(curl.get(), received);
}

base::Result<base::Bytes> CurlClient::post(const std::string& url, const std::string& contentType,
                                           const base::Bytes& body, std::size_t mostBytes) {
    const Handle curl(curl_easy_init());
    const Headers headers(
        curl_slist_append(curl_slist_append(nullptr, ("Content-Type: " + contentType).c_str()), "Expect:"));
    if (!curl || !headers)
        return base::fail(codes::away, "curl_easy_init");
    Received received{{}, mostBytes};
    prepare(curl.get(), settings_, url, received);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, reinterpret_cast<const char*>(body.data()));
    return perform(curl.get(), received);
}

} // namespace vienlogs::web
