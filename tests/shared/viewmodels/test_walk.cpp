// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QSignalSpy>
#include <QTest>

#include "all_view_models.h"
#include "vienlogs/fakes/desk.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::viewmodels;
using Screen = AppViewModel::Screen;

namespace {

/// What a window would do with one field that is still to be answered.
void answer(FormViewModel& form, const FieldView& field) {
    using forms::FieldKind;
    switch (field.kind) {
    case FieldKind::YesNo:
        form.setYesNo(field.scope, field.objectName == QStringLiteral("field_confirmed"));
        break;
    case FieldKind::Choice:
    case FieldKind::Children:
        form.choose(field.scope, {field.options.front().value});
        break;
    case FieldKind::Address:
        form.setAddress(field.scope, QStringLiteral("Raunas iela 4, Cēsis"), QStringLiteral("100000002"));
        break;
    case FieldKind::Date:
        form.setText(field.scope, QStringLiteral("20.11.2026."));
        break;
    default:
        form.setText(field.scope, QStringLiteral("Teksts"));
    }
}

bool isOpen(const FieldView& field) {
    return field.required && !field.readOnly && field.text.isEmpty() && field.chosen.isEmpty() &&
           field.yesNo < 0;
}

} // namespace

/// A clerk's whole walk through the view-models alone, as the windows drive them.
class TestWalk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aContactOfLongAgoIsCountedInHoursAndDays() {
        Desk desk;
        QVERIFY(desk.logIn() && desk.identify());
        const auto begunBefore = [&](std::chrono::hours ago) {
            desk.kill();
            auto kept = workflows::decodeContact(**desk.store.value("contact"));
            kept->startedAt = desk.clock.now() - ago;
            if (!desk.store.setValue("contact", workflows::encode(*kept)))
                qFatal("not kept");
            desk.start();
            AppViewModel app(desk.workplace(), [](base::Language) {});
            if (!desk.logIn() || !Desk::until([&] { return app.contact()->active(); }))
                qFatal("no contact");
            return app.contact()->elapsed();
        };
        QCOMPARE(begunBefore(std::chrono::hours(0)).left(3), QStringLiteral("00:"));
        QCOMPARE(begunBefore(std::chrono::hours(3)), QStringLiteral("3 hour(s)")); // words: the translations
        QCOMPARE(begunBefore(std::chrono::hours(31 * 24)), QStringLiteral("31 day(s)"));
    }

    void oneClientServed() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        const auto on = [&](Screen screen) { return Desk::until([&] { return app.screen() == screen; }); };
        QVERIFY(on(Screen::Login));
        QVERIFY(Desk::until([&] { return app.login()->state() == LoginViewModel::State::NoCard; }));
        desk.readers.insert(clerkReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return app.login()->state() == LoginViewModel::State::PinNeeded; }));
        QCOMPARE(app.login()->cardHolder(), QStringLiteral("Līga Kalniņa"));
        QVERIFY(!app.login()->prompt().isEmpty());
        app.login()->submitPin(QStringLiteral("1234"));
        QVERIFY(on(Screen::Ready));
        QCOMPARE(app.clerkName(), QStringLiteral("Līga Kalniņa"));
        QCOMPARE(app.placeName(), QStringLiteral("Cēsu VPVKAC"));

        desk.readers.insert(clientReader, Desk::clientCard());
        QVERIFY(on(Screen::Need));
        QCOMPARE(app.contact()->clientName(), QStringLiteral("Anna Bērziņa"));
        QCOMPARE(app.contact()->personalCode(), QStringLiteral("010181-15098"));
        QCOMPARE(app.contact()->initials(), QStringLiteral("AB"));
        QVERIFY(
            Desk::until([&] { return app.contact()->level() == ContactViewModel::Level::CertificateValid; }));
        QVERIFY(app.contact()->cardPresent() && app.contact()->canProvePin());
        app.contact()->provePin(QStringLiteral("1234"));
        QVERIFY(Desk::until([&] { return app.contact()->level() == ContactViewModel::Level::PinProved; }));

        auto* need = app.need();
        QVERIFY(Desk::until([&] { return need->catalogueLoaded(); }));
        QCOMPARE(need->results()->rowCount(), 8);
        need->setQuery(QStringLiteral("pārvācos"));
        QVERIFY(need->results()->rowCount() > 0);
        QCOMPARE(need->results()->at(0)->id, QStringLiteral("parcelsanas"));
        need->choose(0);
        QVERIFY(!need->questions().empty() && !need->canGoOn());
        for (std::size_t i = 0; i < need->questions().size(); ++i)
            need->answerChoice(static_cast<int>(i), 0);
        QVERIFY(need->canGoOn());
        need->next();

        QVERIFY(on(Screen::Services));
        auto* services = app.services();
        const auto& rows = services->services()->rows();
        const auto wanted = std::find_if(rows.begin(), rows.end(), [](const auto& r) {
            return r.id == QStringLiteral("dzivesvietas-deklaresana");
        });
        QVERIFY(wanted != rows.end());
        QVERIFY(!wanted->name.isEmpty() && !wanted->fee.isEmpty() && !wanted->deadline.isEmpty());
        QVERIFY(!wanted->why.isEmpty() && !wanted->changed);
        services->choose(static_cast<int>(wanted - rows.begin()));
        QVERIFY(services->canGoOn());
        services->next();

        QVERIFY(on(Screen::Form));
        auto* form = app.form();
        QVERIFY(Desk::until([&] { return !form->prefilling() && form->pageCount() > 0; }));
        const auto fields = form->fields();
        const auto residence = std::find_if(fields.begin(), fields.end(), [](const auto& f) {
            return f.objectName == QStringLiteral("field_residence");
        });
        QVERIFY(residence != fields.end());
        QVERIFY(residence->prefill.startsWith(QStringLiteral("Register population, ")));
        QCOMPARE(app.help()->sections()->at(0)->state, HelpViewModel::State::Ok);
        QVERIFY(!app.help()->sections()->at(0)->lines.isEmpty());
        for (int page = 0; page < 8 && app.screen() == Screen::Form; ++page) {
            for (int pass = 0; pass < 2; ++pass)
                for (const auto& field : form->fields())
                    if (isOpen(field))
                        answer(*form, field);
            form->next();
            QTest::qWait(30);
        }

        QVERIFY(on(Screen::Sign));
        auto* sign = app.sign();
        QVERIFY(Desk::until([&] { return !sign->busy() && sign->canSignWithCard(); }));
        QVERIFY(sign->pdf().contains("Raunas iela 4"));
        QVERIFY(!sign->canGoOn());
        sign->signWithCard(QStringLiteral("123456"));
        QVERIFY(Desk::until([&] { return sign->canGoOn(); }));
        sign->next();

        QVERIFY(on(Screen::Pay));
        auto* pay = app.pay();
        QVERIFY(Desk::until([&] { return pay->canPay(); }));
        QVERIFY(!pay->amountText().isEmpty() && !pay->invoiceNumber().isEmpty());
        pay->pay();
        QVERIFY(Desk::until([&] { return pay->canGoOn(); }));
        QCOMPARE(pay->state(), PayViewModel::State::Captured);
        QVERIFY(Desk::until([&] { return !pay->receiptLines().isEmpty(); }));
        pay->next();

        QVERIFY(on(Screen::Done));
        auto* done = app.done();
        QVERIFY(!done->submitted());
        const auto summary = done->summary();
        QVERIFY(summary.size() > 5);
        QVERIFY(std::any_of(summary.begin(), summary.end(), [](const auto& line) {
            return line.value == QStringLiteral("With the card; no time stamp yet");
        }));
        done->submit();
        QVERIFY(Desk::until([&] { return done->submitted(); }));
        QVERIFY(done->caseNumber().startsWith(QStringLiteral("CES-CES01-")));
        QCOMPARE(done->sentState(), DoneViewModel::SentState::Waiting);
        QVERIFY(Desk::until([&] { return app.cases()->cases()->rowCount() == 1; }));
        desk.readers.remove(clientReader);
        QTest::qWait(20);
        done->endContact();
        QVERIFY(on(Screen::Ready));
        QVERIFY(!app.contact()->active());
        QVERIFY(app.contact()->clientName().isEmpty());
    }

    void languageChangesEverywhereAtOnce() {
        Desk desk;
        std::vector<base::Language> used;
        AppViewModel app(desk.workplace(), [&](base::Language language) { used.push_back(language); });
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(workflows::ContactStep::Form));
        QVERIFY(Desk::until([&] { return app.form()->pageCount() > 0; }));
        const auto title = app.form()->title();
        const auto label = app.form()->fields().front().label;
        const auto service = app.services()->services()->at(0)->name;
        Q_EMIT desk.workplace().failed({base::FailureCode{"VL-BASE-0004"}});
        const auto happened = app.failure().happened;
        QSignalSpy fields(app.form(), &FormViewModel::fieldsChanged);
        QSignalSpy contact(app.contact(), &ViewModel::changed);
        app.switchLanguage(base::Language::Russian);
        QCOMPARE(used, std::vector{base::Language::Russian});
        QVERIFY(app.form()->title() != title);
        QVERIFY(app.form()->fields().front().label != label);
        QVERIFY(app.services()->services()->at(0)->name != service);
        QVERIFY(app.failure().happened != happened);
        QVERIFY(fields.size() > 0 && contact.size() > 0);
        app.switchLanguage(base::Language::Latvian);
        QCOMPARE(app.form()->title(), title);
    }

    void failureIsShownUntilDismissed() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        QVERIFY(!app.hasFailure());
        QVERIFY(desk.logIn());
        desk.readers.insert(clientReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return app.hasFailure(); }));
        QCOMPARE(app.failure().code, QStringLiteral("VL-DEV-0002"));
        QVERIFY(!app.failure().happened.isEmpty() && !app.failure().todo.isEmpty());
        app.dismissFailure();
        QVERIFY(!app.hasFailure());
    }

    void readersAreAskedOnceAndChangeable() {
        Desk desk;
        desk.workplace().roles().take(clientReader); // nothing was confirmed yet
        AppViewModel app(desk.workplace(), [](base::Language) {});
        QVERIFY(Desk::until([&] { return app.screen() == Screen::Readers; }));
        QCOMPARE(app.readers()->readers()->rowCount(), 2);
        app.readers()->assign(0, ReadersViewModel::Role::Client);
        QVERIFY(!app.readers()->canConfirm());
        app.readers()->assign(1, ReadersViewModel::Role::Clerk);
        app.readers()->swap();
        app.readers()->confirm();
        QVERIFY(Desk::until([&] { return app.screen() == Screen::Login; }));
        QCOMPARE(app.readers()->clerkReader(), QString::fromLatin1(clerkReader));
        app.openReaders();
        QCOMPARE(app.screen(), Screen::Readers);
        app.back();
        QCOMPARE(app.screen(), Screen::Login);
    }

    void stepsAndPalette() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(workflows::ContactStep::Form));
        using State = ContactViewModel::StepState;
        QCOMPARE(app.contact()->steps()->at(1)->state, State::Done);
        QCOMPARE(app.contact()->steps()->at(2)->state, State::Current);
        QVERIFY(app.contact()->steps()->at(0)->enabled && !app.contact()->steps()->at(4)->enabled);
        app.contact()->goToStep(1);
        QCOMPARE(app.screen(), Screen::Need);
        app.palette()->setQuery(QStringLiteral("dzimis"));
        QVERIFY(app.palette()->rows()->rowCount() > 0);
        QSignalSpy activated(app.palette(), &PaletteViewModel::activated);
        app.palette()->activate(0);
        QCOMPARE(activated.size(), 1);
        QVERIFY(!app.need()->chosenName().isEmpty() || app.screen() == Screen::Services);
    }

    void incompleteCaseIsResumed() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(workflows::ContactStep::Form));
        const auto number = desk.contact().data().caseNumber;
        desk.readers.remove(clientReader);
        app.contact()->end();
        QVERIFY(Desk::until([&] { return app.screen() == Screen::Ready; }));
        QVERIFY(desk.identify());
        QVERIFY(Desk::until([&] {
            const auto* row = app.cases()->cases()->at(0);
            return row && row->resumable;
        }));
        app.cases()->resume(0);
        QVERIFY(Desk::until([&] { return app.screen() == Screen::Form; }));
        QCOMPARE(desk.contact().data().caseNumber, number);
    }

    void aPaperOnItsWayIsWaitedFor() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        QVERIFY(desk.logIn() && desk.identify() &&
                desk.walkTo(workflows::ContactStep::Form, "cesis-gmi-pabalsts"));
        QVERIFY(Desk::until([&] { return app.form()->pageCount() > 0 && !app.form()->prefilling(); }));
        auto& scanning = desk.workplace().scanning();
        QVERIFY(Desk::until([&] { return !scanning.scanners().empty(); }));
        scanning.scan(true, false);
        QVERIFY(Desk::until([&] { return !scanning.scanning(); }));
        app.form()->attachScan(QStringLiteral("#/properties/attachments"));
        QVERIFY(app.form()->busy());
        QSignalSpy problems(app.form(), &FormViewModel::problemsChanged);
        app.form()->next();
        QVERIFY(problems.isEmpty());
        QVERIFY(Desk::until([&] { return !app.form()->busy(); }));
        app.form()->next();
        QCOMPARE(problems.size(), 1);
    }

    void aConflictShowsFieldsWithTheSameLabelApart() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        QVERIFY(desk.logIn() && desk.identify() &&
                desk.walkTo(workflows::ContactStep::Form, "vsaa-apbedisanas-pabalsts"));
        using domain::cases::SaveAnswers;
        auto& acts = desk.contact().acts();
        const auto id = desk.contact().theCase()->id;
        const auto answers = [&](const std::string& applicant) {
            return acts.command(
                id, SaveAnswers{R"({"personalCode":")" + applicant + R"(","deceasedCode":"210860-10528"})"});
        };
        QVERIFY(desk.store.record(answers("010181-15098")).has_value());
        desk.store.setRefused({{answers("161175-19997"), ports::OutboxState::Conflict, std::nullopt}});
        app.sending()->refresh();
        QVERIFY(Desk::until([&] {
            return app.sending()->rows()->at(0) != nullptr &&
                   app.sending()->rows()->at(0)->state == SendingViewModel::State::Conflict;
        }));
        const auto found = app.sending()->rows()->at(0)->differences;
        QCOMPARE(found.size(), 1);
        QVERIFY(found.front().ours.contains(QStringLiteral("161175")));
        QVERIFY(found.front().theirs.contains(QStringLiteral("010181")));
        QVERIFY(found.front().label.contains(QStringLiteral(": ")));
    }

    void syncTexts() {
        SyncViewModel sync;
        QSignalSpy changed(&sync, &ViewModel::changed);
        const auto all = sync.waitingText();
        sync.setCounts(2, 0);
        QVERIFY(sync.waitingText() != all && sync.waitingText().contains(QLatin1Char('2')));
        sync.setLastSync(*base::fromRfc3339("2026-11-23T10:41:00.000Z"));
        QVERIFY(sync.lastSyncText().contains(QStringLiteral(":41")));
        sync.setConnected(true);
        QCOMPARE(changed.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestWalk)
#include "test_walk.moc"
