// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "stage.h"

namespace vienlogs::staged {

Stage& stage() {
    static Stage only;
    return only;
}

/// The staged view-models never use a workflow; they only have to be given one.
template<typename T>
T& nowhere() {
    alignas(std::max_align_t) static char room[1];
    return reinterpret_cast<T&>(room);
}

std::unique_ptr<viewmodels::AppViewModel> makeApp(std::function<void(base::Language)> useLanguage) {
    return std::make_unique<viewmodels::AppViewModel>(nowhere<workflows::Workplace>(),
                                                      std::move(useLanguage));
}

void raise(viewmodels::AppViewModel& app) {
    const Stage& s = stage();
    app.readers()->readers()->setRows(s.readers);
    app.devices()->devices()->setRows(s.devices);
    app.contact()->steps()->setRows(s.steps);
    app.cases()->cases()->setRows(s.cases);
    app.need()->results()->setRows(s.results);
    app.services()->services()->setRows(s.services);
    app.scan()->pages()->setRows(s.scans);
    app.done()->history()->setRows(s.history);
    app.done()->accessLog()->setRows(s.access);
    app.help()->sections()->setRows(s.help);
    app.palette()->rows()->setRows(s.palette);
    app.sending()->rows()->setRows(s.sending);
    app.sync()->setConnected(s.connected);
    app.sync()->setCounts(s.waiting, s.refused);
    for (viewmodels::ViewModel* each : std::initializer_list<viewmodels::ViewModel*>{
             app.login(),    app.account(), app.readers(), app.devices(), app.contact(), app.need(),
             app.services(), app.form(),    app.sign(),    app.scan(),    app.pay(),     app.reversal(),
             app.day(),      app.done(),    app.sync(),    app.cases(),   app.help(),    app.palette(),
             app.sending(),  app.pins(),    &app})
        Q_EMIT each->changed();
    Q_EMIT app.form()->fieldsChanged();
    Q_EMIT app.form()->problemsChanged();
    Q_EMIT app.sign()->previewReady();
    Q_EMIT app.screenChanged();
    Q_EMIT app.failureChanged();
}

} // namespace vienlogs::staged

namespace vienlogs::viewmodels {

using staged::nowhere;
using staged::stage;

void ViewModel::setLanguage(base::Language language) {
    language_ = language;
    Q_EMIT changed();
}

AppViewModel::AppViewModel(workflows::Workplace& workplace, std::function<void(base::Language)> useLanguage,
                           QObject* parent)
    : ViewModel(parent), workplace_(workplace), useLanguage_(std::move(useLanguage)),
      login_(new LoginViewModel(nowhere<workflows::Login>(), this)),
      account_(new AccountLoginViewModel(nowhere<workflows::AccountLogin>(), this)),
      readers_(new ReadersViewModel(nowhere<workflows::CardDesk>(), nowhere<workflows::ReaderRoles>(), this)),
      devices_(new DevicesViewModel(this)),
      contact_(
          new ContactViewModel(nowhere<workflows::Contact>(), nowhere<workflows::Identification>(), this)),
      need_(new NeedViewModel(nowhere<workflows::Contact>(), nowhere<workflows::Reference>(), this)),
      services_(new ServicesViewModel(nowhere<workflows::Contact>(), nowhere<workflows::Reference>(), this)),
      form_(new FormViewModel(nowhere<workflows::Contact>(), nowhere<workflows::FormFilling>(),
                              nowhere<workflows::Attachments>(), this)),
      sign_(new SignViewModel(nowhere<workflows::Contact>(), nowhere<workflows::Signing>(),
                              nowhere<workflows::Scanning>(), this)),
      scan_(new ScanViewModel(nowhere<workflows::Scanning>(), this)),
      pay_(new PayViewModel(nowhere<workflows::Contact>(), nowhere<workflows::Paying>(), this)),
      reversal_(new ReversalViewModel(nowhere<workflows::GivingBack>(), this)),
      day_(new DayViewModel(nowhere<workflows::DayEnd>(), this)),
      done_(new DoneViewModel(nowhere<workflows::Contact>(), nowhere<workflows::Submitting>(),
                              nowhere<workflows::Reference>(), this)),
      sync_(new SyncViewModel(this)),
      cases_(new CasesViewModel(nowhere<workflows::Contact>(), nowhere<workflows::RecentCases>(),
                                nowhere<workflows::Reference>(), this)),
      help_(new HelpViewModel(nowhere<workflows::Contact>(), nowhere<workflows::FormFilling>(),
                              nowhere<workflows::Reference>(), this)),
      palette_(new PaletteViewModel(nowhere<workflows::Contact>(), nowhere<workflows::RecentCases>(),
                                    nowhere<workflows::Reference>(), this)),
      sending_(new SendingViewModel(nowhere<workflows::Sending>(), nowhere<workflows::Reference>(), this)),
      pins_(new PinsViewModel(nowhere<workflows::PinCare>(), this)) {
    // First of all who listen: what the header itself answers is the stage's too.
    connect(this, &ViewModel::changed, this, [this] { chooseScreen(); });
}
AppViewModel::~AppViewModel() = default;
void AppViewModel::chooseScreen() {
    screen_ = stage().screen;
    hasFailure_ = !stage().failure.code.isEmpty();
}
QString AppViewModel::placeName() const {
    return stage().place;
}
QString AppViewModel::clerkName() const {
    return stage().clerk;
}
FailureView AppViewModel::failure() const {
    return stage().failure;
}
FailureView AppViewModel::clockFailure() const {
    return stage().clockFailure;
}
void AppViewModel::switchLanguage(base::Language language) {
    if (useLanguage_)
        useLanguage_(language);
    setLanguage(language);
}
void AppViewModel::show(const base::Failure& failure) {
    failure_ = failure;
    hasFailure_ = true;
}
void AppViewModel::dismissFailure() {
    stage().calls << QStringLiteral("app.dismissFailure");
}
void AppViewModel::back() {
    stage().calls << QStringLiteral("app.back");
}
void AppViewModel::openReaders() {
    stage().calls << QStringLiteral("app.openReaders");
}
bool AppViewModel::canOpenDay() const {
    return !stage().active;
}
void AppViewModel::openDay() {
    stage().calls << QStringLiteral("app.openDay");
}
void AppViewModel::openSending() {
    stage().calls << QStringLiteral("app.openSending");
}
void AppViewModel::openPins() {
    stage().calls << QStringLiteral("app.openPins");
}
void AppViewModel::logout() {
    stage().calls << QStringLiteral("app.logout");
}

} // namespace vienlogs::viewmodels
