// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Records in a store without end and says after each call that returned what is durable; the test kills it.
#include <cstdio>

#include "vienlogs/store/encrypted_store.h"
#include "vienlogs/test/samples.h"

using namespace vienlogs;

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    auto store = store::EncryptedStore::open({.directory = argv[1], .device = "CES-01"}, argv[2]);
    if (!store) {
        std::printf("failed %s\n", std::string(store.error().code.text).c_str());
        return 1;
    }
    for (int turn = 0;; ++turn) {
        const auto stream = test::newUlid();
        for (const auto& command : {test::open(stream), test::answers(stream, std::to_string(turn))}) {
            const auto recorded = (*store)->record(command);
            if (!recorded)
                return 1;
            std::printf("command %s %lld\n", recorded->key.toString().c_str(), (long long)recorded->sequence);
            std::fflush(stdout);
        }
        const auto sha = (*store)->putBlob(base::bytesOf(stream.toString()), true);
        const auto number = (*store)->nextCaseNumber();
        if (!sha || !number)
            return 1;
        std::printf("blob %s\nnumber %lld\n", sha->c_str(), (long long)*number);
        std::fflush(stdout);
    }
}
