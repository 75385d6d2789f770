// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

#include "store_fixture.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/store/failures.h"

using namespace vienlogs;
using namespace vienlogs::store;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t mebibyte = 1024 * 1024;

base::Bytes pattern(std::size_t size) {
    base::Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>(i * 31 + (i >> 20));
    return bytes;
}

fs::path onlyBlobIn(const fs::path& store) {
    return fs::directory_iterator(store / "blobs")->path();
}

/// Another byte than was there: a fixed one would now and then be the same, since what is sealed is random.
void flipByte(const fs::path& path, std::streamoff at) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const auto was = static_cast<unsigned>(file.seekg(at).get());
    file.seekp(at).put(static_cast<char>(was ^ 0xFFU));
}

contract::ReferenceItem item(const std::string& name, const std::string& text) {
    return {name, digest::toHex(digest::sha256(text)), std::int64_t(text.size())};
}

domain::payments::Payment payment(domain::payments::PaymentState state) {
    return {.id = test::newUlid(),
            .invoiceId = test::newUlid(),
            .amount = base::Money::cents(1500),
            .state = state};
}

} // namespace

TEST_F(StoreTest, BlobsOfAnySizeComeBackWholeAndByPiece) {
    open();
    for (const std::size_t size : {std::size_t(0), std::size_t(1), mebibyte - 1, mebibyte, mebibyte + 1}) {
        const auto bytes = pattern(size);
        const auto sha = store->putBlob(bytes, true);
        ASSERT_TRUE(sha);
        EXPECT_EQ(*sha, digest::toHex(digest::sha256(bytes)));
        EXPECT_EQ(store->blob(*sha), bytes);
    }
    const auto sha = *store->putBlob(pattern(2 * mebibyte + 5), true);
    EXPECT_EQ(store->blobPiece(sha, 0)->size(), mebibyte);
    EXPECT_EQ(store->blobPiece(sha, 2)->size(), 5U);
    EXPECT_EQ(store->blobPiece(sha, 3).error().code.text, "VL-BASE-0002");
    EXPECT_EQ(store->blob(std::string(64, '0')).error().code.text, "VL-BASE-0003");
    EXPECT_EQ(store->blobsToSend()->size(), 6U);
    EXPECT_EQ(store->counts()->blobsWaiting, 6);
    ASSERT_TRUE(store->markBlobSent(sha));
    EXPECT_EQ(store->counts()->blobsWaiting, 5);
}

TEST_F(StoreTest, TheSameBlobIsKeptOnce) {
    open();
    ASSERT_TRUE(store->putBlob({1, 2}, false));
    EXPECT_TRUE(store->blobsToSend()->empty());
    ASSERT_TRUE(store->putBlob({1, 2}, true));
    ASSERT_TRUE(store->putBlob({1, 2}, false)); // once to be sent, always
    EXPECT_EQ(store->blobsToSend()->size(), 1U);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "store/blobs"), {}), 1);
}

TEST_F(StoreTest, AChangedOrShortenedBlobFileIsNoticed) {
    open();
    const auto bytes = pattern(2 * mebibyte);
    const auto sha = *store->putBlob(bytes, true);
    const auto file = onlyBlobIn(folder / "store");
    fs::resize_file(file, 20 + mebibyte + 16); // ends after a whole piece
    EXPECT_EQ(store->blob(sha).error().code, codes::documentLost);
    flipByte(file, 1000);
    EXPECT_EQ(store->blobPiece(sha, 0).error().code, codes::documentLost);
    fs::remove(file);
    EXPECT_EQ(store->blob(sha).error().code, codes::documentLost);
}

TEST_F(StoreTest, ALostDocumentIsNamedAndComesBackWithItsBytes) {
    open();
    const auto bytes = pattern(2 * mebibyte);
    const auto sha = *store->putBlob(bytes, true);
    const auto stream = test::newUlid();
    const auto opened = record(test::open(stream));
    auto attach = test::answers(stream, "");
    attach.key = test::newUlid();
    attach.body = domain::cases::AttachDocument{{.kind = domain::cases::Document::Kind::SignedScan,
                                                 .sha256 = sha,
                                                 .title = "Dzīvesvietas deklarācija"}};
    record(attach);
    fs::remove(onlyBlobIn(folder / "store"));
    const auto lost = store->blobPiece(sha, 0).error();
    EXPECT_EQ(lost.code, codes::documentLost);
    EXPECT_EQ(lost.argument,
              "Dzīvesvietas deklarācija (" + std::get<domain::cases::OpenCase>(opened.body).number + ")");
    EXPECT_EQ(store->putBlob(bytes, false), sha); // attached again
    EXPECT_EQ(store->blob(sha), bytes);
    EXPECT_EQ(store->blobsToSend()->size(), 1U);
}

TEST_F(StoreTest, AScanOf50MegabytesNeedsLittleMemoryBesideItself) {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "the sanitizer keeps freed memory, so that what is used cannot be told";
#endif
    open();
    const auto bytes = pattern(50 * mebibyte);
    rusage before{}, after{};
    ::getrusage(RUSAGE_SELF, &before);
    const auto sha = store->putBlob(bytes, true);
    ASSERT_TRUE(sha);
    base::Bytes last;
    for (int piece = 0; piece < 50; ++piece)
        last = *store->blobPiece(*sha, piece);
    ::getrusage(RUSAGE_SELF, &after);
    EXPECT_TRUE(std::equal(last.begin(), last.end(), bytes.end() - mebibyte));
    EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 24 * 1024); // KiB
    EXPECT_EQ(store->putBlob(base::Bytes(maxBlobSize + 1), true).error().code, codes::blobTooLarge);
}

TEST_F(StoreTest, ReferenceDataIsTakenWholeOrNotAtAll) {
    open();
    const auto a = item("catalogue/a.json", "A"), b = item("forms/b.json", "B"),
               b2 = item("forms/b.json", "B2");
    ASSERT_TRUE(store->saveReference({1, {a, b}}, {{a.name, "A"}, {b.name, "B"}}));
    EXPECT_EQ(store->referenceManifest(), (contract::ReferenceManifest{1, {a, b}}));
    EXPECT_EQ(store->saveReference({2, {a, b2}}, {}).error().code.text, "VL-BASE-0002");
    EXPECT_EQ(store->saveReference({2, {a, b2}}, {{b2.name, "other"}}).error().code.text, "VL-BASE-0002");
    EXPECT_EQ(store->referenceManifest(), (contract::ReferenceManifest{1, {a, b}}));
    ASSERT_TRUE(store->saveReference({2, {b2, a}}, {{b2.name, "B2"}})); // only the new text
    open();
    EXPECT_EQ(*store->reference(),
              (std::vector<std::pair<std::string, std::string>>{{b2.name, "B2"}, {a.name, "A"}}));
}

TEST_F(StoreTest, PaymentsAreFoundByStateInvoiceAndReceipt) {
    using domain::payments::PaymentState;
    open();
    auto asked = payment(PaymentState::Asked);
    const auto declined = payment(PaymentState::Declined);
    ASSERT_TRUE(store->savePayment(asked));
    ASSERT_TRUE(store->savePayment(declined));
    open();
    EXPECT_EQ(*store->unresolvedPayments(), std::vector{asked});
    asked.state = PaymentState::Captured;
    asked.receipt =
        domain::payments::TerminalReceipt{.terminalId = "T1", .traceNumber = "7", .receiptNumber = "8"};
    ASSERT_TRUE(store->savePayment(asked));
    EXPECT_TRUE(store->unresolvedPayments()->empty());
    EXPECT_EQ(*store->paymentsOfInvoice(asked.invoiceId), std::vector{asked});
    EXPECT_EQ(store->holdsReceipt("T1", "7", "8"), true);
    EXPECT_EQ(store->holdsReceipt("T1", "7", "9"), false);
}

TEST_F(StoreTest, ReversalsAndEndsOfDaysAreKept) {
    using namespace domain::payments;
    open();
    auto reversing = payment(PaymentState::Reversing);
    reversing.reversal = Reversal{.reason = ReversalReason::ClientWithdrew,
                                  .identity = "pin-proved",
                                  .askedAt = reversing.intendedAt + std::chrono::hours(1),
                                  .lastKnownTrace = "000041"};
    ASSERT_TRUE(store->savePayment(reversing));
    DayClosing first{.id = reversing.id, .terminalId = "T1", .at = reversing.intendedAt};
    auto second = first;
    second.id = reversing.invoiceId;
    second.at = first.at + std::chrono::hours(24);
    second.state = ClosingState::Closed;
    second.terminal = {2, base::Money::cents(7500)};
    second.differences = {{DayDifference::Kind::TerminalMore, base::Money::cents(100)},
                          {DayDifference::Kind::UnknownReversal, reversing.amount, reversing.id, first.at}};
    ASSERT_TRUE(store->saveDayClosing(first));
    ASSERT_TRUE(store->saveDayClosing(second));
    first.state = ClosingState::Unknown;
    ASSERT_TRUE(store->saveDayClosing(first));
    const auto untold = *store->untoldDayClosings(10); // in the order of their ids, which chance gave
    const std::vector both{first, second};
    EXPECT_TRUE(std::is_permutation(untold.begin(), untold.end(), both.begin(), both.end()));
    auto telling = test::answers(second.id, "");
    telling.body = domain::cases::CloseDay{second};
    record(telling);
    EXPECT_EQ(*store->untoldDayClosings(10), std::vector{first});
    second.terminal = {3, base::Money::cents(7600)};
    ASSERT_TRUE(store->saveDayClosing(second));
    EXPECT_EQ(store->untoldDayClosings(10)->size(), 2U) << "known better since";
    open();
    EXPECT_EQ(*store->unresolvedPayments(), std::vector{reversing});
    EXPECT_EQ(*store->dayClosings("T1"), (std::vector{second, first}));
    EXPECT_EQ(store->dayClosings("")->size(), 2U);
    EXPECT_TRUE(store->dayClosings("T2")->empty());
    EXPECT_EQ(store->paymentsSince(reversing.intendedAt - std::chrono::seconds(1))->size(), 1U);
    EXPECT_TRUE(store->paymentsSince(reversing.intendedAt)->empty());
}

TEST_F(StoreTest, AnyPaymentIsUntoldUntilItsNewestStateIsRecorded) {
    using domain::payments::PaymentState;
    open();
    const auto stream = test::newUlid();
    record(test::open(stream));
    auto invoice = test::answers(stream, "");
    invoice.key = test::newUlid();
    auto told = payment(PaymentState::Asked);
    invoice.body = domain::cases::IssueInvoice{{.id = told.invoiceId, .amount = told.amount}};
    record(invoice);
    const auto other = payment(PaymentState::Declined);
    ASSERT_TRUE(store->savePayment(told));
    ASSERT_TRUE(store->savePayment(other));
    EXPECT_EQ(store->untoldPayments({}, 10)->size(), 2U);
    EXPECT_EQ(store->untoldPayments({}, 1)->size(), 1U);
    EXPECT_EQ(store->untoldPayments(store->untoldPayments({}, 1)->front().id, 10)->size(), 1U);
    auto command = invoice;
    command.key = test::newUlid();
    command.body = domain::cases::RecordPayment{told};
    record(command);
    EXPECT_EQ(*store->untoldPayments({}, 10), std::vector{other});
    ASSERT_TRUE(store->savePayment(told)); // the same again
    EXPECT_EQ(store->untoldPayments({}, 10)->size(), 1U);
    told.state = PaymentState::Unknown;
    ASSERT_TRUE(store->savePayment(told));
    EXPECT_EQ(store->untoldPayments({}, 10)->size(), 2U);
    ASSERT_TRUE(store->markTold(told));
    ASSERT_TRUE(store->markTold(other));
    EXPECT_TRUE(store->untoldPayments({}, 10)->empty());
}

TEST_F(StoreTest, SeveralCommandsAreRecordedTogetherOrNotAtAll) {
    open();
    const auto stream = test::newUlid();
    auto again = test::open(stream); // a case is opened once
    ASSERT_FALSE(store->recordAll({test::open(stream), again}));
    EXPECT_FALSE(*store->caseById(stream));
    EXPECT_EQ(store->counts()->waiting, 0);
    ASSERT_TRUE(store->recordAll({test::open(stream), test::answers(stream, "x")}));
    EXPECT_EQ(store->counts()->waiting, 2);
}

TEST_F(StoreTest, CaseNumbersAndValuesOutliveThe_Program) {
    open();
    EXPECT_EQ(store->nextCaseNumber(), 1);
    EXPECT_EQ(store->nextCaseNumber(), 2);
    ASSERT_TRUE(store->setValue("contact", "x"));
    ASSERT_TRUE(store->setValue("contact", "y"));
    open();
    EXPECT_EQ(store->nextCaseNumber(), 3);
    EXPECT_EQ(*store->value("contact"), "y");
    ASSERT_TRUE(store->removeValue("contact"));
    EXPECT_EQ(*store->value("contact"), std::nullopt);
}

TEST_F(StoreTest, AFullDiskIsSaidAndLosesNothing) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "needs root for a small file system";
    const auto disk = options().directory;
    fs::create_directories(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=3m") != 0)
        GTEST_SKIP() << "no file system may be mounted here";
    open();
    const auto stream = test::newUlid();
    record(test::open(stream));
    int kept = 0;
    base::Result<domain::cases::Command> last = test::answers(stream, "");
    while ((last = store->record(test::answers(stream, std::string(100'000, 'x')))) && kept < 100)
        ++kept;
    ASSERT_FALSE(last);
    EXPECT_EQ(last.error().code.text, "VL-BASE-0004");
    EXPECT_EQ(store->putBlob(pattern(4 * mebibyte), true).error().code.text, "VL-BASE-0004");
    EXPECT_GT(kept, 2);
    EXPECT_EQ((*store->caseById(stream))->version, kept + 1);
    // After a restart all is there, and with room again work goes on without a gap.
    open();
    EXPECT_EQ(store->counts()->waiting, kept + 1);
    ASSERT_EQ(::mount("tmpfs", disk.c_str(), "tmpfs", MS_REMOUNT, "size=32m"), 0);
    EXPECT_EQ(record(test::answers(stream, "y")).sequence, kept + 2);
    store.reset();
    ::umount(disk.c_str());
}
