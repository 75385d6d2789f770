// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "../trust/stand_in.h"
#include "vienlogs/web/failures.h"

namespace {

using namespace vienlogs;
using namespace vienlogs::testhelp;

constexpr std::size_t enough = 1024 * 1024;

TEST(CurlClient, GivesTheAnswerWithinBoundsOrSaysWhyNot) {
    const Folder folder;
    const TrustStandIn standIn(folder.path);
    web::CurlClient web(hasty());
    const auto list = web.get(standIn.address + "/tsl.xml", enough);
    ASSERT_TRUE(list);
    EXPECT_TRUE(web.get(standIn.address + "/tsl.xml", list->size() + 16));
    EXPECT_EQ(web.get(standIn.address + "/tsl.xml", 100).error().code, web::codes::tooLong);
    EXPECT_EQ(web.get(standIn.address + "/nothing", enough).error(),
              (base::Failure{web::codes::status, "", "404"}));
    ASSERT_TRUE(standIn.state("tsl", "down"));
    EXPECT_EQ(web.get(standIn.address + "/tsl.xml", enough).error().code, web::codes::away);
    ASSERT_TRUE(standIn.state("tsl", "silent"));
    EXPECT_EQ(web.get(standIn.address + "/tsl.xml", enough).error().code, web::codes::away);
}

TEST(CurlClient, AsksByHttpOnlyAndTellsNoAddress) {
    web::CurlClient web(hasty());
    for (const auto* url : {"file:///etc/hostname", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x",
                            "nonsense://x", "http://", ""}) {
        const auto answer = web.get(url, enough);
        ASSERT_FALSE(answer) << url;
        EXPECT_EQ(answer.error().code, web::codes::address) << url;
        EXPECT_EQ(answer.error().detail.find("127.0.0.1"), std::string::npos);
    }
    EXPECT_EQ(web.post("http://127.0.0.1:1/secret", "text/plain", {}, enough).error().code, web::codes::away);
}

TEST(CurlClient, TakesNoProxyFromTheEnvironment) {
    const Folder folder;
    const TrustStandIn standIn(folder.path);
    ::setenv("http_proxy", "http://127.0.0.1:1", 1);
    EXPECT_TRUE(web::CurlClient(hasty()).get(standIn.address + "/tsl.xml", enough));
    ::unsetenv("http_proxy");
    auto proxied = hasty();
    proxied.proxy = "http://127.0.0.1:1";
    EXPECT_EQ(web::CurlClient(proxied).get(standIn.address + "/tsl.xml", enough).error().code,
              web::codes::away);
}

} // namespace
