// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "options.h"

#include <charconv>
#include <cstdlib>
#include <functional>

namespace vienlogs::cardtool {

namespace {

using Take = std::function<bool(Options&, const std::string&)>;

bool takeHandle(Options& options, const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    options.pinHandle = value;
    return error == std::errc() && end == text.data() + text.size() && value >= 0;
}

bool takePage(Options& options, const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    options.visiblePage = value;
    return error == std::errc() && end == text.data() + text.size() && value >= 1;
}

template<typename Value>
bool choose(const std::map<std::string, Value>& choices, const std::string& text, Value& into) {
    const auto found = choices.find(text);
    if (found != choices.end())
        into = found->second;
    return found != choices.end();
}

template<typename Member>
Take into(Member member) {
    return [member](Options& options, const std::string& value) {
        options.*member = value;
        return !value.empty();
    };
}

Take flag(bool Options::*member) {
    return [member](Options& options, const std::string&) { return options.*member = true; };
}

const std::map<std::string, Take>& withValue() {
    using Level = ports::SignatureLevel;
    using Kind = verify::ReportKind;
    using base::Language;
    static const std::map<std::string, Level> levels{{"B", Level::B}, {"T", Level::T}, {"LT", Level::LT}};
    static const std::map<std::string, Kind> kinds{
        {"simple", Kind::Simple}, {"detailed", Kind::Detailed}, {"diagnostic", Kind::Diagnostic}};
    static const std::map<std::string, Language> languages{
        {"lv", Language::Latvian}, {"en", Language::English}, {"ru", Language::Russian}};
    static const std::map<std::string, Take> all{
        {"--ca-dir", into(&Options::authorities)},
        {"--reader", into(&Options::reader)},
        {"--tsa", into(&Options::stampUrl)},
        {"--tsa-ca", into(&Options::stampAuthority)},
        {"--ocsp", into(&Options::ocspUrl)},
        {"--crl", into(&Options::crlUrl)},
        {"--tsl", into(&Options::listUrl)},
        {"--tsl-signer", into(&Options::listSigner)},
        {"--tsl-file", into(&Options::listFile)},
        {"--out", into(&Options::out)},
        {"--pin-fd", takeHandle},
        {"--visible", takePage},
        {"--level", [](Options& o, const std::string& v) { return choose(levels, v, o.level); }},
        {"--report", [](Options& o, const std::string& v) { return choose(kinds, v, o.report); }},
        {"--language", [](Options& o, const std::string& v) { return choose(languages, v, o.language); }},
    };
    return all;
}

const std::map<std::string, Take>& withoutValue() {
    static const std::map<std::string, Take> all{
        {"--json", flag(&Options::json)},       {"--pad", flag(&Options::pad)},
        {"--check", flag(&Options::check)},     {"--help", flag(&Options::help)},
        {"--version", flag(&Options::version)}, {"--offline", flag(&Options::offline)},
        {"--pdf", flag(&Options::pdf)},
    };
    return all;
}

} // namespace

tl::expected<Options, std::string> parseOptions(const std::vector<std::string>& arguments) {
    Options options;
    if (const char* folder = std::getenv("VIENLOGS_CA_DIR"))
        options.authorities = folder;
    bool onlyWords = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& name = arguments[i];
        if (onlyWords || !name.starts_with("--")) {
            options.words.push_back(name);
        } else if (name == "--") {
            onlyWords = true;
        } else if (const auto plain = withoutValue().find(name); plain != withoutValue().end()) {
            plain->second(options, {});
        } else if (const auto valued = withValue().find(name); valued == withValue().end()) {
            return tl::unexpected("unknown option " + name);
        } else if (++i == arguments.size() || !valued->second(options, arguments[i])) {
            return tl::unexpected("missing or wrong value for " + name);
        }
    }
    return options;
}

std::string helpText() {
    return "vienlogs-card-tool COMMAND [options]\n"
           "Latvian eID cards, signatures and their validation.\n\n"
           "  list                         the readers and whether a card lies in them\n"
           "  read                         who holds the card, and the tries left of its codes\n"
           "  pin verify|change|unblock 1|2   PIN1 or PIN2; unblock asks for the PUK\n"
           "  sign --out F.asice FILE...   signs files with PIN2\n"
           "  sign --pdf --out S.pdf F.pdf    signs a PDF within itself\n"
           "  verify FILE                  validates a .asice or .edoc container, or a PDF\n\n"
           "  --json                 answers as JSON\n"
           "  --language lv|en|ru    of all texts, lv\n"
           "  --ca-dir DIR           trusted authorities; else $VIENLOGS_CA_DIR\n"
           "  --reader NAME          else the first reader that has a card\n"
           "  --pad                  codes are entered at the reader's own keys\n"
           "  --pin-fd N             codes are read from this descriptor, one a line, in the order they are\n"
           "                         asked for; else from the terminal, without echo\n"
           "  --visible PAGE         a box with name and time on this page of the PDF\n"
           "  --level B|T|LT         of the signature to be made, B\n"
           "  --report simple|detailed|diagnostic   how much verify tells\n"
           "  --tsa URL, --tsa-ca FILE    time stamp service, and who its stamps are believed by (PEM)\n"
           "  --ocsp URL, --crl URL  who is asked about revocation; else whom the certificate names\n"
           "  --tsl URL, --tsl-signer FILE   trusted list, and who may sign it (PEM)\n"
           "  --tsl-file FILE        where the last good list is kept\n"
           "  --offline              nobody is asked over the network\n"
           "  --check                whether the settings can be used and PC/SC answers\n"
           "  --version, --help\n\n"
           "Ends with 0 when done or valid, 1 when not done or not valid, 2 when there is nothing to judge:\n"
           "a file that cannot be read, or a command that cannot be understood.\n";
}

} // namespace vienlogs::cardtool
