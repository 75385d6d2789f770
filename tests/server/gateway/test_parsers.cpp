// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "strict_parsers.h"

using namespace vienlogs::server::gateway;

namespace {

std::string repeated(const std::string& text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

} // namespace

TEST(StrictJson, ReadsJson) {
    EXPECT_EQ((*parseJson(R"({"a":[1,true,null,"ā"],"b":{"a":1}})"))["a"][3], "ā");
    EXPECT_TRUE(parseJson(repeated("[", 31) + repeated("]", 31)));
}

TEST(StrictJson, RefusesWhatIsNot) {
    for (const char* text : {"", "{", "{\"a\":1,}", "[1] 2", "{a:1}", "nul", "'a'", "[1,]", "// x\n1",
                             "\xef\xbb\xbf\xff", "\"\xff\""}) {
        EXPECT_FALSE(parseJson(text)) << text;
    }
    EXPECT_FALSE(parseJson(R"({"a":1,"b":{"c":1,"c":2}})")) << "a name twice";
    EXPECT_TRUE(parseJson(R"([{"a":1},{"a":2}])"));
    EXPECT_FALSE(parseJson(repeated("[", 40) + repeated("]", 40)));
    EXPECT_FALSE(parseJson(repeated("[", 1'000'000)));
    EXPECT_FALSE(parseJson(repeated("{\"a\":", 300'000)));
}

TEST(StrictXml, BecomesJsonByLocalNames) {
    const auto xml = parseXml("<?xml version=\"1.0\"?><s:e xmlns:s=\"u\" x=\"1\"><s:a>1</s:a><a> "
                              "&lt;2&#x101; </a><b><c/></b><d><![CDATA[<x>]]></d></s:e>");
    ASSERT_TRUE(xml);
    EXPECT_EQ((*xml)["e"]["a"], (nlohmann::json{"1", " <2ā "}));
    EXPECT_EQ((*xml)["e"]["b"]["c"], "");
    EXPECT_EQ((*xml)["e"]["d"], "<x>");
}

TEST(StrictXml, RefusesWhatIsNotWellFormed) {
    for (const char* text : {"", "x", "<a>", "<a></b>", "<a/><b/>", "<a x=1/>", "<a>&unknown;</a>",
                             "<a b=\"1\" b=\"2\"/>", "<p:a/>", "<a>\xff</a>"}) {
        EXPECT_FALSE(parseXml(text)) << text;
    }
}

TEST(StrictXml, RefusesEveryDtd) {
    std::string laughs = "<!DOCTYPE l [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 12; ++i)
        laughs += "<!ENTITY a" + std::to_string(i) + " \"" +
                  repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
    EXPECT_FALSE(parseXml(laughs + "]><l>&a11;</l>"));
    EXPECT_FALSE(parseXml("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"));
    EXPECT_FALSE(parseXml("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"));
    // In UTF-16 the letters of "<!DOCTYPE" are not next to each other.
    std::string wide = "\xff\xfe";
    for (const char c : std::string("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"))
        wide += std::string{c, '\0'};
    EXPECT_FALSE(parseXml(wide));
}

TEST(StrictXml, RefusesTheDeepAndTheMany) {
    EXPECT_TRUE(parseXml(repeated("<a>", 30) + repeated("</a>", 30)));
    EXPECT_FALSE(parseXml(repeated("<a>", 60) + repeated("</a>", 60)));
    EXPECT_FALSE(parseXml(repeated("<a>", 300'000) + repeated("</a>", 300'000)));
    EXPECT_FALSE(parseXml("<r>" + repeated("<a/>", 60'000) + "</r>"));
}

TEST(StrictXml, EscapesText) {
    EXPECT_EQ(xmlEscaped("<a href=\"x\">&\x01</a>"), "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
}
