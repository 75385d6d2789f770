// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> auditArea() {
    static constexpr FailureText texts[] = {
        {"VL-AUD-0001",
         "Servera audita ieraksti vairs nav tie, ko šī ierīce jau redzēja: kaut kas ir izņemts vai mainīts.",
         "Turpiniet darbu, bet nekavējoties zvaniet drošības pārvaldniekam un nosauciet kodu.",
         "The server's audit is no longer the one this device has seen: something was removed or changed.",
         "Go on working, but call the security officer at once and name the code.",
         "Записи аудита сервера уже не те, что видело это устройство: что-то удалено или изменено.",
         "Продолжайте работу, но сразу позвоните менеджеру по безопасности и назовите код."},
        {"VL-AUD-0002", "Servera auditu ir parakstījusi atslēga, ko šī ierīce nepazīst.",
         "Turpiniet darbu, bet nekavējoties zvaniet drošības pārvaldniekam un nosauciet kodu.",
         "The server's audit is signed by a key that this device does not know.",
         "Go on working, but call the security officer at once and name the code.",
         "Аудит сервера подписан ключом, который это устройство не знает.",
         "Продолжайте работу, но сразу позвоните менеджеру по безопасности и назовите код."},
        {"VL-AUD-0003", "Audita koks nav tik liels: prasītā ieraksta vēl nav.",
         "Pārbaudiet prasītos skaitļus un prasiet vēlreiz.",
         "The audit's tree is not that large: there is no such record yet.",
         "Check the numbers asked for and ask again.",
         "Дерево аудита не настолько велико: такой записи ещё нет.",
         "Проверьте запрошенные числа и повторите запрос."},
        {"VL-AUD-0004",
         "Tas, ko šī ierīce bija pierakstījusi par servera auditu, vairs nav izlasāms. Audits tiek vērots no "
         "jauna.",
         "Turpiniet darbu, bet zvaniet drošības pārvaldniekam un nosauciet kodu.",
         "What this device had noted of the server's audit can no longer be read. The audit is watched anew.",
         "Go on working, but call the security officer and name the code.",
         "То, что это устройство записало об аудите сервера, больше не читается. Аудит наблюдается заново.",
         "Продолжайте работу, но позвоните менеджеру по безопасности и назовите код."}};
    return texts;
}

} // namespace vienlogs::base::failures
