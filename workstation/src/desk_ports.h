// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <memory>

#include "issuer_question.h"
#include "settings.h"
#include "system_browser.h"
#include "vienlogs/api_client/http_api_client.h"
#include "vienlogs/card/trust_store.h"
#include "vienlogs/devices/pos/zvt_terminal.h"
#include "vienlogs/devices/printer/cups_printer.h"
#include "vienlogs/devices/scanner/sane_scanner.h"
#include "vienlogs/pcsc/pcsc_readers.h"
#include "vienlogs/sign/asice_signer.h"
#include "vienlogs/sync/store_thread.h"
#include "vienlogs/workflows/executor.h"

namespace vienlogs::workstation {

/// The store's thread as the workflows ask for it.
class StoreThreadAccess final : public workflows::StoreAccess {
public:
    explicit StoreThreadAccess(sync::StoreThread& thread) : thread_(thread) {}
    void post(std::function<void(ports::LocalStore&)> work) override { thread_.post(std::move(work)); }

private:
    sync::StoreThread& thread_;
};

/// The desk's surroundings, each with its real driver. Members are destroyed in reverse order.
struct DeskPorts {
    /// Opens the store and reads certificates; touches no device and no network.
    [[nodiscard]] static base::Result<std::unique_ptr<DeskPorts>> open(const Settings& settings);
    DeskPorts(card::TrustStore trusted, std::unique_ptr<api_client::HttpApiClient> client,
              std::unique_ptr<ports::LocalStore> store, std::string deviceName, devices::pos::ZvtSettings pos,
              const IssuerSettings& issuer);

    std::string device; ///< The common name of the device's certificate.
    base::SystemClock clock;
    card::TrustStore trust;
    IssuerQuestion issuer;
    pcsc::PcscReaders cardReaders;
    sign::AsiceSigner signer;
    devices::pos::ZvtTerminal terminal;
    devices::scanner::SaneScanner scanner;
    devices::printer::CupsPrinter printer;
    std::unique_ptr<api_client::HttpApiClient> api;
    SystemBrowser browser;
    sync::StoreThread storeThread;
    StoreThreadAccess store;
};

} // namespace vienlogs::workstation
