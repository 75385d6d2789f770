// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> spellArea() {
    static constexpr FailureText texts[] = {
        {"VL-SPELL-0001", "Pareizrakstības vārdnīcas šajā datorā nav.",
         "Lūdziet sistēmas uzturētāju uzstādīt pakotni hunspell-lv; rakstīt var arī bez tās.",
         "This computer has no spelling dictionary.",
         "Ask the person who maintains it to install the package hunspell-lv; you can write without it.",
         "На этом компьютере нет орфографического словаря.",
         "Попросите системного администратора установить пакет hunspell-lv; писать можно и без него."}};
    return texts;
}

} // namespace vienlogs::base::failures
