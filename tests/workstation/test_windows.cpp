// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include "staged_window.h"
#include "vienlogs/look/notice.h"

namespace vienlogs {

using staged::stage;

namespace {

constexpr QSize desk(1280, 800);

/// The name of a widget, or of the nearest one around it that has one.
QString nameOf(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (!widget->objectName().isEmpty() && !widget->objectName().startsWith(QLatin1String("qt_")))
            return widget->objectName();
    return QStringLiteral("?");
}

/// Labels and buttons whose words do not fit into them.
QStringList cutTexts(const QWidget& window) {
    QStringList cut;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        QSize needed;
        QString text;
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->text().isEmpty()) {
            text = label->text();
            needed = label->wordWrap() ? QSize(0, label->heightForWidth(label->width()))
                                       : label->minimumSizeHint();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
                   button && !button->text().isEmpty() && !button->inherits("vienlogs::look::ChoiceCard")) {
            text = button->text();
            needed = button->minimumSizeHint();
        } else {
            continue;
        }
        if (widget->width() + 1 < needed.width() || widget->height() + 1 < needed.height())
            cut << QStringLiteral("%1 “%2” has %3x%4 of %5x%6")
                       .arg(nameOf(widget), text.left(40))
                       .arg(widget->width())
                       .arg(widget->height())
                       .arg(needed.width())
                       .arg(needed.height());
    }
    return cut;
}

/// Pages scroll up and down only: nothing may stick out to the side.
QStringList tooWide(const QWidget& window) {
    QStringList wide;
    for (const QScrollArea* area : window.findChildren<QScrollArea*>())
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            wide << QStringLiteral("%1 is %2 px too wide")
                        .arg(nameOf(area))
                        .arg(area->horizontalScrollBar()->maximum());
    return wide;
}

} // namespace

class TestWindows : public QObject, private staged::StagedWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingIsCut_data();
    void nothingIsCut();
    void everythingHasAName();
    void languageChangesAtOnce();
    void enterAndEscapeLeadOn();
    void fieldsTellTheViewModel();
    void whatWasTypedGoesWithContinue();
    void accountIsChosenAndItsCodeGiven();
    void problemsLeadToTheirFields();
    void keyboardStaysInThePage();
    void paletteOpensByKey();
    void pinIsForgottenWhenGiven();
    void pin2KeepsTheKeyboardWhileTheCardSigns();
    void pinTakesDigitsByHandOnly();
    void theNewPinIsEnteredTwice();
    void atThePadNothingIsTyped();
    void wrongClockIsToldUntilItIsRight();
    void textSizeChangesByKey();

private:
    void shoot(const QString& name);
};

void TestWindows::initTestCase() {
    QVERIFY(begin(*this));
}

void TestWindows::init() {
    QVERIFY(open());
}

void TestWindows::cleanup() {
    close();
}

/// Pictures to look at, when asked for.
void TestWindows::shoot(const QString& name) {
    const QString folder = qEnvironmentVariable("VIENLOGS_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        window_->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

void TestWindows::nothingIsCut_data() {
    QTest::addColumn<int>("scene");
    QTest::addColumn<double>("scale");
    QTest::addColumn<look::Theme>("theme");
    QTest::addColumn<base::Language>("language");
    struct Variant {
        const char* name;
        double scale;
        look::Theme theme;
        base::Language language;
    };
    std::vector<Variant> variants{{"lv", 1.0, look::Theme::Light, base::Language::Latvian},
                                  {"ru", 1.0, look::Theme::Light, base::Language::Russian},
                                  {"lv-200", 2.0, look::Theme::Light, base::Language::Latvian},
                                  {"ru-200", 2.0, look::Theme::HighContrast, base::Language::Russian}};
    // These need the same room; they are only worth looking at.
    if (qEnvironmentVariableIsSet("VIENLOGS_PICTURES")) {
        variants.push_back({"lv-dark", 1.0, look::Theme::Dark, base::Language::Latvian});
        variants.push_back({"en", 1.0, look::Theme::Light, base::Language::English});
    }
    const auto& scenes = staged::scenes();
    for (const Variant& variant : variants)
        for (std::size_t i = 0; i < scenes.size(); ++i)
            QTest::addRow("%s-%s", scenes[i].name, variant.name)
                << static_cast<int>(i) << variant.scale << variant.theme << variant.language;
}

void TestWindows::nothingIsCut() {
    QFETCH(int, scene);
    QFETCH(double, scale);
    QFETCH(look::Theme, theme);
    QFETCH(base::Language, language);
    app_->switchLanguage(language);
    appearance_->setTheme(theme);
    appearance_->setTextScale(scale);
    show(staged::scenes()[static_cast<std::size_t>(scene)]);
    shoot(QLatin1String(QTest::currentDataTag()));
    QCOMPARE(window_->size(), desk);
    const QStringList cut = cutTexts(*window_) + tooWide(*window_);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
}

/// Whoever does not see the screen hears a name of every control.
void TestWindows::everythingHasAName() {
    appearance_->setTextScale(1.0);
    for (const auto& scene : staged::scenes()) {
        show(scene);
        const auto labels = window_->findChildren<QLabel*>();
        for (const QWidget* widget : window_->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus ||
                qobject_cast<const QLabel*>(widget))
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                               std::any_of(labels.cbegin(), labels.cend(), [widget](const QLabel* label) {
                                   return label->buddy() == widget;
                               });
            QVERIFY2(named, qPrintable(QLatin1String(scene.name) + QLatin1Char(' ') + nameOf(widget) +
                                       QLatin1Char(' ') + QLatin1String(widget->metaObject()->className())));
        }
    }
}

void TestWindows::languageChangesAtOnce() {
    show(sceneNamed("08-done"));
    const auto* title = window_->findChild<QLabel*>(QStringLiteral("doneTitle"));
    for (const auto& [language, text] :
         {std::pair{base::Language::Latvian, QStringLiteral("Pārbaude un iesniegšana")},
          std::pair{base::Language::Russian, QStringLiteral("Проверка и подача")},
          std::pair{base::Language::English, QStringLiteral("Check and submit")}}) {
        app_->switchLanguage(language);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(title->text(), text);
    }
}

void TestWindows::enterAndEscapeLeadOn() {
    show(sceneNamed("04-services"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(stage().calls.contains(QStringLiteral("services.next")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(stage().calls.contains(QStringLiteral("services.back")));
    show(sceneNamed("08-done"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(stage().calls.contains(QStringLiteral("done.submit")));
}

/// Another window came to the front in the middle of a word: the line keeps it until then.
void TestWindows::whatWasTypedGoesWithContinue() {
    show(sceneNamed("05-form"));
    auto* phone = window_->findChild<QLineEdit*>(QStringLiteral("field_phone"));
    phone->setFocus();
    QTest::keyClicks(phone, QStringLiteral("29123456"));
    QApplication::setActiveWindow(nullptr);
    window_->findChild<QAbstractButton*>(QStringLiteral("formContinue"))->click();
    const auto& calls = stage().calls;
    const auto given = calls.indexOf(QStringLiteral("form.setText #/properties/phone 29123456"));
    QVERIFY(given >= 0 && given < calls.indexOf(QStringLiteral("form.next")));
    QApplication::setActiveWindow(window_.get());
}

void TestWindows::accountIsChosenAndItsCodeGiven() {
    show(sceneNamed("00-login"));
    const auto find = [this](const char* name) { return window_->findChild<QWidget*>(QLatin1String(name)); };
    QTest::mouseClick(find("accountBegin"), Qt::LeftButton);
    QCOMPARE(stage().calls.last(), QStringLiteral("account.begin"));
    show(sceneNamed("00-account-issuers"));
    QVERIFY(!find("loginPrompt")->isVisible());
    QTest::mouseClick(find("accountIssuers_1"), Qt::LeftButton, {}, QPoint(10, 10));
    QVERIFY(!stage().calls.contains(QStringLiteral("account.choose 1")));
    QTest::mouseClick(find("accountSubmit"), Qt::LeftButton);
    QCOMPARE(stage().calls.last(), QStringLiteral("account.choose 1"));
    show(sceneNamed("00-account-code"));
    auto* code = window_->findChild<QLineEdit*>(QStringLiteral("accountCode"));
    QVERIFY(code->hasFocus());
    QTest::keyClicks(code, QStringLiteral("12ab345"));
    QTest::keyClick(code, Qt::Key_Return);
    QVERIFY(!stage().calls.contains(QStringLiteral("account.submitCode 5 digits")));
    QTest::keyClicks(code, QStringLiteral("6789"));
    QTest::keyClick(code, Qt::Key_Return);
    QCOMPARE(stage().calls.last(), QStringLiteral("account.submitCode 6 digits"));
    QVERIFY(code->text().isEmpty());
    QTest::keyClick(code, Qt::Key_Escape);
    QCOMPARE(stage().calls.last(), QStringLiteral("account.cancel"));
}

void TestWindows::fieldsTellTheViewModel() {
    show(sceneNamed("05-form"));
    QCOMPARE(QApplication::focusWidget()->objectName(),
             QStringLiteral("field_phone")); // The name is read only.
    auto* phone = window_->findChild<QLineEdit*>(QStringLiteral("field_phone"));
    phone->setFocus();
    QTest::keyClicks(phone, QStringLiteral("29123456"));
    QVERIFY(!stage().calls.join(QString()).contains(QStringLiteral("29123456")));
    QTest::keyClick(phone, Qt::Key_Return);
    QVERIFY(stage().calls.contains(QStringLiteral("form.setText #/properties/phone 29123456")));
    QVERIFY(stage().calls.contains(QStringLiteral("form.next")));
    QTest::mouseClick(window_->findChild<QAbstractButton*>(QStringLiteral("field_owner_no")), Qt::LeftButton,
                      {}, QPoint(10, 10));
    QVERIFY(stage().calls.contains(QStringLiteral("form.setYesNo #/properties/owner 0")));
    auto* address = window_->findChild<QLineEdit*>(QStringLiteral("field_newAddress"));
    address->setFocus();
    address->selectAll();
    QTest::keyClicks(address, QStringLiteral("Rigas 1"));
    QTRY_VERIFY(
        stage().calls.contains(QStringLiteral("form.completeAddress #/properties/newAddress Rigas 1")));
    Q_EMIT app_->form()->addressesFound(QStringLiteral("#/properties/newAddress"),
                                        {{QStringLiteral("Rīgas iela 1, Cēsis"), QStringLiteral("104")}});
    auto* proposals = QApplication::activePopupWidget();
    QVERIFY(proposals);
    QTest::keyClick(proposals, Qt::Key_Down);
    QTest::keyClick(proposals, Qt::Key_Return);
    QVERIFY(stage().calls.contains(
        QStringLiteral("form.setAddress #/properties/newAddress Rīgas iela 1, Cēsis 104")));
}

void TestWindows::problemsLeadToTheirFields() {
    show(sceneNamed("05-form-wrong"));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("field_landlord"));
    auto* problems = window_->findChild<QWidget*>(QStringLiteral("formProblems"));
    QVERIFY(problems->isVisible());
    const auto links = problems->findChildren<QAbstractButton*>();
    QCOMPARE(links.size(), 2);
    links.at(1)->click();
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("field_rent"));
}

/// The button that was pressed goes away; Enter must still lead on, not open a menu of the state line.
void TestWindows::keyboardStaysInThePage() {
    show(sceneNamed("07-pay"));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("payNow"));
    sceneNamed("07-pay-asking").set(stage());
    Q_EMIT app_->pay()->changed();
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("pay"));
    sceneNamed("07-pay-done").set(stage());
    Q_EMIT app_->pay()->changed();
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("payContinue"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(stage().calls.contains(QStringLiteral("pay.next")));
}

void TestWindows::paletteOpensByKey() {
    show(sceneNamed("02-ready"));
    stage().palette = {{QStringLiteral("Pase"),
                        QStringLiteral("Pakalpojums"),
                        viewmodels::PaletteViewModel::Kind::Service,
                        {},
                        QStringLiteral("p")},
                       {QStringLiteral("Pases nozaudēšana"),
                        QStringLiteral("Pakalpojums"),
                        viewmodels::PaletteViewModel::Kind::Service,
                        {},
                        QStringLiteral("q")}};
    staged::raise(*app_);
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    auto* line = window_->findChild<QLineEdit*>(QStringLiteral("paletteQuery"));
    QVERIFY(line->isVisible());
    QVERIFY(line->hasFocus());
    shoot(QStringLiteral("09-palette"));
    QTest::keyClicks(line, QStringLiteral("pase"));
    QVERIFY(stage().calls.contains(QStringLiteral("palette.setQuery pase")));
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(stage().calls.contains(QStringLiteral("palette.activate 1")));
    QVERIFY(!line->isVisible());
}

void TestWindows::pinIsForgottenWhenGiven() {
    show(sceneNamed("00-login-pin"));
    auto* pin = window_->findChild<QLineEdit*>(QStringLiteral("loginPin"));
    QCOMPARE(pin->echoMode(), QLineEdit::Password);
    QTest::keyClicks(pin, QStringLiteral("12ab34"));
    QTest::keyClick(pin, Qt::Key_Return);
    QVERIFY(stage().calls.contains(QStringLiteral("login.submitPin 4 digits")));
    QVERIFY(pin->text().isEmpty());
}

/// Else Enter would choose the first card of the ways to sign: from "card" back to "on paper".
void TestWindows::pin2KeepsTheKeyboardWhileTheCardSigns() {
    show(sceneNamed("06-sign-card"));
    const auto pressEnter = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); };
    const auto methodsChosen = [] { return stage().calls.filter(QStringLiteral("sign.setMethod")).size(); };
    const auto before = methodsChosen();
    auto* pin = window_->findChild<QLineEdit*>(QStringLiteral("signPin2"));
    pin->setFocus();
    QTest::keyClicks(pin, QStringLiteral("999999"));
    pressEnter();
    stage().signBusy = true;
    Q_EMIT app_->sign()->changed();
    QTest::qWait(1);
    pressEnter();
    stage().signBusy = false;
    Q_EMIT app_->sign()->changed();
    QTest::qWait(1);
    QVERIFY(pin->hasFocus() && !pin->isReadOnly());
    stage().cardUsable = false; // taken out
    Q_EMIT app_->sign()->changed();
    QTest::qWait(1);
    pressEnter();
    QCOMPARE(methodsChosen(), before);
    QCOMPARE(stage().calls.filter(QStringLiteral("sign.signWithCard")).size(), 1);
    stage().cardUsable = true;
    Q_EMIT app_->sign()->changed();
    QVERIFY(pin->hasFocus());
}

/// Neither the clipboard nor the mouse brings anything in or out, and Qt's own text has no digit of it.
void TestWindows::pinTakesDigitsByHandOnly() {
    show(sceneNamed("00-login-pin"));
    auto* pin = window_->findChild<QLineEdit*>(QStringLiteral("loginPin"));
    QApplication::clipboard()->setText(QStringLiteral("1234"));
    QApplication::clipboard()->setText(QStringLiteral("1234"), QClipboard::Selection);
    pin->setFocus();
    QTest::keyClick(pin, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(pin, Qt::Key_Insert, Qt::ShiftModifier);
    QTest::mouseClick(pin, Qt::MiddleButton);
    QVERIFY(pin->text().isEmpty());
    QCOMPARE(pin->contextMenuPolicy(), Qt::NoContextMenu);
    QTest::keyClicks(pin, QStringLiteral("9876"));
    QCOMPARE(pin->text().size(), 4);
    for (const QChar digit : QStringLiteral("9876"))
        QVERIFY(!pin->text().contains(digit));
    QTest::keyClick(pin, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(pin, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("1234"));
    QTest::keyClick(pin, Qt::Key_Backspace);
    QVERIFY(pin->text().isEmpty()); // all of it was chosen
    QTest::keyClicks(pin, QStringLiteral("1234"));
    QTest::keyClick(pin, Qt::Key_Backspace);
    QCOMPARE(pin->text().size(), 3);
    QTest::keyClicks(pin, QStringLiteral("23456789012345"));
    QCOMPARE(pin->text().size(), 12);
}

void TestWindows::theNewPinIsEnteredTwice() {
    show(sceneNamed("10-pins-unblock"));
    const auto line = [this](const char* name) {
        return window_->findChild<QLineEdit*>(QLatin1String(name));
    };
    auto* go = window_->findChild<QAbstractButton*>(QStringLiteral("pinsContinue"));
    auto* problem = window_->findChild<QWidget*>(QStringLiteral("pinsProblem"));
    QTest::keyClicks(line("pinsFirst"), QStringLiteral("12345678"));
    QTest::keyClicks(line("pinsFresh"), QStringLiteral("654321"));
    line("pinsAgain")->setFocus();
    QTest::keyClicks(line("pinsAgain"), QStringLiteral("654322"));
    QVERIFY(problem->isVisible() && !go->isEnabled());
    QTest::keyClick(line("pinsAgain"), Qt::Key_Return);
    QVERIFY(stage().calls.filter(QStringLiteral("pins.submit")).isEmpty());
    QTest::keyClick(line("pinsAgain"), Qt::Key_Backspace);
    QTest::keyClicks(line("pinsAgain"), QStringLiteral("1"));
    QVERIFY(!problem->isVisible() && go->isEnabled());
    QTest::keyClick(line("pinsAgain"), Qt::Key_Return);
    QVERIFY(stage().calls.contains(QStringLiteral("pins.submit 8 6 digits")));
    for (const char* name : {"pinsFirst", "pinsFresh", "pinsAgain"})
        QVERIFY(line(name)->text().isEmpty());
    stage().pinTask = -1; // the card went
    Q_EMIT app_->pins()->changed();
    QVERIFY(!line("pinsFirst")->isVisible());
}

void TestWindows::atThePadNothingIsTyped() {
    show(sceneNamed("10-pins-pad"));
    auto* first = window_->findChild<QWidget*>(QStringLiteral("pinsFirst"));
    QVERIFY(!first->isVisible());
    window_->findChild<QAbstractButton*>(QStringLiteral("pinsContinue"))->click();
    QVERIFY(stage().calls.contains(QStringLiteral("pins.submitAtPad")));
    window_->findChild<QAbstractButton*>(QStringLiteral("pinsTyping"))->click();
    QVERIFY(first->isVisible() && first->hasFocus());
    show(sceneNamed("00-login-pad"));
    QVERIFY(!window_->findChild<QWidget*>(QStringLiteral("loginPin"))->isVisible());
    window_->findChild<QAbstractButton*>(QStringLiteral("loginSubmit"))->click();
    QVERIFY(stage().calls.contains(QStringLiteral("login.submitAtPad")));
}

void TestWindows::wrongClockIsToldUntilItIsRight() {
    show(sceneNamed("02-ready-card-left"));
    auto* notice = window_->findChild<QWidget*>(QStringLiteral("clockWrong"));
    auto* mark = window_->findChild<QWidget*>(QStringLiteral("clockState"));
    QVERIFY(notice->isVisible() && mark->isVisible());
    for (auto* button : notice->findChildren<QAbstractButton*>())
        if (button->isVisible())
            button->click(); // closed, but still said below
    QVERIFY(!notice->isVisible() && mark->isVisible());
    stage().clockFailure = {};
    staged::raise(*app_);
    QVERIFY(!mark->isVisible());
}

void TestWindows::textSizeChangesByKey() {
    appearance_->setTextScale(1.0);
    QTest::keyClick(window_.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(appearance_->textScale(), 1.25);
    QTest::keyClick(window_.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(appearance_->textScale(), 1.0);
}

} // namespace vienlogs

QTEST_MAIN(vienlogs::TestWindows)
#include "test_windows.moc"
