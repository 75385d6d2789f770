// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "request_template.h"

#include <Poco/URI.h>

#include "strict_parsers.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::server::gateway {

namespace {

using Json = nlohmann::json;
using Ordered = nlohmann::ordered_json;

Json partsOf(const base::Identifier& identifier) {
    const auto text = identifier.toString();
    return {{"scheme", text.substr(0, 3)},
            {"country", identifier.country()},
            {"value", identifier.value()},
            {"text", text}};
}

base::Result<Ordered> filledList(const Ordered& rule, const Json& context) {
    const Json::json_pointer pointer(rule.at("$each").get<std::string>());
    if (!context.contains(pointer) || !context.at(pointer).is_array())
        return base::fail(base::codes::invalidArgument, "a list is missing: " + pointer.to_string());
    Ordered list = Ordered::array();
    for (const auto& item : context.at(pointer)) {
        const auto identifier =
            base::Identifier::parse(item.is_string() ? item.get<std::string>() : std::string());
        if (!identifier)
            return base::fail(identifier.error());
        auto one = filled(rule.at("item"), {{"item", partsOf(*identifier)}});
        if (!one)
            return one;
        list.push_back(std::move(*one));
    }
    return list;
}

void appendXml(std::string& text, const std::string& name, const Ordered& value) {
    if (value.is_array()) {
        for (const auto& item : value)
            appendXml(text, name, item);
        return;
    }
    const auto inside = value.is_object()   ? toXml(value)
                        : value.is_string() ? xmlEscaped(value.get<std::string>())
                                            : value.dump();
    text += "<" + name + ">" + inside + "</" + name + ">";
}

} // namespace

Json contextOf(const RegisterQuery& query) {
    const auto* identifier = std::get_if<base::Identifier>(&query.subject);
    return {
        {"subject", identifier ? partsOf(*identifier) : Json{{"text", std::get<std::string>(query.subject)}}},
        {"parameters", query.parameters}};
}

base::Result<Ordered> filled(const Ordered& requestTemplate, const Json& context) {
    if (requestTemplate.is_string() && requestTemplate.get<std::string>().starts_with("/")) {
        const Json::json_pointer pointer(requestTemplate.get<std::string>());
        if (!context.contains(pointer) || !context.at(pointer).is_string())
            return base::fail(base::codes::invalidArgument, "a value is missing: " + pointer.to_string());
        return Ordered(context.at(pointer).get<std::string>());
    }
    if (!requestTemplate.is_object())
        return requestTemplate;
    if (requestTemplate.contains("$each"))
        return filledList(requestTemplate, context);
    Ordered object = Ordered::object();
    for (const auto& [name, rule] : requestTemplate.items()) {
        auto value = filled(rule, context);
        if (!value)
            return value;
        object[name] = std::move(*value);
    }
    return object;
}

std::string toXml(const Ordered& request) {
    std::string text;
    for (const auto& [name, value] : request.items())
        appendXml(text, name, value);
    return text;
}

std::string filledPath(const std::string& path, const Json& context) {
    constexpr std::string_view mark = "{text}";
    const auto at = path.find(mark);
    if (at == std::string::npos)
        return path;
    std::string encoded;
    Poco::URI::encode(context.at("subject").value("text", ""), "!#$&'()*+,/:;=?@[]%", encoded);
    return std::string(path).replace(at, mark.size(), encoded);
}

} // namespace vienlogs::server::gateway
