// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> authArea() {
    static constexpr FailureText texts[] = {
        {"VL-AUTH-0001", "Darba sesijas atjaunošanas kods jau ir izmantots, tāpēc sesija ir slēgta.",
         "Piesakieties vēlreiz. Ja tas atkārtojas, zvaniet atbalsta dienestam: kāds var būt nokopējis "
         "ierīci.",
         "The code that renews the session was already used, so the session is closed.",
         "Log in again. If it happens again, call support: somebody may have copied the device.",
         "Код продления сеанса уже использован, поэтому сеанс закрыт.",
         "Войдите снова. Если это повторится, позвоните в поддержку: возможно, устройство скопировано."},
        {"VL-AUTH-0002", "Jūsu iestādes pieteikšanās serveris pašlaik neatbild.",
         "Piesakieties ar savu karti vai mēģiniet vēlreiz pēc brīža.",
         "Your institution's login server does not answer now.",
         "Log in with your card, or try again in a moment.",
         "Сервер входа вашего учреждения сейчас не отвечает.",
         "Войдите с помощью карты или повторите попытку чуть позже."},
        {"VL-AUTH-0003", "Iestādes pieteikšanās servera atbilde nav derīga.",
         "Piesakieties vēlreiz. Ja tas atkārtojas, zvaniet atbalsta dienestam un nosauciet kodu.",
         "The answer of the institution's login server is not valid.",
         "Log in again. If it happens again, call support and name the code.",
         "Ответ сервера входа учреждения недействителен.",
         "Войдите снова. Если это повторится, позвоните в поддержку и назовите код."},
        {"VL-AUTH-0004", "Otrā faktora kods nav pareizs.",
         "Ievadiet kodu, kas lietotnē redzams tagad; katrs kods der vienu reizi.",
         "The code of the second factor is not right.",
         "Enter the code that the app shows now; each code is good once.", "Код второго фактора неверен.",
         "Введите код, который приложение показывает сейчас; каждый код действует один раз."},
        {"VL-AUTH-0005", "Pārāk daudz nepareizu kodu: pieteikšanās ar kodu ir slēgta uz 15 minūtēm.",
         "Piesakieties ar karti vai pagaidiet. Ja kodus nevadījāt jūs, ziņojiet drošības pārvaldniekam.",
         "Too many wrong codes: logging in with a code is closed for 15 minutes.",
         "Log in with your card, or wait. If it was not you, tell the security officer.",
         "Слишком много неверных кодов: вход с кодом закрыт на 15 минут.",
         "Войдите с помощью карты или подождите. Если это были не вы, сообщите менеджеру по безопасности."},
        {"VL-AUTH-0006", "Šim darbiniekam nav otrā faktora.",
         "Piesakieties ar karti vai lūdziet iestādes administratoram piešķirt otro faktoru.",
         "This employee has no second factor.",
         "Log in with your card, or ask your institution's administrator for a second factor.",
         "У этого сотрудника нет второго фактора.",
         "Войдите с помощью карты или попросите администратора учреждения назначить второй фактор."},
        {"VL-AUTH-0007", "Pieteikšanās ar iestādes kontu šeit nav ieslēgta.", "Piesakieties ar savu karti.",
         "Logging in with an institution's account is not switched on here.", "Log in with your card.",
         "Вход с учётной записью учреждения здесь не включён.", "Войдите с помощью карты."},
        {"VL-AUTH-0008", "Šajā apkalpošanas vietā jums nav atļauts strādāt.",
         "Strādājiet savā vietā vai lūdziet iestādes administratoram atļauju.",
         "You are not allowed to work at this service place.",
         "Work at your own place, or ask your institution's administrator for permission.",
         "Вам не разрешено работать в этом месте обслуживания.",
         "Работайте на своём месте или попросите разрешения у администратора учреждения."},
        {"VL-AUTH-0010", "Personāla sarakstu nevar izmantot: %1.",
         "Nekas nav mainīts. Izlabojiet sarakstu un ielasiet to vēlreiz.",
         "The list of staff cannot be used: %1.",
         "Nothing was changed. Correct the list and read it in again.",
         "Список персонала нельзя использовать: %1.",
         "Ничего не изменено. Исправьте список и загрузите его снова."},
        {"VL-AUTH-0011", "Pēc šī personāla saraksta aizietu pārāk daudz darbinieku uzreiz (%1).",
         "Nekas nav mainīts. Pārbaudiet sarakstu; ja tas ir pareizs, ielasiet to ar --force.",
         "By this list of staff too many employees would leave at once (%1).",
         "Nothing was changed. Check the list; if it is right, read it in with --force.",
         "По этому списку персонала сразу ушло бы слишком много сотрудников (%1).",
         "Ничего не изменено. Проверьте список; если он верен, загрузите его с --force."}};
    return texts;
}

} // namespace vienlogs::base::failures
