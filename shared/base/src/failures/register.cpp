// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> registerArea() {
    static constexpr FailureText texts[] = {
        {"VL-REG-0001", "Reģistrs neatbild.",
         "Ievadiet datus no dokumenta un turpiniet, vai pēc brīža mēģiniet vēlreiz.",
         "The register does not answer.",
         "Enter the data from the document and go on, or try again in a while.", "Регистр не отвечает.",
         "Введите данные из документа и продолжайте или попробуйте ещё раз позже."},
        {"VL-REG-0002", "Reģistru uz laiku slēdzis tā turētājs. Slēgts līdz: %1.",
         "Ievadiet datus no dokumenta un turpiniet, vai nāciet atpakaļ pēc norādītā laika.",
         "The register was closed for a time by its owner. Closed until: %1.",
         "Enter the data from the document and go on, or come back after that time.",
         "Регистр временно закрыт его держателем. Закрыт до: %1.",
         "Введите данные из документа и продолжайте или вернитесь после указанного времени."},
        {"VL-REG-0003", "Reģistra atbildi nevar saprast.",
         "Ievadiet datus no dokumenta un turpiniet. Ja kļūda atkārtojas, nosauciet kodu atbalsta dienestam.",
         "The register's answer cannot be understood.",
         "Enter the data from the document and go on. If it happens again, tell support the code.",
         "Ответ регистра непонятен.",
         "Введите данные из документа и продолжайте. Если ошибка повторится, сообщите код службе поддержки."},
        {"VL-REG-0004", "Reģistrā šāda ieraksta nav.",
         "Salīdziniet kodu vai adresi ar dokumentu un meklējiet vēlreiz.", "The register has no such entry.",
         "Compare the code or the address with the document and search again.",
         "В регистре нет такой записи.", "Сверьте код или адрес с документом и повторите поиск."},
        {"VL-REG-0005", "Nav norādīts, kādam mērķim un uz kāda pamata dati vajadzīgi.",
         "Norādiet mērķi un tiesisko pamatu, tad pieprasiet datus vēlreiz.",
         "The purpose or the legal basis of the request is not given.",
         "Give the purpose and the legal basis, then ask again.",
         "Не указаны цель и правовое основание запроса.",
         "Укажите цель и правовое основание, затем запросите данные снова."},
        {"VL-REG-0006", "Jūsu iestādei nav tiesību šos datus izmantot šādam mērķim.",
         "Ievadiet datus no dokumenta. Ja dati vajadzīgi darbam, sazinieties ar iestādes administratoru.",
         "Your institution may not use these data for this purpose.",
         "Enter the data from the document. If your work needs them, speak to your institution's "
         "administrator.",
         "Вашему учреждению не разрешено использовать эти данные для такой цели.",
         "Введите данные из документа. Если они нужны для работы, обратитесь к администратору учреждения."},
        {"VL-REG-0007", "Reģistra dati var būt novecojuši, to vecums: %1.",
         "Pārjautājiet klientam, vai dati ir pareizi, un tikai tad turpiniet.",
         "The register's data may be out of date, their age: %1.",
         "Ask the client whether the data are right before you go on.",
         "Данные регистра могли устареть, их возраст: %1.",
         "Уточните у клиента, верны ли данные, и только потом продолжайте."},
        {"VL-REG-0008", "Reģistrs ierakstu nepieņēma.",
         "Pārbaudiet adresi, datumu un personas, tad sūtiet vēlreiz.",
         "The register did not accept the entry.",
         "Check the address, the date and the people, then send it again.", "Регистр не принял запись.",
         "Проверьте адрес, дату и лиц, затем отправьте снова."},
        {"VL-REG-0009", "Nav zināms, kurš darbinieks datus pieprasa.",
         "Piesakieties vēlreiz un mēģiniet no jauna.", "It is not known which employee asks for the data.",
         "Log in again and try once more.", "Неизвестно, какой сотрудник запрашивает данные.",
         "Войдите заново и повторите попытку."},
        {"VL-REG-0010", "Šāds reģistra pieprasījums nav zināms vai ir nepareizi aprakstīts.",
         "Turpiniet bez reģistra datiem un nosauciet kodu atbalsta dienestam.",
         "This register request is unknown or wrongly described.",
         "Go on without the register's data and tell support the code.",
         "Такой запрос к регистру неизвестен или описан неверно.",
         "Продолжайте без данных регистра и сообщите код службе поддержки."},
        {"VL-REG-0011", "Otra puse nevar pierādīt, ka tā ir īstā: tās sertifikāts neder.",
         "Nekas tai nav nosūtīts. Nosauciet kodu atbalsta dienestam.",
         "The other side cannot prove that it is the right one: its certificate does not hold.",
         "Nothing was sent to it. Tell support the code.",
         "Другая сторона не может доказать свою подлинность: её сертификат недействителен.",
         "Ей ничего не отправлено. Сообщите код службе поддержки."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
