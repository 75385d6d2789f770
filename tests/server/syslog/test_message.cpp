// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <array>

#include "vienlogs/server/syslog/failures.h"
#include "vienlogs/server/syslog/sender.h"

using namespace vienlogs;
using namespace vienlogs::server::syslog;

namespace {

const Origin origin{"host-1", "vienlogs-server", 42};
const auto moment = *base::fromRfc3339("2026-11-23T11:19:28.123Z");

std::string written(std::initializer_list<Field> fields, std::string_view event = "security") {
    return messageOf(origin, Facility::Authorisation, Severity::Warning, moment, event,
                     {fields.begin(), fields.size()});
}

} // namespace

TEST(SyslogMessage, IsWrittenAsTheRfcSays) {
    EXPECT_EQ(written({{"what", "two hosts"}, {"device", "ces-01"}}),
              "<84>1 2026-11-23T11:19:28.123Z host-1 vienlogs-server 42 security "
              "[vienlogs@32473 what=\"two hosts\" device=\"ces-01\"] security");
    EXPECT_EQ(messageOf({}, Facility::Local0, Severity::Error, moment, "", {}),
              "<131>1 2026-11-23T11:19:28.123Z - - 0 - - -");
}

TEST(SyslogMessage, NoValueBreaksOutOfIt) {
    const auto text = written({{"why", "a\"] [evil x=\"\\\n<13>1 - - - - - - forged"}});
    EXPECT_NE(text.find(R"(why="a\"\] [evil x=\"\\ <13>1 -)"), std::string::npos) << text;
    EXPECT_EQ(text.find('\n'), std::string::npos);
    EXPECT_EQ(written({}, "a b\n<13>"), written({}, "ab<13>"));
}

TEST(SyslogMessage, IsNeverLongerThanACollectorTakes) {
    const std::string longText(100'000, 'x');
    std::array<Field, 20> fields;
    fields.fill({"why", longText});
    const auto text = messageOf(origin, Facility::Local0, Severity::Error, moment, longText, fields);
    EXPECT_LE(text.size(), 8192U);
    std::string letters;
    while (letters.size() < 1023)
        letters += "ā";
    const auto cut = written({{"why", "x" + letters + "ā"}});
    EXPECT_EQ(cut.find("\xc4\""), std::string::npos) << "no half character";
}

TEST(SyslogMessage, AnAddressNamesTheTransport) {
    EXPECT_EQ(targetOf("udp://127.0.0.1:514")->transport, Target::Transport::Udp);
    EXPECT_EQ(targetOf("tcp://log.example:601")->host, "log.example");
    EXPECT_EQ(targetOf("tls://[::1]:6514")->host, "::1");
    EXPECT_EQ(targetOf("tls://[::1]:6514")->port, 6514);
    for (const auto* wrong : {"", "127.0.0.1:514", "udp://", "udp://host", "udp://:1", "udp://h:0",
                              "udp://h:70000", "http://h:1", "tcp://h:1x"})
        EXPECT_FALSE(targetOf(wrong)) << wrong;
}
