// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "expression.h"

#include <algorithm>
#include <charconv>

#include "vienlogs/catalogue/catalogue.h"

namespace vienlogs::catalogue {
namespace {

constexpr std::size_t longest = 500;
constexpr int deepest = 10;

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}

int numberOf(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

/// Recursive descent over the text; the first mistake stops it.
class ExpressionParser {
public:
    using Node = std::unique_ptr<Expression>;

    ExpressionParser(std::string_view text, const std::vector<Question>& questions)
        : rest_(text), questions_(questions) {}

    Node whole() {
        auto node = alternatives(0);
        skip();
        if (problem_.empty() && !rest_.empty())
            problem_ = "something is left over";
        return node;
    }
    [[nodiscard]] const std::string& problem() const { return problem_; }

private:
    Node alternatives(int depth) { return chain(Expression::Kind::Or, "or", depth); }

    Node chain(Expression::Kind kind, std::string_view word, int depth) {
        auto first =
            kind == Expression::Kind::Or ? chain(Expression::Kind::And, "and", depth) : primary(depth);
        if (!takeWord(word))
            return first;
        auto node = std::make_unique<Expression>();
        node->kind_ = kind;
        node->parts_.push_back(std::move(first));
        do
            node->parts_.push_back(kind == Expression::Kind::Or ? chain(Expression::Kind::And, "and", depth)
                                                                : primary(depth));
        while (takeWord(word));
        return node;
    }

    Node primary(int depth) {
        if (depth > deepest)
            return fail("too deep");
        const bool negated = takeWord("not");
        if (negated || peek() == '(') {
            if (!take("("))
                return fail("( is expected");
            auto inner = alternatives(depth + 1);
            if (!take(")"))
                return fail(") is expected");
            if (!negated)
                return inner;
            auto node = std::make_unique<Expression>();
            node->kind_ = Expression::Kind::Not;
            node->parts_.push_back(std::move(inner));
            return node;
        }
        return comparison();
    }

    Node comparison() {
        auto node = std::make_unique<Expression>();
        node->question_ = word();
        const auto question = std::find_if(questions_.begin(), questions_.end(), [&](const Question& known) {
            return known.id == node->question_;
        });
        if (question == questions_.end())
            return fail("no question before this one is called " + node->question_);
        if (takeWord("in")) {
            node->kind_ = Expression::Kind::Equal;
            if (!take("("))
                return fail("( is expected");
            do
                node->literals_.push_back(literal(*question));
            while (take(","));
            if (!take(")"))
                return fail(") is expected");
            return node;
        }
        if (!takeOperator(node->kind_))
            return fail("an operator is expected");
        const bool ordered =
            node->kind_ != Expression::Kind::Equal && node->kind_ != Expression::Kind::Unequal;
        if (ordered && question->kind != Question::Kind::Number)
            return fail("only numbers are larger or smaller");
        node->literals_.push_back(literal(*question));
        return node;
    }

    bool takeOperator(Expression::Kind& kind) {
        using Kind = Expression::Kind;
        // Longer ones first; "==" is not FEEL, but everybody writes it.
        static constexpr std::pair<std::string_view, Kind> operators[] = {
            {"<=", Kind::LessOrEqual}, {">=", Kind::GreaterOrEqual},
            {"!=", Kind::Unequal},     {"==", Kind::Equal},
            {"<", Kind::Less},         {">", Kind::Greater},
            {"=", Kind::Equal}};
        for (const auto& [text, meaning] : operators)
            if (take(text)) {
                kind = meaning;
                return true;
            }
        return false;
    }

    std::string literal(const Question& question) {
        skip();
        if (question.kind == Question::Kind::Number) {
            std::size_t length = 0;
            while (length < rest_.size() && digit(rest_[length]))
                ++length;
            const std::string number(rest_.substr(0, length));
            rest_.remove_prefix(length);
            if (number.empty() || number.size() > 6)
                fail("a number is expected");
            return number;
        }
        std::string value;
        if (take("\"")) {
            const auto end = rest_.find('"');
            if (end == std::string_view::npos)
                fail("a closing quotation mark is expected");
            value = std::string(rest_.substr(0, end));
            rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        } else
            value = word();
        if (std::none_of(question.options.begin(), question.options.end(),
                         [&](const QuestionOption& option) { return option.id == value; }))
            fail(question.id + " has no option " + value);
        return value;
    }

    void skip() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n'))
            rest_.remove_prefix(1);
    }
    char peek() {
        skip();
        return rest_.empty() ? '\0' : rest_.front();
    }
    bool take(std::string_view text) {
        skip();
        if (!rest_.starts_with(text))
            return false;
        rest_.remove_prefix(text.size());
        return true;
    }
    bool takeWord(std::string_view text) {
        skip();
        const bool longer =
            rest_.size() > text.size() && (letter(rest_[text.size()]) || digit(rest_[text.size()]));
        return rest_.starts_with(text) && !longer && take(text);
    }
    std::string word() {
        skip();
        std::size_t length = 0;
        while (length < rest_.size() && (letter(rest_[length]) || (length > 0 && digit(rest_[length]))))
            ++length;
        std::string text(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return text;
    }
    Node fail(std::string what) {
        if (problem_.empty())
            problem_ = std::move(what);
        rest_ = {};
        return std::make_unique<Expression>();
    }

    std::string_view rest_;
    const std::vector<Question>& questions_;
    std::string problem_;
};

base::Result<std::shared_ptr<const Expression>> Expression::parse(std::string_view text,
                                                                  const std::vector<Question>& questions) {
    if (text.empty() || text.size() > longest)
        return base::fail(codes::fileInvalid, "condition: too long or empty");
    ExpressionParser parser(text, questions);
    auto node = parser.whole();
    if (!parser.problem().empty())
        return base::fail(codes::fileInvalid, "condition: " + parser.problem());
    return std::shared_ptr<const Expression>(std::move(node));
}

bool Expression::holds(const QuestionAnswers& answers) const {
    const auto part = [&](const std::unique_ptr<const Expression>& inner) { return inner->holds(answers); };
    switch (kind_) {
    case Kind::And:
        return std::all_of(parts_.begin(), parts_.end(), part);
    case Kind::Or:
        return std::any_of(parts_.begin(), parts_.end(), part);
    case Kind::Not:
        return !part(parts_.front());
    default:
        break;
    }
    const auto answer = answers.find(question_);
    return answer != answers.end() && compares(answer->second);
}

bool Expression::compares(const std::string& answer) const {
    const auto same = [&](const std::string& literal) { return literal == answer; };
    switch (kind_) {
    case Kind::Equal:
        return std::any_of(literals_.begin(), literals_.end(), same);
    case Kind::Unequal:
        return std::none_of(literals_.begin(), literals_.end(), same);
    case Kind::Less:
        return numberOf(answer) < numberOf(literals_.front());
    case Kind::LessOrEqual:
        return numberOf(answer) <= numberOf(literals_.front());
    case Kind::Greater:
        return numberOf(answer) > numberOf(literals_.front());
    case Kind::GreaterOrEqual:
        return numberOf(answer) >= numberOf(literals_.front());
    default:
        return false;
    }
}

} // namespace vienlogs::catalogue
