// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "strict_parsers.h"

#include <set>
#include <vector>

#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/SAXException.h>
#include <Poco/SAX/SAXParser.h>

#include "vienlogs/server/gateway/register_failures.h"

namespace vienlogs::server::gateway {

namespace {

using Json = nlohmann::json;

constexpr std::size_t mostElements = 50'000;

/// Builds the JSON while expat reads. What breaks a limit is remembered, not thrown, because the way back
/// leads through the C library; until its end nothing more is kept.
class TreeBuilder final : public Poco::XML::DefaultHandler {
public:
    void startElement(const Poco::XML::XMLString&, const Poco::XML::XMLString& local,
                      const Poco::XML::XMLString&, const Poco::XML::Attributes&) override {
        if (broken_ || open_.size() > static_cast<std::size_t>(deepestNesting) ||
            ++elements_ > mostElements) {
            broken_ = true;
            return;
        }
        open_.push_back({local, Json::object(), {}});
    }

    void endElement(const Poco::XML::XMLString&, const Poco::XML::XMLString&,
                    const Poco::XML::XMLString&) override {
        if (broken_)
            return;
        auto done = std::move(open_.back());
        open_.pop_back();
        auto& parent = open_.back().children;
        Json value = done.children.empty() ? Json(std::move(done.text)) : std::move(done.children);
        const auto found = parent.find(done.name);
        if (found == parent.end())
            parent[done.name] = std::move(value);
        else if (found->is_array())
            found->push_back(std::move(value));
        else
            *found = Json::array({std::move(*found), std::move(value)});
    }

    void characters(const Poco::XML::XMLChar text[], int start, int length) override {
        if (!broken_)
            open_.back().text.append(text + start, static_cast<std::size_t>(length));
    }

    [[nodiscard]] bool broken() const { return broken_; }
    [[nodiscard]] Json take() { return std::move(open_.front().children); }

private:
    struct Element {
        std::string name;
        Json children;
        std::string text;
    };
    std::vector<Element> open_{{"", Json::object(), {}}};
    std::size_t elements_ = 0;
    bool broken_ = false;
};

} // namespace

base::Result<Json> parseJson(const std::string& body) {
    bool broken = false;
    std::vector<std::set<std::string>> names;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (depth > deepestNesting)
            broken = true;
        if (event == Json::parse_event_t::object_start)
            names.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            names.pop_back();
        else if (event == Json::parse_event_t::key && !names.back().insert(parsed.get<std::string>()).second)
            broken = true;
        return !broken;
    };
    auto json = Json::parse(body, watch, false);
    if (broken || json.is_discarded())
        return base::fail(codes::registerNonsense, "not strict JSON");
    return json;
}

base::Result<Json> parseXml(const std::string& body) {
    // A zero byte would mean UTF-16 or UTF-32, in which the search for a DTD below finds nothing.
    if (body.find('\0') != std::string::npos || body.find("<!DOCTYPE") != std::string::npos ||
        body.find("<!ENTITY") != std::string::npos)
        return base::fail(codes::registerNonsense, "XML with a DTD or not in UTF-8");
    try {
        TreeBuilder tree;
        Poco::XML::SAXParser parser("UTF-8");
        parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, true);
        parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_GENERAL_ENTITIES, false);
        parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_PARAMETER_ENTITIES, false);
        parser.setContentHandler(&tree);
        parser.parseMemoryNP(body.data(), body.size());
        if (tree.broken())
            return base::fail(codes::registerNonsense, "XML too deep or too large");
        return tree.take();
    } catch (const Poco::Exception&) {
        return base::fail(codes::registerNonsense, "not well-formed XML");
    }
}

std::string xmlEscaped(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else if (c == '"')
            escaped += "&quot;";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
            escaped += c;
    }
    return escaped;
}

} // namespace vienlogs::server::gateway
