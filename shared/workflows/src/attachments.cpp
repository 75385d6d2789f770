// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/attachments.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <utility>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/ports/local_store.h"
#include "vienlogs/workflows/paper_check.h"

namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;
constexpr qsizetype longestName = 120;

struct Read {
    base::Bytes bytes;
    PaperFacts facts;
};

/// Never more than is allowed is read, whatever the file says of its size.
base::Result<Read> readPaper(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return base::fail(base::codes::fileUnreadable, "paper", QFileInfo(path).fileName().toStdString());
    const auto content = file.read(static_cast<qint64>(largestPaper) + 1);
    Read read{base::Bytes(content.begin(), content.end()), {}};
    auto facts = examinePaper(read.bytes);
    if (!facts)
        return base::fail(facts.error());
    read.facts = *std::move(facts);
    return read;
}

std::string shownName(const QString& path) {
    QString name = QFileInfo(path).fileName();
    name.removeIf([](QChar c) { return !c.isPrint(); });
    return name.left(longestName).toStdString();
}

bool has(const cases::Case& theCase, const std::string& sha256) {
    return std::any_of(theCase.documents.begin(), theCase.documents.end(),
                       [&](const auto& document) { return document.sha256 == sha256; });
}

} // namespace

Attachments::Attachments(Contact& contact, FormFilling& form, Scanning& scanning, Executor& executor,
                         QObject* parent)
    : QObject(parent), contact_(contact), form_(form), scanning_(scanning), executor_(executor) {
    connect(&contact_, &Contact::caseChanged, this, &Attachments::onCaseChanged);
}

bool Attachments::begin(const std::string& scope, const std::string& name) {
    if (busy() || !contact_.theCase() || contact_.theCase()->state != cases::CaseState::Draft)
        return false;
    if (const auto room = form_.roomForFile(scope); !room) {
        Q_EMIT failed(room.error());
        return false;
    }
    ++attempt_;
    wanted_ = Wanted{contact_.theCase()->id, scope, {.kind = cases::Document::Kind::Evidence, .title = name}};
    Q_EMIT changed();
    return true;
}

bool Attachments::goesOn(int attempt) {
    if (attempt != attempt_ || !wanted_)
        return false;
    if (contact_.theCase() && contact_.theCase()->id == wanted_->caseId)
        return true;
    end(std::nullopt); // another client's case by now
    return false;
}

void Attachments::attachFile(const std::string& scope, const std::string& path) {
    const auto file = QString::fromStdString(path);
    if (!begin(scope, shownName(file)))
        return;
    executor_.run(
        this, [file] { return readPaper(file); },
        [this, attempt = attempt_](const base::Result<Read>& read) {
            if (!goesOn(attempt))
                return;
            if (!read) {
                end(read.error());
                return;
            }
            wanted_->document.mediaType = read->facts.mediaType;
            wanted_->document.pages = read->facts.pages;
            store(read->bytes);
        });
}

void Attachments::attachScan(const std::string& scope, const std::string& name) {
    if (scanning_.pages().empty() || !begin(scope, name))
        return;
    scanning_.makePdf(this, name, [this, attempt = attempt_](const base::Result<Scanning::Pdf>& made) {
        if (!goesOn(attempt))
            return;
        if (!made) { // told by the scanning
            end(std::nullopt);
            return;
        }
        wanted_->document.mediaType = "application/pdf";
        wanted_->document.pages = made->pages;
        scanning_.clear();
        store(made->bytes);
    });
}

void Attachments::store(const base::Bytes& bytes) {
    wanted_->document.size = static_cast<std::int64_t>(bytes.size());
    contact_.acts().store().run(
        this, [bytes](ports::LocalStore& store) { return store.putBlob(bytes, true); },
        [this, attempt = attempt_](const base::Result<std::string>& sha256) {
            if (!goesOn(attempt))
                return;
            if (!sha256) {
                end(sha256.error());
                return;
            }
            wanted_->document.sha256 = *sha256;
            if (has(*contact_.theCase(), *sha256))
                onCaseChanged();
            else
                contact_.record({cases::AttachDocument{wanted_->document}}, {},
                                [this, attempt](bool stored) { // why not was told by the contact
                                    if (!stored && attempt == attempt_)
                                        end(std::nullopt);
                                });
        });
}

void Attachments::onCaseChanged() {
    if (!wanted_ || wanted_->document.sha256.empty())
        return;
    const auto& document = wanted_->document;
    const bool ours = contact_.theCase() && contact_.theCase()->id == wanted_->caseId;
    if (ours && !has(*contact_.theCase(), document.sha256))
        return; // read before it was attached
    if (ours)
        form_.addFile(wanted_->scope, document.title, document.sha256, document.mediaType);
    end(std::nullopt);
}

void Attachments::end(const std::optional<base::Failure>& failure) {
    if (!wanted_)
        return;
    ++attempt_;
    wanted_.reset();
    Q_EMIT changed();
    if (failure)
        Q_EMIT failed(*failure);
}

void Attachments::remove(const std::string& scope, const std::string& sha256) {
    if (busy() || !form_.removeFile(scope, sha256))
        return;
    if (!form_.namesFile(sha256) && contact_.theCase() && has(*contact_.theCase(), sha256))
        contact_.record({cases::RemoveDocument{sha256}});
}

void Attachments::load(const std::string& sha256) {
    contact_.acts().store().run(
        this, [sha256](ports::LocalStore& store) { return store.blob(sha256); },
        [this, sha256](const base::Result<base::Bytes>& bytes) {
            if (bytes)
                Q_EMIT loaded(sha256, *bytes);
        });
}

} // namespace vienlogs::workflows
