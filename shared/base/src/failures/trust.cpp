// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

namespace {

constexpr FailureText revocation[] = {
    {"VL-TRUST-0001", "Sertifikāta statusu nevar noskaidrot: statusa dienests neatbild.",
     "Mēģiniet vēlreiz pēc brīža. Ja tas ilgst, pārbaudiet interneta savienojumu un dienesta adresi.",
     "The status of the certificate cannot be found out: the status service does not answer.",
     "Try again in a while. If this lasts, check the Internet connection and the service's address.",
     "Невозможно узнать статус сертификата: служба статуса не отвечает.",
     "Повторите попытку немного позже. Если это длится, проверьте подключение к интернету и адрес службы."},
    {"VL-TRUST-0002", "Statusa dienesta atbilde nav derīga: %1.",
     "Neuzticieties šim sertifikātam, kamēr statuss nav noskaidrots. Paziņojiet atbalsta dienestam.",
     "The answer of the status service does not hold: %1.",
     "Do not rely on this certificate until its status is known. Tell the support.",
     "Ответ службы статуса недействителен: %1.",
     "Не доверяйте этому сертификату, пока его статус неизвестен. Сообщите в службу поддержки."},
    {"VL-TRUST-0003", "Sertifikāts nenosauc dienestu, kurā noskaidrot tā statusu.",
     "Lūdziet administratoru norādīt statusa dienesta adresi iestatījumos.",
     "The certificate names no service that could tell its status.",
     "Ask the administrator to give the status service's address in the settings.",
     "В сертификате не указана служба, где можно узнать его статус.",
     "Попросите администратора указать адрес службы статуса в настройках."},
    {"VL-TRUST-0008", "Sertifikātu nevar nolasīt: %1.", "Norādiet failu ar sertifikātu PEM vai DER formātā.",
     "A certificate cannot be read: %1.", "Give a file with a certificate in PEM or DER.",
     "Сертификат не читается: %1.", "Укажите файл с сертификатом в формате PEM или DER."},
    {"VL-TRUST-0011", "Sertifikāts ir atsaukts: %1.",
     "Ar šo karti vairs nevar apliecināt personu vai parakstīt. Karte jānomaina tās izdevēja iestādē.",
     "The certificate was revoked: %1.",
     "This card can no longer prove identity or sign. Have it replaced by the office that issued it.",
     "Сертификат отозван: %1.",
     "Этой картой больше нельзя подтвердить личность или подписать. Замените её в выдавшем учреждении."},
};

constexpr FailureText lists[] = {
    {"VL-TRUST-0004", "Uzticamības saraksta nav: to nevarēja ne saņemt, ne atrast saglabātu.",
     "Parakstīt var; pārbaudiet interneta savienojumu, lai varētu pateikt, vai paraksts ir kvalificēts.",
     "There is no trusted list: it could neither be fetched nor found kept.",
     "You can sign; check the Internet connection, so that it can be told whether a signature is qualified.",
     "Нет списка доверия: его не удалось ни получить, ни найти сохранённым.",
     "Подписывать можно; проверьте подключение к интернету, чтобы узнать, квалифицирована ли подпись."},
    {"VL-TRUST-0005", "Uzticamības saraksta paraksts nav derīgs: %1.",
     "Tiek lietots iepriekšējais saraksts. Paziņojiet administratoram.",
     "The signature of the trusted list does not hold: %1.",
     "The previous list stays in use. Tell the administrator.", "Подпись списка доверия недействительна: %1.",
     "Используется предыдущий список. Сообщите администратору."},
    {"VL-TRUST-0006", "Saņemtais uzticamības saraksts ir vecāks par saglabāto: tā numurs ir %1.",
     "Tiek lietots saglabātais saraksts. Paziņojiet administratoram.",
     "The trusted list that came is older than the kept one: its number is %1.",
     "The kept list stays in use. Tell the administrator.",
     "Полученный список доверия старше сохранённого: его номер %1.",
     "Используется сохранённый список. Сообщите администратору."},
    {"VL-TRUST-0007", "Saņemtais nav uzticamības saraksts: %1.",
     "Tiek lietots iepriekšējais saraksts. Pārbaudiet saraksta adresi iestatījumos.",
     "What came is no trusted list: %1.",
     "The previous list stays in use. Check the list's address in the settings.",
     "Полученное не является списком доверия: %1.",
     "Используется предыдущий список. Проверьте адрес списка в настройках."},
    {"VL-TRUST-0009", "Uzticamības sarakstu nevar saglabāt: %1.",
     "Pārbaudiet, vai mapē var rakstīt un vai diskā ir vieta.", "The trusted list cannot be kept: %1.",
     "Check that the folder can be written to and that the disk has room.",
     "Список доверия нельзя сохранить: %1.",
     "Проверьте, доступна ли папка для записи и есть ли место на диске."},
    {"VL-TRUST-0010", "Uzticamības saraksts bija jāatjauno līdz %1.",
     "Parakstīt var, bet saraksts var būt novecojis. Pārbaudiet interneta savienojumu.",
     "The trusted list was due for renewal by %1.",
     "You can sign, but the list may be out of date. Check the Internet connection.",
     "Список доверия следовало обновить до %1.",
     "Подписывать можно, но список мог устареть. Проверьте подключение к интернету."},
};

} // namespace

std::span<const FailureText> revocationArea() {
    return revocation;
}

std::span<const FailureText> trustedListArea() {
    return lists;
}

} // namespace vienlogs::base::failures
